"""Expressions that begin like quantities and are none: dates, clock times, ordinals, codes, names, idioms."""

import re

from tui.quantities import numerals
from tui.quantities.arabic import led_by_point, unreadable_end
from tui.quantities.idioms import ERAS, IDIOMS, NAMES, NOT_TERM
from tui.quantities.words import RATIO_CUE, names

_C = "〇零一二两三四五六七八九十百千万廿卅"
_D = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_TO = r"(?:-{1,2}|—{1,2}|–|~|至|到|、|/)"
_N = r"(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})"
_PLACE = r"[0-9]{1,3}(?:\.[0-9]{1,8})?[度°]?(?:[0-9]{1,2}[分'′])?(?:[0-9]{1,2}[秒\"″])?"

NEVER = re.compile(
    "|".join(
        (
            # dates: 2022年9月10日, 二〇二三年, 2021-2025年, 9月10日至11日, 5日, 90年代, 一季度, 3月至5月
            rf"(?:1[5-9]|20|21)[0-9]{{2}}(?:年?{_TO}(?:[0-9]{{4}}|[0-9]{{2}}))?(?:学年度|学年|年度|财年|版|级|届|款)",
            rf"(?:1[5-9]|20|21)[0-9]{{2}}年?{_TO}(?:1[5-9]|20|21)?[0-9]{{2}}年(?![来内])",
            rf"(?:1[89]|20|21)[0-9]{{2}}年(?!的?历史|来|内|以上|之久)(?:[前上下]?半年|[一二三四]季度|{_D}月份?)?(?:{_D}日)?",
            r"(?<=[在于至自])[1-9][0-9]{2}年(?![间内来时多的余]|以[上来下])",
            r"[1-9][0-9]{2}年?(?:-{1,2}|—{1,2}|–|~|至|到)[1-9][0-9]{2}年(?=在位|间)|(?<=[和伊]历)[0-9]{1,4}年",
            r"(?<![刑役处期达了满])[0-9]{2}年[0-9]{1,2}月(?!龄)(?:[0-9]{1,2}日)?",
            r"[12一二][0-9〇○零一二三四五六七八九]{3}年",
            rf"{_D}月份?(?:{_TO}{_D}月份?)?{_D}[日号](?:{_TO}(?:{_D}月)?{_D}[日号])?",
            rf"{_D}(?:{_TO}{_D}){{1,12}}月份?(?!龄)",
            rf"{_D}(?:月|月份)(?![龄])(?:{_TO}{_D}月份?)?",
            rf"(?<!为期|连续|历时|长达|短至|短为|长至)[0-9]{{1,2}}(?:{_TO}[0-9]{{1,2}}){{0,8}}日(?![内游均以之龄]|无理由|[元圆币](?![首旦宵桌满梦]))",
            rf"{_D}日{_TO}{_D}日(?![内游])",
            r"[0-9〇零一二三四五六七八九十]{1,4}(?:世纪|年代|后(?=[青员职，。、]))(?:[0-9一二三四五六七八九]0?十?年代)?",
            r"[一二三四1-4](?:、[一二三四]|至[一二三四]){0,3}季度",
            r"(?:19|20)[0-9]{2}([-./])[0-9]{1,2}\1[0-9]{1,2}(?![0-9.%])",
            r"(?:19|20)[0-9]{2}[-/](?:0[1-9]|1[0-2])(?![0-9.%])",
            r"[0-9]{1,2}[·•・][0-9]{1,2}(?![0-9%‰万亿元吨米倍亩]|个百分点|[美欧日港]元|英镑|公[里斤顷]|平方|立方|千克)",
            # clock times: 9时30分, 十点半
            rf"{_D}(?:{_TO}{_D})?时(?![代期间段刻长速隔])(?:[0-9一二三四五六七八九十]{{1,3}}(?:分(?:[0-9]{{1,2}}秒)?|刻|许)|半|许|整)?",
            rf"(?<={'|'.join(ERAS)})[0-9{_C}]{{1,7}}年",
            # an address, a class of a school, a place on the globe
            r"(?<=号楼|[A-Z]座|单元)[0-9]{1,4}(?:层|单元|室|号)|(?<=[0-9]栋|[0-9]幢)[0-9]{1,4}(?:单元|室|号)",
            rf"{_N}(?:区|栋|幢|座|楼|层|单元|弄|组|排|门|巷)(?:{_N}(?:栋|幢|座|楼|层|单元|弄|组|排|门|巷))*{_N}(?:室|号楼|号院|号|单元|栋(?!楼)|幢(?!楼)|座(?!楼))",
            rf"{_N}单元(?:{_N}[层楼]|(?=门[口前禁]|大门|楼[道下]|住户|居民))",
            rf"{_N}(?:栋|幢|号楼|单元){_N}门(?:[0-9]{{2,4}}(?![0-9.人名户万千百个]))?(?![类课户大])",
            rf"{_N}(?:栋|幢|座|门|单元)[0-9]{{3,4}}(?![0-9.人名户万千百个平套间元米亩])",
            rf"{_N}(?:排|村|街|里|弄|支弄|街坊|组团)(?:{_N}(?:排|支弄|弄))?{_N}号(?!召|角|称|外)",
            rf"{_N}[期区]{_N}(?:栋|幢|号楼|座)(?!楼)|1{_TO}[0-9]{{1,3}}(?:栋|幢)(?!楼)",
            r"(?:(?<=负)|(?<=地下-)|(?<=[^0-9〇零一二三四五六七八九十层楼]-))[一二三四五六1-6](?:层|楼)(?:[至到~]-[1-6](?:层|楼))?",
            rf"(?<=住|址|于)(?:在)?{_N}(?:栋|幢|单元|层|楼|号楼)(?!以[上下内])|(?<=住){_N}[组社队](?![人名])",
            rf"(?<=[^全各每]村|社区){_N}[组社队](?![个人名次])",
            rf"{_N}(?:栋|幢)(?:{_N}单元)?{_N}楼(?!房)|(?<=住在){_N}(?:栋|幢|单元|层|楼)",
            rf"[0-9]{{1,5}}(?:号院?|号楼|弄){_N}(?:栋|幢|号楼|单元)(?:{_N}(?:单元|层|楼|室|号)?)?",
            r"[0-9]{3,4}室|[0-9]{1,2}车(?=[0-9]{1,3}[号座排])",
            rf"(?<=[0-9一二三四五六七八九十]车间){_N}[组队班](?![个名次])|(?<=第[0-9一二三四五六七八九十][组队排连营]){_N}[组队班排](?![个人名次])",
            r"(?<=[0-9一二三四五六七八九十][楼室])[0-9]{1,3}床(?!位)",
            rf"[{_C}]{{1,9}}\.[〇零一二三四五六七八九]{{1,4}}[万亿%]",
            r"[0-9]{1,3}床(?=患者|病人|病友|家属)|[0-9]{1,3}[组队社](?=组[长员]|队长|社[员长]|村民|居民)",
            rf"[{_C}]{{1,3}}的负?[0-9{_C}]{{1,3}}次[方幂]",
            r"[一二三四五六]年(?:级)?[(]?[0-9]{1,2}[)]?班(?![次组子])",
            rf"(?<=高[一二三]|初[一二三四]|大[一二三四]|年级|[一二三四五六]年|[0-9]级)[(]?{_N}[)]?班(?![次组子])",
            r"(?<![0-9分设编成有共增减加开日天每达至为到近约收录校])[0-9]{1,2}班(?=[0-9]{1,2}[人名]|的?(?:全体)?(?:学生|同学|师生|家长))",
            rf"(?<=[北南]纬|[东西]经)(?:{_PLACE})(?:{_TO}(?:{_PLACE}))?",
            r"[0-9]{1,3}(?:\.[0-9]{1,8})?°(?:[0-9.]{1,8}['′])?(?:[0-9.]{1,8}[\"″])?[NSEW]",
            r"(?<![分为成有共这上等前0-9])[一二三四五六1-6]类(?=(?:地|灾|海|功能|城)?区|城[市镇])",
            r"(?:(?<=星期[一二三四五六日天])|(?<=星期[一二三四五六日天][ \n]))[0-9]{1,2}版",
            r"(?<=\()[0-9]{1,2}版(?=\))|(?<=本报|详见|刊于)[0-9]{1,2}版",
            r"(?:[0-9]|[一两二三四五六七八九])位数(?![学字据控目量])",
            # telephone and document numbers
            r"[0-9]{3,4}-[0-9]{7,8}(?:-[0-9]{1,6})?",
            r"(?:400|800)-?[0-9]{3,4}-?[0-9]{3,4}(?![0-9])",
            r"1[3-9][0-9]{9}(?![0-9])",
            r"[0-9]{1,8}[号#](?!召|角|称|外|人(?![物选员质民]))(?:线|楼|院|地块|标厂|公告|令|文)?",
            r"[0-9]{1,5}(?:路公交|次列车|次航班|国道|省道|国省道|热线|急救|指挥|报警|平台|工程|战略|计划|行动|规划|体系|模式|机制)",
            # a version, an issue by its date, wins and losses, a session by its number
            r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}(?:版|时代)",
            r"(?:19|20)[0-9]{4,6}期",
            r"(?<=[0-9]:)[0-9]{1,3}[平胜负]",
            r"[0-9]{1,3}胜(?:[0-9]{1,3}[平负败]){0,2}|[0-9]{1,3}平[0-9]{1,3}[负败]",
            r"[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,2}次",
            r"(?<=[大协会])[一二三四五六七八九十]次(?:全体)?(?:会议|全会)|(?<=届)[一二三四五六七八九十]{1,2}次",
            # a rank
            r"[0-9]{1,4}强",
        )
    )
)
"""What begins at a number and is no quantity."""

