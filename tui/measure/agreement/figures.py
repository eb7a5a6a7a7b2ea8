"""Agreement figures as functions of counts; None with a reason if undefined.

The counts of articles add up to those of a corpus, so a figure of resampled articles is the figure of their
summed counts.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

Counts: TypeAlias = Mapping[Any, float]
Reason: TypeAlias = Literal["nothing", "one_side", "one_label", "one_value", "few", "extra"]
"""Why there is no figure: nothing to compare; only one annotator has any; both use one label only; all
characters have one value; too few articles to resample; a library is not installed."""

SHARED, ONE, OTHER = "shared", "one", "other"
"""Of tags: those on which both agree, the first's and the second's."""
EQUAL, COMPARED = "equal", "compared"


class Figure(NamedTuple):
    """A number, or why there is none."""

    value: float | None
    reason: Reason | None = None


class Score(NamedTuple):
    """Agreement on tags, the first annotator's taken for true and the second's for found.

    F1 does not depend on which is which.
    """

    precision: Figure
    recall: Figure
    f1: Figure


def score(counts: Counts) -> Score:
    """Return precision, recall and F1 of counts of `SHARED`, `ONE` and `OTHER`."""
    shared, one, other = counts.get(SHARED, 0), counts.get(ONE, 0), counts.get(OTHER, 0)
    return Score(_ratio(shared, other), _ratio(shared, one), f1(counts))


def f1(counts: Counts) -> Figure:
    """Return F1; 0 where only one side has tags, none where neither has."""
    return _ratio(2 * counts.get(SHARED, 0), counts.get(ONE, 0) + counts.get(OTHER, 0))


def share(counts: Counts) -> Figure:
    """Return the part of `COMPARED` that is `EQUAL`."""
    return _ratio(counts.get(EQUAL, 0), counts.get(COMPARED, 0))


def kappa(counts: Counts) -> Figure:
    """Return Cohen's kappa of counts of (the first's label, the second's label).

    Where both use one and the same label only, agreement by chance is certain and kappa undefined (0/0);
    libraries answer 1.0, nan or an error there.
    """
    total = sum(counts.values())
    if not total:
        return Figure(None, "nothing")
    one: dict[str, float] = defaultdict(float)
    other: dict[str, float] = defaultdict(float)
    for (first, second), count in counts.items():
        one[first] += count
        other[second] += count
    agreed = sum(count for (first, second), count in counts.items() if first == second)
    chance = sum(one[label] * other[label] for label in one) / total**2
    if chance == 1:
        return Figure(None, "one_label")
    return Figure((agreed / total - chance) / (1 - chance))


def _ratio(part: float, whole: float) -> Figure:
    return Figure(part / whole) if whole else Figure(None, "nothing")


Measure: TypeAlias = Callable[[Counts], Figure]
