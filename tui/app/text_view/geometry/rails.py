"""Rails: under each row, one line a layer of tags, so that nested and overlapping tags are all visible."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from tui.app.text_view.geometry.layout import Layout, Row
from tui.app.workspace.view import ShownTag


class Rail(Struct, frozen=True):
    """A piece of a tag in one row: the range it covers, its lane from 1, whether the tag begins with it."""

    start: int
    end: int
    lane: int
    shown: ShownTag
    first: bool


class Rails(Struct, frozen=True):
    """All rails of a layout: by row, in lanes; the shorter tag lies nearer to the text.

    Attributes:
        lanes: how many rails each row needs.
    """

    rows: Sequence[tuple[Rail, ...]]
    lanes: Sequence[int]


def lay_rails(layout: Layout, tags: Iterable[ShownTag]) -> Rails:
    """Return the rails of `tags` (each covering at least one range) in `layout`."""
    count = len(layout.rows)
    return _with_rows(Rails([()] * count, [0] * count), layout, _by_row(layout, tags))


def change_rails(
    rails: Rails, layout: Layout, gone: Sequence[ShownTag], come: Sequence[ShownTag]
) -> tuple[Rails, Collection[int]]:
    """Return rails without some tags and with others, and the rows that had or have a part of these."""
    less, more = _by_row(layout, gone), _by_row(layout, come)
    left = {shown.span.id for shown in gone}
    tags: dict[int, list[ShownTag]] = {}
    for number in less.keys() | more.keys():
        before = {rail.shown.span.id: rail.shown for rail in rails.rows[number]}
        stay = [known for id_, known in before.items() if id_ not in left]
        tags[number] = [*stay, *more.get(number, ())]
    return _with_rows(rails, layout, tags), tags.keys()


def _by_row(layout: Layout, tags: Iterable[ShownTag]) -> Mapping[int, list[ShownTag]]:
    """Return the tags that have a part in each row; rows without one are left out."""
    found = defaultdict[int, list[ShownTag]](list)
    for shown in tags:
        for number in _rows_of(layout, shown):
            found[number].append(shown)
    return found


def _rows_of(layout: Layout, shown: ShownTag) -> Collection[int]:
    """Return the rows in which a tag has a part."""
    parts = [range(layout.row_at(start), layout.row_at(end - 1) + 1) for start, end in shown.ranges]
    return parts[0] if len(parts) == 1 else {number for part in parts for number in part}


def _with_rows(rails: Rails, layout: Layout, tags: Mapping[int, Sequence[ShownTag]]) -> Rails:
    """Return rails with those of some rows laid anew, for the tags in them."""
    rows, lanes = list(rails.rows), list(rails.lanes)
    for number, found in tags.items():
        rows[number] = _lay_row(layout.rows[number], found)
        lanes[number] = max([rail.lane for rail in rows[number]], default=0)
    return Rails(rows, lanes)


def _lay_row(row: Row, tags: Sequence[ShownTag]) -> tuple[Rail, ...]:
    rails: list[Rail] = []
    owner = lowest = 0
    for shown in sorted(tags, key=_length) if len(tags) > 1 else tags:
        if shown.owner != owner:  # each annotator has lanes of their own
            owner, lowest = shown.owner, max((rail.lane for rail in rails), default=0)
        for index, (start, end) in enumerate(shown.ranges):
            a, b = max(start, row.start), min(end, row.end)
            if a < b:
                lane = _free_lane(rails, a, b, lowest + 1)
                rails.append(Rail(a, b, lane, shown, index == 0 and a == start))
    return tuple(rails)


def _length(shown: ShownTag) -> tuple[int, int, int, str, str]:
    return shown.owner, shown.length, shown.ranges[0][0], shown.span.label, shown.span.id


def _free_lane(taken: Sequence[Rail], start: int, end: int, lane: int) -> int:
    used = {rail.lane for rail in taken if rail.start < end and start < rail.end}
    while lane in used:
        lane += 1
    return lane