CLOCK = re.compile(
    r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])(?!的?(?:比例|配比|配套|比率|杠杆))"
)

_HOUR = r"(?:[01]?[0-9]|2[0-4]|[一二三四五六七八九十]{1,2}|二十[一二三四])点(?!几[万亿倍成个米公%度]|子)"
_POINTS = (
    r"[^\W\d_]{0,4}(?:建议|意见|要求|希望|体会|启示|看法|共识|倡议|不足|经验|原因|思考|想法|主张|举措|措施)"
)
_DECIMALS = "(?:[〇零一二三四五六七八九十]{1,8}+(?![分刻])|[一二三四五六七八九]{2,8}+(?=分))"
HOUR = re.compile(
    rf"{_HOUR}(?!{_POINTS}|{_DECIMALS})(?:[0-9一二三四五六七八九十]{{1,3}}分|[0-5][0-9](?![0-9])|半|整|钟|一刻|三刻|许)?"
    rf"(?:{_TO}(?:次日|凌晨|下午|晚上?)?{_HOUR}(?:半|整|钟)?)?"
)
"""8点, 晚上7点到9点; not 5点建议, and not the points of 九点八五分."""
POINTS_CUE = re.compile("[涨跌升降高低挫落弹扬](?:了|近|约|超|超过|逾|达){0,2}$")

