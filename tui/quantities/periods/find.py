"""Finding time expressions in a text."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tui.quantities.exclusions import is_age
from tui.quantities.fold import fold
from tui.quantities.periods import moments, reigns
from tui.quantities.periods.around import Around, TimeExpression
from tui.quantities.periods.before import PREVIOUS, compared_base
from tui.quantities.periods.blanks import squeeze
from tui.quantities.periods.calendar import View
from tui.quantities.periods.dates import Base
from tui.quantities.periods.grammar import DIGITS, OF_DAY
from tui.quantities.periods.interval import Interval
from tui.quantities.periods.resolve import patterns, resolve_as
from tui.quantities.periods.words import IN_DAY

_N = rf"(?:[0-9]{{1,4}}|[{DIGITS}十百两]{{1,4}}|几十?|数[十百千]?)"
_SMALL = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_JOINT = r"[ ]?(?:-{1,2}|—{1,2}|–|~|至|到)[ ]?"
_NUMBERS = "|".join(
    (
        # 2022年, 9月10日, 1—12月, 三季度, 十四五期间, 2022-12-31, 三天前, 两个月前, 5年来
        rf"(?:{_N}|半)(?:[年月日号世周天]|[多余]?(?:个?[年月星礼周天]|个季)|季)|[二三四五六七八九]{{2}}十年代",
        rf"(?:{_N}|元月){_JOINT}(?:次年|[次翌]日|第二|[0-9{DIGITS}十])",
        r"(?:1[5-9]|20|21)[0-9]{2}[-/.][0-9]|一[九八七][二三四五六七八九][〇○零]年代",
        r"[一二三四1-4](?:、|至|-|—)第?[一二三四1-4]季|[一二三四五六七八九十]{1,2}五[”\"’」]?(?:[期时规以末初开收]|[至到、和—-][“\"‘「]?[一二三四五六七八九十]{1,2}五)",
        r"(?:(?:1[5-9]|20)?[2-9]0|[二三四五六七八九]十)(?:年代)?[、和及](?:[2-9]0|[二三四五六七八九]十)年代",
        rf"{_SMALL}(?:、{_SMALL}){{1,3}}(?:[月日]|两[日天])",
        r"[12][0-9]{3}、[12][0-9]{3}(?:[年、两])",
        r"十一|五一|七夕",
        "(?:19|20)[0-9]{2}(?:财|赛|雪|榨|会计|学年|采暖|供暖)",
    )
)
_OPENINGS: dict[str, str] = {
    f"0123456789{DIGITS}十百两几数半元": (
        rf"(?<![0-9.])(?:{_NUMBERS})|(?<![0-9])(?:19|20)[0-9]{{2}}年|元[月旦宵]"
    ),
    "今": "今[年天日晨早晚夜后明春夏秋冬起]",
    "去来翌次该全": "[去来翌次该全]年|去[今春夏秋冬]",
    "未接": "未来|接下来",
    "春夏秋冬初暮盛仲深": "[春夏秋冬][天季]|[初暮盛仲深][春夏秋冬]",
    "中一连": "中[上下]?旬|一段时|一直以|连日来",
    "头": rf"头(?:[一二两三123]个?季|三季|{_N}个?月)",
    "上": "上(?:上?个?[周星礼月]|年|半年|半月|旬|中旬|月|一?个?[月季周星礼年世])",
    "下": "下(?:下?个?[周星礼月]|半年|半月|旬|年|月|一?个?[月季周星礼年])",
    "本": "本(?:[年月季周世]|个?[星礼季月])",
    "明": "明[年天日晚早晨后春夏秋冬起]",
    "后即": "后[年天日起]|即日[起开至到]",
    "大": "大大?[前后年]",
    "昨": "昨[天日晚夜晨今起]",
    "前": rf"前(?:[年天日晚去]|不久|[几些]|[一二两三123]个?季|{_N}个?月)",
    "首": rf"首(?:季|[一二两三123]个?季|{_N}个?月)",
    "当": "当[年月日天前]",
    "同": "同[年月日期]",
    "第": "第[一二三四1-4](?:[季、至—-])|第二年",
    "这": rf"这(?:一|个)?[周星礼季]|这个月|这(?:{_N}|[几些])",
    "岁": "岁末",
    "过": rf"过去的?{_N}",
    "最": "最近",
    "截": "截[至止]",
    "自从": f"[自从](?=[0-9{DIGITS}十今去上下本这前昨明后大元年民即])",
    "年": rf"(?<![0-9{DIGITS}十几多来])年[初中底末尾内]|年三十|年二十九",
    "月": "月[初底末]",
    "季": "(?<![春夏秋冬赛花旺淡雨旱一二三四1-4本上下当])季末",
    "目如": "目前|如今",
    "民": f"民国[元0-9{DIGITS}十百]",
    "近": rf"近(?:{_N}|[年日期来几些段半]|一段)",
    "多日不长此": "多年来|日前|不久前|长期以|此前",
    "每往历": "[每历往]年",
    "星礼周": "(?:星期|礼拜|周)[一二三四五六日天]",
    "闰正腊冬农阴旧": "闰|[正腊冬]月|[农阴旧]历|腊八|冬至",
    "情光双平万": "情人节|光棍节|双(?:1[12]|十[一二])|平安夜|万圣节",
    "春端中重除小清国劳圣寒": "春节|端[午阳]|中[秋元]|重阳|除夕|小年夜|清明|国(?:庆|际劳)|劳动节|圣诞|寒食",
    "公": "公元[前后0-9〇○零一二三四五六七八九]",
    **reigns.OPENINGS,
    '“"‘「': r"[“\"‘「](?:五一|十一|[一二三四五六七八九十]{1,2}五(?:[”\"’」]|[期时规以末初开收至到、和—-]))",
    "甲乙丙丁戊己庚辛壬癸": "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年",
}
"""By its first character: what may begin a time expression; what begins none costs nothing more."""
_ROWS = (*_OPENINGS.items(), *moments.OPENINGS.items())
_CHARS = "".join(chars for chars, _ in _ROWS)
_STARTS = re.compile(f"[{_CHARS}]")
_OPENING: dict[str, re.Pattern[str]] = {
    char: re.compile("|".join(pattern for chars, pattern in _ROWS if char in chars)) for char in {*_CHARS}
}
_REACH = 60
_FIRST_END = 32
"""Characters of the first end of a span."""
_JOINTS = re.compile("[-—–~至到]")
_CLAUSE_ENDS = re.compile("[，。！？；、：\n]")
_PLANNED = re.compile(
    "(?<!即)将(?![近军士领帅要])|即将|将要|计划|预[计估测期]|(?<![材原资饮肥燃塑布颜食饲调史笔])料(?=全年|今年|明年|年内|年底|$)|拟(?![合定人])|力争|确保|争取|有望|打算|定于|目标|施行(?!的)|生效(?!的)|届时"
)
_OTHER_PLANNED = re.compile("(?:即将|将|拟|定|计划|预计)[于在](?=[0-9一二三四五六七八九十今明后下本])")
"""Behind a time: what is planned is the one behind that: 3月会议纪要将于10日公布."""
_PLANNED_NEXT = re.compile(
    rf"{IN_DAY}(?:[至到—-]{_SMALL}[日号]{IN_DAY})?(?:起|开始)?，[^，。！？；、：\n]{{0,6}}?(?:(?<![她他它我你们即])将[有会于在迎举召开启持继进出达再陆组推实播放全执加首正面下上升降骤]|即将|将要|计划|预计|有望)"
)
"""A clause behind an expression that is one by itself: 10日至13日，将有降雪."""
_PART_OF_DAY = re.compile("夜间|夜里|白天")
_FORECAST = re.compile(
    r"(?:(?:夜间|夜里|白天)(?:[至到—-]|$)?)?[：:，,]?[^，。！？；、：\n]{0,6}?(?:有|多云|晴|阴|小|中|大|阵)"
)
"""Behind a day or a span of days with such a part: what the weather is, or will be."""
_WEATHER_NEXT = re.compile(
    rf"(?:、{_SMALL}日)?{IN_DAY}，?(?:[全我][市省区县州])?"
    "(?:多云|阴转|晴转|晴到|晴间|阵雨|持续(?:阴雨|高温|降[雨雪])|[有以](?:小|中|大|暴|雷|阵).?[雨雪])"
)
"""Weather behind a day: it lies near."""
_ABOUT = re.compile("前后(?![0-9一两二三四五六七八九十几共历呼])")
"""Behind a time: not far from it (2015年前后), and not altogether (前后三次)."""
_DONE = re.compile("已(?![婚知])|曾(?!经?祖)|了(?![解不])")
_CONTEXT, _CONTEXT_BEHIND = 300, 40
"""Characters around an expression that say what it is, where it is looked at by itself."""
_CLOSES = re.compile("(?:报名|填报|申报|投稿|征集|缴费|投票|预约|受理|募集|认购)$")
"""Before 截止: what has an end that lies ahead."""
_NOT_FROM = tuple(f"起{char}" for char in "步源点飞火诉码义草伏初床跑降重因")
_PLAN_REACH = 12
"""Characters before and behind an expression, within its clause, that may say that it is planned."""


def find_periods(text: str, base: Base | None = None) -> list[TimeExpression]:
    """Return the time expressions of a text in ascending order; none overlaps another.

    Args:
        base: the day that they count from: the dateline's of the article, else the page's.
    """
    folded, places = squeeze(fold(text))
    found, told, done = list[TimeExpression](), list[Interval](), 0
    for start in _STARTS.finditer(folded):
        at = start.start()
        if at < done or not _OPENING[start[0]].match(folded, at) or _is_age(folded, at):
            continue
        end, interval = _longest(folded, at, compared_base(folded, at, base, told), found)
        if interval is not None:
            found.append(TimeExpression(at, end, folded[at:end], interval))
            if folded[at - 1 : at] not in ("比", "较"):
                told.append(interval)
            done = end
    return [_placed(text, one, places) for one in found]


def _placed(text: str, one: TimeExpression, places: Sequence[int] | None) -> TimeExpression:
    """Return a time expression where it stands in the text with its blanks."""
    start, end = (one.start, one.end) if places is None else (places[one.start], places[one.end - 1] + 1)
    return TimeExpression(start, end, text[start:end], one.interval)


def period_at(text: str, start: int, end: int, base: Base | None = None) -> Interval | None:
    """Return the interval of a range that is exactly a time expression of a text, by what stands around it.

    None: it is none; `resolve` may read it by itself.
    """
    first = max(0, start - _CONTEXT)
    return _period_in(text[first : end + _CONTEXT_BEHIND], start - first, end - first, base)


@lru_cache(1024)  # lists of tags ask for the same ones at each painting
def _period_in(text: str, start: int, end: int, base: Base | None) -> Interval | None:
    places = ((found.start, found.end, found.interval) for found in find_periods(text, base))
    return next((interval for first, last, interval in places if (first, last) == (start, end)), None)


def _is_age(folded: str, at: int) -> bool:
    """Tell whether the digits at a place are no year but a number of years: 2000年历史."""
    return folded.startswith("年", at + 4) and is_age(folded, at, at + 4)


def _longest(
    folded: str, at: int, base: Base | None, before: list[TimeExpression]
) -> tuple[int, Interval | None]:
    """Return where the longest expression at a place ends, and its interval; None: there is none."""
    joined = _JOINTS.search(folded, at, at + _FIRST_END) is not None
    forms = [
        (found.end(), name, found)
        for name, form in patterns(joined, folded[at])
        if (found := form.match(folded, at, at + _REACH))
    ]
    forms.sort(key=lambda form: -form[0])
    for end, name, found in forms:
        previous = PREVIOUS[name](folded, at, before) if name in PREVIOUS else None
        interval = resolve_as(name, found, base, Around(_view(folded, at, end), previous))
        if interval is not None:
            hour = OF_DAY.match(folded, end) if interval.start in (interval.end, None) else None
            end = hour.end() if hour else end
            return end + (2 if folded.startswith("前后", end) and _ABOUT.match(folded, end) else 0), interval
    return at, None


def _clause_before(folded: str, end: int) -> str:
    """Return the clause before a comma, which may say that what follows is planned: 将历时七天，22日闭幕."""
    return _CLAUSE_ENDS.split(folded[max(0, end - _PLAN_REACH) : end])[-1]


def _view(folded: str, start: int, end: int) -> View:
    """Tell whether the clause of an expression says that it is planned or over."""
    before = _CLAUSE_ENDS.split(folded[max(0, start - _PLAN_REACH) : start])[-1]
    behind = _CLAUSE_ENDS.split(folded[end : end + _PLAN_REACH], maxsplit=1)[0]
    if _PLANNED.search(behind) and (other := _OTHER_PLANNED.search(behind)):
        behind = behind[: other.start()]
    if (
        _PLANNED.search(before)
        or _PLANNED.search(behind)
        or (folded.startswith("截止", start) and _CLOSES.search(before))
    ):
        return "ahead"
    if _DONE.search(before) or _DONE.search(behind):
        return "done"
    if (
        not before
        and folded[start - 1 : start] == "，"
        and _PLANNED.search(_clause_before(folded, start - 1))
    ):
        return "ahead"
    if _PLANNED_NEXT.match(folded, end):
        return "ahead"
    if _PART_OF_DAY.search(folded, start, end + 2) and _FORECAST.match(folded, end):
        return "near"
    if _WEATHER_NEXT.match(folded, end):
        return "near"
    if behind.startswith("起") and not behind.startswith(_NOT_FROM):
        return "near"
    is_end = behind.startswith(("前", "之前")) and not behind.startswith("前后")
    return "ahead" if is_end else ""  # 年底前建成
