"""Amounts: a number with its unit, before any comparator."""

import re
from fractions import Fraction

from tui.quantities import numerals
from tui.quantities.amount import Amount
from tui.quantities.compounds import compound
from tui.quantities.cues import PRICE, PRICE_BEHIND, PRICE_REACH, is_plain
from tui.quantities.fractions import FRACTION, mixed, part
from tui.quantities.numerals import Numeral
from tui.quantities.tally import Number
from tui.quantities.unit_table import FACTORS
from tui.quantities.units import UNITS, Unit, Units
from tui.quantities.words import CLAUSE_END, NOT_AFTER, NOT_WEIGHT, WEIGHED

HALVES = frozenset(("time", "length", "area", "volume", "mass", "age"))
"""Dimensions that 半 is half a unit of."""
HALVED = HALVES | {"ratio"}
"""Dimensions of units that 半 stands behind: 四天半, 两倍半."""
HALVED_NAMES = frozenset(("块", "元", "角", "度", "碗", "杯", "瓶", "袋", "桶"))
"""Units of other dimensions that 半 stands behind: 两块半, 三碗半."""
HALVED_POINTS = frozenset(("个百分点", "个基点", "成", "倍"))
"""Units of a proportion that 半 stands before: 半个百分点, 半成, 半倍."""
_HALF = Fraction(1, 2)
_OTHER_HALF = ("半个", "半月", "半年", "半载", "半天", "半斤", "半公斤", "半升", "半价")
"""半 of another unit than the one before it: 十天半个月, 两瓶半斤装."""
_TENTHS = re.compile("[一二三四五六七八九两零〇]|(?<=[0-9]成)[1-9](?![0-9.])")
"""Behind 成: so many hundredths more (八成五, 3成2)."""
_SHARED_POINTS = re.compile(r"个(?=(?:[、和及与][0-9.]{1,8}个)*?[、和及与][0-9.]{1,8}个百分点)")
"""个 that stands for the unit of the last of some amounts: 1.6个和2.5个百分点."""
_AT_END = re.compile(CLAUSE_END)
_WEIGHED_BEFORE = re.compile(rf"(?:{WEIGHED.pattern}|重)$")
_WEIGHT_BEHIND = re.compile(
    "[1-9一二三四五六七八九]钱|左右|上下|不到|多[，。；、的]|以[上下内]|重(?:的|[，。；、]|$)|装(?!饰|置|修)|半(?![天日年个])"
)
_LIANG = UNITS["两"]
_MACE_BEHIND = ("重", "以上", "以下")
"""Behind 钱: it is a weight by itself (8钱以上的虾), as before what is weighed (三钱黄金)."""


def amount(text: str, start: int, units: Units) -> Amount | None:
    """Return the number at `start` with its unit, no range; None: there is no number."""
    if text[start] == "半":
        return _half(text, start, units)
    numeral = numerals.read(text, start)
    if numeral is None:
        return None
    char = text[numeral.end : numeral.end + 1]
    if char in ("分", "半", "/") and (found := part(text, numeral)):
        return found
    number = numeral
    if char == "又":
        number = mixed(text, numeral)
    elif char in ("几", "多"):
        number = _up_to(text, numeral)
    found = _with_unit(text, number, units)
    if char == "又" and number is not numeral and found.unit is None:
        return found._replace(unit=FRACTION, fraction=True)
    return found if found.unit is None else _with_half(text, found, compound(text, found, units))


def _up_to(text: str, numeral: Numeral) -> Numeral:
    """Return a number before 几 or 多 as one range with the next (十几二十, 一百多两百); others stay."""
    at = numeral.end + 1
    if not numeral.low or numeral.high is not None:
        return numeral
    second = numerals.read(text, at) if numerals.START.match(text, at) else None
    if second is None or second.high is not None or second.hedge:
        return numeral
    step = 10
    while numeral.low % (10 * step) == 0:
        step *= 10
    for scale in (1, 10**4, 10**8):  # 十几二十万
        if second.low == (numeral.low + step) * scale:
            return numeral._replace(end=second.end, low=numeral.low * scale, high=second.low)
    return numeral


def _with_half(text: str, first: Amount, whole: Amount) -> Amount:
    """Take the 半 behind a compound: 一斤七两半."""
    unit = whole.unit
    if whole.end == first.end or unit is None or not _is_halved(unit) or not _has_half(text, whole.end):
        return whole
    return whole._replace(end=whole.end + 1, low=whole.low + _HALF)


def _half(text: str, start: int, units: Units) -> Amount:
    """Return 半年, 半个小时 and the like, or 半数."""
    numeral = Numeral(start, start + 1, _HALF)
    if text.startswith("半数", start):
        return Amount(start, start + 2, _HALF, None, FRACTION, "", numeral, fraction=True)
    hedge, at = ("gt", start + 2) if text[start + 1 : start + 2] == "多" else ("", start + 1)
    if split := _split(text, at, units):
        unit, end, _ = split
        return Amount(start, end, _HALF, None, unit, "gt", numeral)
    if text[at : at + 1] == "两" and _is_weight(text, at, numeral):
        return Amount(start, at + 1, _HALF, None, _LIANG, hedge, numeral)
    found = units.match(text, at, arabic=text.startswith(("里路", "里地", "里远"), at))
    if found and (found[0].dimension in HALVES or found[0].name in HALVED_POINTS):
        name, factor = FACTORS.get(found[0].name, (found[0].name, 1))
        return Amount(start, found[1], _HALF * factor, None, UNITS.get(name, found[0]), hedge, numeral)
    return Amount(start, start + 1, _HALF, None, None, "", numeral)


