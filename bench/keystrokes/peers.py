"""What the same tags cost in other programs, by a model of their documented keys.

SLATE (character scope): `j` `;` a character, `i` `o` a source line; `/` extends by a character; SPACE and a
key label. YEDDA: arrow keys move by a character or a row of 40; shift and arrow select, a key labels; or a
number, a key and return label so many characters on. Neither can tag all places with the same text. Both are
given that the cursor is left at the end of the last tag and that no key is mistyped.
"""

from collections.abc import Iterable

from tui.model import Segment

ROW = 40
"""Chinese characters in a row of YEDDA's window."""


def slate(text: str, tags: Iterable[Segment]) -> int:
    """Return the keys for tags, in source offsets, on a page's text."""
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    keys, line, column = 0, 0, 0
    for start, end in tags:
        row = max(number for number, first in enumerate(starts) if first <= start)
        reached = min(column, _length(text, starts, row)) if row != line else column
        keys += abs(row - line) + abs(start - starts[row] - reached) + (end - start - 1) + 2
        line, column = row, end - starts[row]
    return keys


def _length(text: str, starts: list[int], row: int) -> int:
    return (starts[row + 1] - 1 if row + 1 < len(starts) else len(text)) - starts[row]


def yedda(text: str, tags: Iterable[Segment]) -> int:
    """Return the keys for tags, in source offsets, on a page's text."""
    keys, place = 0, (0, 0)
    rows = _rows(text)
    for start, end in tags:
        here, behind = _cell(rows, start), _cell(rows, end)
        column = min(place[1], ROW)
        keys += abs(here[0] - place[0]) + min(abs(here[1] - column), here[1] + 1)
        keys += min(end - start + 1, len(str(end - start)) + 2)
        place = behind
    return keys


def _rows(text: str) -> list[int]:
    """Return the offset with which each row begins."""
    rows = [0]
    for at, character in enumerate(text):
        if character == "\n" or at + 1 - rows[-1] >= ROW:
            rows.append(at + 1)
    return rows


def _cell(rows: list[int], offset: int) -> tuple[int, int]:
    row = max(number for number, first in enumerate(rows) if first <= offset)
    return row, offset - rows[row]
