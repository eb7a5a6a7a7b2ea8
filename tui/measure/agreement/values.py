"""Values of tags beside the label, made comparable: 15 equals 15.0, 1/2 equals 0.5."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

from tui.model import Attribute, Schema, Span
from tui.model.labels import INTERVAL
from tui.model.span import CERTAINTY

QUANTITY = {"value": "", "value_max": "", "unit": "", "comparator": "exact", "direction": "none"}
"""The fields of a quantity in which two annotators can differ, with what a missing one means."""

Normalised: TypeAlias = Mapping[str, object]


def normalised(span: Span, schema: Schema) -> Normalised:
    """Return what a tag says: a quantity its number, unit, comparator and direction, a time its interval.

    Attributes that the project adds are compared as they are; whether somebody was unsure is none of it.
    """
    said = {name: value for name, value in span.attributes.items() if _says(name, value)}
    if span.label in schema.labels.metrics:
        own = {name: value for name, value in said.items() if name in _own(span, schema)}
        return own | {name: _field(name, said.get(name), default) for name, default in QUANTITY.items()}
    if span.label in schema.labels.times:
        return {INTERVAL: said.get(INTERVAL, "")} | {k: v for k, v in said.items() if k in _own(span, schema)}
    return said


def says_anything(said: Normalised) -> bool:
    """Tell whether there is something to agree on; defaults say nothing."""
    return any(value not in ("", None) and QUANTITY.get(name) != value for name, value in said.items())


def differing(one: Normalised, other: Normalised) -> tuple[str, ...]:
    """Return the fields in which two differ."""
    return tuple(name for name in {**one, **other} if one.get(name, "") != other.get(name, ""))


def _says(name: str, value: Attribute) -> bool:
    return name != CERTAINTY and value not in ("", None)


def _own(span: Span, schema: Schema) -> frozenset[str]:
    """Return the attributes that the project gives to a label."""
    return frozenset(attribute.id for attribute in schema.labels.attributes_of(span.label))


def _field(name: str, value: Attribute, default: str) -> object:
    if value is None:
        return default
    if name not in ("value", "value_max"):
        return str(value)
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        return str(value)
