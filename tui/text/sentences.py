"""Sentences, and passages between paired marks."""

import re
from collections.abc import Iterator
from unicodedata import category

from tui.model import Segment

PAIRS = {
    **{"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "（": "）", "(": ")"},
    **{"【": "】", "〔": "〕", "［": "］", "[": "]", "｛": "｝", "{": "}"},
}
"""Paired marks of GB/T 15834-2011, their half-width forms, and those of vertical print."""

_OPENING = {closing: opening for opening, closing in PAIRS.items()}
_END = r"(?:[。！？!?]+|…+(?=[”’」』）)》】]))[”’」』）)》】]*|\n+"


def is_punctuation(text: str) -> bool:
    """Tell whether a text has nothing but marks and blanks."""
    return all(category(character)[0] in "PZ" for character in text)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Segment]:
    """Yield the sentences of ``text[start:end]`` in order: without blanks at their ends, never empty.

    A sentence ends behind 。！？ and the closing marks that follow, or at a line feed.
    """
    stop = len(text) if end is None else end
    at = start
    for match in re.compile(_END).finditer(text, start, stop):
        if found := _trimmed(text, at, match.end()):
            yield found
        at = match.end()
    if found := _trimmed(text, at, stop):
        yield found


def pair_around(text: str, start: int, end: int, within: Segment) -> Segment | None:
    """Return the nearest pair of marks in `within` that encloses ``text[start:end]``, as what is between.

    Where that is the range itself, the pair with its marks; where that is it, the next pair outside.
    """
    for opening, closing in _pairs(text, within):
        for found in ((opening + 1, closing), (opening, closing + 1)):
            if found[0] <= start and end <= found[1] and found != (start, end) and found[0] < found[1]:
                return found
    return None


def _pairs(text: str, within: Segment) -> list[Segment]:
    """Return the places of the marks of each pair in a range, the inner pairs first."""
    found: list[Segment] = []
    open_marks: list[int] = []
    for at in range(*within):
        character = text[at]
        if character in PAIRS:
            open_marks.append(at)
        elif (opening := _OPENING.get(character)) is not None:
            depth = next(
                (d for d in reversed(range(len(open_marks))) if text[open_marks[d]] == opening), None
            )
            if depth is not None:
                found.append((open_marks[depth], at))
                del open_marks[depth:]
    return sorted(found, key=lambda pair: pair[1] - pair[0])


def _trimmed(text: str, start: int, end: int) -> Segment | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
