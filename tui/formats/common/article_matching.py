"""Maps the offsets of an imported text to those of the article that it is.

A text that is named as an article's and is another one is refused with the first difference.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.formats.common.known_texts import Known, bare
from tui.model import Article, Page, Segment, merge, unite
from tui.text.offsets import Reading, read


class Difference(NamedTuple):
    """Where an imported text is first another than the article it seems to be."""

    known: Known
    offset: int
    here: str
    there: str


class Map:
    """From the offsets of an imported text to source segments.

    Args:
        into: the reading text that it is, blanks aside.
        across: whether a range may go from one block to the next, as a tag with a gap does.
        shift: where the text stands in the reading text, if it is a part of it.
    """

    def __init__(self, text: str, into: Reading, *, across: bool, shift: int | None = None) -> None:
        self._into, self._across, self._shift = into, across, shift or 0
        # Where only one blank stands for another, offsets are the same.
        self._same = (
            shift is not None
            or text == into.text
            or (
                len(text) == len(into.text)
                and all(a == b or a.isspace() for a, b in zip(text, into.text, strict=True))
            )
        )
        self._from = [] if self._same else _ranks(text)
        self._to = [] if self._same else [at for at, c in enumerate(into.text) if not c.isspace()]

    def segments(self, parts: Iterable[Segment]) -> tuple[Segment, ...]:
        """Return the source segments of a mark; none where it is of blanks alone or may not be there."""
        found: list[Segment] = []
        for start, end in map(self.range_of, parts):
            pieces = [
                (max(start, a), min(end, b)) for a, b in self._blocks(start, end) if a < end and start < b
            ]
            if not pieces or (len(pieces) > 1 and not self._across):
                return ()
            for a, b in pieces:
                found += self._into.to_source(a, b) if a < b else ()
        ascending = all(one[1] <= other[0] for one, other in pairwise(found))
        return merge(found) if found and ascending else ()

    def _blocks(self, start: int, end: int) -> tuple[Segment, ...]:
        """Return the blocks that a range may touch."""
        return self._into.blocks[self._into.block_at(start) : self._into.block_at(max(start, end - 1)) + 1]

    def range_of(self, part: Segment) -> Segment:
        """Return the range of the reading text that a range of the imported text is; 0, 0 of blanks alone."""
        if self._same:
            return part[0] + self._shift, part[1] + self._shift
        first, behind = self._from[part[0]], self._from[part[1]]
        return (self._to[first], self._to[behind - 1] + 1) if first < behind else (0, 0)


def mapped(
    text: str, into: Reading, known: Known, *, across: bool, part: int = 0, offset: int = 0
) -> Map | Difference:
    """Return the map from a text to the reading text that it is, or where it first is another.

    Args:
        part: whether the text is a part of the reading text, which begins at `offset`.
    """
    if text == into.text:
        return Map(text, into, across=across)
    if part and _stands(text, into.text, offset):
        return Map(text, into, across=across, shift=offset)
    here, there = bare(text), bare(into.text)
    if here == there:
        return Map(text, into, across=across)
    pairs = enumerate(zip(here, there, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(here), len(there)))
    place = next((o for o, rank in enumerate(_ranks(text)) if rank > at), len(text) + 1) - 1
    return Difference(known, place, here[at : at + 10], there[at : at + 10])


def _stands(text: str, whole: str, offset: int) -> bool:
    """Tell whether a text stands at an offset of another, but for the kinds of blanks."""
    there = whole[offset : offset + len(text)] if offset >= 0 else ""
    return len(there) == len(text) and all(
        a == b or (a.isspace() and b.isspace()) for a, b in zip(text, there, strict=True)
    )


def reading_of(page: Page, articles: Iterable[Article], known: Known) -> Reading:
    """Return the reading text of an article, or a whole page as it stands."""
    for article in articles:
        if article.id == known.article:
            return read(page, article)
    return Reading(page.text, ((0, len(page.text)),), ((0, 0, len(page.text)),))


def shown(segments: tuple[Segment, ...], readings: Iterable[Reading], *, across: bool) -> tuple[Segment, ...]:
    """Return what of segments articles show, as one that is tagged there: without ends of lines and wraps.

    Segments of which no article shows anything stay as they are.

    Args:
        segments: of a mark that was found on the whole page.
        across: whether it may have a gap.

    Returns:
        Nothing where it is in two articles, or has a gap and may not.
    """
    found = [(reading, parts) for reading in readings if (parts := reading.project(segments))]
    if not found:
        return segments
    (reading, parts), *others = found
    if others or (len(parts) > 1 and not across):
        return ()
    return unite(piece for start, end in parts for piece in _pieces(reading, start, end))


def _pieces(reading: Reading, start: int, end: int) -> Iterator[Segment]:
    """Yield the source segments of a reading range, block by block."""
    for a, b in reading.blocks:
        if max(start, a) < min(end, b):
            yield from reading.to_source(max(start, a), min(end, b))


def _ranks(text: str) -> list[int]:
    """Return for each offset how many characters that are no blanks stand before it."""
    ranks = [0]
    for character in text:
        ranks.append(ranks[-1] + (not character.isspace()))
    return ranks
