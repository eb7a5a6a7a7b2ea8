"""Amounts: a number with its unit, before any comparator, and two of them as a range."""

import re
from dataclasses import replace
from fractions import Fraction

from tui.quantities import numerals
from tui.quantities.amount import Amount
from tui.quantities.compounds import compound
from tui.quantities.numerals import Numeral
from tui.quantities.unit_table import FACTORS, WITH_GE
from tui.quantities.units import UNITS, Unit, Units
from tui.quantities.words import NOT_AFTER

RANGE = re.compile(r" ?(?:——|--|[-—–~至到]) ?")
PARTS = {"百": ("%", 100), "千": ("‰", 1000)}
HALVES = frozenset(("time", "length", "area", "volume", "mass", "age"))
"""Dimensions that 半 is half a unit of."""
HALVED = HALVES | {"ratio"}
"""Dimensions of units that 半 stands behind: 四天半, 两倍半."""

TWO_DIGITS = frozenset("度分")
"""Units that a Chinese number of two digits is enough for: 三十八度, but not 三十里铺."""
SIGN_NOT_BEHIND = tuple("0123456789%℃°度级-")
"""What a minus behind it does not belong to: 3%-5% is a range."""
_SIGN = re.compile("零下|-|")
_SHARE = re.compile(r"/([0-9]{1,2})(?![0-9/.])")
_SHARE_BEFORE = tuple("的占约近超过到足有为")
_SHARE_BEHIND = ("的", "多", "强", "弱", "以上", "以下", "左右")
_HALF_UNIT = Unit("", "ratio")


def amount(text: str, start: int, units: Units) -> Amount | None:
    """Return the number at `start` with its unit, no range; None: there is no number."""
    if text[start] == "半":
        return _half(text, start, units)
    numeral = numerals.read(text, start)
    if numeral is None:
        return None
    return (
        _part(text, numeral)
        or _slash(text, numeral)
        or compound(text, _with_unit(text, numeral, units), units)
    )


def amount_or_range(text: str, start: int, units: Units) -> Amount | None:
    """Return the number at `start` with its unit, or the range that begins with it."""
    first = amount(text, start, units)
    if first is None or first.high is not None:
        return first
    first = _signed(text, first)
    joint = RANGE.match(text, first.end)
    at = _SIGN.match(text, joint.end()).end() if joint else 0  # type: ignore[union-attr]
    if not joint or not numerals.START.match(text, at):
        return first
    second = amount(text, at, units)
    return (_range(first, _signed(text, second)) if second else None) or first


def _signed(text: str, found: Amount) -> Amount:
    """Take 零下 or a minus before a temperature or a proportion: the number is below zero."""
    start, unit = found.start, found.unit
    if (
        unit is None
        or found.fraction
        or not (unit.dimension in ("temperature", "ratio") or unit.name == "度")
    ):
        return found
    if text.endswith("零下", 0, start):
        return replace(found, start=start - 2, low=-found.low)
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1] not in SIGN_NOT_BEHIND:
        return replace(found, start=start - 1, low=-found.low)
    return found


def _half(text: str, start: int, units: Units) -> Amount | None:
    """Return 半年, 半个小时 and the like, or 半数."""
    numeral = Numeral(start, start + 1, Fraction(1, 2), None, 1, "", False, False, False)
    if text.startswith("半数", start):
        return Amount(start, start + 2, numeral.low, None, _HALF_UNIT, "", numeral, fraction=True)
    hedge, at = ("gt", start + 2) if text[start + 1 : start + 2] == "多" else ("", start + 1)
    if split := _split(text, at, units):
        unit, end, _ = split
        return Amount(start, end, numeral.low, None, unit, "gt", numeral)
    found = units.match(text, at, arabic=False)
    if found and found.unit.dimension in HALVES:
        return Amount(start, found.end, numeral.low, None, found.unit, hedge, numeral)
    return Amount(start, start + 1, numeral.low, None, None, "", numeral)


def _part(text: str, numeral: Numeral) -> Amount | None:
    """Return 三分之二, 百分之五, 千分之三 or 一半."""
    if text.startswith("分之", numeral.end):
        upper = numerals.read(text, numeral.end + 2)
        if upper is None or not numeral.low:
            return None
        unit, factor = PARTS.get(text[numeral.start : numeral.end], ("", 1))
        scale = Fraction(factor) / numeral.low
        high = upper.high * scale if upper.high is not None else None
        made = UNITS[unit] if unit else _HALF_UNIT
        return Amount(
            numeral.start, upper.end, upper.low * scale, high, made, upper.hedge, upper, fraction=True
        )
    if text.startswith("一半", numeral.start) and numeral.end == numeral.start + 1:
        half = numeral._replace(low=Fraction(1, 2), end=numeral.end + 1)
        return Amount(numeral.start, half.end, half.low, None, _HALF_UNIT, "", half, fraction=True)
    return None


