"""The grammar of time expressions as data: named pieces, and the patterns that are made of them."""

import re

DIGITS = "〇○零一二三四五六七八九"
NUMBER = rf"(?:[0-9]{{1,3}}|[{DIGITS}十百两]{{1,4}}|几|数十?)"
SMALL = rf"(?:[0-9]{{1,2}}|[{DIGITS}十]{{1,3}})"
YEAR_NUMBER = rf"(?:(?:1[5-9]|20|21)[0-9]{{2}}|[12一二][{DIGITS}]{{3}})"
TO = r"\s*(?:-{1,2}|—{1,2}|–|~|～|至|到)\s*"

YEARS = {"今年": 0, "本年度": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
"""Words for a year, by how far it lies from the base's."""

SAME_YEAR = ("同年", "当年", "该年", "次年", "翌年")
"""Words for a year that other words of the text say."""

PARTS = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "年初": (1, 1),
    "年中": (6, 6),
    "年底": (12, 12),
    "年末": (12, 12),
    "岁末": (12, 12),
    "全年": (1, 12),
    "前三季度": (1, 9),
    "前3季度": (1, 9),
    "首季": (1, 3),
}
"""Parts of a year, by their first and last month."""

TENS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10), "底": (31, 31), "末": (31, 31)}
"""Parts of a month, by their first and last day; 31 is the month's last."""

MONTHS = {"本月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1}
WEEKS = {"本周": 0, "上周": -1, "下周": 1}
NOW = ("目前", "现在", "当前", "今", "眼下", "发稿时", "记者发稿", "发稿")
"""Words for the day of the page."""

VAGUE = (
    "近年来", "近几年", "近些年", "多年来", "近年", "近日", "日前", "近期", "不久前", "最近", "前不久",
    "长期以来", "一直以来", "同期", "当月", "当日", "当天", "同月", "同日", "此前", "近来",
)  # fmt: skip
"""Words for a time that nobody can tell, or that other words of the text say."""

CONTEXT = frozenset(("同期", "当月", "当日", "当天", "同月", "同日"))
"""Of those, the ones that other words say."""


def any_of(words: object) -> str:
    """Return a pattern for one of some words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"  # type: ignore[call-overload]


YEAR = rf"(?:{YEAR_NUMBER}年度?|{any_of((*YEARS, *SAME_YEAR))})"
QUARTERS = r"(?:第?[一二三四1-4](?:(?:至|-|—|、)第?[一二三四1-4])?季度|[一二三四]季)"
PART = (
    rf"(?:(?<![0-9{DIGITS}十几多来]){any_of(PARTS)}(?![考期])|{QUARTERS}"
    rf"|前(?:[0-9]{{1,2}}|[{DIGITS}十两]{{1,2}})个?月)"
)
MONTH = rf"(?<![0-9{DIGITS}十]){SMALL}月份?"
IN_MONTH = rf"(?:{any_of(TENS)}|{SMALL}[日号])"
DATED = rf"{MONTH}{IN_MONTH}?"
POINT = rf"(?:{YEAR}(?:{PART}|{SMALL}月份?{IN_MONTH}?)?|{PART}|{any_of(MONTHS)}{IN_MONTH}?|{DATED})"
END = rf"(?:{POINT}|{SMALL}月份?{IN_MONTH}?|{SMALL}[日号])"

PLAN = (
    r"[“\"‘「]?(?P<plan>[一二三四五六七八九]|十[一二三四五六七八九]?)五[”\"’」]?"
    r"(?P<stage>期间|时期|规划期间?|以来|末期?|初期?|开局之年|收官之年)"
)
CENTURY = (
    rf"(?P<century>上个?世纪|(?:[0-9]{{2}}|[{DIGITS}十]{{1,3}})世纪)"
    rf"(?:(?P<decade>[2-9{DIGITS}][0十])年代)?(?P<now>以来)?"
)
COUNTED = rf"(?P<count>[0-9]{{1,3}}|[{DIGITS}十百两]{{1,4}}|几|数十?)(?P<more>多|余)?(?P<unit>年|个月|周|天)"

FORMS: tuple[tuple[str, str], ...] = (
    ("until_now", rf"(?:截至|截止到?|截止至)(?:{any_of(NOW)})"),
    ("until", rf"(?:截至|截止到?|截止至)(?P<point>{POINT})(?:为止)?"),
    ("since", rf"(?:自|从)?(?P<point>{POINT})(?P<how>以来|至今|到现在)"),
    ("since", rf"(?:自|从)(?P<point>{POINT})(?P<how>起|开始)"),
    ("school", rf"(?P<first>(?:19|20)[0-9]{{2}}){TO}(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})学年"),
    ("years", rf"(?P<first>{YEAR_NUMBER})年?{TO}(?P<last>{YEAR_NUMBER})年"),
    ("months", rf"(?P<year>{YEAR})?(?<![0-9])(?P<first>{SMALL})月?份?{TO}(?P<last>{SMALL})月份?"),
    ("span", rf"(?P<first>{POINT}){TO}(?P<last>{END})"),
    ("span", rf"(?P<first>(?:{YEAR})?{SMALL}月{SMALL}){TO}(?P<last>{SMALL}[日号])"),
    ("plan", PLAN),
    ("century", CENTURY),
    ("back", rf"(?:近|过去|最近|这)?{COUNTED}间?以?来(?![自到得])"),
    ("back", rf"(?:近|过去|最近){COUNTED}(?![前来])"),
    ("point", rf"(?P<point>{POINT})"),
    ("day", rf"(?P<word>{any_of(DAYS)})"),
    ("week", rf"(?P<word>{any_of(WEEKS)})"),
    (
        "bare_day",
        rf"(?<![0-9月{DIGITS}十])(?P<day>[0-9]{{1,2}}|[{DIGITS}十]{{2,3}})日(?![内均常元报本子前语后夜游落])",
    ),
    ("now", r"目前|当前"),
    ("vague", rf"(?P<word>{any_of(VAGUE)})"),
)
"""Time expressions, each with the name of what resolves it; of two that fit, the longer counts."""
