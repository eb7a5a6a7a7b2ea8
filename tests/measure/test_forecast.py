"""The interval of a forecast holds the day on which simulated teams are done, about as often as it says."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest

from tui.measure.team.forecast import LEVEL, forecast

MONDAY = date(2026, 3, 2)


def days(random: Random, people: int, *, rests: bool) -> Iterator[tuple[date, int]]:
    """What a team finishes each day: people of different speed who now and then are away."""
    speeds = [random.uniform(2, 12) for _ in range(people)]
    day = MONDAY
    while True:
        works = not rests or day.weekday() < 5
        present = [speed for speed in speeds if random.random() < 0.85]
        yield day, sum(max(0, round(random.gauss(speed, speed / 3))) for speed in present) if works else 0
        day += timedelta(days=1)


def is_held(seed: int, *, rests: bool) -> bool:
    random = Random(seed)
    work = days(random, random.randint(1, 6), rests=rests)
    seen = dict(next(work) for _ in range(random.randint(10, 30)))
    today = max(seen) + timedelta(days=1)
    left = round(sum(seen.values()) / len(seen) * random.randint(5, 40)) + 1
    found = forecast(seen, left, today, seed)
    assert found is not None
    end, rest = today, left
    for day, count in work:
        end, rest = day, rest - count
        if rest <= 0:
            break
    return found.low <= end <= found.high


@pytest.mark.slow
@pytest.mark.parametrize("rests", [True, False])
def test_the_end_of_simulated_teams_lies_in_the_interval(rests: bool) -> None:
    runs = 120
    held = sum(is_held(seed, rests=rests) for seed in range(runs))
    assert LEVEL - 0.1 <= held / runs <= 1


def test_more_is_left_the_later_it_is_done() -> None:
    seen = {MONDAY + timedelta(days=number): 4 + number % 3 for number in range(12)}
    today = MONDAY + timedelta(days=12)
    ends = [forecast(seen, left, today) for left in (10, 50, 200)]
    middles = [end.middle for end in ends if end]
    assert middles == sorted(set(middles))
    assert len(middles) == 3
    assert all(end.low <= end.middle <= end.high for end in ends if end)


@pytest.mark.parametrize(("weekend", "end"), [(0, 6), (5, 4)])
def test_who_rests_on_weekends_is_expected_to_rest_on_them(weekend: int, end: int) -> None:
    """Two days of rest among twelve are often not drawn: then those that there were count."""
    seen = {
        MONDAY + timedelta(days=n): weekend if (MONDAY + timedelta(days=n)).weekday() > 4 else 5
        for n in range(12)
    }
    found = forecast(seen, 25, MONDAY + timedelta(days=12))
    assert found is not None
    assert {(day - MONDAY).days - 12 for day in found} == {end}


def test_who_always_does_the_same_is_done_on_a_certain_day() -> None:
    seen = {MONDAY + timedelta(days=number): 5 for number in range(10)}
    found = forecast(seen, 20, MONDAY + timedelta(days=10))
    assert found
    assert set(found) == {MONDAY + timedelta(days=13)}


def test_too_few_days_say_nothing_and_what_is_done_needs_no_forecast() -> None:
    seen = {MONDAY + timedelta(days=number): 5 for number in range(4)}
    assert forecast(seen, 20, MONDAY + timedelta(days=4)) is None
    assert forecast({}, 20, MONDAY) is None
    seen = {MONDAY + timedelta(days=number): 5 for number in range(10)}
    assert forecast(seen, 0, MONDAY + timedelta(days=10)) is None
