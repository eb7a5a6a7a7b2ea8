"""Intervals as people write them."""

from calendar import monthrange
from datetime import date


def short_interval(interval: str) -> str:
    """Return an interval of whole years, halves, quarters, months or days in the shortest usual way.

    ``2022-01-01/2022-06-30`` is ``2022-H1``, ``2022-09-10/2022-09-11`` is ``2022-09-10/11``; what is open or
    no interval stays as it is.
    """
    try:
        start, end = map(date.fromisoformat, interval.split("/"))
    except ValueError:
        return interval
    if start == end:
        return str(start)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _of_months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start}/{end.day:02}"
    return interval


def _of_months(start: date, end: date) -> str:
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year}/{end.year}"
    count = end.month - start.month + 1
    if start.year == end.year and count in PARTS and start.month % count == 1 % count:
        return f"{start.year}-{PARTS[count].format(start.month // count + 1, start.month)}"
    return f"{start:%Y-%m}/{end:%Y-%m}"


PARTS = {1: "{1:02}", 3: "Q{0}", 6: "H{0}"}
"""How a part of a year is written, by its months."""
