"""The grammar of time expressions as data: named parts, and patterns made of them.

Sources: GB/T 7408 (dates and intervals in digits), GB/T 15835-2011 (dates in Chinese), and the usage of
statistical bulletins (前三季度, 1—8月, 去年同期).
"""

import re

from tui.quantities.periods.words import (
    DAYS,
    DAYTIMES,
    MONTHS,
    NEXT_DAY,
    NEXT_YEAR,
    NOW,
    PARTS,
    SAME_YEAR,
    VAGUE,
    WEEKDAYS,
    YEARS,
)
from tui.quantities.words import names

DIGITS = "〇○零一二三四五六七八九"
NUMBER = rf"(?:[0-9]{{1,3}}|[{DIGITS}十百两]{{1,4}}|几十?|数[十百千]?)"
SMALL = rf"(?:[0-9]{{1,2}}|[{DIGITS}十]{{1,3}})"
MONTH_NUMBER = rf"(?:{SMALL}|元)"
YEAR_NUMBER = rf"(?:(?:1[5-9]|20|21)[0-9]{{2}}|[12一二][{DIGITS}]{{3}})"
TO = r"\s*(?:-{1,2}|—{1,2}|–|~|～|至|到)\s*"


def any_of(words: object) -> str:
    """Return a pattern for one of some words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"  # type: ignore[call-overload]


YEAR_END = (
    r"(?:中(?=[，。、；)以]|$)|底(?![线层蕴部价气])|末(?![位梢尾端])|尾(?![部款数气声盘])"
    r"|初(?![中级步选赛审定始评衷春夏秋冬一二三四五六七八九十0-9]))"
)
SHORT_YEAR = (
    "(?<![-0-9.刑役处期达了满/])"
    rf"(?:[0-9]{{2}}年(?=[0-9]{{1,2}}月)|0[0-9]年|[0-9]{{2}}年(?=年[底末初])|[5-9][0-9]年(?=[底末]))"
    rf"|(?<![{DIGITS}十百千万几])(?!三[四五]|四五|五六|六七|七八|八九)[〇○零三四五六七八九][〇○零一二三四五六七八九]年(?![级内后])"
)
"""A year of two digits: 22年5月, which is no sentence of a court; 08年, 97年底; 五三年, not 五六年."""
REPUBLIC_NUMBER = rf"(?:元|[0-9]{{1,3}}|[{DIGITS}十百]{{1,5}})"
REPUBLIC_YEAR = f"民国{REPUBLIC_NUMBER}年度?"
"""A year of the calendar that begins in 1912: 民國113年."""
_YEAR_WORD = f"(?![前后当]年[产均级]|本年级){any_of((*YEARS, *SAME_YEAR))}"
"""A word for a year; 目前年产 and 投产后年均 have none."""
YEAR = rf"(?:{YEAR_NUMBER}年度?|{SHORT_YEAR}|{REPUBLIC_YEAR}|{_YEAR_WORD})"
QUARTER_END = r"(?:季?[初末底](?![中级步位]))"
QUARTERS = (
    rf"(?:(?:一二|二三|三四|第?[一二三四1-4](?:(?:至|-|—|、)第?[一二三四1-4])?)季度{QUARTER_END}?"
    rf"|[前头首][二两三1-3]个?季度|头一个?季度|[前头首]三季"
    r"|(?<=年)Q[1-4](?![0-9A-Za-z])"
    rf"|(?:(?<=年)第|(?<!第)(?<!一年))[一二三四]季(?![如分青常皆歌酒花平豆春轮养海白忙收下多]){QUARTER_END}?)"
)
PART = (
    rf"(?:(?<![0-9{DIGITS}十几多来])(?:[上下]半年(?:[末底](?![位线层尾端]))?|{any_of(PARTS)})(?![考期])|{QUARTERS}"
    rf"|(?<!提)[前头首](?:[0-9]{{1,2}}|[{DIGITS}十两]{{1,2}})个?月)"
)
WEEKDAY = rf"(?:星期|周|礼拜)[{WEEKDAYS}]"
DAY = rf"{SMALL}[日号](?:\({WEEKDAY}\)|(?:星期|礼拜)[{WEEKDAYS}])?"
MONTH = rf"(?<![0-9{DIGITS}十纪公单状多美年])(?:{MONTH_NUMBER}月份?)"
IN_MONTH = rf"(?:月?(?:(?:[上中]、?)?[上中下]旬|[上下]半月|初(?![一二三四五六七八九十])|底|末)|{DAY})"
IN_YEAR = rf"(?:{SMALL}月份?{IN_MONTH}?)"
DATED = rf"(?:(?<![0-9.])[0-9]{{1,2}}月{DAY}|{MONTH}{IN_MONTH}?)"
_WRITTEN = r"(?:1[5-9]|20|21)[0-9]{2}"
_MONTH_ONLY = r"(?<![号第])(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?![0-9.%年学赛财/号]|-[0-9])"
WRITTEN = (
    f"(?:{_MONTH_ONLY}|(?:"
    + "|".join(rf"{_WRITTEN}{s}[0-9]{{1,2}}{s}[0-9]{{1,2}}" for s in ("-", "/", r"\."))
    + r")(?![0-9]|[./-][0-9]))"
)
"""A date in digits: 2023-09-15, 2023/9/15, 2023.9.15; a month only as 2023-09 (GB/T 7408)."""
NEAR_MONTH = (
    rf"(?:{any_of(set(MONTHS) - {'月'})}{IN_MONTH}?"
    rf"|(?<![0-9{DIGITS}十几个元正腊冬每按年])月[初底末](?![一二三四五六七八九十]))"
)
POINT = (
    rf"(?:{WRITTEN}|{YEAR}(?:{PART}|{MONTH_NUMBER}月份?{IN_MONTH}?|{YEAR_END})?|{PART}|{NEAR_MONTH}|{DATED})"
)
END = rf"(?:{POINT}|{MONTH_NUMBER}月份?{IN_MONTH}?|{DAY}|(?:[上中]、?)?[上中下]旬|[上下]半月|月?[底末])"
NOT_DAY = (
    r"(?!以[上下内外]|[内均前语后游谈托晒光益渐程龄]|常(?![委务])|[元圆](?![首旦宵桌满梦])|报(?![道告名考到])|本(?![报刊市省县区社网台台院校届])"
    r"|子(?!夜)|落(?![户马地成])|记(?!者)|志(?!愿))"
)
"""What behind a day makes its 日 the beginning of another word: 日报, 日本, 5日内; not 27日报道, 27日记者."""

HOUR = rf"(?:(?:凌晨|早上|上午|中午|下午|晚上?)?{SMALL}[时点](?:整|许|半|{SMALL}分)?)"
"""An hour between a day and 以来 or 至今."""

_FIVE_YEARS = r"[“\"‘「]?(?P<{}>[一二三四五六七八九]|十[一二三四五六七八九]?)五[”\"’」]?"
_NEXT_PLAN = f'(?:{TO}|(?P<next>、|和|(?=[“"‘「])))'
PLANS = f"{_FIVE_YEARS.format('plan')}(?:时期|期间)?{_NEXT_PLAN}{_FIVE_YEARS.format('last')}(?:期间|时期)"
PLAN = (
    rf"{_FIVE_YEARS.format('plan')}"
    r"(?:(?:规划)?的?(?=开局|收官)|(?:时期|期间)(?=[初末]))?(?P<stage>期间|时期|[头前后][两二三]年|规划期[间内]?|以来|末期?|初期?|开局之年|收官之年)"
)
STAGE = r"(?P<stage>初期?|末期?|后期|中后期|中期|中叶|前期|[上下前后]半叶|头(?:十|10)年)"
CENTURY = (
    rf"(?:自|从)?(?P<century>[上本]个?世纪|(?:[0-9]{{2}}|[{DIGITS}十]{{1,3}})世纪)"
    rf"(?:(?P<decade>[2-9{DIGITS}][0十])年代)?{STAGE}?(?P<now>以来|至今)?"
)
DECADE = (
    rf"(?:自|从)?(?<![0-9{DIGITS}十])(?P<decade>(?:1[5-9]|20)[0-9]0|一[七八九][二三四五六七八九][〇零]|[2-9]0|[二三四五六七八九]十)年代"
    rf"{STAGE}?(?P<now>以来|至今)?"
)
SEASON = (
    rf"(?P<year>{YEAR})?(?P<season>(?:[春夏秋冬][天季]|[初暮盛仲深][春夏秋冬])(?![学招运装拍征])|(?<=[年])[春夏秋冬](?![春夏秋冬分至季天令收粮播种小茶菜蚕耕灌晚运游学招]))"
    r"|(?P<word>[今去明][春夏秋冬](?![节装晚运]))(?:以来)?"
)
LATER = (
    rf"(?:{NUMBER}|半)(?:多|余)?(?:年|个月|个?星期|个?礼拜|周|天)"
    r"(?:之|以)?后(?![来续者勤方面备代世人])"
)
DECADES = (
    r"(?:(?:上个?|20|二十)世纪)?(?:"
    rf"(?<![0-9])(?P<first>(?:1[5-9]|20)[0-9]0|[2-9]0|[二三四五六七八九]十)(?:年代)?(?:{TO}|、|和|及)"
    r"(?P<last>(?:1[5-9]|20)[0-9]0|[2-9]0|[二三四五六七八九]十)年代"
    r"|(?P<pair>二三|三四|四五|五六|六七|七八|八九)十年代)"
)
_A_DECADE = r"(?:(?:上个?|20|二十)世纪)?(?<![0-9])(?:(?:1[5-9]|20)[0-9]0|[2-9]0|[二三四五六七八九]十)年代"
DECADES_APART = (
    rf"(?P<first>{_A_DECADE}(?:[初中末]期?|前期|后期|中后期)?)(?:{TO}|、|(?<=末)(?=[^初末]{{4,6}}初))"
    rf"(?P<last>{_A_DECADE}(?:[初中末]期?|前期|后期|中后期)?)"
)
"""From a part of a decade to a part of another: 20世纪80年代末90年代初."""
_A_CENTURY = rf"(?:[上本]个?世纪|(?:[0-9]{{2}}|[{DIGITS}十]{{1,3}})世纪)[初末]?"
CENTURIES = f"(?P<first>{_A_CENTURY}){TO}(?P<last>{_A_CENTURY})"
COUNTED = rf"(?P<count>{NUMBER}|半)(?P<more>多|余)?(?P<unit>年|个月|周|天|日)(?P<over>多)?"
AGO = (
    rf"(?P<count>{NUMBER}|半)(?P<more>多|余)?(?P<unit>年|个月|个?星期|个?礼拜|周|天)(?P<over>多)?"
    r"(?:之|以)?前(?![后往来去进列述沿台提期夕任景方线面])"
)

AGO_TODAY = rf"(?P<count>{NUMBER})(?P<unit>年|个月|个?星期|个?礼拜|周)前的今[天日]"
YEARS_AGO_AT = rf"(?P<count>{NUMBER})年前的(?P<point>{SMALL}月(?:{SMALL}[日号])?)"
TODAY_IN = rf"(?P<year>{_YEAR_WORD}|{YEAR_NUMBER}年)的?今[天日]"
_IN_REPUBLIC = f"(?:{PART}|{MONTH_NUMBER}月份?{IN_MONTH}?|{YEAR_END})?"
REPUBLIC = (
    rf"(?:自|从)?民国(?P<first>{REPUBLIC_NUMBER}(?:年{_IN_REPUBLIC})?)起?{TO}"
    rf"(?P<last>{REPUBLIC_NUMBER}年{_IN_REPUBLIC})(?:止(?!损))?"
)
"""Years of one calendar, which is named once: 民國113年至114年."""

DAY_WORD = rf"(?:(?!今日头条|即日(?!起|开始|至|到|$)|[前后]日[均产销供]){any_of(DAYS)})"
_EARLY = (
    rf"(?<![0-9月{DIGITS}十周期拜每第头])(?:(?:^(?=.日$)|(?<=[于自从至定]))[一二三四五六七八九](?=日(?![内均游]))(?<![短长减压期]至.)"
    "|[二三四五六七八九](?=日(?:上午|下午|[晚夜]|凌晨|清晨|早晨|中午|傍晚|电(?![影视])|讯|在|召开|举行|开幕|抵|离|到达|发表|发出|宣布|致电|会见)))"
)
"""The one Chinese digit of a day, by what stands around it: 于六日开幕, 六日下午; not 六日内."""
_OF_THIS = rf"(?:(?<![0-9月])[0-9]{{1,2}}|(?<![0-9月{DIGITS}十])[{DIGITS}十]{{2,3}}|{_EARLY})"
NAMED_DAY = (
    rf"(?:{DAY_WORD}|(?:上上|下下|[本这上下])(?:一|个)?(?:周|星期|礼拜)(?:[{WEEKDAYS}]|末|(?![{WEEKDAYS}末边年身]))"
    rf"|{_OF_THIS}日)"
)
"""A day that its word, its week or the base's month says."""

