"""Verse: short lines that stay lines."""

import re

from tui.text.cues import Cue
from tui.text.headline_words import COLUMN, GENRE, is_standing
from tui.text.reflow import listed, numbered
from tui.text.tables import mark_rows
from tui.text.units import Unit
from tui.text.vocabulary import HAN, is_author, simplified

VERSE_LIMIT = 20
ORGAN_NAME = re.compile(rf"{HAN}{{3,20}}(?:[分公]?局|委员会|政府|公司|集团|[医法]院|学校|大学|协会|办公室)")
"""An organ that signs, and no line of verse."""
HEADLINE = 5
"""A headline has no more lines: of a longer run above a report or a name, all but the last are verse."""
BRACKETED = re.compile(r"[（(【〔].*[）)】〕]")
SPOKEN = re.compile(rf"^{HAN}{{1,6}}[:：]|[:：]$")


def mark_verse(units: list[Unit]) -> None:
    """Mark lines of verse: three or more short lines, one right below the other, that open no report."""
    mark_rows(units)
    at = 0
    seen = False
    signed = _signed(units)
    while at < len(units):
        end = at + 1
        while end < len(units) and _verselike(units[at]) and _same_verse(units[at], units[end]):
            if {at, end} & signed:
                break
            end += 1
        opens = end < len(units) and units[end].cue in (Cue.OPENING, Cue.BYLINE)
        if opens and end - at > HEADLINE:
            end -= 1
            opens = False
        if end < len(units) and end - at > 1 and GENRE.fullmatch(units[end].text):
            end -= 1
        seen = not opens and (end - at >= 3 or (seen and end - at >= 2))
        for unit in units[at:end]:
            unit.verse = unit.verse or seen
        at = end


def _signed(units: list[Unit]) -> set[int]:
    """Return where titles with a name below them stand, and the names."""
    names = {at for at, unit in enumerate(units) if at and unit.cue is None and is_author(unit.text)}
    below = {at for at in names if at + 1 not in names}
    return below | {at - 1 for at in below}


def _same_verse(one: Unit, other: Unit) -> bool:
    return _verselike(other) and not other.gap and one.indent == other.indent


def _verselike(unit: Unit) -> bool:
    return (
        unit.cue is None
        and not unit.verse
        and not unit.level
        and not unit.full
        and unit.wrapped == 1
        and len(unit.text) <= VERSE_LIMIT
        and not SPOKEN.search(unit.text)
        and not numbered(unit.text)
        and not listed(unit.text)
        and not BRACKETED.fullmatch(unit.text)
        and not COLUMN.fullmatch(unit.text)
        and not is_standing(unit.text)
        and not ORGAN_NAME.fullmatch(simplified(unit.text))
    )
