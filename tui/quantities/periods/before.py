"""What a time expression takes from those before it: its year, its month, what it is compared with."""

import re
from datetime import timedelta

from tui.quantities.fold import fold
from tui.quantities.periods.around import TimeExpression
from tui.quantities.periods.calendar import whole
from tui.quantities.periods.dates import Base
from tui.quantities.periods.grammar import MONTH_NUMBER, SMALL, YEAR, any_of
from tui.quantities.periods.interval import Interval, year
from tui.quantities.periods.words import IN_DAY, SAME_YEAR

_SENTENCE_ENDS = re.compile("[。！？；\n]")
_ON_FROM = re.compile(rf"{IN_DAY}[至到—、和及与-]|\(")
_COMPARED = re.compile(
    "(?:上(?:(?P<year>一?年)|(?P<month>一?个?月)|一?个?季度?)(?!同)|(?P<begun>年初))(?P<end>[末底])?"
)
_COMPARING = tuple("比较由从与同和")
_IN_CLAUSE = re.compile("[^，。！？；、：\n]{0,12}")
_OF_YEAR = rf"(?:(?P<month>{MONTH_NUMBER})月|[上下]半年|年?[底末初])"
_OF_SAME_YEAR = re.compile(f"{any_of(SAME_YEAR)}{_OF_YEAR}|[次翌同]年(?!龄)")
_WITHOUT_YEAR = re.compile(_OF_YEAR)
_SAYS_YEAR = re.compile(f"(?:自|从|截至)?{YEAR}")
_COMING = ("明年", "来年", "后年")
"""Years that are of the rest of their sentence: 明年分两期进行，首期4月1日起."""
_GOING_ON = 3
_DONE_REACH = 8
_DAY_NUMBER = re.compile(SMALL)
_LONGEST_SPAN = 16
"""Days of a span that a day without a month may be one of: in a longer one there may be two of its number."""
_SPOKEN = 12
"""So many times before are looked at for the year of a month, and for the period that is spoken of."""
_DAY = timedelta(1)
_SHORTEST_SPOKEN = 28
_LONGEST_SPOKEN = {"年": 366, "季": 92, "月": 31}
"""Days of the period that is spoken of: a day is none, and a month is not compared with what is longer."""


def _begun(folded: str, at: int, before: list[TimeExpression]) -> Interval | None:
    """Return the day that a day goes on from, or says again: 27日 of 27日夜间至29日, 本周六(19日)."""
    last = before[-1] if before else None
    if last and _ON_FROM.fullmatch(folded, last.end, at):
        return last.interval
    return _covering(folded, at, before)


def _covering(folded: str, at: int, before: list[TimeExpression]) -> Interval | None:
    """Return the span of days before, if a day is one of them: 9月30日至10月7日, then 2日."""
    day = _DAY_NUMBER.match(folded, at)
    for one in reversed(before[-_GOING_ON:]):
        start, end = one.interval.start, one.interval.end
        if start and end and day and 0 < (end - start).days <= _LONGEST_SPAN:
            number = whole(day[0])
            if start.day <= number <= (end.day if end.month == start.month else 31) or (
                end.month != start.month and number <= end.day
            ):
                return one.interval
    return None


def compared_base(folded: str, at: int, base: Base | None, told: list[Interval]) -> Base | None:
    """Return the date that 上年, 上月, 上季度 and 年初 count from.

    Where they are compared with (比上年增长), that is the period that was spoken of last, of this year or the
    last: in a report of March on 2023 it is 2023. Elsewhere it is the base.

    Args:
        told: the periods before it that are not compared with themselves.
    """
    compared = _COMPARED.match(folded, at) if base and folded[at] in "上年" else None
    if compared is None or base is None or folded[at - 1 : at] not in _COMPARING:
        return base
    for spoken in reversed(told[-_SPOKEN:]):
        end = spoken.end
        if end and 0 <= base.year - end.year <= 1 and _is_spoken_of(spoken, compared):
            return Base(end.year, end.month)
    return base


def _is_spoken_of(interval: Interval, compared: re.Match[str]) -> bool:
    """Tell whether a period is one that others are compared with; only its end counts for 上月末 and 年初."""
    start, end = interval.start, interval.end
    if end is None or compared["begun"] or start is None:
        return end is not None
    if compared["end"] and start == end and (end + _DAY).day == 1:
        return True
    longest = _LONGEST_SPOKEN["年" if compared["year"] else "月" if compared["month"] else "季"]
    return start.year == end.year and _SHORTEST_SPOKEN <= (end - start).days + 1 <= longest


def _previous(folded: str, at: int, before: list[TimeExpression]) -> Interval | None:
    """Return the interval that stands last before a place in its sentence."""
    last = before[-1] if before else None
    return None if last is None or _SENTENCE_ENDS.search(folded, last.end, at) else last.interval


def _year_told(folded: str, at: int, before: list[TimeExpression]) -> Interval | None:
    """Return the time whose year one without a year has: 同年9月, 今年中秋节是9月17日."""
    if not before or "\n" in folded[before[-1].end : at]:
        return None
    if _OF_SAME_YEAR.match(folded, at):
        said = next((one.interval for one in reversed(before[-_SPOKEN:]) if _has_year(one)), None)
        last = _previous(folded, at, before)
        return said or (last if last and last.start else None)  # 11月15日供暖，次年3月停暖
    found, last = _WITHOUT_YEAR.match(folded, at), before[-1].interval
    if found is None or last.start is None:
        return None
    if last == year(last.start.year):
        if folded.startswith(_COMING, before[-1].start) and "已" not in folded[at : at + _DONE_REACH]:
            return _previous(folded, at, before)
        return last if _IN_CLAUSE.fullmatch(folded, before[-1].end, at) else None
    told = _month_told(folded, at, before)
    return told if told and (not found["month"] or whole(found["month"]) >= last.start.month) else None


def _month_told(folded: str, at: int, before: list[TimeExpression]) -> Interval | None:
    """Return the day or month with its year that the months behind it in its sentence go on from."""
    for one in reversed(before[-_GOING_ON:]):
        if _SENTENCE_ENDS.search(folded, one.end, at) or folded[one.start - 1 : one.start] in _COMPARING:
            return None
        start, end = one.interval.start, one.interval.end
        if _has_year(one) and start and end:
            return one.interval if start.month == end.month else None
    return None


def _has_year(time: TimeExpression) -> bool:
    start, end = time.interval.start, time.interval.end
    return (
        start is not None
        and end is not None
        and start.year == end.year
        and bool(_SAYS_YEAR.match(fold(time.surface)))
    )


PREVIOUS = {"same": _previous, "bare_day": _begun, "point": _year_told}
"""By the name of a form: what finds the time before one that it takes something from."""
