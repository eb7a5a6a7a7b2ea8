"""The pieces of a page that are one thing each."""

import re
from dataclasses import dataclass, fields
from operator import attrgetter

from tui.model import Kind, Segment
from tui.text.cues import Cue
from tui.text.layout import Layout
from tui.text.reflow import finished, listed, never_first, numbered, seam
from tui.text.vocabulary import BULLET

SALUTATION = 12
"""A line that is no longer and ends with a colon addresses somebody."""
ADDRESSEES = re.compile("(?:各|全体|尊敬的|亲爱的)[^。]{2,40}[:：]")
"""To whom a document is addressed."""
LABELLED = re.compile(r"[^\W\d_]{2,6}[:：][^“‘]")
"""The word before a point of a list."""
OPTIONS = re.compile(r"[AＡ]\s?[.．、]\S")
"""How the answers begin among which one chooses, below the question."""
BULLETED = re.compile(BULLET)


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
        narrow: whether it stands in a column of a page that recognition read, and that does not indent.
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
    narrow: bool = False
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


def in_order(last: Unit, unit: Unit) -> bool:
    """Tell whether a unit stands below another in the file; not where a piece was put back between them."""
    return last.segments[-1][1] <= unit.segments[0][0]


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
