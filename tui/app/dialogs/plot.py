"""Plots of figures over time, drawn with characters."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.app.workspace.status import Say
from tui.errors import FormatError, PiyueError
from tui.measure.ledger import Row
from tui.measure.series import series_of


class Line(NamedTuple):
    """A line of a picture: a value on each of some days (ISO 8601), ascending."""

    name: str
    days: tuple[str, ...]
    values: tuple[float, ...]


def indicator_screen(rows: Sequence[Row], like: Row, say: Say) -> "PlotScreen":
    """Return the screen that draws a row's indicator over time, a line for each subject.

    Raises:
        FormatError: the extra is not installed.
        PiyueError: no row of the indicator has a known time and value.
    """
    series = series_of(rows, like)
    if not series:
        raise PiyueError("ledger.no_points", indicator=like.indicator or like.text)
    lines = [
        Line(
            each.name,
            tuple(point.when for point in each.points),
            tuple(float(point.value) for point in each.points),  # a cell of the screen is coarser
        )
        for each in series
    ]
    return plot_screen(f"{like.indicator} ({like.unit})", lines, say)


def plot_screen(title: str, lines: Sequence[Line], say: Say) -> "PlotScreen":
    """Return the screen that draws lines.

    Raises:
        FormatError: the extra is not installed.
    """
    try:
        plotting = import_module("textual_plotext")
    except ImportError as error:
        raise FormatError("format.extra", extra="plot", module="textual_plotext") from error
    return PlotScreen(plotting.PlotextPlot(), title, lines, say)


class PlotScreen(Dialog[None]):
    """Shows points over time, a line for each name; esc leaves."""

    BINDINGS = bindings("plot")

    def __init__(self, plot: Any, title: str, lines: Sequence[Line], say: Say) -> None:
        super().__init__()
        self._plot, self._what, self._lines, self._say = plot, title, lines, say

    def compose(self) -> ComposeResult:
        """Lay the picture out under what it shows."""
        with Vertical(id="dialog", classes="ledger"):
            yield Label(Content(visible(self._heading())), id="title")
            yield self._plot
            yield Label(Content(self._say("plot.keys")), id="keys")

    def _heading(self) -> str:
        """Say what is drawn; the lines by number, for plotext takes every character for one cell."""
        names = (f"{number} {line.name or '-'}" for number, line in enumerate(self._lines, 1))
        return "   ".join((self._what, *names))

    def on_mount(self) -> None:
        """Draw."""
        plot = self._plot.plt
        plot.date_form("Y-m-d")
        for number, line in enumerate(self._lines, 1):
            plot.plot(line.days, line.values, label=str(number), marker="braille")
            plot.scatter(line.days, line.values, marker="dot")
        self._plot.refresh()
