"""Wrapping Chinese text by cells, without closing punctuation at a row's start or opening at its end.

The rules are those of "Requirements for Chinese Text Layout" (W3C, clreq, section on line breaking): what may
not begin a row is pushed there together with the character before it. Runs of Latin letters and digits stay
together where a row is wide enough for them.
"""

from collections.abc import Iterator, Sequence

from tui.app.reader.glyphs import Cluster, clusters, visible
from tui.model import Segment

NO_START = frozenset("，。、；：？！…—～·”’）》〉」』】〕〗］｝%％‰℃°々,.;:?!)]}")
NO_END = frozenset("“‘（《〈「『【〔〖［｛([{￥＄$#＃№")
TOGETHER = frozenset("…—")
IN_LATIN = frozenset(".-/@%'+:_&,")


def wrap(text: str, start: int, end: int, width: int, indent: int) -> list[Segment]:
    """Return the rows of ``text[start:end]`` as ranges that cover it; an empty range is one empty row.

    Args:
        width: of a row, in cells.
        indent: cells that the first row is short of.
    """
    if start == end:
        return [(start, end)]
    found = clusters(text[start:end])
    return [
        (start + found[a][0], start + found[b - 1][1]) for a, b in _rows(text, start, found, width, indent)
    ]


def _rows(
    text: str, offset: int, found: Sequence[Cluster], width: int, indent: int
) -> Iterator[tuple[int, int]]:
    """Yield rows as ranges of indices into `found`."""
    first, room = 0, width - indent
    for index, (at, _, cells) in enumerate(found):
        room -= cells
        blank = visible(text[offset + at]).isspace()
        if room >= 0 or blank or index == first:
            continue
        cut = _last_break(text, offset, found, first, index)
        yield first, cut
        first = cut
        room = width - sum(cells for _, _, cells in found[first : index + 1])
    yield first, len(found)


def _last_break(text: str, offset: int, found: Sequence[Cluster], first: int, index: int) -> int:
    """Return the last place up to `index` where a row may end, or `index` itself where there is none."""
    for cut in range(index, first, -1):
        if may_break(text[offset + found[cut - 1][0]], text[offset + found[cut][0]]):
            return cut
    return index


def may_break(before: str, after: str) -> bool:
    """Tell whether a row may end between two characters."""
    if after in NO_START or before in NO_END or (before == after and before in TOGETHER):
        return False
    if _latin(before):
        return not (_latin(after) or after in IN_LATIN)
    return not (before in IN_LATIN and _latin(after))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
