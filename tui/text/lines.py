"""The lines of a page: text or mark-up, and their distance from the line before."""

import re
from typing import NamedTuple

from tui.model import Segment

BREAK = re.compile(r"\r\n|\n|\r")
HASHES = re.compile(r"(#{1,6})(?:[ \t\u3000]+|(?=[^\s#0-9][^#]*$))")
QUOTE = re.compile(r">\s*")
STARS = re.compile(r"\*\*")
BOLD = 7
"""The level of a line that is bold as a whole: a heading deeper than any numbered level."""

MOST_LINES = 20_000
"""No page of a newspaper has more lines."""


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        start, end: its text, without indentation, mark-up and trailing blanks.
        left, right: everything on it that is not blank, mark-up included.
        stop: where its line break begins, or the end of the file.
        gap: how many blank lines stand before it.
        indent: whether it is indented as a paragraph's first line is.
        inset: how many blanks stand before it.
        level: of a Markdown heading, 1 to 6, `BOLD` for a bold line, 0 for others.
        text: what is read; mark-up left out.
        holes: mark-up that stands inside of it.
        column: how many cells wide its column is, on a page that recognition read; 0 where that is not known.
    """

    start: int
    end: int
    left: int
    right: int
    stop: int
    gap: int
    indent: bool
    inset: int
    level: int
    text: str
    holes: tuple[Segment, ...] = ()
    column: int = 0

    def source(self, start: int, end: int) -> list[Segment]:
        """Return where a part of the line's text stands in the source; mark-up inside of it is left out."""
        found: list[Segment] = []
        shift = self.start
        for left, right in (*self.holes, (self.end, self.end)):
            if start + shift < min(end + shift, left):
                found.append((start + shift, min(end + shift, left)))
                start = min(end, left - shift)
            shift += right - left
        return found


def joined(one: Line, other: Line) -> Line:
    """Return two lines as one: the break between them is a hole."""
    return one._replace(
        end=other.end,
        right=other.right,
        stop=other.stop,
        text=one.text + other.text,
        holes=(*one.holes, (one.end, other.start), *other.holes),
    )


def is_long(text: str) -> bool:
    """Tell whether a text has more lines than any page of a newspaper."""
    return text.count("\n") + text.count("\r") > MOST_LINES


def read_lines(text: str) -> list[Line]:
    """Return the lines of a page that are not blank."""
    found: list[Line] = []
    gap = at = 0
    for stop, behind in [match.span() for match in BREAK.finditer(text)] + [(len(text), len(text))]:
        if (line := _line(text[at:stop], at, stop, gap)) is None:
            gap += 1
        else:
            found.append(line)
            gap = 0
        at = behind
    return found


def _line(raw: str, at: int, stop: int, gap: int) -> Line | None:
    content = raw.strip()
    if not content:
        return None
    left = at + len(raw) - len(raw.lstrip())
    right = left + len(content)
    start, end, level = _unmark(content, left)
    start, end, level, holes = _unbold(content, left, start, end, level)
    blanks = raw[: left - at]
    indent = "\u3000" in blanks or blanks.count(" ") >= 2 or "\t" in blanks
    text = content[start - left : end - left]
    if holes:
        text = text.replace("**", "")
    return Line(start, end, left, right, stop, gap, indent, len(blanks), level, text, holes)


def _unmark(content: str, left: int) -> tuple[int, int, int]:
    """Return where the text behind heading and quotation marks starts and ends, and the heading's level."""
    at = match.end() if (match := QUOTE.match(content)) and match.end() < len(content) else 0
    heading = HASHES.match(content, at)
    if heading is None or heading.end() == len(content):
        return left + at, left + len(content), 0
    closed = content.rstrip("#").rstrip()
    end = (
        len(closed) if content.endswith(" " + "#" * (len(content.rstrip()) - len(content.rstrip("#")))) else 0
    )
    return left + heading.end(), left + (end if end > heading.end() else len(content)), len(heading[1])


def _unbold(
    content: str, left: int, start: int, end: int, level: int
) -> tuple[int, int, int, tuple[Segment, ...]]:
    """Return the borders of the text without the marks of bold type, and those marks that stand inside.

    Only a line that begins in bold type is looked at: elsewhere two stars stand for a name that is masked.
    """
    plain = start, end, level, ()
    if not content.startswith("**", start - left):
        return plain
    marks = [match.start() + left for match in STARS.finditer(content, start - left, end - left)]
    if len(marks) % 2 or not content[start - left : end - left].replace("**", "").strip():
        return plain
    if len(marks) == 2 and marks[1] + 2 == end:
        inside = content[start - left + 2 : end - left - 2]
        start += 2 + len(inside) - len(inside.lstrip())
        return start, start + len(inside.strip()), level or BOLD, ()
    return start, end, level, tuple((mark, mark + 2) for mark in marks)
