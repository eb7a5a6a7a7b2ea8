"""Likely tails of a relation: tags near its head, and untagged words that fit, best first."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.model import Article, Document, LabelSet, RelationType, Segment, Span, overlap
from tui.model.labels import DEFAULT_LABELS
from tui.suggest.relation_history import Name, RelationHistory
from tui.suggest.tail_evidence import WEIGHTS, TailEvidence, periods_in, stretch_of
from tui.text.offsets import Reading

NEAR, OPENING = 150, 50
"""Tags on each side of the head that are looked at, and those at the beginning of the article, where its
title is: hardly an article has as many."""


class Tail(NamedTuple):
    """Something that a relation may lead to: a tag, or a piece of the text that would become one.

    Attributes:
        range: in reading offsets.
    """

    range: Segment
    span: Span | None
    score: float


def ranked_tails(
    document: Document,
    article: Article,
    reading: Reading,
    head: Span,
    type_: RelationType,
    history: RelationHistory,
    name: Name = str,
    labels: LabelSet = DEFAULT_LABELS,
) -> list[Tail]:
    """Return what a relation of a type may lead to from `head`, the likeliest first.

    Args:
        reading: of the article.
    """
    ranges = reading.project(head.segments)
    if not ranges:
        return []
    near = _near(document.spans_in(article), head)
    times = _times(near, reading, ranges[0][0], labels) if type_.role == "subject" else ()
    ranking = TailEvidence(document, near, reading, head, type_, history, name, ranges[0], labels, times)
    found = [
        Tail(at[0], span, ranking.score(at[0], span.text, span))
        for span in near
        if span.id != head.id
        and type_.allows(head.label, span.label)
        and (at := reading.project(span.segments))
    ]
    taken = [tail.range for tail in found]
    names = ranking.topics(taken)
    found = [tail._replace(score=tail.score + WEIGHTS["within"] * _is_within(tail, names)) for tail in found]
    for start, end in (*names, *(word for word in ranking.words() if not overlap([word], taken + names))):
        text = reading.text[start:end]
        found.append(Tail((start, end), None, ranking.score((start, end), text, None)))
    return sorted(found, key=lambda tail: -tail.score)


def _near(spans: Sequence[Span], head: Span) -> Sequence[Span]:
    """Return the tags around a head, and those that an article opens with."""
    if len(spans) <= 2 * NEAR:
        return spans
    at = bisect_left(spans, head.start, key=lambda span: span.start)
    return (*spans[:OPENING], *spans[max(OPENING, at - NEAR) : at + NEAR])


def _is_within(tail: Tail, names: Iterable[Segment]) -> bool:
    return any(start <= tail.range[0] and tail.range[1] <= end for start, end in names)


def _times(near: Iterable[Span], reading: Reading, head: int, labels: LabelSet) -> list[Segment]:
    """Return where times stand around a head, tagged or not."""
    spans = (span for span in near if span.label in labels.times)
    tagged = [at[0] for span in spans if (at := reading.project(span.segments))]
    return sorted({*tagged, *periods_in(reading.text, *stretch_of((0, len(reading.text)), head))})
