"""Numbers in Arabic digits, as print and text recognition write them (GB/T 15835-2011, 4.1 and 5.1).

A number is read whole or not at all: behind a mark that cannot be read, no fragment of it is one.
"""

import re
from fractions import Fraction
from typing import NamedTuple

LONGEST = 30
"""Digits of a number; what is longer counts nothing."""
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
_DIGITS = re.compile("[0-9]+")
_GROUPED = re.compile(
    r"[0-9]+[·•][0-9]+(?=[%‰万亿元吨米倍亩]|个百分点|[美欧日港]元|英镑|公[里斤顷]|平方|立方|千克)"  # 91·57%
    r"|[0-9]{1,3}(?:[,，'’‘][0-9]{3})+(?![0-9])(?: ?\. ?[0-9]+)?"  # 1,200  1，286.4  2’468
    r"|[0-9]{1,3}(?: [0-9]{3})+(?![0-9,])(?: ?\. ?[0-9]+)?"  # 1 200  1 286. 4
    r"|[0-9]+(?: \. ?|\.)[0-9]+"  # 3.6  7 . 4
    r"|[0-9]+"
)
_LOOSE_POINT = re.compile(r"[0-9]+\. [0-9]+")
"""A point with a blank behind it: a number behind a word, an item of a list (1. 5家企业) elsewhere."""
_NOT_DIGITS = re.compile("[^0-9.]")
_MARKS = frozenset(".,，。·•'’‘` ×xX*✕±^的乘%°º" + SUPERSCRIPTS)
"""What behind digits may make more of them than a whole number."""
_UNREADABLE = re.compile(
    r"\.[0-9]|[,，](?:[0-9]{1,2}(?![0-9年月日时])|[0-9]{4})|[·•'’‘`][0-9]|。[0-9]+(?:\.[0-9]+)?(?![0-9年月日时:、.])"
    rf"| ?[×xX*✕±] ?[0-9]|\^|[{SUPERSCRIPTS}]|的[负-]?[0-9二三四五六七八九十]{{1,3}}次[方幂]"
    r"| 。 ?[0-9]|\.{2,}[0-9]| ?[,，] ?[0-9]{3}(?![0-9年月日时])|['`] [0-9]{3}(?![0-9])|乘以[0-9]{1,3}的"
)
_GROUPED_BY_POINT = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
"""Before a comma and decimals: groups and decimals with their marks exchanged (1.234,5)."""
_SPOILT = re.compile(" ?(?:%[0-9oO](?![0-9.,%A-Za-z年月日时])|[°º] ?℃)")
"""A sign that text recognition spoils: 6.8%0 and 6.8%o are printed 6.8‰, 18°℃ may be anything."""
_REST = re.compile(
    rf"[0-9]*(?: ?[.,，。·•'’‘`×xX*✕±^][ -]?[0-9]+|[{SUPERSCRIPTS}]+"
    r"| 。 ?[0-9]+|\.{2,}[0-9]+| [,，] ?[0-9]{3}|乘以[0-9]{1,3}"
    "|的[负-]?[0-9二三四五六七八九十]{1,3}次[方幂])*[十百千万亿]*"
)
_SCALE = re.compile(
    r" ?(?:([十百千]?)(万亿|万|亿)|(?![十百千](?:米|克|瓦|伏|卡|焦|帕|赫|字节|牛|安|分点))([十百千]))"
)
_TEN_THOUSANDS = re.compile(
    r"([Ww])(?=\+|[多余步赞平]|一平|播放|阅读|浏览|点击|下载|点赞|用户|观众|网友|读者|粉丝|[人元户个名家粉次块辆件篇条份票单套张位部只斤亩吨字场首本])|([Kk])(?=\+|[人元次块粉件单份条字张])"
)
"""W and K behind digits as people write 万 and 千: 30W人, 10W+, 8K元; 30W by itself is watt."""
_COUNTED = re.compile(
    "(?:粉丝|关注|阅读|播放|点赞|浏览|点击|转发|观看|下载|订阅|曝光|收藏|评论|成交|销售|发行)[量数额]?|[涨吸]粉|[销流]量|存款|[年月底]薪|薪资|工资|[年月日]入|获赞|[日月]活|人气|热度|赚了?|净赚|身家|欠债|房贷|罚款|捐款"
    "|房价|首付|奖金|收入|身价|票房"
)
_COUNTED_REACH = 8
"""What before a number is counted in them without a unit: 阅读量10W, 月薪8K."""
_SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}


