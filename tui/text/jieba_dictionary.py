"""jieba's own dictionary: its words, how often each occurs, what it is; jieba itself is not loaded."""

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from sys import intern
from tempfile import mkstemp
from typing import NamedTuple

from msgspec import DecodeError
from msgspec.json import decode, encode

KEPT = "counts.json"
"""The file that counts are kept in."""
BLOCK = 1 << 16
"""Bytes of the dictionary that are read at a time."""


class Counts(NamedTuple):
    """How often words occur.

    Attributes:
        state: size and time of change of the dictionary's file.
        total: the sum; a word that the file holds twice counts twice.
        words: by word; 0: the beginning of words that is none itself.
    """

    state: tuple[int, int]
    total: int
    words: dict[str, int]


def counts(folder: Path) -> Counts:
    """Return how often words occur, as jieba's `Tokenizer.gen_pfdict` does.

    They are kept in a folder: it takes a third of the time to read them there, and of the time in which jieba
    reads what it keeps.
    """
    found = dictionary_file().stat()
    state = found.st_size, found.st_mtime_ns
    with suppress(OSError, DecodeError):
        kept = decode((folder / KEPT).read_bytes(), type=Counts)
        if kept.state == state:
            return kept
    made = _counted(state)
    with suppress(OSError):
        _keep(folder, made)
    return made


def _counted(state: tuple[int, int]) -> Counts:
    words: dict[str, int] = {}
    total = 0
    for word, count in dictionary_words():
        words[word] = count
        total += count
    longer, size = list(words), 1
    while longer := [word for word in longer if len(word) > size]:
        for word in longer:
            words.setdefault(word[:size], 0)
        size += 1
    return Counts(state, total, words)


def _keep(folder: Path, made: Counts) -> None:
    """Write a file whole, or not at all."""
    handle, name = mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(encode(made))
        Path(name).replace(folder / KEPT)
    except OSError:
        Path(name).unlink()
        raise


def dictionary_words() -> Iterator[tuple[str, int]]:
    """Yield the words of the dictionary, each with how often it occurs."""
    for words, counts, _ in _blocks():
        yield from zip(words, map(int, counts), strict=True)


@cache
def parts_of_speech() -> dict[str, str]:
    """Return the part of speech of each word (ICTCLAS tags: n, v, nr, ns, nt ...).

    Reading it takes 0.1 s and 45 MB: for a process of its own. The same dictionary is in rjieba.
    """
    found: dict[str, str] = {}
    for words, _, tags in _blocks():
        found.update(zip(words, map(intern, tags), strict=True))
    return found


def _blocks() -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Yield some words at a time, how often each occurs, and what it is."""
    with dictionary_file().open(encoding="utf-8") as file:
        while lines := file.readlines(BLOCK):
            fields = "".join(lines).split()
            yield fields[::3], fields[1::3], fields[2::3]


def dictionary_file() -> Path:
    """Return the file of the dictionary."""
    found = find_spec("jieba")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("dict.txt")
