"""Jump hints: letters on places of the text; typing them goes there. Pure functions."""

from collections.abc import Iterable, Sequence
from itertools import islice, product
from typing import NamedTuple

from tui.model import Segment

HOME_ROW = "asdfghjkl"
ALPHABETS = (HOME_ROW, "asdfghjklqwertyuiopzxcvbnm", "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM")
"""The letters of hints: the home row while two of it are enough for all places, then more."""


class Hint(NamedTuple):
    """A place (reading offsets) and the letters that lead to it."""

    start: int
    end: int
    letters: str


def codes(count: int) -> list[str]:
    """Return `count` codes of one or two letters, none of which begins another, the shortest first.

    More places than pairs of letters are left without a code: those that come last.
    """
    letters = next((a for a in ALPHABETS if len(a) ** 2 >= count), ALPHABETS[-1])
    size = len(letters)
    singles = max(0, min(size, (size * size - count) // (size - 1)))
    pairs = map("".join, product(letters[singles:], letters))
    return list(islice([*letters[:singles], *pairs], count))


def hint_places(places: Iterable[Segment], at: int) -> tuple[Hint, ...]:
    """Return hints on places, in the order of the text; the shortest lead to the nearest, those ahead first.

    Args:
        at: where the cursor is; what lies behind it counts as twice as far.
    """
    nearest = sorted(places, key=lambda place: place[0] - at if place[0] >= at else 2 * (at - place[0]))
    return tuple(
        sorted(Hint(*place, code) for place, code in zip(nearest, codes(len(nearest)), strict=False))
    )


def narrowed(hints: Iterable[Hint], typed: str) -> tuple[Hint, ...]:
    """Return the hints whose letters begin with what was typed, with the letters that are left."""
    return tuple(
        hint._replace(letters=hint.letters[len(typed) :]) for hint in hints if hint.letters.startswith(typed)
    )


def hints_in(hints: Sequence[Hint], start: int, end: int) -> tuple[Hint, ...]:
    """Return the hints that begin in a range."""
    return tuple(hint for hint in hints if start <= hint.start < end)
