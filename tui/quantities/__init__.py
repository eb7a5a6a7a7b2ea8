"""Finding and normalising quantities in Chinese text: a library of its own.

`find` gives the quantities of a text, `parse` the one that a selected text is; `attributes`, `normalise` and
`display` are a quantity as the fields of a METRIC tag. Numbers are exact everywhere: no float is made.
"""

from tui.quantities.attributes import FIELDS, Fields, attributes, display, fields_of, normalise
from tui.quantities.find import find, parse
from tui.quantities.quantity import Comparator, Direction, Kind, Quantity
from tui.quantities.units import UNITS, Unit

__all__ = [
    "FIELDS",
    "UNITS",
    "Comparator",
    "Direction",
    "Fields",
    "Kind",
    "Quantity",
    "Unit",
    "attributes",
    "display",
    "fields_of",
    "find",
    "normalise",
    "parse",
]
