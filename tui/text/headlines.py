"""The roles of the lines above an article, such as the title."""

import re

from tui.model import Role
from tui.text.reflow import never_first, numbered
from tui.text.units import Unit
from tui.text.vocabulary import BULLET, GENRES, ORGAN, compact, is_author, simplified

ASKED = ("本报", "记者", "访", "专访")
DASH = re.compile(r"[—–―─-]{1,2}\s*\S")
ORGAN_NAME = re.compile(ORGAN)
GENRE = re.compile(rf"[（(][^（）()，。]{{0,6}}(?:{GENRES})[）)]")
"""Of which sort a text is, below its title."""
COMMA = re.compile("[，：,;]")
STOP = re.compile("[。；]")
OPENERS = re.compile(
    r"本次|此次|据|近日|此外|同时|随后|目前|其中|[^，]{0,3}活动中|会上|截至|今年|去年|这|该|在|为|“|\d+月|\d+年"
)
"""How the paragraphs of a report begin, and headings seldom."""
REST = re.compile("[^，。；：！？]{1,4}。.")
"""So few characters before a full stop are the rest of the sentence above."""
GOES_ON = frozenset("向并及等和或与而也还都就被把使之则所得地")
"""What stands within a sentence and seldom at its beginning."""
HALF = frozenset("以和与及在对将把被从向并而且是")
"""What a sentence may be broken behind, and no heading ends with."""
STANDING = re.compile(
    "(?:更正|勘误|致歉|道歉|声明|启事|讣告|讣闻|公告|通告|通知|[鸣致答]谢|感谢信|表扬信?|慰问信|倡议书|公开信|贺信|唁电|喜讯|喜报|捷报|寻[人物猫犬狗]|招领|招租|征婚|编[后余]话?|编后语)(?:[与和及]?(?:更正|致歉|说明|声明|启事))?|"
    "(?:今日|明日|今明|本市|一周)?天气(?:预报|趋势|提示)?|[^，。、]{1,20}(?:公告|启事|声明|通告|通报)|[^，。、]{0,6}(?:日|周[一二三四五六日]|星期[一二三四五六日]|电视|广播)节目(?:预告|抢先看|一览|单|表)?|[^，。、：]{0,8}(?:灯谜|谜语|谚语|笑话|对联|格言|歇后语)(?:[一二三四五六七八九十两]+[则条副个首句])?|(?:温馨|警方|友情|安全|特别)提示|(?:[捐乐]款|赞助)?芳名录?|数(?:字看|说)[^，。]{1,6}|数据(?:对比|一览|回放)|[^，。]{2,24}开奖(?:公告|信息|结果)?|[^，。]{0,6}(?:汇率|中间价|行情|赛程|赛果)|"
    "(?:(?:健康|生活|温馨|安全)?小?贴士|(?:新闻|相关|知识|背景)链接|名词解释|小知识|小常识)[:：].{4,30}|"
    ".{4,30}[（(](?:附|配)?(?:图片?|照片|表|组图)[一二三四五六\\d]*[张幅]?[）)]|"
    "(?:编后|编后语|编余|编辑(?:手记|点评))(?:[:：].{2,30})?|一句话新闻|图片(?:新闻|报道)|[^，。、：]{0,20}(?:积分榜|射手榜|排行榜?|获奖名单|分数线|预报|预告|灯谜|谜语|职业介绍|牌价|公示|指南|须知|招聘|招募令?|荣誉榜|求购|供求信息)|(?:今日|明日|本周|一周|每周|上周)(?!要闻|新闻)[^，。]{2,4}|一句话[^，。]{2,4}|[^，。、：]{2,8}(?:一览表?|速查|速览)|([^\\W\\d_])一\\1|征[稿订文][^，。]{0,4}|历史上的今天|"
    ""
    "(?:社评|社论|短评|时评|快评|微评|来论|(?:国际|记者|财经|热点)观察|新闻分析|述评|综述|特写|专访)[:：].+|[^\\W\\d_]{2,6}\\s*[丨|｜]\\s*[^丨|｜]{4,}"
)
"""Titles that stand for themselves, over a text without a byline, or say of what sort it is."""


def is_standing(text: str) -> bool:
    """Tell whether a line is a title that stands for itself; the characters of a word may be set apart."""
    return STANDING.fullmatch(compact(simplified(text))) is not None


