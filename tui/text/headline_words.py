"""What headlines, and the names above them, are made of: patterns, of whole lines unless they say it."""

import re

from tui.text.vocabulary import BULLET, GENRES, compact, simplified

WORD = r"[^\W\d_]"
"""A letter; in these lines, a Chinese character."""
COUNTED = "[一二三四五六七八九十两]"


def _any_of(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


NOTICE = _any_of(
    "更正|勘误|致歉|道歉|声明|启事|讣告|讣闻|公告|通告|通知",
    "[鸣致答]谢|感谢信|表扬信?|慰问信|倡议书|公开信|贺信|唁电|喜讯|喜报|捷报",
    "寻[人物猫犬狗]|招领|招租|征婚|编[后余]话?|编后语",
)
LISTING = _any_of(
    "积分榜|射手榜|排行榜?|获奖名单|分数线|荣誉榜|牌价|公示",
    "预报|预告|灯谜|谜语|职业介绍|指南|须知|招聘|招募令?|求购|供求信息",
)
TIPS = "(?:健康|生活|温馨|安全)?小?贴士|(?:新闻|相关|知识|背景)链接|名词解释|小知识|小常识"
OPINION = "社评|社论|短评|时评|快评|微评|来论|(?:国际|记者|财经|热点)观察|新闻分析|述评|综述|特写|专访"
STANDING = re.compile(
    _any_of(
        # notices: 寻人启事, 更正与致歉, 某某公司公告
        f"{NOTICE}(?:[与和及]?(?:更正|致歉|说明|声明|启事))?",
        "[^，。、]{1,20}(?:公告|启事|声明|通告|通报)",
        "关于[^，。]{2,40}的(?:公告|通[告知报]|公示|决定|决议|意见|批复|复函|报告|请示|函)",
        "征[稿订文][^，。]{0,4}",
        "(?:温馨|警方|友情|安全|特别|便民)提示",
        # what is the same every day: weather, programmes, rates, draws
        "(?:今日|明日|今明|本市|一周)?天气(?:预报|趋势|提示)?",
        "[^，。、]{0,6}(?:日|周[一二三四五六日]|星期[一二三四五六日]|电视|广播)节目(?:预告|抢先看|一览|单|表)?",
        "[^，。]{0,6}(?:汇率|中间价|行情|赛程|赛果)",
        "[^，。]{2,24}开奖(?:公告|信息|结果)?",
        "(?:今[日晚]|明[日晚]|本周|一周|每周|上周)(?!要闻|新闻)[^，。]{2,4}",
        "历史上的今天|一句话(?:新闻|[^，。]{2,4})|图片(?:新闻|报道)|便民信息",
        # lists and figures
        f"[^，。、：]{{0,20}}{LISTING}",
        "[^，。、：]{2,8}(?:一览表?|速查|速览)",
        "(?:[捐乐]款|赞助)?芳名录?",
        "[^，。、]{0,8}(?:水位|[灾疫雨汛险旱震]情|路况)(?:快报|通报|简报|公报)",
        "数(?:字看|说)[^，。]{1,6}|数据(?:对比|一览|回放)",
        # riddles, proverbs, jokes, by their number
        f"[^，。、：]{{0,8}}(?:灯谜|谜语|谚语|笑话|对联|格言|歇后语|残局)(?:{COUNTED}+[则条副个首句])?",
        # 试一试, 想一想
        rf"(?P<verb>{WORD})一(?P=verb)",
        # what stands beside an article: tips, links, notes of the editors, pictures
        f"(?:{TIPS})[:：].{{4,30}}",
        "(?:编后|编后语|编余|编辑(?:手记|点评))(?:[:：].{2,30})?",
        r".{4,30}[（(](?:附|配)?(?:图片?|照片|表|组图)[一二三四五六\d]*[张幅]?[）)]",
        # a sort of text or a place before the title proper: 社论：…, 望津｜…
        f"(?:{OPINION})[:：].+",
        rf"{WORD}{{2,6}}\s*[丨|｜]\s*[^丨|｜]{{4,}}",
    )
)
"""Titles that stand for themselves, over a text without a byline, or say of what sort it is."""


def is_standing(text: str) -> bool:
    """Tell whether a line is a title that stands for itself; the characters of a word may be set apart."""
    return STANDING.fullmatch(compact(simplified(text))) is not None


COLUMN = re.compile(
    _any_of(
        # two characters and what such columns end with: 望津快递, 农家园地
        f"{WORD}{{2}}(?:快递|快讯|速递|速览|短讯|信箱|钩沉|集萃|撷英|杂谈|随笔|副刊|文摘|问答|论坛|茶座|广角|纵横|扫描)",
        f"{WORD}{{2}}(?:看台|沙龙|札记|之窗|观察|透视|连线|议事|夜话|有约|会客厅|园地|天地|之友|之家|之声|一线|风采|讲堂|课堂|妙招|百科)",
        f"(?:每日|每周){WORD}{{2}}",
        # names that many papers share
        r"(?:新春)?走基层(?:[·•丨|｜]\S{2,12})?",
        "图片新闻|读编往来|编读往来|街谈巷议|今日谈|每周一评|杂谈|漫谈|卷首语|刊首语|小知识|小常识|知识窗|温馨提示",
        "时评|短评|来论|争鸣|随想|书评|影评|剧评",
        "笑一笑|开心一[刻笑]|(?:轻松|幽默)一刻|笑口常开|笑林(?:新)?|幽默(?:角|园|小品)",
        "(?:新闻|相关|延伸)?(?:链接|阅读)",
        "读者(?:之声|热线)|百姓(?:话题|心声)",
    )
)
"""What a column of a paper is called, above the title of what stands in it this time."""


def names_column(text: str) -> bool:
    """Tell whether a line is what columns of papers are called."""
    return COLUMN.fullmatch(compact(simplified(text))) is not None


BRACKETED = re.compile(r"[【〔\[［][^】〕\]］，。：]{2,8}[】〕\]］]")
"""The name of a column within brackets."""
BULLETED_NAME = re.compile(f"{BULLET}(?!.*(?:链接|背景|资料|档案|名片|简介|相关|延伸|附)){WORD}{{2,6}}")
"""The name of a column behind a bullet, above a headline without one."""
LABEL = re.compile(
    f"(?!.*来信)(?:{WORD}{{2,4}}|{WORD}{{1,3}}[与和]{WORD}{{1,3}})(?:[·•]{WORD}{{2,4}}| [A-Za-z ]{{2,16}})?"
)
"""What heads a page: its name in a word or two."""
PAPER_NAME = re.compile(f"{WORD}{{2,8}}(?:[日晚早晨午时周月校厂院]报|周刊|月刊|校刊)")
"""What heads a page of a small paper, without a date."""
PEN_NAME = re.compile(
    "(?!引子|引言|前言|序言|楔子|背景|概述|摘要|结语|后记|尾声|附记|上篇|下篇|中篇"
    f"|{WORD}{{0,2}}[榜表篇章节版类]){WORD}{{2,3}}"
)
"""A name without a common surname."""
CYCLE = re.compile(
    "(?:[（(]外[一二三四五六]首[）)]|组诗|[二两三四五六七八九十]首|[二三四五六七八九]题|[二三四五六七]章)"
)
"""Found in a headline over several poems or short pieces, each of which has a heading."""
OFFICE = re.compile(
    f"{WORD}{{2,16}}(?:(?:兽医|农技|推广|气象|防疫|监测|卫生|服务)站|卫生[院所]|研究[所院]|疾控中心|委员会|办公室|编辑部|宣传部|组织部|团委|工会|气象[局台]|调查队)"
)
"""An institution that signs below a title; few headlines end as its name does."""
GENRE = re.compile(rf"[（(][^（）()，。]{{0,6}}(?:{GENRES})[）)]")
"""Of which sort a text is, below its title."""
FIGURE = r"(?:\d+(?:\.\d+)?|百分之[一二三四五六七八九十点]+|(?<![\d.])[一二三四五六七八九十百千万亿两零]{2,})"
"""A number; one written in characters has two of them, because one may be part of a word."""
DASH = re.compile(r"(?:[—–―─-]{1,2}|一[一—–―─-]|[—–―─-]一)\s*\S")
"""How a subtitle may begin; recognition reads a dash as the numeral one."""
ELABORATES = re.compile(
    r"(?:同比|环比|[较比][去上]年|每[人月年户亩]|最[高低大多]|首[日批期]|预计|累计|平均|总投资|总面积|现场签约"
    rf"|惠及|涉及|覆盖|年内|共|全[省市县区乡镇村社厂校])[^，。]*{FIGURE}|[（(]?第\d+号[）)]?$"
    r"|[^\W\d_]{1,4}问[:：]"
)
"""How a line begins that says more of the one above."""
