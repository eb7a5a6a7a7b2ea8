"""From a time expression to its interval."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from tui.quantities import numerals
from tui.quantities.fold import fold
from tui.quantities.periods import lunar
from tui.quantities.periods.blanks import squeeze
from tui.quantities.periods.calendar import View, in_month, month_range, point, says_year, whole
from tui.quantities.periods.dates import Base
from tui.quantities.periods.grammar import CONTEXT, DAYS, FORMS, QUARTERS_NEAR, WEEKDAYS, WEEKS, YEARS
from tui.quantities.periods.interval import Interval, back, between, months, shifted, unknown, year


class Around(NamedTuple):
    """What the words around an expression say of it.

    Attributes:
        view: whether it is over or planned.
        previous: the interval before it in its sentence, which 去年同期 looks back from.
    """

    view: View = ""
    previous: Interval | None = None


Resolver = Callable[[re.Match[str], Base | None, Around], Interval | None]

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(form)) for name, form in (*FORMS, *lunar.FORMS)
)
_LONGEST = 60
"""Characters of a time expression; what is longer is none."""
_FIRST_PLAN, _FIRST_REGULAR = 1953, 1966
"""The first five-year plan, and the third, since when one follows the other."""
_HALF_YEAR = timedelta(184)
"""A range whose end lies before its beginning goes on into the next year, but not for longer."""
_STAGES = {"初": (0, 3), "前": (0, 3), "中": (4, 6), "末": (7, 9), "后": (7, 9)}
"""Parts of a decade, by their first and last year."""


def resolve(text: str, base: Base | None = None, around: Around | None = None) -> Interval | None:
    """Return the interval that a time expression stands for; None: the text is none.

    Args:
        base: the date that it counts from, as far as it is known. What needs more than is known stays open.
        around: what the words around it say.
    """
    folded, _ = squeeze(fold(text).strip())
    if len(folded) > _LONGEST:
        return None
    for name, pattern in PATTERNS:
        found = pattern.fullmatch(folded)
        if found and (made := resolve_as(name, found, base, around or Around())) is not None:
            return made
    return None


def resolve_as(name: str, found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return the interval of an expression that fits a form; None: there is no such time."""
    try:
        return RESOLVERS[name](found, base, around)
    except (ValueError, OverflowError):
        return None


def _today(base: Base | None) -> date | None:
    return base.date if base else None


def _up_to_now(start: date | None, base: Base | None) -> Interval:
    today = _today(base)
    return between(start, today, "" if today else "base")


def _until_now(_: re.Match[str], base: Base | None, __: Around) -> Interval:
    return _up_to_now(None, base)


