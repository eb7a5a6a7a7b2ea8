"""Charts as inline SVG for HTML: no scripts, no links, nothing loaded."""

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from rich.cells import cell_len

from tui.errors import FormatError

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
"""Okabe and Ito's, which colour-blind people tell apart."""
FONT = 14
"""The size of labels in pixels."""
MEASURED = 0.6
"""How wide pygal takes every character for, as a part of the font size; a Chinese one is as wide as high."""


class Chart(NamedTuple):
    """A chart and what its colours mean: the legend is the page's, whose letters the browser measures."""

    svg: str
    legend: tuple[tuple[str, str], ...]


def stacked_bars(labels: Sequence[str], series: Mapping[str, Sequence[float | None]]) -> Chart:
    """Return upright bars, one for each label, made of one part for each series."""
    return _drawn("StackedBar", labels, series)


def side_bars(labels: Sequence[str], series: Mapping[str, Sequence[float | None]]) -> Chart:
    """Return bars that lie, whose labels may be long, made of one part for each series."""
    height = 90 + 34 * len(labels)
    return _drawn("HorizontalStackedBar", labels, series, height=height, margin_left=20 + missing(labels))


def lines(labels: Sequence[str], series: Mapping[str, Sequence[float | None]], **options: Any) -> Chart:
    """Return a line for each series."""
    return _drawn("Line", labels, series, **options)


def missing(labels: Sequence[str]) -> int:
    """Return the pixels that pygal leaves too little for labels, by the cells that they take."""
    needed = max((cell_len(label) / 2 for label in labels), default=0)
    taken = max((len(label) * MEASURED for label in labels), default=0)
    return max(0, round((needed - taken) * FONT))


def _drawn(
    kind: str, labels: Sequence[str], series: Mapping[str, Sequence[float | None]], **options: Any
) -> Chart:
    pygal, style = _pygal()
    look = style.Style(
        background="#ffffff", plot_background="#ffffff", colors=COLOURS, label_font_size=FONT, opacity="0.9"
    )
    settings = {"height": 300, "width": 900, "x_label_rotation": 45, "truncate_label": -1} | options
    chart = getattr(pygal, kind)(style=look, js=(), show_legend=False, explicit_size=True, **settings)
    chart.x_labels = list(labels)
    for name, values in series.items():
        chart.add(name, list(values))
    chart.add_xml_filter(_without_scripts)
    colours = zip(series, (COLOURS[number % len(COLOURS)] for number in range(len(series))), strict=True)
    return Chart(chart.render(is_unicode=True, disable_xml_declaration=True), tuple(colours))


def _pygal() -> tuple[Any, Any]:
    """Return pygal and its styles.

    Raises:
        FormatError: the extra is not installed.
    """
    try:
        found = import_module("pygal"), import_module("pygal.style")
    except ImportError as error:
        raise FormatError("format.extra", extra="report", module="pygal") from error
    # It leaves a finder behind that has no `find_spec`: Python 3.11 warns of it at every later import.
    sys.meta_path[:] = [each for each in sys.meta_path if type(each).__module__ != "pygal"]
    return found


def _without_scripts(root: Any) -> Any:
    for parent in list(root.iter()):
        for child in list(parent):
            if not isinstance(child.tag, str) or child.tag.endswith(
                "script"
            ):  # a comment's tag is a function
                parent.remove(child)
    return root
