"""How much a test tries under the profile of this run: how many examples, and texts of which size."""

from math import ceil

from hypothesis import settings

WHOLE = 100
"""Hypothesis's own number, which the profile `whole` has."""
LEAST = 5
"""Fewer would try hardly more than the simplest examples."""
QUARTER = 4
"""A share of a size that keeps its order: what takes time by the square is still seen."""


def examples(whole: int) -> int:
    """Return how many to try where the profile `whole` tries `whole`."""
    return max(min(whole, LEAST), ceil(whole * settings().max_examples / WHOLE))


def size(whole: int) -> int:
    """Return how large to try where the profile `whole` tries `whole`: below that profile, a quarter."""
    return whole if is_whole() else ceil(whole / QUARTER)


def is_whole() -> bool:
    """Tell whether this run tries all that CI tries."""
    return settings().max_examples >= WHOLE
