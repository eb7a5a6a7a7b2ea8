"""Pinyin of Chinese characters, without tones; pypinyin is loaded when it is first needed."""

from functools import lru_cache


def pinyin_of(text: str) -> tuple[str, str]:
    """Return the pinyin of a text and its initial letters, both in lower case and without blanks."""
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(text, style=Style.NORMAL)
    return "".join(syllables).lower(), "".join(syllable[:1] for syllable in syllables).lower()


@lru_cache(maxsize=8192)
def initials_of(character: str) -> frozenset[str]:
    """Return the letters with which the readings of a character begin; none of what is not Chinese."""
    from pypinyin import Style, pinyin

    readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(reading[0].lower() for found in readings for reading in found if reading)
