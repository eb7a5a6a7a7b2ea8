"""Groups tags of several annotators that mean the same, at most one tag of each."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from tui.measure.agreement.matching import overlapping
from tui.model import Span

Group: TypeAlias = tuple[Span | None, ...]
"""One thing in the text: the tag of each annotator, None where one has none."""

ALIKE = 0.5
"""How much of two tags with different labels and places must be common for them to be one thing."""


class _Tag(NamedTuple):
    """A tag by its annotator's number and its own."""

    annotator: int
    number: int


class _Edge(NamedTuple):
    """How well two tags go together; the greater the better, `place` makes the order certain."""

    same_place: bool
    same_label: bool
    common: float
    place: tuple[int, int, int]
    tags: tuple[_Tag, _Tag]


def grouped(annotators: Sequence[Sequence[Span]]) -> list[Group]:
    """Return the groups of annotators' tags, in the order of the text.

    Each annotator's tags come in the order of the text. What goes together best is joined first: the same
    place and label, the same place, then the same label with anything in common, then other labels that
    have half of their characters in common.
    """
    groups = {_Tag(a, n): {a: _Tag(a, n)} for a, spans in enumerate(annotators) for n in range(len(spans))}
    for edge in sorted(
        _edges(annotators), key=lambda e: (not e.same_place, not e.same_label, -e.common, e.place)
    ):
        one, other = (groups[tag] for tag in edge.tags)
        if one is not other and one.keys().isdisjoint(other):
            one.update(other)
            groups.update(dict.fromkeys(other.values(), one))
    once = {id(group): group for group in groups.values()}.values()
    found = [_group(group, annotators) for group in once]
    return sorted(found, key=_place)


def _edges(annotators: Sequence[Sequence[Span]]) -> list[_Edge]:
    found = []
    for a, b in combinations(range(len(annotators)), 2):
        for i, j in overlapping(annotators[a], annotators[b]):
            one, other = annotators[a][i], annotators[b][j]
            common = common_part(one, other)
            if one.label == other.label or common >= ALIKE:
                same = one.segments == other.segments, one.label == other.label
                found.append(_Edge(*same, common, (one.start, a, b), (_Tag(a, i), _Tag(b, j))))
    return found


def common_part(one: Span, other: Span) -> float:
    """Return how many code points two tags have in common, as a part of those that either has."""
    common = sum(
        max(0, min(end, stop) - max(start, begin))
        for start, end in one.segments
        for begin, stop in other.segments
    )
    lengths = sum(end - start for span in (one, other) for start, end in span.segments)
    return common / (lengths - common)


def _group(group: dict[int, _Tag], annotators: Sequence[Sequence[Span]]) -> Group:
    return tuple(
        spans[group[number].number] if number in group else None for number, spans in enumerate(annotators)
    )


def _place(group: Group) -> tuple[int, int, str]:
    spans = [span for span in group if span is not None]
    return min(span.start for span in spans), -max(span.end for span in spans), spans[0].id
