"""Changes of a page's division and words: borders, roles, paragraphs, words.

Each makes new corrections from the old ones; taking it back puts the old ones in their place again. Tags
are in source offsets, so that none of them moves.
"""

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from tui.edit.changes import Change
from tui.errors import ChangeError
from tui.model import (
    Article,
    Block,
    BlockPin,
    BorderPin,
    Corrections,
    Document,
    Role,
    Segment,
    WordPin,
    merge,
    subtract,
    surface,
    trimmed,
)
from tui.model.corrections import QUOTE
from tui.text.correct import corrected
from tui.text.reflow import seam


class SetCorrections(NamedTuple):
    """Put corrections in the place of those that there are; what they quote has to stand there."""

    corrections: Corrections

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        if not self.corrections.stands(document.page.text):
            raise ChangeError("change.correction")
        base, old, new = document.division, document.corrections, self.corrections
        if (old.blocks, old.borders) == (new.blocks, new.borders):
            return document.replaced(corrections=new), SetCorrections(old)
        division = corrected(document.page, base, new)
        changed = document.replaced(
            articles=division.articles,
            furniture=division.furniture,
            corrections=new,
            divided=base,
        )
        return changed, SetCorrections(old)


class SplitArticle(NamedTuple):
    """Begin an article with the block that stands at a source offset, or with the text from there on."""

    at: int

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        _, block = found_block(document, self.at)
        if self.at == _first(document).blocks[0].segments[0][0]:
            raise ChangeError("change.first")
        behind = trimmed(document.page.text, subtract(block.segments, [(0, self.at)]))
        if not behind:
            raise ChangeError("change.no_parts", at=self.at)
        return border_pins(document, {behind[0][0]: True})


class JoinArticles(NamedTuple):
    """Let the article that holds a source offset go on with the one before it."""

    at: int

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        article, _ = found_block(document, self.at)
        if article is _first(document):
            raise ChangeError("change.first")
        return border_pins(document, {article.blocks[0].segments[0][0]: False})


class MoveBorder(NamedTuple):
    """Let the article that holds a source offset begin with another block, of it or of the one before."""

    at: int
    begins: int

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        article, _ = found_block(document, self.at)
        other, block = found_block(document, self.begins)
        number = document.articles.index(article)
        if not number:
            raise ChangeError("change.first")
        if other not in document.articles[number - 1 : number + 1]:
            raise ChangeError("change.far")
        old, new = article.blocks[0].segments[0][0], block.segments[0][0]
        return border_pins(document, {old: False, new: True})


class SetRole(NamedTuple):
    """Give the block at a source offset another role."""

    at: int
    role: Role

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        _, block = found_block(document, self.at)
        return pinned(document, [(block.segments, self.role)])


class MarkFurniture(NamedTuple):
    """Say that the block at a source offset belongs to no article."""

    at: int

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        article, block = found_block(document, self.at)
        if sum(len(article.blocks) for article in document.articles) == 1:
            raise ChangeError("change.last")
        begins = article.blocks[1:2] if block == article.blocks[0] and article is not _first(document) else ()
        inner, inverse = border_pins(document, {next_.segments[0][0]: True for next_ in begins})
        changed, _ = pinned(inner, [(block.segments, None)])
        return changed, inverse


class MarkText(NamedTuple):
    """Say that the line at a source offset, which belonged to no article, is a block with this role."""

    at: int
    role: Role = "paragraph"

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        for start, end in document.furniture:
            if start <= self.at < end:
                return pinned(document, [(((start, end),), self.role)])
        raise ChangeError("change.nothing", at=self.at)


class JoinParagraphs(NamedTuple):
    """Let the block at a source offset go on with the one before it in its article."""

    at: int

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        article, block = found_block(document, self.at)
        number = article.blocks.index(block)
        if number == 0:
            raise ChangeError("change.first_block")
        above = article.blocks[number - 1]
        return pinned(document, [(joined(document.page.text, above, block), above.role)])


