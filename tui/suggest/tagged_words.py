"""Words of an article with their parts of speech, and of what kind of name their form tells."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.suggest.candidate import ArticleText
from tui.suggest.word_lists import BEFORE_LEVELS, LEVELS, NO_OPENING, NOUNS_LIKE_PLACES, SUFFIXES, SURNAMES

HAN = re.compile(r"[\u3400-\u9fff]+")
_BY_END: dict[str, tuple[tuple[str, str], ...]] = {}
for _kind, _suffixes in SUFFIXES.items():
    for _suffix in _suffixes:
        _BY_END[_suffix[-1]] = (*_BY_END.get(_suffix[-1], ()), (_kind, _suffix))


class Word(NamedTuple):
    """A word of a text with its part of speech."""

    start: int
    end: int
    text: str
    tag: str


def tagged_words(text: ArticleText, tags: Mapping[str, str]) -> list[Word]:
    """Return the words of an article with their parts of speech; `x` where the dictionary has none.

    Words that a segmenter joined over the border of a name are cut there.
    """
    found: list[Word] = []
    for start, end in text.words:
        at = start + _border_in(text.text[start:end], tags)
        for first, last in ((start, at), (at, end)) if at > start else ((start, end),):
            found.append(Word(first, last, written := text.text[first:last], _tag(written, tags)))
    return found


def _border_in(word: str, tags: Mapping[str, str]) -> int:
    """Return where a body's name begins, or ends, within a word (据市|农业局, 人社局|局长); 0: nowhere."""
    if len(word) == 2 and word[0] in BEFORE_LEVELS and word[1] in LEVELS and word not in tags:
        return 1
    return 1 if len(word) == 3 and word[0] == word[1] and word[2] == "长" else 0


def _tag(word: str, tags: Mapping[str, str]) -> str:
    return "n" if word in NOUNS_LIKE_PLACES else tags.get(word) or _guess(word)


def _guess(word: str) -> str:
    if not HAN.fullmatch(word):
        return "m" if word[:1].isdigit() else "eng" if word.isascii() and word.isalnum() else "w"
    if word[0] in NO_OPENING:
        return "v"
    if is_person(word):
        return "nr"
    return "x" if len(word) > 1 else "g"


def is_person(word: str) -> bool:
    """Tell whether a word may be a name of a person: a surname, and one or two characters more."""
    return (2 <= len(word) <= 3 and word[0] in SURNAMES) or (3 <= len(word) <= 4 and word[:2] in SURNAMES)


def kinds_of(word: str) -> Iterator[tuple[str, int]]:
    """Yield of what a word's end is the end, and how many characters of it; the longest of each kind."""
    longest: dict[str, int] = {}
    for kind, suffix in _BY_END.get(word[-1:], ()):
        if word.endswith(suffix):
            longest[kind] = max(longest.get(kind, 0), len(suffix))
    yield from longest.items()
