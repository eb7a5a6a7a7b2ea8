"""Finding and normalising quantities and times in Chinese text: a library of its own.

See docs/quantities-library.md. `find` gives the quantities of a text, `parse` the one that a selected text
is; `find_periods` gives the time expressions of a text, `resolve` the interval that one of them is.
`attributes`, `normalise` and `display` are a quantity as the fields of a METRIC tag. Numbers are exact
everywhere: no float is made. Offsets are code points, half open.
"""

from typing import TYPE_CHECKING, Any

from tui.quantities.attributes import FIELDS, Fields, attributes, display, fields_of, normalise
from tui.quantities.find import find, parse
from tui.quantities.quantity import Comparator, Direction, Kind, Quantity
from tui.quantities.units import UNITS, Unit

if TYPE_CHECKING:
    from tui.quantities.periods import (
        Base,
        Interval,
        TimeExpression,
        article_base,
        base_of,
        date_in,
        dateline,
        find_periods,
        resolve,
    )

_PERIODS = frozenset(
    (
        "Base",
        "Interval",
        "TimeExpression",
        "article_base",
        "base_of",
        "date_in",
        "dateline",
        "find_periods",
        "resolve",
    )
)
"""What comes from `tui.quantities.periods`, imported when first asked for."""

__all__ = [
    "FIELDS",
    "UNITS",
    "Base",
    "Comparator",
    "Direction",
    "Fields",
    "Interval",
    "Kind",
    "Quantity",
    "TimeExpression",
    "Unit",
    "article_base",
    "attributes",
    "base_of",
    "date_in",
    "dateline",
    "display",
    "fields_of",
    "find",
    "find_periods",
    "normalise",
    "parse",
    "resolve",
]


def __getattr__(name: str) -> Any:
    if name not in _PERIODS:
        raise AttributeError(name)
    from tui.quantities import periods

    return getattr(periods, name)
