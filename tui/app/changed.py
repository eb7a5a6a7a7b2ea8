"""Where two versions of a sequence differ: what an edit costs then depends on what it changed."""

from collections.abc import Sequence
from operator import is_not


def changed(old: Sequence[object], new: Sequence[object]) -> tuple[slice, slice]:
    """Return the shortest slices of `old` and `new` outside which they are the same objects."""
    shorter = min(len(old), len(new))
    start = next((at for at, other in enumerate(map(is_not, old, new)) if other), shorter)
    back = enumerate(map(is_not, reversed(old), reversed(new)))
    same = min(next((at for at, other in back if other), shorter), shorter - start)
    return slice(start, len(old) - same), slice(start, len(new) - same)
