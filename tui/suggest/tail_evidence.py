"""What speaks for a tail of a relation and against it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tui.model import Document, LabelSet, RelationType, Segment, Span, overlap
from tui.quantities.periods import find_periods
from tui.suggest.relation_history import Name, RelationHistory
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


@dataclass(frozen=True, eq=False)
class TailEvidence:
    """What speaks for the tails of a relation, and against them, from one head.

    Args:
        near: the tags that are looked at.
        at: of the head, reading offsets.
        times: ranges of times, ascending.
    """

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
        """Return how likely a range is a tail; higher is likelier.

        Args:
            span: the tag that it has; None: it has none.
        """
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
        return stretch_of(self.reading.blocks[self.reading.block_at(self.at[0])], self.at[0])

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
            yield from periods_in(self.reading.text, start, end)
            return
        if self.type.role == "subject" and not self._has_tags(start, end):
            yield from ((start + first, start + last) for first, last in stand_ins(text))
        for written in self.history.texts:
            at = text.find(written)
            while at >= 0:
                yield start + at, start + at + len(written)
                at = text.find(written, at + len(written))


def _is_named(text: str, topic: Segment, inner: Segment) -> bool:
    """Tell whether a topic is the whole name that a proposed tag is only a part of (望海高铁 of 望海)."""
    if not (topic[0] <= inner[0] and inner[1] <= topic[1]) or inner == topic:
        return False
    return inner[0] > topic[0] or text.endswith(NAMED_BY_PLACES, *topic)


def stretch_of(whole: Segment, at: int) -> Segment:
    """Return the part around an offset of what is too long to be looked at; nearby offsets have the same."""
    first = (at // REACH - 1) * REACH
    return max(whole[0], first), min(whole[1], first + 3 * REACH)


@lru_cache(maxsize=4)
def periods_in(text: str, start: int, end: int) -> tuple[Segment, ...]:
    """Return where times stand in a part of a text."""
    return tuple((start + found.start, start + found.end) for found in find_periods(text[start:end]))


def _doubt(span: Span | None) -> float:
    """Return how unsure the maker of a tag that is only proposed is; 0 for tags."""
    return 1.0 - (span.score or 0.0) if span and span.id.startswith(PROPOSED) else 0.0
