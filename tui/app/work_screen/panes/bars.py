"""The lines at the bottom: the status, and the keys of the mode."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias, get_args

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from tui.app.widgets.glyphs import fit, width
from tui.app.widgets.styles import Parted, PartName


class Piece(NamedTuple):
    """A few words in one part's style or in a style of their own."""

    text: str
    part: PartName = "text"
    style: Style | None = None


class Line(NamedTuple):
    """What stands in a line at the left and at the right."""

    left: Sequence[Piece]
    right: Sequence[Piece]


Name: TypeAlias = Literal["status", "labels", "keys"]
NAMES: tuple[Name, ...] = get_args(Name)


class Bars(Parted):
    """Lines of pieces at the left, and pieces at the right that win where there is no room for both."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: dict[Name, Line] = dict.fromkeys(NAMES, Line((), ()))

    def say(self, name: Name, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show other pieces in a line."""
        if self._lines[name] != (line := Line(left, right)):
            self._lines[name] = line
            self.refresh(Region(0, NAMES.index(name), self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """Return a line."""
        name = NAMES[y]
        base = self.part("base")
        if name == "status":
            base += self.part("status")
        return self._laid_out(self._lines[name]).apply_style(base)

    def _laid_out(self, line: Line) -> Strip:
        cells = self.size.width
        right = self._segments(line.right, cells)
        room = cells - sum(segment.cell_length for segment in right) - (1 if right else 0)
        left = self._segments(line.left, room)
        gap = cells - sum(segment.cell_length for segment in [*left, *right])
        strip = Strip([*left, Segment(" " * max(0, gap)), *right])
        return strip.adjust_cell_length(cells)

    def _segments(self, pieces: Sequence[Piece], room: int) -> list[Segment]:
        """Return as many pieces as there is room for; a key without its word is left out."""
        found: list[Segment] = []
        for index, piece in enumerate(pieces):
            text = fit(piece.text, room)
            if text != piece.text and index and pieces[index - 1].part == "key":
                return found[:-1]
            room -= width(text)
            found.append(Segment(text, piece.style or self.part(piece.part)))
            if room <= 0:
                break
        return found
