"""Rows of the ledger that report the same fact, or contradict each other."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from tui.measure.ledger import Ref, Row
from tui.quantities.units import COUNT, UNITS

PARTS = {"%": Fraction(1, 100), "‰": Fraction(1, 1000), "‱": Fraction(1, 10000), "": Fraction(1)}
"""Units of a proportion, as parts of the whole."""

ROUND = Fraction(1, 10)
"""How far about (约, 近) may be from the number, as a part of it."""


class Bounds(NamedTuple):
    """What a value can be; None: no bound."""

    low: Fraction | None
    high: Fraction | None

    def apart(self, other: "Bounds") -> bool:
        """Tell whether no value can be both."""
        return _above(self.low, other.high) or _above(other.low, self.high)


def _above(low: Fraction | None, high: Fraction | None) -> bool:
    return low is not None and high is not None and low > high


class _Fact(NamedTuple):
    row: Row
    bounds: Bounds


def compared(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with `same` and `conflicts` filled in.

    Rows are about the same thing where indicator, subject, known period, status and the dimension of the unit
    are. They say the same where comparator and value are equal in the base unit, and contradict each other
    where no value fits both: 约4000个 and 3980个 do neither.
    """
    given = list(rows)
    things: dict[tuple[str, ...], list[_Fact]] = {}
    for row in given:
        if (key := _thing(row)) and (bounds := bounds_of(row)):
            things.setdefault(key, []).append(_Fact(row, bounds))
    same: dict[Ref, list[Ref]] = {}
    other: dict[Ref, list[Ref]] = {}
    for facts in things.values():
        _compare(facts, same, other)
    return [
        row._replace(same=tuple(same.get(row.ref, ())), conflicts=tuple(other.get(row.ref, ())))
        for row in given
    ]


def _compare(facts: Sequence[_Fact], same: dict[Ref, list[Ref]], other: dict[Ref, list[Ref]]) -> None:
    for one, two in combinations(facts, 2):
        if (one.row.comparator, one.bounds) == (two.row.comparator, two.bounds):
            into = same
        elif one.bounds.apart(two.bounds):
            into = other
        else:
            continue
        into.setdefault(one.row.ref, []).append(two.row.ref)
        into.setdefault(two.row.ref, []).append(one.row.ref)


def _thing(row: Row) -> tuple[str, ...]:
    """Return what a row is about; empty where that is not wholly known."""
    if not (row.indicator and row.subject and row.interval and row.value) or row.open:
        return ()
    change = "change" if row.kind == "change" else ""
    return row.indicator, row.subject, row.interval, row.status, change, measure_of(row)[0]


def measure_of(row: Row) -> tuple[str, Fraction]:
    """Return the dimension of a row's unit, and the factor that leads to its base unit."""
    if row.unit in PARTS and (row.unit or row.kind != "level"):
        return "ratio", PARTS[row.unit]
    unit = UNITS.get(row.unit)
    if unit is not None and unit.factor is not None:
        return unit.dimension, unit.factor
    if unit is not None and unit.dimension in COUNT:
        return "count", Fraction(1)
    return row.unit, Fraction(1)


def bounds_of(row: Row) -> Bounds | None:
    """Return what a row's value can be in the base unit, less than zero for a fall; None: it has no value."""
    try:
        low = Fraction(row.value)
        high = Fraction(row.value_max) if row.value_max else low
    except (ValueError, ZeroDivisionError):
        return None
    factor = measure_of(row)[1]
    low, high = low * factor, high * factor
    if row.comparator == "approx":
        low, high = low - abs(low) * ROUND, high + abs(high) * ROUND
    bounds = Bounds(
        None if row.comparator in ("le", "lt") else low, None if row.comparator in ("ge", "gt") else high
    )
    return _fallen(bounds) if row.direction == "down" else bounds


def _fallen(bounds: Bounds) -> Bounds:
    return Bounds(None if bounds.high is None else -bounds.high, None if bounds.low is None else -bounds.low)
