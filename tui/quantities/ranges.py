"""Amounts with their sign, and two of them as a range: -8～12℃, 3%至5%, 零下3℃到零上5℃."""

import re
from fractions import Fraction

from tui.quantities import numerals
from tui.quantities.amount import Amount
from tui.quantities.amounts import amount
from tui.quantities.compounds import IN_NEXT
from tui.quantities.context import direction
from tui.quantities.unit_table import WITH_GE
from tui.quantities.units import COUNT, Unit, Units
from tui.quantities.words import MINUS_BEHIND, NOT_NEGATIVE

RANGE = re.compile(r" ?(?:——|--|[-—–~至到]) ?")
_TOLERANCE = re.compile(" ?± ?(?=[0-9])")
_JOINTS = frozenset(" -—–~至到")
_SIGN = re.compile(r"零[下上]|负|-|\+|")
_LEVEL = 4
"""As many times a change, a number behind it is the level that it leads to, and no end of a range."""
_AGO = re.compile("距今(?:已?有|大?约)*$")
_AGO_REACH = 8
_BELOW = ("temperature", "ratio")
_NOT_BEHIND = frozenset("0123456789%℃°‰-)]}")
"""What a minus behind it does not belong to: 3%-5% is a range, A-5 a name."""


def amount_or_range(text: str, start: int, units: Units, barrier: int = -1) -> Amount | None:
    """Return the number at `start` with its unit and sign, or the range that begins with it.

    Args:
        barrier: where the number before ends; a minus there stands between the two.
    """
    first = amount(text, start, units)
    if first is None:
        return None
    found = (first if first.high is not None else _joined(text, first, units, barrier)) or first
    return _signed(text, found, barrier) if found is first else found


def tolerance_end(text: str, at: int, units: Units) -> int:
    """Return where the tolerance of the amount that ends at `at` ends (200克±5克); `at` where it has none."""
    sign = _TOLERANCE.match(text, at)
    allowed = amount(text, sign.end(), units) if sign else None
    return at if allowed is None else allowed.end


def _joined(text: str, first: Amount, units: Units, barrier: int) -> Amount | None:
    """Return the range that an amount begins; None: it begins none."""
    if text[first.end : first.end + 1] not in _JOINTS:
        return None
    joint = RANGE.match(text, first.end)
    at = _SIGN.match(text, joint.end()).end() if joint else 0  # type: ignore[union-attr]
    if not joint or not numerals.START.match(text, at):
        return None
    second = amount(text, at, units)
    if second is None or second.high is not None:
        return None
    lower = _signed(text, first, barrier, second.unit)
    if _is_ago(text, first, second):
        return second._replace(start=first.start, high=first.low)
    found = _range(first, lower, second, _sign_before(text, at))
    return None if found and _is_change_to(text, first, found, joint[0]) else found


def _is_ago(text: str, first: Amount, second: Amount) -> bool:
    """Tell whether two lengths of time lead from what is longer ago to what is less: 距今5300至4300年."""
    if second.unit is None or second.unit.dimension != "time" or first.low <= second.low:
        return False
    same = first.unit is None or first.unit.name == second.unit.name
    return same and _AGO.search(text, max(0, first.start - _AGO_REACH), first.start) is not None


def _is_change_to(text: str, first: Amount, found: Amount, joint: str) -> bool:
    """Tell whether the first amount is a change and the second a level: 下降35元至820元."""
    if joint not in ("至", "到") or first.unit is None or first.unit.dimension == "ratio":
        return False
    assert found.high is not None
    if found.low <= 0 or found.high < _LEVEL * found.low:
        return False
    return direction(text, first.start, first, first.end) != "none"


def _sign_before(text: str, at: int) -> int:
    return -1 if text.endswith(("零下", "负", "-"), 0, at) and not _is_dash(text, at) else 1


def _is_dash(text: str, at: int) -> bool:
    """Tell whether the minus before `at` is the one of the range: 3-5."""
    return text[at - 1] == "-" and text[at - 2] not in "-—–~至到 "


