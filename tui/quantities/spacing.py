"""Blanks between digits and Chinese, as many write them: 增长 5.2%, 20 余万元, 2 万 8590 元."""

import re
from collections.abc import Container, Sequence

_BEHIND_DIGITS = "(?<=[0-9%‰])(?<![0-9] [0-9]) (?=[一-龥])"
_BEFORE_DIGITS = "(?<=[一-龥])(?<![〇零一二三四五六七八九十]) (?=[0-9])(?![0-9] [0-9])"
_BLANK = re.compile(f"{_BEHIND_DIGITS}|{_BEFORE_DIGITS}")
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
    kept = [place for place in range(len(folded)) if place not in out]
    return "".join(folded[place] for place in kept), [*kept, len(folded)]
