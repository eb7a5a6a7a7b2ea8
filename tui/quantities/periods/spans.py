"""Spans and lists of years and of months: 2021—2023年, 2022、2023年, 1—8月, 7、8月, 八九月."""

import re
from datetime import date

from tui.quantities.periods.around import Around, Resolver
from tui.quantities.periods.calendar import month_range, point, whole
from tui.quantities.periods.dates import Base
from tui.quantities.periods.interval import Interval, joined, unknown, year


def _school(found: re.Match[str], _: Base | None, __: Around) -> Interval:
    if found["term"]:
        return unknown("vague")
    first = int(found["first"])
    return Interval(date(first, 9, 1), date(first + 1, 8, 31))


def _years(found: re.Match[str], _: Base | None, __: Around) -> Interval | None:
    return joined(year(whole(found["first"])), year(whole(found["last"])))


def _year_list(found: re.Match[str], _: Base | None, __: Around) -> Interval | None:
    """Return 2022、2023年 as one; None: the years do not follow each other."""
    numbers = [whole(one) for one in found["years"].split("、")]
    if numbers != list(range(numbers[0], numbers[-1] + 1)):
        return None
    return joined(year(numbers[0]), year(numbers[-1]))


def _months(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    numbers = whole(found["first"]), whole(found["last"])
    if not all(1 <= number <= 12 for number in numbers):
        return None
    if found["year"] is None:
        return month_range(*numbers, base, around.view)
    first = point(f"{found['year']}{found['first']}月", base)
    last = first and point(f"{found['next'] or ''}{found['last']}月", base, first)
    return joined(first, last, wraps=not found["next"])


def _month_list(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 7、8月 as one; None: the months do not follow each other."""
    numbers = [whole(one) for one in found["months"].split("、")]
    if (
        numbers != list(range(numbers[0], numbers[0] + len(numbers)))
        or not 1 <= numbers[0] < numbers[-1] <= 12
    ):
        return None
    if found["year"] is None:
        return month_range(numbers[0], numbers[-1], base, around.view)
    first = point(f"{found['year']}{numbers[0]}月", base)
    return joined(first, point(f"{numbers[-1]}月", base, first))


def _month_pair(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 八九月间."""
    first, last = (whole(month) for month in found["pair"])
    if found["year"] is None:
        return month_range(first, last, base, around.view)
    begins = point(f"{found['year']}{first}月", base)
    return joined(begins, point(f"{last}月", base, begins))


SPANS: dict[str, Resolver] = {
    "school": _school,
    "years": _years,
    "year_list": _year_list,
    "months": _months,
    "month_list": _month_list,
    "month_pair": _month_pair,
}
"""By the name of a form: what resolves it."""
