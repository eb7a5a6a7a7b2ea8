"""Tag schemes as a table: BIO2, BIOES and BMES, and any mixture of them read back."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.formats.common.flat_article import Mark
from tui.model import Segment


class Scheme(NamedTuple):
    """The letters, or tags, for the first, the inner, the last and the only token of an entity."""

    first: str
    inner: str
    last: str
    only: str


SCHEMES = {
    "BIO2": Scheme("B", "I", "I", "B"),
    "BIOES": Scheme("B", "I", "E", "S"),
    "BMES": Scheme("B", "M", "E", "S"),
}
OUTSIDE = "O"
BEGINS, ENDS = frozenset("BSU"), frozenset("ESLU")
"""Letters at which an entity begins, or ends, in any scheme; I, M and those that end go on with one."""


def tags(scheme: str, marks: Iterable[Mark], ranges: Sequence[Segment]) -> list[str]:
    """Return a tag for each token.

    Args:
        marks: ascending, not overlapping, each of whole tokens (blanks between them aside).
        ranges: tokens, ascending.
    """
    found = [OUTSIDE] * len(ranges)
    at = behind = 0
    for mark in marks:
        place, end = mark.start, mark.end
        # No more tokens than characters lie between: that bounds the search.
        start = bisect_left(ranges, (place,), behind, min(behind + place - at, len(ranges)))
        behind, at = bisect_left(ranges, (end,), start, min(start + end - place, len(ranges))), end
        if start == behind:
            continue
        first, inner, last, only = _tags_of(scheme, mark.label)
        found[start:behind] = [inner] * (behind - start)
        found[behind - 1] = last
        found[start] = first if behind - start > 1 else only
    return found


@lru_cache(1024)
def _tags_of(scheme: str, label: str) -> Scheme:
    return Scheme(*(f"{letter}-{label}" for letter in SCHEMES[scheme]))


def entities(found: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Yield (label, first token, token behind the last) of tags in any of the schemes.

    An inner tag without a beginning, or after another label, begins an entity.
    """
    label, start, at = "", 0, -1
    for at, tag in enumerate(found):
        letter, _, name = tag.partition("-")
        if label and (letter in BEGINS or name != label or letter == OUTSIDE):
            yield label, start, at
            label = ""
        if letter != OUTSIDE and not label:
            label, start = name, at
        if label and letter in ENDS:
            yield label, start, at + 1
            label = ""
    if label:
        yield label, start, at + 1


def names(scheme: str, labels: Iterable[str]) -> list[str]:
    """Return all tags that labels can have in a scheme, `O` first."""
    letters = list(dict.fromkeys(SCHEMES[scheme]))
    return [OUTSIDE, *(f"{letter}-{label}" for label in labels for letter in letters)]
