"""From a time expression to its interval."""

import re
from functools import cache

from tui.quantities.fold import fold
from tui.quantities.periods import lunar, moments, reigns, spans, terms
from tui.quantities.periods.around import Around, Resolver, today_of, up_to_now
from tui.quantities.periods.blanks import squeeze
from tui.quantities.periods.calendar import full_year, in_month, point, says_year, whole
from tui.quantities.periods.dates import Base
from tui.quantities.periods.eras import ERAS
from tui.quantities.periods.grammar import DAY, FORMS, JOINED, OF_DAY
from tui.quantities.periods.interval import Interval, back, joined, shifted, unknown
from tui.quantities.periods.leads import LEADS
from tui.quantities.periods.relative import RELATIVE
from tui.quantities.periods.words import CONTEXT, YEARS


@cache  # compiling them takes longer than anything else here, and a page's date needs none
def patterns(joined: bool = True, lead: str = "") -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of all forms, each with its form's name.

    Args:
        joined: those that join two ends, too.
        lead: only those that what begins with this character may fit.
    """
    if lead:
        return tuple(row for row in patterns(joined) if row[0] not in LEADS or lead in LEADS[row[0]])
    if not joined:
        return tuple(row for row in patterns() if row[0] not in JOINED)
    return tuple(
        (name, re.compile(form))
        for name, form in (
            *FORMS,
            *terms.FORMS,
            *reigns.FORMS,
            *moments.FORMS,
            *lunar.FORMS,
            *lunar.FESTIVALS,
            *lunar.TERMS,
            ("lunar_span", lunar.SPAN),
        )
    )


_LONGEST = 60
"""Characters of a time expression; what is longer is none."""
_DAY_ONLY = re.compile(DAY)
_WEEK = re.compile("上上|下下|[本这上下](?=一?个?[周星礼])")
"""Which week a day of it names."""


def resolve(text: str, base: Base | None = None, around: Around | None = None) -> Interval | None:
    """Return the interval that a time expression stands for; None: the text is none.

    Args:
        base: the date that it counts from, as far as it is known. What needs more than is known stays open.
        around: what the words around it say.
    """
    folded, _ = squeeze(fold(text).strip())
    if len(folded) > _LONGEST:
        return None
    for name, pattern in patterns():
        found = pattern.fullmatch(folded)
        if found and (made := resolve_as(name, found, base, around or Around())) is not None:
            return made
    day = next((found for found in OF_DAY.finditer(folded) if found.end() == len(folded)), None)
    return resolve(folded[: day.start()], base, around) if day else None


def resolve_as(name: str, found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return the interval of an expression that fits a form; None: there is no such time."""
    try:
        return RESOLVERS[name](found, base, around)
    except (ValueError, OverflowError):
        return None