BULLETED = re.compile(BULLET)
LABEL = re.compile(
    "(?!.*来信)(?:[^\\W\\d_]{2,4}|[^\\W\\d_]{1,3}[与和][^\\W\\d_]{1,3})"
    "(?:[·•][^\\W\\d_]{2,4}| [A-Za-z ]{2,16})?"
)
"""What heads a page: its name in a word or two."""
PAPER_NAME = re.compile("[^\\W\\d_]{2,8}(?:[日晚早晨午时周月校厂院]报|周刊|月刊|校刊)")
"""What heads a page of a small paper, without a date."""
COLUMN = re.compile(
    "[^\\W\\d_]{2}(?:快递|快讯|速递|速览|短讯|信箱|钩沉|集萃|撷英|杂谈|随笔|副刊|文摘|问答|论坛|茶座|广角|纵横|"
    "扫描|看台|沙龙|札记|之窗|观察|透视|连线)|"
    "(?:新春)?走基层(?:[·•丨|｜]\\S{2,12})?|图片新闻|读编往来|今日谈|每周一评|杂谈|漫谈|街谈巷议|卷首语|刊首语|小知识|小常识|"
    "时评|短评|来论|争鸣|随想|书评|影评|剧评|编读往来|(?:新闻|相关|延伸)?(?:链接|阅读)|温馨提示|[^\\W\\d_]{2}(?:园地|天地|之友|之家|之声|一线|风采|论坛|讲堂|课堂|妙招|百科)|"
    "(?:每日|每周)[^\\W\\d_]{2}|知识窗|读者(?:之声|热线)|百姓(?:话题|心声)"
)
"""What a column of a paper is called, above the title of what stands in it this time."""
PEN_NAME = re.compile(
    "(?!引子|引言|前言|序言|楔子|背景|概述|摘要|结语|后记|尾声|附记|上篇|下篇|中篇|[^\\W\\d_]{0,2}[榜表篇章节版类])[^\\W\\d_]{2,3}"
)
"""A name without a common surname."""
BRACKETED = re.compile(r"[【〔\[［][^】〕\]］，。：]{2,8}[】〕\]］]")
"""The name of a column within brackets."""
BULLETED_NAME = re.compile(f"{BULLET}(?!.*(?:链接|背景|资料|档案|名片|简介|相关|延伸|附))[^\\W\\d_]{{2,6}}")
"""The name of a column behind a bullet, above a headline without one."""
CYCLE = re.compile(
    "(?:[（(]外[一二三四五六]首[）)]|组诗|[二两三四五六七八九十]首|[二三四五六七八九]题|[二三四五六七]章)"
)
"""A headline over several poems or short pieces, each of which has a heading."""
UNSURE = 0.85
CHAPTER = 8
"""Characters of the name of the first piece of a cycle, below the author."""
FIGURE = re.compile(r"\d+(?:\.\d+)?")
ELABORATES = re.compile(
    r"(?:同比|环比|[较比][去上]年|每[人月年户亩]|最[高低大多]|首[日批期]|预计|累计|平均|总投资|总面积|现场签约|惠及|涉及|覆盖|年内|共)[^，。]*\d|[（(]?第\d+号[）)]?$"
)
"""How a line begins that says more of the one above."""


def roles_of(group: list[Unit], signed: bool = True) -> tuple[list[Role], float]:
    """Return the role of each line of a headline, and how sure that is.

    The title is the line with the highest Markdown level; of several, or where there is none, the second,
    unless that one reads as a subtitle of the first. What stands above it is kicker, what stands below it
    subtitle; a name below it is the author's, a numbered line below it, or a short one below the author, the
    heading of the first section.

    Args:
        group: the lines.
        signed: whether the last may be a name.
    """
    cycle = len(group) > 2 and CYCLE.search(group[-3].text) is not None
    posted = len(group) > 2 and len(group[-2].text) > CHAPTER
    if (cycle or posted) and is_author(group[-2].text, surname=True) and len(group[-1].text) <= CHAPTER:
        above, sure = roles_of(group[:-1])
        return [*above, "heading"], sure
    below_it = len(group) > 1 and numbered(group[-1].text) and not numbered(group[0].text)
    named = group[:-1] if below_it else group
    signed = signed and names_author(named)
    lines = named[:-1] if signed else named
    highest = min((unit.level for unit in lines if unit.level), default=0)
    best = [at for at, unit in enumerate(lines) if unit.level == highest]
    title = best[0]
    standing = next((at for at in best if is_standing(lines[at].text)), None)
    largest = _largest([lines[at] for at in best])
    if standing is not None:
        title = standing
    elif largest is not None:
        title = best[largest]
    elif len(best) > 1 and not _reads_as_subtitle(lines[best[1]].text, lines[title].text):
        title = best[1]
    roles: list[Role] = ["title"]
    roles[:0] = ["kicker"] * title
    points = [BULLETED.match(unit.text) is not None for unit in lines[title + 1 :]]
    roles += ["lead" if point and sum(points) > 1 else "subtitle" for point in points]
    if signed:
        roles.append("byline")
    if below_it:
        roles.append("heading")
    return roles, 1.0 if len(best) == 1 else UNSURE


