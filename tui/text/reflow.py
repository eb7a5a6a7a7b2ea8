"""Reflow: undoes column breaks and hard wraps, and decides what joins the lines."""

import re
from functools import lru_cache

from tui.model import Segment
from tui.text.vocabulary import DAY, LISTED, simplified

FINISHED = re.compile(
    r"[。！？!?…][”’」』）)】》〕\]]*(?:[（(][^（）()]{1,24}[）)]|[■□◆●])?$|"
    r"[A-Za-z)][.][”’）)\"']*$|"
    r"(?:电话|热线|手机|传真|微信|邮箱|QQ)[^，。]{0,4}[:：]?\s*[\w.@-]{5,20}[）)]?$|"
    r"[。！？!?…][”’」』]\s*[—–―─]{1,2}[^，。“”]{2,14}$"
)
KEPT = 200
ITEM = re.compile(
    rf"(?:{DAY}\s*)?(?:[上下中]午|晚上?|[早凌]晨?上?)?\d{{1,2}}[:：]\d{{2}}(?!\d)[^。]*$|"
    rf"{LISTED}(?:[ \u3000、]+{LISTED}){{2,}}$|"
    r"[特一二三四优][等秀]奖(?:[（(][^（）()]*[）)])?$|(?:[^\W\d_]{2,4}《[^《》]{1,20}》\s*){1,6}$|\d{1,2}\s+《[^《》]{1,30}》[^。]{0,20}$|"
    r"[^\s，。]{1,12}(?:\s+[^\s，。]{1,8}){1,2}\s+[\d.,]+$|"
    r"[^\s，。（(]{2,8}[（(][^（）()]{2,10}[）)]\s*\d+\S{0,2}$|"
    r"[^\s，。]{1,12}(?:\s+(?:[-+−↑↓]?\d[\d.,]*[%％‰]?(?:[^\W\d_]{1,3}(?:[/／][^\W\d_]{1,3})?)?|[—－-])){2,}$|"
    r"[A-DＡ-Ｄ]\s?[.．、][^。]{1,20}?(?:\s+[B-EＢ-Ｅ]\s?[.．、][^。]{1,20}?)+$|"
    r".*[（(]打[^（）()]{1,8}[）)]$|[上本]期(?:谜底|答案)[:：].*$|"
    r"(?:题目|人\s*物|时\s*间|地\s*点|岗位|人数|名额|要求|条件|待遇|报名|主讲人?|主持人?|票价|嘉宾|报名(?:方式|时间|地点)?|导演|主演|对象)[:：][^。]{2,40}$|"
    r"[^\s，。]{1,10}[ \u3000]+[一二三四五六七八九十百千万萬零两〇]+[元圆圓斤]$|"
    r"\d[\d.]*[^，。\d]{0,4}[—－]{2}[^，。]{2,30}$|"
    r"[^\W\d_]{2,10}[:：]\s*\d(?:[\u4e00-\u9fff]?[^。，\u4e00-\u9fff]){0,20}[\u4e00-\u9fff]{0,2}$|[^\W\d_]{2,8}\s+\d{1,2}[:：]\d{2}(?!\d)[^。]*$|[^。，]*[雨晴云阴雪][^。]*，[^。]*风[^。]*级[^。]*$|"
    r"[^\s，。]{1,12}\s+[\d.,]+\s*[^\s，。\d]{1,2}[/／][^\s，。\d]{1,3}$|[^。]*\d(?:℃|级)[^。]*(?:\d℃|\d级|\d米)[^。]*$"
)
"""A line that begins with a time of day, one of nothing but names, a row of figures, a day's weather."""
FACT = re.compile(r"[^\W\d_]{2,6}[:：][^。！？!?]{1,40}(?<![，、；：])")
NEVER_FIRST = frozenset("，。、；：？！,;:?!”’」』）)】》〉〕％%的了着们")
"""What no paragraph begins with (ASCII stops and brackets included)."""
BEGINS = re.compile("着[急火手眼力重实陆凉迷装色想落]|了[解结却不断得无然]|的[士确卢]")
"""Words that begin with one of these."""
SIGN = (
    "(?:(?:白羊|牡羊|金牛|双子|巨蟹|狮子|处女|天秤|天平|天蝎|射手|人马|摩羯|魔羯|山羊|水瓶|双鱼)座"
    "|(?:属|生肖)[鼠牛虎兔龙蛇马羊猴鸡狗猪])"
)
"""The parts of a horoscope, which are known as numbers are."""
NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]\d{1,2}[）)]|\d{1,2}[、.．](?!\d)|[①-⑳]"
    r"|(?:(?:PART|Part|NO|No)[. ]{0,2})?\d{1,2}$|\d{1,2}(?:\.\d{1,2}){0,2}[ \u3000]+(?=[^\W\d_]{2,16}$)"
    r"|第[一二三四五六七八九十]{1,3}[章节条，、 ]"
    rf"|{SIGN}(?:[（(][^（）()]{{1,14}}[）)])?$"
    r"|(?:\d{4}年)?\d{1,2}月\d{1,2}日[ \u3000，,]+(?:星期[一二三四五六日天][ \u3000，,]*)?"
    r"(?:[阴晴雾霾]|多云|[大中小阵雷暴]{0,2}[雨雪])(?:[转间到][阴晴雨雪云多]{1,2})?$"  # a day of a diary
)
LATIN_END = re.compile(r"[A-Za-z][A-Za-z'’]*[,.;:!?)\"'’]*$|[A-Za-z]+\d+$")
LATIN_START = re.compile(r"[(\"'“‘]?[A-Za-z]")
HYPHEN = re.compile(r"[a-z]-$")
PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "「": "」", "『": "』", "【": "】", "(": ")"}
CLAUSES = re.compile("[，；、]")
BRACKETS = str.maketrans("()", "（）")
"""Recognition opens a bracket in one width and closes it in the other."""
CLOSERS = {close: opening for opening, close in PAIRS.items()}


