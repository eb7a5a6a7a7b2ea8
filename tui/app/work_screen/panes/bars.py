"""The lines at the bottom: the status, and the keys of the mode."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias, get_args

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from tui.app.text_view.geometry.wrap import wrap
from tui.app.widgets.glyphs import fit, visible, width
from tui.app.widgets.styles import Parted, PartName
from tui.app.work_screen.messages import BarClicked
from tui.model.values import Frozen


class Piece(Frozen, frozen=True):
    """A few words in one part's style or in a style of their own.

    Attributes:
        action: of the screen, done when the piece is clicked.
        wraps: whether the line takes those below it where there is no room for the words in it.
    """

    text: str
    part: PartName = "text"
    style: Style | None = None
    action: str = ""
    wraps: bool = False


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
            was_wrapped = self._is_wrapped
            self._lines[name] = line
            if was_wrapped or self._is_wrapped:
                self.refresh()
            else:
                self.refresh(Region(0, NAMES.index(name), self.size.width, 1))

    def on_click(self, event: events.Click) -> None:
        """Do what a piece that is clicked stands for."""
        if not self._is_wrapped and (action := self._action_at(event.x, NAMES[event.y])):
            self.post_message(BarClicked(action))

    def render_line(self, y: int) -> Strip:
        """Return a line."""
        rows, name, base = self._wrapped(), NAMES[y], self.part("base")
        if name == "status" or y < len(rows):
            base += self.part("status")
        flowed = self._flowed()
        line = Line(flowed[y - 1], ()) if y and flowed else self._lines[name]
        if y < len(rows):
            line = Line(rows[y], line.right if y == 0 and self._has_room_beside(rows[0]) else ())
        return self._laid_out(line).apply_style(base)

    @property
    def _is_wrapped(self) -> bool:
        return bool(self._wrapped() or self._flowed())

    def _flowed(self) -> list[list[Piece]]:
        """Return the rows of what a mode says that does not fit above the keys; none: it does.

        A key and its words stay together.
        """
        pieces, cells = self._lines["labels"].left, self.size.width
        if cells < LEAST or not any(piece.wraps for piece in pieces) or _cells(_closer(pieces)) <= cells:
            return []
        rows: list[list[Piece]] = [[], [Piece(" ")]]
        for group in _groups(_closer(pieces)):
            is_first = len(rows[1]) == 1 and _cells([*rows[0], *group]) <= cells
            rows[0 if is_first else 1] += group
        return rows

    def _wrapped(self) -> list[list[Piece]]:
        """Return the rows of a message that does not fit into the status line; none: it does.

        They leave room for what stands at the right, if there are enough of them for that.
        """
        left, right = self._lines["status"]
        cells = self.size.width
        room = cells - 1 - _cells(right)
        if cells < LEAST or not any(piece.wraps for piece in left) or _cells(left) <= room + (not right):
            return []
        text = visible("".join(piece.text for piece in left))
        beside = wrap(text, 0, len(text), cells - 1, cells - 1 - room) if room >= LEAST else []
        rows = beside if 0 < len(beside) <= len(NAMES) else wrap(text, 0, len(text), cells - 1, 0)
        ends = [start + len(text[start:end].rstrip()) for start, end in rows]  # a blank may hang over
        return [_part_of(left, row[0], end) for row, end in zip(rows, ends, strict=True)][: len(NAMES)]

    def _has_room_beside(self, row: Sequence[Piece]) -> bool:
        return _cells(row) + _cells(self._lines["status"].right) < self.size.width

    def _laid_out(self, line: Line) -> Strip:
        cells = self.size.width
        left, right = self._fitting(line)
        gap = cells - _cells(left) - _cells(right)
        strip = Strip([*self._segments(left), Segment(" " * max(0, gap)), *self._segments(right)])
        return strip.adjust_cell_length(cells)

    def _fitting(self, line: Line) -> tuple[list[Piece], list[Piece]]:
        """Return as much of a line as there is room for."""
        cells = self.size.width
        right = _cut(line.right, cells)
        room = cells - _cells(right) - (1 if right else 0)
        left = line.left if _cells(line.left) <= room else _closer(line.left)
        return _cut(left, room), right

    def _action_at(self, x: int, name: Name) -> str:
        """Return the action of the piece at a cell."""
        at = 0
        for piece in self._fitting(self._lines[name])[0]:
            at += width(piece.text)
            if x < at:
                return piece.action
        return ""

    def _segments(self, pieces: Sequence[Piece]) -> list[Segment]:
        return [Segment(visible(piece.text), piece.style or self.part(piece.part)) for piece in pieces]


PARTS = re.compile(r".+?(?:  +|$)")
"""What of a piece may stand in a row of its own."""

LEAST = 20
"""Cells of a line in which a message is broken into rows."""


def _groups(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return pieces in groups that stay in one row: a key and what it does, or a phrase."""
    groups: list[list[Piece]] = []
    parts = (piece.replaced(text=text) for piece in pieces for text in PARTS.findall(piece.text))
    for piece in parts:
        if groups and groups[-1][-1].part == "key":
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _cells(pieces: Sequence[Piece]) -> int:
    return sum(width(piece.text) for piece in pieces)


def _closer(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with one blank between them instead of two."""
    return [piece.replaced(text=piece.text[:-1]) if piece.text.endswith("  ") else piece for piece in pieces]


def _cut(pieces: Sequence[Piece], room: int) -> list[Piece]:
    """Return as many pieces as there is room for; a key without its word is left out."""
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        text = fit(piece.text, room)
        if text != visible(piece.text) and index and pieces[index - 1].part == "key":
            return found[:-1]
        room -= width(text)
        found.append(piece.replaced(text=text))
    return found


def _part_of(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    """Return what of the pieces, put together, lies in a range."""
    found, at = [], 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        at += len(piece.text)
        if text:
            found.append(piece.replaced(text=text))
    return found
