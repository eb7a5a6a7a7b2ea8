"""A reading text with its misread text corrected, and offsets between both."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from tui.errors import OffsetError
from tui.model import ReadsPin, Segment
from tui.text.offsets import Reading


class Edit(NamedTuple):
    """A piece of the reading text, and what it should read: where both stand, half open."""

    start: int
    end: int
    begins: int
    stops: int


class RightReading(Struct, frozen=True):
    """A reading text in which misread places read as people said.

    Attributes:
        text: as it should read.
        edits: what was changed, ascending, in offsets of both texts.
    """

    text: str
    edits: tuple[Edit, ...]

    def to_right(self, start: int, end: int) -> Segment:
        """Return where a range of the reading text stands in the right one; what it touches of an edit
        is whole."""
        return self._moved(start, False, 0, 2), self._moved(end, True, 1, 3)

    def to_reading(self, start: int, end: int) -> Segment:
        """Return where a range of the right text stands in the reading text; what it touches of an
        edit is whole."""
        return self._moved(start, False, 2, 0), self._moved(end, True, 3, 1)

    def _moved(self, at: int, closes: bool, of: int, to: int) -> int:
        low, high = (of, of + 1) if not closes else (of - 1, of)
        number = bisect_right(self.edits, at - closes, key=lambda edit: edit[low]) - 1
        if number < 0:
            return at
        edit = self.edits[number]
        if edit[low] <= at - closes < edit[high]:
            return edit[to]
        target = to if closes else to + 1
        return at + edit[target] - edit[high]


class Misread(NamedTuple):
    """A range of a reading text, and what it should read."""

    start: int
    end: int
    reads: str


def misread_places(reading: Reading, pins: Iterable[ReadsPin]) -> tuple[Misread, ...]:
    """Return the misread places of a reading text, ascending; pins of other articles are passed over."""
    places: list[Misread] = []
    for pin in pins:
        try:
            start, end = reading.to_reading(pin.segments)
        except OffsetError:
            continue
        places.append(Misread(start, end, pin.reads))
    return tuple(sorted(places))


def right_reading(reading: Reading, pins: Iterable[ReadsPin]) -> RightReading:
    """Return a reading text with its misread places put right; pins of other articles are passed over."""
    pieces: list[str] = []
    edits: list[Edit] = []
    at = length = 0
    for start, end, reads in misread_places(reading, pins):
        pieces += [reading.text[at:start], reads]
        length += start - at
        edits.append(Edit(start, end, length, length + len(reads)))
        length += len(reads)
        at = end
    return RightReading("".join([*pieces, reading.text[at:]]), tuple(edits))
