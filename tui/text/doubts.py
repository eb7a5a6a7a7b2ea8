"""Doubtful places of a page: mixed columns and possible misreadings."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import sqrt
from operator import add
from statistics import median
from typing import Literal, NamedTuple, TypeAlias

from tui.model import Segment
from tui.text.layout import cells
from tui.text.lines import BREAK, Line, is_long, read_lines
from tui.text.misreadings import doubtful_numbers, unpaired_quotes
from tui.text.reflow import finished

Kind: TypeAlias = Literal["mixed columns", "line over columns", "doubtful reading", "quote without partner"]
PLACES: tuple[Kind, ...] = ("doubtful reading", "quote without partner")
"""The kinds that a person puts right in the text."""

LONG_LINE = 12
"""Cells of the shortest line that may be one of a column."""
ENOUGH = 12
"""So many line ends, at least, tell whether columns are mixed."""
MIXED = 0.45
"""Columns are mixed where words cross line ends less often than they stand within lines, by this share."""
COLUMNS = 6
"""The next line of a column comes at most so many lines later."""
SIGMAS = 1.6
"""So many standard deviations less, so that few line ends do not tell by chance."""
OVER = 1.35
"""A line is longer than its column by so much where two columns were read as one."""
WIDER = 2
"""A line that is longer by so much than the one above stands in no column with it: that is a headline."""
STOP = re.compile("[，。；：、！？,;:?!”’」』）)》】…—-]$")
HAN_PAIR = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{2}")


class Doubt(NamedTuple):
    """Something on a page that a person should look at.

    Attributes:
        kind: what it is.
        start, end: where, in source offsets; of mixed columns the whole page's text.
        share: of mixed columns, of the line ends that a word crosses.
    """

    kind: Kind
    start: int
    end: int
    share: float = 0.0


def doubts(text: str) -> list[Doubt]:
    """Return what may be spoilt on a page, in the order of the page; time grows with its length."""
    found = [] if is_long(text) else list(_of_columns(text))
    found += [Doubt("doubtful reading", *span) for span in doubtful_numbers(text)]
    if not any(doubt.kind == "mixed columns" for doubt in found):
        found += [Doubt("quote without partner", *span) for span in unpaired_quotes(text)]
    return sorted(found, key=lambda doubt: (doubt.start, doubt.kind))


def _of_columns(text: str) -> Iterator[Doubt]:
    lines = read_lines(text)
    share = mixed_share(text, lines)
    if share is not None:
        yield Doubt("mixed columns", lines[0].start, lines[-1].end, round(share, 3))
    for span in _over_columns(lines):
        yield Doubt("line over columns", *span)


def are_mixed(text: str) -> bool:
    """Tell whether the columns of a page are mixed."""
    return len(BREAK.findall(text)) >= ENOUGH and mixed_share(text, read_lines(text)) is not None


def mixed_share(text: str, lines: Sequence[Line]) -> float | None:
    """Return the share of line ends that a word crosses where the columns of a page are mixed; else None.

    A word stands where two characters that stand together do so elsewhere on the page too. In columns
    that stand in their order words cross the line ends about as often as they stand within lines; where
    an engine reads across columns, hardly ever. Too few line ends to tell are no doubt.
    """
    ends = [(one, other) for one, other in pairwise(lines) if _in_column(one, other)]
    if len(ends) < ENOUGH:
        return None
    known = Counter(map(add, text, text[1:]))
    over = _words(known, (one.text[-1] + other.text[0] for one, other in ends), 0)
    within = _words(known, (pair for one, _ in ends for pair in map(add, one.text, one.text[1:])), 1)
    if over.pairs < ENOUGH or not within.words:
        return None
    usual = within.words / within.pairs
    expected = over.pairs * usual
    doubtful = over.words < MIXED * expected
    missing = (expected - over.words) / sqrt(expected * (1 - usual) or 1.0)
    share = over.words / over.pairs
    certain = missing > SIGMAS or (missing > 1 and _later(known, lines) > share)
    return share if doubtful and certain else None


def _later(known: Counter[str], lines: Sequence[Line]) -> float:
    """Return the highest share of line ends that a word crosses to a line further on: the next of its
    column."""
    shares = [0.0]
    for ahead in range(2, COLUMNS + 1):
        ends = [
            (one, other) for one, other in zip(lines, lines[ahead:], strict=False) if _in_column(one, other)
        ]
        count = _words(known, (one.text[-1] + other.text[0] for one, other in ends), 0)
        shares.append(count.words / count.pairs if count.words > 1 else 0.0)
    return max(shares)


class _Count(NamedTuple):
    pairs: int
    words: int


def _words(known: Counter[str], pairs: Iterable[str], own: int) -> _Count:
    """Return how many pairs of Chinese characters there are, and how many stand on the page more often
    than `own`."""
    found = [pair for pair in pairs if HAN_PAIR.fullmatch(pair)]
    return _Count(len(found), sum(known[pair] > own for pair in found))


def _in_column(one: Line, other: Line) -> bool:
    """Tell whether a sentence goes on over the end of a line in a column."""
    if other.gap or one.level or other.level or STOP.search(one.text) or finished(one.text):
        return False
    size, below = cells(one.text), cells(other.text)
    return size >= LONG_LINE and LONG_LINE // 2 <= below <= WIDER * size


def _over_columns(lines: Sequence[Line]) -> Iterator[Segment]:
    """Yield lines that run over two columns: much longer than the lines around them, though all are
    broken."""
    body = [line for line in lines if not line.level and cells(line.text) >= LONG_LINE]
    broken = [cells(line.text) for line in body if not finished(line.text)]
    if len(broken) < ENOUGH:
        return
    usual = median(broken)
    near = sum(abs(size - usual) <= 4 for size in broken)
    if near < 0.5 * len(broken):
        return
    for line in body:
        if cells(line.text) > OVER * usual and "，" in line.text:
            yield line.start, line.end
