"""The base date of a page or article: a day, or as much of it as is known."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from tui.quantities.fold import fold

_YEAR = "(?:1[5-9]|20|21)[0-9]{2}"
_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_REST = r"(?:[T\s(].{0,60})?"
_IN_DATA = (
    re.compile(rf"({_YEAR})(?:([-/.])([0-9]{{1,2}})(?:\2([0-9]{{1,2}}){_REST})?)?"),
    re.compile(rf"({_YEAR})()(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?:[T\s]?[0-9:]{{4,8}}.{{0,10}})?"),
    re.compile(
        rf"({_YEAR})()年度?(?:([0-9]{{1,2}}|元)月份?(?:([0-9]{{1,2}})[日号]?)?)?(?:\(?(?:星期|周)[一二三四五六日天]\)?)?{_REST}"
    ),
)
"""Dates in tables and as they are typed: ISO 8601 and its neighbours, the year first. 03/04/2023 is none."""
_BLANK = re.compile("(?<=[0-9年月]) (?=[年月日号])|(?<=[年月]) (?=[0-9])")
_IN_NAME = (
    re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])"),
    re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])"),
    re.compile("(?<![0-9])((?:19|20)[0-9]{2})()年([0-9]{1,2})月([0-9]{1,2})日"),
)
_DATE = r"((?:19|20)[0-9]{2})\s*(?:年|[-/.])\s*([0-9]{1,2})\s*(?:月|[-/.])\s*([0-9]{1,2})\s*日?"
_IN_LINE = re.compile(
    rf"(?:[-*·•#>\s]*|.{{0,20}}?\s|.{{0,30}}?[《》(】\]]\s*|.{{0,20}}?(?:日期|时间|来源|发布|出版|[报网社]|在线|[周月]刊|客户端)\s*[:|]?\s*){_DATE}"
    r"(?:\s*\)|\s*(?:[\[(,，]?\s*(?:星期|周|农历|第?\s*[0-9A-Z]{1,3}\s*版|第[0-9]|[0-9]{1,2}:[0-9]{2}|来源|责任?编|版面|总第|[A-Z]?[0-9]{2}\b|[|]|\s).{0,60})?)"
)
"""A line of a masthead or folio: ``（2023年05月12日 02版）``, ``2023-05-12 08:30 来源：…``."""
_NUMERALS = str.maketrans({**{c: str(n) for n, c in enumerate("〇一二三四五六七八九")}, "○": "0", "零": "0"})
_IN_CHINESE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年(?:(元|[一二三四五六七八九十]{1,2})月(?:(?:初)?([一二三四五六七八九十]{1,3})[日号]?)?)?"
)
_MONTH_NAMES = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_IN_ENGLISH = (
    re.compile(r"()([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.?,? ([0-9]{4})", re.IGNORECASE),
    re.compile(r"([a-z]{3})[a-z]*\.? ([0-9]{1,2})(?:st|nd|rd|th)?()?,? ([0-9]{4})", re.IGNORECASE),
)
_DATELINE = re.compile(
    rf"(?:^|[\n(（【]|[据據]|[社报網网報])(?:[^\n。，；()（）]{{0,24}}?)(?<![0-9])(?:({_YEAR})年)?([0-9]{{1,2}})月([0-9]{{1,2}})日\s?"
    r"(?:[早晚上下午凌晨中]{1,2})?(?:[专專]?[电電]|[讯訊]|消息|[综綜]合消息|新媒[体體][专專]?[电電])"
)
"""本报望津5月10日电, 新华社南浦2023年5月12日电, 新華社望津5月11日電."""
_DAY_ONLY = re.compile(
    r"(?:^|[\n(（【]|[据據]|[社报網网報])(?:[^\n。，；()（）]{0,24}?)(?<![0-9月、])([0-9]{1,2})日\s?"
    r"(?:[早晚上下午凌晨中]{1,2})?[专專]?(?:[电電](?![影视台力话器网商子])|[訊讯])"
)
"""新华社望津十日电: the last such day up to the page's."""
BEFORE_REPUBLIC = 1911
"""The year before the first of the Republic: 民國113年 is 2024."""
_CHINESE = "[〇○零一二三四五六七八九]"
_YEAR_WRITTEN = (
    rf"(?:公元)?(?P<year>{_CHINESE}{{4}})年|(?:中?华?民国)(?P<republic>[0-9]{{1,3}}|{_CHINESE}{{1,3}})年"
)
_WRITTEN_OUT = re.compile(
    rf"(?:(?:{_YEAR_WRITTEN}|(?<=[0-9]年))\s?)?"
    r"(?P<month>元|[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日"
    r"|(?<![月〇○零一二三四五六七八九十])(?P<only>[一二三四五六七八九十]{1,3})日(?=[专專]?[电電訊讯])"
)
"""A date that is not all in digits: 一九五三年五月十日, 民國112年5月12日, 1998年元月1日, 十日电."""
_DATELINE_REACH = 400
"""Characters of an article in which its dateline begins."""


