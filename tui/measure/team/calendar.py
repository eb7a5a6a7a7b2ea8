"""The work of the last weeks as a calendar: a row a day of the week, a column a week, a mark a day."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from rich.cells import cell_len

from tui.measure.team.work_days import WorkDay

MARKS = (".", "-", "+", "#")
"""Of a day without work, and of days up to a third, two thirds, and all of the most. One cell everywhere."""
WEEKS = 26


def tags_by_day(days: Sequence[WorkDay]) -> Counter[date]:
    """Return the tags made one by one on each day, of all annotators."""
    counts: Counter[date] = Counter()
    for row in days:
        counts[row.day] += row.by_hand
    return counts


def calendar_lines(
    counts: Mapping[date, int], last: date, say: Callable[..., str], weeks: int = WEEKS
) -> list[str]:
    """Return the calendar of the weeks that end with a day; nothing where no day has work.

    Args:
        counts: what is shown of a day.
        say: gives the texts of the catalogue.
    """
    if not any(counts.values()):
        return []
    monday = last - timedelta(days=last.weekday(), weeks=weeks - 1)
    most = max(counts.values())
    names = say("calendar.days").split()
    width = max(map(cell_len, names))
    lines = [" " * (width + 1) + _months(monday, weeks)]
    for weekday, name in enumerate(names):
        blank = " " * (width - (2 * len(name) if name > "\u2e80" else len(name)))
        marks = (
            _mark(monday + timedelta(days=weekday, weeks=week), counts, most, last) for week in range(weeks)
        )
        lines.append(f"{name}{blank} {' '.join(marks)}".rstrip())
    return [*lines, say("calendar.most", marks=" ".join(MARKS), count=most)]


def _mark(day: date, counts: Mapping[date, int], most: int, last: date) -> str:
    if day > last:
        return " "
    count = counts.get(day, 0)
    return MARKS[-(-(len(MARKS) - 1) * count // most)]


def _months(monday: date, weeks: int) -> str:
    """Return the months' numbers, each above the first week that begins in it."""
    line, month = "", 0
    for week in range(weeks):
        day = monday + timedelta(weeks=week)
        if day.month != month and len(line) <= 2 * week:
            line, month = f"{line:<{2 * week}}{day.month}", day.month
    return line
