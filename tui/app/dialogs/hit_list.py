"""A list of places in texts, each with what stands around it."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType

from tui.app.widgets.glyphs import fit, visible, width
from tui.app.widgets.row_list import Rows
from tui.app.workspace.hits import Row

NOTE = 3
"""The part of a line in which something is said of a place, at its right: one in so many."""


class PlaceList(Rows[Row], inherit_bindings=False):
    """Lists places, the text of each in one column."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up,k", "cursor(-1)"),
        ("down,j", "cursor(1)"),
        ("pageup", "cursor(-10)"),
        ("pagedown", "cursor(10)"),
        ("home", "cursor(-1000000)"),
        ("end", "cursor(1000000)"),
    ]

    def chosen(self, item: Row) -> None:
        """Choosing is the screen's matter."""

    def paint(self, item: Row, cells: int) -> list[Segment]:
        """Return whether it is accepted, the place in its context, and what is said of it."""
        mark = {None: " .  ", True: "[x] ", False: "[ ] "}[item.accepted]
        dim = self.part("dim")
        noted = cells // NOTE
        room = max(8, cells - len(mark) - noted - 1)
        text = fit(item.place.text, room - 4)
        left = ending(item.place.before, (room - width(text)) // 2)
        right = fit(item.place.after, room - width(text) - width(left))
        gap = " " * (room - width(left + text + right) + 1)
        strong = Style(bold=True, underline=True)
        note = fit(item.note, noted)
        return [
            Segment(mark),
            Segment(left, dim),
            Segment(text, strong),
            Segment(right + gap, dim),
            Segment(note),
        ]


def ending(text: str, cells: int) -> str:
    """Return the end of a text, made visible, that has room in `cells`."""
    shown = visible(text)
    start = max(0, len(shown) - cells)
    while width(shown[start:]) > cells:
        start += 1
    return shown[start:]
