"""What begins like a quantity and never is one: dates, clock times, ordinals, codes, names, idioms."""

import re

from tui.quantities import numerals
from tui.quantities.words import RATIO_CUE, names

_C = "〇零一二两三四五六七八九十百千万廿卅"
_D = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_TO = r"(?:-{1,2}|—{1,2}|–|~|至|到|、|/)"
_PLACE = r"[0-9]{1,3}(?:\.[0-9]{1,8})?[度°]?(?:[0-9]{1,2}[分'′])?(?:[0-9]{1,2}[秒\"″])?"

NEVER = re.compile(
    "|".join(
        (
            # dates: 2022年9月10日, 二〇二三年, 2021-2025年, 9月10日至11日, 5日, 90年代, 一季度, 3月至5月
            rf"(?:1[5-9]|20|21)[0-9]{{2}}(?:年?{_TO}(?:[0-9]{{4}}|[0-9]{{2}}))?(?:学年度|学年|年度|财年|版|级|届|款)",
            rf"(?:1[5-9]|20|21)[0-9]{{2}}年?{_TO}(?:1[5-9]|20|21)?[0-9]{{2}}年(?![来内])",
            rf"(?:1[89]|20|21)[0-9]{{2}}年(?!的?历史|来|内|以上|之久)(?:[前上下]?半年|[一二三四]季度|{_D}月份?)?(?:{_D}日)?",
            r"[12一二][0-9〇○零一二三四五六七八九]{3}年",
            rf"{_D}月份?(?:{_TO}{_D}月份?)?{_D}[日号](?:{_TO}(?:{_D}月)?{_D}[日号])?",
            rf"{_D}(?:{_TO}{_D}){{1,12}}月份?(?!龄)",
            rf"{_D}(?:月|月份)(?![龄])(?:{_TO}{_D}月份?)?",
            rf"[0-9]{{1,2}}(?:{_TO}[0-9]{{1,2}}){{0,8}}日(?![内游均以之]|无理由)",
            rf"{_D}日{_TO}{_D}日(?![内游])",
            r"[0-9〇零一二三四五六七八九十]{1,4}(?:世纪|年代|后(?=[青员职，。、]))(?:[0-9一二三四五六七八九]0?十?年代)?",
            r"[一二三四1-4](?:、[一二三四]|至[一二三四]){0,3}季度",
            r"(?:19|20)[0-9]{2}([-./])[0-9]{1,2}\1[0-9]{1,2}(?![0-9.%])",
            r"(?:19|20)[0-9]{2}[-/](?:0[1-9]|1[0-2])(?![0-9.%])",
            r"[0-9]{1,2}[·•・][0-9]{1,2}(?![0-9])",
            # clock times: 9时30分, 十点半
            rf"{_D}(?:{_TO}{_D})?时(?![代期间段刻长速隔])(?:[0-9一二三四五六七八九十]{{1,3}}(?:分(?:[0-9]{{1,2}}秒)?|刻|许)|半|许|整)?",
            rf"(?<=民国|公元|元前|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|昭和|平成|令和)[0-9{_C}]{{1,4}}年",
            # an address, a place on the globe
            r"(?<=号楼|[A-Z]座|单元|[0-9]栋|[0-9]幢)[0-9]{1,4}(?:层|单元|室|号)",
            rf"(?<=[北南]纬|[东西]经)(?:{_PLACE})(?:{_TO}(?:{_PLACE}))?",
            r"[0-9]{1,3}(?:\.[0-9]{1,8})?°(?:[0-9.]{1,8}['′])?(?:[0-9.]{1,8}[\"″])?[NSEW]",
            # telephone and document numbers
            r"[0-9]{3,4}-[0-9]{7,8}(?:-[0-9]{1,6})?",
            r"(?:400|800)-?[0-9]{3,4}-?[0-9]{3,4}(?![0-9])",
            r"1[3-9][0-9]{9}(?![0-9])",
            r"[0-9]{1,8}[号#](?!召|角|称|外)(?:线|楼|院|地块|标厂|公告|令|文)?",
            r"[0-9]{1,5}(?:路公交|次列车|次航班|国道|省道|国省道|热线|急救|指挥|报警|平台|工程|战略|计划|行动|规划|体系|模式|机制)",
            # a version, an issue by its date, wins and losses, a session by its number
            r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}(?:版|时代)",
            r"(?:19|20)[0-9]{4,6}期",
            r"[0-9]{1,3}胜(?:[0-9]{1,3}平)?(?:[0-9]{1,3}[负败])?|[0-9]{1,3}平[0-9]{1,3}[负败]",
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

_HOUR = r"(?:[01]?[0-9]|2[0-4]|[一二三四五六七八九十]{1,2}|二十[一二三四])点"
_POINTS = (
    r"[^\W\d_]{0,4}(?:建议|意见|要求|希望|体会|启示|看法|共识|倡议|不足|经验|原因|思考|想法|主张|举措|措施)"
)
_DECIMALS = "[〇零一二三四五六七八九十]{1,8}+(?![分刻])"
HOUR = re.compile(
    rf"{_HOUR}(?!{_POINTS}|{_DECIMALS})(?:[0-9一二三四五六七八九十]{{1,3}}分|[0-5][0-9](?![0-9])|半|整|钟|一刻|三刻|许)?"
    rf"(?:{_TO}(?:次日|凌晨|下午|晚上?)?{_HOUR}(?:半|整|钟)?)?"
)
"""8点, 晚上7点到9点; not 5点建议."""
POINTS_CUE = re.compile("[涨跌升降高低挫落弹扬](?:了|近|约|超|超过|逾|达){0,2}$")

ORDINAL = re.compile(
    rf"[ ]?(?:[0-9]{{1,9}}|[{_C}]{{1,9}})(?:[ ]?{_TO}[ ]?第?(?:[0-9]{{1,9}}|[{_C}]{{1,9}})){{0,9}}"
)
"""What stands behind 第."""
NAMES = names(
    """
    一带一路 一国两制 两个一百年 两个毫不动摇 两个维护 两个确立 两个结合 两个务必 两个文明 两个全覆盖
    三个代表 三个务必 三个一百 三个全面 四个全面 四个意识 四个自信 四个伟大 四个服务 四个中心 四个革命
    四个面向 四个不摘 五个一工程 五位一体 三位一体 四位一体 六个必须 八项规定 十项措施 三项机制
    三严三实 两学一做 三会一课 三个区分开来 三重一大 三项岗位 两不愁 三尺讲台 三口之家 四口之家
    五口之家 三人行 五年规划 五年计划 三年行动 百日攻坚 百日行动 三伏天 三九天 千人计划 万人计划
    百人计划 百家讲坛 十四届 二十届 十九届 十八届 十三届 十二届 三农 三北 两会 两弹一星 双一流 三定
    三公 三同时 三资 五险一金 六保 六稳 一老一小 两弹 三甲 二代 二维 三维 三元桥 三元里 五台山 五台县
    五家渠 七台河 三门峡 三门县 五棵松 九棵树 三间房 三家店 五道口 六里桥 十里河 三里屯 八里庄 百万庄
    四道口 六道口 三角洲 四季 八达岭 六盘水 九寨沟 二连浩特 一号 一把手 一条龙 一站式 一揽子 一体化
    一次性 一口气 一家人 一方面 一系列 一部分 一会儿 一辈子 一个劲 一代人 一窗通办 一网通办 一门式
    二次元 二次创业 二次供水 二次污染 二次分配 二次装修 三次产业 二次加压 三次分配 二把手 三方 两口子
    三人制 五人制 三对三 一对一 三大球 三项制度 三包政策 七天乐
    三支一扶 两优一先 九年义务 七匹狼 九台区 零头 零件 零部件
    三轮车 一千零一夜 一家三口 一家四口 一家五口 三孩 一孩 二孩
    """
)
IDIOMS = names(
    """
    一年一度 一年四季 一年到头 一年之计 一年半载 一天到晚 一举一动 一举两得 一举三得 一心一意 一草一木
    一点一滴 一分为二 一五一十 一丝不苟 一成不变 一波三折 一日千里 一针一线 一砖一瓦 一箭双雕 一石二鸟
    一刀两断 一目十行 一天天 一年年 一片片 一件件 两全其美 两面三刀 两手准备 两步走 三步走 半斤八两
    三番五次 三番两次 三年五载 三天两头 三三两两 三言两语 三长两短 三头六臂 三人成虎 三心二意 三顾茅庐
    四面八方 四通八达 五花八门 五体投地 五湖四海 五颜六色 七上八下 七嘴八舌 八面玲珑 八方 九牛一毛
    九牛二虎 九死一生 十年树木 十年如一日 十年磨一剑 十年寒窗 十分 十全十美 十字 十万火急 十万八千里
    十之八九 十有八九 百年大计 百年树人 百里挑一 百尺竿头 百折不挠 百花齐放 百发百中 百家争鸣 百家姓
    百战百胜 百分点 千家万户 千门万户 千头万绪 千方百计 千军万马 千山万水 千辛万苦 千言万语 千人千面
    千篇一律 千千万万 千变万化 千载难逢 千差万别 千里之行 千里马 千里迢迢 千年古 千秋万代 万里长城
    万里长征 万家灯火 万户千家 万众一心 万无一失 万事 万物 万象 万一 万岁 数一数二 数以万计 数以千计
    数以百计 数以亿计 几十年如一日 数十年如一日 二十年如一日 三十年如一日 成千上万 成百上千 三下五除二
    五十步笑百步 七尺男儿 万丈 三分钟热度 两码事 半壁江山 半途而废 半信半疑 半决赛 半导体 半径 半年报
    半年度 半成品 半边天 半自动
    """
)
"""Names, terms and idioms that begin with a number; those like 十百千万 have no unit and need no row."""

_OTHER = rf"[^\W\d_{numerals.CHINESE}]"
ONES = re.compile(rf"一{_OTHER}一{_OTHER}")
"""一户一策, 一企一账: one each."""

ORDINAL_PREFIXES = names("第 周 星期 礼拜 初 农历 正月 No. NO. №")
"""What makes the number behind it a place in a row."""

QUOTED = re.compile(
    r"[“‘「『]([^“‘「『”’」』，。；！？、：:\n]{1,12})[”’」』]|《[^《》\n]{1,80}》|〈[^〈〉\n]{1,60}〉"
    r"|[〔\[](?:19|20)[0-9]{2}[〕\]][0-9]{0,5}号?"
)
"""Short quotations (names and slogans), titles, years in document numbers."""

NOT_TERM = {"三公": "里斤顷分升", "十分": "钟之", "三包": "烟", "三方": "米"}
"""By name: what behind it makes it the beginning of an amount after all (十分钟, 三公里)."""

_TERMS = sorted({*NAMES, *IDIOMS}, key=len, reverse=True)
_BY_CHAR = {char: [term for term in _TERMS if term[0] == char] for char in {term[0] for term in _TERMS}}


BLANKED = re.compile("[0-9]{1,4} [一-龥—–~-]")
BLANK = re.compile("(?<=[0-9]) (?=[一-龥—–~-])|(?<=[一-龥—–~-]) (?=[0-9])")
_REACH = 40
"""Characters that a date with blanks takes at most."""

SPACED = re.compile("[0-9] [0-9]")
"""Digits set apart (1 2 3): what number they make is not known."""


def no_quantity_end(text: str, start: int) -> int:
    """Return where what begins at a number at `start` and is no quantity ends; else `start`."""
    behind = start - (text[start - 1 : start] == " ")
    if text.endswith(ORDINAL_PREFIXES, max(0, behind - 3), behind) and (found := _ordinal(text, start)):
        return found
    if text[start].isascii() and _glued(text, start):
        return numerals.run_end(text, start)
    for term in _BY_CHAR.get(text[start], ()):
        end = start + len(term)
        if text.startswith(term, start) and text[end : end + 1] not in tuple(NOT_TERM.get(term, "")):
            return end
    found_at = (
        ONES.match(text, start) or NEVER.match(text, start) or _clock(text, start) or _hour(text, start)
    )
    return found_at.end() if found_at else _spaced_end(text, start)


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


def _ordinal(text: str, start: int) -> int:
    """Return where the number behind 第 ends; behind 周 a Chinese one is but one digit. 0: it counts."""
    found = ORDINAL.match(text, start)
    whole = text[start].isascii() or text.endswith("第", 0, start)
    return found.end() if found and (whole or found.end() == start + 1) else 0


def _glued(text: str, start: int) -> bool:
    """Tell whether a number is part of a Latin name, a code or another number: D9, 4-15, 007."""
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return True
    if SPACED.match(text, max(0, start - 2)) and not text[start + 1 : start + 2].isdigit():
        return start >= 2
    before = text[max(0, start - 2) : start]
    last = before[-1:]
    if last.isascii() and (last.isalnum() or last == "_"):
        return True
    return len(before) == 2 and last in "-./+" and before[0].isascii() and before[0].isalnum()
