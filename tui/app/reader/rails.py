"""Rails: under each row, one line a layer of tags, so that nested and overlapping tags are all visible."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tui.app.reader.layout import Layout
from tui.model import Segment, Span


class Shown(NamedTuple):
    """A tag as it is shown: the span and the ranges of the view that it covers, ascending."""

    span: Span
    ranges: tuple[Segment, ...]

    @property
    def length(self) -> int:
        """How many characters of the view it covers."""
        return sum(b - a for a, b in self.ranges)


class Rail(NamedTuple):
    """A piece of a tag in one row: the range it covers, its lane from 1, whether the tag begins with it."""

    start: int
    end: int
    lane: int
    shown: Shown
    first: bool


@dataclass(frozen=True)
class Rails:
    """All rails of a layout: by row, in lanes; the shorter tag lies nearer to the text."""

    rows: tuple[tuple[Rail, ...], ...]

    @cached_property
    def lanes(self) -> list[int]:
        """How many rails each row needs."""
        return [max((rail.lane for rail in row), default=0) for row in self.rows]


def lay_rails(layout: Layout, tags: Sequence[Shown]) -> Rails:
    """Return the rails of `tags` (each covering at least one range) in `layout`."""
    pieces: list[list[Rail]] = [[] for _ in layout.rows]
    for shown in sorted(tags, key=_length):
        for index, (start, end) in enumerate(shown.ranges):
            for number in range(layout.row_at(start), layout.row_at(end - 1) + 1):
                row = layout.rows[number]
                a, b = max(start, row.start), min(end, row.end)
                if a < b:
                    lane = _free_lane(pieces[number], a, b)
                    pieces[number].append(Rail(a, b, lane, shown, index == 0 and a == start))
    return Rails(tuple(tuple(row) for row in pieces))


def _length(shown: Shown) -> tuple[int, int, str]:
    return shown.length, shown.ranges[0][0], shown.span.id


def _free_lane(taken: Sequence[Rail], start: int, end: int) -> int:
    lane = 1
    used = {rail.lane for rail in taken if rail.start < end and start < rail.end}
    while lane in used:
        lane += 1
    return lane
