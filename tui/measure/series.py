"""An indicator over time: the points of a plot."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from tui.measure.facts import bounds_of, measure_of
from tui.measure.ledger import Row
from tui.quantities.periods.interval import OPEN


class Point(NamedTuple):
    """A row with a known end and value.

    Attributes:
        when: the interval's last day (ISO 8601).
        value: in the row's own unit, less than zero for a fall; of a range, its lower end.
    """

    when: str
    value: Fraction
    row: Row


class Series(NamedTuple):
    """The points of one subject, in the order of time."""

    name: str
    points: tuple[Point, ...]


def series_of(rows: Iterable[Row], like: Row) -> list[Series]:
    """Return an indicator's points by subject: those of the rows that are measured as `like` is.

    A fact that is reported twice is one point.
    """
    found: dict[str, dict[tuple[str, Fraction], Point]] = {}
    for row in rows:
        if _alike(row, like) and (point := _point(row)) is not None:
            found.setdefault(row.subject, {}).setdefault((row.interval, point.value), point)
    return [
        Series(name, tuple(sorted(points.values(), key=lambda point: (point.when, point.row.interval))))
        for name, points in sorted(found.items())
    ]


def _alike(row: Row, like: Row) -> bool:
    changes = {row.kind == "change", like.kind == "change"}
    same = (row.indicator, row.status, measure_of(row)) == (like.indicator, like.status, measure_of(like))
    return same and len(changes) == 1


def _point(row: Row) -> Point | None:
    when = row.interval.partition("/")[2]
    if when in ("", OPEN) or bounds_of(row) is None:
        return None
    value = Fraction(row.value)
    return Point(when, -value if row.direction == "down" else value, row)
