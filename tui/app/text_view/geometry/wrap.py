"""Wrapping Chinese text by cells, without closing punctuation at a row's start or opening at its end.

The rules are those of "Requirements for Chinese Text Layout" (W3C, clreq, section on line breaking): what may
not begin a row is pushed there together with the character before it. Runs of Latin letters and digits stay
together where a row is wide enough for them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from re import Pattern, compile
from string import ascii_letters, digits

from rich.cells import cell_len

from tui.app.widgets.glyphs import Cluster, clusters, visible
from tui.model import Segment

NO_START = frozenset("，。、；：？！…—～·”’）》〉」』】〕〗］｝%％‰℃°々,.;:?!)]}")
NO_END = frozenset("“‘（《〈「『【〔〖［｛([{￥＄$#＃№")
IN_LATIN = frozenset(".-/@%'+:_&,")
TIED = NO_START | NO_END | IN_LATIN | frozenset(ascii_letters + digits)
"""What a row may not begin or end with beside some characters; between all others it may end."""


def wrap(text: str, start: int, end: int, width: int, indent: int) -> list[Segment]:
    """Return the rows of ``text[start:end]`` as ranges that cover it; an empty range is one empty row.

    Nearly all rows of Chinese news are plain. Their cells are counted without a look at each character, so
    that a text of a million characters is wrapped in some 30 ms.

    Args:
        width: of a row, in cells.
        indent: cells that the first row is short of.
    """
    plain, narrow = _patterns(cell_len("“") == 1)
    narrow_at = [found.start() for found in narrow.finditer(text, start, end)]
    rows: list[Segment] = []
    room, at, plain_end = width - indent, start, start
    while at < end:
        if plain_end <= at and (found := plain.match(text, at, end)):
            plain_end = found.end()
        full = _full(narrow_at, at, room) if narrow_at else at + max(0, room) // 2
        if at < full < plain_end:
            cut = full
            if text[full] in TIED or text[full - 1] in TIED:
                cut = next((cut for cut in range(full, at, -1) if may_break(text[cut - 1], text[cut])), full)
        elif full >= end == plain_end:
            cut = end
        else:
            cut = _cut(text, at, end, room)
        rows.append((at, cut))
        at, room = cut, width
    return rows or [(start, end)]


def _full(narrow_at: Sequence[int], at: int, room: int) -> int:
    """Return where the cells of a row from `at` on are used up, if all characters are of one or two cells.

    Args:
        narrow_at: the places of those of one, ascending.
    """
    full, first = at + max(0, room) // 2, bisect_left(narrow_at, at)
    while True:
        index = bisect_left(narrow_at, full, first)
        free = room - 2 * (full - at) + index - first
        if free < 2:
            break
        full += free // 2
    if free == 1 and narrow_at[index : index + 1] == [full]:
        full += 1
    return full


@cache
def _patterns(has_narrow_quotes: bool) -> tuple[Pattern[str], Pattern[str]]:
    """Return patterns of what is one cluster of one or two cells whatever follows, and of those of one.

    Compiled when they are needed first.
    """
    quotes = "“”‘’…—·"
    wide = "\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e"
    return compile(f"[!-~{quotes}{wide}]*"), compile(f"[!-~{quotes}]" if has_narrow_quotes else "[!-~]")


def _cut(text: str, at: int, end: int, room: int) -> int:
    """Return where the row from `at` on ends, cluster by cluster."""
    reach = 2 * max(room, 8)
    while True:
        stop = min(end, at + reach)
        found = clusters(text[at:stop])
        index = _fitting(text, at, found, room)
        if index < len(found) - (stop < end):
            return at + found[_last_break(text, at, found, index)][0]
        if stop == end:
            return end
        reach *= 2


def _fitting(text: str, at: int, found: Sequence[Cluster], room: int) -> int:
    """Return how many clusters stand in a row; blanks hang over its end, and one cluster always does."""
    for index, (start, _, cells) in enumerate(found):
        room -= cells
        if room < 0 and index and not visible(text[at + start]).isspace():
            return index
    return len(found)


def _last_break(text: str, at: int, found: Sequence[Cluster], index: int) -> int:
    """Return the last place up to `index` where a row may end, or `index` itself where there is none."""
    for cut in range(index, 0, -1):
        if may_break(text[at + found[cut - 1][0]], text[at + found[cut][0]]):
            return cut
    return index


def may_break(before: str, after: str) -> bool:
    """Tell whether a row may end between two characters."""
    if after in NO_START or before in NO_END:
        return False
    if _latin(before):
        return not (_latin(after) or after in IN_LATIN)
    return not (before in IN_LATIN and _latin(after))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