class SplitParagraph(NamedTuple):
    """Part the block at a source offset in two, there."""

    at: int

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        text = document.page.text
        _, block = found_block(document, self.at)
        halves = [
            trimmed(text, part)
            for part in (
                subtract(block.segments, [(self.at, len(text))]),
                subtract(block.segments, [(0, self.at)]),
            )
        ]
        if not all(halves):
            raise ChangeError("change.no_parts", at=self.at)
        return pinned(document, [(half, block.role) for half in halves])


class SetWords(NamedTuple):
    """Say that each of these pieces of the source is one word here: one to join words, two to part them."""

    words: tuple[tuple[Segment, ...], ...]

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        old, text = document.corrections, document.page.text
        fresh = tuple(WordPin(segments=word, text=surface(text, word)) for word in self.words)
        every = sorted(segment for word in self.words for segment in word)
        kept = tuple(pin for pin in old.words if not _touches(every, pin.segments))
        pins = tuple(sorted((*kept, *fresh), key=lambda pin: pin.segments))
        return SetCorrections(old.replaced(words=pins)).apply(document)


def _touches(ascending: list[Segment], segments: Iterable[Segment]) -> bool:
    """Tell whether segments share a code point with ascending ones that do not overlap."""
    return any(
        at < len(ascending) and ascending[at][0] < end
        for start, end in segments
        for at in (bisect_right(ascending, start, key=itemgetter(1)),)
    )


def join_words(one: Iterable[Segment], other: Iterable[Segment]) -> SetWords:
    """Return the change that makes two words that stand side by side one."""
    return SetWords((merge(sorted((*one, *other))),))


def split_word(word: tuple[Segment, ...], at: int) -> SetWords:
    """Return the change that parts a word at a source offset; of two words together, it moves the border."""
    return SetWords((subtract(word, [(at, word[-1][1])]), subtract(word, [(0, at)])))


def found_block(document: Document, at: int) -> tuple[Article, Block]:
    """Return the block at a source offset, and its article."""
    for article in document.articles:
        for block in article.blocks:
            if any(start <= at < end for start, end in block.segments):
                return article, block
    raise ChangeError("change.nothing", at=at)


def _first(document: Document) -> Article:
    return document.articles[0]


def border_pins(document: Document, begins: dict[int, bool]) -> tuple[Document, Change]:
    """Return the document with articles that begin, or do not, at source offsets."""
    text = document.page.text
    known = {pin.at: pin for pin in document.corrections.borders}
    known |= {at: BorderPin(at=at, text=_quote(text, at), begins=yes) for at, yes in begins.items()}
    borders = tuple(known[at] for at in sorted(known))
    return SetCorrections(document.corrections.replaced(borders=borders)).apply(document)


def _quote(text: str, at: int) -> str:
    return text[at : at + QUOTE].split("\n")[0].split("\r")[0]


def pinned(
    document: Document, pins: Iterable[tuple[tuple[Segment, ...], Role | None]]
) -> tuple[Document, Change]:
    """Return the document with pieces of the source pinned; what was pinned there before gives way."""
    text, blocks = document.page.text, list(document.corrections.blocks)
    for segments, role in pins:
        rest = [(pin, trimmed(text, subtract(pin.segments, segments))) for pin in blocks]
        blocks = [
            pin if left == pin.segments else pin.replaced(segments=left, text=surface(text, left))
            for pin, left in rest
            if left
        ]
        blocks.append(BlockPin(segments=segments, text=surface(text, segments), role=role))
    return SetCorrections(document.corrections.replaced(blocks=tuple(blocks))).apply(document)


def joined(text: str, above: Block, below: Block) -> tuple[Segment, ...]:
    """Return both blocks' segments, in the order of the source, with the blank that is read at the seam."""
    if above.segments[-1][1] > below.segments[0][0]:
        return merge(sorted((*above.segments, *below.segments)))
    end, start = above.segments[-1][1], below.segments[0][0]
    stop = min((at for at in (text.find("\n", end), text.find("\r", end)) if at >= 0), default=start)
    _, shown = seam(text, above.segments[-1], min(stop, start), surface(text, below.segments[:1]))
    return merge((*above.segments, *([shown] if shown and shown[1] <= start else []), *below.segments))
