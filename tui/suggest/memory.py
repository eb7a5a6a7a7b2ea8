"""What was tagged before: texts with the labels that they got, and the places where they got none."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from tui.model import Segment
from tui.suggest.candidate import ArticleText, Candidate, outermost

NAME = "memory"
SHORTEST = 2
"""Characters of the shortest text that is remembered."""
PREFIX = 2
ENOUGH = 0.5
"""The share of a text's places with a tag from which on it is proposed."""
MOST_REVIEWED = 400
"""Finished articles in which untagged places are counted: the newest."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What one article says.

    Attributes:
        tags: texts and labels, how often.
        refused: texts and labels that somebody refused, how often.
        text: where everything was decided on, the text; else empty.
        covered: the ranges of its tags, ascending.
    """

    tags: Counter[tuple[str, str]]
    refused: Counter[tuple[str, str]]
    text: str = ""
    covered: tuple[Segment, ...] = ()


def remembered(
    text: str, tags: Sequence[Candidate], refused: Iterable[tuple[str, str]] = (), *, reviewed: bool = False
) -> Remembered:
    """Return what an article says; quantities and times, which are new each time, are left out before."""
    counts = Counter(
        (text[tag.start : tag.end], tag.label) for tag in tags if tag.end - tag.start >= SHORTEST
    )
    covered = tuple(tag.range for tag in outermost(tags))
    return Remembered(counts, Counter(refused), text if reviewed else "", covered if reviewed else ())


class Memory:
    """Texts and their labels, over many articles; an article's part is replaced when it changes."""

    def __init__(self) -> None:
        self._articles: dict[str, Remembered] = {}
        self._labels: dict[str, Counter[str]] = {}
        self._refused: dict[str, Counter[str]] = {}
        self._lengths: dict[str, list[int]] = defaultdict(list)
        self._untagged: dict[str, dict[str, int]] = {}

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
            for places in self._untagged.values():
                places.pop(article, None)

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
        known = self._untagged.setdefault(written, {})
        reviewed = [name for name, said in self._articles.items() if said.text][-MOST_REVIEWED:]
        for name in reviewed:
            if name not in known:
                known[name] = _untagged(self._articles[name], written)
        return sum(known[name] for name in reviewed if name != without)


def proposed(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return what of the remembered places is proposed: texts that mostly have the tag."""
    return [one for one in candidates if one.score >= ENOUGH]


def _untagged(said: Remembered, written: str) -> int:
    count = 0
    at = said.text.find(written)
    starts = [start for start, _ in said.covered]
    while at >= 0:
        near = bisect_right(starts, at + len(written) - 1) - 1
        if near < 0 or said.covered[near][1] <= at:
            count += 1
        at = said.text.find(written, at + len(written))
    return count


def names_only(tags: Iterable[Candidate], unnamed: Collection[str]) -> list[Candidate]:
    """Return the tags that are names: not of the labels of quantities and times."""
    return [tag for tag in tags if tag.label not in unnamed]