_WHICH = rf"(?:[0-9]{{1,3}}(?:[,，][0-9]{{3}})+(?![0-9])|[0-9]{{1,9}}|[{_C}]{{1,9}})"
ORDINAL = re.compile(rf"[ ]?{_WHICH}(?:[ ]?{_TO}[ ]?第?{_WHICH}){{0,9}}")
"""What stands behind 第."""
_OTHER = rf"[^\W\d_{numerals.CHINESE}]"
ONES = re.compile(rf"一{_OTHER}一{_OTHER}")
"""一户一策, 一企一账: one each."""

ORDINAL_PREFIXES = names("第 周 星期 礼拜 初 农历 正月 No. NO. №")
"""What makes the number behind it a place in a row."""
_BEGINNINGS = ("最初", "起初", "当初", "月初", "季初", "世纪初", "年代初")
_EACH_WEEK = ("每周", "一周", "每星期", "每礼拜")
_TIMES = re.compile("[一二两三四五六七][次场趟节堂回天]")
"""Behind a week: how often, and not which day of it."""
_ORDINAL_ENDS = frozenset(prefix[-1] for prefix in ORDINAL_PREFIXES)

QUOTED = re.compile(
    r"[“‘「『《〈〔\[](?:(?<=[“‘「『])[^“‘「『”’」』，。；！？、：:\n]{1,12}[”’」』]|(?<=《)[^《》\n]{1,80}》|(?<=〈)[^〈〉\n]{1,60}〉"
    r"|(?<=[〔\[])(?:19|20)[0-9]{2}[〕\]][0-9]{0,5}号?)"
)
"""Short quotations (names and slogans), titles, years in document numbers."""

