"""Headlines that recognition put on one line with the opening below them, parted from it."""

import re
from collections.abc import Iterator
from itertools import chain

from tui.text.lines import Line
from tui.text.vocabulary import DAY, HAN, SURNAMES, simplified

LONGEST = 160
"""So many characters of a line are looked at."""
REPORTER = (
    rf"本[报刊](?:讯|综合消息|(?:驻{HAN}{{2,4}}|特[约派]|见习|实习|首席)?(?:记者|通讯员|评论员)"
    rf"(?=[ \u3000]?{HAN}{{2,4}}))"
)
KEY, LEAST = re.compile("本[报刊報]|新[华華]社|中新社"), 4
"""Looked for first, behind so many characters of a headline: few lines have it."""
DATELINE = rf"(?:新华社|中新社){HAN}{{0,10}}{DAY}(?:专)?电"
MARKED = re.compile(rf"(?P<first>.{{4,70}}?)(?:{REPORTER}|{DATELINE})")
"""A marked headline."""
PLAIN = re.compile(
    rf"(?P<first>[^，。；：！？、]{{5,36}}[^，。；：！？、自据由经在向对与和转《“（(])"
    rf"(?:本[报刊]讯|{DATELINE})(?=\s|[（(〔【〈《])"
)
"""An unmarked one: nothing in it is a stop, and what opens a report is complete."""


NAME = re.compile(
    rf"(?P<first>(?:本[报刊](?:驻{HAN}{{2,4}}|特[约派]|见习|实习)?|见习|实习)记者[ \u3000]*"
    rf"(?![在从昨今近日前获了采调发看走来到于随跟探直现向就对和])[{SURNAMES}]{HAN}"
    rf"(?:(?![在从沿走这那每一日昨今近清上下春夏秋冬三四五六七八九十当随记天说看想问听到、]){HAN})?)"
    r"(?![ \u3000])[^，。、：]{2,20}[，。]"
)
"""A reporter's name with the text right behind it. That a name has three characters is a guess; few texts
begin with what cannot be the third."""
SHORT = re.compile("[^，。；：！？、,;:!?]{4,24}")
"""A line that may be a headline."""


def part_openings(lines: list[Line]) -> list[Line]:
    """Return lines, each that is a headline and a report's opening as two, and what is a reporter's name and
    text below a headline."""
    above = chain([None], lines)
    return [part for one, line in zip(above, lines, strict=False) for part in _parted(one, line)]


def _parted(above: Line | None, line: Line) -> Iterator[Line]:
    found = None if line.holes else _glued(above, line)
    if found is None:
        yield line
        return
    first = found["first"].rstrip()
    end, below = line.start + len(first), line.start + found.end("first")
    yield line._replace(end=end, right=end, stop=end, text=line.text[: len(first)])
    yield line._replace(
        start=below, left=below, gap=0, indent=False, inset=0, level=0, text=line.text[below - line.start :]
    )


def _glued(above: Line | None, line: Line) -> re.Match[str] | None:
    if line.text[0] in "本见實实" and not line.level:
        heads = above is not None and SHORT.fullmatch(above.text) is not None
        return NAME.match(simplified(line.text[:LONGEST])) if heads else None
    if not KEY.search(line.text, LEAST):
        return None
    return (MARKED if line.level else PLAIN).match(simplified(line.text[:LONGEST]))
