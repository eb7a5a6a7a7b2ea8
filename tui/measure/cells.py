"""Rows of the ledger as cells for people."""

from calendar import monthrange
from datetime import date
from typing import Literal

from tui.measure.ledger import Row
from tui.texts import Language, say

SHOWN = ("indicator", "subject", "period", "interval", "value", "unit", "status", "marks", "article")
"""The columns that people are shown."""

_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈"}
_ARROWS = {"up": "↑", "down": "↓"}


def cell(row: Row, name: str, language: Language) -> str:
    """Return a row's cell in a column of `SHOWN`."""
    if name == "value":
        return value_cell(row)
    if name == "interval":
        return row.interval or (say(f"period.{row.open}", language) if row.open else "")
    if name == "marks":
        same = f"={len(row.same)}" if row.same else ""
        return " ".join(filter(None, (same, f"≠{len(row.conflicts)}" if row.conflicts else "")))
    return str(getattr(row, name) or "")


def value_cell(row: Row) -> str:
    """Return a row's value with its comparator and direction; `?` where it could not be read."""
    number = f"{row.value}–{row.value_max}" if row.value_max else row.value or "?"
    return "".join((_ARROWS.get(row.direction, ""), _SIGNS.get(row.comparator, ""), number))


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

Standing = Literal["same", "conflict", ""]


def standing(row: Row) -> Standing:
    """Tell whether another row contradicts this one, or else says the same."""
    return "conflict" if row.conflicts else "same" if row.same else ""
