"""Matches an imported text to an article, and maps its offsets to the article's.

A text is one of the project's exactly, or but for blanks and ends of lines, or a part of an article that it
names. One that is named as an article's, or is another one but for one place, is refused with the first
difference. All others are new: corpora are full of texts that begin alike.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

from tui.model import Article, Page, Segment, merge, surface, unite
from tui.text.offsets import JOINT, Reading, read

BEGINNING = 40
"""Characters, blanks left out, by which a text that may have been changed is looked up."""
MOST_ALIKE = 8
CHANGED = 0.1
"""How much of a text may differ, in one place, for it to be a changed version of another."""


class Known(NamedTuple):
    """An article of the project; without one, a whole page."""

    page: str
    article: str = ""


class Difference(NamedTuple):
    """Where an imported text is first another than the article it seems to be."""

    known: Known
    offset: int
    here: str
    there: str


class Texts:
    """The texts of a project by their hashes: 16 bytes each, however long they are."""

    def __init__(self) -> None:
        self._exact: dict[bytes, list[Known]] = {}
        self._bare: dict[bytes, list[Known]] = {}
        self._begun: dict[bytes, list[Known]] = {}
        self._named: dict[str, Known] = {}
        self._external: dict[Known, str] = {}
        self._met: Counter[tuple[bytes, str]] = Counter()

    def add(self, page: Page, articles: Iterable[Article]) -> None:
        """Take a page and its articles."""
        for article in articles:
            text = JOINT.join(surface(page.text, block.segments) for block in article.blocks)
            known = Known(page.id, article.id)
            without = self._add(known, text)
            self._named[article.id] = known
            if page.external_id:
                self._external[known] = page.external_id
            if len(without) >= BEGINNING:
                for key in _ends(without):
                    self._begun.setdefault(key, []).append(known)
        self._add(Known(page.id), page.text)

    def add_new(self, known: Known, text: str, external_id: str) -> None:
        """Take a text that an import brings; none that comes with it is a changed version of it."""
        self._add(known, text)
        self._named[known.article] = known
        if external_id:
            self._external[known] = external_id

    def _add(self, known: Known, text: str) -> str:
        without = bare(text)
        self._exact.setdefault(_hash(text), []).append(known)
        self._bare.setdefault(_hash(without), []).append(known)
        return without

    def begin(self) -> None:
        """Begin another file: equal texts in it are taken for equal articles in turn."""
        self._met.clear()

    def named(self, name: str) -> Known | None:
        """Return the article that has this id."""
        return self._named.get(name)

    def has(self, known: Known, text: str) -> bool:
        """Tell whether an article has a text, but for blanks and ends of lines."""
        return known in self._bare.get(_hash(bare(text)), ())

    def find(self, name: str, text: str, annotator: str = "") -> Known | None:
        """Return the article that is named, or has this text; nothing where it is new.

        Of equal texts the first is taken for the first article, the next for the second; when there is no
        more, it is one more text. Whoever asks has to see whether a named one is really so: `mapped` does.

        Args:
            annotator: each has equal texts of his own.
        """
        for table, key in ((self._exact, _hash(text)), (self._bare, _hash(bare(text)))):
            if found := table.get(key):
                articles = [known for known in found if known.article] or found
                number = self._met[key, annotator]
                self._met[key, annotator] += 1
                called = (k for k in articles if name and name in (k.article, self._external.get(k)))
                return next(called, articles[number] if number < len(articles) else None)
        return self._named.get(name) if name else None

    def alike(self, name: str, text: str) -> list[Known]:
        """Return the articles that begin and end as a text does, else those that begin so.

        Not those whose names say that they are others; and where many begin so, the beginning says nothing.
        """
        without = bare(text)
        if len(without) < BEGINNING:
            return []
        both, begun = (self._begun.get(key, []) for key in _ends(without))
        found = both or (begun if len(begun) <= MOST_ALIKE else [])
        return [known for known in found if not name or name == self._external.get(known, name)]


def _ends(without: str) -> tuple[bytes, bytes]:
    """Return what a text is looked up by: its beginning with its end, and its beginning alone."""
    beginning = without[:BEGINNING]
    return _hash(f"{beginning}\n{without[-BEGINNING:]}"), _hash(beginning)


def is_changed(here: str, there: str) -> bool:
    """Tell whether one text is the other, but for one place: then somebody changed it.

    Two where digits stand there are two bulletins of one form.
    """
    one, other = bare(here), bare(there)
    length = min(len(one), len(other))
    first = next((at for at in range(length) if one[at] != other[at]), length)
    last = next((at for at in range(length - first) if one[-1 - at] != other[-1 - at]), length - first)
    changed = one[first : len(one) - last], other[first : len(other) - last]
    if all(any(character.isdigit() for character in piece) for piece in changed):
        return False
    return max(map(len, changed)) <= CHANGED * max(len(one), len(other))


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
        for start, end in self.ranges_of(parts):
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

    def ranges_of(self, parts: Iterable[Segment]) -> Iterable[Segment]:
        """Return the ranges of the reading text that ranges of the text are; 0, 0 of blanks alone."""
        if not self._same:
            return map(self._moved, parts)
        shift = self._shift
        return [(start + shift, end + shift) for start, end in parts] if shift else parts

    def _moved(self, part: Segment) -> Segment:
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


def bare(text: str) -> str:
    """Return a text without blanks and ends of lines."""
    return "".join(text.split())


def _ranks(text: str) -> list[int]:
    """Return for each offset how many characters that are no blanks stand before it."""
    ranks = [0]
    for character in text:
        ranks.append(ranks[-1] + (not character.isspace()))
    return ranks


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