def _signed(text: str, found: Amount, barrier: int, unit: Unit | None = None) -> Amount:
    """Take 零下, 负 or a minus before an amount: the number is below zero."""
    at = found.start
    if text[at - 3 : at] == "零下 " and at > 2:
        at -= 1
    char = text[at - 1 : at] if at else ""
    if char not in ("下", "负", "-") or not char:
        return found
    kind = found.unit or unit
    if char == "下":
        below = text.endswith("零下", 0, at) and kind is not None and _is_degree(kind)
        return _negative(found, at - 2) if below else found
    if at - 1 == barrier or (found.fraction and found.unit is None):
        return found
    before = text[at - 2] if at > 1 else ""
    if (_is_minus if char == "-" else _is_negative)(before, kind):
        return _negative(found, at - 1)
    return found


def _negative(found: Amount, start: int) -> Amount:
    """Return an amount with its sign; 零下三四十度 is -40 to -30."""
    if found.high is None:
        return found._replace(start=start, low=-found.low)
    return found._replace(start=start, low=-found.high, high=-found.low)


def _is_degree(unit: Unit) -> bool:
    return unit.dimension in _BELOW or unit.name == "度"


def _is_minus(before: str, unit: Unit | None) -> bool:
    """Tell whether - before a number is its sign, by the character before it."""
    if before in ("", "\n"):
        return unit is None or unit.dimension not in COUNT  # else it marks an item of a list
    if before in _NOT_BEHIND or (before.isascii() and before.isalnum()) or before in numerals.CHINESE:
        return False
    return unit is None or unit.dimension not in COUNT or before in MINUS_BEHIND


def _is_negative(before: str, unit: Unit | None) -> bool:
    """Tell whether 负 before a number is its sign: 负20℃, but not 胜2负1 and 肩负两项使命."""
    if unit is None or unit.dimension == "time":
        return False
    if unit.dimension in COUNT:
        return before in MINUS_BEHIND and before not in NOT_NEGATIVE
    return before == "" or not (before in NOT_NEGATIVE or before in numerals.CHINESE or before.isdigit())


def _counted(first: Unit, second: Unit) -> bool:
    """Tell whether 个 before a range's sign stands for a unit that has 个 itself: 5个至10个百分点."""
    return first.name == "个" and (second.name.startswith("个") or second.name in WITH_GE)


def _in_smaller(first: Amount, second: Amount) -> tuple[Amount, Amount] | None:
    """Return two amounts in the smaller one of their units: 2元至3元5角; None: they convert to none."""
    assert first.unit is not None
    assert second.unit is not None
    if factor := IN_NEXT.get((first.unit.name, second.unit.name)):
        return first._replace(low=first.low * factor, unit=second.unit), second
    if factor := IN_NEXT.get((second.unit.name, first.unit.name)):
        return first, second._replace(low=second.low * factor, unit=first.unit)
    return None


def _range(first: Amount, signed: Amount, second: Amount, sign: int) -> Amount | None:
    """Return two amounts with a dash or 至 between as one; None: they are no range.

    Args:
        signed: the first with its sign.
        sign: of the second.
    """
    if first.hedge or second.fraction != (first.fraction and second.fraction):
        return None
    low, unit = first.low, second.unit
    if first.unit is None:
        scale = second.numeral.scale
        if first.numeral.scale == 1 and scale >= 100 and low * scale < second.numeral.low:
            low *= scale
        if unit and second.numeral.low and second.low != second.numeral.low:
            low = low * Fraction(second.low) / second.numeral.low  # 三至四成 counts in percent
    elif second.unit is None:
        if not first.fraction:
            return None
        unit = first.unit
    elif first.unit.name != second.unit.name and not _counted(first.unit, second.unit):
        ends = _in_smaller(first, second)
        if ends is None:
            return None
        first, second = ends
        low, unit = first.low, second.unit
    low, high = (-low if signed.low < 0 else low), sign * second.low
    if high < low < 0 and signed.low < 0 and sign < 0:
        low, high = high, low  # 零下18℃至零下22℃
    if not low < high:
        return None
    return signed._replace(end=second.end, low=low, high=high, unit=unit, hedge=second.hedge)
