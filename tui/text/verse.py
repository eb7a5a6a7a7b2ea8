"""Verse: short lines that stay lines."""

import re
from itertools import pairwise

from tui.text.cues import Cue
from tui.text.headline_words import GENRE, PEN_NAME, is_standing, names_column
from tui.text.reflow import finished, listed, numbered
from tui.text.tables import mark_rows
from tui.text.units import Unit
from tui.text.vocabulary import HAN, is_author, simplified

VERSE_LIMIT = 20
ORGAN_NAME = re.compile(rf"{HAN}{{3,20}}(?:[分公]?局|委员会|政府|公司|集团|[医法]院|学校|大学|协会|办公室)")
"""An organ that signs, and no line of verse."""
HEADLINE = 5
"""A headline has no more lines: of a longer run above a report or a name, all but the last are verse."""
STOPPED = re.compile("[。！？](?![”’」』）)】…。！？]|$)")
"""A sentence ends and another begins: no line of verse is cut so."""
INSIDE = re.compile("[，、](?=.)")
"""A stop that no line's end is."""
STOPS = "，。！？；、…"
BRACKETED = re.compile(r"[（(【〔].*[）)】〕]")
SPOKEN = re.compile(rf"^{HAN}{{1,6}}[:：]|[:：]$")


def mark_verse(units: list[Unit]) -> None:
    """Mark lines of verse: three or more short lines, one right below the other, that open no report."""
    mark_rows(units)
    at = 0
    seen = False
    signed = _signed(units)
    spaced = _spaced(units)
    while at < len(units):
        end = _end_of_run(units, at, signed, spaced)
        start, end, opens = _poem(units, at, end, spaced)
        least = HEADLINE + 1 if spaced and not _below_name(units, at) else 3
        seen = not opens and (end - start >= least or (seen and end - start >= 2))
        seen = seen and not any(STOPPED.search(unit.text) for unit in units[start:end])
        seen = seen and not _wraps(units[start:end])
        for unit in units[start:end]:
            unit.verse = unit.verse or seen
        at = end


def _wraps(run: list[Unit]) -> bool:
    """Tell whether lines are rather a sentence that a narrow column wraps: it ends below a line that ends
    without a stop, and has one inside of a line."""
    inside = any(INSIDE.search(unit.text) for unit in run)
    return inside and any(
        other.text[-1] in "。！？" and one.text[-1] not in "，。！？；…" for one, other in pairwise(run)
    )


def _spaced(units: list[Unit]) -> int:
    """Return how many blank lines stand at least between the lines of a page."""
    return min((unit.gap for unit in units[1:] if unit.begins), default=0)


def _below_name(units: list[Unit], at: int) -> bool:
    return at > 0 and units[at - 1].cue is None and is_author(units[at - 1].text)


def _end_of_run(units: list[Unit], at: int, signed: set[int], spaced: int) -> int:
    """Return where the lines from `at` on end that may be of one poem."""
    end = at + 1
    while end < len(units) and _verselike(units[at]) and _same_verse(units[end - 1], units[end], spaced):
        if {at, end} & signed:
            break
        end += 1
    return end


def _poem(units: list[Unit], at: int, end: int, spaced: int) -> tuple[int, int, bool]:
    """Return which of the lines of a run are a poem, without its title and what heads the text below, and
    whether they rather are the headline of a report."""
    below = units[end : end + 1]
    opens = any(unit.cue in (Cue.OPENING, Cue.BYLINE) for unit in below)
    if opens and end - at > HEADLINE:
        end -= 1
        opens = False
    if end - at > 1 and any(GENRE.fullmatch(simplified(unit.text)) for unit in below):
        end -= 1
    opens = opens or _names_author(units[at:end], units[end : end + 1])
    above = units[end - 2].text if end - at > 1 else ""
    if (end - at > 3 or finished(above)) and _heads(units[end - 1], units[end : end + 1], spaced):
        end -= 1
        end -= end - at > 2 and _names_author(units[end - 2 : end + 1], units[end + 1 : end + 2])
    if end - at > 3 and _is_title(units[at:end]):
        at += 1
    return at, end, opens


def _names_author(run: list[Unit], below: list[Unit]) -> bool:
    """Tell whether three lines are the name of a column, a title and a pen name above a text."""
    named = (
        len(run) == 3
        and PEN_NAME.fullmatch(run[-1].text) is not None
        and len(run[-1].text) < len(run[1].text)
    )
    return named and any(_is_prose(unit) for unit in below)


def _heads(line: Unit, below: list[Unit], spaced: int) -> bool:
    """Tell whether a line that ends as no sentence does has a text or rows right below it."""
    return line.text[-1] not in STOPS and any(
        unit.gap <= spaced and (_is_prose(unit) or listed(unit.text)) for unit in below
    )


def _is_title(run: list[Unit]) -> bool:
    """Tell whether all lines but the first end with stops, or have wide blanks: the first is their title."""
    ends = [unit.text[-1] in STOPS for unit in run]
    rows = ["\u3000" in unit.text for unit in run]
    return any(not one[0] and all(one[1:]) for one in (ends, rows))


def _is_prose(unit: Unit) -> bool:
    return unit.cue is None and len(unit.text) > VERSE_LIMIT and finished(unit.text)


def _signed(units: list[Unit]) -> set[int]:
    """Return where titles with a name below them stand, and the names."""
    names = {at for at, unit in enumerate(units) if at and unit.cue is None and is_author(unit.text)}
    below = {at for at in names if at + 1 not in names}
    return below | {at - 1 for at in below}


def _same_verse(one: Unit, other: Unit, spaced: int) -> bool:
    near = not other.gap or (other.gap <= spaced and not finished(one.text))
    return _verselike(other) and near and one.indent == other.indent


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
        and not names_column(unit.text)
        and not is_standing(unit.text)
        and not ORGAN_NAME.fullmatch(simplified(unit.text))
    )