def _slash(text: str, numeral: Numeral) -> Amount | None:
    """Return 2/3 where what stands around says that it is a share: 2/3以上, 占1/4."""
    found = _SHARE.match(text, numeral.end)
    if not found or not (
        text.startswith(_SHARE_BEHIND, found.end()) or text.endswith(_SHARE_BEFORE, 0, numeral.start)
    ):
        return None
    if not numeral.low < int(found[1]) or numeral.low.denominator != 1 or not numeral.low:
        return None
    made = numeral._replace(low=numeral.low / int(found[1]), end=found.end())
    return Amount(numeral.start, made.end, made.low, None, _HALF_UNIT, "", made, fraction=True)


def _with_unit(text: str, numeral: Numeral, units: Units) -> Amount:
    """Return a numeral with the hedge (余, 多, 来), the unit and the 半 behind it."""
    at, hedge = numeral.end, numeral.hedge
    word = text[at : at + 1]
    if _hedges(text, numeral, units):
        hedge, at = numerals.HEDGES[word], at + 1
    found, half = _unit(text, at, numeral, units), Fraction(0)
    if split := _split(text, at, units):
        unit, end, word = split
        found, hedge = (unit, end), "gt" if word == "多" else hedge
        half = Fraction(1, 2) if word == "半" else half
    if not found:
        return Amount(numeral.start, at, numeral.low, numeral.high, None, hedge, numeral)
    low, high, unit, end = _scaled(text, numeral, *found)
    if text[end : end + 1] == "半" and unit.dimension in HALVED and not half and not high:
        half, end = Fraction(1, 2), end + 1
    return Amount(numeral.start, end, low + half, high, unit, hedge, numeral)


def _hedges(text: str, numeral: Numeral, units: Units) -> bool:
    """Tell whether 余, 多, 几 or 来 behind a number says that there is more: 300余份, 十几个, 20多."""
    word = text[numeral.end : numeral.end + 1]
    if not word or word not in numerals.HEDGES or (word == "几" and (numeral.low % 10 or numeral.arabic)):
        return False
    if word == "多" and _is_big(text, numeral) and not text.startswith(NOT_AFTER["多"], numeral.end + 1):
        return True
    return word == "余" or _unit(text, numeral.end + 1, numeral, units) is not None


def _is_big(text: str, numeral: Numeral) -> bool:
    return text[numeral.end - 1] in "万亿" and not numeral.bare


def _unit(text: str, at: int, numeral: Numeral, units: Units) -> tuple[Unit, int] | None:
    """Return the unit at `at`; behind Arabic digits a blank may stand before it."""
    if numeral.arabic and text[at : at + 1] == " ":
        at += 1
    plain = numeral.plain or text.endswith("零下", 0, numeral.start)
    plain = plain or (numeral.low > 10 and text[at : at + 1] in TWO_DIGITS)
    found = units.match(text, at, arabic=plain)
    return (found.unit, found.end) if found else None


def _split(text: str, at: int, units: Units) -> tuple[Unit, int, str] | None:
    """Return the unit that 多 or 半 stands inside of: 个多月, 个半小时."""
    if not text.startswith(("个多", "个半"), at):
        return None
    found = units.match("个" + text[at + 2 : at + 6], 0, arabic=True)
    return (found.unit, at + found.end + 1, text[at + 1]) if found and found.end > 1 else None


def _scaled(text: str, numeral: Numeral, unit: Unit, end: int) -> tuple[Fraction, Fraction | None, Unit, int]:
    """Turn 八成, 八成五, 八折 and 85折 into percent; other units stay."""
    low, high = numeral.low, numeral.high
    if unit.name not in FACTORS:
        return low, high, unit, end
    name, factor = FACTORS[unit.name]
    if low > 10:
        factor = 1
    low, high = low * factor, high * factor if high is not None else None
    rest = text[end : end + 1]
    if (
        unit.name == "成"
        and rest in numerals.DIGITS
        and rest
        and high is None
        and text[end + 1 : end + 2] not in numerals.SCALES
    ):
        low, end = low + numerals.DIGITS[rest], end + 1
    elif unit.name == "成" and rest == "半" and high is None:
        low, end = low + 5, end + 1
    return low, high, UNITS[name], end


def _counted(first: Unit, second: Unit) -> bool:
    """Tell whether 个 before a range's sign stands for a unit that has 个 itself: 5个至10个百分点."""
    return first.name == "个" and (second.name.startswith("个") or second.name in WITH_GE)


def _range(first: Amount, second: Amount) -> Amount | None:
    """Return two amounts with a dash or 至 between as one; None: they are no range."""
    if second.high is not None or first.hedge or second.fraction != (first.fraction and second.fraction):
        return None
    low, unit = first.low, second.unit
    if first.unit is None:
        scale = second.numeral.scale
        if first.numeral.scale == 1 and scale >= 100 and low < second.numeral.low / scale:
            low *= scale
        if unit and second.numeral.low:
            low *= second.low / second.numeral.low  # 三至四成 counts in percent
    elif second.unit is None:
        if not first.fraction:
            return None
        unit = first.unit
    elif first.unit.name != second.unit.name and not _counted(first.unit, second.unit):
        return None
    if not low < second.low:
        return None
    return replace(first, end=second.end, low=low, high=second.low, unit=unit, hedge=second.hedge)
