"""Times relative to the base date: days and weeks, days of its month, 前 and 后."""

import re
from datetime import date

from tui.quantities import numerals
from tui.quantities.periods.around import Around, Resolver, today_of, up_to_now
from tui.quantities.periods.calendar import View, in_month, point, whole
from tui.quantities.periods.dates import Base
from tui.quantities.periods.interval import Interval, back, between, months, unknown, year
from tui.quantities.periods.words import DAYS, QUARTERS_NEAR, TENS, WEEKDAYS, WEEKS, YEARS


def _count(text: str) -> int:
    """Return how many units an expression counts; 0: nobody can tell (几, 三五)."""
    numeral = numerals.read(text, 0) if numerals.START.match(text) else None
    return 0 if numeral is None or numeral.high is not None or numeral.hedge else whole(text)


def _back(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    today, count = today_of(base), _count(found["count"])
    if found["count"] == "半" and found["unit"] == "年":
        return Interval(back(today, 6, "月"), today) if today else unknown("base")
    if not count or found["more"] or found["over"]:
        return unknown("vague")
    if today is None:
        return unknown("base")
    unit = found["unit"].removeprefix("个")
    return Interval(back(today, count, unit), today) if count < today.year else unknown("vague")


def _ahead(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return 未来三年: from today on, as 近三年 is up to today."""
    today, count = today_of(base), _count(found["count"])
    if not count or found["more"] or found["over"]:
        return unknown("vague")
    if today is None:
        return unknown("base")
    return Interval(today, back(today, -count, found["unit"].removeprefix("个")))


def _this_long(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return 这五年: the last ones."""
    today, count = today_of(base), _count(found["count"])
    if not count:
        return unknown("vague")
    return Interval(back(today, count, "年"), today) if today else unknown("base")


def _tens(found: re.Match[str], base: Base | None, around: Around) -> Interval:
    """Return 上旬 and 下半月 of the base's month, or of the month before or after it."""
    today = today_of(base)
    if today is None:
        return unknown("base")
    first, last = TENS[found["in"]]
    month = _month_of(today, first, last, around.view)
    return in_month(month.year, month.month, found["in"])


def _days_near(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return 今明两天."""
    today = today_of(base)
    if today is None:
        return unknown("base")
    first, last = (DAYS[f"{found['word'][at]}天"] for at in (0, -1))
    return Interval(back(today, -first, "天"), back(today, -last, "天"))


def _years_near(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return 今明两年."""
    if base is None:
        return unknown("base")
    first, last = (base.year + YEARS[f"{found['word'][at]}年"] for at in (0, -1))
    return Interval(date(first, 1, 1), date(last, 12, 31))


def _later(_: re.Match[str], __: Base | None, ___: Around) -> Interval:
    """Return 三天后, which other words count from."""
    return unknown("context")


def _season(_: re.Match[str], __: Base | None, ___: Around) -> Interval:
    """Return 2022年夏天: where a season begins and ends nobody says."""
    return unknown("vague")


def _ago(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return the day that is some days or weeks ago; the month, or the year, for greater units."""
    today, unit = today_of(base), found["unit"].removeprefix("个")
    half = found["count"] == "半"
    count = (6 if unit == "年" else 0) if half else _count(found["count"])
    if not count or found["more"] or found["over"]:
        return unknown("vague")
    if today is None:
        return unknown("base")
    unit = {"星期": "周", "礼拜": "周"}.get("月" if half else unit, "月" if half else unit)
    then = back(today, count, unit)
    if unit == "年":
        return year(then.year)
    return months(then.year, then.month, then.month) if unit == "月" else Interval(then, then)


def _ago_today(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return 两年前的今天: the day itself."""
    today, count = today_of(base), _count(found["count"])
    if not count:
        return unknown("vague")
    if today is None:
        return unknown("base")
    unit = found["unit"].removeprefix("个")
    then = back(today, count, {"星期": "周", "礼拜": "周"}.get(unit, unit))
    return Interval(then, then)


def _years_ago_at(found: re.Match[str], base: Base | None, _: Around) -> Interval | None:
    """Return 十年前的4月20日: a day or month of that year."""
    count = _count(found["count"])
    if not count:
        return unknown("vague")
    return point(f"{base.year - count}年{found['point']}", base) if base else unknown("base")


def _today_in(found: re.Match[str], base: Base | None, _: Around) -> Interval | None:
    """Return 去年的今天: the day of the base in that year."""
    today, said = today_of(base), point(found["year"], base)
    if today is None or said is None or said.start is None:
        return unknown("base") if today is None else said
    return in_month(said.start.year, today.month, f"{today.day}日")


def _from_day(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return 今起三天: so many days, the first of them counted."""
    today, count = today_of(base), _count(found["count"])
    if today is None or not count:
        return unknown("vague" if today else "base")
    first = back(today, -DAYS[f"{found['day'][0]}天"], "天")
    return Interval(first, back(first, 1 - count, "天"))


def _quarter(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return 上一季度."""
    if base is None or base.month is None:
        return unknown("base")
    number = base.year * 4 + (base.month - 1) // 3 + QUARTERS_NEAR[found["which"]]
    first = number % 4 * 3 + 1
    found_in = months(number // 4, first, first + 2)
    return Interval(found_in.end, found_in.end) if found["end"] or found["last"] else found_in


def _day(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    today = today_of(base)
    if today is None:
        return unknown("base")
    only = back(today, -DAYS[found["word"]], "天")
    return Interval(only, only)


def _week(found: re.Match[str], base: Base | None, _: Around) -> Interval:
    """Return a week from Monday on, 上周三 in it, or its end."""
    today = today_of(base)
    if today is None:
        return unknown("base")
    monday = back(today, today.weekday() - 7 * WEEKS[found["which"]], "天")
    if found["day"]:
        only = back(monday, -min(WEEKDAYS.index(found["day"]), 6), "天")
        return Interval(only, only)
    return Interval(back(monday, -5, "天") if found["end"] else monday, back(monday, -6, "天"))


def _weekday(found: re.Match[str], base: Base | None, around: Around) -> Interval:
    """Return the last day of the week that is called so; the next one where it is planned."""
    today = today_of(base)
    if today is None:
        return unknown("base")
    wanted = min(WEEKDAYS.index(found["day"] or found["short"]), 6)
    gap = (today.weekday() - wanted) % 7
    only = back(today, gap if around.view != "ahead" else -((7 - gap) % 7), "天")
    return Interval(only, only)


def _days(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 1日至15日: days of the base's month, or of the one before or after it."""
    first, last = whole(found["first"]), whole(found["last"])
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    today = today_of(base)
    if today is None:
        return unknown("base")
    month = _month_of(today, first, last if last >= first else 31, around.view)
    after = month if last >= first else back(month, -1, "月")
    start = in_month(month.year, month.month, f"{first}日").start
    return between(start, in_month(after.year, after.month, f"{last}日").end)


def _month_of(today: date, first: int, last: int, view: View) -> date:
    """Return a day of the month that days without one belong to."""
    if view == "near":
        this = today.replace(day=1)
        around = (this, back(this, 1, "月"), back(this, -1, "月"))
        return min(around, key=lambda month: abs((month - today).days + first - 1))
    if view == "ahead":
        return today.replace(day=1) if last >= today.day else back(today.replace(day=1), -1, "月")
    return today.replace(day=1) if first <= today.day else back(today.replace(day=1), 1, "月")


def _bare_day(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return a day of the base's month; where that is still to come, of the month before.

    A day that goes on from another (3月27日夜间至29日) is the next one that is called so.
    """
    number = whole(found["day"])
    if not 1 <= number <= 31:
        return None
    if around.previous is not None and (begun := around.previous.start) is not None:
        month = begun.replace(day=1) if number >= begun.day else back(begun.replace(day=1), -1, "月")
        return in_month(month.year, month.month, f"{number}日")
    today = today_of(base)
    if today is None:
        return unknown("base")
    of = _month_of(today, number, number, around.view)
    if found["week"]:
        of = _month_with(today, number, WEEKDAYS.index(found["week"][-1])) or of
    try:
        return in_month(of.year, of.month, f"{number}日")
    except ValueError:
        return months(of.year, of.month, of.month)._replace(reason="context")


def _month_with(today: date, number: int, weekday: int) -> date | None:
    """Return a day of the nearest month whose day of that number is that day of the week: 22日(星期五)."""
    this = today.replace(day=1)
    for month in (this, back(this, 1, "月"), back(this, -1, "月")):
        try:
            if month.replace(day=number).weekday() == min(weekday, 6):
                return month
        except ValueError:
            continue
    return None


def _last_night(_: re.Match[str], base: Base | None, __: Around) -> Interval:
    """Return 昨夜今晨: both days."""
    today = today_of(base)
    return Interval(back(today, 1, "天"), today) if today else unknown("base")


def _now(_: re.Match[str], base: Base | None, __: Around) -> Interval:
    today = today_of(base)
    return Interval(today, today, "" if today else "base")


def _until_now(_: re.Match[str], base: Base | None, __: Around) -> Interval:
    return up_to_now(None, base)


RELATIVE: dict[str, Resolver] = {
    "until_now": _until_now,
    "days": _days,
    "back": _back,
    "ago": _ago,
    "ago_today": _ago_today,
    "years_ago_at": _years_ago_at,
    "today_in": _today_in,
    "from_day": _from_day,
    "ahead": _ahead,
    "this_long": _this_long,
    "tens": _tens,
    "days_near": _days_near,
    "years_near": _years_near,
    "later": _later,
    "season": _season,
    "quarter": _quarter,
    "day": _day,
    "week": _week,
    "weekday": _weekday,
    "bare_day": _bare_day,
    "last_night": _last_night,
    "now": _now,
}
"""By the name of a form: what resolves it."""
