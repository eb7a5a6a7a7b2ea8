"""Layout of a text: blocks into rows, rows into lines with rails; the place of each character."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import add
from typing import Literal, NamedTuple, TypeAlias

from msgspec import Struct

from tui.app.text_view.geometry.wrap import wrap
from tui.app.widgets.glyphs import clusters, width
from tui.app.workspace.view import View, ViewRole
from tui.model import Segment

MEASURE = 76
"""The widest row, in cells: 38 Chinese characters, what newspapers' readers find comfortable."""


Voice: TypeAlias = Literal["strong", "accent", "dim", "picture", "text"]
"""How a role is printed: a part of a line, see `tui.app.widgets.styles`."""


class Setting(NamedTuple):
    """How a role is set: rows' place, cells of first-line indent, what it stands together with, its voice."""

    align: Literal["left", "centre", "right"]
    indent: int
    group: str
    voice: Voice


SETTINGS: dict[ViewRole, Setting] = {
    "kicker": Setting("centre", 0, "headline", "accent"),
    "title": Setting("centre", 0, "headline", "strong"),
    "subtitle": Setting("centre", 0, "headline", "accent"),
    "lead": Setting("left", 4, "lead", "text"),
    "byline": Setting("left", 4, "body", "dim"),
    "heading": Setting("centre", 0, "heading", "strong"),
    "paragraph": Setting("left", 4, "body", "text"),
    "caption": Setting("left", 4, "picture", "picture"),
    "credit": Setting("right", 0, "picture", "dim"),
    "source": Setting("left", 0, "source", "text"),
}


class Row(NamedTuple):
    """A row of text: the reading range that it shows, its indent in cells, its block."""

    start: int
    end: int
    x: int
    block: int


class Line(NamedTuple):
    """A line of the screen: of a row the text (lane 0) or a rail below it; row -1: a blank line."""

    row: int
    lane: int


BLANK = Line(-1, 0)


class Layout(Struct, frozen=True, dict=True):
    """The rows of a view at one width, of all its lines or of some. Independent of tags, words and cursor.

    Attributes:
        tops: the line of each row's text where there is no rail.
    """

    view: View
    width: int
    rows: Sequence[Row]
    tops: Sequence[int]

    @property
    def is_whole(self) -> bool:
        """Whether all of the text is laid out."""
        text = self.view.reading.text
        return not text or (self.rows[0].start == 0 and self.rows[-1].end == len(text))

    def row_at(self, offset: int) -> int:
        """Return the index of the row that shows a reading offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def x_of(self, offset: int) -> int:
        """Return the cell, from the text's left edge, at which a reading offset stands in its row."""
        row = self.rows[self.row_at(offset)]
        return row.x + width(self.view.reading.text[row.start : offset])

    def offset_at(self, row: int, x: int) -> int:
        """Return the reading offset of the cluster that covers cell `x` of a row, else of its nearest one."""
        start, end, indent, _ = self.rows[row]
        at, last = indent, start
        for a, _, cells in clusters(self.view.reading.text[start:end]):
            last = start + a
            at += cells
            if x < at:
                break
        return last

    @cached_property
    def _starts(self) -> list[int]:
        return [row.start for row in self.rows]


def measure(room: int) -> int:
    """Return the width of rows where there are `room` cells."""
    return max(8, min(room, MEASURE))


def lay_out(view: View, cells: int, part: Segment | None = None) -> Layout:
    """Return the layout of `view` in rows of `cells`.

    Args:
        part: the reading range, from a line's start to a line's end, that is laid out; None: all.
    """
    rows: list[Row] = []
    tops: list[int] = []
    text, blocks, gaps = view.reading.text, view.reading.blocks, 0
    first, last = part or (0, len(text))
    shown = range(view.reading.block_at(first), view.reading.block_at(last - 1) + 1) if blocks else ()
    for block in shown:
        start, end = max(blocks[block][0], first), min(blocks[block][1], last)
        align, indent, group, _ = SETTINGS[view.roles[block]]
        gaps += bool(rows) and SETTINGS[view.roles[block - 1]].group != group
        lines = list(_lines(text, start, end))
        found = [row for a, b in lines for row in wrap(text, a, b, cells, indent)]
        tops += range(len(rows) + gaps, len(rows) + gaps + len(found))
        if align == "left":
            begun = {a for a, _ in lines}
            rows += [Row(a, b, indent if a in begun else 0, block) for a, b in found]
        else:
            rows += [Row(a, b, _x(align, cells, text[a:b]), block) for a, b in found]
    return Layout(view, cells, rows, tops)


def _lines(text: str, start: int, end: int) -> Iterator[Segment]:
    """Yield the lines of a block, each with its end: documents keep theirs, articles of a paper have one."""
    while (stop := text.find("\n", start, end - 1)) >= 0:
        yield start, stop + 1
        start = stop + 1
    yield start, end


def _x(align: str, cells: int, text: str) -> int:
    free = max(0, cells - width(text.rstrip()))
    return free // 2 if align == "centre" else free


class Lines(Struct, frozen=True):
    """The lines of a layout, each row followed by as many rails as tags lie over each other in it.

    Attributes:
        tops: the line of each row's text.
        lanes: the rails below each row.
    """

    tops: Sequence[int]
    lanes: Sequence[int]

    @property
    def height(self) -> int:
        """How many lines there are."""
        return self.tops[-1] + self.lanes[-1] + 1 if self.tops else 0

    def at(self, number: int) -> Line:
        """Return what a line is of; after the last one, too, there are blank lines."""
        row = bisect_right(self.tops, number) - 1
        lane = number - self.tops[row] if row >= 0 else 0
        return Line(row, lane) if row >= 0 and lane <= self.lanes[row] else BLANK


def line_up(layout: Layout, lanes: Sequence[int]) -> Lines:
    """Return the lines where row `i` has ``lanes[i]`` rails."""
    return Lines(list(map(add, layout.tops, accumulate(lanes, initial=0))), lanes)
