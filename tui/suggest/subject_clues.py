"""What the words around a candidate say of whether a metric is about it, and words that stand for a subject.

The rules are those of Chinese news: who tells a figure is named before it (据…介绍, …数据显示), what a
figure is of opens its clause, places and times before it come with a preposition, later sentences speak of
该公司.
Sources: 吕叔湘《现代汉语八百词》(prepositions, pronouns); 新华社 usage (attribution).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui.model import Segment
from tui.suggest.word_lists import BODIES, POSTS, PREPOSITIONS, REPORTING, SUFFIXES

LONGEST = 1000
"""Characters of a clause that are looked at."""
CLAUSE_END = "，；。！？：\n,;!?:"
_REPORTING = "|".join(sorted(REPORTING, key=len, reverse=True))
TOLD = re.compile(rf"[^，；。！？：\n,;!?:“”]{{0,14}}?(?:{_REPORTING})(?=[，。：,:“”！\n]|$)")
"""Behind a name: that it tells the figure."""
_PREPOSITION = re.compile(rf"(?:{'|'.join(PREPOSITIONS)})$")
_LEADING = re.compile(
    r"[“‘（\s]*(?:其中|此外|同时|目前|另外|据悉|据了解|据统计|截至目前|不过|而|但|则)?[“‘（\s]*$"
)
"""What may stand before a subject that opens its clause."""
_BODY = "|".join(sorted(BODIES, key=len, reverse=True))
_OF_PERSON = re.compile(
    rf"[^，；。！？：\n,;!?:派请聘]{{0,4}}?(?:{'|'.join((*SUFFIXES['TITLE'], *POSTS))})"
    rf"(?![^，；。！？：\n,;!?:]{{0,6}}(?:{_REPORTING}))[\u3400-\u9fff]{{2}}"
)
"""Behind a name: whose post or team it is, that of a person who is spoken of and does not tell the figure."""
STANDS_FOR = re.compile(
    rf"(?:该|本|我|全)[省市区县旗州盟镇乡村](?:{_BODY})"
    r"|(?:全[校院厂线队园]|辖区|两国)(?![区家])"
    rf"|(?:该|本|我)(?:{_BODY}|[校院厂行局所社队司])"
    rf"|(?:(?<=[，。；：”\n的])|(?<![\s\S]))(?:{_BODY})(?=[\u3400-\u9fff])"
)
"""A pronoun with a body (该区总工会, 本公司), or a body alone that opens a clause (公司实现…)."""


def clues(text: str, range_: Segment, head: Segment, times: Sequence[Segment]) -> Iterator[str]:
    """Yield what speaks for a candidate as the subject of a metric, or against it.

    Args:
        range_: of the candidate, reading offsets.
        head: of the metric.
        times: ranges of times, ascending: what stands behind one opens its clause too.
    """
    start, end = range_
    least = max(0, head[0] - LONGEST)
    clause = max(least, 1 + max(text.rfind(mark, least, head[0]) for mark in CLAUSE_END))
    if end == head[0] and not text.startswith(("全", "本", "该", "我"), start):
        yield "counted"
    if clause <= start < head[0]:
        yield "clause"
    if _opens(text, start, times):
        yield "opens"
    if TOLD.match(text, end):
        yield "told"
    elif _PREPOSITION.search(text, max(0, start - 3), start):
        yield "object"
    if _OF_PERSON.match(text, end):
        yield "attribute"
    first_line = text.find("\n")
    if start > first_line >= 0 and text[start:end] in text[:first_line]:
        yield "title"


def _opens(text: str, start: int, times: Sequence[Segment]) -> bool:
    """Tell whether a clause opens at an offset, for all that times and conjunctions stand before."""
    while True:
        lead = _LEADING.search(text, max(0, start - 12), start)
        at = lead.start() if lead else start
        if at == 0 or text[at - 1] in CLAUSE_END:
            return True
        before = times[bisect_right(times, (at, at)) - 1] if times else (0, 0)
        if before[1] != at or before[0] >= start:
            return False
        start = before[0]


def stand_ins(text: str) -> Iterator[Segment]:
    """Yield words that stand for a body named before: 该区总工会, 本院, 公司."""
    yield from (match.span() for match in STANDS_FOR.finditer(text))
