"""Pinyin of Chinese characters, without tones; pypinyin is loaded when it is first needed."""

import os
from functools import lru_cache


@lru_cache(maxsize=8192)
def readings_of(character: str) -> frozenset[str]:
    """Return all readings of a character, in lower case; none of what is not Chinese.

    pypinyin's words, which tell readings of one character apart, are not loaded: they take 44 MB, and
    here any reading is meant.
    """
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import Style, pinyin

    readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(reading.lower() for found in readings for reading in found if reading)


@lru_cache(maxsize=8192)
def initials_of(character: str) -> frozenset[str]:
    """Return the letters with which the readings of a character begin; none of what is not Chinese."""
    return frozenset(reading[0] for reading in readings_of(character))


@lru_cache(maxsize=8192)
def _parts(character: str) -> frozenset[str]:
    """Return what may be typed for a character."""
    return readings_of(character) | initials_of(character) or frozenset((character,))


def begins_with(text: str, typed: str) -> bool:
    """Tell whether a text begins with what is typed: of each Chinese character its pinyin or initial.

    Args:
        text: in lower case; its blanks are passed over.
        typed: in lower case, without blanks.
    """
    reached = {0}  # how much of what is typed the characters so far may stand for
    for character in text:
        if not character.isspace():
            parts = _parts(character)
            if any(part.startswith(typed[at:]) for at in reached for part in parts):
                return True
            reached = {at + len(part) for at in reached for part in parts if typed.startswith(part, at)}
    return False