def _until(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    to = point(found["point"], base, view="ahead" if around.view == "ahead" else "past")
    if to is None:
        return None
    today = today_of(base)
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
    since = point(found["point"], base, view=(around.view or "near") if begins else "past")
    if since is None or since.start is None or begins:
        return since and Interval(since.start, None, since.reason)
    return up_to_now(since.start, base)


def _until_day(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 截至昨日 and 截至8日."""
    to = resolve(found["day"], base, around)
    return to and Interval(None, to.end, to.reason)


def _since_day(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 自昨日起 and 上周五以来."""
    since = resolve(found["day"], base, around)
    if since is None or since.start is None or found["how"] in ("起", "开始"):
        return since and Interval(since.start, None, since.reason)
    return up_to_now(since.start, base)


def _days_named(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 昨日至今日, 上周三到上周五 and 今日至20日."""
    same = _WEEK.match(found["first"]) if found["last"][0] in "周星礼" else None
    to = (same[0] if same else "") + found["last"]  # 本周一至周三
    first, last = (resolve(end, base, around) for end in (found["first"], to))
    if first and last and first.start and last.end and last.end < first.start:
        last = resolve(found["last"], base, around._replace(view="ahead"))
    return joined(first, last)


def _same(found: re.Match[str], _: Base | None, around: Around) -> Interval:
    """Return 去年同期: the period of its sentence, as many years before."""
    before = around.previous
    if before is None or before.start is None or before.end is None:
        return unknown("context")
    said = found["year"]
    return shifted(before, YEARS[said] if said in YEARS else full_year(said) - before.start.year)


def _day_list(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 6、7日 and 5月6、7日 as one; None: the days do not follow each other."""
    if whole(found["last"]) != whole(found["first"]) + 1:
        return None
    return resolve(f"{found['month'] or ''}{found['first']}日至{found['last']}日", base, around)


def _span(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    first = point(found["first"], base, view=around.view)
    last = _of_next_month(found["last"], first) or point(found["last"], base, first)
    return joined(first, last, wraps=not says_year(found["last"]))


def _of_next_month(text: str, first: Interval | None) -> Interval | None:
    """Return the last day of 3月30日至2日; None: it is none of the next month."""
    if first is None or first.start is None or first.start != first.end or not _DAY_ONLY.fullmatch(text):
        return None
    month = back(first.start.replace(day=1), -1, "月")
    last = in_month(month.year, month.month, text)
    return last if last.start and last.start.day < first.start.day else None


def _to_day(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 2月3日到昨天."""
    first, last = point(found["first"], base, view="past"), resolve(found["last"], base, around)
    return joined(first, last)


def _day_to_point(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 从昨日起至4月底."""
    first = resolve(found["first"], base, around)
    return joined(first, point(found["last"], base, first), wraps=True)


def _point(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return a point; its year may be that of an earlier one (同年9月)."""
    return point(found["point"], base, around.previous, view=around.view)


def _day_to_date(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 30日至1月2日, whose first day is of the month before."""
    last = point(found["last"], base, view=around.view)
    if last is None or last.start is None:
        return last
    month = back(last.start.replace(day=1), 1, "月")
    return Interval(in_month(month.year, month.month, f"{whole(found['first'])}日").start, last.end)


def _next_day(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 6日至次日."""
    first = resolve(found["first"], base, around)
    if first is None or first.start is None or first.start != first.end:
        return first and (unknown(first.reason) if first.start is None else None)
    return Interval(first.start, back(first.start, -1, "天"))


def _hours(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 8日22时至次日6时: whole days."""
    return resolve(f"{found['first']}至{found['last']}", base, around)


def _decades_apart(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 80年代末90年代初."""
    return joined(resolve(found["first"], base, around), resolve(found["last"], base, around))


def _lunar_span(found: re.Match[str], base: Base | None, around: Around) -> Interval | None:
    """Return 正月初一至初七, whose last day is of the first's month, and 国庆节至元旦."""
    said = found["last"] + "节" * (found["last"] in ("国庆", "五一"))
    last = resolve(said, base, around)
    if last is None and (lead := lunar.LEAD.match(found["first"])):
        last = resolve(lead[0] + found["last"], base, around)
    first = resolve(found["first"], base, around)
    if "年" in found["first"] and first and first.start and last and last.start and last.start < first.start:
        last = shifted(last, first.start.year - last.start.year)  # 今年元旦至国庆
    return joined(first, last, wraps=True)


def _vague(found: re.Match[str], _: Base | None, __: Around) -> Interval:
    return unknown("context" if found["word"] in CONTEXT else "vague")


RESOLVERS: dict[str, Resolver] = {
    **RELATIVE,
    **spans.SPANS,
    **ERAS,
    **reigns.REIGNS,
    **terms.TERMS,
    **moments.MOMENTS,
    "until": _until,
    "since": _since,
    "until_day": _until_day,
    "since_day": _since_day,
    "days_named": _days_named,
    "same": _same,
    "day_list": _day_list,
    "span": _span,
    "to_day": _to_day,
    "day_to_point": _day_to_point,
    "day_to_date": _day_to_date,
    "next_day": _next_day,
    "point": _point,
    "hours": _hours,
    "decades_apart": _decades_apart,
    "lunar_span": _lunar_span,
    "vague": _vague,
    "lunar": lambda found, base, _: lunar.resolve_lunar(found, base),
    "term": lambda found, base, _: lunar.resolve_term(found, base),
    "double": lambda found, base, _: lunar.resolve_double(found, base),
    "festival": lambda found, base, around: lunar.resolve_festival(found, base, around.view),
}
"""By the name of a form: what resolves it."""
