"""An indicator over time as an SVG picture."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from tui.errors import PiyueError
from tui.formats.common.whole_files import replacing
from tui.measure.cells import value_cell
from tui.measure.ledger import Row
from tui.measure.series import Point, Series, series_of

WIDTH, HEIGHT = 800, 450
LEFT, RIGHT, TOP, BOTTOM = 90, 170, 50, 60
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
"""Okabe and Ito's, which colour-blind people tell apart."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Frame(NamedTuple):
    """What of days and values lies in the picture."""

    first: int
    last: int
    low: Fraction
    high: Fraction

    def x(self, point: Point) -> float:
        days = date.fromisoformat(point.when).toordinal() - self.first
        return LEFT + (WIDTH - LEFT - RIGHT) * (
            days / (self.last - self.first) if self.last > self.first else 0.5
        )

    def y(self, value: Fraction) -> float:
        part = float((value - self.low) / (self.high - self.low)) if self.high > self.low else 0.5
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * part


def save_svg(rows: Iterable[Row], like: Row, path: Path) -> None:
    """Write the picture of a row's indicator over time to a file.

    Raises:
        PiyueError: no row has a known time and value, or the file cannot be written.
    """
    data = svg(series_of(rows, like), like)
    with replacing(path) as stream:
        stream.write(data.encode())


def svg(series: Sequence[Series], like: Row) -> str:
    """Return the picture: a line of points for each subject, the axis of values from nought.

    Raises:
        PiyueError: there is no point.
    """
    points = [point for one in series for point in one.points]
    if not points:
        raise PiyueError("ledger.no_points", indicator=like.indicator or like.text)
    days = [date.fromisoformat(point.when).toordinal() for point in points]
    values = [Fraction(0), *(point.value for point in points)]
    frame = _Frame(min(days), max(days), min(values), max(values))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        _text(LEFT, 30, f"{like.indicator or like.text} ({like.unit})", size=18),
        *_axes(frame, points),
    ]
    for number, one in enumerate(series):
        lines += _line(one, frame, COLOURS[number % len(COLOURS)], number)
    return "\n".join((*lines, "</svg>", ""))


def _axes(frame: _Frame, points: Iterable[Point]) -> Iterable[str]:
    bottom, right = frame.y(max(frame.low, Fraction(0))), WIDTH - RIGHT
    yield f'<path d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}M{LEFT} {bottom:.1f}H{right}" stroke="#444" fill="none"/>'
    for value in sorted({frame.low, frame.high}):
        yield _text(LEFT - 8, frame.y(value) + 4, _number(value), anchor="end")
    room = 0.0
    for point in sorted(points, key=lambda point: point.when):
        if frame.x(point) >= room:
            room = frame.x(point) + 80
            yield _text(frame.x(point), HEIGHT - BOTTOM + 24, point.when, anchor="middle")


def _line(series: Series, frame: _Frame, colour: str, number: int) -> Iterable[str]:
    path = " ".join(f"{frame.x(point):.1f},{frame.y(point.value):.1f}" for point in series.points)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for point in series.points:
        x, y = frame.x(point), frame.y(point.value)
        title = _plain(f"{point.row.period} {point.row.interval} {value_cell(point.row)} {point.row.unit}")
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"><title>{title}</title></circle>'
        yield _text(x, y - 8, value_cell(point.row), anchor="middle")
    yield _text(WIDTH - RIGHT + 14, TOP + 20 * number + 4, series.name or "-", fill=colour)


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"


def _text(x: float, y: float, text: str, *, size: int = 12, anchor: str = "start", fill: str = "#222") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{fill}"'
    return f"<text {place}>{_plain(text)}</text>"


def _plain(text: str) -> str:
    return escape(_NO_XML.sub("", text))
