"""The memory: texts tagged before with their labels, and places where they were not tagged."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tui.model import Segment
from tui.suggest.candidate import ArticleText, Candidate, Example, outermost
from tui.suggest.proposer import LearnsFrom

NAME = "memory"
SHORTEST = 2
"""Characters of the shortest text that is remembered."""
PREFIX = 2
ENOUGH = 0.5
"""The share of a text's places with a tag from which on it is proposed."""
MOST_DECIDED = 500
"""Articles in which untagged places of a text are looked for when it is first met: the newest."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What one article says.

    Attributes:
        tags: texts and labels, how often.
        refused: texts and labels that somebody refused, how often.
        text: the article's, where any of it was decided on; else empty.
        decided: the ranges that were, ascending.
        covered: the ranges of its tags, ascending.
    """

    tags: Counter[tuple[str, str]]
    refused: Counter[tuple[str, str]]
    text: str = ""
    decided: tuple[Segment, ...] = ()
    covered: tuple[Segment, ...] = ()


def remembered(example: Example, unnamed: Collection[str]) -> Remembered:
    """Return what an article says.

    Args:
        unnamed: the labels of quantities and times, which are new each time: they are not remembered.
    """
    text = example.text.text
    counts = Counter(
        (text[tag.start : tag.end], tag.label)
        for tag in example.tags
        if tag.label not in unnamed and tag.end - tag.start >= SHORTEST
    )
    covered = tuple(tag.range for tag in outermost(example.tags))
    decided = tuple(sorted(example.decided))
    refused = Counter((text[slice(*one.range)], one.label) for one in example.refused)
    return Remembered(counts, refused, text if decided else "", decided, covered)


class Memory:
    """Texts and their labels, over many articles; an article's part is replaced when it changes."""

    def __init__(self) -> None:
        self._articles: dict[str, Remembered] = {}
        self._labels: dict[str, Counter[str]] = {}
        self._refused: dict[str, Counter[str]] = {}
        self._lengths: dict[str, list[int]] = defaultdict(list)
        self._untagged: dict[str, dict[str, int]] = {}
        """By text and article; articles without such a place are left out."""

    def put(self, article: str, said: Remembered) -> None:
        """Remember what an article says in place of what it said before."""
        before = self._articles.get(article)
        if before == said:
            return
        if before is not None:
            self._count(before, -1)
        self._articles.pop(article, None)
        self._articles[article] = said
        self._count(said, 1)
        if said.text or (before is not None and before.text):
            for written, places in self._untagged.items():
                _set(places, article, _untagged(said, written))

    def _count(self, said: Remembered, by: int) -> None:
        for counts, table in ((said.tags, self._labels), (said.refused, self._refused)):
            for (text, label), count in counts.items():
                row = table.setdefault(text, Counter())
                row[label] += by * count
                if not row[label]:
                    del row[label]
                if not row:
                    del table[text]
                if table is self._labels:
                    self._note(text)

    def _note(self, text: str) -> None:
        lengths = self._lengths[text[:PREFIX]]
        if text in self._labels and len(text) not in lengths:
            lengths.append(len(text))
            lengths.sort(reverse=True)

    def find(self, text: ArticleText, *, own: bool = True) -> list[Candidate]:
        """Return the places of remembered texts: the longest at each place, none over another.

        Args:
            own: whether what this very article says counts too; in training it must not.
        """
        without = None if own else self._articles.get(text.article)
        found: list[Candidate] = []
        for start, end in text.blocks:
            at = start
            while at < end - 1:
                one = self._longest(text, at, end, without)
                if one is None:
                    at += 1
                else:
                    found.append(one)
                    at = one.end
        return found

    def _longest(self, text: ArticleText, at: int, end: int, without: Remembered | None) -> Candidate | None:
        for length in self._lengths.get(text.text[at : at + PREFIX], ()):
            written = text.text[at : at + length]
            if at + length <= end and written in self._labels:
                label, score = self._best(written, text.article, without)
                if label:
                    return Candidate(at, at + length, label, score, NAME, "lexicon")
        return None

    def _best(self, written: str, article: str, without: Remembered | None) -> tuple[str, float]:
        """Return the usual label of a text and how sure it is; no label where nothing is known."""
        counts = self._labels[written]
        untagged = self._untagged_places(written, article if without is not None else None)
        if without is not None:
            counts = Counter({label: n - without.tags[written, label] for label, n in counts.items()})
        label = max(counts, key=lambda name: (counts[name], name))
        if counts[label] <= 0:
            return "", 0.0
        refused = self._refused.get(written, Counter())[label]
        against = untagged + refused + (counts.total() - counts[label])
        return label, (counts[label] + 0.5) / (counts[label] + against + 1.0)

    def _untagged_places(self, written: str, without: str | None) -> int:
        """Return how often a text stands without any tag over it in what was decided on."""
        if written not in self._untagged:
            places = self._untagged[written] = {}
            decided = [name for name, said in self._articles.items() if said.text]
            for name in decided[-MOST_DECIDED:]:
                _set(places, name, _untagged(self._articles[name], written))
        return sum(count for name, count in self._untagged[written].items() if name != without)


def _set(places: dict[str, int], article: str, count: int) -> None:
    if count:
        places[article] = count
    else:
        places.pop(article, None)


class MemoryProposer:
    """Proposes texts that were tagged elsewhere: those that mostly have a tag where they stand.

    Args:
        unnamed: the labels of quantities and times.
    """

    name = NAME
    version = "1"
    learns_from: LearnsFrom = "tags"

    def __init__(self, unnamed: Collection[str]) -> None:
        self.memory = Memory()
        self._unnamed = frozenset(unnamed)

    @property
    def is_ready(self) -> bool:
        """It always is."""
        return True

    def put(self, example: Example) -> None:
        """Remember an article as it is now, in place of what it was."""
        self.memory.put(example.text.article, remembered(example, self._unnamed))

    def train(self, examples: Sequence[Example]) -> None:
        """Remember articles, and nothing else."""
        self.memory = Memory()
        for example in examples:
            self.put(example)

    def propose(self, text: ArticleText) -> list[Candidate]:
        """Return all remembered places; those below `ENOUGH` are for the model only."""
        return self.memory.find(text)


def _untagged(said: Remembered, written: str) -> int:
    count = 0
    at = said.text.find(written)
    starts = [start for start, _ in said.covered]
    while at >= 0:
        near = bisect_right(starts, at + len(written) - 1) - 1
        is_tagged = near >= 0 and said.covered[near][1] > at
        if not is_tagged and any(start <= at < end for start, end in said.decided):
            count += 1
        at = said.text.find(written, at + len(written))
    return count
