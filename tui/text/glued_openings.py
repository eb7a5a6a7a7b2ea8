"""Headlines that recognition put on one line with the opening below them, parted from it."""

import re
from collections.abc import Iterator

from tui.text.lines import Line
from tui.text.vocabulary import DAY, HAN, simplified

LONGEST = 160
"""So many characters of a line are looked at."""
REPORTER = (
    rf"本[报刊](?:讯|综合消息|(?:驻{HAN}{{2,4}}|特[约派]|见习|实习|首席)?(?:记者|通讯员|评论员)"
    rf"(?=[ \u3000]?{HAN}{{2,4}}))"
)
KEY, LEAST = re.compile("本[报刊報]|新[华華]社|中新社"), 4
"""Looked for first, behind so many characters of a headline: few lines have it."""
DATELINE = rf"(?:新华社|中新社){HAN}{{0,10}}{DAY}(?:专)?电"
MARKED = re.compile(rf"(?P<headline>.{{4,70}}?)(?:{REPORTER}|{DATELINE})")
"""A marked headline."""
PLAIN = re.compile(
    rf"(?P<headline>[^，。；：！？、]{{5,36}}[^，。；：！？、自据由经在向对与和转《“（(])"
    rf"(?:本[报刊]讯|{DATELINE})(?=\s|[（(〔【〈《])"
)
"""An unmarked one: nothing in it is a stop, and what opens a report is complete."""


def part_openings(lines: list[Line]) -> list[Line]:
    """Return lines, each that is a headline and a report's opening as two."""
    return [part for line in lines for part in _parted(line)]


def _parted(line: Line) -> Iterator[Line]:
    found = None if line.holes else _glued(line)
    if found is None:
        yield line
        return
    headline = found["headline"].rstrip()
    end, below = line.start + len(headline), line.start + found.end("headline")
    yield line._replace(end=end, right=end, stop=end, text=line.text[: len(headline)])
    yield line._replace(
        start=below, left=below, gap=0, indent=False, inset=0, level=0, text=line.text[below - line.start :]
    )


def _glued(line: Line) -> re.Match[str] | None:
    if not KEY.search(line.text, LEAST):
        return None
    pattern = MARKED if line.level else PLAIN
    return pattern.match(simplified(line.text[:LONGEST]))
