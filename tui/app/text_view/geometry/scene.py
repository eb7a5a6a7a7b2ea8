"""What the reader shows at one width, without colours: positions and layers."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TypeAlias
from unicodedata import category

from msgspec import Struct

from tui.app.text_view.geometry.caret import Caret, Field, target
from tui.app.text_view.geometry.layout import Layout, Lines, lay_out, line_up
from tui.app.text_view.geometry.proposed_rows import ProposedRows, change_proposed, lay_proposed
from tui.app.text_view.geometry.rails import Rails, change_rails, lay_rails
from tui.app.workspace.view import Contents, ProposedPlace, ShownTag
from tui.edit.incremental import changed
from tui.model import Segment

ENOUGH = 20_000
"""Characters that no screen shows at once."""


class Marks(Struct, frozen=True):
    """What of cursor, selection and current tag lies in a row: all that a motion changes of its looks."""

    cursor: Segment | None
    selection: Segment | None
    target: Segment | None
    span: str | None


Looks: TypeAlias = tuple[tuple[int, int, int, bool, str, str], ...]


class Scene(Struct, frozen=True, dict=True):
    """Contents, laid out."""

    contents: Contents
    layout: Layout
    rails: Rails
    lines: Lines
    proposed_rows: ProposedRows

    @cached_property
    def field(self) -> Field:
        """What the caret moves in."""
        return Field(self.layout, self.contents.words)

    @property
    def text(self) -> str:
        """The text of the view."""
        return self.contents.view.reading.text

    def looks(self, row: int) -> Looks:
        """Return what of the tags changes a row's looks."""
        rails = self.rails.rows[row]
        tags = ((r.start, r.end, r.lane, r.first, r.shown.span.id, r.shown.span.label) for r in rails)
        return (*tags, *((p.start, p.end, 0, p.sure, "", p.label) for p in self.proposed(row)))

    def proposed(self, row: int) -> tuple[ProposedPlace, ...]:
        """Return the proposals with a part in a row."""
        return self.proposed_rows.get(row, ())

    def line_of(self, offset: int) -> int:
        """Return the line on which the character at a reading offset stands."""
        return self.lines.tops[self.layout.row_at(offset)]

    def lines_of_row(self, row: int) -> range:
        """Return the lines of a row: its text and its rails."""
        top = self.lines.tops[row]
        return range(top, top + 1 + self.lines.lanes[row])

    def tags_at(self, offset: int) -> list[ShownTag]:
        """Return the tags that cover an offset, the shortest first."""
        row = self.rails.rows[self.layout.row_at(offset)]
        found = {rail.shown.span.id: rail.shown for rail in row if rail.start <= offset < rail.end}
        return sorted(found.values(), key=lambda shown: (shown.length, shown.span.label, shown.span.id))

    def marks(self, caret: Caret, span: str | None) -> dict[int, Marks]:
        """Return what the caret and the current tag mark, by row; rows without a mark are left out."""
        if not self.text:
            return {}
        cursor = self.field.cluster_at(caret.at)
        aim = None if caret.selection else target(self.field, caret)
        rows = {*self._rows_of(cursor), *self._rows_of(caret.selection), *self._rows_of(aim)}
        rows |= {
            row for shown in self.tags_at(caret.at) for part in shown.ranges for row in self._rows_of(part)
        }
        return {row: self._marks_in(row, cursor, caret.selection, aim, span) for row in rows}

    def _marks_in(
        self, row: int, cursor: Segment, selection: Segment | None, aim: Segment | None, span: str | None
    ) -> Marks:
        start, end, _, _ = self.layout.rows[row]

        def part(of: Segment | None) -> Segment | None:
            return (max(of[0], start), min(of[1], end)) if of and of[0] < end and start < of[1] else None

        here = span if any(rail.shown.span.id == span for rail in self.rails.rows[row]) else None
        return Marks(part(cursor), part(selection), part(aim), here)

    def _rows_of(self, part: Segment | None) -> range:
        if part is None:
            return range(0)
        return range(self.layout.row_at(part[0]), self.layout.row_at(max(part[0], part[1] - 1)) + 1)

    def tint(self, row: int) -> list[Segment]:
        """Return the words of a row that are to be tinted."""
        start, end, _, _ = self.layout.rows[row]
        return self.tinted(start, end)

    def tinted(self, start: int, end: int) -> list[Segment]:
        """Return the words in a range that are to be tinted: every second one between punctuation."""
        if not self.contents.segmented:
            return []
        words = self.contents.words
        index = max(0, bisect_right(words, (start, start)) - 1)
        while index > 0 and not self._is_mark(words[index]):
            index -= 1
        found: list[Segment] = []
        turn = False
        for at in range(index, len(words)):
            word = words[at]
            if word[0] >= end:
                break
            mark = self._is_mark(word)
            if turn and not mark and word[1] > start:
                found.append(word)
            turn = not turn and not mark
        return found

    def _is_mark(self, word: Segment) -> bool:
        return category(self.text[word[0]])[0] in "PZ"


def compose_scene(contents: Contents, width: int) -> Scene:
    """Return `contents` laid out in `width` cells."""
    return _scene(contents, lay_out(contents.view, width), contents.tags, contents.proposed)


def compose_beginning(contents: Contents, width: int, offset: int) -> Scene:
    """Return as much of `contents`, from the line with a reading offset on, as any screen shows.

    A text that is hardly longer is laid out whole.
    """
    text = contents.view.reading.text
    if len(text) < 2 * ENOUGH:
        return compose_scene(contents, width)
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset + ENOUGH) + 1 or len(text)
    tags = [tag for tag in contents.tags if tag.ranges[0][0] < end and start < tag.ranges[-1][1]]
    proposed = [place for place in contents.proposed if place.start < end and start < place.end]
    return _scene(contents, lay_out(contents.view, width, (start, end)), tags, proposed)


def _scene(
    contents: Contents, layout: Layout, tags: Sequence[ShownTag], proposed: Sequence[ProposedPlace]
) -> Scene:
    rails = lay_rails(layout, tags)
    lines = line_up(layout, rails.lanes)
    return Scene(contents, layout, rails, lines, lay_proposed(layout, proposed))


def with_contents(scene: Scene, contents: Contents) -> tuple[Scene, Collection[int]]:
    """Return a scene with other words, tags and proposals on the same view, and the rows that show others.

    What it takes depends on the tags that changed. Where no row has more or fewer rails, the lines are the
    same object.
    """
    old, new = changed(scene.contents.tags, contents.tags)
    rails, rows = change_rails(scene.rails, scene.layout, scene.contents.tags[old], contents.tags[new])
    proposed, others = change_proposed(
        scene.proposed_rows, scene.layout, scene.contents.proposed, contents.proposed
    )
    same = all(rails.lanes[row] == scene.lines.lanes[row] for row in rows)
    lines = scene.lines if same else line_up(scene.layout, rails.lanes)
    return Scene(contents, scene.layout, rails, lines, proposed), {*rows, *others}
