"""What the resolvers of time expressions share: the text around one, and the base date."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tui.quantities.periods.calendar import View
from tui.quantities.periods.dates import Base
from tui.quantities.periods.interval import Interval, between


class Around(NamedTuple):
    """What the words around an expression say of it.

    Attributes:
        view: whether it is over or planned.
        previous: the interval before it that 去年同期 looks back from, or that a day goes on from.
    """

    view: View = ""
    previous: Interval | None = None


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


Resolver = Callable[[re.Match[str], Base | None, Around], Interval | None]
"""From an expression that fits a form to its interval; None: there is no such time."""


def today_of(base: Base | None) -> date | None:
    """Return the day that times count from, where all of it is known."""
    return base.date if base else None


def up_to_now(start: date | None, base: Base | None) -> Interval:
    """Return what goes on since a day."""
    today = today_of(base)
    return between(start, today, "" if today else "base")
