"""Evidence for the start of articles: one table of votes, and their weighting."""

from collections.abc import Mapping
from math import exp
from typing import TypeAlias

Evidence: TypeAlias = Mapping[str, float]
"""How strongly each kind of evidence holds, mostly from -1 to 1; what is not named does not hold."""

VOTES: dict[str, float] = {
    "any line": -0.53,
    # what stands above it
    "article closed": 2.1,
    "wide gap": 1.22,
    "feature above": -1.05,
    "heading above": -2.53,
    "unlike the headings": 2.03,
    # the line itself
    "numbered": -3.07,
    "bulleted": -0.4,
    "bulleted like the first": 0.47,
    "standing title": 2.89,
    "column name": 0.79,
    "name below": 2.47,
    "several lines": 1.23,
    "very short": 0.29,
    "quotation": -1.04,
    "like headlines": 1.44,
    "as long as the title": 1.27,
    "unmarked among marked": -3.0,
    "part of a cycle": -2.23,
    # what stands below it
    "opens with time or place": 1.32,
    "opens with who speaks": 2.0,
    "opens with an address": 0.36,
    "opens with a quotation": -0.58,
    "opens like the article above": 1.26,
    "goes on": -1.27,
    "signed below": 1.96,
    # what the text speaks of
    "words apart": 1.45,
    "few words apart": 0.69,
    "headline taken up": 1.38,
    "headline known above": -1.33,
    "headline in first sentence": 1.91,
    "title taken up below": -2.31,
    "same phrases": -0.72,
    "same names": -0.56,
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
