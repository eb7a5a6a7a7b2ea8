"""The interpreter of the conventions: splits a line into parts."""

import re
from collections.abc import Collection
from functools import cache
from itertools import groupby
from typing import NamedTuple

from tui.text.conventions import AFTER_OPENING, TABLE
from tui.text.cues import Cue, Where
from tui.text.vocabulary import compact, simplified, without_strays

BEHIND = {
    Where.WHOLE: "",
    Where.START: r"\s*",
    Where.OPENING: AFTER_OPENING,
    Where.CLOSING: r"\s*$",
    Where.HINT: "",
}
"""What may or must follow a convention's pattern in its part of the line."""
CAPTION_LIMIT = 160
WHOLE_LIMIT = 90
LONG = (Cue.CAPTION, Cue.LEAD)
"""What a line may be as a whole that is longer."""
TAIL = 70
LIST_MARK = re.compile(r"[-*+•]\s+")
ITEMS = (Cue.FURNITURE, Cue.DATED, Cue.CONTACT)
"""What an item of a web page's list may be as a whole."""


class Part(NamedTuple):
    """A part of a line: what it says (None: plain text) and where it stands in the line."""

    cue: Cue | None
    start: int
    end: int


@cache
def _rows(where: Where, cues: Collection[Cue] = tuple(Cue)) -> tuple[tuple[re.Pattern[str], Cue], ...]:
    """Return the table's patterns for a part of a line; neighbours that say the same are one pattern."""
    rows = groupby((row for row in TABLE if row.where is where and row.cue in cues), key=lambda row: row.cue)
    return tuple(
        (re.compile(f"(?:{'|'.join(row.pattern for row in group)}){BEHIND[where]}"), cue)
        for cue, group in rows
    )


def parts(text: str) -> list[Part]:
    """Return a line's parts: one if it is something as a whole, else opening, text and closing."""
    cue = whole(text)
    if cue is None and (item := LIST_MARK.match(text)) and whole(text[item.end() :]) in ITEMS:
        cue = whole(text[item.end() :])
    if cue not in (None, Cue.CAPTION):
        return [Part(cue, 0, len(text))]
    found: list[Part] = []
    start = 0
    if cue is None and (opens := _opening(text)) is not None:
        found.append(opens)
        start = opens.end + _blanks(text, opens.end)
    closing = _closing(text, start)
    end = closing.start if closing else len(text)
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    if start < end:
        found.append(Part(cue, start, end))
    return found + ([closing] if closing else [])


def hints(text: str) -> bool:
    """Tell whether a text begins as reports do, though what says so is part of its first sentence."""
    head = simplified(text[:60])
    return any(pattern.match(head) for pattern, _ in _rows(Where.HINT))


def whole(text: str) -> Cue | None:
    """Return what a line says that it is as a whole."""
    if len(text) > CAPTION_LIMIT * 2:
        return None
    text = compact(without_strays(simplified(text)))
    for pattern, cue in _rows(Where.WHOLE) if len(text) <= WHOLE_LIMIT else _rows(Where.WHOLE, LONG):
        if pattern.fullmatch(text):
            return cue
    return None


def _opening(text: str) -> Part | None:
    head = simplified(text[:160])
    for pattern, cue in _rows(Where.START) + _rows(Where.OPENING):
        if match := pattern.match(head):
            return Part(cue, 0, len(head[: match.end()].rstrip()))
    return None


def opening(text: str) -> int:
    """Return where what opens a report at a line's beginning ends; 0: nothing does."""
    part = _opening(text)
    return 0 if part is None or part.cue is not Cue.OPENING else part.end


def _closing(text: str, start: int) -> Part | None:
    """Return the sign at a line's end, where it stands behind a finished sentence or a blank."""
    begin = max(start, len(text) - TAIL)
    tail = simplified(text[begin:])
    for cut in _cuts(tail):
        for pattern, cue in _rows(Where.CLOSING):
            if pattern.match(tail, cut):
                return Part(cue, begin + cut, len(text))
    return None


def _cuts(tail: str) -> list[int]:
    """Return where a closing sign may begin: behind a sentence's end, the earliest first."""
    found = [match.end() for match in re.finditer(r"[。！？!?…][”’」』）)]?\s*", tail)]
    found += [match.start() for match in re.finditer(r"[（(](?=[^（）()]*[）)]\s*$)", tail)][-1:]
    return sorted(cut for cut in found if cut < len(tail))


def _blanks(text: str, at: int) -> int:
    return len(text[at:]) - len(text[at:].lstrip())
