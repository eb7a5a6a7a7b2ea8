"""Days and festivals of the lunar calendar, converted if their year is given and certain.

The conversion is lunar-python's (MIT, no dependencies), which agrees with sxtwl in each month of 1901 to
2056; what lies outside of these years stays open. So do the eleventh and twelfth month: 2023年腊月 may be
either of two.
"""

import re
from datetime import date

from tui.quantities.periods.calendar import View, point, whole
from tui.quantities.periods.dates import Base
from tui.quantities.periods.grammar import POINT, TO, YEAR, any_of
from tui.quantities.periods.interval import Interval, unknown
from tui.quantities.words import names

SURE = range(1901, 2057)
"""Years of which the libraries agree."""
LATE_MONTHS = 11
"""From this month on a lunar year's days may lie in the next solar year."""

_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_DIGIT = "一二三四五六七八九"
_MONTH = r"(?:[正冬腊]|十[一二]|[二三四五六七八九十])月"
_DAY = rf"(?:初[{_DIGIT}十]日?|十[{_DIGIT}]|二十[{_DIGIT}]?|廿[{_DIGIT}]?日?|三十)"
_NOT_MORE = rf"(?![日号{_DIGIT}十百千万亿多余几个名家人位项元岁年天次分度])"
_DOUBLE = "|".join(f"{c}月{c}" for c in "二三五六七九")
_PREFIX = r"(?:农历|阴历|旧历)"
_STEMS = "(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)"

LUNAR_FESTIVALS = {
    name: day
    for day, row in {
        (1, 1): "春节 大年初一 农历新年 农历春节",
        (1, 15): "元宵 元宵节",
        (5, 5): "端午 端午节 五月端午 端阳 端阳节 五月端阳",
        (7, 7): "七夕 七夕节",
        (7, 15): "中元节",
        (8, 15): "中秋 中秋节 八月中秋",
        (9, 9): "重阳 重阳节 九月重阳",
    }.items()
    for name in row.split()
}
UNSURE_FESTIVALS = names(
    """
    除夕夜 除夕 大年三十 年三十 腊八节 腊八 小年夜 清明节 清明期间 清明假期 清明小长假 大年初二 大年初三
    大年初四 大年初五 大年初六 大年初七 大年初八 大年初九 大年初十 大年二十九 年二十九
    农历年底 旧历年底 农历年末 农历年初 寒食节 冬至
    """
)
"""Festivals whose day depends on more than a lunar month: the year's last, a solar term."""
SOLAR_FESTIVALS = {
    name: day
    for day, row in {
        (1, 1): "元旦 元旦节",
        (5, 1): "五一劳动节 五一国际劳动节 五一”劳动节 五一”国际劳动节 劳动节 国际劳动节 五一节 五一",
        (2, 14): "情人节",
        (10, 1): "国庆节 国庆 十一",
        (10, 31): "万圣节",
        (11, 11): "光棍节 双11 双十一",
        (12, 12): "双12 双十二",
        (12, 24): "平安夜",
        (12, 25): "圣诞节",
    }.items()
    for name in row.split()
}
SOLAR_TERMS = names(
    "立春 惊蛰 春分 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小寒 大寒"
)
"""Solar terms that are no festivals and no words of the weather; a time only behind their year."""
_SUFFIX = (
    r"(?P<around>(?:假期)?期间|小长假|长假|假期|假日|黄金周|前夕|前后|节日|前(?=[，夕])|当[天日晚]|当夜"
    "|过后|以后|之后|以来)"
)
_NAME_ONLY = ("五一", "十一", "国庆")
"""Names that are a time only with 节 or what follows a festival: 五一 and 国庆 are in many names."""
_NAMES = any_of((*LUNAR_FESTIVALS, *UNSURE_FESTIVALS, *SOLAR_FESTIVALS.keys() - set(_NAME_ONLY)))
_NOT_NAME = r"(?![联晚档礼文诗路街村镇县市区湖山岗饼目])"

