"""Whether an amount is a quantity in its context, or an article, a name, a rank or a bare number."""

import re

from tui.quantities.amount import Amount
from tui.quantities.context import is_compared
from tui.quantities.exclusions import term_end
from tui.quantities.units import COUNT
from tui.quantities.words import COUNTED_TOO, OTHER_ONES, RANKED, SECOND, SYSTEM

_PROPORTIONS = ("%", "‰", "个百分点")
_CLAUSE_ENDS = "，。；！？）”\n"  # and no character at all
_NAME_BEHIND = "号路版级后强届年月日时点分院楼室中小初高代"
_NO_NAME_BEHIND = ("中国", "中华", "中央", "中外", "中方", "中小", "年轻", "高校")
"""Behind a number without a unit: what makes it a name, a date or a place in a row."""
_WIND = re.compile("(?:左右|以[上下])?(?:[的、，]?[大阵偏东南西北]{0,3}风|地震|海浪)")
_WIND_BEFORE = re.compile("(?:风力?|震级|烈度|浪)(?:为|约|达到?|可达|有|在)?$")
"""Around 级: what has degrees, so that 六、七级 is a range and no list."""
_EVENTS = frozenset(("mass", "length"))
"""Dimensions that sporting events are named by: 女子60米, 70公斤级."""
_MORE = ("多", "少")
"""Behind 上一年: the verb of what is compared with it."""
_CLASSES = 1000
"""From this number on 级 is no degree of a scale."""
_HEAD_BEFORE = re.compile(r"单位[:为是]? ?\(?$")
_HEAD_BEHIND = re.compile(r"\)[”\"’」]?(?:[为是达约:|\s\d+-]|一?[栏列]|$)")
"""Around a scale with its unit: what makes them the unit of a table's column (产值(十万元))."""
_NAMED_BEFORE = {"口": "老小", "科": "骨内外妇产儿", "届": "老", "期": "程目", "段": "余业"}
"""By unit: the characters before a number that make it part of a name (老两口, 骨三科, 工程六期)."""
_TERMS = re.compile("(?:、(?:[0-9]{1,2}|[一二两三四五六半]|十二)个?[年月]){1,6}期(?![间限])")
"""Behind a length of time: it is a term of deposits (三个月、半年、一年期)."""
_SCORE = re.compile("[0-9]{1,3}[比:-][0-9]")
_LISTED = re.compile("(?:^|[^0-9.])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})、$")
_SIGNS = tuple("<>≤≥=")
_SHORT, _SHORT_ARABIC = 8, 10
"""Characters up to which a quotation is a name or slogan, for Chinese and for Arabic numerals."""


def counts(
    text: str, found: Amount, *, bounded: bool, changed: bool, quote: tuple[int, int] | None, lenient: bool
) -> bool:
    """Tell whether an amount is a quantity in a folded text.

    Args:
        bounded: whether a comparator or a hedge goes with it.
        changed: whether it is an amount of change.
        quote: the short quotation or title around it.
        lenient: whether a person says that it is one.
    """
    if found.unit is None:
        return _stands_alone(text, found, bounded=bounded, quoted=quote is not None, lenient=lenient)
    if found.numeral.positional and not _by_place(found):
        return False
    if found.fraction:
        return not text.endswith("另", 0, found.start)
    if lenient:
        return True
    if _is_nothing(text, found) or _is_class(text, found):
        return False
    if found.numeral.bare and (_is_head(text, found) or (not bounded and _is_one_character(found))):
        return False
    if _is_article(text, found) and not bounded and not changed:
        return False
    if text.startswith(_MORE, found.end) and (_is_other(text, found) or is_compared(text, found)):
        return False
    if found.numeral.enumerated and (_is_ranks(text, found) or _is_list(text, found)):
        return False
    if _is_ranked(text, found) or _is_system(text, found) or _is_second(text, found):
        return False
    return bounded or found.unit.name in _PROPORTIONS or not _is_name(text, found, quote, changed=changed)


def _is_one_character(found: Amount) -> bool:
    return found.numeral.end == found.numeral.start + 1


def _is_head(text: str, found: Amount) -> bool:
    """Tell whether a scale and a unit are the unit of a table's column: 产值(十万元)."""
    if text[found.start - 1 : found.start] == "(" and _HEAD_BEHIND.match(text, found.end):
        return True
    return _HEAD_BEFORE.search(text, max(0, found.start - 5), found.start) is not None


def _is_ranks(text: str, found: Amount) -> bool:
    """Tell whether two numbers say which ones: 一、二期, 三、四环; 三、四次 and 一、两次 count."""
    assert found.unit is not None
    pair = text[found.numeral.start : found.numeral.end]
    if found.unit.name == "级" and (
        _WIND.match(text, found.end) or _WIND_BEFORE.search(text, max(0, found.start - 4), found.start)
    ):
        return False
    if found.unit.name not in SECOND or "两" in pair:
        return False
    return found.unit.name not in COUNTED_TOO or pair.startswith(("一", "1"))


def _is_list(text: str, found: Amount) -> bool:
    """Tell whether what stands behind 、 is a term: 举一反三、四面八方."""
    return term_end(text, text.index("、", found.numeral.start) + 1) > 0


