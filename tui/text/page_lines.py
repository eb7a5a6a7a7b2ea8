"""The lines of a page, and where the rules put what stands on them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.model import Division, Role
from tui.text.line_features import Row
from tui.text.units import Unit

HEADLINE: tuple[Role, ...] = ("kicker", "title", "subtitle")


class Place(NamedTuple):
    """Where the rules put a unit.

    Attributes:
        block: where its block begins.
        article: its number from 0; None: in none.
        role: of its block; None: furniture.
        first: whether the article begins with it.
        joined: whether it goes on with a block that begins above it.
    """

    block: int
    article: int | None = None
    role: Role | None = None
    first: bool = False
    joined: bool = False


class Line(NamedTuple):
    """A line of a page, and where the rules put its units."""

    units: list[Unit]
    places: list[Place]

    def row(self) -> Row:
        """Return it as the model reads it."""
        return row_of(self.units, self.places[0].role, self.places[0].first)


def row_of(units: Sequence[Unit], role: Role | None, first: bool) -> Row:
    """Return a line as the model reads it.

    Args:
        units: those on the line.
        role: which the rules gave the first; None: furniture.
        first: whether an article begins with it by the rules.
    """
    ruled = (role or "furniture")[:3] + ("!" if first else "")
    unit = units[0]
    return Row("".join(one.text for one in units), unit.gap, unit.indent, unit.level, ruled)


def copied(units: Sequence[Unit]) -> list[Unit]:
    """Return units that stay as they are while the rules join others."""
    return [unit.copied() for unit in units]


def lines_of(units: Sequence[Unit], division: Division) -> list[Line]:
    """Return the lines of a page; what the rules joined to a paragraph is part of its line.

    Args:
        units: as they were before any was joined to another.
        division: what the rules made of them.
    """
    places = list(_places(units, division))
    lines: list[Line] = []
    by_block: dict[int, Line] = {}
    for start, end in ranges_of(units):
        line = Line(list(units[start:end]), places[start:end])
        above = by_block.get(line.places[0].block) if line.places[0].joined else None
        if above is None:
            lines.append(line)
        else:
            above.units.extend(line.units)
            above.places.extend(line.places)
            line = above
        by_block.update((place.block, line) for place in places[start:end])
    return lines


def ranges_of(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return which units stand on each line: the first, and behind the last."""
    starts = [at for at, unit in enumerate(units) if unit.begins or not at]
    return list(pairwise([*starts, len(units)]))


def _places(units: Sequence[Unit], division: Division) -> Iterator[Place]:
    pieces = sorted(
        (segment, number, block.role, block.segments[0][0])
        for number, article in enumerate(division.articles)
        for block in article.blocks
        for segment in block.segments
    )
    starts = [segment[0] for segment, *_ in pieces]
    firsts = {article.start for article in division.articles}
    for unit in units:
        at = unit.segments[0][0]
        index = bisect_right(starts, at) - 1
        if index < 0 or at >= pieces[index][0][1]:
            yield Place(at)
        else:
            _, number, role, begins = pieces[index]
            yield Place(begins, number, role, at in firsts, begins < at)
