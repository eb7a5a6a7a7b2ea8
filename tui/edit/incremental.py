"""Differences between two versions of a sequence, so that an edit costs only what it changed."""

from collections.abc import Callable, Sequence
from operator import is_not
from typing import Generic, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


def changed(old: Sequence[object], new: Sequence[object]) -> tuple[slice, slice]:
    """Return the shortest slices of `old` and `new` outside which they are the same objects."""
    shorter = min(len(old), len(new))
    start = next((at for at, other in enumerate(map(is_not, old, new)) if other), shorter)
    back = enumerate(map(is_not, reversed(old), reversed(new)))
    same = min(next((at for at, other in back if other), shorter), shorter - start)
    return slice(start, len(old) - same), slice(start, len(new) - same)


class Incremental(Generic[Item, Made]):
    """What was made of each item of a sequence; of items that stay it is not made anew.

    Args:
        make: makes it, of the item alone.
    """

    def __init__(self, make: Callable[[Item], Made]) -> None:
        self._make = make
        self._items: Sequence[Item] = ()
        self._made: list[Made] = []

    def of(self, items: Sequence[Item]) -> list[Made]:
        """Return what is made of `items`; to be read only."""
        old, new = changed(self._items, items)
        self._items, self._made[old] = items, [self._make(item) for item in items[new]]
        return self._made
