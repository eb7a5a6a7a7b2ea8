"""The date that a page counts from: a day, or as much of one as is known."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEAR = "(?:1[5-9]|20|21)[0-9]{2}"
_IN_DATA = (
    re.compile(rf"({_YEAR})(?:([-/.])([0-9]{{1,2}})(?:\2([0-9]{{1,2}}))?)?(?:[T\s].{{0,60}})?"),
    re.compile(rf"({_YEAR})()(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?:[T\s]?[0-9:]{{4,8}}.{{0,10}})?"),
    re.compile(rf"({_YEAR})()年(?:\s?([0-9]{{1,2}})月(?:\s?([0-9]{{1,2}})日)?)?(?:\s.{{0,60}})?"),
)
"""Dates as they stand in tables: ISO 8601 and its neighbours, the year first. 03/04/2023 is none."""
_IN_NAME = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])"
)
_IN_LINE = re.compile(
    r"(?:.{0,20}?\s)??((?:19|20)[0-9]{2})\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日(?:\s*(?:星期|农历|第[0-9]).{0,60})?"
)


class Base(NamedTuple):
    """A date of which the month or the day may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, where all of it is known."""
        return None if self.month is None or self.day is None else date(self.year, self.month, self.day)

    def __str__(self) -> str:
        known = (f"{part:02}" for part in (self.month, self.day) if part is not None)
        return "-".join((f"{self.year:04}", *known))


def base_of(text: str) -> Base | None:
    """Return the date that is written as ``2023``, ``2023-07`` or ``2023-07-05``; None: it is none."""
    found = _WRITTEN.fullmatch(text.strip())
    return _made(*found.groups()) if found else None


def date_in(text: str) -> Base | None:
    """Return the date that a table says of a text: ``2023/9/5``, ``2023-09-05T08:00:00+08:00``, ``20230905``.

    The day is the one written, in whatever zone the clock time is. None: it is none, or may be two.
    """
    for pattern in _IN_DATA:
        if found := pattern.fullmatch(text.strip()):
            return _made(found[1], found[3], found[4])
    return None


def dateline(page_id: str, lines: Iterable[str] = ()) -> Base | None:
    """Return the date that a page's name, else its lines (a masthead's) give; None: none does, or two do."""
    named = {_made(found[1], found[3], found[4]) for found in _IN_NAME.finditer(page_id)}
    lined = {_made(*found.groups()) for line in lines if (found := _IN_LINE.fullmatch(line.strip()))}
    for known in (named - {None}, lined - {None}):
        if known:
            return known.pop() if len(known) == 1 else None
    return None


def _made(year: str, month: str | None, day: str | None) -> Base | None:
    made = Base(int(year), month and int(month), day and int(day))  # type: ignore[arg-type]
    try:
        date(made.year, made.month or 1, made.day or 1)
    except ValueError:
        return None
    return made
