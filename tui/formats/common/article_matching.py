"""Finding the article that an imported text is, and a map from its offsets to the article's.

A text is one of the project's exactly, or but for blanks and ends of lines. One that is named as an
article's, or begins as one does, and goes on otherwise, is refused with the first difference. All others are
new.
"""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

from tui.model import Article, Page, Segment, merge, surface
from tui.text.offsets import JOINT, Reading, read

BEGINNING = 40
"""Characters, blanks left out, by which a text that was changed is known."""


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
        self._begun: dict[bytes, Known] = {}
        self._named: dict[str, Known] = {}
        self._met: Counter[bytes] = Counter()

    def add(self, page: Page, articles: Iterable[Article]) -> None:
        """Take a page and its articles."""
        for article in articles:
            text = JOINT.join(surface(page.text, block.segments) for block in article.blocks)
            self._add(Known(page.id, article.id), text)
            self._named[article.id] = Known(page.id, article.id)
        self._add(Known(page.id), page.text)

    def _add(self, known: Known, text: str) -> None:
        without = bare(text)
        self._exact.setdefault(_hash(text), []).append(known)
        self._bare.setdefault(_hash(without), []).append(known)
        if len(without) >= BEGINNING and known.article:
            self._begun.setdefault(_hash(without[:BEGINNING]), known)

    def begin(self) -> None:
        """Begin another file: equal texts in it are taken for equal articles in turn."""
        self._met.clear()

    def find(self, name: str, text: str) -> Known | None:
        """Return what a text is, or what it is called or begins like; nothing where it is new.

        Whoever asks has to see whether it is really so: `mapped` does.
        """
        without = bare(text)
        for table, key in ((self._exact, _hash(text)), (self._bare, _hash(without))):
            if found := table.get(key):
                named = next((known for known in found if name and known.article == name), None)
                return named or self._next(key, found)
        if name in self._named:
            return self._named[name]
        return self._begun.get(_hash(without[:BEGINNING])) if len(without) >= BEGINNING else None

    def _next(self, key: bytes, found: list[Known]) -> Known:
        """Return the first of equal texts, the next time the second: articles come before pages."""
        number = self._met[key]
        self._met[key] += 1
        articles = [known for known in found if known.article] or found
        return articles[number % len(articles)]


class Map:
    """From the offsets of an imported text to source segments.

    Args:
        into: the reading text that it is, blanks aside.
        across: whether a range may go from one block to the next, as a tag with a gap does.
    """

    def __init__(self, text: str, into: Reading, *, across: bool) -> None:
        self._into, self._across = into, across
        # Where only one blank stands for another, offsets are the same.
        self._same = len(text) == len(into.text) and all(
            a == b or a.isspace() for a, b in zip(text, into.text, strict=True)
        )
        self._from = [] if self._same else _ranks(text)
        self._to = [] if self._same else [at for at, c in enumerate(into.text) if not c.isspace()]

    def segments(self, parts: Iterable[Segment]) -> tuple[Segment, ...]:
        """Return the source segments of a mark; none where it is of blanks alone or may not be there."""
        found: list[Segment] = []
        for start, end in map(self._range, parts):
            pieces = [(max(start, a), min(end, b)) for a, b in self._into.blocks if a < end and start < b]
            if not pieces or (len(pieces) > 1 and not self._across):
                return ()
            for a, b in pieces:
                found += self._into.to_source(a, b) if a < b else ()
        ascending = all(one[1] <= other[0] for one, other in pairwise(found))
        return merge(found) if found and ascending else ()

    def _range(self, part: Segment) -> Segment:
        if self._same:
            return part
        first, behind = self._from[part[0]], self._from[part[1]]
        return (self._to[first], self._to[behind - 1] + 1) if first < behind else (0, 0)


def mapped(text: str, into: Reading, known: Known, *, across: bool) -> Map | Difference:
    """Return the map from a text to the reading text that it is, or where it first is another."""
    here, there = bare(text), bare(into.text)
    if here == there:
        return Map(text, into, across=across)
    pairs = enumerate(zip(here, there, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(here), len(there)))
    offset = next((o for o, rank in enumerate(_ranks(text)) if rank > at), len(text) + 1) - 1
    return Difference(known, offset, here[at : at + 10], there[at : at + 10])


def reading_of(page: Page, articles: Iterable[Article], known: Known) -> Reading:
    """Return the reading text of an article, or a whole page as it stands."""
    for article in articles:
        if article.id == known.article:
            return read(page, article)
    return Reading(page.text, ((0, len(page.text)),), ((0, 0, len(page.text)),))


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
