"""Eras: five-year plans, centuries, decades, spans of years of the Republic."""

import re
from datetime import date

from tui.quantities.periods.around import Around, Resolver, up_to_now
from tui.quantities.periods.calendar import point, whole
from tui.quantities.periods.dates import BEFORE_REPUBLIC, Base
from tui.quantities.periods.interval import Interval, joined, unknown, year

_FIRST_PLAN, _FIRST_REGULAR = 1953, 1966
"""The first five-year plan, and the third, since when one follows the other."""
_STAGES = {"初": (0, 3), "前": (0, 3), "中": (4, 6), "末": (7, 9), "后": (7, 9)}
"""Parts of a decade, by their first and last year."""
_PARTS_OF_CENTURY = {
    "": (1, 100),
    **dict.fromkeys(("初", "头十年", "头10年"), (1, 10)),
    **dict.fromkeys(("上半叶", "前半叶"), (1, 50)),
    **dict.fromkeys(("下半叶", "后半叶"), (51, 100)),
    "末": (91, 100),
}
"""Parts of a century, by their first and last year; the others are vague."""


def _first_year(plan: str) -> int:
    """Return the first year of a five-year plan by its number."""
    number = whole(plan)
    return _FIRST_PLAN + 5 * (number - 1) if number < 3 else _FIRST_REGULAR + 5 * (number - 3)


def _plan(found: re.Match[str], base: Base | None, _: Around) -> Interval | None:
    first, stage = _first_year(found["plan"]), found["stage"]
    if stage == "以来":
        return up_to_now(date(first, 1, 1), base)
    if stage[0] in "头前后" and (many := whole(stage[1])):
        return joined(
            year(first + (5 - many) * (stage[0] == "后")), year(first + (4 if stage[0] == "后" else many - 1))
        )
    if stage.startswith("末") or stage == "收官之年":
        return year(first + 4)
    if stage.startswith("初") or stage == "开局之年":
        return year(first)
    return Interval(date(first, 1, 1), date(first + 4, 12, 31))


def _plans(found: re.Match[str], _: Base | None, __: Around) -> Interval | None:
    """Return “十三五”和“十四五”期间, which follow each other, and “十一五”到“十三五”期间."""
    first, last = (_first_year(found[plan]) for plan in ("plan", "last"))
    if found["next"] is not None and last != first + 5:
        return None
    return joined(year(first), year(last + 4))


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
    stage = found["stage"] or ""
    if decade := found["decade"]:
        return _ten_years(first + whole(decade[0]) * 10, found, base)
    begin, end = _PARTS_OF_CENTURY.get(stage.removesuffix("期"), (0, 0))
    if not end:
        return unknown("vague")
    if found["now"]:
        return up_to_now(date(first + begin, 1, 1), base)
    return Interval(date(first + begin, 1, 1), date(first + end, 12, 31))


def _decade(found: re.Match[str], base: Base | None, _: Around) -> Interval | None:
    """Return 1990年代 or 80年代, which are of the twentieth century."""
    text = found["decade"]
    number = whole(text)
    return _ten_years(number if number > 99 else 1900 + number, found, base)


def _republic_decade(found: re.Match[str], _: Base | None, __: Around) -> Interval | None:
    """Return 民國70年代: the years 70 to 79 of the Republic."""
    first = BEFORE_REPUBLIC + whole(found["decade"])
    return joined(year(first), year(first + 9))


def _decades(found: re.Match[str], _: Base | None, __: Around) -> Interval | None:
    """Return 上世纪七八十年代, 70年代至90年代 and 1950年代至1970年代; without a century of the twentieth."""
    pair = found["pair"]
    tens = [10 * whole(ten) for ten in pair] if pair else [whole(found["first"]), whole(found["last"])]
    first, last = (ten if ten > 99 else 1900 + ten for ten in tens)
    return Interval(date(first, 1, 1), date(last + 9, 12, 31)) if first < last else None


def _ten_years(first: int, found: re.Match[str], base: Base | None) -> Interval:
    stage = found["stage"] or ""
    if stage.startswith("中后"):
        return unknown("vague")
    begin, end = _STAGES.get(stage[:1], (0, 9))
    if found["now"]:
        return up_to_now(date(first + begin, 1, 1), base)
    return Interval(date(first + begin, 1, 1), date(first + end, 12, 31))


def _republic(found: re.Match[str], base: Base | None, _: Around) -> Interval | None:
    """Return 民國113年至114年."""
    first = found["first"] if "年" in found["first"] else f"{found['first']}年"
    return joined(point(f"民国{first}", base), point(f"民国{found['last']}", base))


ERAS: dict[str, Resolver] = {
    "plan": _plan,
    "plans": _plans,
    "century": _century,
    "decade": _decade,
    "decades": _decades,
    "republic": _republic,
    "republic_decade": _republic_decade,
}
"""By the name of a form: what resolves it."""