_DAYTIME = "|".join(f"{word}(?![{others}])" if others else word for word, others in DAYTIMES.items())
_TICKS = r"(?:(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?![:0-9]))"
CLOCK = (
    rf"(?:{_TICKS}|(?:{SMALL}{TO})?(?:{SMALL}|两)(?:时(?![代期间段刻长速隔])|点钟?(?![子位火击评题赞]))"
    rf"(?:整|许|半|多|{SMALL}分)?许?)"
)
MOMENT = rf"(?:(?:{_DAYTIME})(?:{CLOCK})?|{CLOCK})"
"""An hour or a part of a day behind a day: 8日22时至次日6时, 27日夜间至29日, 10日上午."""
OF_DAY = re.compile(rf"(?<=[日号天晚晨早夜一二三四五六)]){MOMENT}(?:左右|前后|{TO}{MOMENT})?")
"""The same behind what may be a day."""
_DATE_OR_DAY = rf"(?:(?:{YEAR})?{MONTH_NUMBER}月{DAY}|{NAMED_DAY})"

FORMS: tuple[tuple[str, str], ...] = (
    ("until_now", rf"(?:截至|截止到?|截止至)(?:{any_of(NOW)})"),
    ("until", rf"(?:截至|截止到?|截止至)(?P<point>{POINT})(?:为止|止(?!损))?"),
    ("since", rf"(?:自|从)?(?P<point>{POINT}){HOUR}?(?P<how>以来|至今|到现在|迄今)"),
    ("since", rf"(?:自|从)?(?P<point>{POINT}){HOUR}?(?:起|开始)?(?P<how>至今|到现在|迄今)"),
    ("since", rf"(?:自|从)(?P<point>{POINT}){MOMENT}?(?P<how>起|开始)"),
    ("until_day", rf"(?:截至|截止到?|截止至)(?P<day>{NAMED_DAY})(?:为止|止(?!损))?"),
    ("since_day", rf"(?:自|从)?(?P<day>{NAMED_DAY})(?:起|开始)?(?P<how>以来|至今|到现在|迄今)"),
    ("since_day", rf"(?:自|从)(?P<day>{NAMED_DAY}){MOMENT}?(?P<how>起|开始)"),
    ("since", rf"(?P<point>{YEAR_NUMBER}年)(?P<how>来)(?=[最首同未第，]|新[高低]|之最)"),
    (
        "days_named",
        rf"(?:自|从)?(?P<first>{NAMED_DAY})起?{TO}(?P<last>{NAMED_DAY}|{WEEKDAY}){NOT_DAY}(?:止(?!损))?",
    ),
    (
        "hours",
        rf"(?:自|从)?(?P<first>{_DATE_OR_DAY}){MOMENT}起?{TO}(?P<last>{_DATE_OR_DAY}|{DAY}|{any_of(NEXT_DAY)})"
        rf"(?:{MOMENT}|{NOT_DAY})(?:止(?!损))?",
    ),
    (
        "day_to_point",
        rf"(?:自|从)?(?P<first>{DAY_WORD}|{NAMED_DAY}(?=起?{TO}[月年]))(?:起|开始)?{TO}(?P<last>{DATED}|[月年][底末](?![位线层]))(?:止(?!损))?",
    ),
    (
        "same",
        rf"(?P<year>去年|上年|前年|{YEAR_NUMBER}年|{REPUBLIC_YEAR})度?(?:的)?同(?:期|月|日|季度?|一时期)",
    ),
    (
        "school",
        rf"(?P<first>(?:19|20)[0-9]{{2}})(?:{TO}|/)(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})学年度?(?P<term>第[一二]学期|[上下]学期)?",
    ),
    ("years", rf"(?P<first>{YEAR_NUMBER})年?{TO}(?P<last>{YEAR_NUMBER})年(?:间(?![隔距断接]))?"),
    ("year_list", rf"(?P<years>{YEAR_NUMBER}(?:、{YEAR_NUMBER}){{1,3}})(?:两|三)?年"),
    (
        "months",
        rf"(?P<year>{YEAR})?(?<![0-9])(?P<first>{MONTH_NUMBER})月?份?{TO}(?P<next>{any_of(NEXT_YEAR)})?(?P<last>{SMALL})月份?(?![0-9{DIGITS}龄])",
    ),
    (
        "month_list",
        rf"(?P<year>{YEAR})?(?<![0-9、])(?P<months>{SMALL}(?:、{SMALL}){{1,3}})月份?(?![0-9{DIGITS}龄])",
    ),
    (
        "day_list",
        rf"(?P<month>(?:{YEAR})?{MONTH_NUMBER}月)?(?<![0-9{DIGITS}第、十])"
        rf"(?P<first>{SMALL})、(?P<last>{SMALL})(?:两天|两?日{NOT_DAY})",
    ),
    ("span", rf"(?:自|从)?(?P<first>{POINT})起?{TO}(?P<last>{END})(?:止(?!损)|间(?![隔距断接]))?"),
    ("to_day", rf"(?:自|从)?(?P<first>{POINT})起?{TO}(?P<last>{DAY_WORD})(?:止(?!损))?"),
    ("span", rf"(?P<first>(?:{YEAR})?{SMALL}月{SMALL}){TO}(?P<last>{SMALL}[日号])"),
    (
        "days",
        rf"(?<![0-9月第{DIGITS}十])(?<![0-9] )(?P<first>{SMALL})[日号]?{TO}(?P<last>{SMALL})日{NOT_DAY}",
    ),
    (
        "days",
        rf"(?<![0-9月第{DIGITS}十])(?P<first>{SMALL})号{TO}(?P<last>{SMALL})号(?=[，。；、）)上下晚早举开停将]|$)",
    ),
    (
        "day_to_date",
        rf"(?<![0-9月第{DIGITS}十])(?P<first>{SMALL})[日号]{TO}(?P<last>{MONTH_NUMBER}月{SMALL}[日号])",
    ),
    (
        "next_day",
        rf"(?P<first>(?:{YEAR})?(?<![0-9{DIGITS}十]){MONTH_NUMBER}月{SMALL}[日号]|(?<![0-9月第{DIGITS}十]){SMALL}[日号])"
        rf"{TO}{any_of(NEXT_DAY)}",
    ),
    ("plan", PLAN),
    ("plans", PLANS),
    ("century", CENTURY),
    ("decade", DECADE),
    ("decades", DECADES),
    ("decades_apart", DECADES_APART),
    ("decades_apart", CENTURIES),
    ("back", rf"(?<![月第])(?:近|过去的?|最近|这)?{COUNTED}间?以?来(?![自到得])"),
    ("back", rf"(?<!已)(?:近|过去的?|最近){COUNTED}间?(?![前来])"),
    ("ahead", rf"(?:未来|今后|接下来)(?:的)?{COUNTED}(?:里|内|间|之内)?"),
    ("this_long", r"这(?P<count>[0-9]{1,3}|[二三四五六七八九十两]{1,3})年(?:间|里|中)?(?![级度])"),
    ("season", SEASON),
    ("tens", r"(?<![0-9月年〇零一二三四五六七八九十])(?P<in>[上中下]旬|[上下]半月)"),
    ("last_night", r"昨[夜晚]今[晨早]"),
    ("days_near", r"(?P<word>今明|明后|昨今|今明后)(?:(?:两|二|三|2|3)[天日]|(?<=明后)天)"),
    ("from_day", rf"(?P<day>(?:昨|今|明|后)[天日]?)起(?P<count>{NUMBER})[天日]"),
    ("years_near", r"(?P<word>今明|明后|前去|去今|今明后)(?:两|二|三|2|3)年"),
    ("ago", AGO),
    ("ago_today", AGO_TODAY),
    ("years_ago_at", YEARS_AGO_AT),
    ("today_in", TODAY_IN),
    ("republic", REPUBLIC),
    ("republic_decade", r"民国(?P<decade>[1-9]0|[二三四五六七八九]十)年代"),
    ("later", LATER),
    ("point", rf"(?P<point>{POINT})(?!龄|怀胎|革命|天(?:演唱会|乐队|乐团|成员|歌迷|主唱))"),
    ("quarter", r"(?P<which>[本这上下])(?:(?:一|个)?季度(?P<end>末|底)?|季(?P<last>末|底))"),
    ("day", rf"(?P<word>{DAY_WORD})"),
    (
        "week",
        rf"(?P<which>上上|下下|[本这上下])(?:一|个)?(?:周|星期|礼拜)(?:(?P<day>[{WEEKDAYS}])|(?P<end>末))?(?![边年身])",
    ),
    (
        "bare_day",
        rf"(?<![0-9] )(?<!为期|连续|历时|长达|短至|短为|长至)(?P<day>{_OF_THIS})日"
        rf"(?:\((?P<week>{WEEKDAY})\)|(?:星期|礼拜)[{WEEKDAYS}])?{NOT_DAY}",
    ),
    ("now", r"目前|当前"),
    (
        "weekday",
        rf"(?<![每逢至到、和日（(])(?:(?:星期|礼拜)(?P<day>[{WEEKDAYS}])(?![至到、和—-])|周(?P<short>[{WEEKDAYS}])(?=上午|下午|晚|早|凌晨|中午|傍晚|深夜|[，。在将起]|$|报道|表示|发布|公布|宣布|举行|开盘|收盘|开幕|完工))",
    ),
    (
        "vague",
        rf"(?P<word>(?:未来|今后|接下来|过去|最近|近)的?{NUMBER}{TO}{NUMBER}(?:年|个月|天|周)(?:来|内|间)?)",
    ),
    (
        "vague",
        rf"(?P<word>(?<![0-9{DIGITS}十](?=日前)){any_of(VAGUE)}|[每历往]年(?:{IN_YEAR}(?:{TO}{any_of(NEXT_YEAR)}?{IN_YEAR})?|{PART}))",
    ),
)
"""Time expressions, each with the name of what resolves it; of two that fit, the longer counts."""

JOINED = frozenset(
    names(
        "days_named hours day_to_point years months span to_day days day_to_date next_day republic lunar_span"
    )
)
"""Forms of two ends, which a sign or word of TO joins."""
