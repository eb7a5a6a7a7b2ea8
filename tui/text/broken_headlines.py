"""Headlines that a narrow column breaks: the lines of one are joined where a word, a number or a
quotation is cut."""

import re
from dataclasses import replace
from itertools import zip_longest

from tui.text.cues import Cue
from tui.text.headline_words import PEN_NAME, is_standing
from tui.text.layout import cells
from tui.text.reflow import PAIRS, finished, never_first, numbered
from tui.text.units import Unit, join
from tui.text.vocabulary import HAN, PERSON, is_author

LONGEST = 24
"""Characters of the longest line of a headline that is broken."""
WIDER = 2
"""A line is at most so many characters longer than the one that it continues, which fills its column."""
REST = 0.8
"""Elsewhere than in recognised columns the rest of a headline is shorter than its first line by that much."""
FRAGMENT = 2
"""No line of a headline is as short, unless it is the rest of the one above."""
REST_LIMIT = 4
"""Characters of what is hardly a headline by itself."""
COUNT = re.compile(r"\d[\d.]*[^\W\d_]{1,2}")
MEASURE = re.compile(
    "[0-9０-９.,％%]|[个天年月日时分秒元角人万亿千百吨斤克公米里倍岁次届户辆台件名位平亩家条项座所处架艘篇本张期号路届%％℃]"
)
"""How the rest of a number begins, or what it counts."""
LARGE = range(8, 17)
"""Cells of a line of large type that fills a column of small type: what follows and is no longer goes
on with it."""
WORD = re.compile("[^\\W\\d_A-Za-z]{2}")
COLUMN = 20
"""Characters of the widest column of a newspaper; a longer line runs over more than one."""
GLUED = re.compile(
    rf"[。！？][”’」』）)]?((?:{PERSON}[ \u3000]?(?:摄影?|供图)?|{HAN}{{2,4}}(?:摄影?|供图)))?"
    r"(?![，。；：！？、（）()\s])([^，。；！？]{5,30})$"
)
"""A finished sentence, perhaps a photographer's name, and what reads as a headline, on one line."""
STOP = re.compile("[，。；：、？！,;:?!]$")


def part_headlines(units: list[Unit]) -> list[Unit]:
    """Return units with headlines parted from the end of the paragraph to which recognition glued them.

    A report opens at the beginning of a line, and what stands right above it has not ended: its last words,
    behind the last full stop of a line that is longer than a column, are the report's headline. Above a
    line with no more than a reporter's name, which may end an article, only what follows a photographer's.
    """
    found: list[Unit] = []
    for unit, after in zip_longest(units, units[1:]):
        tail = _glued(unit, after) if after is not None and after.begins else 0
        found += _parted(unit, tail) if tail else [unit]
    return found


def _glued(unit: Unit, after: Unit) -> int:
    """Return how many characters at a paragraph's end read as a headline; 0 if none."""
    if unit.cue is not None or unit.level or unit.verse or unit.apart or not unit.ends:
        return 0
    glued = GLUED.search(unit.text) if after.cue in (Cue.OPENING, Cue.BYLINE) else None
    if glued is None or _last_line(unit) <= COLUMN or not (after.cue is Cue.OPENING or glued[1]):
        return 0
    return len(glued[2])


def _parted(unit: Unit, tail: int) -> list[Unit]:
    """Return a unit as two, the second of as many characters."""
    start, end = unit.segments[-1]
    cut = end - tail
    above = replace(
        unit,
        text=unit.text[:-tail],
        segments=[*unit.segments[:-1], (start, cut)],
        whole=(unit.whole[0], cut),
    )
    below = replace(
        unit,
        text=unit.text[-tail:],
        segments=[(cut, end)],
        whole=(cut, unit.whole[1]),
        gap=0,
        indent=False,
        begins=True,
        wrapped=1,
    )
    return [above, below]


def join_headlines(page: str, units: list[Unit], recognised: bool) -> list[Unit]:
    """Return units with the lines of broken headlines joined; verse and lists stay as they are.

    Args:
        page: the page's text.
        units: of the page.
        recognised: whether the page is narrow columns as text recognition gives them: a short line of
        large type
            is then followed by the rest of its headline, which has no mark of its own.
    """
    found: list[Unit] = []
    for at, unit in enumerate(units):
        above = found[-1] if found else None
        if (
            above is not None
            and _may_join(above, unit, units[at + 1 : at + 2])
            and _cut(page, above, unit, units[at + 1], recognised)
        ):
            join(page, above, unit)
            above.wrapped = 1
        else:
            found.append(unit)
    return found


def _may_join(one: Unit, other: Unit, after: list[Unit]) -> bool:
    """Tell whether two lines may be of one headline: short, alike, and something to stand above follows."""
    plain = (
        not (one.verse or other.verse)
        and one.cue is None
        and other.cue is None
        and one.begins
        and other.begins
        and other.ends
    )
    alike = one.level == other.level or _is_marked_rest(one, other)
    if not plain or not alike or other.gap > 1 or other.indent or one.wrapped > 1:
        return False
    fits = len(other.text) <= min(LONGEST, _last_line(one) + WIDER) and len(one.text) <= 2 * LONGEST
    bare = not (finished(one.text) or finished(other.text) or STOP.search(one.text))
    return fits and bare and bool(after) and not numbered(other.text)


def _last_line(unit: Unit) -> int:
    return unit.segments[-1][1] - unit.segments[-1][0]


def _cut(page: str, one: Unit, other: Unit, after: Unit, recognised: bool) -> bool:
    """Tell whether the break between two lines stands within a number, a quotation or a word."""
    if one.text[-1].isdigit() and MEASURE.match(other.text):
        return True
    if (
        never_first(other.text)
        or _closes(one.text, other.text)
        or _is_rest(one, other)
        or _is_marked_rest(one, other)
    ):
        return True
    shorter = recognised or len(other.text) < REST * len(one.text)
    if shorter and WORD.fullmatch(seam := one.text[-1] + other.text[0]) and seam in page:
        return True
    if is_author(other.text) and after.cue is None and len(after.text) > LONGEST:
        return False
    if not recognised or (after.verse and PEN_NAME.fullmatch(other.text)):
        return False
    if len(other.text) < FRAGMENT or (len(other.text) == FRAGMENT and len(one.text) > 2 * FRAGMENT):
        return True
    last = cells(one.text[-_last_line(one) :])
    return last in LARGE and cells(other.text) <= last + WIDER


def _is_rest(one: Unit, other: Unit) -> bool:
    """Tell whether a line is too short to be a headline of its own below one that is marked as it is: a
    few characters, or a number."""
    short = len(other.text) <= REST_LIMIT or COUNT.fullmatch(other.text) is not None
    short = short and not is_standing(other.text)
    return one.level > 0 and len(one.text) > REST_LIMIT and short and not is_author(other.text, surname=True)


def _is_marked_rest(one: Unit, other: Unit) -> bool:
    """Tell whether a marked line is the rest of the one above though that is marked otherwise: a number
    alone, or a few characters behind a quotation that is not closed."""
    opened = one.text.count("“") > one.text.count("”") and len(other.text) <= REST_LIMIT
    opened = opened and not is_standing(other.text)
    return other.level > 0 and (opened or COUNT.fullmatch(other.text) is not None)


def _closes(one: str, other: str) -> bool:
    """Tell whether a quotation or bracket that is open in one line is closed in the other."""
    return any(
        one.count(opening) > one.count(closing) and other.count(closing) > other.count(opening)
        for opening, closing in PAIRS.items()
    )
