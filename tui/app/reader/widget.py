"""The reader: the text pane with its keys and its mouse."""

from typing import Literal

from textual import events

from tui.app.keymap import bindings, label_bindings
from tui.app.messages import CaretMoved, EditSpan
from tui.app.reader import caret as carets
from tui.app.reader.caret import Caret, Unit
from tui.app.reader.pane import MARGIN, TextPane
from tui.app.reader.rails import Shown


class Reader(TextPane):
    """Turns keys and mouse into moves of the cursor and the selection, and reports them."""

    BINDINGS = [*label_bindings(), *bindings("reader")]

    _anchor: int | None = None

    # Keys

    def action_move(self, motion: str) -> None:
        """Move the cursor."""
        self._move(carets.move(self.scene.field, self.caret, motion))

    def action_move_rows(self, rows: int) -> None:
        """Move the cursor by rows."""
        self._move(carets.move_rows(self.scene.field, self.caret, rows))

    def action_move_page(self, pages: int) -> None:
        """Move the cursor by about a screenful."""
        lines = self.scene.lines
        reach = pages * max(1, self.size.height - MARGIN)
        line = max(0, min(self.scene.line_of(self.caret.at) + reach, len(lines.lines) - 1))
        rows = max(lines.lines[line].row, 0) - self.scene.layout.row_at(self.caret.at)
        self.action_move_rows(rows or pages)

    def action_extend(self, unit: Unit, step: Literal[-1, 1]) -> None:
        """Move the active end of the selection."""
        self._move(carets.extend(self.scene.field, self.caret, unit, step))

    def action_extend_rows(self, rows: int) -> None:
        """Move the active end of the selection by rows."""
        self._move(carets.extend_rows(self.scene.field, self.caret, rows))

    def action_swap(self) -> None:
        """Make the other end of the selection the active one."""
        self._move(carets.swap(self.scene.field, self.caret))

    def action_clear(self) -> None:
        """Give the selection up."""
        self._move(Caret(self.caret.at))

    # Mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor under the mouse; on a rail, mean its tag."""
        spot = self._spot(event)
        if spot is None or event.button != 1:
            return
        offset, shown = spot
        if shown is None:
            self._anchor = offset
            self.capture_mouse()
        self._move(Caret(offset), shown.span.id if shown else None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button went down."""
        spot = self._spot(event) if self._anchor is not None else None
        if spot and self._anchor is not None and (spot[0] != self._anchor or self.caret.selection):
            self._move(carets.sweep(self.scene.field, self._anchor, spot[0]))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a selection by mouse."""
        del event
        if self._anchor is not None:
            self._anchor = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Twice: select the word; three times: the paragraph; twice on a rail: edit the tag."""
        spot = self._spot(event)
        if spot is None or event.chain < 2:
            return
        offset, shown = spot
        if shown is not None:
            self.post_message(EditSpan(shown.span.id))
            return
        field = self.scene.field
        block = field.blocks[self.scene.contents.view.reading.block_at(offset)]
        selection = field.word_at(offset) if event.chain == 2 else block
        self._move(carets.select(field, selection, "end", within=offset))

    def _spot(self, event: events.MouseEvent) -> tuple[int, Shown | None] | None:
        """Return the reading offset under the mouse, and the tag where it is on a rail."""
        number = event.y + self.scroll_offset.y
        if not self.scene.text or self._painter is None or not 0 <= number < len(self.scene.lines.lines):
            return None
        index, lane = self.scene.lines.lines[number]
        if index < 0:
            return None
        offset = self.scene.field.snap(self.scene.layout.offset_at(index, event.x - self._painter.left))
        for rail in self.scene.rails.rows[index]:
            if rail.lane == lane and rail.start <= offset < rail.end:
                return offset, rail.shown
        return offset, None

    def _move(self, caret: Caret, span: str | None = None) -> None:
        """Set the caret as the user asked, and report it."""
        self.put(caret, span)
        self.post_message(CaretMoved(self.caret, self.span))
