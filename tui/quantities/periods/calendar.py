"""One point of a time expression: a year, a part of it, a month, a day."""

import re
from datetime import date

from tui.quantities import numerals
from tui.quantities.numerals import DIGITS
from tui.quantities.periods.dates import Base
from tui.quantities.periods.grammar import (
    IN_MONTH,
    MONTHS,
    PART,
    PARTS,
    QUARTERS,
    SAME_YEAR,
    SMALL,
    TENS,
    YEAR,
    YEARS,
    any_of,
)
from tui.quantities.periods.interval import Interval, Reason, months, year

_POINT = re.compile(
    rf"(?P<year>{YEAR})?(?:(?P<part>{PART})|(?:(?P<month>{SMALL})月份?|(?P<near>{any_of(MONTHS)}))?"
    rf"(?P<in>{IN_MONTH}|{SMALL}$)?)"
)
_QUARTERS = re.compile(QUARTERS)
_MANY_MONTHS = re.compile(r"前(.{1,2}?)个?月")
_AHEAD = 6
"""Months that a month without a year may lie ahead of the base; what lies further is of the year before."""


def whole(text: str) -> int:
    """Return a whole number in Arabic or Chinese digits; 0 for none."""
    if text.isdecimal() and text.isascii():
        return int(text)
    if len(text) > 1 and all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    numeral = numerals.read(text, 0) if text else None
    return int(numeral.low) if numeral and numeral.end == len(text) else 0


def unknown(reason: Reason) -> Interval:
    """Return an interval of which nothing is known."""
    return Interval(None, None, reason)


def point(text: str, base: Base | None, above: Interval | None = None) -> Interval | None:
    """Return the interval that a point is; None: there is no such day or month.

    Args:
        above: what it takes its year and month from, where it does not say them: the first end of a range.
    """
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    try:
        return _resolved(found, base, above)
    except ValueError:
        return None


def _resolved(found: re.Match[str], base: Base | None, above: Interval | None) -> Interval:
    if above is not None and above.start is None:
        return above
    if found["near"]:
        return _near_month(found, base)
    month = whole(found["month"]) if found["month"] else 0
    if not month and found["in"] and above is not None and above.start:
        month = above.start.month
    number = _year(found["year"], base, above, month)
    if isinstance(number, str):
        return unknown(number)
    if found["part"]:
        return months(number, *_part(found["part"]))
    return _in_month(number, month, found["in"]) if month else year(number)


def _year(text: str | None, base: Base | None, above: Interval | None, month: int) -> int | Reason:
    """Return the year that is said or meant, or why it is not known."""
    if text is None and above is not None and above.start:
        return above.start.year
    if text in SAME_YEAR:
        return "context"
    if text is not None and text not in YEARS:
        return whole(text.rstrip("年度"))
    if base is None:
        return "base"
    if text is not None:
        return base.year + YEARS[text]
    return base.year - (base.month is not None and month - base.month > _AHEAD)


def _part(text: str) -> tuple[int, int]:
    """Return the first and last month of a part of a year."""
    if text in PARTS:
        return PARTS[text]
    if found := _MANY_MONTHS.fullmatch(text):
        return 1, whole(found[1])
    quarters = [whole(char) for char in text if whole(char)]
    return 3 * quarters[0] - 2, 3 * quarters[-1]


def _near_month(found: re.Match[str], base: Base | None) -> Interval:
    if base is None or base.month is None:
        return unknown("base")
    total = base.year * 12 + base.month - 1 + MONTHS[found["near"]]
    return _in_month(total // 12, total % 12 + 1, found["in"])


def _in_month(number: int, month: int, text: str | None) -> Interval:
    """Return a month, a third of it, or a day in it."""
    all_of_it = months(number, month, month)
    if not text:
        return all_of_it
    assert all_of_it.end is not None
    longest = all_of_it.end.day
    first, last = TENS.get(text) or (whole(text.rstrip("日号")),) * 2
    if text in TENS:
        first, last = min(first, longest), min(last, longest)
    return Interval(date(number, month, first), date(number, month, last))
