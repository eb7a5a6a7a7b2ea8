"""Intervals of days, and how they are written."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

Reason: TypeAlias = Literal["", "base", "context", "vague", "lunar"]
"""Why an end is not known: the page has no (full) date, other words would say it, nobody can tell, or it is
of the lunar calendar and its year is not said or not sure."""
Calendar: TypeAlias = Literal["", "lunar"]

OPEN = ".."
_HALF_YEAR = timedelta(184)
"""A range whose end lies before its beginning goes on into the next year, but not for longer."""


class Interval(NamedTuple):
    """A stretch of whole days, both ends included; it never ends before it begins.

    Attributes:
        start: the first day; None where it is not said or not known.
        end: the last day; None likewise.
        reason: why something is not known; empty where an open end is meant so (截至8月底).
        calendar: ``lunar`` where the day was converted from that calendar.
    """

    start: date | None
    end: date | None
    reason: Reason = ""
    calendar: Calendar = ""

    @property
    def iso(self) -> str:
        """Return it in ISO 8601: ``2023-01-01/2023-06-30``, an open end as ``..``; or nothing."""
        if self.start is None and self.end is None:
            return ""
        start, end = (OPEN if day is None else day.isoformat() for day in (self.start, self.end))
        return f"{start}/{end}"


def unknown(reason: Reason) -> Interval:
    """Return an interval of which nothing is known."""
    return Interval(None, None, reason)


def between(start: date | None, end: date | None, reason: Reason = "") -> Interval:
    """Return an interval; what would end before it begins is not known."""
    if start is not None and end is not None and end < start:
        return unknown("context")
    return Interval(start, end, reason)


def year(number: int) -> Interval:
    """Return a calendar year."""
    return Interval(date(number, 1, 1), date(number, 12, 31))


def months(number: int, first: int, last: int) -> Interval:
    """Return the months `first` to `last` (1 to 12) of a year."""
    return Interval(date(number, first, 1), date(number, last, monthrange(number, last)[1]))


def day(number: int, month: int, day_of_month: int) -> Interval:
    """Return one day.

    Raises:
        ValueError: there is no such day.
    """
    only = date(number, month, day_of_month)
    return Interval(only, only)


def back(end: date, count: int, unit: str) -> date:
    """Return the day `count` years, months, weeks or days before `end`; the last one of a short month.

    Raises:
        ValueError: that is before the year 1.
    """
    if unit in "天日周":
        return date.fromordinal(end.toordinal() - count * (7 if unit == "周" else 1))
    total = end.year * 12 + end.month - 1 - count * (12 if unit in "年载" else 1)
    there, month = total // 12, total % 12 + 1
    return date(there, month, min(end.day, monthrange(there, month)[1]))


def shifted(interval: Interval, years: int) -> Interval:
    """Return an interval moved by whole years; whole months stay whole (2020-02 is 2019-02).

    Raises:
        ValueError: that is before the year 1.
    """
    start, end = interval.start, interval.end
    moved = end and back(end, -years, "年")
    if start and end and start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        moved = date(end.year + years, end.month, monthrange(end.year + years, end.month)[1])
    return Interval(start and back(start, -years, "年"), moved, interval.reason)


def joined(first: Interval | None, last: Interval | None, *, wraps: bool = False) -> Interval | None:
    """Return what two ends make; None: one of them is none, or the last is before the first.

    Args:
        wraps: the last end goes on into the next year where it lies before the first.
    """
    if first is None or last is None:
        return None
    if first.start is None or last.end is None:
        return unknown(first.reason or last.reason)
    if wraps and last.end < first.start:
        last = shifted(last, 1)
        if last.end is None or last.end - first.start > _HALF_YEAR:
            return None
    end = last.end
    return Interval(first.start, end) if end is not None and first.start <= end else None
