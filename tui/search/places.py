"""Occurrences of a text, and the tags on them."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from tui.model import Article, Document, Segment, Span, overlap
from tui.text.offsets import Reading, read

Standing: TypeAlias = Literal["free", "crossed", "labelled"]
"""Whether a place has no tag, only other ones over it, or a tag of the label in question."""


class Place(NamedTuple):
    """A piece of an article.

    Attributes:
        start, end: reading offsets in the article.
        segments: source offsets.
        before, text, after: the piece and what stands around it in its paragraph.
        span: the tag that is meant, or the one that stands in the way.
    """

    page: str
    article: str
    start: int
    end: int
    segments: tuple[Segment, ...]
    before: str
    text: str
    after: str
    standing: Standing = "free"
    span: Span | None = None


CONTEXT = 40
"""How many characters of a paragraph a place shows on each side."""


def occurrences(document: Document, article: Article, text: str, label: str) -> Iterator[Place]:
    """Yield the places in an article where exactly `text` stands, in order, none over another."""
    reading = read(document.page, article)
    spans = document.spans_in(article)
    at = reading.text.find(text) if text else -1
    while at >= 0:
        _, end = reading.blocks[reading.block_at(at)]
        if at + len(text) <= end:
            yield _standing(place(document, article, reading, (at, at + len(text))), spans, label)
        at = reading.text.find(text, at + len(text))


def tagged(document: Document, article: Article, wanted: Callable[[Span], bool]) -> Iterator[Place]:
    """Yield the places of an article's tags that are wanted, in their order."""
    reading = read(document.page, article)
    for span in document.spans_in(article):
        ranges = reading.project(span.segments) if wanted(span) else ()
        if ranges:
            found = place(document, article, reading, (ranges[0][0], ranges[-1][1]))
            yield found._replace(text=span.text, segments=span.segments, standing="labelled", span=span)


def place(document: Document, article: Article, reading: Reading, range_: Segment) -> Place:
    """Return a reading range that lies in one paragraph, with what is around it."""
    start, end = reading.blocks[reading.block_at(range_[0])]
    return Place(
        document.page.id,
        article.id,
        *range_,
        reading.to_source(range_[0], min(range_[1], end)),
        reading.text[max(start, range_[0] - CONTEXT) : range_[0]],
        reading.text[slice(*range_)],
        reading.text[range_[1] : min(end, range_[1] + CONTEXT)],
    )


def _standing(found: Place, spans: tuple[Span, ...], label: str) -> Place:
    over = [span for span in spans if overlap(span.segments, found.segments)]
    same = next((s for s in over if s.label == label and s.segments == found.segments), None)
    if same is not None:
        return found._replace(standing="labelled", span=same)
    return found._replace(standing="crossed", span=over[0]) if over else found
