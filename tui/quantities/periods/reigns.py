"""Years that are counted from a reign, from the year 1 or in a century: 光绪二十四年, 公元前221年, 98年.

A year of a reign begins with the lunar new year, so that it is no year of ours: it stays open.
"""

import re

from tui.quantities.periods.around import Around, Resolver
from tui.quantities.periods.calendar import full_year, whole
from tui.quantities.periods.dates import Base
from tui.quantities.periods.grammar import DIGITS, any_of
from tui.quantities.periods.interval import Interval, unknown, year
from tui.quantities.words import names

_REIGNS = names("洪武 永乐 嘉靖 万历 崇祯 顺治 康熙 雍正 乾隆 嘉庆 道光 咸丰 同治 光绪 宣统 贞观")
_NAMED_REIGNS = names("建文 宣德 景泰 成化 弘治 正德 隆庆 天启 开元 天宝 元和 庆历 熙宁 元丰 绍兴")
"""Names of reigns that are words, or names of places, too: only behind their dynasty."""
_DYNASTY = "[唐宋元明清](?:代|朝)?"
_NUMBER = rf"(?:元|[0-9]{{1,2}}|[{DIGITS}十]{{1,3}})"

_TOLD = "抗洪|大水|洪水|大旱|下岗|入伍|参军|当兵|入党|毕业|出生|高考|的拉菲|那年"
"""What behind a year of two digits makes it one: 98年抗洪."""

FORMS: tuple[tuple[str, str], ...] = (
    (
        "reign",
        rf"(?:(?:{_DYNASTY})?{any_of(_REIGNS)}|{_DYNASTY}{any_of(_NAMED_REIGNS)})(?:{_NUMBER}年|年间|初年|末年)",
    ),
    ("christian", rf"公元(?:(?P<before>前)|后)?(?P<year>[0-9]{{1,4}}|[{DIGITS}十百千]{{1,7}})年"),
    ("short", rf"(?<![-0-9.])(?P<year>[5-9][0-9]年)(?={_TOLD})"),
)
OPENINGS = {
    "".join(name[0] for name in _REIGNS): any_of(_REIGNS),
    "唐宋元明清": f"{_DYNASTY}{any_of(_REIGNS + _NAMED_REIGNS)}",
}
"""By its first characters: what may begin a year of a reign."""
_LAST = 2200


def _reign(found: re.Match[str], _: Base | None, __: Around) -> Interval:
    return unknown("vague" if found[0].endswith(("年间", "初年", "末年")) else "lunar")


def _christian(found: re.Match[str], _: Base | None, __: Around) -> Interval | None:
    """Return 公元1127年; the years before the first are none that a date can hold."""
    number = whole(found["year"])
    if not 1 <= number <= _LAST:
        return None
    return unknown("vague") if found["before"] else year(number)


def _short(found: re.Match[str], base: Base | None, __: Around) -> Interval:
    return year(full_year(found["year"], base))


REIGNS: dict[str, Resolver] = {"reign": _reign, "christian": _christian, "short": _short}
"""By the name of a form: what resolves it."""
