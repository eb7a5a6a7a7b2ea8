"""Evidence for the start of articles: one table of votes, and their weighting."""

from collections.abc import Mapping
from math import exp, log
from typing import TypeAlias

Evidence: TypeAlias = Mapping[str, float]
"""How strongly each kind of evidence holds, mostly from -1 to 1; what is not named does not hold."""

VOTES: dict[str, float] = {
    "any line": -0.3,
    # what stands above it
    "article closed": 2.5,
    "wide gap": 1.8,
    "report above": -1.0,
    "feature above": -2.0,
    "little above": 0.5,
    # the line itself
    "numbered": -6.0,
    "bulleted": -1.5,
    "bulleted like the first": 5.0,
    "standing title": 5.0,
    "column name": 3.0,
    "name below": 4.0,
    "several lines": 1.5,
    "very short": -0.4,
    "alone": 0.8,
    "unmarked among marked": -3.0,
    "part of a cycle": -4.0,
    # what stands below it
    "opens with time or place": 2.0,
    "opens with who speaks": 2.0,
    "opens with an address": 3.0,
    "opens like the article above": 2.5,
    "goes on": -1.5,
    "signed below": 2.5,
    # what the text speaks of
    "words apart": 2.5,
    "headline taken up": 2.0,
    # a report's opening below a finished paragraph
    "any opening": 1.5,
    "no headline above": 2.0,
    "quoted agency": -2.0,
    "same words": -1.0,
    "same headline": -2.5,
}
"""Weights in log odds: with 0.7 an article is twice as likely to begin here as without."""

Votes: TypeAlias = tuple[tuple[str, float], ...]
"""Weights other than the general ones, as a page keeps them: names of votes with their weights."""
STRONGEST = 30.0
"""No learned weight is further from nothing, in log odds."""
SWITCH = 1.0
"""What it costs that of two neighbouring lines one begins an article and the other does not."""


def votes_of(weights: Mapping[str, float]) -> Votes:
    """Return learned weights as a page keeps them."""
    return tuple((name, round(max(-STRONGEST, min(STRONGEST, weights[name])), 3)) for name in VOTES)


def weights_of(kept: object) -> Votes:
    """Return what was read from a file as weights; of names that are no votes nothing is taken.

    Raises:
        TypeError: it is none.
        ValueError: a weight is no number within bounds.
    """
    if not isinstance(kept, Mapping):
        raise TypeError
    found = tuple((name, float(kept[name])) for name in VOTES if name in kept)
    if not all(abs(weight) <= STRONGEST for _, weight in found):
        raise ValueError
    return found


def weigh(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """Return the log odds that an article begins."""
    return sum(weights.get(name, 0.0) * strength for name, strength in evidence.items())


def probability(odds: float) -> float:
    """Return log odds as a probability."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def choose(odds: list[float], switch: float = SWITCH) -> list[float]:
    """Return, for each of a run of lines, the probability that it begins an article, neighbours weighed in.

    Headings of one feature stand together, and so do the headlines of a column of short pieces: the
    lines between two certain borders form a chain in which neighbours tend to be alike. The marginals
    are found in two sweeps.
    """
    forward = _sweep(odds, switch)
    backward = _sweep(odds[::-1], switch)[::-1]
    return [probability(own + a + b) for own, a, b in zip(odds, forward, backward, strict=True)]


def _sweep(odds: list[float], switch: float) -> list[float]:
    """Return what the lines before each say of it, in log odds."""
    told = [0.0] * len(odds)
    for at in range(1, len(odds)):
        p = probability(odds[at - 1] + told[at - 1])
        stay, move = 1.0, exp(-switch)
        yes, no = p * stay + (1 - p) * move, p * move + (1 - p) * stay
        told[at] = log(yes / no)
    return told