def _largest(lines: list[Unit]) -> int | None:
    """Return which line of a headline is set in the largest type, where that can be told.

    Larger type fills a column with fewer characters: a line that was broken shows how many, and the
    others have longer pieces.
    """
    widest = [max(end - start for start, end in line.segments) for line in lines]
    broken = [at for at, line in enumerate(lines) if len(line.segments) > 1]
    if not broken:
        return None
    least = min(broken, key=lambda at: widest[at])
    others = [size for at, size in enumerate(widest) if at != least]
    return least if others and all(size > widest[least] for size in others) else None


def names_author(group: list[Unit]) -> bool:
    """Tell whether the last line of a headline is a name: a pen name too, which no subtitle is as
    short as."""
    if len(group) < 2:
        return False
    text, above = group[-1].text, group[-2].text
    like_one = (
        PEN_NAME.fullmatch(text) is not None
        and not is_author(above, surname=True)
        and len(above) >= len(text)
        and not group[-1].level
    )
    return is_author(text) or (
        like_one and not COLUMN.fullmatch(above) and above[-1] not in "笔谈话录苑窗角栏"
    )


def reads_as_name(text: str) -> bool:
    """Tell whether a line of a headline may as well be who signed the text above, or the name of a column."""
    return ORGAN_NAME.fullmatch(simplified(text)) is not None or COLUMN.fullmatch(text) is not None


def labels_of(group: list[Unit], top: bool = False, signed: bool = True) -> tuple[int, float]:
    """Return how many lines above a headline are names of a page or of a column, and how sure that is.

    Args:
        group: the lines like headlines.
        top: whether nothing but furniture stands above them on the page.
        signed: whether a line below a title may be a name.
    """
    at = 0
    while top and at + 1 < len(group) and group[at].text.isdigit():
        at += 1
    below = at + 2 < len(group) and is_author(group[at + 2].text)
    if at + 1 == len(group) or (signed and is_author(group[at + 1].text) and not below):
        return at, 1.0
    bulleted = BULLETED_NAME.fullmatch(group[at].text) and not BULLETED.match(group[at + 1].text)
    if bulleted or COLUMN.fullmatch(group[at].text) or BRACKETED.fullmatch(group[at].text):
        return at + 1, 1.0
    one, other = group[at : at + 2]
    below = not _reads_as_subtitle(other.text, one.text) and (not one.level or 0 < other.level <= one.level)
    named = _is_label(one.text) or PAPER_NAME.fullmatch(one.text) is not None
    if below and named:
        column = top or (other.level > 0 and not one.level and len(one.text) < CHAPTER)
        return (at + 1 if column else at), UNSURE
    return at, 1.0


def _is_label(text: str) -> bool:
    return LABEL.fullmatch(text) is not None and not is_standing(text)


def _reads_as_subtitle(text: str, above: str) -> bool:
    """Tell whether a line begins with a dash, says whom a reporter asked, or gives figures for that above."""
    if DASH.match(text) or GENRE.fullmatch(text) or text.startswith(ASKED) or ELABORATES.match(text):
        return True
    return len(FIGURE.findall(text)) >= 2 > len(FIGURE.findall(above))


def seems_cut(text: str, after: str, around: str) -> int:
    """Return the evidence that a short line is the beginning of a sentence rather than a heading.

    Args:
        text: the line.
        after: the text below it.
        around: the page near it: a word that is cut at the seam often stands elsewhere on it.
    """
    return (
        (4 if STOP.search(text) else 2 * min(2, len(COMMA.findall(text))))
        + bool(OPENERS.match(text))
        + (len(text) > 24)
        + 3 * never_first(after)
        + 2 * (after[1:2] in "，、," and not numbered(after))
        + 2 * (after[:1] in GOES_ON)
        + 2 * (REST.match(after) is not None)
        + (text[-1] + after[:1] in around)
        + 3 * (text[-1] in HALF)
        - 3 * (text[0] in "“「" and text[-1] in "”」")
        - 2 * (" " in text or "\u3000" in text)
        - 3 * numbered(text)
        - bool(OPENERS.match(after))
    )