class Arabic(NamedTuple):
    """A number in Arabic digits with one scale at most.

    Attributes:
        end: where it ends.
        value: the number, the scale folded in.
        scale: what the digits were multiplied with.
    """

    end: int
    value: int | Fraction
    scale: int


def read_digits(text: str, start: int) -> Arabic | None:
    """Return the digits at `start` without a scale; None: they are too many, or none."""
    digits, end = _digits(text, start)
    return Arabic(end, _value(digits, 1), 1) if 0 < len(digits) <= LONGEST else None


def read_scaled(text: str, start: int) -> Arabic | None:
    """Return the digits at `start` with their scale: 119.35万, 30W; None: they are too many, or none."""
    digits, end = _digits(text, start)
    if not 0 < len(digits) <= LONGEST:
        return None
    found = _SCALE.match(text, end)
    if found:
        scale = _SCALES[found[1] or found[3] or ""] * _SCALES[found[2] or ""]
        return Arabic(found.end(), _value(digits, scale), scale)
    if text[end : end + 1] in ("W", "w", "K", "k") and _is_scale(text, start, end):
        scale = 10**4 if text[end] in "Ww" else 1000
        return Arabic(end + 1, _value(digits, scale), scale)
    return Arabic(end, _value(digits, 1), 1)


def _is_scale(text: str, start: int, end: int) -> bool:
    """Tell whether the W or K at `end` says 万 or 千."""
    if _TEN_THOUSANDS.match(text, end):
        return True
    behind = text[end + 1 : end + 2]
    alone = not (behind.isascii() and behind.isalnum())
    return alone and _COUNTED.search(text, max(0, start - _COUNTED_REACH), start) is not None


def unreadable_end(text: str, start: int) -> int:
    """Return where a number ends whose marks cannot be read (3。5, 6.02×10^23, 1,2345); else `start`."""
    whole = _DIGITS.match(text, start)
    if whole is None or text[whole.end() : whole.end() + 1] not in _MARKS or whole.end() == len(text):
        return start
    digits, end = _digits(text, start)
    if spoilt := _SPOILT.match(text, end):
        return spoilt.end()
    found = _UNREADABLE.match(text, end)
    if not found or (
        found[0][0] in ",，"
        and not _GROUPED_BY_POINT.fullmatch(digits)
        and (len(_NOT_DIGITS.split(text[start:end])[0]) > 3 or "." in digits)
    ):
        return start
    return _REST.match(text, end).end()  # type: ignore[union-attr]


def _digits(text: str, start: int) -> tuple[str, int]:
    """Return the digits of a number and where it ends; a leading point (.5) is no part of them."""
    found = _GROUPED.match(text, start)
    if found is None:
        return "", start
    end = found.end()
    loose = _LOOSE_POINT.match(text, start)
    if loose and loose.end() > end and start and text[start - 1] not in " \n。；;":
        end = loose.end()
    digits = text[start:end]
    if not digits.isdecimal():
        digits = _NOT_DIGITS.sub("", digits.replace("·", ".").replace("•", "."))
    if "." not in digits and led_by_point(text, start):
        digits = "." + digits
    return digits, end


def led_by_point(text: str, start: int) -> bool:
    """Tell whether a point before digits is theirs: .5%, .05%; not 2.3.5."""
    return text[start - 1 : start] == "." and start > 0 and not _is_name(text, start - 1)


def _is_name(text: str, at: int) -> bool:
    """Tell whether the point at `at` stands behind a letter or digit: v.5, 2.3.5."""
    return at > 0 and text[at - 1].isascii() and (text[at - 1].isalnum() or text[at - 1] in ".)")


def _value(digits: str, scale: int) -> int | Fraction:
    whole, point, decimals = digits.partition(".")
    if not point:
        return int(digits) * scale
    below: int = 10 ** len(decimals)
    number = int(whole + decimals) * scale
    return number // below if number % below == 0 else Fraction(number, below)
