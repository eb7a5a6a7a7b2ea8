"""The lines at the bottom: what is going on, and what the keys do now."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.app.reader.glyphs import fit, width
from tui.app.widgets.parts import part_style


class Piece(NamedTuple):
    """A few words in one part's style (a component class of the bar) or in a style of their own."""

    text: str
    part: str = ""
    style: Style | None = None


class Bar(Widget):
    """One line of pieces at the left, and pieces at the right that win where there is no room for both."""

    COMPONENT_CLASSES = {"bar--key", "bar--dim", "bar--good", "bar--bad", "bar--busy", "bar--strong"}
    left: Sequence[Piece] = ()
    right: Sequence[Piece] = ()

    def say(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show other pieces."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        cells, base = self.size.width, self.rich_style
        right = self._segments(self.right, cells)
        room = cells - sum(segment.cell_length for segment in right) - (1 if right else 0)
        left = self._segments(self.left, room)
        gap = cells - sum(segment.cell_length for segment in [*left, *right])
        strip = Strip([*left, Segment(" " * max(0, gap)), *right])
        return strip.adjust_cell_length(cells).apply_style(base)

    def _segments(self, pieces: Sequence[Piece], room: int) -> list[Segment]:
        """Return as many pieces as there is room for; a key without its word is left out."""
        found: list[Segment] = []
        for index, piece in enumerate(pieces):
            text = fit(piece.text, room)
            if text != piece.text and index and pieces[index - 1].part == "key":
                return found[:-1]
            room -= width(text)
            found.append(Segment(text, self._style(piece)))
            if room <= 0:
                break
        return found

    def _style(self, piece: Piece) -> Style | None:
        if piece.style is not None:
            return piece.style
        return part_style(self, f"bar--{piece.part}") if piece.part else None
