"""Joins tokens to text as in print: blanks only between words of Latin letters or digits."""

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
    Where all tokens are characters, these are no words; single digits are none anywhere.
    """
    tokens = list(tokens)
    are_words = any(len(token) > 1 for token in tokens)
    pieces: list[str] = []
    ranges: list[Segment] = []
    at, last = 0, ""
    for token in tokens:
        if are_words and last and token and _are_parted(last, token):
            pieces.append(" ")
            at += 1
        end = at + len(token)
        pieces.append(token)
        ranges.append((at, end))
        at, last = end, token
    return JoinedText("".join(pieces), ranges)


def _are_parted(one: str, other: str) -> bool:
    """Tell whether a blank stands between two tokens."""
    are_digits = len(one) == len(other) == 1 and one.isdecimal() and other.isdecimal()
    return is_latin(one[-1]) and is_latin(other[0]) and not are_digits


@cache
def is_latin(character: str) -> bool:
    """Tell whether a character makes a word with its like: a letter with upper and lower case, or a digit."""
    return character.isdecimal() or character.lower() != character.upper()
