"""Finds names by what is typed: English or Chinese, pinyin or initials."""

from collections.abc import Iterable

from tui.text.pinyin import begins_with, initials_of
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
    is_spelled = joined.isascii() and not name.isascii()
    initials = "".join(word[0] for word in name.split())
    if initials.startswith(joined) or (is_spelled and begins_with(name, joined)):
        return 2
    if joined in name.replace(" ", "") or (is_spelled and _has_inside(name, joined)):
        return 3
    return 4 if all(word in name for word in words) else None


def _has_inside(name: str, typed: str) -> bool:
    """Tell whether a part of a name that begins with a Chinese character is spelled as what is typed."""
    starts = (at for at, character in enumerate(name) if typed[0] in initials_of(character))
    return any(begins_with(name[at:], typed) for at in starts)
