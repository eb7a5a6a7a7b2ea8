"""Cues of units that only the units around them show: running heads, lists, names of sections."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tui.text.cues import Cue
from tui.text.layout import cells
from tui.text.reflow import finished, numbered
from tui.text.units import Unit
from tui.text.vocabulary import HAN

HEADLINE_CELLS = 90
NAME = re.compile(rf"{HAN}{{2,8}}")
ENDED = re.compile("[。，；、：,;:][”’」』）)]*$|[a-z]-$")
TRIANGLE = re.compile("[▲▼△▽].*。$")


def mark(units: Sequence[Unit]) -> None:
    """Set or remove cues of units by what stands around them."""
    _mark_running_heads(units)
    _mark_lists(units)
    _name_sections(units)


def is_short(unit: Unit) -> bool:
    """Tell whether a unit is no longer than a headline may be."""
    return len(unit.text) <= HEADLINE_CELLS and cells(unit.text) <= HEADLINE_CELLS


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


def _name_sections(units: Sequence[Unit]) -> None:
    """Take the name of a section that stands right above told text for the headline of that text."""
    told = False
    for unit, after in pairwise(units):
        named = unit.cue is Cue.FURNITURE and unit.begins and unit.ends and NAME.fullmatch(unit.text)
        if named and told and _tells(after):
            unit.cue = None
        told = told or _tells(unit)


def _tells(unit: Unit) -> bool:
    return unit.cue is None and unit.begins and finished(unit.text) and not unit.verse
