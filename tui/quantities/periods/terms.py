"""Times whose days are up to others: financial years, seasons, terms of schools, weeks of a month."""

import re

from tui.quantities.periods.around import Around, Resolver
from tui.quantities.periods.dates import Base
from tui.quantities.periods.grammar import DIGITS, SMALL, YEAR
from tui.quantities.periods.interval import Interval, unknown
from tui.quantities.periods.words import WEEKDAYS

_WEEK = rf"(?:周末|(?:周|星期|礼拜)[{WEEKDAYS}]?)"
FORMS = (
    (
        "month_pair",
        rf"(?P<year>{YEAR})?(?<![0-9{DIGITS}十、])(?P<pair>二三|三四|四五|五六|六七|七八|八九)月(?:份|间)?(?![0-9{DIGITS}龄])",
    ),
    (
        "season_of_years",
        r"(?P<first>(?:19|20)[0-9]{2})(?:[-—–~/](?P<last>(?:19|20)?[0-9]{2}))?年?"
        "(?:(?:财年|财政年度|会计年度)(?:第?[一二三四](?:季度|财季)|前三季度|[上下]半年|[上下]半财年)?|学年度?(?:第[一二]学期|[上下]学期)?|赛季|雪季|榨季|采暖季|供暖季)",
    ),
    (
        "vague",
        rf"(?P<word>(?:{YEAR})?(?:[春秋]季新?学期|{SMALL}月份?的?(?:(?:第[一二三四五1-5]|最后一)个?{_WEEK}|首周)))",
    ),
)


def _season_of_years(found: re.Match[str], _: Base | None, __: Around) -> Interval | None:
    """Return 2023财年 and 2023-24赛季; None: the years do not follow each other (2022-08财年)."""
    first, last = int(found["first"]), found["last"]
    return unknown("vague") if last is None or int(last) % 100 == (first + 1) % 100 else None


TERMS: dict[str, Resolver] = {"season_of_years": _season_of_years}
"""By the name of a form: what resolves it."""
