"""The keys that are typed, and figures of their times."""

from statistics import median, quantiles

from bench.measures import LEFT, RIGHT

WALK = [RIGHT] * 30 + [LEFT] * 29
PAUSE = 120
"""Milliseconds between two keys of somebody who types fast."""


def percentiles(times: list[float]) -> dict[str, float]:
    """Milliseconds."""
    return {"median": median(times), "p99": quantiles(times, n=100)[98]}
