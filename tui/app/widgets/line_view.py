"""A scrolling widget drawn line by line; its number of lines may change without a new layout."""

from typing import ClassVar

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView

from tui.app.widgets.styles import Parted


class LineView(Parted, ScrollView, can_focus=True):
    """Shows lines; its vertical scrollbar, once there, stays, so that nothing else moves when it grows."""

    ALLOW_SELECT: ClassVar[bool] = False
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)

    def set_height(self, lines: int) -> None:
        """Have room for `lines` lines."""
        self.virtual_size = Size(self.size.width, lines)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = lines

    def refresh_lines_of(self, first: int, count: int) -> None:
        """Paint `count` lines anew, as far as they are visible."""
        self.refresh(Region(0, first - self.scroll_offset.y, self.size.width, count))

    def scroll_to_line(self, line: int) -> None:
        """Make `line` the first visible one, at once."""
        if line != self.scroll_offset.y and self.size.height:
            self.scroll_to(y=line, animate=False, force=True, immediate=True)
