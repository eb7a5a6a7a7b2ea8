"""Comparison of two annotators of an article: counts that add up over articles."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from tui.measure.agreement.figures import COMPARED, EQUAL, ONE, OTHER, SHARED, Measure, f1, kappa, share
from tui.measure.agreement.matching import maximum_matching, overlapping, same_place
from tui.measure.agreement.values import differing, normalised, says_anything
from tui.model import Article, Document, Progress, Relation, Schema, Span

MEASURES: dict[str, Measure] = {
    "spans": f1,
    "overlapping": f1,
    "borders": f1,
    "labels": kappa,
    "values": share,
    "relations": f1,
    "article_labels": f1,
    "states": kappa,
}
"""What is compared: tags with the same label at the same place; tags with the same label that share a code
point; places, whatever the labels; labels of tags at the same place; what such tags say; relations between
the same tags; each value that an article is labelled with; whether an article is done or skipped."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two annotators' work on one article.

    Attributes:
        counts: by the names of `MEASURES`, what those are computed from.
        by_label: of each label, the counts of `spans`.
    """

    article: str
    page: str
    counts: dict[str, Counter[Any]]
    by_label: dict[str, Counter[str]]


def compare(
    article: Article, one: Document, other: Document, schema: Schema, labels: frozenset[str] = frozenset()
) -> Comparison:
    """Compare an article of two annotators, both of whom have finished it.

    Args:
        labels: only tags with these count; an empty set means all.
    """
    ours, theirs = (_wanted(document.spans_in(article), labels) for document in (one, other))
    by_label = {
        label: _exact([s for s in ours if s.label == label], [s for s in theirs if s.label == label])
        for label in sorted({span.label for span in chain(ours, theirs)})
    }
    pairs = same_place(ours, theirs)
    counts: dict[str, Counter[Any]] = {
        "spans": sum(by_label.values(), Counter()),
        "overlapping": _counted(_overlapping(ours, theirs), ours, theirs),
        "borders": _counted(len(pairs), ours, theirs),
        "labels": Counter((a.label, b.label) for a, b in pairs),
        "values": _values(pairs, schema),
        "relations": _relations(pairs, ours, theirs, one, other),
        "article_labels": _article_labels(*(document.progress_of(article.id) for document in (one, other))),
    }
    return Comparison(article.id, article.page, counts, by_label)


def _article_labels(one: Progress, other: Progress) -> Counter[str]:
    """Compare what an article is labelled with, value by value."""
    ours, theirs = ({(id_, value) for id_, said in p.labels.items() for value in said} for p in (one, other))
    return Counter({SHARED: len(ours & theirs), ONE: len(ours), OTHER: len(theirs)})


def compare_states(article: Article, one: Document, other: Document) -> Counter[tuple[str, str]]:
    """Return what two annotators who are through with an article say of it: done or skipped."""
    return Counter([(one.progress_of(article.id).state, other.progress_of(article.id).state)])


def _wanted(spans: Iterable[Span], labels: frozenset[str]) -> list[Span]:
    return [span for span in spans if not labels or span.label in labels]


def _counted(shared: int, one: Sequence[object], other: Sequence[object]) -> Counter[str]:
    return Counter({SHARED: shared, ONE: len(one), OTHER: len(other)})


def _exact(one: Sequence[Span], other: Sequence[Span]) -> Counter[str]:
    """Compare tags of one label: a place that one annotator tagged twice counts twice."""
    shared = Counter(span.segments for span in one) & Counter(span.segments for span in other)
    return _counted(shared.total(), one, other)


def _overlapping(one: Sequence[Span], other: Sequence[Span]) -> int:
    edges: list[list[int]] = [[] for _ in one]
    for i, j in overlapping(one, other):
        if one[i].label == other[j].label:
            edges[i].append(j)
    return len(maximum_matching(edges))


def _values(pairs: Iterable[tuple[Span, Span]], schema: Schema) -> Counter[str]:
    counts: Counter[str] = Counter({EQUAL: 0, COMPARED: 0})
    for one, other in pairs:
        said = normalised(one, schema), normalised(other, schema)
        if one.label == other.label and any(map(says_anything, said)):
            counts[COMPARED] += 1
            counts[EQUAL] += not differing(*said)
    return counts


def _relations(
    pairs: Iterable[tuple[Span, Span]],
    ours: Iterable[Span],
    theirs: Iterable[Span],
    one: Document,
    other: Document,
) -> Counter[str]:
    """Compare relations by what their ends are: tags of two annotators at one place are one end."""
    ends = {span.id: span.id for span in ours}
    there = {span.id: f"\0{span.id}" for span in theirs} | {b.id: a.id for a, b in pairs}
    first = [_by_ends(relation, ends) for relation in one.relations if _within(relation, ends)]
    second = [_by_ends(relation, there) for relation in other.relations if _within(relation, there)]
    return _counted((Counter(first) & Counter(second)).total(), first, second)


def _within(relation: Relation, ends: dict[str, str]) -> bool:
    return relation.head in ends and relation.tail in ends


def _by_ends(relation: Relation, ends: dict[str, str]) -> tuple[str, str, str]:
    return relation.label, ends[relation.head], ends[relation.tail]
