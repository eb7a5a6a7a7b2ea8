"""Rows of tables: lines of several cells, wide blanks between them."""

import re
from collections.abc import Sequence

from tui.text.cues import Cue
from tui.text.reflow import finished, states_fact
from tui.text.units import Unit

ROWS = 3
"""So many lines of about as many cells are a table."""
LONGEST = 60
CELLS = re.compile(r"\u3000+|[ \t]{2,}")
STOPS = re.compile("[。！？!?]|，.*，")
CELL, CELLS_LEAST, FIGURES = 14, 6, 0.25
"""Characters of the longest cell; so many are a table, if such a share of them is nothing but figures."""
BARE = re.compile(r"[+-]?\d[\d.,:：]*(?:[%％元分秒米]\d*)*|\d{1,2}[.、]\s?[^\W\d_]{2,4}")
"""A figure, or who is the first, the second, the third."""
STOPPED = re.compile("[。，；！？、：“”]")
MARKED, LINE = 3, 28
"""So many marked headlines has a page on which what is not marked is none; no subtitle is as long."""
PIPED = re.compile(r"\|.+\|.*\|")
"""A row as converters set it."""
FIGURE = re.compile(
    r"[↑↓+\-−—－]*\s?[\d０-９][\d０-９.,:：—－-]*|[一二三四五六七八九十百千万零两]+[元斤个人名张]"
)


def mark_rows(units: Sequence[Unit]) -> None:
    """Mark lines as rows of a table, where several of the same shape stand one below the other."""
    _mark_facts(units)
    _mark_cells(units)
    _mark_below_headlines(units)
    rows = [_cells(unit) for unit in units]
    at = 0
    while at < len(units):
        end, shape = at, rows[at]
        if at + 1 < len(units) and _heads(shape, rows[at + 1]):
            end, shape = at + 1, rows[at + 1]
        while end < len(units) and _alike(shape, rows[end]):
            end += 1
        if end - at >= ROWS or (shape and PIPED.fullmatch(units[at].text)):
            for unit in units[at:end]:
                unit.cue, unit.verse = None, True
        at = max(end, at + 1)


def _mark_facts(units: Sequence[Unit]) -> None:
    """Mark lines as rows that say what, when, where after a word and a colon, several one below the other."""
    spaced = min((unit.gap for unit in units[1:] if unit.begins), default=0)
    at = 0
    while at < len(units):
        end = at
        while end < len(units) and _is_fact(units[end]) and (end == at or units[end].gap <= spaced):
            end += 1
        if end - at >= ROWS:
            for unit in units[at:end]:
                unit.verse = True
        at = max(end, at + 1)


def _mark_cells(units: Sequence[Unit]) -> None:
    """Mark lines as cells of a table that recognition gives a line each: many short ones below each other, of
    which several are nothing but a figure. The first is the table's title, where it has none above it."""
    at = 0
    while at < len(units):
        end = at
        while end < len(units) and _is_cell(units[end]) and (end == at or units[end].gap <= 1):
            end += 1
        if end - at >= CELLS_LEAST and _has_figures(units[at:end]):
            headed = at > 0 and units[at - 1].level > 0
            for unit in units[at if headed else at + 1 : end]:
                unit.cue, unit.verse = None, True
        at = max(end, at + 1)


def _mark_below_headlines(units: Sequence[Unit]) -> None:
    """Mark what stands between two headlines marked alike, or below the last, and ends as no sentence does:
    verse or rows, where it is more than the other lines of a headline are."""
    marked = [at for at, unit in enumerate(units) if unit.level]
    if len(marked) < MARKED:
        return
    for at, below in zip(marked, [*marked[1:], len(units)], strict=True):
        between = units[at + 1 : below]
        alike = below == len(units) or units[at].level == units[below].level
        if not between or not alike or not all(_is_plain(unit) for unit in between):
            continue
        longest = max(len(unit.text) for unit in between)
        if longest >= LINE or len(between) >= ROWS:
            for unit in between:
                unit.verse = True


def _is_plain(unit: Unit) -> bool:
    """Tell whether a line is short, without a mark, and ends as no sentence does."""
    return (
        unit.cue is None
        and unit.begins
        and unit.ends
        and len(unit.text) <= LONGEST
        and not finished(unit.text)
    )


def _has_figures(units: Sequence[Unit]) -> bool:
    """Tell whether several of some lines are nothing but a figure."""
    figures = sum(BARE.fullmatch(unit.text) is not None for unit in units)
    return figures >= max(ROWS, FIGURES * len(units))


def _is_cell(unit: Unit) -> bool:
    """Tell whether a line may be a cell of a table: a word or a figure."""
    if len(unit.text) > CELL or unit.level or unit.cue not in (None, Cue.FURNITURE):
        return False
    return unit.begins and unit.ends and unit.wrapped == 1 and not STOPPED.search(unit.text)


def _is_fact(unit: Unit) -> bool:
    plain = unit.cue is None and unit.begins and unit.ends and not unit.level and unit.wrapped == 1
    return plain and states_fact(unit.text)


def _alike(one: list[str], other: list[str]) -> bool:
    """Tell whether two rows have about as many cells, and both or neither a figure in the second; where one
    has a number at its beginning, both."""
    if one and len(one[0]) == 1 and not (other and _figure(one[0]) == _figure(other[0])):
        return False
    return len(other) > 1 and abs(len(one) - len(other)) <= 2 and _figure(one[1]) == _figure(other[1])


def _heads(one: list[str], other: list[str]) -> bool:
    """Tell whether a row names what stands in the columns below it: no figure is in it, and some below."""
    return len(one) == len(other) > 2 and not any(map(_figure, one)) and any(map(_figure, other[1:]))


def _figure(cell: str) -> bool:
    return FIGURE.match(cell) is not None


def _cells(unit: Unit) -> list[str]:
    """Return the cells of a line; none if it is no row."""
    text = unit.text.strip()
    plain = unit.begins and unit.ends and not unit.level and unit.wrapped == 1
    if not plain or len(text) > LONGEST or STOPS.search(text):
        return []
    if PIPED.fullmatch(text):
        return [cell.strip() for cell in text.strip("|｜").split("|")]
    cells = [cell for cell in CELLS.split(text) if cell]
    return cells if len(cells) > 2 or (len(cells) == 2 and len(cells[0]) > 1) else []
