"""Rows of the ledger as cells for people."""

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


Standing = Literal["same", "conflict", ""]


def standing(row: Row) -> Standing:
    """Tell whether another row contradicts this one, or else says the same."""
    return "conflict" if row.conflicts else "same" if row.same else ""
