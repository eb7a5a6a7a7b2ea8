"""Likely tails of a relation: tags near its head, and untagged words that fit, best first."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from tui.model import Article, Document, LabelSet, RelationType, Segment, Span, overlap
from tui.model.labels import DEFAULT_LABELS
from tui.quantities.periods import find_periods
from tui.suggest.subject_clues import clues, stand_ins
from tui.suggest.topics import NAMED_BY_PLACES, topics
from tui.suggest.word_lists import GENERIC_PLACES, VAGUE_TIMES
from tui.text.offsets import Reading
from tui.text.sentences import sentences

SHARED = frozenset(("subject", "period"))
"""Roles of relations in which the metrics of a sentence often have one tail; in others each has its own."""

WEIGHTS: Mapping[str, float] = {
    "sentence": 3.0,
    "paragraph": 1.0,
    "label": 3.0,
    "named": 2.0,
    "shared": 3.0,
    "taken": -3.0,
    "behind": -0.5,
    "later": -1.5,
    "untagged": -0.5,
    "misfit": -4.0,
    "vague": -2.5,
    "compared": -3.0,
    "beside": 1.5,
    "clause": 1.0,
    "opens": 1.0,
    "told": -2.0,
    "object": -1.5,
    "title": 0.5,
    "stands for": 1.5,
    "area": -2.0,
    "within": -2.0,
    "counted": -3.0,
    "attribute": -1.5,
}
"""What speaks for a tail and against it."""

COMPARING = ("比", "较", "与", "同")
"""Before a time: a value is compared with that of then, and is of another time (比上年增长5%)."""

PROPOSED = "proposed "
"""How the ids of tags that are only proposed begin; a blank is in no id."""
DOUBT = 2.0
"""What a tag costs that is only proposed, for all that its maker is not sure of."""

FAR = 50
"""So many characters between head and tail cost a point, up to four."""

REACH = 3000
"""Characters on each side of the head that are looked at at least, for sentences, topics and words: more than
any paragraph of a report has. Imported texts have one paragraph of any length."""
NEAR, OPENING = 150, 50
"""Tags on each side of the head that are looked at, and those at the beginning of the article, where its
title is: hardly an article has as many."""


class RelationHistory(NamedTuple):
    """How a relation was made before.

    Attributes:
        labels: of its tails, how often.
        texts: of its tails, as they are written.
        names: the same, as the aliases call them.
    """

    labels: Counter[str]
    texts: frozenset[str]
    names: frozenset[str]


class Tail(NamedTuple):
    """Something that a relation may lead to: a tag, or a piece of the text that would become one.

    Attributes:
        range: in reading offsets.
    """

    range: Segment
    span: Span | None
    score: float


Name = Callable[[str], str]


def relation_history(documents: Iterable[Document], relation: str, name: Name = str) -> RelationHistory:
    """Return how a relation was made in some documents.

    Args:
        name: what the aliases call a text.
    """
    tails = [
        document.spans_by_id[r.tail]
        for document in documents
        for r in document.relations
        if r.label == relation and r.tail in document.spans_by_id
    ]
    texts = frozenset(span.text for span in tails)
    return RelationHistory(Counter(span.label for span in tails), texts, frozenset(map(name, texts)))


def label_for(type_: RelationType, known: Container[str], history: RelationHistory) -> str | None:
    """Return the label that words get when they become a tail; None: none of the known ones is fitting."""
    usual = (label for label, _ in history.labels.most_common())
    for label in (*usual, *type_.tails):
        if label in known and (not type_.tails or label in type_.tails):
            return label
    return None


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
    ranking = _Ranking(document, near, reading, head, type_, history, name, ranges[0], labels, times)
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


def _is_named(text: str, topic: Segment, inner: Segment) -> bool:
    """Tell whether a topic is the whole name that a proposed tag is only a part of (望海高铁 of 望海)."""
    if not (topic[0] <= inner[0] and inner[1] <= topic[1]) or inner == topic:
        return False
    return inner[0] > topic[0] or text.endswith(NAMED_BY_PLACES, *topic)


def _times(near: Iterable[Span], reading: Reading, head: int, labels: LabelSet) -> list[Segment]:
    """Return where times stand around a head, tagged or not."""
    spans = (span for span in near if span.label in labels.times)
    tagged = [at[0] for span in spans if (at := reading.project(span.segments))]
    return sorted({*tagged, *_periods(reading.text, *_stretch_of((0, len(reading.text)), head))})


def _stretch_of(whole: Segment, at: int) -> Segment:
    """Return the part around an offset of what is too long to be looked at; nearby offsets have the same."""
    first = (at // REACH - 1) * REACH
    return max(whole[0], first), min(whole[1], first + 3 * REACH)


@lru_cache(maxsize=4)
def _periods(text: str, start: int, end: int) -> tuple[Segment, ...]:
    """Return where times stand in a part of a text."""
    return tuple((start + found.start, start + found.end) for found in find_periods(text[start:end]))


def _doubt(span: Span | None) -> float:
    """Return how unsure the maker of a tag that is only proposed is; 0 for tags."""
    return 1.0 - (span.score or 0.0) if span and span.id.startswith(PROPOSED) else 0.0


@dataclass(frozen=True, eq=False)
class _Ranking:
    document: Document
    near: Sequence[Span]
    reading: Reading
    head: Span
    type: RelationType
    history: RelationHistory
    name: Name
    at: Segment
    labels: LabelSet
    times: Sequence[Segment]

    def score(self, range_: Segment, text: str, span: Span | None) -> float:
        return (
            sum(WEIGHTS[fact] for fact in self._facts(range_, text, span))
            + WEIGHTS["label"] * (self._share(span.label) if span else 0.0)
            - min(abs(range_[0] - self.at[0]) / FAR, 4.0)
            - DOUBT * _doubt(span)
        )

    def _facts(self, range_: Segment, text: str, span: Span | None) -> Iterator[str]:
        same = self._stretch(range_)
        if same:
            yield same
        if self.name(text) in self.history.names:
            yield "named"
        if range_[0] > self.at[0]:
            yield "later" if self.type.role == "subject" else "behind"
        if self.type.role == "period":
            if text in VAGUE_TIMES:
                yield "vague"
            if self.reading.text[max(0, range_[0] - 1) : range_[0]] in COMPARING:
                yield "compared"
        if self.type.role == "subject":
            yield from clues(self.reading.text, range_, self.at, self.times)
            if text in GENERIC_PLACES and (span is None or _doubt(span)):
                yield "area"
        if span is None:
            yield "untagged"
            if self.type.role == "subject" and text not in self.history.texts:
                yield "stands for"
            return
        times = () if self.type.role == "period" else self.labels.times
        if span.label in (*self.labels.metrics, *times):
            yield "misfit"
        if self._is_neighbours(span):
            yield "shared" if self.type.role in SHARED else "taken"
        elif self.type.role == "indicator" and self._is_beside(range_):
            yield "beside"

    def _is_beside(self, range_: Segment) -> bool:
        """Tell whether nothing stands between a range and the head."""
        return range_[1] == self.at[0] or range_[0] == self.at[1]

    @cached_property
    def _paragraph(self) -> Segment:
        """The head's paragraph, as far as it is looked at."""
        return _stretch_of(self.reading.blocks[self.reading.block_at(self.at[0])], self.at[0])

    @cached_property
    def _sentence(self) -> Segment:
        """The head's sentence, with the one before it that it goes on; empty where it has none."""
        before = self._paragraph[0]
        for start, end in sentences(self.reading.text, *self._paragraph):
            if start <= self.at[0] < end:
                goes_on = self.type.role in SHARED and self.reading.text.startswith("其中", start)
                return (before if goes_on else start), end
            before = start
        return 0, 0

    @cached_property
    def _heads(self) -> Mapping[str, Sequence[Span]]:
        """By tail, the heads of other relations of this type."""
        found = defaultdict[str, list[Span]](list)
        for relation in self.document.relations:
            head = self.document.spans_by_id.get(relation.head)
            if relation.label == self.type.id and head is not None and head.id != self.head.id:
                found[relation.tail].append(head)
        return found

    def _stretch(self, range_: Segment) -> str:
        """Return what of the text a range shares with the head."""
        if not self._paragraph[0] <= range_[0] < self._paragraph[1]:
            return ""
        return "sentence" if self._sentence[0] <= range_[0] < self._sentence[1] else "paragraph"

    def _is_neighbours(self, span: Span) -> bool:
        """Tell whether another head of this paragraph has the tail already."""
        ranges = (self.reading.project(head.segments) for head in self._heads.get(span.id, ()))
        return any(self._stretch(range_[0]) for range_ in ranges if range_)

    def _share(self, label: str) -> float:
        """Return how usual a label is for the tail, 0 to 1."""
        if total := self.history.labels.total():
            return self.history.labels[label] / total
        fitting = self.type.tails
        return 1.0 - fitting.index(label) / len(fitting) if label in fitting else 0.0

    def _has_tags(self, start: int, end: int) -> bool:
        """Tell whether somebody tagged a subject in a range: then words without a tag are none."""
        return any(
            self.type.allows(self.head.label, span.label)
            and not span.id.startswith(PROPOSED)
            and span.id != self.head.id
            and start <= at[0][0] < end
            for span in self.near
            if (at := self.reading.project(span.segments))
        )

    def topics(self, taken: Sequence[Segment]) -> list[Segment]:
        """Return what the sentences up to the head open with, where nobody tagged a subject.

        Args:
            taken: what is proposed; a topic is more than the name of a place that opens it, but nothing else.
        """
        start, end = self._paragraph
        if self.type.role != "subject" or self._has_tags(start, end):
            return []
        text = self.reading.text
        times = [(first - start, last - start) for first, last in self.times if start <= first < end]
        found = [(start + first, start + last) for first, last in topics(text[start:end], times)]
        return [
            one
            for one in found
            if one[1] <= self.at[0]
            and all(_is_named(text, one, inner) for inner in taken if overlap([one], [inner]))
        ]

    def words(self) -> Iterator[Segment]:
        """Yield words of the head's paragraph that fit: times, and what was led to before."""
        start, end = self._paragraph
        text = self.reading.text[start:end]
        if self.type.role == "period":
            yield from _periods(self.reading.text, start, end)
            return
        if self.type.role == "subject" and not self._has_tags(start, end):
            yield from ((start + first, start + last) for first, last in stand_ins(text))
        for written in self.history.texts:
            at = text.find(written)
            while at >= 0:
                yield start + at, start + at + len(written)
                at = text.find(written, at + len(written))
