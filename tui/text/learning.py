"""Learns the weights of votes for one source, from confirmed borders.

A logistic regression that starts at the general weights and is held near them. It is used only where it
divides pages that it did not learn from at least as well as the general weights.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from tui.model import Page
from tui.text.borders import Borders
from tui.text.page_units import page_units
from tui.text.votes import VOTES, Evidence, probability, weigh

ENOUGH = 10
"""So many confirmed pages of a source are learned from, at least."""
FOLDS = 5
ROUNDS = 200
RATE = 0.5
NEAR = 0.02
"""How strongly the weights are held near the general ones."""


class Example(NamedTuple):
    """A line that might begin an article, and whether one does."""

    evidence: Evidence
    begins: bool


class Learned(NamedTuple):
    """The weights for a source, and what they were found to be worth.

    Attributes:
        weights: the general ones where those were as good.
        pages: how many were learned from.
        lines: how many lines were held out in turn.
        general, learned: how many of these the general and the learned weights decide rightly.
    """

    weights: dict[str, float]
    pages: int
    lines: int
    general: int
    learned: int

    @property
    def better(self) -> bool:
        """Whether the learned weights are used."""
        return self.weights != VOTES


def examples(page: Page, starts: Iterable[int]) -> list[Example]:
    """Return the undecided lines of a confirmed page.

    Args:
        page: the page.
        starts: the source offsets at which its articles begin.
    """
    known = frozenset(starts)
    return [Example(*decided) for decided in Borders(page_units(page.text)).decided(known)]


def learn(pages: Sequence[Sequence[Example]]) -> Learned:
    """Return the weights for a source.

    Args:
        pages: the examples of each confirmed page.
    """
    lines = sum(map(len, pages))
    general = sum(_right(VOTES, page) for page in pages)
    if len(pages) < ENOUGH or not lines:
        return Learned(dict(VOTES), len(pages), lines, general, general)
    held = learned = 0
    loss, general_loss = 0.0, 0.0
    for fold in range(FOLDS):
        weights = _fit([one for page in _but(pages, fold) for one in page])
        for page in pages[fold::FOLDS]:
            held += len(page)
            learned += _right(weights, page)
            loss += _loss(weights, page)
            general_loss += _loss(VOTES, page)
    good = learned >= general and loss < general_loss
    weights = _fit([one for page in pages for one in page]) if good else dict(VOTES)
    return Learned(weights, len(pages), held, general, learned)


def _but(pages: Sequence[Sequence[Example]], fold: int) -> list[Sequence[Example]]:
    return [page for number, page in enumerate(pages) if number % FOLDS != fold]


def _fit(lines: Sequence[Example]) -> dict[str, float]:
    """Return weights that fit these lines, near the general ones; time grows with their number only."""
    weights = dict(VOTES)
    for _ in range(ROUNDS):
        slope = {name: NEAR * (VOTES[name] - weight) for name, weight in weights.items()}
        for evidence, begins in lines:
            error = (begins - probability(weigh(evidence, weights))) / len(lines)
            for name, strength in evidence.items():
                slope[name] += error * strength
        for name, change in slope.items():
            weights[name] += RATE * change
    return weights


def _right(weights: Mapping[str, float], lines: Iterable[Example]) -> int:
    return sum((weigh(line.evidence, weights) > 0) == line.begins for line in lines)


def _loss(weights: Mapping[str, float], lines: Iterable[Example]) -> float:
    told = (
        probability(weigh(evidence, weights)) if begins else 1 - probability(weigh(evidence, weights))
        for evidence, begins in lines
    )
    return -sum(log(max(share, 1e-9)) for share in told)
