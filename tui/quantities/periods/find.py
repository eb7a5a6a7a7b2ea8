"""Finding time expressions in a text."""

import re
from typing import NamedTuple

from tui.quantities.fold import fold
from tui.quantities.periods.dates import Base
from tui.quantities.periods.grammar import DIGITS
from tui.quantities.periods.interval import Interval
from tui.quantities.periods.resolve import PATTERNS, resolve

_STARTS = re.compile(
    rf"[0-9{DIGITS}十两几数截自从近过最这上下本去今昨前明后目当同不多长一首头全年岁该次翌初“\"‘「日眼此发]"
)
_REACH = 60


class TimeExpression(NamedTuple):
    """A time expression in a text, and what it stands for.

    Attributes:
        start: its first code point.
        end: the code point behind its last.
        surface: ``text[start:end]``.
        interval: against the base date; what cannot be known is open.
    """

    start: int
    end: int
    surface: str
    interval: Interval


def find_periods(text: str, base: Base | None = None) -> list[TimeExpression]:
    """Return the time expressions of a text in ascending order; none overlaps another."""
    folded, found, at = fold(text), list[TimeExpression](), 0
    while start := _STARTS.search(folded, at):
        at = start.start()
        end, interval = _longest(folded, at, base)
        if interval is None:
            at += 1
            continue
        found.append(TimeExpression(at, end, text[at:end], interval))
        at = end
    return found


def _longest(folded: str, at: int, base: Base | None) -> tuple[int, Interval | None]:
    """Return where the longest expression at a place ends, and its interval; None: there is none."""
    ends = {found.end() for _, form in PATTERNS if (found := form.match(folded, at, at + _REACH))}
    for end in sorted(ends, reverse=True):
        interval = resolve(folded[at:end], base)
        if interval is not None:
            return end, interval
    return at, None
