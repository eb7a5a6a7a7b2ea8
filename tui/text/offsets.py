"""The one converter between source offsets and reading offsets."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from sys import maxsize

from msgspec import Struct

from tui.errors import OffsetError
from tui.model import Article, Page, Segment, merge, surface

JOINT = "\n"
"""What stands between two blocks of the reading text; it has no place in the source."""


class Reading(Struct, frozen=True, dict=True):
    """An article as one reads it.

    Attributes:
        text: the blocks' texts joined by one line feed.
        blocks: the reading range of each block.
        pieces: (reading start, source start, length) of each unbroken stretch, ascending in reading offsets.
    """

    text: str
    blocks: tuple[Segment, ...]
    pieces: tuple[tuple[int, int, int], ...]

    def to_source(self, start: int, end: int) -> tuple[Segment, ...]:
        """Return the source segments of a reading range that is not empty and lies in one block.

        Raises:
            OffsetError: the range is empty, lies outside the text, or crosses a block's border.
        """
        if not 0 <= start < end <= len(self.text):
            raise OffsetError("offsets.outside", start=start, end=end, length=len(self.text))
        block_start, block_end = self.blocks[self.block_at(start)]
        if not block_start <= start < end <= block_end:
            raise OffsetError("offsets.blocks", start=start, end=end)
        found: list[Segment] = []
        for index in range(bisect_right(self._reading_starts, start) - 1, len(self.pieces)):
            reading, source, length = self.pieces[index]
            if reading >= end:
                break
            shift = source - reading
            found.append((max(start, reading) + shift, min(end, reading + length) + shift))
        return merge(found)

    def to_reading(self, segments: tuple[Segment, ...]) -> Segment:
        """Return the reading range whose source segments are exactly `segments`.

        Raises:
            OffsetError: a part of them is not in this article, or something lies between.
        """
        parts = self.project(segments)
        if len(parts) == 1 and sum(b - a for a, b in parts) == sum(b - a for a, b in segments):
            return parts[0]
        raise OffsetError("offsets.hidden", segments=list(segments))

    def project(self, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
        """Return the reading ranges, ascending, of what of `segments` stands in this article; for showing."""
        if segments not in self._projected:
            if len(segments) == 1 and (alone := self._in_one_piece(*segments[0])):
                self._projected[segments] = (alone,)
                return self._projected[segments]
            found = sorted(
                (max(start, source) - source + reading, min(end, source + length) - source + reading)
                for start, end in segments
                for source, reading, length in self._between(start, end)
            )
            self._projected[segments] = merge(found) if found else ()
        return self._projected[segments]

    def _in_one_piece(self, start: int, end: int) -> Segment | None:
        """Return the reading range of a source range that one piece holds; None: none does."""
        at = bisect_right(self._source_starts, start) - 1
        if at < 0:
            return None
        source, reading, length = self._by_source[at]
        return (start - source + reading, end - source + reading) if end <= source + length else None

    def block_at(self, offset: int) -> int:
        """Return the index of the block at a reading offset; a joint belongs to the block before it."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    def source_at(self, offset: int) -> int:
        """Return the source offset of the character at a reading offset; at a joint, of the end before it."""
        reading, source, length = self.pieces[max(0, bisect_right(self._reading_starts, offset) - 1)]
        return source + min(offset - reading, length)

    def reading_at(self, offset: int) -> int:
        """Return the reading offset of the character at a source offset, else of the next one read."""
        for source, reading, _ in self._between(offset, maxsize):
            return max(offset, source) - source + reading
        return max(0, len(self.text) - 1)

    def _between(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield pieces with a part of a source range: source start, reading start, length; ascending."""
        pieces = self._by_source
        for index in range(max(0, bisect_right(self._source_starts, start) - 1), len(pieces)):
            source, _, length = pieces[index]
            if source >= end:
                break
            if source + length > start:
                yield pieces[index]

    @cached_property
    def _by_source(self) -> list[tuple[int, int, int]]:
        return sorted((source, reading, length) for reading, source, length in self.pieces)

    @cached_property
    def _source_starts(self) -> list[int]:
        return [piece[0] for piece in self._by_source]

    @cached_property
    def _projected(self) -> dict[tuple[Segment, ...], tuple[Segment, ...]]:
        """What was projected before: each tag is shown again at every change."""
        return {}

    @cached_property
    def _reading_starts(self) -> list[int]:
        return [piece[0] for piece in self.pieces]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [start for start, _ in self.blocks]


def read(page: Page, article: Article) -> Reading:
    """Return the reading text of `article` on `page`, with its map to the source."""
    texts: list[str] = []
    blocks: list[Segment] = []
    pieces: list[tuple[int, int, int]] = []
    at = 0
    for block in article.blocks:
        start = at
        for source, end in block.segments:
            pieces.append((at, source, end - source))
            at += end - source
        texts.append(surface(page.text, block.segments))
        blocks.append((start, at))
        at += len(JOINT)
    return Reading(JOINT.join(texts), tuple(blocks), tuple(pieces))


def reading_length(article: Article) -> int:
    """Return how many code points the reading text of an article has."""
    inside = sum(end - start for block in article.blocks for start, end in block.segments)
    return inside + len(JOINT) * max(0, len(article.blocks) - 1)


def source_view(page: Page, start: int, end: int) -> Reading:
    """Return the source lines from `start` to `end` as they stand in the file, each line a block."""
    blocks: list[Segment] = []
    at = 0
    for line in page.text[start:end].split("\n"):
        blocks.append((at, at + len(line)))
        at += len(line) + 1
    return Reading(page.text[start:end], tuple(blocks), ((0, start, end - start),))
