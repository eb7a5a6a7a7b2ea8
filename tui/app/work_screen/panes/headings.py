"""The line above the panes: their titles, that of the pane with the focus set off."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from tui.app.widgets.glyphs import fit, width
from tui.app.widgets.styles import Parted


class Heading(NamedTuple):
    """The title of a pane.

    Attributes:
        x, cells: where the pane stands.
        focused: whether keys go there.
    """

    title: str
    x: int
    cells: int
    focused: bool


class Headings(Parted):
    """A rule above each pane with its title in it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._headings: tuple[Heading, ...] = ()

    def show(self, headings: Sequence[Heading]) -> None:
        """Show other titles."""
        if self._headings != (found := tuple(headings)):
            self._headings = found
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        # A terminal in which line drawing is two cells wide has a rule of ASCII.
        rule = "-" if width("\N{BOX DRAWINGS LIGHT HORIZONTAL}") == 2 else "\N{BOX DRAWINGS LIGHT HORIZONTAL}"
        painted: list[Segment] = []
        at = 0
        for title, x, cells, focused in self._headings:
            part = self.part("rule_focused" if focused else "rule")
            shown = fit(title, max(0, cells - 6))
            head = f"{rule} {shown} " if shown else rule
            room = max(0, cells - 1 - width(head))
            painted += [Segment(" " * (x - at)), Segment(head + rule * room + " ", part)]
            at = x + cells
        return Strip(painted).adjust_cell_length(self.size.width).apply_style(self.part("base"))