def _with_unit(text: str, numeral: Numeral, units: Units) -> Amount:
    """Return a numeral with the hedge (余, 多, 来), the unit and the 半 behind it."""
    at, hedge = numeral.end, numeral.hedge
    more = numerals.behind_hao(text, at)
    word = text[more : more + 1]
    if word and word in numerals.HEDGES and _hedges(text, numeral, more, units):
        hedge, at = numerals.HEDGES[word], more + 1
    found, half = _unit(text, at, numeral, units), False
    if text.startswith(("分半钟", "分多钟"), at) and numeral.high is None:
        more = text[at + 1] == "多"
        low, hedge = (numeral.low, "gt") if more else (numeral.low + _HALF, hedge)
        return Amount(numeral.start, at + 3, low, None, UNITS["分钟"], hedge, numeral)
    if text[at : at + 1] == "个" and (split := _split(text, at, units)):
        unit, end, word = split
        found, hedge = (unit, end), "gt" if word == "多" else hedge
        half = word == "半"
    start = numeral.start - _led_by_point(text, numeral)
    if not found:
        return Amount(start, at, numeral.low, numeral.high, None, hedge, numeral)
    low, high, unit, end = _scaled(text, numeral, *found)
    if (
        not half
        and high is None
        and text[end : end + 1] == "半"
        and _is_halved(unit)
        and _has_half(text, end)
    ):
        half, end = True, end + 1
    return Amount(start, end, low + _HALF if half else low, high, unit, hedge, numeral)


def _led_by_point(text: str, numeral: Numeral) -> bool:
    """Tell whether a point before the digits was read as theirs: .5%."""
    return numeral.arabic and numeral.low.denominator != 1 and text[numeral.start - 1 : numeral.start] == "."


def _has_half(text: str, at: int) -> bool:
    return text.startswith("半", at) and not text.startswith(_OTHER_HALF, at)


def _is_halved(unit: Unit) -> bool:
    return unit.dimension in HALVED or unit.name in HALVED_NAMES


def _hedges(text: str, numeral: Numeral, at: int, units: Units) -> bool:
    """Tell whether 余, 多, 几 or 来 behind a number, at `at`, says that there is more: 300余份, 20多."""
    word = text[at]
    if word == "几" and (numeral.low % 10 or numeral.arabic):
        return False
    if word == "把" and not numeral.bare:
        return False  # 一千把椅子
    if word == "多" and _is_big(text, numeral) and not text.startswith(NOT_AFTER["多"], at + 1):
        return True
    return word == "余" or _unit(text, at + 1, numeral, units) is not None


def _is_big(text: str, numeral: Numeral) -> bool:
    return text[numeral.end - 1] in "万亿WwKk" and not numeral.bare


def _unit(text: str, at: int, numeral: Numeral, units: Units) -> tuple[Unit, int] | None:
    """Return the unit at `at`; behind Arabic digits a blank may stand before it."""
    if numeral.arabic and text[at : at + 1] == " ":
        at += 1
    char = text[at : at + 1]
    if char == "起" and text[at - 1] in "WwKk":
        return None
    if char == "两":
        return (_LIANG, at + 1) if _is_weight(text, at, numeral) else None
    if char == "钱" and (WEIGHED.match(text, at + 1) or text.startswith(_MACE_BEHIND, at + 1)):
        return UNITS["钱"], at + 1
    if char == "毛" and not text.startswith("毛钱", at):
        reach = max(0, numeral.start - PRICE_REACH)
        is_price = PRICE.search(text, reach, numeral.start) or PRICE_BEHIND.match(text, at + 1)
        return (UNITS["毛"], at + 1) if is_price else None
    if char == "个" and (shared := _SHARED_POINTS.match(text, at)):
        return UNITS["个百分点"], shared.end()
    return units.match(text, at, arabic=numeral.plain or is_plain(text, at, numeral))


def _is_weight(text: str, at: int, numeral: Numeral) -> bool:
    """Tell whether 两 counts weight: 5两黄金, 二百两; not 2022两会."""
    if (
        WEIGHED.match(text, at + 1)
        or _AT_END.match(text, at + 1)
        or _WEIGHT_BEHIND.match(text, at + 1)
        or _WEIGHED_BEFORE.search(text, max(0, numeral.start - 4), numeral.start)
    ):
        return True
    if text[at + 1 : at + 2] in NOT_WEIGHT:
        return False
    return numeral.low >= 10 or numeral.arabic


def _split(text: str, at: int, units: Units) -> tuple[Unit, int, str] | None:
    """Return the unit that 多 or 半 stands inside of: 个多月, 个半小时."""
    if not text.startswith(("个多", "个半"), at):
        return None
    found = units.match("个" + text[at + 2 : at + 6], 0, arabic=True)
    return (found[0], at + found[1] + 1, text[at + 1]) if found and found[1] > 1 else None


def _scaled(text: str, numeral: Numeral, unit: Unit, end: int) -> tuple[Number, Number | None, Unit, int]:
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
        and _TENTHS.match(text, end)
        and high is None
        and text[end + 1 : end + 2] not in numerals.SCALES
    ):
        low, end = low + (int(rest) if rest.isascii() else numerals.DIGITS[rest]), end + 1
    elif rest == "半" and high is None:
        low, end = low + 5, end + 1
    return low, high, UNITS[name], end
