"""Intervals of days, and how they are written."""

from calendar import monthrange
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

Reason: TypeAlias = Literal["", "base", "context", "vague"]
"""Why an end is not known: the page has no (full) date, other words would say it, or nobody can tell."""

OPEN = ".."


class Interval(NamedTuple):
    """A stretch of whole days, both ends included.

    Attributes:
        start: the first day; None where it is not said or not known.
        end: the last day; None likewise.
        reason: why something is not known; empty where an open end is meant so (截至8月底).
    """

    start: date | None
    end: date | None
    reason: Reason = ""

    @property
    def iso(self) -> str:
        """Return it in ISO 8601: ``2023-01-01/2023-06-30``, an open end as ``..``; or nothing."""
        if self.start is None and self.end is None:
            return ""
        start, end = (OPEN if day is None else day.isoformat() for day in (self.start, self.end))
        return f"{start}/{end}"


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
    """Return the day that lies `count` years, months, weeks or days before `end`."""
    if unit in "天日周":
        return date.fromordinal(end.toordinal() - count * (7 if unit == "周" else 1))
    total = end.year * 12 + end.month - 1 - count * (12 if unit in "年载" else 1)
    there, month = total // 12, total % 12 + 1
    return date(there, month, min(end.day, monthrange(there, month)[1]))
