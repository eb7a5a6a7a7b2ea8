"""Painting a line: characters and their marks become the segments of a strip."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment as Painted
from rich.style import Style
from textual.strip import Strip

from tui.app.text_view.geometry.hints import Hint
from tui.app.text_view.geometry.layout import Row
from tui.app.text_view.geometry.rails import Rail
from tui.app.widgets.glyphs import Cluster, clusters, fit, visible


class Overlay(NamedTuple):
    """A style over a range of the text; later ones win where they say the same thing."""

    start: int
    end: int
    style: Style


def paint_row(
    text: str,
    row: Row,
    base: Style,
    overlays: Iterable[Overlay],
    left: int,
    width: int,
    beside: tuple[str, Style] = ("", Style.null()),
    hints: tuple[Sequence[Hint], Style] = ((), Style.null()),
) -> Strip:
    """Return the strip of a row of text.

    Args:
        base: style of the characters and of what is left of the line.
        left: cells before the text's left edge.
        width: of the strip.
        beside: what is said of the row at its right, and how, as far as there is room.
        hints: jump hints that begin in the row, written over its characters, and how.
    """
    shown = visible(text[row.start : row.end])
    found = clusters(text[row.start : row.end])
    styles = [base] * len(found)
    starts = {row.start + a: index for index, (a, _, _) in enumerate(found)}
    for start, end, style in overlays:
        first = starts.get(max(start, row.start))
        if first is None:
            continue
        for index in range(first, len(found)):
            if row.start + found[index][0] >= end:
                break
            styles[index] = styles[index] + style
    cells = [(styles[index], shown[a:b]) for index, (a, b, _) in enumerate(found)]
    for hint in hints[0]:
        _write_hint(cells, found, starts.get(hint.start, len(found)), hint, hint.end - row.start, hints[1])
    painted = [Painted(" " * (left + row.x), base)]
    for style, run in groupby(cells, key=lambda cell: cell[0]):
        painted.append(Painted("".join(glyph for _, glyph in run), style))
    if beside[0]:
        painted.append(Painted(f"  {visible(beside[0])}", base + beside[1]))
    return Strip(painted).adjust_cell_length(width, base)


def _write_hint(
    cells: list[tuple[Style, str]],
    found: Sequence[Cluster],
    index: int,
    hint: Hint,
    end: int,
    style: Style,
) -> None:
    """Write a hint's letters over the characters of its place, as many as there are cells; nothing moves."""
    letters = hint.letters
    while letters and index < len(found) and found[index][0] < end:
        width = found[index][2]
        cells[index] = style, letters[:width].ljust(width)
        letters, index = letters[width:], index + 1


class Bar(Struct, frozen=True):
    """What is written on a rail: the label's key, its name, and how it is drawn."""

    key: str
    name: str
    style: Style


def paint_rail(
    row_text: str, row: Row, rails: Sequence[tuple[Rail, Bar]], base: Style, left: int, width: int
) -> Strip:
    """Return the strip of one lane below a row; `rails` are those of the lane.

    A rail is as wide as its text: the key where the tag begins, `>` where it comes from the row before, the
    name where there is room. It is ASCII but for the name, since terminals do not agree on the width of line
    drawing in a Chinese locale.
    """
    painted: list[Painted] = []
    at = 0
    for rail, bar in sorted(rails, key=lambda pair: pair[0].start):
        x = left + row.x + _cells(row_text, rail.start - row.start)
        end = left + row.x + _cells(row_text, rail.end - row.start)
        painted.append(Painted(" " * (x - at), base))
        painted.append(Painted(_legend(bar, end - x, first=rail.first), base + bar.style))
        at = end
    return Strip(painted).adjust_cell_length(width, base)


def _cells(text: str, end: int) -> int:
    return sum(cells for _, stop, cells in clusters(text) if stop <= end)


def _legend(bar: Bar, width: int, *, first: bool) -> str:
    head = bar.key if first else ">"
    name = fit(bar.name, width - 3) if width >= 3 + min(4, cell_len(bar.name)) else ""
    body = f"{head}-{name}-" if name else head
    return body[:width] + "-" * (width - cell_len(body))
