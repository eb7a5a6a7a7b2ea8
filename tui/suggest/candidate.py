"""Input and output of proposers: an article's text, and labelled ranges in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from tui.model import Attribute, Origin, Role, Segment
from tui.quantities.periods import Base
from tui.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Candidate:
    """A range of an article's reading text that is, or may be, a tag.

    Attributes:
        score: how sure its maker is, 0 to 1.
        maker: the name of the maker.
    """

    start: int
    end: int
    label: str
    score: float = 1.0
    maker: str = ""
    origin: Origin = "model"
    attributes: Mapping[str, Attribute] = field(default_factory=dict, compare=False)

    @property
    def range(self) -> Segment:
        """Its reading range."""
        return self.start, self.end

    @property
    def key(self) -> tuple[int, int, str]:
        """What makes two of them the same proposal: range and label."""
        return self.start, self.end, self.label

    def overlaps(self, other: "Candidate") -> bool:
        """Tell whether both hold some character."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "Candidate") -> bool:
        """Tell whether all of it lies in the other."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True)
class ArticleText:
    """An article as makers see it; all offsets are reading offsets.

    Attributes:
        article: its id.
        blocks: the range of each block.
        roles: the role of each block.
        words: ranges that cover the text, as a segmenter cut it.
        base: the date that its times count from, as far as it is known.
        found: what makers that were asked before found, by their names.
        page: the id of its page.
        pieces: (reading start, source start, length) of each unbroken piece of the text, as in `Reading`.
        predictions: what other programs' models guessed of it.
    """

    article: str
    text: str
    blocks: tuple[Segment, ...]
    roles: tuple[Role, ...]
    words: Sequence[Segment] = ()
    base: Base | None = None
    found: Mapping[str, Sequence[Candidate]] = field(default_factory=dict)
    page: str = ""
    pieces: tuple[tuple[int, int, int], ...] = ()
    predictions: tuple[Candidate, ...] = ()

    @cached_property
    def sentences(self) -> tuple[Segment, ...]:
        """The sentences of all blocks, in order."""
        return tuple(found for block in self.blocks for found in sentences(self.text, *block))

    def by(self, maker: str) -> Sequence[Candidate]:
        """Return what a maker found before."""
        return self.found.get(maker, ())


@dataclass(frozen=True, slots=True)
class Example:
    """An article with what somebody decided on it.

    Attributes:
        tags: all of its tags that are one range of the reading text.
        decided: the ranges in which what has no tag was meant to have none.
        refused: places that are not to be proposed again.
        refused_texts: texts, with a label each, that are not to be proposed anywhere again.
        is_finished: whether the article is done or skipped: nothing is proposed then.
        seconds: when it was last worked on, since the epoch.
    """

    text: ArticleText
    tags: tuple[Candidate, ...] = ()
    decided: tuple[Segment, ...] = ()
    refused: tuple[Candidate, ...] = ()
    refused_texts: frozenset[tuple[str, str]] = frozenset()
    is_finished: bool = False
    seconds: float = 0.0

    def is_decided(self, start: int, end: int) -> bool:
        """Tell whether a range lies in what was decided on."""
        return any(first <= start and end <= last for first, last in self.decided)


def outermost(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return those that lie in no other one of them, in order; of two that are equal, the surer."""
    ranked = sorted(candidates, key=lambda one: (one.start, -one.end, -one.score))
    kept: list[Candidate] = []
    reach = -1
    for one in ranked:
        if one.end > reach:
            kept.append(one)
            reach = one.end
    return kept


def overlapping(candidates: Iterable[Candidate]) -> Callable[[Candidate], Iterator[Candidate]]:
    """Return what yields those of `candidates` that overlap another one.

    They are looked for from the first that reaches so far to the last that begins before its end.
    """
    ranked = sorted(candidates, key=lambda one: one.start)
    starts = [one.start for one in ranked]
    reached = list(accumulate((one.end for one in ranked), max))

    def around(one: Candidate) -> Iterator[Candidate]:
        near = ranked[bisect_right(reached, one.start) : bisect_left(starts, one.end)]
        return (other for other in near if other.overlaps(one))

    return around


def without_overlap(found: Sequence[Candidate], others: Iterable[Candidate]) -> list[Candidate]:
    """Return those of `others` that touch none of `found`, nor each other; the surest come first."""
    there = overlapping(found)
    kept: list[Candidate] = []
    ranges: list[Segment] = []
    for one in sorted(others, key=lambda other: (-other.score, other.start - other.end)):
        at = bisect_left(ranges, (one.end,))
        if not any(there(one)) and (at == 0 or ranges[at - 1][1] <= one.start):
            kept.append(one)
            ranges.insert(at, one.range)
    return kept


def without_crossing(found: Sequence[Candidate], others: Iterable[Candidate]) -> list[Candidate]:
    """Return those of `others` that cross none of `found` and are none of its ranges; they may nest."""
    there = overlapping(found)
    return [
        one
        for one in others
        if not any(
            one.range == other.range or not (one.within(other) or other.within(one)) for other in there(one)
        )
    ]
