"""Finds names by what is typed: English or Chinese, pinyin or initials."""

from collections.abc import Iterable
from functools import lru_cache

from tui.text.pinyin import pinyin_of
from tui.texts import CATALOGUE


def rank(typed: str, names: Iterable[str]) -> int | None:
    """Return how well one of `names` is meant by what is typed, 0 the best; None: none of them is.

    A name is meant by its beginning (0; where nothing is typed, every name is), a word's beginning (1), its
    initials or the beginning of its pinyin (2), any part of it (3), or by words that all occur in it, in any
    order (4).
    """
    wanted = typed.lower().split()
    ranks = (_rank(" ".join(wanted), wanted, name.lower()) for name in names if name)
    return min((each for each in ranks if each is not None), default=None)


def group_names(group: str) -> tuple[str, ...]:
    """Return names by which all actions of a group of the key map are found, behind those named so."""
    return tuple(f"- {name}" for name in CATALOGUE[f"group.{group}"])


def _rank(phrase: str, words: list[str], name: str) -> int | None:
    if name.startswith(phrase):
        return 0
    if f" {phrase}" in name:
        return 1
    joined = "".join(words)
    spellings = () if name.isascii() or not joined.isascii() else _spellings(name)
    initials = "".join(word[0] for word in name.split())
    if any(spelling.startswith(joined) for spelling in (initials, *spellings)):
        return 2
    if any(joined in spelling for spelling in (name.replace(" ", ""), *spellings)):
        return 3
    return 4 if all(word in name for word in words) else None


@lru_cache(maxsize=8192)
def _spellings(name: str) -> tuple[str, str]:
    """Return the pinyin of a name and its initials."""
    return pinyin_of(name)
