"""Offsets in UTF-16 units, which programs in Java and JavaScript count."""

from collections.abc import Callable, Iterator


def to_utf16(text: str) -> Callable[[int], int]:
    """Return what makes a UTF-16 offset of a code point's."""
    if text.isascii() or max(text) <= "\uffff":
        return lambda offset: offset
    offsets = list(_units(text))
    return offsets.__getitem__


def from_utf16(text: str) -> Callable[[int], int | None]:
    """Return what makes a code point's offset of a UTF-16 one; of one within a code point, nothing."""
    offsets = {offset: at for at, offset in enumerate(_units(text))}
    return offsets.get


def _units(text: str) -> Iterator[int]:
    at = 0
    yield at
    for character in text:
        at += 1 + (character > "\uffff")
        yield at
