"""List of hits, each with the text around it."""

from rich.segment import Segment
from rich.style import Style

from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import fit, visible, width
from tui.app.widgets.row_list import RowList
from tui.app.workspace.hits import HitRow

NOTE = 3
"""The part of a line in which something is said of a place, at its right: one in so many."""


class HitList(RowList[HitRow], inherit_bindings=False):
    """Lists places, the text of each in one column."""

    BINDINGS = bindings("hit_list")

    def chosen(self, item: HitRow) -> None:
        """Choosing is the screen's matter."""

    def row_style(self, index: int) -> Style:
        """See `RowList.row_style`; the keys of a field above the list move its cursor, too."""
        return self.part("row") if index == self.cursor else Style.null()

    def paint(self, item: HitRow, cells: int) -> list[Segment]:
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
