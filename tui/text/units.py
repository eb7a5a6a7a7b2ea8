"""From lines to units: parts of lines with hard wraps undone."""

import re
from dataclasses import dataclass, fields
from functools import reduce
from itertools import pairwise
from operator import attrgetter

from tui.model import Kind, Segment
from tui.text.cues import Cue
from tui.text.headline_words import is_standing
from tui.text.layout import Layout, column_of
from tui.text.lines import Line, joined
from tui.text.parts import Part, parts, whole
from tui.text.reflow import finished, listed, never_first, numbered, seam, states_fact, tells
from tui.text.vocabulary import BULLET, is_author, simplified

JOINABLE = (None, Cue.CAPTION, Cue.LEAD)
CAPTION_LIMIT = 40
SALUTATION = 12
"""A line that is no longer and ends with a colon addresses somebody."""
ADDRESSEES = re.compile("(?:各|全体|尊敬的|亲爱的)[^。]{2,40}[:：]")
"""To whom a document is addressed."""
LABELLED = re.compile(r"[^\W\d_]{2,6}[:：][^“‘]")
"""The word before a point of a list."""
WIDE = re.compile(
    r"^[^，。]{1,12}\S(?:\u3000{2,}| {3,})\S[^，。]{0,20}$|"
    r"^[^\s，。；]{1,12}\u3000[^\s，。；]{1,16}\u3000[^\s，。；]{1,16}$"
)
"""A row of a table: no line of text has a blank so wide, or two blanks."""
HEADLINES = 3
OPENING_LIMIT = 60
OPTIONS = re.compile(r"[AＡ]\s?[.．、]\S")
"""How the answers begin among which one chooses, below the question."""
BULLETED = re.compile(BULLET)
STOP = re.compile("[，。；：、]")
ASKS = re.compile("[^\\W\\d_]{1,4}问[:：].{2,20}[？?]")
"""What somebody asks, as the second line of a headline."""
BEGUN = re.compile(r"[^，。（(〔【《]{0,24}[（(〔【《][^（）()〔〕【】。]{0,60}")
REPORTER_ALONE = re.compile(r"[□■]?本[报刊](?:驻[^\W\d_]{2,4}|特[约派]|见习|实习)?记者")
"""Whose name stands in the next line: recognition broke the line at the wide blank between them."""
ENDED = re.compile(r"[^（）()〔〕【】。]{0,60}[）)〕】]")
"""A line that ends within a bracket, and one that begins so."""


@dataclass(slots=True)
class Unit:
    """A piece of a page that is one thing.

    Attributes:
        cue: what it says that it is; None for plain text.
        text: its text as read; of a long one the beginning and the end.
        segments: its source, ascending, touching where lines touch.
        whole: the range of everything on its lines, mark-up included.
        apart: the same of what was joined to it from elsewhere on the page.
        gap: blank lines before it.
        level: of a Markdown heading, else 0.
        indent: whether it begins as a paragraph does.
        stop: where its last line's break begins.
        begins, ends: whether it begins and ends its line; a line begins anew behind a “continued from”.
        wrapped: of how many lines it is made.
        columns: whether its article is set in hard-wrapped lines.
        full: whether its last line reaches the end of its column.
        verse: whether it is a line of verse or of a table, and stays one.
        brief: of which kind is the article without a headline that it begins below the name of a column.
        pictured: whether a picture stands right above it.
        sure: how sure the role is that it was given.
    """

    cue: Cue | None
    text: str
    segments: list[Segment]
    whole: Segment
    gap: int
    level: int
    indent: bool
    stop: int
    begins: bool
    ends: bool
    wrapped: int = 1
    columns: bool = False
    full: bool = False
    verse: bool = False
    brief: Kind | None = None
    pictured: bool = False
    sure: float = 1.0
    apart: tuple[Segment, ...] = ()

    @property
    def places(self) -> tuple[Segment, ...]:
        """All that its lines take of the page."""
        return self.whole, *self.apart

    def copied(self) -> "Unit":
        """Return a unit that says the same and shares no list with it; `copy` takes six times as long."""
        one = Unit(*_FIELDS(self))
        one.segments = [*self.segments]
        return one


