"""Joins tokens to text as in print: blanks only between Latin letters or digits."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tui.model import Segment


class JoinedText(NamedTuple):
    """A text, and where each of its tokens stands in it."""

    text: str
    ranges: list[Segment]


def joined(tokens: Iterable[str]) -> JoinedText:
    """Return the text of tokens between which no file says whether a blank stands.

    Chinese has none. Between two words of Latin letters or digits there must be one, lest they become one.
    """
    pieces: list[str] = []
    ranges: list[Segment] = []
    at, last = 0, ""
    for token in tokens:
        if last and token and is_latin(token[0]) and is_latin(last):
            pieces.append(" ")
            at += 1
        end = at + len(token)
        pieces.append(token)
        ranges.append((at, end))
        at, last = end, token[-1:]
    return JoinedText("".join(pieces), ranges)


@cache
def is_latin(character: str) -> bool:
    """Tell whether a character makes a word with its like: a letter with upper and lower case, or a digit."""
    return character.isdecimal() or character.lower() != character.upper()
