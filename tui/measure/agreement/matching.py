"""Matches tags of two annotators in pairs, each tag used once."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from tui.model import Span, overlap

Edges: TypeAlias = Sequence[Sequence[int]]
"""For each tag of the one, the numbers of the other's tags that it could be paired with."""


def maximum_matching(edges: Edges) -> dict[int, int]:
    """Return as many pairs as there can be, by augmenting paths (Kuhn 1955)."""
    owner: dict[int, int] = {}
    for start in range(len(edges)):
        _augment(start, edges, owner)
    return {one: other for other, one in owner.items()}


def _augment(start: int, edges: Edges, owner: dict[int, int]) -> None:
    """Give `start` a partner if others can move to make room; looked for in breadth, without recursion."""
    came_from: dict[int, int] = {}
    queue = [start]
    for one in queue:
        for other in edges[one]:
            if other in came_from:
                continue
            came_from[other] = one
            if other in owner:
                queue.append(owner[other])
            else:
                _give(other, start, came_from, owner)
                return


def _give(other: int, start: int, came_from: dict[int, int], owner: dict[int, int]) -> None:
    """Move along the path that leads from `start` to a free partner."""
    partner = {one: held for held, one in owner.items()}
    while True:
        one = came_from[other]
        owner[other] = one
        if one == start:
            return
        other = partner[one]


def overlapping(one: Sequence[Span], other: Sequence[Span]) -> list[tuple[int, int]]:
    """Return which tags of two annotators share a code point, by number; both in the order of the text."""
    found = []
    first = 0
    longest = max((span.end - span.start for span in other), default=0)
    for i, span in enumerate(one):
        while first < len(other) and other[first].start + longest <= span.start:
            first += 1
        for j in range(first, len(other)):
            if other[j].start >= span.end:
                break
            if overlap(span.segments, other[j].segments):
                found.append((i, j))
    return found


def same_place(one: Sequence[Span], other: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Return the pairs of tags that stand at the same segments, each tag in one pair; equal labels first."""
    places: dict[object, list[Span]] = defaultdict(list)
    for span in other:
        places[span.segments].append(span)
    pairs, rest = [], []
    for span in one:
        there = places[span.segments]
        same = next((each for each in there if each.label == span.label), None)
        if same is None:
            rest.append(span)
        else:
            there.remove(same)
            pairs.append((span, same))
    pairs += [(span, places[span.segments].pop(0)) for span in rest if places[span.segments]]
    return pairs
