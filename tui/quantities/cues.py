"""What around a small Chinese number says that its unit is one, and not the beginning of another word."""

import re

from tui.quantities.numerals import Numeral
from tui.quantities.words import CLAUSE_END

_TWO_DIGITS = frozenset("度分节车杆孔")
"""Units that a Chinese number of two digits, or with decimals, is enough for: 二十节, but not 三十里铺."""
_FAR = re.compile(
    rf"里(?:{CLAUSE_END}|之?[外内]|以[上下内外]|左右|上下|光景|开外|多?(?:山|水|夜)?路|地|远|长[，。；、]|宽|见方)"
)
"""里 as a measure behind a Chinese number below a hundred: 五十里光景, but not 三十里铺."""
_JIAO_FEN = re.compile("角[一二三四五六七八九]分(?![之公钟店局行])")
"""角 as money behind a Chinese number: 三角五分, but not 三角 by itself."""
_FREEZING = re.compile("零[下上](?:[0-9.一二三四五六七八九十]{1,5}度?[至到~—-])?$")
_DEGREES_BEFORE = re.compile(
    "(?:风力?|震级|烈度|海?浪)(?:为|约|达|到|可达|有|在|转|增至|减弱至|[一二三四五六七八九十]{1,2}[至到])*$"
)
_DEGREES_BEHIND = re.compile(
    "级(?:左右|以上)?(?:[大强狂]风|[、，到至转]?阵风|风浪|海浪|[偏东南西北]{1,3}风|地震)"
)
"""Around a small Chinese number before 级: what has degrees (北风三到四级, 六级大风)."""
_FIELD = re.compile("分(?:[好薄旱水菜耕]|自留|责任|口粮)?[地田](?![点带区方段])")
"""分 as a measure of land: 八分地."""
PRICE = re.compile(
    "(?:[涨跌降升贵差高低调]价?|便宜|每[斤升个度张件吨次人]|只要|[售卖单]价|卖)[了到是为破]?(?:近|约|不到)?$"
)
PRICE_BEHIND = re.compile(
    f"[涨降跌升炒]|不到[，。；、的]|[1-9一二三四五六七八九](?:{CLAUSE_END}|[一每左上分])"
)
"""Behind 毛: it is money, and not the writer 三毛 (八毛涨到一块, 多挣一毛五)."""
PRICE_REACH = 6
"""Before 毛: a price or its change, so that it is a unit by itself (涨了5毛)."""
_CHANGED_DEGREES = re.compile("[升降高低](?:了|约|近|达)?(?:[一二两三四五六七八九十]{1,2}[至到])?$")
"""Before a small Chinese number with 度: it is one of degrees (降了三度, 偏高一到两度)."""
_SCORED = re.compile("(?:得|扣|罚|[失丢拿砍]下?|领先|落后|相差|仅差)了?$")
_SCORE_ENDS = re.compile(f"分(?:{CLAUSE_END}|的?优势|之差)")
"""Around a small Chinese number: it is one of points (连得七分)."""
_INTEREST = re.compile("[息利][^，。；、！？：]{0,9}$")
"""Before a Chinese number with 厘: it is a rate (拆息由六厘升至十二厘)."""
_MINUTES = re.compile("分零?[一二三四五六七八九十]{1,3}秒")
"""Behind a small Chinese number: minutes before seconds (四分十八秒)."""
_BODIES = frozenset("具尊")
_AT_END = re.compile(f"[具尊](?:{CLAUSE_END})")
"""Units of a small Chinese number at the end of a clause: 人骨三具."""
_CUE_REACH = 12
_HUNDRED, _POINTS = 100, frozenset("点股")
_BY_CUE = frozenset("级分厘度")


def is_plain(text: str, at: int, numeral: Numeral) -> bool:
    """Tell whether a small Chinese number is one here, by its unit at `at` and what stands around."""
    char = text[at : at + 1]
    if numeral.bare and numeral.low >= _HUNDRED and char in _POINTS:
        return True  # 逾千点
    if numeral.low >= 10 and (numeral.hedge or at > numeral.end):
        return True  # 数十步, 百余步
    if char in _BY_CUE and _has_cue(text, at, numeral):
        return True
    if (
        (char in _BODIES and _AT_END.match(text, at))
        or text.startswith("里半", at)
        or (numeral.low > 1 and text.endswith("每", 0, numeral.start))
    ):
        return True  # 七里半, 每十单
    if char == "里":
        return (numeral.low >= 10 or numeral.high is not None) and _FAR.match(text, at) is not None
    if char == "角":
        is_price = PRICE.search(text, max(0, numeral.start - PRICE_REACH), numeral.start)
        return is_price is not None or _JIAO_FEN.match(text, at) is not None
    is_said = numeral.low > 10 or numeral.low.denominator != 1
    return (is_said and char in _TWO_DIGITS) or _is_below_zero(text, numeral)


def _has_cue(text: str, at: int, numeral: Numeral) -> bool:
    """Tell whether what stands around a small Chinese number says that its unit at `at` is one."""
    char, before = text[at], text[max(0, numeral.start - _CUE_REACH) : numeral.start]
    if char == "级":
        return _has_degrees(text, at, numeral)
    if char == "分" and (_FIELD.match(text, at) or _MINUTES.match(text, at)):
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
