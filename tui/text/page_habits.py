"""Habits of a page: how its texts are signed, and how its headlines are marked."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

from tui.text.cues import Cue
from tui.text.cut_columns import stops_short
from tui.text.reflow import finished, listed
from tui.text.units import BULLETED, Unit
from tui.text.vocabulary import is_author

Headlike: TypeAlias = Callable[[Unit], bool]

SOURCE = re.compile("《|据|摘|来源|消息|新华社")
"""What says where a text is from, not who wrote it."""
HEAD, NUMBER = 12, re.compile("[一二三四五六七八九十日\\d]+")
"""Characters of the longest head of a part of a list, and what tells it from another."""
COUNTED = re.compile("([一二三四五六七八九十])([^一二三四五六七八九十])")
ANNOUNCES = re.compile("[问問题題疑惑]")
"""What a headline over questions speaks of."""
BREAKS = 3
"""So many texts that stop in mid sentence above a blank line show it."""
SIGNED_TEXTS = 2
"""So many texts that are signed where they end show that a page's are."""
MARKED, SELDOM = 3, 3
"""So many marked headlines show that a page marks its own, and so many times as many as are not marked."""


def signs_at_end(units: Sequence[Unit], headlike: Headlike) -> bool:
    """Tell whether the texts of this page are signed where they end, and not below their titles."""
    below = ends = 0
    for above, unit, after in zip(units, units[1:], [*units[2:], None], strict=False):
        if unit.cue is not Cue.BYLINE and not (unit.cue is None and is_author(unit.text, surname=True)):
            continue
        told = above.cue is None and finished(above.text) and not SOURCE.search(unit.text)
        ends += told and (after is None or headlike(after))
        below += headlike(above) and after is not None and not headlike(after)
    return ends >= max(SIGNED_TEXTS, SIGNED_TEXTS * below)


def marks_headlines(units: Sequence[Unit], headlike: Headlike) -> bool:
    """Tell whether the page's headlines are marked, so that what is not is hardly one."""
    marked = unmarked = 0
    above: list[Unit] = []
    for unit in units:
        if headlike(unit):
            above.append(unit)
            continue
        if any(one.level for one in above):
            marked += 1
        elif above and unit.cue in (Cue.OPENING, Cue.BYLINE):
            unmarked += 1
        above = []
    return marked >= max(MARKED, SELDOM * unmarked)


def breaks_columns(units: Sequence[Unit], headlike: Headlike) -> bool:
    """Tell whether sentences of the page stop at blank lines again and again, as recognition gives columns
    that it cuts: an unfinished text then says little of what stands below it."""
    breaks = sum(
        below.gap > 0 and below.begins and stops_short(unit) and not headlike(unit)
        for unit, below in pairwise(units)
    )
    return breaks >= BREAKS


def headlines_bullet(units: Sequence[Unit], headlike: Headlike) -> str:
    """Return the bullet before the page's first headline: such bullets mark headlines, not points."""
    heads = (one.text for one, below in pairwise(units) if headlike(one) and not headlike(below))
    first = next(heads, "")
    return first[:1] if BULLETED.match(first) and not is_author(first) else ""


def numbered_heads(units: Sequence[Unit], headlike: Headlike) -> frozenset[str]:
    """Return the lines above rows that differ only in a number, such as channels of a programme, and those
    that count one, two, three at their beginning: they head the parts of one list."""
    counted: dict[str, dict[str, str]] = {}
    for unit in units:
        if len(unit.text) <= HEAD and headlike(unit) and (found := COUNTED.match(unit.text)):
            counted.setdefault(found[2], {})[found[1]] = unit.text
    steps = {text for every in counted.values() if every.keys() >= set("一二三") for text in every.values()}
    heads = {
        one.text
        for one, below in pairwise(units)
        if len(one.text) <= HEAD and headlike(one) and listed(below.text)
    }
    times = Counter(NUMBER.sub("", text) for text in heads)
    return frozenset(steps) | frozenset(
        text for text in heads if NUMBER.search(text) and times[NUMBER.sub("", text)] > 1
    )


def asked_heads(units: Sequence[Unit], headlike: Headlike) -> frozenset[str]:
    """Return the questions below a headline that announces them: they head the parts of its article."""
    found: set[str] = set()
    announced = False
    for above, unit in pairwise(units):
        asks = headlike(unit) and unit.text[-1] in "？?"
        if headlike(above) and above.text[-1] not in "？?":
            announced = asks and ANNOUNCES.search(above.text) is not None
        if announced and asks:
            found.add(unit.text)
    return frozenset(found)


def title_levels(units: Sequence[Unit], headlike: Headlike) -> Counter[int]:
    """Return how often lines of each Markdown level stand right above an opening."""
    found: Counter[int] = Counter()
    level = 0
    for unit in units:
        if unit.cue is Cue.OPENING and level:
            found[level] += 1
        level = unit.level or (level if headlike(unit) else 0)
    return found
