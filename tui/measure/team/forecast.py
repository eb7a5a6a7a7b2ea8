"""Forecast of the end: an interval of dates, by resampling the days so far.

Weekdays and weekends are drawn apart, so that a team that rests on Sundays is expected to rest on them. The
days that are drawn from are drawn themselves first: few days say little, and the interval is wider.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from tui.measure.agreement.bootstrap import percentile

LEVEL = 0.9
"""How often the end is to lie in the interval."""
RUNS = 500
FEWEST = 5
"""Days with work without which nothing is foretold."""
LONGEST = 3650
"""Days after which the end is not looked for."""
SATURDAY = 5


class Forecast(NamedTuple):
    """The day on which it will be done: it lies between two dates with the probability `LEVEL`."""

    low: date
    middle: date
    high: date


def forecast(done: Mapping[date, int], left: int, today: date, seed: int = 0) -> Forecast | None:
    """Return when so many articles will be finished; None where too few days say anything, or none is left.

    Args:
        done: the articles that were finished on each day before `today`; a day without any need not be there.
        left: how many are to be finished from `today` on.
    """
    history = _history(done, today)
    if left <= 0 or sum(count > 0 for _, count in history) < FEWEST:
        return None
    random = Random(seed)
    ends = sorted(_end(history, left, today, random) for _ in range(RUNS))
    tail = (1 - LEVEL) / 2
    days = (round(percentile(ends, part)) for part in (tail, 0.5, 1 - tail))
    return Forecast(*(today + timedelta(days=day) for day in days))


def _history(done: Mapping[date, int], today: date) -> list[tuple[date, int]]:
    """Return all days from the first on which something was finished to yesterday."""
    first = min((day for day, count in done.items() if count and day < today), default=today)
    days = [first + timedelta(days=number) for number in range((today - first).days)]
    return [(day, done.get(day, 0)) for day in days]


def _end(history: Sequence[tuple[date, int]], left: int, today: date, random: Random) -> int:
    """Return on which day from today on the last one is finished, in one run."""
    drawn = random.choices(history, k=len(history))
    pools = {
        weekend: [count for day, count in drawn if (day.weekday() >= SATURDAY) == weekend]
        or [count for day, count in history if (day.weekday() >= SATURDAY) == weekend]
        or [count for _, count in drawn]
        for weekend in (False, True)
    }
    if not any(map(sum, pools.values())):
        return LONGEST
    for number in range(LONGEST):
        weekend = (today + timedelta(days=number)).weekday() >= SATURDAY
        left -= random.choice(pools[weekend])
        if left <= 0:
            return number
    return LONGEST