def _until(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    to = point(found["point"], base, view="ahead" if around.view == "ahead" else "past")
    if to is None:
        return None
    today = _today(base)
    if (
        around.view != "ahead"
        and today
        and to.end
        and to.start
        and to.end > today
        and not says_year(found["point"])
    ):
        to = shifted(to, -1)
    return Interval(None, to.end, to.reason)


def _since(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    begins = found["how"] in ("起", "开始")
    since = point(found["point"], base, view=around.view if begins else "past")
    if since is None or since.start is None or begins:
        return since and Interval(since.start, None, since.reason)
    return _up_to_now(since.start, base)


def _same(found: re.Match[str], _: Base | None, around: Around) -> Interval:
    """Return 去年同期: the period of its sentence, as many years before."""
    before = around.previous
    if before is None or before.start is None or before.end is None:
        return unknown("context")
    said = found["year"]
    return shifted(before, YEARS[said] if said in YEARS else whole(said.rstrip("年")) - before.start.year)


def _school(found: re.Match[str], _: Base | None, __: Around) -> Interval:
    first = int(found["first"])
    return Interval(date(first, 9, 1), date(first + 1, 8, 31))


def _years(found: re.Match[str], _: Base | None, __: Around) -> Interval | None:
    return _joined(year(whole(found["first"])), year(whole(found["last"])))


def _months(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    numbers = whole(found["first"]), whole(found["last"])
    if not all(1 <= number <= 12 for number in numbers):
        return None
    if found["year"] is None:
        return month_range(*numbers, base, around.view)
    first = point(f"{found['year']}{found['first']}月", base)
    last = first and point(f"{found['next'] or ''}{found['last']}月", base, first)
    return first and _joined(first, last, wraps=not found["next"])


def _span(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    first = point(found["first"], base, view=around.view)
    return first and _joined(first, point(found["last"], base, first), wraps=not says_year(found["last"]))


def _joined(first: Interval, last: Interval | None, *, wraps: bool = False) -> Interval | None:
    """Return what two ends make; the last one goes on into the next year, or month, where it `wraps`."""
    if last is None or first.start is None or last.end is None:
        return last and unknown(first.reason or last.reason)
    if wraps and last.end < first.start:
        last = shifted(last, 1)
        if last.end is None or last.end - first.start > _HALF_YEAR:
            return None
    end = last.end
    return Interval(first.start, end) if end is not None and first.start <= end else None


def _days(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 1日至15日: days of the base's month, or of the one before or after it."""
    first, last = whole(found["first"]), whole(found["last"])
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    today = _today(base)
    if today is None:
        return unknown("base")
    month = _month_of(today, first, last if last >= first else 31, around.view)
    after = month if last >= first else back(month, -1, "月")
    start = in_month(month.year, month.month, f"{first}日").start
    return between(start, in_month(after.year, after.month, f"{last}日").end)


def _month_of(today: date, first: int, last: int, view: View) -> date:
    """Return a day of the month that days without one belong to."""
    if view == "ahead":
        return today.replace(day=1) if last >= today.day else back(today.replace(day=1), -1, "月")
    return today.replace(day=1) if first <= today.day else back(today.replace(day=1), 1, "月")


def _plan(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    number, stage = whole(found["plan"]), found["stage"]
    first = _FIRST_PLAN + 5 * (number - 1) if number < 3 else _FIRST_REGULAR + 5 * (number - 3)
    if stage == "以来":
        return _up_to_now(date(first, 1, 1), base)
    if stage.startswith("末") or stage == "收官之年":
        return year(first + 4)
    if stage.startswith("初") or stage == "开局之年":
        return year(first)
    return Interval(date(first, 1, 1), date(first + 4, 12, 31))


def _century(found: re.Match[str], base: Base | None, _: Around) -> Interval | None:
    text = found["century"]
    if text[0] in "上本" and base is None:
        return unknown("base")
    number = (
        base.year // 100 + (text[0] == "本")
        if base and text[0] in "上本"
        else whole(text.removesuffix("世纪"))
    )
    if not 15 <= number <= 22:
        return None
    first = (number - 1) * 100
    if decade := found["decade"]:
        return _ten_years(first + whole(decade[0]) * 10, found, base)
    if found["now"]:
        return _up_to_now(date(first + 1, 1, 1), base)
    stage = (found["stage"] or "")[:1]
    if stage == "初":
        return Interval(date(first + 1, 1, 1), date(first + 10, 12, 31))
    if stage == "末":
        return Interval(date(first + 91, 1, 1), date(first + 100, 12, 31))
    return unknown("vague") if stage else Interval(date(first + 1, 1, 1), date(first + 100, 12, 31))


def _decade(found: re.Match[str], base: Base | None, _: Around) -> Interval | None:
    """Return 1990年代 or 80年代, which are of the twentieth century."""
    text = found["decade"]
    number = whole(text)
    return _ten_years(number if number > 99 else 1900 + number, found, base)


def _ten_years(first: int, found: re.Match[str], base: Base | None) -> Interval:
    if found["now"]:
        return _up_to_now(date(first, 1, 1), base)
    stage = found["stage"] or ""
    if stage.startswith("中后"):
        return unknown("vague")
    begin, end = _STAGES.get(stage[:1], (0, 9))
    return Interval(date(first + begin, 1, 1), date(first + end, 12, 31))


def _count(text: str) -> int:
    """Return how many units an expression counts; 0: nobody can tell (几, 三五)."""
    numeral = numerals.read(text, 0) if numerals.START.match(text) else None
    return 0 if numeral is None or numeral.high is not None or numeral.hedge else whole(text)


def _back(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    today, count = _today(base), _count(found["count"])
    if not count or found["more"]:
        return unknown("vague")
    if today is None:
        return unknown("base")
    unit = found["unit"].removeprefix("个")
    return Interval(back(today, count, unit), today) if count < today.year else unknown("vague")


def _ago(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return the day that is some days or weeks ago; the month, or the year, for greater units."""
    today, unit = _today(base), found["unit"].removeprefix("个")
    half = found["count"] == "半"
    count = (6 if unit == "年" else 0) if half else _count(found["count"])
    if not count or found["more"]:
        return unknown("vague")
    if today is None:
        return unknown("base")
    unit = {"星期": "周", "礼拜": "周"}.get("月" if half else unit, "月" if half else unit)
    then = back(today, count, unit)
    if unit == "年":
        return year(then.year)
    return months(then.year, then.month, then.month) if unit == "月" else Interval(then, then)


def _point(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    return point(found["point"], base, view=around.view)


def _quarter(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return 上一季度."""
    if base is None or base.month is None:
        return unknown("base")
    number = base.year * 4 + (base.month - 1) // 3 + QUARTERS_NEAR[found["which"]]
    first = number % 4 * 3 + 1
    found_in = months(number // 4, first, first + 2)
    return Interval(found_in.end, found_in.end) if found["end"] or found["last"] else found_in


def _next_day(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 6日至次日."""
    first = resolve(found["first"], base, around)
    if first is None or first.start is None or first.start != first.end:
        return first and (unknown(first.reason) if first.start is None else None)
    return Interval(first.start, back(first.start, -1, "天"))


def _weekday(found: re.Match[str], base: Base | None, around: Around) -> Interval:
    """Return the last day of the week that is called so; the next one where it is planned."""
    today = _today(base)
    if today is None:
        return unknown("base")
    wanted = min(WEEKDAYS.index(found["day"] or found["short"]), 6)
    gap = (today.weekday() - wanted) % 7
    only = back(today, gap if around.view != "ahead" else -((7 - gap) % 7), "天")
    return Interval(only, only)


def _day(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    today = _today(base)
    if today is None:
        return unknown("base")
    only = back(today, -DAYS[found["word"]], "天")
    return Interval(only, only)


def _week(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return a week from Monday on, 上周三 in it, or its end."""
    today = _today(base)
    if today is None:
        return unknown("base")
    monday = back(today, today.weekday() - 7 * WEEKS[found["which"]], "天")
    if found["day"]:
        only = back(monday, -min(WEEKDAYS.index(found["day"]), 6), "天")
        return Interval(only, only)
    return Interval(back(monday, -5, "天") if found["end"] else monday, back(monday, -6, "天"))


def _bare_day(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return a day of the base's month; where that is still to come, of the month before."""
    number = whole(found["day"])
    if not 1 <= number <= 31:
        return None
    today = _today(base)
    if today is None:
        return unknown("base")
    of = _month_of(today, number, number, around.view)
    try:
        return in_month(of.year, of.month, f"{number}日")
    except ValueError:
        return months(of.year, of.month, of.month)._replace(reason="context")


def _now(_: re.Match[str], base: Base | None, __: Around) -> Interval:
    today = _today(base)
    return Interval(today, today, "" if today else "base")


def _vague(found: re.Match[str], _: Base | None, __: Around) -> Interval:
    return unknown("context" if found["word"] in CONTEXT else "vague")


RESOLVERS: dict[str, Resolver] = {
    "until_now": _until_now,
    "until": _until,
    "since": _since,
    "same": _same,
    "school": _school,
    "years": _years,
    "months": _months,
    "span": _span,
    "days": _days,
    "plan": _plan,
    "century": _century,
    "decade": _decade,
    "back": _back,
    "ago": _ago,
    "point": _point,
    "quarter": _quarter,
    "next_day": _next_day,
    "weekday": _weekday,
    "day": _day,
    "week": _week,
    "bare_day": _bare_day,
    "now": _now,
    "vague": _vague,
    "lunar": lambda found, base, _: lunar.resolve_lunar(found, base),
    "double": lambda found, base, _: lunar.resolve_double(found, base),
    "festival": lambda found, base, _: lunar.resolve_festival(found, base),
}
"""By the name of a form: what resolves it."""
