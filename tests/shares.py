"""How many examples a property tries whose examples are expensive, under the profile of this run."""

from math import ceil

from hypothesis import settings

WHOLE = 100
"""Hypothesis's own number, which the profile `whole` has."""
LEAST = 5
"""Fewer would try hardly more than the simplest examples."""


def examples(whole: int) -> int:
    """Return how many to try where the profile `whole` tries `whole`."""
    return max(min(whole, LEAST), ceil(whole * settings().max_examples / WHOLE))
