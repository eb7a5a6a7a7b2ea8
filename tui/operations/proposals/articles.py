"""From documents to the input of proposers, and back to proposals."""

from collections.abc import Iterable, Iterator, Sequence

from tui.model import Article, Document, RefusedPin, Segment, Span
from tui.quantities.periods import Base
from tui.suggest.candidate import ArticleText, Candidate, Example
from tui.suggest.proposal import Proposal
from tui.text.offsets import Reading, read

FINISHED = ("done", "skipped")


def article_text(
    article: Article, reading: Reading, words: Sequence[Segment], base: Base | None = None
) -> ArticleText:
    """Return an article as makers see it."""
    roles = tuple(block.role for block in article.blocks)
    return ArticleText(
        article.id,
        reading.text,
        reading.blocks,
        roles,
        words,
        base,
        page=article.page,
        pieces=reading.pieces,
    )


def example_of(
    document: Document, article: Article, words: Sequence[Segment], base: Base | None = None
) -> Example:
    """Return an article with what its annotator decided on it; all of a finished article is decided."""
    reading = read(document.page, article)
    progress = document.progress_of(article.id)
    return Example(
        article_text(article, reading, words, base),
        tuple(tag for span in document.spans_in(article) if (tag := tag_of(reading, span)) is not None),
        reading.blocks if progress.state == "done" else (),
        refused_places(document, reading),
        refused_texts(document),
        progress.state in FINISHED,
        progress.updated.timestamp() if progress.updated else 0.0,
    )


def refused_places(document: Document, reading: Reading) -> tuple[Candidate, ...]:
    """Return the places of an article at which the annotator refused a proposal."""
    placed = (_placed(reading, pin.segments, pin.label) for pin in _refused(document))
    return tuple(place for place in placed if place is not None)


def refused_texts(document: Document) -> frozenset[tuple[str, str]]:
    """Return the texts, with a label each, that the annotator refused wherever they stand."""
    return frozenset((pin.text, pin.label) for pin in _refused(document) if pin.everywhere)


def _refused(document: Document) -> Iterator[RefusedPin]:
    return (pin for pin in document.corrections.refused if pin.annotator in ("", document.annotator))


def tag_of(reading: Reading, span: Span) -> Candidate | None:
    """Return a tag as it stands in an article; None: it is not one range there."""
    return _placed(reading, span.segments, span.label)


def _placed(reading: Reading, segments: tuple[Segment, ...], label: str) -> Candidate | None:
    """Return what stands in the article at source segments; None: it is not one range there."""
    ranges = reading.project(segments)
    return Candidate(*ranges[0], label) if len(ranges) == 1 else None


def as_proposals(article: Article, reading: Reading, candidates: Iterable[Candidate]) -> list[Proposal]:
    """Return candidates as proposals in source offsets, in order."""
    return [
        Proposal(
            article=article.id,
            page=article.page,
            label=one.label,
            surface=reading.text[slice(*one.range)],
            segments=reading.to_source(*one.range),
            origin=one.origin,
            maker=one.maker,
            score=round(one.score, 3),
            attributes=dict(one.attributes),
        )
        for one in candidates
    ]


def decided_blocks(example: Example, open_: Iterable[Candidate]) -> tuple[Segment, ...]:
    """Return the paragraphs in which something was decided and nothing that is proposed is open."""
    touched = [one.start for one in (*example.tags, *example.refused)]
    left = [one.start for one in open_]
    return tuple(
        (start, end)
        for start, end in example.text.blocks
        if any(start <= at < end for at in touched) and not any(start <= at < end for at in left)
    )
