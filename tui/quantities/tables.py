"""Units that the heads of flattened tables give to their cells.

A table that lost its lines comes as a line a row (``地区 产值（万元） 增速（%）``, then ``河湾县 1234 5.2``),
as a cell a line, or as rows under a line that says ``单位：万元``. What a head says holds down to the next
head or empty line.
"""

import re

from tui.quantities.notations import SCALES, unit_named
from tui.quantities.units import Unit

Cell = tuple[int, Unit]
"""A head's scale and unit."""

_HEAD_UNIT = re.compile(r"\(([十百千]?[万亿]?)([^()0-9|\s]{1,10})\)$")
_WHOLE = re.compile(r"[(\[]?单位 ?: ?([十百千]?[万亿]?)([^()0-9,，、/\s\]]{1,8})[)\]]?\s*$")
_NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")
_CELL = re.compile(r"[^\s|]+")
_LONGEST = 40
"""Characters of a table's cell; a longer line is a sentence."""


def cells(text: str) -> dict[int, Cell]:
    """Return by the place of a number the scale and unit that the head of its table gives it."""
    if "\n" not in text or not ("(" in text or "单位" in text):
        return {}
    found: dict[int, Cell] = {}
    lines = _lines(text)
    _columns(text, lines, found)
    _stacked(text, lines, found)
    _under_one(text, lines, found)
    return found


def _lines(text: str) -> list[tuple[int, int]]:
    """Return where each line begins and ends, without the blanks around it."""
    found, at = list[tuple[int, int]](), 0
    for line in text.split("\n"):
        start = at + len(line) - len(line.lstrip())
        found.append((start, max(start, at + len(line.rstrip()))))
        at += len(line) + 1
    return found


def _unit(head: str) -> Cell | None:
    """Return the scale and unit in a head's bracket."""
    said = _HEAD_UNIT.search(head)
    unit = unit_named(said[2]) if said else None
    return (SCALES[said[1]], unit) if said and unit else None


def _columns(text: str, lines: list[tuple[int, int]], found: dict[int, Cell]) -> None:
    """Read rows of several cells under a row of as many heads."""
    heads: list[Cell | None] = []
    for start, end in lines:
        row = [(cell.start(), cell[0]) for cell in _CELL.finditer(text, start, end)]
        if len(row) > 1 and any(_unit(cell) for _, cell in row):
            heads = [_unit(cell) for _, cell in row]
        elif len(row) != len(heads):
            heads = []
        else:
            for (at, cell), head in zip(row, heads, strict=True):
                _put(found, at, cell, head)


def _stacked(text: str, lines: list[tuple[int, int]], found: dict[int, Cell]) -> None:
    """Read cells that stand a line each, under as many heads as stand before the first row."""
    run: list[tuple[int, str]] = []
    for start, end in [*lines, (0, 0)]:
        cell = text[start:end]
        whole = 0 < len(cell) <= _LONGEST and _CELL.fullmatch(cell) is not None
        if not whole or (run and _unit(cell) and _NUMBER.fullmatch(run[-1][1])):
            _fill(run, found)
            run = []
        if whole:
            run.append((start, cell))


def _fill(run: list[tuple[int, str]], found: dict[int, Cell]) -> None:
    """Give the cells of one stacked table the units of its heads."""
    first = next((at for at, (_, cell) in enumerate(run) if _NUMBER.fullmatch(cell)), 0)
    heads = [_unit(cell) for _, cell in run[:first]]
    if not any(heads):
        return
    width = first if heads[0] else first - 1  # the first row begins with its name, where heads do
    for at, (start, cell) in enumerate(run[width:]):
        _put(found, start, cell, heads[at % width])


def _under_one(text: str, lines: list[tuple[int, int]], found: dict[int, Cell]) -> None:
    """Read the numbers that end lines under one that says ``单位：万元``."""
    head: Cell | None = None
    for start, end in lines:
        if said := _WHOLE.search(text, max(start, end - _LONGEST), end):
            unit = unit_named(said[2])
            head = (SCALES[said[1]], unit) if unit else None
        elif head and (start == end or end - start > _LONGEST):
            head = None
        elif head:
            for cell in _CELL.finditer(text, start, end):
                _put(found, cell.start(), cell[0], head)


def _put(found: dict[int, Cell], at: int, cell: str, head: Cell | None) -> None:
    if head and _NUMBER.fullmatch(cell):
        found.setdefault(at + (cell[0] in "+-"), head)
