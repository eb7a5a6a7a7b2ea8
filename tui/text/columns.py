"""What text recognition loses of narrow columns, found again: a paragraph's indentation, lines that stand
together.

Recognition gives lines without the blanks before them. A paragraph's first line is then two characters
narrower than its column though the sentence goes on, and no other line is: that is how it is known.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
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
LATIN, FEW = re.compile("[!-~]"), 3
"""Figures and Latin letters, of which a line holds more or fewer than cells tell, where it has many."""
WHOLE = re.compile("[“‘（(《]?[0-9A-Za-z.,%％℃-]+|[“‘（(《]+")
"""What stands at a line's beginning because it is not broken."""
REPORTS = (Cue.OPENING, Cue.BYLINE)
"""What stands below a headline, and not below a paragraph's first line."""
ENDS = (Cue.BYLINE, Cue.CREDIT, Cue.CONTACT, Cue.DATED, Cue.FURNITURE)
"""What no sentence stands across."""
PROSE = 0.25
"""The share of lines with a stop, at least; verse has fewer."""
NARROW, PAGE, MOST = 40, 30, 0.4
"""Cells of the widest narrow column; so many lines has a page, and such a share of them stands in columns."""
VERSE = 4
"""So many lines without a stop are verse rather than text."""
PARAGRAPH = 4
"""So many lines show that they stand in one of the page's columns."""
MANY, SHARE = 6, 0.1
"""So many lines, and such a share of a page's, end where a column does."""
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
        if not _is_narrow(read, widths):
            return read
        return list(_in_columns(lines, widths))
    return [line._replace(indent=at in first) for at, line in enumerate(lines)]


def _in_columns(lines: Sequence[Line], widths: Sequence[int]) -> Iterator[Line]:
    """Yield lines with how wide their column is: as that of the line above, where they reach its end."""
    above = 0
    for line, width in zip(lines, widths, strict=True):
        above = above if above - FULL <= cells(line.text) <= above + 1 else width
        yield line._replace(column=above)


def _is_narrow(lines: Sequence[Line], widths: Sequence[int]) -> bool:
    """Tell whether nearly all lines of a page stand in narrow columns, all equally far from each other, of
    which not all are equally wide: so recognition gives a page that does not indent."""
    known = [width for width in widths if 0 < width <= NARROW]
    spread = max(known, default=0) - min(known, default=0)
    gaps = {line.gap for line in lines[1:]}
    cut = sum(
        0 < width <= NARROW and _full(line.text, width) and not finished(line.text)
        for line, width in zip(lines, widths, strict=True)
    )
    return len(lines) >= PAGE and cut >= MOST * len(lines) and spread > FULL and len(gaps) == 1


def _widths(lines: Sequence[Line]) -> list[int]:
    """Return how many cells wide the column is at each line; 0 where there is none.

    The lines that follow count: a column that begins with a line is set as they are.
    """
    lengths = [0 if line.level else cells(line.text) for line in lines]
    sizes = [0 if finished(line.text) else size for line, size in zip(lines, lengths, strict=True)]
    ahead = [_usual(Counter(sizes[at : at + NEAR])) for at in range(len(sizes))]
    around = [_usual(Counter(sizes[max(0, at - NEAR) : at + NEAR])) for at in range(len(sizes))]
    found = [one or other for one, other in zip(ahead, around, strict=True)]
    if common := _common(sizes):
        lengths = [0 if _counts(line.text) else size for line, size in zip(lines, lengths, strict=True)]
        found = [_with_common(lengths[at : at + PARAGRAPH], width, common) for at, width in enumerate(found)]
    stops = [STOP.search(line.text) is not None for line in lines]
    prose = [
        sum(stops[max(0, at - NEAR) : at + NEAR]) >= PROSE * len(stops[max(0, at - NEAR) : at + NEAR])
        for at in range(len(sizes))
    ]
    return [
        width if told and cells(line.text) <= WIDEST else 0
        for line, width, told in zip(lines, found, prose, strict=True)
    ]


def _counts(text: str) -> bool:
    """Tell whether a line has so many figures that its cells do not tell how long it is."""
    return len(LATIN.findall(text[:WIDEST])) > FEW


def _common(sizes: Sequence[int]) -> list[int]:
    """Return the widths of the page's columns, at which many unfinished lines end; a width that is short of a
    commoner one as first lines are is none."""
    counts = Counter(size for size in sizes if size)
    near = {size: sum(counts[other] for other in range(size - FULL, size + 1)) for size in counts}
    least = max(MANY, SHARE * counts.total())
    found: list[int] = []
    for size in sorted(near, key=lambda size: -near[size]):
        enough = near[size] >= least and NARROWEST <= size <= WIDEST
        if enough and not any(-FULL <= wide - size <= max(INDENT) for wide in found):
            found.append(size)
    return sorted(found)


def _with_common(sizes: Sequence[int], width: int, common: Sequence[int]) -> int:
    """Return how wide the column is at the first of some lines.

    It is the narrowest of the widths that the page's columns have into which the next lines fit, if one of
    them reaches its end; where what was found near is another of these widths, if two do.
    """
    longest = max(sizes)
    wide = next((wide for wide in common if longest <= wide + 1), 0)
    other = any(one - FULL <= width <= one + 1 for one in common if one != wide)
    reach = sum(wide - FULL <= size for size in sizes)
    return wide if wide and reach >= 1 + other else width


def _short(line: Line, width: int) -> bool:
    """Tell whether a line is short of its column by two characters, in cells and in characters."""
    return width > 0 and width - cells(line.text) in INDENT and 2 * len(line.text) <= width - FULL


def _opens(text: str) -> bool:
    """Tell whether a line opens a report: what stands below it is no headline."""
    return text != "" and parts(text)[-1].cue is Cue.OPENING


def _is_verse(lines: Sequence[Line]) -> bool:
    """Tell whether lines are rather verse: none has a stop, and below the first they differ in length."""
    sizes = [cells(line.text) for line in lines[1:]]
    uneven = len(lines) == VERSE and max(sizes) - min(sizes) > FULL
    return uneven and not any(STOP.search(line.text) or finished(line.text) for line in lines)


def _begins(lines: Sequence[Line], widths: Sequence[int]) -> bool:
    """Tell whether the last of these lines begins something, and not as a paragraph does: it is not short,
    though a short last line, or a line that says who or when, stands above it."""
    if len(lines) < 2:
        return False
    above, width = lines[-2], widths[-1]
    if parts(above.text)[-1].cue in ENDS:
        return True
    return finished(above.text) and width > 0 and width - cells(above.text) > max(INDENT)


def _explained(line: Line, after: Line, width: int) -> bool:
    """Tell whether a line is as short of its column as two characters make it, and what the next line begins
    with: a number or a word that is not broken, or a character with a stop behind it."""
    token = WHOLE.match(after.text)
    together = cells(token[0]) if token else 2 * never_first(after.text[1:])
    return width - cells(line.text) <= 5 + together


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
        inside = inside and parts(before)[0].cue not in REPORTS and not _begins(lines[:at], widths[:at])
        heads = (
            _is_first(lines[at + 1 : at + 3], width)
            and not _opens(before)
            and (not STOP.search(line.text) or not _explained(line, after, width))
        )
        goes_on = goes_on and not _is_verse(lines[at : at + VERSE])
        if goes_on and not inside and not heads and parts(after.text)[0].cue not in REPORTS:
            found.add(at)
    return found