def _by_place(found: Amount) -> bool:
    """Tell whether digits without scales may be a number here: 八五折, 三六五公里; not 三八人."""
    assert found.unit is not None
    return found.unit.name == "%" or (found.low >= 100 and found.unit.dimension not in COUNT)


def _is_article(text: str, found: Amount) -> bool:
    """Tell whether 一 counts nothing: 一张卡, 这一年, 新的一天."""
    if text[found.numeral.start : found.numeral.end] != "一" or found.unit is None or found.low != 1:
        return False
    return found.unit.dimension in COUNT or _is_other(text, found)


def _is_other(text: str, found: Amount) -> bool:
    """Tell whether 一 says which one: 上一年, 这一年."""
    is_one = text[found.numeral.start : found.numeral.end] == "一"
    return is_one and text.endswith(OTHER_ONES, 0, found.start) and not text.endswith("提前", 0, found.start)


def _is_nothing(text: str, found: Amount) -> bool:
    """Tell whether 零 stands before what is counted: 零头, 零件."""
    assert found.unit is not None
    return text[found.numeral.start : found.numeral.end] == "零" and found.unit.dimension in COUNT


def _is_class(text: str, found: Amount) -> bool:
    """Tell whether an amount says of what class or by what a thing is: 千万吨级炼油, 每百万元."""
    assert found.unit is not None
    if found.unit.name == "级":
        return found.low >= _CLASSES
    named = _NAMED_BEFORE.get(found.unit.name)
    if (
        named
        and found.start
        and text[found.start - 1] in named
        and (found.unit.name != "口" or text[found.start] == "两")
    ):
        return True
    if found.unit.name == "个" and _SCORE.match(text, found.end):
        return True  # 两个6比2
    if found.unit.name in ("公斤", "千克") and text.startswith("级", found.end):
        return True
    if (
        found.unit.dimension == "time"
        and text[found.end : found.end + 1] == "、"
        and _TERMS.match(text, found.end)
    ):
        return True
    if found.unit.dimension in _EVENTS and text.endswith(("男子", "女子"), 0, found.start):
        return True
    if not found.numeral.bare:
        return False
    return text.startswith("级", found.end) or text.endswith("每", 0, found.start)


def _is_ranked(text: str, found: Amount) -> bool:
    """Tell whether an amount is a place in a row or a part of the year: 前10名, 前5个月, 上半年."""
    assert found.unit is not None
    if text[found.start] == "半" and text.endswith(("上", "下", "大"), 0, found.start):
        return True
    if text.startswith("半年", found.start):
        is_ranked = text.endswith(("前", "后"), 0, found.start)
    else:
        is_ranked = found.unit.name in RANKED and text.endswith(("前", "头"), 0, found.start)
    return is_ranked and not text.endswith("提前", 0, found.start)


def _is_system(text: str, found: Amount) -> bool:
    """Tell whether an amount names a system: 两票制, 五天工作制, 八小时工作制."""
    return SYSTEM.match(text, found.end) is not None


def _is_second(text: str, found: Amount) -> bool:
    """Tell whether 二, or the last of a list, says which one and not how many: 二期工程, 一、三、五层."""
    assert found.unit is not None
    if found.unit.name not in SECOND:
        return False
    number = text[found.numeral.start : found.numeral.end]
    return number in ("二", "一二") or bool(_LISTED.search(text, max(0, found.start - 4), found.start))


def _is_name(text: str, found: Amount, quote: tuple[int, int] | None, *, changed: bool) -> bool:
    """Tell whether an amount is part of a title, or of a quoted name or slogan: “提高两个率”."""
    if quote is None:
        return False
    start, end = quote
    length = end - start - 2
    if text[start] in "《〈〔[":
        return True
    if not found.numeral.arabic:
        return length <= _SHORT and found.low <= 100
    whole = (found.start, found.end) == (start + 1, end - 1)
    leads = found.start <= start + 2 and found.low < 10**4
    return length <= _SHORT_ARABIC and leads and not whole and not changed


def _stands_alone(text: str, found: Amount, *, bounded: bool, quoted: bool, lenient: bool) -> bool:
    """Tell whether a number counts without a unit: 突破10万, 超300; in a selection any number."""
    numeral, behind = found.numeral, text[found.end : found.end + 1]
    if text.startswith("人口", found.end) and text.endswith("每", 0, found.start) and not lenient:
        return False
    if text[found.start] == "半" or numeral.positional:
        return False
    if behind and behind in _NAME_BEHIND + ":/" and not text.startswith(_NO_NAME_BEHIND, found.end):
        return False
    if behind.isascii() and behind.isalnum():
        return False
    if lenient:
        return True
    if text[found.start - 1 : found.start] in _SIGNS and text[found.start - 2 : found.start - 1].isascii():
        return False  # P<0.05
    if numeral.arabic:
        return bounded or (text[numeral.end - 1] in "万亿WwKk" and not quoted)
    if (
        found.low >= (100 if numeral.high else 10**4)
        and not numeral.bare
        and text[found.start] not in "百千万亿"
    ):
        return not quoted  # 三四万, 一万五六, 两万五
    if not bounded or found.low < 100:
        return False
    # 用户破亿 at the end of its clause; in 破万卷 and 过万里 another word follows.
    is_last = found.low >= 10**4 and behind in _CLAUSE_ENDS
    return found.hedge != "" or numeral.end > numeral.start + 1 or is_last
