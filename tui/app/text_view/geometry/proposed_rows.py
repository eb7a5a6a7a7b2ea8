"""Which rows show which proposals."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from tui.app.text_view.geometry.layout import Layout
from tui.app.workspace.view import ProposedPlace
from tui.edit.incremental import changed

ProposedRows: TypeAlias = Mapping[int, tuple[ProposedPlace, ...]]
"""By row the proposals with a part in it; rows without one are left out."""


def lay_proposed(layout: Layout, places: Sequence[ProposedPlace]) -> ProposedRows:
    """Return the rows of proposals."""
    found: dict[int, tuple[ProposedPlace, ...]] = {}
    for place in places:
        for row in _rows_of(layout, place):
            found[row] = (*found.get(row, ()), place)
    return found


def change_proposed(
    before: ProposedRows, layout: Layout, old: Sequence[ProposedPlace], new: Sequence[ProposedPlace]
) -> tuple[ProposedRows, Collection[int]]:
    """Return the rows of `new`, those of `old` being `before`, and the rows that show others than before.

    Places that stay are the same objects: what it takes depends on those that came or went.
    """
    gone, come = changed(old, new)
    rows = {row for place in (*old[gone], *new[come]) for row in _rows_of(layout, place)}
    if not rows:
        return before, rows
    found = dict(before)
    for row in rows:
        start, end, _, _ = layout.rows[row]
        found[row] = tuple(place for place in new if place.start < end and start < place.end)
        if not found[row]:
            del found[row]
    return found, rows


def _rows_of(layout: Layout, place: ProposedPlace) -> range:
    return range(layout.row_at(place.start), layout.row_at(max(place.start, place.end - 1)) + 1)
