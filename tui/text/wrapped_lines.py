"""From lines to units: parts of lines with hard wraps undone."""

import re
from functools import reduce
from itertools import pairwise

from tui.text.cues import Cue
from tui.text.headline_words import is_standing
from tui.text.layout import BEYOND, Layout, cells, column_of, slack
from tui.text.lines import Line, joined
from tui.text.parts import Part, parts, whole
from tui.text.reflow import finished, never_first, numbered, states_fact, tells
from tui.text.units import OPTIONS, Unit, join
from tui.text.vocabulary import EDITOR, is_author, simplified

JOINABLE = (None, Cue.CAPTION, Cue.LEAD)
CAPTION_LIMIT = 40
VERSE = 14
"""Characters of the longest line that is taken for verse in a column."""
POINTED = re.compile(r"[\s，。；：、？！“”（）\d]")
WIDE = re.compile(
    r"^[^，。]{1,12}\S(?:\u3000{2,}| {3,})\S[^，。]{0,20}$|"
    r"^[^\s，。；]{1,12}\u3000[^\s，。；]{1,16}\u3000[^\s，。；]{1,16}$"
)
"""A row of a table: no line of text has a blank so wide, or two blanks."""
HEADLINES = 3
OPENING_LIMIT = 60
STOP = re.compile("[，。；：、]")
ASKS = re.compile("[^\\W\\d_]{1,4}问[:：].{2,20}[？?]")
"""What somebody asks, as the second line of a headline."""
BEGUN = re.compile(r"[^，。（(〔【《]{0,24}[（(〔【《][^（）()〔〕【】。]{0,60}")
REPORTER_ALONE = re.compile(r"[□■]?(?:本[报刊](?:驻[^\W\d_]{2,4}|特[约派]|见习|实习)?(?:记者|通讯员)|通讯员)")
"""Whose name stands in the next line: recognition broke the line at the wide blank between them."""
REPORTER_BEGUN = re.compile(
    r"[□■]?(?:本[报刊][^\W\d_]{0,4}记者|通讯员)[ \u3000]?[^\W\d_]{2,4}[ \u3000]?[通讯员记者]{1,3}"
)
"""The beginning of a line with two reporters that a narrow column breaks."""
ENDED = re.compile(r"[^（）()〔〕【】。]{0,60}[）)〕】]")
"""A line that ends within a bracket, and one that begins so."""


def units_of(page: str, lines: list[Line], layout: Layout) -> list[Unit]:
    """Return the units of a page: its lines' parts, those of a hard-wrapped paragraph joined."""
    cut = _cut(lines)
    found: list[Unit] = []
    for at, unit in enumerate(cut):
        ahead = cut[at : at + HEADLINES + 1]
        wraps = found and _wraps(found[-1], unit, layout) and not _heads_report(ahead)
        wraps = wraps and not _are_verse([found[-1], *ahead[:2]]) and not _addresses(found[-1], unit)
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
                unit.narrow = row[-1].column > 0
                unit.columns = column.width > 0 or unit.narrow
                unit.full = _reaches(row[-1]) if row[-1].column else column.full(row[-1])
    return [unit for units in pieces for unit in units]


def _reaches(line: Line) -> bool:
    """Tell whether a line reaches the end of the column in which recognition found it."""
    near = 1 if line.text[-1] in "。！？" else slack(by_cells=True)
    return line.column - near <= cells(line.text) <= BEYOND * line.column


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
    name = simplified(one.text)
    if (REPORTER_ALONE.fullmatch(name) or REPORTER_BEGUN.fullmatch(name)) and other.gap <= 1:
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


def _are_verse(units: list[Unit]) -> bool:
    """Tell whether three lines are rather verse in a column: short and not equally long, without a stop."""
    texts = [unit.text for unit in units]
    sizes = [len(text) for text in texts]
    bare = all(unit.wrapped == 1 and unit.cue is None and not unit.full for unit in units)
    uneven = len(units) == 3 and min(sizes) < max(sizes) <= VERSE and min(sizes) > 1
    return bare and uneven and not any(POINTED.search(text) for text in texts)


def _addresses(one: Unit, other: Unit) -> bool:
    """Tell whether a line says to whom the letter below is addressed: what stands above it, and has no stop
    at its end, is its headline."""
    if other.text[-1] not in "：:":
        return False
    return one.text[-1] not in "，、；：" and EDITOR.fullmatch(simplified(other.text)) is not None


def _stands_alone(one: Unit, ahead: list[Unit], layout: Layout) -> bool:
    """Tell whether a line between two paragraphs is none of theirs: not first, full or last."""
    other, *after = ahead
    if other.indent or other.full or finished(other.text) or not finished(one.text):
        return False
    if not layout.indents and not one.narrow:
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


def _asks_above_byline(units: list[Unit]) -> bool:
    """Tell whether the first of two lines says what somebody asks, and the second who reports."""
    reports = len(units) > 1 and units[1].cue is Cue.BYLINE and "记者" in simplified(units[1].text)
    return reports and ASKS.fullmatch(units[0].text) is not None
