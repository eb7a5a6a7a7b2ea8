"""Blanks between digits and Chinese, as many write them: 增长 5.2%, 20 余万元, 2 万 8590 元."""

import re
from collections.abc import Container, Iterable, Sequence

_BLANK = re.compile(
    " (?:(?<=[0-9%‰] )(?<![0-9] [0-9] )(?=[一-龥])"
    "|(?<=[一-龥] )(?<![〇零一二三四五六七八九十] )(?=[0-9])(?![0-9] [0-9]))"
)
"""Not between digits that are set apart (1 2 3 人)."""


def squeeze(folded: str, cells: Container[int]) -> tuple[str, Sequence[int] | None]:
    """Return a folded text without the blanks within its sentences, and the place of each of its characters.

    None in place of the places: nothing was taken out.

    Args:
        cells: where numbers of tables stand; blanks are the borders of their rows.
    """
    out = {found.start() for found in _BLANK.finditer(folded)} if " " in folded else set[int]()
    if not out:
        return folded, None
    at = 0
    for line in folded.split("\n") if cells else ():
        if any(place in cells for place in range(at, at + len(line))):
            out.difference_update(range(at, at + len(line)))
        at += len(line) + 1
    return without(folded, out) if out else (folded, None)


def without(folded: str, out: Iterable[int]) -> tuple[str, Sequence[int]]:
    """Return a text without the characters at some places, and where each that is left stood, and the end."""
    pieces, places, at = list[str](), list[int](), 0
    for place in (*sorted(out), len(folded)):
        pieces.append(folded[at:place])
        places.extend(range(at, place))
        at = place + 1
    return "".join(pieces), [*places, len(folded)]