@lru_cache(maxsize=512)
def listed(text: str) -> bool:
    """Tell whether a line stands alone: of a programme, a forecast or a table, or a list of names."""
    return ITEM.match(simplified(text[:KEPT])) is not None


def states_fact(text: str) -> bool:
    """Tell whether a line says what, when or where after a word and a colon, and no more."""
    return FACT.fullmatch(text) is not None


def finished(text: str) -> bool:
    """Tell whether a text ends as a paragraph does."""
    return FINISHED.search(text[-30:]) is not None or listed(text)


def tells(text: str) -> bool:
    """Tell whether a line has a stop as sentences have, and headlines only between clauses that are equally
    long."""
    clauses = CLAUSES.split(text)
    return len(clauses) > 1 and (len(clauses) > 2 or len(clauses[0]) != len(clauses[1]))


def never_first(text: str) -> bool:
    """Tell whether no paragraph can begin like this."""
    return text[:1] in NEVER_FIRST and not BEGINS.match(text)


def numbered(text: str) -> bool:
    """Tell whether a text begins with the number of a section or of a point."""
    return NUMBERED.match(text) is not None


def balanced(text: str) -> bool:
    """Tell whether every quotation mark and bracket in a short text is opened and closed."""
    open_now: list[str] = []
    for character in text.translate(BRACKETS) if "(" in text or ")" in text else text:
        if character in PAIRS:
            open_now.append(character)
        elif character in CLOSERS and (not open_now or open_now.pop() != CLOSERS[character]):
            return False
    return not open_now


def seam(page: str, before: Segment, stop: int, after: str) -> tuple[Segment, Segment | None]:
    """Return the last segment of a line as it is joined to the next, and what of the line's end is shown.

    Chinese joins without anything. Between Latin words one blank or the line feed is kept; a hyphen that
    breaks a word is left out.

    Args:
        page: the page's text.
        before: the segment that ends with the line.
        stop: where the line's break begins.
        after: the next line.
    """
    start, end = before
    tail = page[max(start, end - 40) : end]
    if HYPHEN.search(tail) and "a" <= after[:1] <= "z":
        return (start, end - 1), None
    if not (LATIN_END.search(tail) and LATIN_START.match(after)):
        return before, None
    if end < stop and page[end].isspace():
        return before, (end, end + 1)
    feed = stop + 1 if page.startswith("\r\n", stop) else stop
    return before, (feed, feed + 1)
