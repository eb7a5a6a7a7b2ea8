"""An indicator over time, drawn with characters."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

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
from tui.measure.series import Series, series_of


def plot_screen(rows: Sequence[Row], like: Row, say: Say) -> "PlotScreen":
    """Return the screen that draws a row's indicator over time.

    Raises:
        FormatError: the extra is not installed.
        PiyueError: no row of the indicator has a known time and value.
    """
    try:
        plotting = import_module("textual_plotext")
    except ImportError as error:
        raise FormatError("format.extra", extra="plot", module="textual_plotext") from error
    series = series_of(rows, like)
    if not series:
        raise PiyueError("ledger.no_points", indicator=like.indicator or like.text)
    return PlotScreen(plotting.PlotextPlot(), series, like, say)


class PlotScreen(Dialog[None]):
    """Shows points over time, a line for each subject; esc leaves."""

    BINDINGS = bindings("plot")

    def __init__(self, plot: Any, series: Sequence[Series], like: Row, say: Say) -> None:
        super().__init__()
        self._plot, self._series, self._like, self._say = plot, series, like, say

    def compose(self) -> ComposeResult:
        """Lay the picture out under what it shows."""
        with Vertical(id="dialog", classes="ledger"):
            yield Label(Content(visible(self._title())), id="title")
            yield self._plot
            yield Label(Content(self._say("plot.keys")), id="keys")

    def _title(self) -> str:
        """Say what is drawn; the subjects by number, for plotext takes every character for one cell."""
        names = (f"{number} {series.name or '-'}" for number, series in enumerate(self._series, 1))
        return "   ".join((f"{self._like.indicator} ({self._like.unit})", *names))

    def on_mount(self) -> None:
        """Draw."""
        plot = self._plot.plt
        plot.date_form("Y-m-d")
        for number, series in enumerate(self._series, 1):
            days = [point.when for point in series.points]
            values = [float(point.value) for point in series.points]  # a cell of the screen is coarser
            plot.plot(days, values, label=str(number), marker="braille")
            plot.scatter(days, values, marker="dot")
        self._plot.refresh()
