"""A scrolling widget drawn line by line; its number of lines may change without a new layout."""

from typing import ClassVar

from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.widgets.styles import Parted


class LineView(Parted, ScrollView, can_focus=True):
    """Shows lines; its vertical scrollbar, once there, stays, so that nothing else moves when it grows."""

    ALLOW_SELECT: ClassVar[bool] = False
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)
    _fitted = Size(0, 0)

    def fit(self) -> None:
        """Fit what is shown to the room that there is now."""

    def on_resize(self, event: events.Resize) -> None:
        """Fit what is shown to the new size, unless it was painted in it."""
        del event
        self._fit_to_size()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of `crop`; in a new size, what is shown is fitted to it before.

        Textual reports a new size after it has painted in it, and not at all where somebody asked for a
        widget's place between the change and the layout (findings/textual-region-swallows-resize.sh).
        """
        if self._fit_to_size() and crop.height < self.size.height:
            self.refresh()
        return self.lines_in(crop)

    def _fit_to_size(self) -> bool:
        if is_new := self._fitted != self.size:
            self._fitted = self.size
            self.fit()
        return is_new

    def lines_in(self, crop: Region) -> list[Strip]:
        """Return the lines of `crop`, of what fits."""
        return super().render_lines(crop)

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
