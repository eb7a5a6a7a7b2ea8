"""Repair of a page's division, line by line.

Each change takes a source offset anywhere on a line of the page. Tags are in source offsets, so that
none moves; what a change pinned can be taken back as one step.
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from tui.edit.changes import Change
from tui.edit.correct import SetCorrections, SplitArticle, border_pins, found_block, joined, pinned
from tui.errors import ChangeError
from tui.model import Block, Document, ReadsPin, Role, Segment, subtract, surface, trimmed
from tui.text.reflow import finished

Segments: TypeAlias = tuple[Segment, ...]
BESIDE: tuple[Role | None, ...] = ("caption", "credit", None)
"""What may stand within a sentence and is no part of it."""


class BeginArticle(NamedTuple):
    """An article begins with the line at a source offset, or with its whole block, which is its title."""

    at: int
    role: Role = "title"
    whole: bool = False

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        line = line_at(document, self.at, whole=self.whole)
        before = SetCorrections(document.corrections)
        start = line[0][0]
        if not _begins(document, start):
            document, _ = SplitArticle(start).apply(document)
        document, _ = pinned(document, [(line, self.role)])
        return document, before


class MarkLine(NamedTuple):
    """The line at a source offset, or its whole block, has this role, or belongs to no article (None).

    A sentence that the line stood within goes on behind it: the pieces before and behind become one
    paragraph. An article that began with a line of none begins with what is behind it.
    """

    at: int
    role: Role | None
    whole: bool = False

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        line = line_at(document, self.at, whole=self.whole)
        before = SetCorrections(document.corrections)
        if self.role is None:
            document = _begun_behind(document, line)
        document, _ = pinned(document, [(line, self.role)])
        if self.role in BESIDE and (around := _interrupted(document, line)):
            document, _ = pinned(document, [(joined(document.page.text, *around), "paragraph")])
        return document, before


class ConfirmDivision(NamedTuple):
    """Somebody looked at the page: its articles begin where they do."""

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        starts = (article.blocks[0].segments[0][0] for article in document.articles)
        return border_pins(document, dict.fromkeys(starts, True))


class SetReads(NamedTuple):
    """Text that recognition misread should read otherwise; None: it was read rightly."""

    places: tuple[Segments, ...]
    reads: str | None

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        text, old = document.page.text, document.corrections
        every = [segment for place in self.places for segment in place]
        kept = [pin for pin in old.reads if subtract(pin.segments, every) == pin.segments]
        if self.reads is not None:
            kept += [
                ReadsPin(segments=place, text=surface(text, place), reads=self.reads) for place in self.places
            ]
        pins = tuple(sorted(kept, key=lambda pin: pin.segments))
        return SetCorrections(old.replaced(reads=pins)).apply(document)


def is_confirmed(document: Document) -> bool:
    """Tell whether somebody said of every article of a page that it begins where it does."""
    said = {pin.at for pin in document.corrections.borders if pin.begins}
    return all(article.blocks[0].segments[0][0] in said for article in document.articles)


def same_misreadings(document: Document, place: Segments) -> Iterator[Segments]:
    """Yield where else on the page the text of a place stands, unmarked, and may be misread alike."""
    text, wanted = document.page.text, surface(document.page.text, place)
    taken = [segment for pin in document.corrections.reads for segment in pin.segments]
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        found = ((at, at + len(wanted)),)
        if subtract(found, [*taken, *place]) == found:
            yield found
        at = text.find(wanted, at + len(wanted))


def line_at(document: Document, at: int, *, whole: bool = False) -> Segments:
    """Return what stands on the line at a source offset, within its block or among what belongs to no
    article; the whole block where that is wanted.

    Raises:
        ChangeError: nothing stands there.
    """
    text = document.page.text
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    line = (start, min(ends, default=len(text)))
    for furniture in document.furniture:
        if furniture[0] <= at < furniture[1]:
            return (furniture,)
    _, block = found_block(document, at)
    if whole:
        return block.segments
    outside = [(0, line[0]), (line[1], len(text))]
    found = trimmed(text, subtract(block.segments, outside))
    if not found:
        raise ChangeError("change.nothing", at=at)
    return found


def _begins(document: Document, start: int) -> bool:
    return any(article.blocks[0].segments[0][0] == start for article in document.articles)


def _begun_behind(document: Document, line: Segments) -> Document:
    """Return a document in which the article that begins with a line begins with what is behind it.

    Raises:
        ChangeError: nothing else of the page belongs to an article.
    """
    text = document.page.text
    left = [(a, trimmed(text, subtract(b.segments, line))) for a in document.articles for b in a.blocks]
    if not any(rest for _, rest in left):
        raise ChangeError("change.last")
    article = next((a for a in document.articles[1:] if a.blocks[0].segments[0] == line[0]), None)
    behind = [rest[0][0] for owner, rest in left if owner is article and rest]
    return border_pins(document, {behind[0]: True})[0] if behind else document


def _interrupted(document: Document, line: Segments) -> tuple[Block, Block] | None:
    """Return the two paragraphs around a line that are one sentence."""
    for article in document.articles:
        above = [block for block in article.blocks if block.segments[-1][1] <= line[0][0]][-1:]
        below = [block for block in article.blocks if block.segments[0][0] >= line[-1][1]][:1]
        if above and below and above[0].role == below[0].role == "paragraph":
            open_ = not finished(surface(document.page.text, above[0].segments))
            return (above[0], below[0]) if open_ else None
    return None
