"""The layout of a page's paragraphs: column width, indentation, blank lines."""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from tui.text.lines import Line

LATIN = re.compile("[^\u2e80-\U0010ffff]+")
SHORT = 7
"""A line with fewer characters says nothing about how paragraphs are set."""
STOPS = "。！？，；、："
NARROWEST = 8
PROSE, PROSE_IF_NARROW = 0.25, 0.45
"""The share of a column's lines that have a stop, at least; lines of verse, which are short, have fewer."""
NARROW = 12
BEYOND = 1.25
"""A line that reaches so far is no line of the column: a headline stands over several."""
LOST = 2
"""By so many characters a paragraph's first line is indented."""
ENOUGH = 3
"""So many lines that another follows show how wide a column is."""


class Layout(NamedTuple):
    """How a page sets its paragraphs.

    Attributes:
        indents: whether an indentation tells a paragraph's first line from the others.
        gap: the usual number of blank lines between units.
    """

    indents: bool
    gap: int


class Column(NamedTuple):
    """How wide the lines of an article are.

    Attributes:
        width: of a full line of hard-wrapped text; 0 where lines are not wrapped.
        by_cells: whether that counts cells (two for a Chinese character), else characters.
        exact: whether nearly all full lines are equally long.
    """

    width: int
    by_cells: bool
    exact: bool

    def full(self, line: Line) -> bool:
        """Tell whether a line reaches the column's end; one that ends a sentence must do so exactly, one that
        ends with a comma may have lost its indentation."""
        near = self.by_cells if self.exact and line.text[-1] in "。！？" else slack(self.by_cells)
        if line.text[-1] in "，、" and not line.inset:
            near = slack(self.by_cells) + LOST * (1 + self.by_cells)
        reach = measure(line, self.by_cells)
        return self.width > 0 and self.width - near <= reach <= BEYOND * self.width


def layout_of(lines: list[Line]) -> Layout:
    """Return how the paragraphs of these lines are set."""
    gaps = Counter(line.gap for line in lines[1:] if line.gap)
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap)) if gaps else 0
    return Layout(_indents([line for line in lines if not line.level]), usual)


def column_of(lines: list[Line], otherwise: Column | None = None) -> Column:
    """Return the column in which these lines are set.

    Args:
        lines: lines of one article, or of a page.
        otherwise: what holds where they are too few to tell.
    """
    body = [line for line in lines if not line.level]
    followed = [one for one, other in pairwise(body) if other.gap == 0]
    if otherwise and len(followed) < ENOUGH:
        return otherwise
    by_characters, by_cells = (_width(followed, body, cells) for cells in (False, True))
    cells = by_cells[1] > by_characters[1]
    width = by_cells[0] if cells else by_characters[0]
    return Column(width, cells, _exact(followed, width, cells))


def cells(text: str) -> int:
    """Return how wide a text is set: two for a Chinese character, one for a Latin one."""
    return len(text) if text.isascii() else len(text) + len(LATIN.sub("", text))


def measure(line: Line, by_cells: bool) -> int:
    """Return how far a line reaches in its column."""
    return 2 * line.inset + cells(line.text) if by_cells else line.inset + len(line.text)


def slack(by_cells: bool) -> int:
    """Return how much a full line may be short of its column: a stop that could not begin the next line."""
    return 3 if by_cells else 2


def _stopped(text: str) -> bool:
    """Tell whether a line ends with a stop, a closing quote or bracket behind it or not."""
    return text[-3:].rstrip("”’」』）)")[-1:] in STOPS


def _limit(followed: list[Line], longest: int, by_cells: bool) -> int:
    """Return the length that no line exceeds, where several reach it and stop in mid sentence; else 0."""
    full = [line for line in followed if measure(line, by_cells) >= longest - slack(by_cells)]
    broken = sum(not _stopped(line.text) for line in full)
    return longest if len(full) > 2 and broken >= 0.5 * len(full) else 0


def _exact(followed: list[Line], width: int, by_cells: bool) -> bool:
    reach = [measure(line, by_cells) for line in followed]
    full = [length for length in reach if abs(length - width) <= slack(by_cells)]
    return len(full) > 2 and sum(length >= width - by_cells for length in full) >= 0.8 * len(full)


def _indents(body: list[Line]) -> bool:
    long = [line for line in body if len(line.text) >= SHORT]
    inset = sum(line.indent for line in long)
    return inset >= 2 and any(not line.indent and line.gap == 0 for line in long[1:])


def _width(followed: list[Line], body: list[Line], by_cells: bool) -> tuple[int, float]:
    """Return the column's width and the share of lines that reach it, where enough are equally long."""
    if len(followed) < 2:
        return 0, 0.0
    reach = sorted(measure(line, by_cells) for line in followed)
    near = slack(by_cells)
    wide = _limit(followed, reach[-1], by_cells) or reach[int(len(reach) * 0.8)]
    full = sum(wide - near <= length <= wide + near for length in reach)
    few = 2 if wide == reach[-1] and full > 2 else 0.4 * len(reach)
    if full < max(2, few) or wide < NARROWEST * (1 + by_cells):
        return 0, 0.0
    reaching = [line for line in body if measure(line, by_cells) >= wide - near]
    stops = sum(_stopped(line.text) for line in reaching)
    told = sum(any(stop in line.text for stop in STOPS) for line in followed)
    share = PROSE_IF_NARROW if wide < NARROW * (1 + by_cells) else PROSE
    prose = stops <= 0.75 * len(reaching) and told >= share * len(followed)
    broken = any(measure(line, by_cells) >= wide - near and not _stopped(line.text) for line in followed)
    return (wide, full / len(reach)) if prose and broken else (0, 0.0)