_TERMS = sorted({*NAMES, *IDIOMS}, key=len, reverse=True)
_BY_PAIR = {
    pair: tuple(term for term in _TERMS if term[:2] == pair) for pair in {term[:2] for term in _TERMS}
}
"""Terms by their first two characters, the longest first."""

_RUN = re.compile(rf"[0-9]{{1,40}}(?:\.[0-9]{{1,40}})?|[{_C}廿卅]{{1,24}}")
_TRIGGERS = frozenset(
    "年月日号时点世后季后至到、-—–~./·•・:°度分'′版级届款学财#路次国省热急指报平工战计行规体模机胜强代期层单室区栋幢座弄组门楼巷班车室)排村街里支床队社的类位"
)
"""What behind a number may make it a date, a clock time, a code or an address."""
_LONG_CODE = 7
"""Digits from which a number may be a code or a telephone number by itself."""


CURRENCY_CODE = re.compile(r"(?<![A-Za-z0-9])(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|TWD|KRW|CAD|AUD|SGD|CHF|MOP)$")
"""Before digits: the code of a currency, no name that they belong to."""
BLANKED = re.compile("[0-9]{1,4} [一-龥—–~-]")
BLANK = re.compile("(?<=[0-9]) (?=[一-龥—–~-])|(?<=[一-龥—–~-]) (?=[0-9])")
_REACH = 40
"""Characters that a date with blanks takes at most."""

SPACED = re.compile("[0-9] [0-9]")
"""Digits set apart (1 2 3): what number they make is not known."""


_AGE_BEHIND = re.compile(
    "年的?(?:历史(?!遗留|性|最|新|上|同期|文化|人物|学|博物|教|建筑|街|课|试|资料|档|类|数据|首|第|低|高|极|均|峰|[记纪]录|问题"
    "|以来|原因|时[刻期]|转折|关头|使命|任务|欠|题材|剧|片|地段)|[^\\W\\d_的][^\\W\\d_历]史(?![料上书诗无前实学记志册迹馆称文家])|之久)"
)
_AGE_BEFORE = re.compile(
    "(?:距今|树龄|历时|长达|绵延|时隔|相隔|沉睡)(?:了|已|有|约|大约|近|将近|逾|超过?|达|为|至少){0,3}$"
)
_AGE_REACH, _DIGITS_OF_YEAR = 8, 4
"""Around four digits before 年: what makes them a length of time and no year (2000年历史, 距今1800年)."""
_BLANKED_POINT = re.compile(r"[0-9] \. ?$")
"""Before digits: a decimal mark whose number was not read (1 5 . 6)."""


