"""Cues of units that only the units around them show: running heads, lists, names of sections."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tui.text.briefs import mark_briefs
from tui.text.cues import Cue
from tui.text.layout import cells
from tui.text.reflow import finished, listed, numbered
from tui.text.units import Unit
from tui.text.vocabulary import DAY, HAN, ORGAN, simplified

HEADLINE_CELLS = 90
NAME = re.compile(rf"{HAN}{{2,8}}")
ENDED = re.compile("[。，；、：,;:][”’」』）)]*$|[a-z]-$")
ORGANS, DAYS = re.compile(ORGAN), re.compile(rf"{DAY}(?:\d{{1,2}}时(?:\d{{1,2}}分)?)?")
CIRCLED = re.compile("[①-⑳][^①-⑳]{2,40}$")
"""A caption with the number of its picture."""
PICTURED = re.compile("文[/／、]?[图摄]|[图摄][/／、]?文|摄影")
YEAR = re.compile("[\\d〇零○一二三四五六七八九]{4}年[\\d一二三四五六七八九十]+月[\\d一二三四五六七八九十]+日")
DAY_OF_WEEK = re.compile(rf"{DAY}[ \u3000]*[（(]?(?:星期|周)[一二三四五六日天][）)]?")
LINKS = re.compile(
    "(?:相关|推荐|延伸|更多)(?:阅读|链接|新闻|报道|文章)[:：]?|往期(?:推荐|回顾|精[选彩]|文章)[:：]?"
)
"""What stands above links to other articles."""
INDEX = re.compile("(?:今日|本期|版面)?(?:导读|看点|要目)")
"""What heads the titles of what stands on other pages."""
PAGE_NUMBER = re.compile(r"(?:^|[ \u3000]|(?<=[^\W\d_]))[A-Z]?\d{1,2} ?版?$|^版$")
INDEX_LINES = 12
TRIANGLE = re.compile("[▲▼△▽].*。$")


def mark(units: Sequence[Unit]) -> None:
    """Set or remove cues of units by what stands around them."""
    _date_signatures(units)
    _mark_running_heads(units)
    _mark_lists(units)
    _mark_days(units)
    _caption_pictures(units)
    mark_briefs(units)
    _mark_links(units)
    _mark_index(units)
    _name_sections(units)


def is_short(unit: Unit) -> bool:
    """Tell whether a unit is no longer than a headline may be."""
    count = len(unit.text)  # a character has one cell or two
    return count <= HEADLINE_CELLS // 2 or (count <= HEADLINE_CELLS and cells(unit.text) <= HEADLINE_CELLS)


def _date_signatures(units: Sequence[Unit]) -> None:
    """Take a day without a year, right below the name of an organ, for the date of its notice, and a date
    between a finished paragraph and a headline, or nothing, for that of the document above."""
    for above, unit, below in zip(units, units[1:], [*units[2:], None], strict=False):
        if unit.cue is None and ORGANS.fullmatch(simplified(above.text)) and DAYS.fullmatch(unit.text):
            unit.cue = Cue.DATED
        ends = below is None or (below.cue is None and is_short(below) and not finished(below.text))
        if unit.cue is Cue.DATED and _tells(above) and ends and YEAR.fullmatch(unit.text):
            unit.cue = Cue.BYLINE


def _mark_running_heads(units: Sequence[Unit]) -> None:
    """Take a short line that stands on the page again and again, above a date or a headline, for
    furniture."""
    short = [unit for unit in units if unit.cue is None and unit.begins and unit.ends and is_short(unit)]
    times = Counter(unit.text for unit in short if not ENDED.search(unit.text[-3:]) and not unit.verse)
    repeated = {text for text, count in times.items() if count > 1 and not numbered(text)}
    dated = {one.text for one, other in pairwise(units) if one.text in repeated and other.cue is Cue.DATED}
    for unit in short:
        if unit.text in dated:
            unit.cue = Cue.FURNITURE


def _mark_lists(units: Sequence[Unit]) -> None:
    """Take sentences behind a triangle for items of a list, not captions, where three stand together."""
    at = 0
    while at < len(units):
        end = at
        while end < len(units) and TRIANGLE.match(units[end].text):
            end += 1
        if end - at > 2 and not (end < len(units) and units[end].cue is Cue.CREDIT):
            for unit in units[at:end]:
                unit.cue = None
        at = max(end, at + 1)


def _mark_days(units: Sequence[Unit]) -> None:
    """Take the days of a programme for its rows, and what short line stands between two of them."""
    for above, unit, below in zip(units, units[1:], units[2:], strict=False):
        if DAY_OF_WEEK.fullmatch(unit.text) and (listed(above.text) or listed(below.text) or is_short(above)):
            unit.cue, unit.verse = None, unit.cue is Cue.FURNITURE or unit.verse
    for above, unit, below in zip(units, units[1:], units[2:], strict=False):
        days = all(one.verse and DAY_OF_WEEK.fullmatch(one.text) for one in (above, below))
        if days and unit.cue is None and is_short(unit):
            unit.verse = True


def _caption_pictures(units: Sequence[Unit]) -> None:
    """Take short sentences with a circled number for captions, where paragraphs stand between the numbers
    and the one who wrote the text took the pictures."""
    photographed = False
    found: list[int] = []
    for at, unit in enumerate(units):
        if unit.cue in (Cue.BYLINE, Cue.OPENING):
            photographed, found = PICTURED.search(simplified(unit.text)) is not None, []
        elif photographed and CIRCLED.match(unit.text) and unit.cue is None:
            found.append(at)
            if found[-1] - found[0] >= len(found):
                for index in found:
                    units[index].cue = Cue.CAPTION


def _mark_links(units: Sequence[Unit]) -> None:
    """Take the titles of other articles below the words that say so for furniture; the last of them is the
    headline of the text below, where one follows."""
    for at, unit in enumerate(units):
        if unit.cue is not Cue.FURNITURE or not LINKS.fullmatch(simplified(unit.text)):
            continue
        end = at + 1
        while end < len(units) and _is_link(units[end]):
            end += 1
        for link in units[at + 1 : end - (end < len(units))]:
            link.cue = Cue.FURNITURE


def _mark_index(units: Sequence[Unit]) -> None:
    """Take the lines below the word that heads an index for furniture, down to the last with the number of
    a page: recognition breaks them."""
    for at, unit in enumerate(units):
        if unit.cue is not Cue.FURNITURE or not INDEX.fullmatch(simplified(unit.text)):
            continue
        end = at + 1
        for index, line in enumerate(units[at + 1 : at + 1 + INDEX_LINES], at + 1):
            if (
                line.cue not in (None, Cue.FURNITURE)
                or line.level
                or not is_short(line)
                or finished(line.text)
            ):
                break
            end = index + 1 if PAGE_NUMBER.search(line.text) else end
        for line in units[at + 1 : end]:
            line.cue, line.verse = Cue.FURNITURE, False


def _is_link(unit: Unit) -> bool:
    return unit.cue is None and unit.begins and unit.ends and is_short(unit) and not finished(unit.text)


def _name_sections(units: Sequence[Unit]) -> None:
    """Take the name of a section that stands right above told text for the headline of that text."""
    told = False
    for unit, after in pairwise(units):
        named = (
            unit.cue is Cue.FURNITURE
            and not after.brief
            and unit.begins
            and unit.ends
            and NAME.fullmatch(unit.text)
        )
        if named and told and _tells(after):
            unit.cue = None
        told = told or _tells(unit)


def _tells(unit: Unit) -> bool:
    return unit.cue is None and unit.begins and finished(unit.text) and not unit.verse