_FIELDS = attrgetter(*(field.name for field in fields(Unit)))


def units_of(page: str, lines: list[Line], layout: Layout) -> list[Unit]:
    """Return the units of a page: its lines' parts, those of a hard-wrapped paragraph joined."""
    cut = _cut(lines)
    found: list[Unit] = []
    for at, unit in enumerate(cut):
        ahead = cut[at : at + HEADLINES + 1]
        wraps = found and _wraps(found[-1], unit, layout) and not _heads_report(ahead)
        if wraps and not _stands_alone(found[-1], ahead, layout):
            join(page, found[-1], unit)
        else:
            found.append(unit)
    for above, unit in pairwise(found):
        unit.pictured = above.cue is Cue.IMAGE
    return found


def _cut(lines: list[Line]) -> list[Unit]:
    """Return the parts of all lines, measured against the column of their article."""
    page = column_of(lines)
    rows = _rows(lines)
    pieces = [_of_row(row) for row in rows]
    starts = [at for at, units in enumerate(pieces) if units[0].cue in (Cue.OPENING, Cue.BYLINE)]
    for start, end in pairwise([0, *starts, len(rows)]):
        column = column_of([line for row in rows[start:end] for line in row], page)
        for row, units in zip(rows[start:end], pieces[start:end], strict=True):
            for unit in units:
                unit.columns, unit.full = column.width > 0, column.full(row[-1])
    return [unit for units in pieces for unit in units]


def _rows(lines: list[Line]) -> list[list[Line]]:
    """Return each line alone, but one whose opening goes on in the next line together with that one."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and len(rows[-1]) == 1 and _opens_over(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _opens_over(one: Line, other: Line) -> bool:
    """Tell whether a report's opening goes on in the next line, where its bracket ends."""
    if other.level or len(one.text) > OPENING_LIMIT:
        return False
    if REPORTER_ALONE.fullmatch(simplified(one.text)) and other.gap <= 1:
        return whole(one.text + other.text) is Cue.BYLINE
    if one.text[-1] in "：:" and other.text[0].isascii() and not other.gap:
        return whole(one.text + other.text) is Cue.CONTACT
    if other.gap:
        return False
    begun = BEGUN.fullmatch(simplified(one.text)) and ENDED.match(simplified(other.text))
    if other.text[0] not in "（(〔【：:〈" and not begun:
        return False
    first = parts(one.text + other.text)[0]
    return first.cue is Cue.OPENING and first.end > len(one.text)


def join(page: str, one: Unit, other: Unit) -> None:
    """Make `other` the continuation of `one`."""
    last, shown = seam(page, one.segments[-1], one.stop, other.text)
    one.text = (
        one.text[: len(one.text) - (one.segments[-1][1] - last[1])] + (" " if shown else "") + other.text
    )
    one.segments[-1] = last
    one.segments += ([shown] if shown else []) + other.segments
    if page[one.whole[1] : other.whole[0]].strip() or one.apart:
        one.apart += other.places
    else:
        one.whole, one.apart = (one.whole[0], other.whole[1]), other.apart
    one.full = other.full
    one.stop, one.ends = other.stop, other.ends
    one.wrapped += other.wrapped


def _of_row(row: list[Line]) -> list[Unit]:
    """Return the parts of a line, or of two that are read as one, each a unit."""
    line = reduce(joined, row)
    cut = _with_captions(parts(line.text))
    last = len(cut) - 1
    starts = [at == 0 or (at == 1 and cut[0].cue in (Cue.TURN, Cue.FURNITURE)) for at in range(len(cut))]
    return [
        Unit(
            cue=part.cue,
            text=line.text[part.start : part.end],
            segments=line.source(part.start, part.end),
            whole=(
                line.source(part.start, part.end)[0][0] if at else line.left,
                line.source(part.start, part.end)[-1][1] if at < last else line.right,
            ),
            gap=line.gap if starts[at] else 0,
            level=line.level if last == 0 else 0,
            indent=line.indent and starts[at],
            stop=line.stop,
            begins=starts[at],
            ends=at == last,
            wrapped=len(row) if at == last else 1,
        )
        for at, part in enumerate(cut)
    ]


