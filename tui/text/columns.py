"""What text recognition loses of narrow columns, found again: a paragraph's indentation, lines that stand
together.

Recognition gives lines without the blanks before them. A paragraph's first line is then two characters
narrower than its column though the sentence goes on, and no other line is: that is how it is known.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tui.text.cues import Cue
from tui.text.layout import cells
from tui.text.lines import Line
from tui.text.parts import parts
from tui.text.reflow import finished, never_first

NEAR = 9
"""So many lines above and below show how wide the column is at a line."""
WIDEST = 64
"""Cells of the widest column of a newspaper; longer lines are whole paragraphs."""
NARROWEST = 14
FULL = 2
"""A full line is at most so many cells short of its column."""
INDENT = range(3, 10)
"""So many cells a first line is short of it: two characters, and what a stop at the line's end takes."""
STOP = re.compile("[。，；：！？]")
REPORTS = (Cue.OPENING, Cue.BYLINE)
"""What stands below a headline, and not below a paragraph's first line."""
PROSE = 0.25
"""The share of lines with a stop, at least; verse has fewer."""
LEAST = 3
"""So many first lines show that a page indents."""


def with_columns(read: list[Line]) -> list[Line]:
    """Return lines with what recognition lost: line breaks of one column without blank lines, indented
    first lines."""
    if any(line.indent for line in read):
        return read
    widths = _widths(read)
    lines = _closed_up(read, widths)
    first = _first_lines(lines, widths)
    if len(first) < LEAST or 2 * _flush(lines, widths) > len(first):
        return read
    return [line._replace(indent=at in first) for at, line in enumerate(lines)]


def _widths(lines: Sequence[Line]) -> list[int]:
    """Return how many cells wide the column is at each line; 0 where there is none.

    The lines that follow count: a column that begins with a line is set as they are.
    """
    sizes = [0 if line.level or finished(line.text) else cells(line.text) for line in lines]
    ahead = [_usual(Counter(sizes[at : at + NEAR])) for at in range(len(sizes))]
    around = [_usual(Counter(sizes[max(0, at - NEAR) : at + NEAR])) for at in range(len(sizes))]
    stops = [STOP.search(line.text) is not None for line in lines]
    prose = [
        sum(stops[max(0, at - NEAR) : at + NEAR]) >= PROSE * len(stops[max(0, at - NEAR) : at + NEAR])
        for at in range(len(sizes))
    ]
    return [
        (one or other) if told and cells(line.text) <= WIDEST else 0
        for line, one, other, told in zip(lines, ahead, around, prose, strict=True)
    ]


def _short(line: Line, width: int) -> bool:
    """Tell whether a line is short of its column by two characters, in cells and in characters."""
    return width > 0 and width - cells(line.text) in INDENT and 2 * len(line.text) <= width - FULL


def _full(text: str, width: int) -> bool:
    """Tell whether a line reaches the end of its column, in cells or in characters."""
    return width - FULL <= cells(text) <= width + 1 or 2 * len(text) >= width


def _is_first(lines: Sequence[Line], width: int) -> bool:
    """Tell whether the first of two lines is short of its column as a first line is, and the second is
    full."""
    return len(lines) == 2 and _short(lines[0], width) and _full(lines[1].text, width)


def _flush(lines: Sequence[Line], widths: Sequence[int]) -> int:
    """Return how many full lines stand below a paragraph's short last one: they begin without indentation."""
    return sum(
        finished(above.text) and cells(above.text) < width - FULL <= cells(line.text)
        for (above, line), width in zip(pairwise(lines), widths[1:], strict=True)
        if width and not (above.level or line.level)
    )


def _usual(counts: Counter[int]) -> int:
    """Return the widest that enough lines reach, of those near; 0 where too few do."""
    reach = {
        size: sum(counts[near] for near in range(size - FULL, size + 1))
        for size in counts
        if NARROWEST <= size <= WIDEST
    }
    best = max(reach.values(), default=0)
    if best < LEAST or best < 0.3 * counts.total():
        return 0
    return max(size for size, lines in reach.items() if lines >= max(LEAST, 0.5 * best))


def _closed_up(lines: list[Line], widths: Sequence[int]) -> list[Line]:
    """Return lines without the one blank line that stands between all lines of a column."""
    found = list(lines)
    for at, (one, other) in enumerate(pairwise(lines), 1):
        width = widths[at - 1]
        if (
            other.gap == 1
            and width
            and widths[at]
            and not (one.level or other.level)
            and width - max(INDENT) <= cells(one.text) <= width + 1
            and cells(other.text) <= width + 1
            and not finished(one.text)
            and not _stands_apart(lines[at : at + 2], width)
        ):
            found[at] = other._replace(gap=0)
    return found


def _stands_apart(lines: Sequence[Line], width: int) -> bool:
    """Tell whether the first of two lines is neither full nor ends a sentence, though a blank line follows:
    then it is no line of the column above."""
    line, below = lines[0], lines[1:]
    short = cells(line.text) < width - max(INDENT) and not finished(line.text)
    return short and any(one.gap for one in below)


def _first_lines(lines: Sequence[Line], widths: Sequence[int]) -> set[int]:
    """Return which lines are two characters short of their column, though the sentence goes on in a
    full one."""
    found: set[int] = set()
    for at, (line, after) in enumerate(pairwise(lines)):
        width = widths[at]
        short = _short(line, width)
        if (
            not short
            or line.level
            or after.level
            or after.gap
            or finished(line.text)
            or never_first(line.text)
        ):
            continue
        goes_on = cells(after.text) >= cells(line.text) - FULL or finished(after.text)
        before = lines[at - 1].text if at else ""
        inside = at > 0 and not finished(before) and _full(before, width)
        inside = inside and parts(before)[0].cue not in REPORTS
        heads = not STOP.search(line.text) and _is_first(lines[at + 1 : at + 3], width)
        if goes_on and not inside and not heads and parts(after.text)[0].cue not in REPORTS:
            found.add(at)
    return found