def no_quantity_end(text: str, start: int) -> int:
    """Return where what begins at a number at `start` and is no quantity ends; else `start`."""
    behind = start - (text[start - 1 : start] == " ")
    if behind and text[behind - 1] in _ORDINAL_ENDS and (found := _ordinal(text, start, behind)):
        return found
    run = _RUN.match(text, start)
    end = run.end() if run else start + 1
    if text[start].isascii():
        if _glued(text, start):
            return numerals.run_end(text, start)
        if (bad := unreadable_end(text, start)) > start:
            return bad
    elif term := term_end(text, start):
        return term
    char = text[end : end + 1]
    if char == "年" and is_age(text, start, end):
        return start
    if char == " ":
        return _spaced_end(text, start)
    if char in _TRIGGERS or end - start >= _LONG_CODE or not run:
        found_at = NEVER.match(text, start) or _clock(text, start) or _hour(text, start)
        return found_at.end() if found_at else start
    return start


def is_age(text: str, start: int, end: int) -> bool:
    """Tell whether four digits before 年 count years and do not name one: 2000年历史."""
    if end - start != _DIGITS_OF_YEAR or not text[start].isascii():
        return False
    return bool(_AGE_BEHIND.match(text, end) or _AGE_BEFORE.search(text, max(0, start - _AGE_REACH), start))


def term_end(text: str, start: int) -> int:
    """Return where the term or idiom at `start` ends; 0: none stands there."""
    for term in _BY_PAIR.get(text[start : start + 2], ()):
        end = start + len(term)
        if text.startswith(term, start) and (text[end : end + 1] or "\n") not in NOT_TERM.get(term, ""):
            return end
    found = ONES.match(text, start) if text[start] == "一" else None
    return found.end() if found else 0


def _spaced_end(text: str, start: int) -> int:
    """Return where 2023 年 9 月 ends, which has blanks between digits and Chinese; else `start`."""
    if not BLANKED.match(text, start):
        return start
    window = text[start : start + _REACH]
    kept = [at for at in range(len(window)) if not BLANK.match(window, at)]
    found = NEVER.match("".join(window[at] for at in kept))
    return start + kept[found.end() - 1] + 1 if found else start


def _clock(text: str, start: int) -> re.Match[str] | None:
    """Return a clock time 9:30; not the ratio of 比例为1:10."""
    return None if RATIO_CUE.search(text, max(0, start - 12), start) else CLOCK.match(text, start)


def _hour(text: str, start: int) -> re.Match[str] | None:
    """Return a clock time 8点; not the points of 上涨8点."""
    return None if POINTS_CUE.search(text, max(0, start - 6), start) else HOUR.match(text, start)


def _ordinal(text: str, start: int, behind: int) -> int:
    """Return where the number behind 第 ends; behind 周 a Chinese one is but one digit. 0: it counts."""
    if not text.endswith(ORDINAL_PREFIXES, max(0, behind - 3), behind):
        return 0
    if text.endswith(_BEGINNINGS, 0, behind):
        return 0  # 最初8个人
    if text.endswith(_EACH_WEEK, 0, behind) and _TIMES.match(text, start):
        return 0  # 每周三次
    found = ORDINAL.match(text, start)
    whole = text[start].isascii() or text.endswith("第", 0, start)
    return found.end() if found and (whole or found.end() == start + 1) else 0


def _glued(text: str, start: int) -> bool:
    """Tell whether a number is part of a Latin name, a code or another number: D9, 4-15, 007."""
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return not led_by_point(text, start)
    if SPACED.match(text, max(0, start - 2)) and not text[start + 1 : start + 2].isdigit():
        return start >= 2
    if _BLANKED_POINT.search(text, max(0, start - 4), start):
        return True
    before = text[max(0, start - 2) : start]
    last = before[-1:]
    if last.isascii() and (last.isalnum() or last == "_"):
        return not CURRENCY_CODE.search(text, max(0, start - 4), start)
    return len(before) == 2 and last in "-./+" and before[0].isascii() and before[0].isalnum()
