"""A quantity as the fields of a METRIC tag: created, edited, displayed."""

import re
from collections.abc import Mapping
from fractions import Fraction

from tui.errors import QuantityError
from tui.quantities import numerals
from tui.quantities.find import parse
from tui.quantities.fold import fold
from tui.quantities.quantity import COMPARATORS, DIRECTIONS, KINDS, Quantity, kind_of, printed
from tui.quantities.units import UNITS
from tui.texts import Language, say

STATUSES = ("actual", "target")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "value": (),
    "value_max": (),
    "unit": (),
    "comparator": COMPARATORS,
    "direction": DIRECTIONS,
    "kind": KINDS,
    "status": STATUSES,
}
"""The fields in the order in which they are asked for, with their choices (the default first), if any."""

Fields = dict[str, str | bool | int | None]

_NUMBER = re.compile(r"[-+]?[0-9]{1,60}(?:\.[0-9]{1,60})?|-?[0-9]{1,30}/0*[1-9][0-9]{0,29}")
_SIGNS = {"ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "approx": "≈ "}
_ARROWS = {"up": "↑ ", "down": "↓ "}


def attributes(text: str, units: Mapping[str, str] | None = None) -> Fields:
    """Return the fields of the quantity that a tagged text is; none where it cannot be read as one."""
    quantity = parse(text, units)
    return fields_of(quantity) if quantity else {}


def fields_of(quantity: Quantity) -> Fields:
    """Return a quantity's fields; whether it is a target only a person can tell."""
    return {name: getattr(quantity, name) for name in FIELDS if name != "status"} | {"status": STATUSES[0]}


def normalise(fields: Mapping[str, object]) -> Fields:
    """Return the fields of a quantity as a person filled them in, made exact; empty ones get their default.

    A number may be typed as one writes it (119.35万, 三百, 1/3, 15%): the unit behind it is taken where the
    field of the unit is empty. Two ends make a range, a direction makes a change.

    Raises:
        QuantityError: a field is unknown, a number is not exact, a choice is none of its choices, or the ends
            of a range do not fit.
    """
    for name in fields:
        if name not in FIELDS:
            raise QuantityError("quantity.field", field=name, known=", ".join(FIELDS))
    given = {name: _text(fields.get(name)) for name in FIELDS}
    value, unit = _number("value", given["value"], _unit(given["unit"]))
    value_max, unit = _number("value_max", given["value_max"], unit)
    share = "/" in given["value"] or "分之" in given["value"]
    made: Fields = {name: _choice(name, given[name]) for name, choices in FIELDS.items() if choices}
    made["comparator"] = _comparator(value, value_max, str(made["comparator"]))
    made["kind"] = _kind(str(made["kind"]), str(made["direction"]), unit, share)
    made |= {"value": _printed(value, share), "value_max": _printed(value_max, share), "unit": unit}
    return {name: made[name] for name in FIELDS}


def display(fields: Mapping[str, object], language: Language = "en") -> str:
    """Return a quantity's fields as a few characters (``≥ 15 %``); none where there is no value."""
    value, upper, unit = (_text(fields.get(name)) for name in ("value", "value_max", "unit"))
    if not value:
        return ""
    number = f"{value}–{upper}" if upper else value
    sign = _SIGNS.get(_text(fields.get("comparator")), "")
    arrow = _ARROWS.get(_text(fields.get("direction")), "")
    shown = f"{arrow}{sign}{number} {unit}".rstrip()
    return say("quantity.target", language, shown=shown) if fields.get("status") == "target" else shown


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _printed(number: Fraction | None, share: bool) -> str | None:
    return None if number is None else printed(number, fraction=share)


def _unit(text: str) -> str:
    """Return a unit by its usual name; one that is not known stays as it is."""
    folded = fold(text)
    return UNITS[folded].name if folded in UNITS else folded


def _number(field: str, text: str, unit: str) -> tuple[Fraction | None, str]:
    """Return the number that was typed, and the unit: the one typed behind it where there was none."""
    if not text:
        return None, unit
    folded = fold(text).replace(" ", "")
    if _NUMBER.fullmatch(folded):
        return Fraction(folded), unit
    numeral = numerals.read(folded, 0) if numerals.START.match(folded) else None
    if numeral and numeral.end == len(folded) and not numeral.hedge and not numeral.high:
        return Fraction(numeral.low), unit
    quantity = parse(folded)
    if quantity and quantity.value_max is None and quantity.surface == folded and unit in ("", quantity.unit):
        return Fraction(quantity.value), quantity.unit
    raise QuantityError("quantity.number", field=field, value=text)


def _choice(field: str, text: str) -> str:
    choices = FIELDS[field]
    if text and text not in choices:
        raise QuantityError("quantity.choice", field=field, value=text, choices=", ".join(choices))
    return text or choices[0]


def _comparator(low: Fraction | None, high: Fraction | None, comparator: str) -> str:
    """Return the comparator that fits the ends: two of them are a range."""
    if high is None:
        if comparator == "range":
            raise QuantityError("quantity.open_range")
        return comparator
    if low is None or high <= low:
        raise QuantityError("quantity.ends")
    if comparator not in ("exact", "range"):
        raise QuantityError("quantity.not_range", comparator=comparator)
    return "range"


def _kind(kind: str, direction: str, unit: str, share: bool) -> str:
    """Return the kind: a direction makes a change, and there is no change without one."""
    if direction == "none" and kind != "change":
        return kind
    return kind_of(direction, unit, fraction=share)  # type: ignore[arg-type]
