"""Chinese time expressions: found in a text, and resolved to ISO 8601 intervals against a base date.

`find_periods` gives the time expressions of a text, `period_at` the interval of one at its place, `resolve`
that of one by itself. What cannot be known stays open, and the answer says why.
"""

from tui.quantities.periods.around import TimeExpression
from tui.quantities.periods.dates import Base, article_base, base_of, date_in, dateline
from tui.quantities.periods.find import find_periods, period_at
from tui.quantities.periods.interval import Interval, Reason
from tui.quantities.periods.resolve import resolve

__all__ = [
    "Base",
    "Interval",
    "Reason",
    "TimeExpression",
    "article_base",
    "base_of",
    "date_in",
    "dateline",
    "find_periods",
    "period_at",
    "resolve",
]
