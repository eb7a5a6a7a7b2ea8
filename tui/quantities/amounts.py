"""Amounts: a number with its unit, before any comparator."""

import re
from fractions import Fraction

from tui.quantities import numerals
from tui.quantities.amount import Amount
from tui.quantities.compounds import compound
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
TWO_DIGITS = frozenset("度分节车杆")
"""Units that a Chinese number of two digits, or with decimals, is enough for: 二十节, but not 三十里铺."""
_FAR = re.compile(
    rf"里(?:{CLAUSE_END}|之?[外内]|以[上下内外]|左右|上下|光景|开外|多?(?:山|水|夜)?路|地|远|长[，。；、]|宽|见方)"
)
"""里 as a measure behind a Chinese number below a hundred: 五十里光景, but not 三十里铺."""
_JIAO_FEN = re.compile("角[一二三四五六七八九]分(?![之公钟店局行])")
"""角 as money behind a Chinese number: 三角五分, but not 三角 by itself."""
_FREEZING = re.compile("零[下上](?:[0-9.一二三四五六七八九十]{1,5}度?[至到~—-])?$")
_HALF = Fraction(1, 2)
_OTHER_HALF = ("半个", "半月", "半年", "半载", "半天", "半斤", "半公斤", "半升", "半价")
"""半 of another unit than the one before it: 十天半个月, 两瓶半斤装."""
_DEGREES_BEFORE = re.compile(
    "(?:风力?|震级|烈度|海?浪)(?:为|约|达|到|可达|有|在|转|增至|减弱至|[一二三四五六七八九十]{1,2}[至到])*$"
)
_DEGREES_BEHIND = re.compile("级(?:左右|以上)?(?:[大强狂]风|[、，到至转]?阵风|风浪|海浪|[偏东南西北]{1,3}风|地震)")
"""Around a small Chinese number before 级: what has degrees (北风三到四级, 六级大风)."""
_TENTHS = re.compile("[一二三四五六七八九两零〇]|(?<=[0-9]成)[1-9](?![0-9.])")
"""Behind 成: so many hundredths more (八成五, 3成2)."""
_FIELD = re.compile("分(?:[好薄旱水菜耕]|自留|责任|口粮)?[地田](?![点带区方段])")
"""分 as a measure of land: 八分地."""
_SHARED_POINTS = re.compile(r"个(?=(?:[、和及与][0-9.]{1,8}个)*?[、和及与][0-9.]{1,8}个百分点)")
"""个 that stands for the unit of the last of some amounts: 1.6个和2.5个百分点."""
_PRICE = re.compile(
    "(?:[涨跌降升贵差高低调]价?|便宜|每[斤升个度张件吨次人]|只要|[售卖单]价|卖)[了到是为]?(?:近|约|不到)?$"
)
_PRICE_BEHIND = re.compile(
    f"[涨降跌升]|不到[，。；、的]|[1-9一二三四五六七八九](?:{CLAUSE_END}|[一每左上分])"
)
"""Behind 毛: it is money, and not the writer 三毛 (八毛涨到一块, 多挣一毛五)."""
_PRICE_REACH = 6
"""Before 毛: a price or its change, so that it is a unit by itself (涨了5毛)."""
_AT_END = re.compile(CLAUSE_END)
_WEIGHED_BEFORE = re.compile(rf"(?:{WEIGHED.pattern}|重)$")
_WEIGHT_BEHIND = re.compile(
    "[1-9一二三四五六七八九]钱|左右|上下|不到|多[，。；、的]|以[上下内]|重(?:的|[，。；、]|$)|装(?!饰|置|修)|半(?![天日年个])"
)
_LIANG = UNITS["两"]
_CHANGED_DEGREES = re.compile("[升降高低](?:了|约|近|达)?(?:[一二两三四五六七八九十]{1,2}[至到])?$")
"""Before a small Chinese number with 度: it is one of degrees (降了三度, 偏高一到两度)."""
_SCORED = re.compile("(?:得|扣|罚|[失丢拿砍]下?|领先|落后|相差|仅差)了?$")
_SCORE_ENDS = re.compile(f"分(?:{CLAUSE_END}|的?优势|之差)")
"""Around a small Chinese number: it is one of points (连得七分)."""
_INTEREST = re.compile("[息利][^，。；、！？：]{0,9}$")
"""Before a Chinese number with 厘: it is a rate (拆息由六厘升至十二厘)."""
_MACE_BEHIND = re.compile(f"钱(?:{WEIGHED.pattern}|重|以[上下])")
"""钱 as a weight by itself: 三钱黄金, 8钱以上的虾."""
_CUE_REACH = 12
_BY_CUE = frozenset("级分厘度")


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
    found = units.match(text, at, arabic=False)
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
    if text.startswith("分半钟", at) and numeral.high is None:
        return Amount(numeral.start, at + 3, numeral.low + _HALF, None, UNITS["分钟"], hedge, numeral)
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
    if char == "钱" and _MACE_BEHIND.match(text, at):
        return UNITS["钱"], at + 1
    if char == "毛" and not text.startswith("毛钱", at):
        reach = max(0, numeral.start - _PRICE_REACH)
        is_price = _PRICE.search(text, reach, numeral.start) or _PRICE_BEHIND.match(text, at + 1)
        return (UNITS["毛"], at + 1) if is_price else None
    if char == "个" and (shared := _SHARED_POINTS.match(text, at)):
        return UNITS["个百分点"], shared.end()
    return units.match(text, at, arabic=numeral.plain or _is_plain(text, at, numeral))


def _is_plain(text: str, at: int, numeral: Numeral) -> bool:
    """Tell whether a small Chinese number is one here, by its unit at `at` and what stands around."""
    char = text[at : at + 1]
    if numeral.low >= 10 and (numeral.hedge or at > numeral.end):
        return True  # 数十步, 百余步
    if char in _BY_CUE and _has_cue(text, at, numeral):
        return True
    if char == "里":
        return (numeral.low >= 10 or numeral.high is not None) and _FAR.match(text, at) is not None
    if char == "角":
        return _JIAO_FEN.match(text, at) is not None
    is_said = numeral.low > 10 or numeral.low.denominator != 1
    return (is_said and char in TWO_DIGITS) or _is_below_zero(text, numeral)


def _has_cue(text: str, at: int, numeral: Numeral) -> bool:
    """Tell whether what stands around a small Chinese number says that its unit at `at` is one."""
    char, before = text[at], text[max(0, numeral.start - _CUE_REACH) : numeral.start]
    if char == "级":
        return _has_degrees(text, at, numeral)
    if char == "分" and _FIELD.match(text, at):
        return True
    if char == "分":
        return _SCORED.search(before) is not None and _SCORE_ENDS.match(text, at) is not None
    if char == "厘":
        return _INTEREST.search(before) is not None
    if text.startswith("度半", at):
        return True
    changed = _CHANGED_DEGREES.search(before)
    return changed is not None and (numeral.low != 1 or changed[0][-1] in "至到")


def _has_degrees(text: str, at: int, numeral: Numeral) -> bool:
    reach = max(0, numeral.start - 8)
    return bool(_DEGREES_BEHIND.match(text, at) or _DEGREES_BEFORE.search(text, reach, numeral.start))


def _is_below_zero(text: str, numeral: Numeral) -> bool:
    """Tell whether 零下 or 零上 stands before a number, or before the first of its range."""
    return _FREEZING.search(text, max(0, numeral.start - 8), numeral.start) is not None


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
