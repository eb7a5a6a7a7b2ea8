"""Evidence for the start of articles: one table of votes, and their weighting."""

from collections.abc import Mapping
from math import exp
from typing import TypeAlias

Evidence: TypeAlias = Mapping[str, float]
"""How strongly each kind of evidence holds, mostly from -1 to 1; what is not named does not hold."""

VOTES: dict[str, float] = {
    "any line": -1.42,
    # what stands above it
    "article closed": 3.04,
    "wide gap": 0.69,
    "feature above": -1.42,
    "author above": -0.5,
    "heading above": -3.53,
    "unlike the headings": 3.04,
    "pieces above": 2.23,
    # the line itself
    "numbered": -4.36,
    "bulleted": -1.88,
    "bulleted like the first": 5.03,
    "standing title": 3.87,
    "column name": 3.41,
    "only a column's name": 3.0,
    "name below": 4.24,
    "several lines": 0.58,
    "very short": 0.37,
    "quotation": -1.61,
    "like headlines": 1.35,
    "as long as the title": 1.52,
    "unmarked among marked": -2.0,
    "part of a cycle": -5.32,
    "box of facts": -3.0,
    # what stands below it
    "opens with time or place": 1.61,
    "opens with who speaks": 2.0,
    "opens with an address": 3.03,
    "opens with a quotation": -0.71,
    "opens like the article above": 3.34,
    "goes on": -2.77,
    "signed below": 2.48,
    "rows below": 0.3,
    "prose below verse": 2.5,
    # what the text speaks of
    "words apart": 1.69,
    "few words apart": 0.69,
    "headline taken up": 1.35,
    "headline known above": -2.18,
    "headline in first sentence": 2.56,
    "title taken up below": -4.95,
    "same phrases": -0.61,
    "same names": -0.61,
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
MOST_ODDS = 4.5
"""Log odds of 0.99, the highest probability that votes give."""
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
    """Return log odds as a probability; votes alone never make anything certain."""
    return 1 / (1 + exp(-max(-MOST_ODDS, min(MOST_ODDS, odds))))
