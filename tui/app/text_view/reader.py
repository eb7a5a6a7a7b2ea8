"""The reader: the text pane, with the keys and mouse actions of its cursor and selection."""

from collections.abc import Callable
from typing import Literal

from textual import events

from tui.app.keys.bindings import bindings, digit_bindings
from tui.app.text_view.geometry import caret as carets
from tui.app.text_view.geometry import syntax
from tui.app.text_view.geometry.caret import Caret, Field, Side, TextUnit, Unit
from tui.app.text_view.messages import CaretMoved, PlaceClicked, TagClicked
from tui.app.text_view.text_pane import MARGIN, TextPane
from tui.app.widgets.row_list import RIGHT
from tui.app.workspace.view import ShownTag

MOST = 999
"""How often a key can be done at once."""


class Reader(TextPane):
    """Moves the cursor and the selection as keys and mouse ask."""

    BINDINGS = [*digit_bindings(), *bindings("reader")]

    _anchor: int | None = None
    _grown: tuple[tuple[Caret, Caret], ...] = ()
    """Of each press that selected a larger unit: what was selected before, and then."""
    count: int = 0
    """How often the next key is to be done; 0: nothing was typed before it."""

    # Keys

    def type_digit(self, digit: int) -> None:
        """Type a digit of how often the next key is to be done."""
        self.count = min(self.count * 10 + digit, MOST)

    def take_count(self) -> int:
        """Return how often to do what a key does, and forget it."""
        count, self.count = self.count, 0
        return max(1, count)

    def _repeat(self, move: Callable[[Field, Caret], Caret]) -> None:
        """Do a move as often as was typed, no further than it leads anywhere."""
        caret = self.caret
        for _ in range(self.take_count()):
            before, caret = caret, move(self.scene.field, caret)
            if caret == before:
                break
        self.put(caret)

    def move(self, motion: str) -> None:
        """Move the cursor."""
        self._repeat(lambda field, caret: carets.move(field, caret, motion))

    def move_rows(self, rows: int) -> None:
        """Move the cursor by rows."""
        self.put(carets.move_rows(self.scene.field, self.caret, rows * self.take_count()))

    def move_pages(self, pages: int) -> None:
        """Move the cursor by about a screenful."""
        lines = self.scene.lines
        reach = pages * self.take_count() * max(1, self.size.height - MARGIN)
        line = max(0, min(self.scene.line_of(self.caret.at) + reach, lines.height - 1))
        rows = max(lines.at(line).row, 0) - self.scene.layout.row_at(self.caret.at)
        self.move_rows(rows or pages)

    def extend(self, unit: Unit, step: Literal[-1, 1]) -> None:
        """Move the active end of the selection."""
        self._repeat(lambda field, caret: carets.extend(field, caret, unit, step))

    def move_edge(self, side: Side, step: Literal[-1, 1]) -> None:
        """Move one end of the selection by a word, whichever end was moved before."""
        self._repeat(lambda field, caret: carets.move_edge(field, caret, side, step))

    def extend_rows(self, rows: int) -> None:
        """Move the active end of the selection by rows."""
        self.put(carets.extend_rows(self.scene.field, self.caret, rows * self.take_count()))

    def select_unit(self, unit: TextUnit) -> None:
        """Select the sentence, the paragraph or what stands between marks; again: more of it."""
        self._repeat(lambda field, caret: carets.select_unit(field, caret, unit))

    def grow_unit(self) -> None:
        """Select the word under the cursor; again: phrase, quotation, clause, sentence, paragraph."""
        for _ in range(self.take_count()):
            before = self.caret
            if (grown := syntax.grow(self.scene.field, before)) == before:
                break
            kept = self._grown if self._grown and self._grown[-1][1] == before else ()
            self._grown = (*kept, (before, grown))
            self.put(grown)

    def shrink_unit(self) -> None:
        """Select what was selected before it grew; of what did not grow, the word under the cursor."""
        for _ in range(self.take_count()):
            if self._grown and self._grown[-1][1] == self.caret:
                (before, _), self._grown = self._grown[-1], self._grown[:-1]
                self.put(before)
            elif self.caret.selection is not None:
                self.put(syntax.grow(self.scene.field, Caret(self.caret.at)))

    def swap_ends(self) -> None:
        """Make the other end of the selection the active one."""
        self.put(carets.swap(self.scene.field, self.caret))

    def clear(self) -> None:
        """Clear the selection and the number typed."""
        self.count = 0
        self.put(Caret(self.caret.at))

    def cycle_tags(self, step: int) -> None:
        """Select the enclosing tag under the cursor, or the enclosed one; round the end."""
        ids = [shown.span.id for shown in self.scene.tags_at(self.caret.at)]
        if self.span in ids:
            count = step * self.take_count()
            self.put(self.caret.replaced(), ids[(ids.index(self.span) + count) % len(ids)])

    # Mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor under the mouse; on a rail, mean its tag."""
        spot = _spot(self, event)
        if spot is None or event.button not in (1, RIGHT):
            return
        offset, shown = spot
        if event.button == RIGHT:
            self._ask_at(offset, shown)
            return
        if shown is None:
            self._anchor = offset
            self.capture_mouse()
        self._report(Caret(offset), shown.span.id if shown else None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button went down."""
        spot = _spot(self, event) if self._anchor is not None else None
        if spot and self._anchor is not None and (spot[0] != self._anchor or self.caret.selection):
            self._report(carets.sweep(self.scene.field, self._anchor, spot[0]))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a selection by mouse."""
        del event
        if self._anchor is not None:
            self._anchor = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Twice: select the word; three times: the paragraph; twice on a rail: edit the tag."""
        spot = _spot(self, event)
        if spot is None or event.chain < 2 or event.button == RIGHT:
            return
        offset, shown = spot
        if shown is not None:
            self.post_message(TagClicked(shown.span.id))
            return
        field = self.scene.field
        block = field.blocks[self.scene.contents.view.reading.block_at(offset)]
        selection = field.word_at(offset) if event.chain == 2 else block
        self._report(carets.select(field, selection, "end", within=offset))

    def _ask_at(self, offset: int, shown: ShownTag | None) -> None:
        """Ask what to do at a place; a selection that it lies in stays."""
        selection = self.caret.selection
        if shown is not None or selection is None or not selection[0] <= offset < selection[1]:
            self._report(Caret(offset), shown.span.id if shown else None)
        self.post_message(PlaceClicked())

    def _report(self, caret: Caret, span: str | None = None) -> None:
        """Set the caret as the mouse asked, and report it."""
        self.put(caret, span)
        self.post_message(CaretMoved(self.caret))


def _spot(reader: Reader, event: events.MouseEvent) -> tuple[int, ShownTag | None] | None:
    """Return the reading offset under the mouse, and the tag where it is on a rail."""
    number = event.y + reader.scroll_offset.y
    if not reader.scene.text or reader._painter is None or not 0 <= number < reader.scene.lines.height:
        return None
    index, lane = reader.scene.lines.at(number)
    if index < 0:
        return None
    offset = reader.scene.field.snap(reader.scene.layout.offset_at(index, event.x - reader._painter.left))
    for rail in reader.scene.rails.rows[index]:
        if rail.lane == lane and rail.start <= offset < rail.end:
            return offset, rail.shown
    return offset, None