def _with_captions(cut: list[Part]) -> list[Part]:
    """Take a short text before a photographer's name, on one line, for a caption."""
    if len(cut) != 2 or cut[1].cue is not Cue.CREDIT or cut[0].cue is not None or cut[0].end > CAPTION_LIMIT:
        return cut
    return [cut[0]._replace(cue=Cue.CAPTION), cut[1]]


def _wraps(one: Unit, other: Unit, layout: Layout) -> bool:
    """Tell whether `other` is the next line of the wrapped paragraph `one`."""
    if (
        other.gap
        or not other.begins
        or WIDE.search(one.text)
        or one.cue not in JOINABLE
        or other.cue
        or one.level
        or other.level
    ):
        return False
    if never_first(other.text):
        return True
    if OPTIONS.match(one.text) or OPTIONS.match(other.text):
        return False
    if states_fact(one.text) and states_fact(other.text):
        return False
    if layout.indents and other.indent:
        return False
    if one.wrapped == 1 and is_author(other.text) and not STOP.search(one.text):
        return False
    if one.full:
        return not (finished(one.text) and (numbered(other.text) or is_standing(other.text)))
    inside = one.wrapped > 1 or (layout.indents and (one.indent or not one.begins))
    if not one.columns:
        return layout.indents and inside and (finished(other.text) or not finished(one.text))
    return (inside or not one.begins) and not finished(one.text)


def _stands_alone(one: Unit, ahead: list[Unit], layout: Layout) -> bool:
    """Tell whether a line between two paragraphs is none of theirs: not first, full or last."""
    other, *after = ahead
    if not layout.indents or other.indent or other.full or finished(other.text) or not finished(one.text):
        return False
    if not after:
        return False
    return (other.columns and not after[0].gap) or (after[0].indent and after[0].begins)


def _heads_report(units: list[Unit]) -> bool:
    """Tell whether the first of these is a headline: lines that end as no sentence does, then an opening."""
    for at, unit in enumerate(units):
        if unit.cue in (Cue.OPENING, Cue.BYLINE) and unit.begins:
            return at > 0
        if (
            unit.cue is not None
            or (finished(unit.text) and not _asks_above_byline(units[at : at + 2]))
            or unit.text[-1] in "，、；："
            or (unit.full and tells(unit.text))
            or never_first(unit.text)
        ):
            return False
    return False


def in_order(last: Unit, unit: Unit) -> bool:
    """Tell whether a unit stands below another in the file; not where a piece was put back between them."""
    return last.segments[-1][1] <= unit.segments[0][0]


def _asks_above_byline(units: list[Unit]) -> bool:
    """Tell whether the first of two lines says what somebody asks, and the second who reports."""
    reports = len(units) > 1 and units[1].cue is Cue.BYLINE and "记者" in simplified(units[1].text)
    return reports and ASKS.fullmatch(units[0].text) is not None


def continues(last: Unit, unit: Unit, layout: Layout) -> bool:
    """Tell whether a unit continues a paragraph that stands above it, whatever stands between."""
    if not (unit.begins and last.ends) or unit.verse or last.verse:
        return False
    if never_first(unit.text):
        return True
    if (layout.indents and unit.indent) or (unit.columns and not unit.gap):
        return False
    if last.text[-1] in "：:" and (len(last.text) <= SALUTATION or ADDRESSEES.fullmatch(last.text)):
        return False
    if BULLETED.match(unit.text) or (not unit.columns and last.text[-1] in "；;"):
        return False
    if finished(last.text):
        return layout.indents and last.indent and unit.wrapped > 1
    if last.text[-1] in "：；:;" and (numbered(unit.text) or LABELLED.match(unit.text)):
        return False
    return not (listed(last.text) or listed(unit.text))
