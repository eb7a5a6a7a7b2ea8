"""Rails: under each row, one line a layer of tags, so that nested and overlapping tags are all visible."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from tui.app.text_view.geometry.layout import Layout, Row
from tui.app.workspace.view import ShownTag


class Rail(NamedTuple):
    """A piece of a tag in one row: the range it covers, its lane from 1, whether the tag begins with it."""

    start: int
    end: int
    lane: int
    shown: ShownTag
    first: bool


class Rails(NamedTuple):
    """All rails of a layout: by row, in lanes; the shorter tag lies nearer to the text.

    Attributes:
        lanes: how many rails each row needs.
    """

    rows: Sequence[tuple[Rail, ...]]
    lanes: Sequence[int]


def lay_rails(layout: Layout, tags: Iterable[ShownTag]) -> Rails:
    """Return the rails of `tags` (each covering at least one range) in `layout`."""
    count = len(layout.rows)
    return change_rails(Rails([()] * count, [0] * count), layout, (), tags)[0]


def change_rails(
    rails: Rails, layout: Layout, gone: Iterable[ShownTag], come: Iterable[ShownTag]
) -> tuple[Rails, Collection[int]]:
    """Return rails without some tags and with others, and the rows that had or have a part of these."""
    tags: dict[int, list[ShownTag]] = {}
    left = {shown.span.id for shown in gone}
    for shown in (*gone, *come):
        for number in _rows_of(layout, shown):
            if number not in tags:
                before = {rail.shown.span.id: rail.shown for rail in rails.rows[number]}
                tags[number] = [known for id_, known in before.items() if id_ not in left]
    for shown in come:
        for number in _rows_of(layout, shown):
            tags[number].append(shown)
    rows, lanes = list(rails.rows), list(rails.lanes)
    for number, found in tags.items():
        rows[number] = _lay_row(layout.rows[number], found)
        lanes[number] = max((rail.lane for rail in rows[number]), default=0)
    return Rails(rows, lanes), tags.keys()


def _rows_of(layout: Layout, shown: ShownTag) -> Iterable[int]:
    """Return the rows in which a tag has a part."""
    return sorted(
        {
            number
            for start, end in shown.ranges
            for number in range(layout.row_at(start), layout.row_at(end - 1) + 1)
        }
    )


def _lay_row(row: Row, tags: Iterable[ShownTag]) -> tuple[Rail, ...]:
    rails: list[Rail] = []
    owner = lowest = 0
    for shown in sorted(tags, key=_length):
        if shown.owner != owner:  # each annotator has lanes of their own
            owner, lowest = shown.owner, max((rail.lane for rail in rails), default=0)
        for index, (start, end) in enumerate(shown.ranges):
            a, b = max(start, row.start), min(end, row.end)
            if a < b:
                rails.append(
                    Rail(a, b, _free_lane(rails, a, b, lowest + 1), shown, index == 0 and a == start)
                )
    return tuple(rails)


def _length(shown: ShownTag) -> tuple[int, int, int, str, str]:
    return shown.owner, shown.length, shown.ranges[0][0], shown.span.label, shown.span.id


def _free_lane(taken: Sequence[Rail], start: int, end: int, lane: int) -> int:
    used = {rail.lane for rail in taken if rail.start < end and start < rail.end}
    while lane in used:
        lane += 1
    return lane
