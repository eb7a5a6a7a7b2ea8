"""One point of a time expression: a year, a part of it, a month, a day."""

import re
from calendar import monthrange
from datetime import date
from typing import Literal, TypeAlias

from tui.quantities import numerals
from tui.quantities.numerals import DIGITS
from tui.quantities.periods.dates import BEFORE_REPUBLIC, Base
from tui.quantities.periods.grammar import (
    IN_MONTH,
    MONTH_NUMBER,
    PART,
    QUARTERS,
    SMALL,
    WRITTEN,
    YEAR,
    any_of,
)
from tui.quantities.periods.interval import Interval, Reason, months, unknown, year
from tui.quantities.periods.words import ENDS_OF_YEAR, MONTHS, NEXT_YEAR, PARTS, SAME_YEAR, TENS, YEARS

View: TypeAlias = Literal["", "past", "done", "near", "ahead"]
"""What is said of a time without a year: it has begun (以来, 截至), it is over (已), may be
either (自…起), it is planned (将)."""

_POINT = re.compile(
    rf"(?P<written>{WRITTEN})|(?P<year>{YEAR})?(?:(?P<part>{PART})|(?P<ends>[初中底末尾])"
    rf"|(?:(?P<month>{MONTH_NUMBER})月份?|(?P<near>{any_of(MONTHS)}))?(?P<in>{IN_MONTH}|{SMALL}$)?)"
)
_QUARTERS = re.compile(QUARTERS)
_MANY_MONTHS = re.compile(r"[前头首](.{1,2}?)个?月")
_FROM_FIRST = re.compile("[前头]|首(?!季)")
_MANY_QUARTERS = re.compile("[前头首](.)个?季度?")
_WRITTEN_SIGNS = re.compile("[-/.]")
_DAY_NUMBER = re.compile(SMALL)
_AHEAD = 2
"""Months that a month without a year may lie ahead of the base; what lies further is of the year before."""
_NEAR = 6
"""The same for what begins (自6月1日起): the nearest such month."""
_AHEAD_PARTS = {
    "年内": 12,
    "上半年": 2,
    "全年": 8,
    "年中": 6,
    "年底": 6,
    "年末": 6,
    "年尾": 6,
    "岁末": 6,
}
_AHEAD_QUARTER = 3
"""The same for the last month of a part of the year that has not begun."""
_AHEAD_SHORT = 20
"""Years that a year of two digits may lie ahead of the base, none if it is in Chinese; later ones are of the
century before."""
HALVES = ("上半年", "下半年")
Months: TypeAlias = tuple[int, int]


def whole(text: str) -> int:
    """Return a whole number in Arabic or Chinese digits, 1 for 元 (元月); 0 for none."""
    if text.isdecimal() and text.isascii():
        return int(text)
    if text == "元":
        return 1
    if len(text) > 1 and all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    numeral = numerals.read(text, 0) if text and numerals.START.match(text) else None
    return int(numeral.low) if numeral and numeral.end == len(text) else 0


def point(text: str, base: Base | None, above: Interval | None = None, view: View = "") -> Interval | None:
    """Return the interval that a point is; None: there is no such day or month.

    Args:
        above: what it takes its year and month from, where it does not say them: the first end of a range.
        view: what the words around say of a point without a year.
    """
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    try:
        return _resolved(found, base, above, view)
    except ValueError:
        return None


def says_year(text: str) -> bool:
    """Tell whether a point says its year."""
    found = _POINT.fullmatch(text)
    return found is not None and bool(found["year"] or found["written"] or found["near"])


def month_range(first: int, last: int, base: Base | None, view: View = "") -> Interval:
    """Return the months `first` to `last` of the year that fits; a `last` before `first` is of the next."""
    if base is None:
        return unknown("base")
    wraps = last < first
    upper = last + 12 * wraps
    begins = _year_of_part((first, min(upper, 12)), base, _AHEAD_QUARTER if first > 1 else 0, view)
    return Interval(date(begins, first, 1), months(begins + wraps, last, last).end)


def _resolved(found: re.Match[str], base: Base | None, above: Interval | None, view: View) -> Interval:
    if found["written"]:
        parts = [int(part) for part in _WRITTEN_SIGNS.split(found["written"])]
        if len(parts) == 2:
            return months(parts[0], parts[1], parts[1])
        only = date(*parts)
        return Interval(only, only)
    if above is not None and above.start is None:
        return above
    if found["near"]:
        if found["near"] == "月" and above is not None and above.start:  # 2月初至月底
            return in_month(above.start.year, above.start.month, found["in"])
        return _near_month(found, base)
    part = ENDS_OF_YEAR.get(found["ends"] or "") or found["part"]
    month = whole(found["month"]) if found["month"] else 0
    if found["month"] and not 1 <= month <= 12:
        raise ValueError(found["month"])
    if not month and found["in"] and above is not None and above.start:
        month = above.start.month
    number = _year(found["year"], base, above, (month, part, found["in"]), view)
    if isinstance(number, str):
        return unknown(number)
    if part:
        return _part_of(number, part)
    return in_month(number, month, found["in"]) if month else year(number)


