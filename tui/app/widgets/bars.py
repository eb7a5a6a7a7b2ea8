"""The lines at the bottom: what is going on, and what the keys do now."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.app.reader.glyphs import fit, width
from tui.app.widgets.parts import part_style


@dataclass(frozen=True)
class Piece:
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
        found: list[Segment] = []
        for piece in pieces:
            text = fit(piece.text, room)
            if room <= 0 or (text != piece.text and found and len(piece.text) < 12):
                break
            room -= width(text)
            found.append(Segment(text, self._style(piece)))
        return found

    def _style(self, piece: Piece) -> Style | None:
        if piece.style is not None:
            return piece.style
        return part_style(self, f"bar--{piece.part}") if piece.part else None
