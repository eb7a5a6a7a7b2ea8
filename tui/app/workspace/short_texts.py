"""Very many short texts in one string: a few bytes each, where a string of its own takes fifty more."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import overload

SEPARATOR = "\0"
BLOCK = 4096
"""So many texts are strings of their own at a time."""
MANY = 8
"""Where a part stands more often than in one of so many texts, each of them is looked into."""


class TextsBuilder:
    """Takes short texts some at a time."""

    def __init__(self) -> None:
        self._pieces, self._starts = [SEPARATOR], array("I", [1])

    def add(self, texts: Sequence[str]) -> None:
        """Take texts."""
        self._pieces.append(SEPARATOR.join([*texts, ""]))
        starts = accumulate((len(text) + 1 for text in texts), initial=self._starts[-1])
        self._starts.extend(islice(starts, 1, None))

    def texts(self) -> "ShortTexts":
        """Return all that were taken."""
        return ShortTexts("".join(self._pieces), self._starts)


class ShortTexts(Sequence[str]):
    """Short texts in a row; none of them holds a `SEPARATOR`.

    Args:
        whole: a separator, then each text with a separator behind it.
        starts: the offset of each text in `whole`, and the length of `whole`.
    """

    def __init__(self, whole: str = SEPARATOR, starts: "array[int] | None" = None) -> None:
        self._whole, self._starts = whole, starts or array("I", [1])
        self._lower: str | None = None

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        return self._whole[self._starts[at] : self._starts[at + 1] - 1]

    def __iter__(self) -> Iterator[str]:
        for block in self._blocks():
            yield from block.split(SEPARATOR)

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and self.find(text) >= 0

    def find(self, text: str) -> int:
        """Return the place of a text, the first one; -1: it is not there."""
        at = self._whole.find(f"{SEPARATOR}{text}{SEPARATOR}")
        return -1 if at < 0 else bisect_left(self._starts, at + 1)

    def index(self, value: str, start: int = 0, stop: int | None = None) -> int:
        """See `Sequence.index`."""
        at = self.find(value)
        if at < start or (stop is not None and at >= stop):
            raise ValueError(value)
        return at

    def with_part(self, part: str) -> bytes:
        """Return 1 for each text that has a part, which is lower case, in whatever case; else 0."""
        lower = self._in_lower_case()
        is_in_place = len(lower) == len(self._whole)  # İ becomes two characters
        if is_in_place and lower.count(part) <= len(self) // MANY:
            return self._by_places(lower, part)
        return self._by_blocks(part)

    def _in_lower_case(self) -> str:
        if self._lower is None:
            lower = self._whole.lower()
            self._lower = self._whole if lower == self._whole else lower
        return self._lower

    def _by_places(self, text: str, part: str) -> bytes:
        """Find one place behind the other: what few texts have."""
        found, at = bytearray(len(self)), text.find(part, 1)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            found[number] = True
            at = text.find(part, self._starts[number + 1])
        return bytes(found)

    def _by_blocks(self, part: str) -> bytes:
        """Look into each text: what many have."""
        found = (bytes([part in text for text in b.lower().split(SEPARATOR)]) for b in self._blocks())
        return b"".join(found)

    def replaced(self, start: int, end: int, texts: Sequence[str]) -> "ShortTexts":
        """Return texts with others in the place of those from `start` to `end`."""
        first, last = self._starts[start], self._starts[end]
        fresh = "".join([f"{text}{SEPARATOR}" for text in texts])
        grown = len(fresh) - (last - first)
        inside = accumulate((len(text) + 1 for text in texts[:-1]), initial=first) if texts else ()
        starts = self._starts[:start] + array("I", inside)
        starts.extend(at + grown for at in self._starts[end:])
        return ShortTexts(self._whole[:first] + fresh + self._whole[last:], starts)

    def _blocks(self) -> Iterator[str]:
        for start in range(0, len(self), BLOCK):
            end = min(start + BLOCK, len(self))
            yield self._whole[self._starts[start] : self._starts[end] - 1]
