"""A list drawn line by line: only visible rows are drawn."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import fit, width
from tui.app.widgets.line_view import LineView

Item = TypeVar("Item")
RIGHT = 3
"""The right button of the mouse."""


class RowList(LineView, Generic[Item]):
    """A scrolling list with a cursor. Subclasses say how a row looks and what choosing it does."""

    BINDINGS = bindings("list")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        self.cursor = 0
        self._painted: dict[int, Item | None] = {}

    def set_items(self, items: Sequence[Item]) -> None:
        """Show other rows, or the same that have changed; the cursor stays as far as there is a row."""
        self.items, before = items, self.cursor
        self.cursor = max(0, min(before, len(items) - 1))
        self.set_height(len(items))
        painted, self._painted = self._painted, {}
        if self.cursor != before:  # which marks another row
            painted.pop(self.cursor, None)
        first = self.scroll_offset.y
        for index in range(first, first + self.size.height):
            if index in painted and painted[index] == self._item(index):
                self._painted[index] = painted[index]
            else:
                self.refresh_lines_of(index, 1)

    def paint(self, item: Item, cells: int) -> list[Segment]:
        """Return a row's segments, at most `cells` wide."""
        raise NotImplementedError

    def selectable(self, item: Item) -> bool:
        """Tell whether the cursor may stand on a row."""
        del item
        return True

    def chosen(self, item: Item) -> None:
        """Do what choosing a row does."""
        raise NotImplementedError

    def _item(self, index: int) -> Item | None:
        return self.items[index] if index < len(self.items) else None

    def put_cursor(self, index: int) -> None:
        """Put the cursor on a row and scroll to it."""
        if self.items and index != self.cursor:
            self.refresh_lines_of(self.cursor, 1)
            self.cursor = max(0, min(index, len(self.items) - 1))
            self.refresh_lines_of(self.cursor, 1)
        height = max(1, self.size.height)
        self.scroll_to_line(min(max(self.scroll_offset.y, self.cursor - height + 1), self.cursor))

    def action_cursor(self, step: int) -> None:
        """Move the cursor by rows, over those that it may not stand on."""
        wanted = max(0, min(self.cursor + step, len(self.items) - 1))
        direction = 1 if step > 0 else -1
        onwards = range(wanted, len(self.items) if step > 0 else -1, direction)
        back = range(wanted, self.cursor, -direction)  # where only heads are left that way
        there = (at for at in (*onwards, *back) if at < len(self.items))  # none where the list is empty
        at = next((at for at in there if self.selectable(self.items[at])), None)
        if at is not None:
            self.put_cursor(at)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.cursor < len(self.items) and self.selectable(self.items[self.cursor]):
            self.chosen(self.items[self.cursor])

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self.items) and self.selectable(self.items[index]):
            self.put_cursor(index)
            self.chosen(self.items[index])
            if event.button == RIGHT:
                self.asked()

    def asked(self) -> None:
        """Show what can be done with the row that was clicked with the right button; by default nothing."""

    def fit(self) -> None:
        """Keep the cursor in sight."""
        self.set_height(len(self.items))
        self.put_cursor(self.cursor)

    def render_line(self, y: int) -> Strip:
        """Return line `y` of what is visible."""
        index = y + self.scroll_offset.y
        cells = self.scrollable_content_region.width
        item = self._painted[index] = self._item(index)
        if item is None:
            return Strip.blank(self.size.width, self.part("base"))
        strip = Strip(self.paint(item, cells)).adjust_cell_length(self.size.width)
        return strip.apply_style(self.part("base") + self.row_style(index))

    def row_style(self, index: int) -> Style:
        """Return what a row looks like beside others."""
        return self.part("row") if index == self.cursor and self.has_focus else Style.null()


def columns(left: str, right: str, cells: int, least: int = 0) -> tuple[str, str]:
    """Return `left` cut and padded so that `right` stands at the right edge of `cells`.

    Args:
        least: cells that `left` gets if it needs them, though `right` is cut then.
    """
    kept = min(least, width(left), cells)
    right = fit(right, max(0, cells - kept - 1)) if kept else right
    room = max(0, cells - width(right) - 1)
    shown = fit(left, room)
    return shown + " " * (room - width(shown) + 1), right
