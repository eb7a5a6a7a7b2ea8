"""Wrapping Chinese text by cells, without closing punctuation at a row's start or opening at its end.

The rules are those of "Requirements for Chinese Text Layout" (W3C, clreq, section on line breaking): what may
not begin a row is pushed there together with the character before it. Runs of Latin letters and digits stay
together where a row is wide enough for them.
"""

from collections.abc import Sequence
from functools import cache
from re import Pattern, compile

from rich.cells import cell_len

from tui.app.widgets.glyphs import Cluster, clusters, visible
from tui.model import Segment

NO_START = frozenset("，。、；：？！…—～·”’）》〉」』】〕〗］｝%％‰℃°々,.;:?!)]}")
NO_END = frozenset("“‘（《〈「『【〔〖［｛([{￥＄$#＃№")
IN_LATIN = frozenset(".-/@%'+:_&,")


def wrap(text: str, start: int, end: int, width: int, indent: int) -> list[Segment]:
    """Return the rows of ``text[start:end]`` as ranges that cover it; an empty range is one empty row.

    Args:
        width: of a row, in cells.
        indent: cells that the first row is short of.
    """
    plain, narrow = _patterns(cell_len("“") == 1)
    rows: list[Segment] = []
    room, at = width - indent, start
    while at < end:
        cut = _plain_cut(text, at, end, room, plain, narrow) or _cut(text, at, end, room)
        rows.append((at, cut))
        at, room = cut, width
    return rows or [(start, end)]


@cache
def _patterns(has_narrow_quotes: bool) -> tuple[Pattern[str], Pattern[str]]:
    """Return patterns of what is one cluster of one or two cells whatever follows, and of those of one.

    Compiled when they are needed first.
    """
    quotes = "“”‘’…—·"
    wide = "\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e"
    return compile(f"[!-~{quotes}{wide}]*"), compile(f"[!-~{quotes}]" if has_narrow_quotes else "[!-~]")


def _plain_cut(text: str, at: int, end: int, room: int, plain: Pattern[str], narrow: Pattern[str]) -> int:
    """Return where the row from `at` on ends if all in it is plain; 0: look closer.

    Nearly all rows of Chinese news are. Their cells are counted without a look at each character, so that a
    text of a million characters is wrapped in a tenth of a second.
    """
    last = at + max(0, room) // 2
    while (free := room - 2 * (last - at) + len(narrow.findall(text, at, min(last, end)))) > 1:
        last += free // 2
    if free == 1 and narrow.match(text, last):
        last += 1
    if last >= end:
        return end if plain.fullmatch(text, at, end) else 0
    if last == at or not plain.fullmatch(text, at, last + 1):
        return 0
    return next((cut for cut in range(last, at, -1) if may_break(text[cut - 1], text[cut])), last)


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
