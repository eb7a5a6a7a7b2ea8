"""From lines to units: parts of lines with hard wraps undone, each of them one thing of a page."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from tui.model import Segment
from tui.text.conventions import Sign, parts
from tui.text.lines import Line
from tui.text.reflow import finished, never_first, numbered, seam


@dataclass(slots=True)
class Unit:
    """A piece of a page that is one thing.

    Attributes:
        says: what it says that it is; None for plain text.
        text: its text as read.
        segments: its source, ascending, touching where lines touch.
        full: the range of everything on its lines, mark-up included.
        gap: blank lines before it.
        level: of a Markdown heading, else 0.
        indent: whether it begins as a paragraph does.
        stop: where its last line's break begins.
        begins, ends: whether it begins and ends its line.
        wrapped: of how many lines it is made.
    """

    says: Sign | None
    text: str
    segments: list[Segment]
    full: Segment
    gap: int
    level: int
    indent: bool
    stop: int
    begins: bool
    ends: bool
    wrapped: int = 1


class Layout(NamedTuple):
    """How a page sets its paragraphs.

    Attributes:
        width: characters in a full line of hard-wrapped text; 0 where lines are not wrapped.
        indents: whether paragraphs begin with an indentation.
        gap: the usual number of blank lines between units.
    """

    width: int
    indents: bool
    gap: int


def layout_of(lines: list[Line]) -> Layout:
    """Return how the paragraphs of these lines are set."""
    body = [line for line in lines if not line.level]
    followed = [len(one.text) for one, other in zip(lines, lines[1:], strict=False) if other.gap == 0]
    indented = sum(line.indent for line in body)
    long = sum(len(line.text) > 12 for line in body)
    gaps = Counter(line.gap for line in lines[1:] if line.gap)
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap)) if gaps else 0
    return Layout(_width(followed, body), indented >= 2 and 0 < indented < max(long, 3), usual)


def _width(followed: list[int], body: list[Line]) -> int:
    """Return the column's width, where enough lines that another follows are equally long."""
    if len(followed) < 3:
        return 0
    wide = sorted(followed)[int(len(followed) * 0.9)]
    full = sum(wide - 3 <= length <= wide + 2 for length in followed)
    stops = sum(line.text[-1] in "。！？，；、：" for line in body if len(line.text) >= wide - 3)
    verse = wide <= 20 and stops > 0.55 * max(1, sum(len(line.text) >= wide - 3 for line in body))
    return wide if full >= 0.4 * len(followed) and wide >= 8 and not verse else 0


def units_of(page: str, lines: list[Line], layout: Layout) -> list[Unit]:
    """Return the units of a page: its lines' parts, those of a hard-wrapped paragraph joined."""
    found: list[Unit] = []
    for line in lines:
        for unit in _of_line(line):
            if found and _wraps(found[-1], unit, layout):
                join(page, found[-1], unit)
            else:
                found.append(unit)
    return found


def join(page: str, one: Unit, other: Unit) -> None:
    """Make `other` the continuation of `one`."""
    last, shown = seam(page, one.segments[-1], one.stop, other.text)
    one.text = (
        one.text[: len(one.text) - (one.segments[-1][1] - last[1])] + (" " if shown else "") + other.text
    )
    one.segments[-1] = last
    one.segments += ([shown] if shown else []) + other.segments
    one.full = (one.full[0], other.full[1])
    one.stop, one.ends = other.stop, other.ends
    one.wrapped += other.wrapped


def _of_line(line: Line) -> list[Unit]:
    cut = parts(line.text)
    return [
        Unit(
            says=part.says,
            text=line.text[part.start : part.end],
            segments=_without(line.start + part.start, line.start + part.end, line.holes),
            full=(
                line.left if at == 0 else line.start + part.start,
                line.right if at == len(cut) - 1 else line.start + part.end,
            ),
            gap=line.gap if at == 0 else 0,
            level=line.level if len(cut) == 1 else 0,
            indent=line.indent and at == 0,
            stop=line.stop,
            begins=at == 0,
            ends=at == len(cut) - 1,
        )
        for at, part in enumerate(cut)
    ]


def _without(start: int, end: int, holes: tuple[Segment, ...]) -> list[Segment]:
    found = []
    for left, right in holes:
        if start < left < end:
            found.append((start, left))
        if start <= left < end:
            start = right
    return [*found, (start, end)] if start < end else found


def _wraps(one: Unit, other: Unit, layout: Layout) -> bool:
    """Tell whether `other` is the next line of the wrapped paragraph `one`."""
    if (
        other.gap
        or not other.begins
        or one.says not in (None, Sign.CAPTION)
        or other.says
        or one.level
        or other.level
    ):
        return False
    if never_first(other.text):
        return True
    if layout.indents and other.indent:
        return False
    if not layout.width:
        return False
    last = one.segments[-1][1] - one.segments[-1][0]
    if last >= layout.width - 2:
        return not (numbered(other.text) and finished(one.text))
    return layout.indents and (one.wrapped > 1 or one.indent) or (one.wrapped > 1 and not finished(one.text))
