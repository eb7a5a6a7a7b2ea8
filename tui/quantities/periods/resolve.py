"""From a time expression to its interval."""

import re
from collections.abc import Callable
from datetime import date

from tui.quantities.fold import fold
from tui.quantities.periods.dates import Base
from tui.quantities.periods.grammar import CONTEXT, DAYS, FORMS, WEEKS
from tui.quantities.periods.interval import Interval, back, day, months, year
from tui.quantities.periods.calendar import point, unknown, whole

Resolver = Callable[[re.Match[str], Base | None], Interval | None]

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((name, re.compile(form)) for name, form in FORMS)
_LONGEST = 60
"""Characters of a time expression; what is longer is none."""
_FIRST_PLAN, _FIRST_REGULAR = 1953, 1966
"""The first five-year plan, and the third, since when one follows the other."""


def resolve(text: str, base: Base | None = None) -> Interval | None:
    """Return the interval that a time expression stands for; None: the text is none.

    Args:
        base: the date of the page, as far as it is known. What needs more of it than is known stays open.
    """
    folded = fold(text).strip()
    if len(folded) > _LONGEST:
        return None
    for name, pattern in PATTERNS:
        if (found := pattern.fullmatch(folded)) and (made := RESOLVERS[name](found, base)) is not None:
            return made
    return None


def _today(base: Base | None) -> date | None:
    return base.date if base else None


def _until_now(_: re.Match[str], base: Base | None) -> Interval:
    today = _today(base)
    return Interval(None, today, "" if today else "base")


def _until(found: re.Match[str], base: Base | None) -> Interval | None:
    to = point(found["point"], base)
    return to and Interval(None, to.end, to.reason)


def _since(found: re.Match[str], base: Base | None) -> Interval | None:
    since = point(found["point"], base)
    if since is None or since.start is None or found["how"] in ("起", "开始"):
        return since and Interval(since.start, None, since.reason)
    today = _today(base)
    return Interval(since.start, today, "" if today else "base")


def _school(found: re.Match[str], _: Base | None) -> Interval:
    first = int(found["first"])
    return Interval(date(first, 9, 1), date(first + 1, 8, 31))


def _years(found: re.Match[str], _: Base | None) -> Interval | None:
    return _joined(year(whole(found["first"])), year(whole(found["last"])))


def _months(found: re.Match[str], base: Base | None) -> Interval | None:
    first = point(f"{found['year'] or ''}{found['first']}月", base)
    return first and _joined(first, point(f"{found['last']}月", base, first))


def _span(found: re.Match[str], base: Base | None) -> Interval | None:
    first = point(found["first"], base)
    return first and _joined(first, point(found["last"], base, first))


def _joined(first: Interval, last: Interval | None) -> Interval | None:
    if last is None or first.start is None or last.end is None:
        return last and unknown(first.reason or last.reason)
    return Interval(first.start, last.end) if first.start <= last.end else None


def _plan(found: re.Match[str], base: Base | None) -> Interval:
    number, stage = whole(found["plan"]), found["stage"]
    first = _FIRST_PLAN + 5 * (number - 1) if number < 3 else _FIRST_REGULAR + 5 * (number - 3)
    if stage == "以来":
        today = _today(base)
        return Interval(date(first, 1, 1), today, "" if today else "base")
    if stage.startswith("末") or stage == "收官之年":
        return year(first + 4)
    if stage.startswith("初") or stage == "开局之年":
        return year(first)
    return Interval(date(first, 1, 1), date(first + 4, 12, 31))


def _century(found: re.Match[str], base: Base | None) -> Interval | None:
    text = found["century"]
    if text.startswith("上") and base is None:
        return unknown("base")
    number = base.year // 100 if base and text.startswith("上") else whole(text.removesuffix("世纪"))
    if not 15 <= number <= 22:
        return None
    first, last = (number - 1) * 100 + 1, number * 100
    if decade := found["decade"]:
        first = (number - 1) * 100 + whole(decade[0]) * 10
        last = first + 9
    if found["now"]:
        today = _today(base)
        return Interval(date(first, 1, 1), today, "" if today else "base")
    return Interval(date(first, 1, 1), date(last, 12, 31))


def _back(found: re.Match[str], base: Base | None) -> Interval:
    today, count = _today(base), whole(found["count"])
    if not count or found["more"]:
        return unknown("vague")
    if today is None:
        return unknown("base")
    unit = found["unit"].removeprefix("个")
    return Interval(back(today, count, unit), today) if count < today.year else unknown("vague")


def _point(found: re.Match[str], base: Base | None) -> Interval | None:
    return point(found["point"], base)


def _day(found: re.Match[str], base: Base | None) -> Interval:
    today = _today(base)
    if today is None:
        return unknown("base")
    only = back(today, -DAYS[found["word"]], "天")
    return Interval(only, only)


def _week(found: re.Match[str], base: Base | None) -> Interval:
    today = _today(base)
    if today is None:
        return unknown("base")
    monday = back(today, today.weekday() - 7 * WEEKS[found["word"]], "天")
    return Interval(monday, back(monday, -6, "天"))


def _bare_day(found: re.Match[str], base: Base | None) -> Interval | None:
    """Return a day of the base's month; where that is still to come, of the month before."""
    number = whole(found["day"])
    if not 1 <= number <= 31:
        return None
    today = _today(base)
    if today is None:
        return unknown("base")
    of = today if number <= today.day else back(today, 1, "月")
    try:
        return day(of.year, of.month, number)
    except ValueError:
        return months(of.year, of.month, of.month)._replace(reason="context")


def _now(_: re.Match[str], base: Base | None) -> Interval:
    today = _today(base)
    return Interval(today, today, "" if today else "base")


def _vague(found: re.Match[str], _: Base | None) -> Interval:
    return unknown("context" if found["word"] in CONTEXT else "vague")


RESOLVERS: dict[str, Resolver] = {
    "until_now": _until_now,
    "until": _until,
    "since": _since,
    "school": _school,
    "years": _years,
    "months": _months,
    "span": _span,
    "plan": _plan,
    "century": _century,
    "back": _back,
    "point": _point,
    "day": _day,
    "week": _week,
    "bare_day": _bare_day,
    "now": _now,
    "vague": _vague,
}
"""By the name of a form: what resolves it."""
