"""What the metrics of a group come to: how many, sums by unit, and the values over time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import NamedTuple

from tui.measure.ledger import Row

RATIOS = frozenset(("%", "‰", "倍", "比", ""))
"""Units of which a sum says nothing."""


class GroupSummary(NamedTuple):
    """A group of metrics.

    Attributes:
        size: how many rows it has.
        sums: unit and sum of the values at one level, the most frequent unit first; of a fact that is said
            several times, once.
        series: the values of the most frequent unit in the order of their times.
    """

    size: int
    sums: tuple[tuple[str, Fraction], ...]
    series: tuple[float, ...]


def summary_of(rows: Sequence[Row]) -> GroupSummary:
    """Return what the rows of a group come to; what could not be read is counted only."""
    counted = [(row, value) for row in rows if (value := value_of(row)) is not None]
    units = Counter(row.unit for row, _ in counted)
    sums = [(unit, _sum(counted, unit)) for unit, _ in units.most_common() if unit not in RATIOS]
    return GroupSummary(len(rows), tuple(sums), _series(counted, units))


def said_sum(total: Fraction) -> str:
    """Return a sum as people write it, no more exact than a screen needs."""
    return f"Σ {total}" if total.denominator == 1 else f"Σ {float(total):.6g}"


def value_of(row: Row) -> Fraction | None:
    """Return a row's value; None: it could not be read."""
    with suppress(ValueError, ZeroDivisionError):
        return Fraction(row.value)
    return None


def _sum(counted: Iterable[tuple[Row, Fraction]], unit: str) -> Fraction:
    seen: set[tuple[str, str]] = set()
    total = Fraction(0)
    for row, value in counted:
        if row.unit == unit and row.kind == "level" and (row.page, row.id) not in seen:
            total += value
            seen.update(row.same)
    return total


def _series(counted: Iterable[tuple[Row, Fraction]], units: Counter[str]) -> tuple[float, ...]:
    if not units:
        return ()
    unit = units.most_common(1)[0][0]
    timed = [(row.interval, value) for row, value in counted if row.unit == unit and row.interval]
    return tuple(float(value) for _, value in sorted(timed))