class Base(NamedTuple):
    """A date of which the month or the day may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, where all of it is known."""
        return None if self.month is None or self.day is None else date(self.year, self.month, self.day)

    def __str__(self) -> str:
        known = (f"{part:02}" for part in (self.month, self.day) if part is not None)
        return "-".join((f"{self.year:04}", *known))


def base_of(text: str) -> Base | None:
    """Return the date that is written as ``2023``, ``2023-07`` or ``2023-07-05``; None: it is none."""
    found = _WRITTEN.fullmatch(text.strip())
    return _made(*found.groups()) if found else None


def date_in(text: str) -> Base | None:
    """Return the date that a table says of a text or a person typed, in any usual way of writing one.

    ``2023/9/5``, ``2023-09-05T08:00:00+08:00``, ``20230905``, ``2023年9月5日``, ``二〇二三年九月五日``,
    ``5 Sep 2023``; the day is the one written, in whatever zone the clock time is. None: it is none, or may
    be two (03/04/2023).
    """
    folded = _in_digits(_BLANK.sub("", " ".join(fold(text).split())))
    for pattern in _IN_DATA:
        if found := pattern.fullmatch(folded):
            return _made(found[1], found[3] and found[3].replace("元", "1"), found[4])
    if found := _IN_CHINESE.fullmatch(folded):
        return _made(found[1].translate(_NUMERALS), *(part and _number(part) for part in found.groups()[1:]))
    for pattern in _IN_ENGLISH:
        if found := pattern.fullmatch(folded):
            name, of_month = found[3] or found[1], found[2]
            return _made(found[4], str(_MONTH_NAMES.get(name[:3].lower(), 0)), of_month)
    return None


def dateline(page_id: str, lines: Iterable[str] = ()) -> Base | None:
    """Return the date that a page's name, else its lines (a masthead's) give; None: none does, or two do."""
    named = {
        _made(found[1], found[3], found[4])
        for pattern in _IN_NAME
        for found in pattern.finditer(fold(page_id))
    }
    lined = {
        _made(*found.groups()[-3:])
        for line in lines
        if (found := _IN_LINE.fullmatch(_in_digits(fold(line).strip())))
    }
    for known in (named - {None}, lined - {None}):
        if known:
            return known.pop() if len(known) == 1 else None
    return None


def article_base(text: str, base: Base | None) -> Base | None:
    """Return the day that an article's times count from: its dateline's (本报望津5月10日电), else `base`.

    Args:
        text: the article's reading text.
        base: the page's date; a dateline without a year is the last such day up to it.
    """
    head = _in_digits(fold(text[:_DATELINE_REACH]))
    found = _DATELINE.search(head)
    if found is None:
        return _last_day(_DAY_ONLY.search(head), base)
    if found[1]:
        return _made(*found.groups()) or base
    if base is None:
        return None
    month, day = int(found[2]), int(found[3])
    number = base.year - ((month, day) > (base.month or 12, base.day or 31))
    return _made(str(number), found[2], found[3]) or base


def _last_day(found: re.Match[str] | None, base: Base | None) -> Base | None:
    """Return the last day that is called as a dateline says (十日电), up to `base`; else `base`."""
    today = base.date if base else None
    if found is None or today is None or not 1 <= int(found[1]) <= 31:
        return base
    day, first = int(found[1]), today.replace(day=1)
    if day > today.day:
        first = (first - timedelta(1)).replace(day=1)
    return _made(str(first.year), str(first.month), str(day)) or base


def _in_digits(folded: str) -> str:
    """Return a text with the dates that are written out in digits: 一九五三年五月十日 is 1953年5月10日."""
    return _WRITTEN_OUT.sub(_digits_of, folded)


def _digits_of(found: re.Match[str]) -> str:
    """Return a date in digits; what is no number (十十日) as it is."""
    try:
        return _date_of(found)
    except ValueError:
        return found[0]


def _date_of(found: re.Match[str]) -> str:
    if found["only"]:
        return f"{_number(found['only'])}日"
    year = ""
    if found["year"]:
        year = f"{found['year'].translate(_NUMERALS)}年"
    elif found["republic"]:
        year = f"{BEFORE_REPUBLIC + int(found['republic'].translate(_NUMERALS))}年"
    return f"{year}{_number(found['month'])}月{_number(found['day'])}日"


def _number(text: str) -> str:
    """Return a Chinese number below 100 in Arabic digits."""
    if text == "元":
        return "1"
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return text.translate(_NUMERALS)
    return str(10 * int(tens.translate(_NUMERALS) or "1") + int(ones.translate(_NUMERALS) or "0"))


def _made(year: str, month: str | None = None, day: str | None = None) -> Base | None:
    made = Base(int(year), month and int(month), day and int(day))  # type: ignore[arg-type]
    try:
        date(made.year, 1 if made.month is None else made.month, 1 if made.day is None else made.day)
    except ValueError:
        return None
    return made