FORMS: tuple[tuple[str, str], ...] = (
    (
        "lunar",
        rf"(?P<year>{YEAR})?{_STEMS}?(?:{_PREFIX}{_STEMS}?(?P<leap>闰)?(?P<month>{_MONTH}|[0-9]{{1,2}}月)(?:(?P<day>{_DAY}|[0-9]{{1,2}})日?|以来)?{_NOT_MORE})",
    ),
    ("lunar", rf"(?P<year>{YEAR})?{_STEMS}?(?P<leap>闰)(?P<month>{_MONTH})(?P<day>{_DAY})?{_NOT_MORE}"),
    (
        "lunar",
        rf"(?P<year>{YEAR})?{_STEMS}?(?P<leap>)(?P<month>[正冬腊]月)(?:(?P<day>{_DAY})|以来)?{_NOT_MORE}",
    ),
    (
        "lunar",
        rf"(?P<year>{YEAR})?{_STEMS}?(?P<leap>)(?P<month>(?:十[一二]|[二三四五六七八九十])月)(?P<day>{_DAY}){_NOT_MORE}",
    ),
    (
        "double",
        rf"(?P<year>{YEAR})?(?<![0-9十])(?:{_PREFIX}?{_STEMS}|{_PREFIX})?(?P<name>{_DOUBLE}){_NOT_MORE}",
    ),
    (
        "festival",
        rf"(?P<year>{YEAR})?[“\"]?(?<![闹吃包煮])(?P<name>{_NAMES}){_NOT_NAME}{_SUFFIX}?",
    ),
    ("festival", rf"(?P<year>{YEAR})?[“\"]?(?P<name>{any_of(_NAME_ONLY)})[”\"]?{_SUFFIX}"),
    (
        "festival",
        rf"(?P<year>{YEAR})[“\"]?(?P<name>{any_of(_NAME_ONLY)})[”\"]?(?P<around>)(?=[，。、；：时]|$)",
    ),
)
_FESTIVAL = any_of((*LUNAR_FESTIVALS, *SOLAR_FESTIVALS, *UNSURE_FESTIVALS))
FESTIVALS = (
    ("vague", rf"(?P<word>(?:{YEAR})?{_FESTIVAL}(?:假期)?[、和]?{_FESTIVAL}(?:[两双]节)?{_SUFFIX}?)"),
)
"""Two festivals in a row: 元旦春节期间, 中秋、国庆假期."""
TERMS = (("term", rf"(?P<year>{YEAR})的?(?P<term>{any_of(SOLAR_TERMS)})(?:当[天日])?"),)
_END = "|".join((*(re.sub(r"\(\?P<[a-z]+>", "(?:", form) for _, form in FORMS[:-1]), POINT))
SPAN = (
    rf"(?:自|从)?(?P<first>{_END})起?{TO}(?P<last>{_END}|{_DAY}{_NOT_MORE}|国庆|五一)(?:止(?!损))?(?:期间)?"
)
"""From a lunar day or a festival, or to one: 正月初一至初七, 国庆节至元旦."""
LEAD = re.compile(".*月|大年")
"""What a day at the end of a span takes from its beginning."""


def resolve_lunar(found: re.Match[str], base: Base | None) -> Interval | None:
    """Return a day or month of the lunar calendar."""
    month, of_month = _month(found["month"]), found["day"]
    first = _day(of_month) if of_month else 0
    if of_month and not 1 <= first <= 30:
        return None
    number = _lunar_year(found["year"], base, month)
    if number is None or not of_month:
        return unknown("lunar")
    return _converted(number, -month if found["leap"] else month, first)


def resolve_double(found: re.Match[str], base: Base | None) -> Interval | None:
    """Return 三月三 and the like."""
    month = _month(found["name"][:2])
    number = _lunar_year(found["year"], base, month)
    return unknown("lunar") if number is None else _converted(number, month, month)


def resolve_festival(found: re.Match[str], base: Base | None, view: View) -> Interval | None:
    """Return the day of a festival; the days around it are not known."""
    name, around = found["name"], found["around"]
    if solar := SOLAR_FESTIVALS.get(name):
        if around and not around.startswith("当"):
            return unknown("vague")
        return point(f"{found['year'] or ''}{solar[0]}月{solar[1]}日", base, view=view)
    lunar = LUNAR_FESTIVALS.get(name)
    number = _lunar_year(found["year"], base, lunar[0]) if lunar else None
    if lunar is None or number is None or (around and not around.startswith("当")):
        return unknown("lunar")
    return _converted(number, *lunar)


def resolve_term(found: re.Match[str], base: Base | None) -> Interval | None:
    """Return the day of a solar term of a year: 去年立冬."""
    said = point(found["year"], base)
    if said is None or said.start is None or said.start.year not in SURE:
        return said and unknown(said.reason or "lunar")
    from lunar_python import Lunar

    solar = Lunar.fromYmd(said.start.year, 6, 1).getJieQiTable()[found["term"]]
    only = date(solar.getYear(), solar.getMonth(), solar.getDay())
    return Interval(only, only)


def _month(text: str) -> int:
    name = text.removesuffix("月")
    return _MONTHS.get(name) or whole(name)


def _day(text: str) -> int:
    name = text.removesuffix("日")
    return 20 + whole(name[1:]) if name.startswith("廿") else whole(name.removeprefix("初"))


def _lunar_year(text: str | None, base: Base | None, month: int) -> int | None:
    """Return the year that is said, where it is sure which one is meant."""
    if text is None or month >= LATE_MONTHS:
        return None
    said = point(text, base)
    return said.start.year if said and said.start and said.start.year in SURE else None


def _converted(number: int, month: int, day: int) -> Interval | None:
    """Return the solar day of a lunar one, `month` below zero for a leap month; None: it is no day."""
    from lunar_python import Lunar

    try:
        solar = Lunar.fromYmd(number, month, day).getSolar()
    except Exception:  # the library raises bare ones for days that are none
        return None
    only = date(solar.getYear(), solar.getMonth(), solar.getDay())
    return Interval(only, only, "", "lunar")
