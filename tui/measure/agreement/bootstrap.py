"""Confidence intervals by resampling articles: tags of one article depend on each other."""

from collections import Counter
from collections.abc import Hashable, Sequence
from operator import mul
from random import Random
from typing import NamedTuple

from tui.measure.agreement.figures import Counts, Measure, Reason

MOST, LEAST = 1000, 200
"""Resamples of few articles, and of very many."""
DRAWN = 200_000
"""So many articles are drawn in all, as far as `LEAST` allows: many articles need fewer resamples."""
LEVEL = 0.95
FEWEST = 2
"""Articles without which nothing can be resampled."""
DEFINED = 0.9
"""The part of the resamples that must have a figure, else there is no interval."""


class Interval(NamedTuple):
    """Two ends between which a figure lies with the probability `LEVEL`, or why they are not known."""

    low: float | None
    high: float | None
    reason: Reason | None = None


def bootstrap(measure: Measure, articles: Sequence[Counts], *, seed: int = 0) -> Interval:
    """Return the percentile interval of a measure over articles drawn with replacement.

    Args:
        articles: the counts of each article.
        seed: the same seed gives the same interval.
    """
    if len(articles) < FEWEST:
        return Interval(None, None, "few")
    resamples = min(MOST, max(LEAST, DRAWN // len(articles)))
    columns = _columns(articles)
    random, numbers = Random(seed), range(len(articles))
    found = []
    for _ in range(resamples):
        drawn = Counter(random.choices(numbers, k=len(articles)))
        weights = [drawn[number] for number in numbers]
        value = measure({key: sum(map(mul, column, weights)) for key, column in columns.items()}).value
        if value is not None:
            found.append(value)
    if len(found) < DEFINED * resamples:
        return Interval(None, None, "few")
    found.sort()
    tail = (1 - LEVEL) / 2
    return Interval(percentile(found, tail), percentile(found, 1 - tail))


def percentile(ascending: Sequence[float], part: float) -> float:
    """Return the value below which a part of `ascending` lies, by linear interpolation."""
    at = part * (len(ascending) - 1)
    low = int(at)
    high = min(low + 1, len(ascending) - 1)
    return ascending[low] + (ascending[high] - ascending[low]) * (at - low)


def _columns(articles: Sequence[Counts]) -> dict[Hashable, list[float]]:
    keys = {key for counts in articles for key, count in counts.items() if count}
    return {key: [counts.get(key, 0) for counts in articles] for key in sorted(keys, key=repr)}
