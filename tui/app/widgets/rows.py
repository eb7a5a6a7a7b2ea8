"""A list drawn line by line: only the rows that are visible cost anything."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.keymap import bindings
from tui.app.reader.glyphs import fit, width

Item = TypeVar("Item")


class Rows(ScrollView, Generic[Item], can_focus=True):
    """A scrolling list with a cursor. Subclasses say how a row looks and what choosing it does."""

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS = bindings("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--dim", "rows--head", "rows--here"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        self.cursor = 0

    def set_items(self, items: Sequence[Item]) -> None:
        """Show other rows; the cursor stays where it was as far as there is a row."""
        self.items = items
        self.cursor = max(0, min(self.cursor, len(items) - 1))
        self.virtual_size = Size(self.size.width, len(items))
        self.refresh()

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

    def put_cursor(self, index: int) -> None:
        """Put the cursor on a row and scroll to it."""
        if self.items and index != self.cursor:
            self.cursor = max(0, min(index, len(self.items) - 1))
            self.refresh()
        first, height = self.scroll_offset.y, max(1, self.size.height)
        wanted = min(max(first, self.cursor - height + 1), self.cursor)
        if wanted != first:
            self.scroll_to(y=wanted, animate=False, force=True, immediate=True)

    def action_cursor(self, step: int) -> None:
        """Move the cursor by rows, over those that it may not stand on."""
        wanted = max(0, min(self.cursor + step, len(self.items) - 1))
        direction = 1 if step > 0 else -1
        while 0 <= wanted < len(self.items) and not self.selectable(self.items[wanted]):
            wanted += direction
        if 0 <= wanted < len(self.items):
            self.put_cursor(wanted)

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

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to the width."""
        del event
        self.virtual_size = Size(self.size.width, len(self.items))
        self.put_cursor(self.cursor)

    def render_line(self, y: int) -> Strip:
        """Return line `y` of what is visible."""
        index = y + self.scroll_offset.y
        cells = self.scrollable_content_region.width
        if index >= len(self.items):
            return Strip.blank(self.size.width, self.rich_style)
        strip = Strip(self.paint(self.items[index], cells)).adjust_cell_length(self.size.width)
        style = self.rich_style
        if index == self.cursor and self.has_focus:
            style += self.part("cursor")
        return strip.apply_style(style)

    def part(self, name: str) -> Style:
        """Return the style of a part."""
        return self.get_component_rich_style(f"rows--{name}", partial=True)


def columns(left: str, right: str, cells: int) -> tuple[str, str]:
    """Return `left` cut and padded so that `right` stands at the right edge of `cells`."""
    room = max(0, cells - width(right) - 1)
    shown = fit(left, room)
    return shown + " " * (room - width(shown) + 1), right
