"""Filters and order of the ledger's rows."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from tui.errors import PiyueError
from tui.measure.ledger import Row

FIELDS = tuple(name for name in Row._fields if name not in ("segments", "same", "conflicts"))

SEARCHED = tuple(
    name for name in FIELDS if name not in ("id", "page", "sentence", "comparator", "direction", "kind")
)
"""What is looked through for what a person types."""


class Where(NamedTuple):
    """A condition: a field holds a text."""

    field: str
    text: str


def where(text: str) -> Where:
    """Read a condition such as ``subject=顺义区总工会``.

    Raises:
        PiyueError: there is no such field.
    """
    field, _, value = text.partition("=")
    return Where(known(field), value)


def known(field: str) -> str:
    """Return `field` if rows have it.

    Raises:
        PiyueError: they do not; names those that they have.
    """
    if field not in FIELDS:
        raise PiyueError("ledger.field", field=field, known=", ".join(FIELDS))
    return field


def view(rows: Iterable[Row], conditions: Sequence[Where] = (), order: Sequence[str] = ()) -> list[Row]:
    """Return the rows that meet all conditions (those of one field: any of them), in an order of fields.

    What is equal keeps the order of the text.
    """
    fields: dict[str, list[str]] = {}
    for condition in conditions:
        fields.setdefault(condition.field, []).append(condition.text)
    kept = [
        row
        for row in rows
        if all(any(t in (getattr(row, field) or "") for t in texts) for field, texts in fields.items())
    ]
    for field in reversed(order):
        kept.sort(key=lambda row: _key(row, field))
    return kept


def measuring(rows: Sequence[Row], name: str) -> list[Row]:
    """Return the rows of one indicator, by the name that the aliases give it or as it is written.

    Raises:
        PiyueError: there is none; names those that there are.
    """
    if found := [row for row in rows if name in (row.indicator, row.indicator_text)]:
        return found
    known = indicators(rows)
    if not known:
        raise PiyueError("ledger.no_indicators")
    raise PiyueError("ledger.no_indicator", indicator=name, known=", ".join(known))


def indicators(rows: Iterable[Row]) -> list[str]:
    """Return what the rows measure, each name once, by the alphabet."""
    return sorted({row.indicator for row in rows} - {""})


def holding(rows: Iterable[Row], typed: str) -> list[Row]:
    """Return the rows that hold every word of what a person typed, in what `SEARCHED` names."""
    words = typed.lower().split()
    return [row for row in rows if all(word in _said(row) for word in words)]


def _said(row: Row) -> str:
    return "\n".join(getattr(row, name) or "" for name in SEARCHED).lower()


def _key(row: Row, field: str) -> tuple[bool, Fraction, str]:
    """Return what a field sorts by: numbers by size, times by their interval, what is empty last."""
    text = getattr(row, "interval" if field == "period" else field) or ""
    number = Fraction(0)
    if field in ("value", "value_max") and text:
        try:
            number = Fraction(text)
        except (ValueError, ZeroDivisionError):
            return True, number, text
    return not text, number, text