def _year(
    text: str | None,
    base: Base | None,
    above: Interval | None,
    said: tuple[int, str | None, str | None],
    view: View,
) -> int | Reason:
    """Return the year that is said or meant, or why it is not known."""
    if text in NEXT_YEAR and above is not None and above.start:
        return above.start.year + 1
    if (text is None or text in SAME_YEAR) and above is not None and above.start:
        return above.start.year
    if text in SAME_YEAR:
        return "context"
    if text is not None and text not in YEARS:
        return full_year(text, base)
    if base is None:
        return "base"
    if text is not None:
        return base.year + YEARS[text]
    month, part, in_it = said
    if part:
        span = _months_of(part)
        ahead = _AHEAD_PARTS.get(part, 0 if _FROM_FIRST.match(part) else _AHEAD_QUARTER)
        return _year_of_part(span, base, ahead, view)
    return _year_of_month(month, in_it, base, view)


def full_year(text: str, base: Base | None = None) -> int:
    """Return the year of 2022年, 民國113年 and 22年; two digits are of this century or the last one."""
    if text.startswith("民国"):
        return BEFORE_REPUBLIC + whole(text.removeprefix("民国").rstrip("年度"))
    number = whole(text.rstrip("年度"))
    if number > 99:
        return number
    latest = (base.year if base else 2050) + (_AHEAD_SHORT if text[0].isascii() else 0)
    return latest - (latest - number) % 100


def _year_of_part(span: Months, base: Base, ahead: int, view: View) -> int:
    """Return the year of a part of it: the last that fits; without a month in the base, the base's."""
    if base.month is None:
        return base.year
    first, last = span
    if view == "ahead":
        return base.year + (last < base.month)
    if view == "past":
        return base.year - (first > base.month)
    if view == "near":
        return base.year - (first - base.month > _NEAR)
    begun = 1 < first <= base.month
    return base.year - (last - base.month > ahead and not begun)


def _year_of_month(month: int, in_it: str | None, base: Base, view: View) -> int:
    """Return the year of a month or day: the nearest one; the last one before the base, or the next one."""
    if base.month is None or not month:
        return base.year
    if view in ("", "near"):
        return base.year - (month - base.month > (_NEAR if view else _AHEAD))
    first = in_month(base.year, month, None if in_it and _is_leap(base.year, month, in_it) else in_it)
    assert first.start is not None
    assert first.end is not None
    today = base.date or date(base.year, base.month, monthrange(base.year, base.month)[1])
    if view in ("past", "done"):
        return base.year - (first.start > today)
    return base.year + (first.end < (base.date or date(base.year, base.month, 1)))


def _is_leap(number: int, month: int, in_it: str) -> bool:
    """Tell whether a day is 29 February, which few years have."""
    return month == 2 and in_it.startswith(("29", "二十九")) and monthrange(number, 2)[1] == 28


def _months_of(text: str) -> Months:
    """Return the first and last month of a part of a year."""
    if text.removesuffix("末").removesuffix("底") in HALVES:
        return PARTS[text[:3]]
    if text in PARTS:
        return PARTS[text]
    if found := _MANY_MONTHS.fullmatch(text):
        return 1, whole(found[1])
    if found := _MANY_QUARTERS.fullmatch(text):
        return 1, 3 * whole(found[1])
    quarters = [whole(char) for char in text if whole(char)]
    return 3 * quarters[0] - 2, 3 * quarters[-1]


def _part_of(number: int, text: str) -> Interval:
    """Return a part of a year; the end of a quarter (三季度末) is its last day, its start its first month."""
    found = months(number, *_months_of(text))
    assert found.start is not None
    assert found.end is not None
    if text.endswith(("季度末", "季度底", "季末", "季底", "半年末", "半年底")):
        return Interval(found.end, found.end)
    if text.endswith(("季度初", "季初")):
        return months(number, found.start.month, found.start.month)
    return found


def _near_month(found: re.Match[str], base: Base | None) -> Interval:
    if base is None or base.month is None:
        return unknown("base")
    total = base.year * 12 + base.month - 1 + MONTHS[found["near"]]
    return in_month(total // 12, total % 12 + 1, found["in"])


def in_month(number: int, month: int, text: str | None) -> Interval:
    """Return a month, a third of it, or a day in it.

    Raises:
        ValueError: there is no such day.
    """
    all_of_it = months(number, month, month)
    if not text:
        return all_of_it
    assert all_of_it.end is not None
    longest, name = all_of_it.end.day, text.removeprefix("月")
    if name in TENS:
        first, last = (min(one, longest) for one in TENS[name])
    else:
        found = _DAY_NUMBER.match(text)
        first = last = whole(found[0]) if found else 0
    return Interval(date(number, month, first), date(number, month, last))
