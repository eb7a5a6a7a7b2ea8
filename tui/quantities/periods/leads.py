"""What the forms of time expressions begin with, so that only those that may fit are tried."""

from collections.abc import Mapping

from tui.quantities.periods import moments, reigns
from tui.quantities.periods.grammar import DIGITS
from tui.quantities.periods.words import DAYS

_DAY = f"0123456789{DIGITS}十"
_NUMBER = f"{_DAY}百两几数半"
_QUOTED = '“"‘「一二三四五六七八九十'
_TO_COME = "未今接"
_TWO_DIGITS = "123456789"
_WEEK = "本这上下"

LEADS: Mapping[str, frozenset[str]] = {
    name: frozenset(chars)
    for name, chars in {
        "until_now": "截",
        "until": "截",
        "until_day": "截",
        "ahead": _TO_COME,
        "this_long": "这",
        "tens": "上中下",
        "days_near": "今明昨",
        "last_night": "昨",
        "from_day": "昨今明后",
        "years_near": "今明前去",
        "republic": "自从民",
        "republic_decade": "民",
        "quarter": _WEEK,
        "week": _WEEK,
        "now": "目当",
        "day": "".join(DAYS),
        "weekday": "星礼周",
        "plan": _QUOTED,
        "plans": _QUOTED,
        "century": f"自从上本{_DAY}",
        "christian": "公",
        "reign": "".join(reigns.OPENINGS),
        "short": _TWO_DIGITS,
        "school": "12",
        "season_of_years": "12",
        "year_list": "12一二",
        "ago": _NUMBER,
        "ago_today": _NUMBER,
        "years_ago_at": _NUMBER,
        "later": _NUMBER,
        "back": f"近过最这{_NUMBER}",
        "bare_day": _DAY,
        **moments.LEADS,
    }.items()
}
"""By the name of a form: the characters that what fits it may begin with; the others begin with any."""
