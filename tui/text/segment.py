"""Words: a disposable view of the reading text. The only module that knows jieba."""

import os
from pathlib import Path
from typing import Protocol

from tui.model import Segment


class Segmenter(Protocol):
    """Something that cuts text into words."""

    def words(self, text: str) -> list[Segment]:
        """Return the words of `text` as ranges that cover it in order, line feeds left out."""
        ...


class JiebaSegmenter:
    """jieba's accurate mode with its HMM. Loading the dictionary takes 0.3 to 0.9 s and about 90 MB.

    Args:
        cache: a folder that only this user can write to: jieba loads what it finds there.
    """

    def __init__(self, cache: Path) -> None:
        import logging

        import jieba

        jieba.setLogLevel(logging.ERROR)
        self._tokenizer = jieba.Tokenizer()
        self._tokenizer.tmp_dir = os.fspath(cache)
        self._tokenizer.initialize()

    def words(self, text: str) -> list[Segment]:
        """See `Segmenter.words`."""
        found: list[Segment] = []
        at = 0
        for line in text.split("\n"):
            for word in self._tokenizer.cut(line):
                found.append((at, at + len(word)))
                at += len(word)
            at += 1
        return found


def jieba_segmenter(cache: Path) -> Segmenter:
    """Return jieba, loaded in this process, with its dictionary cache in a folder below `cache`."""
    folder = cache / "jieba"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return JiebaSegmenter(folder)


def fallback_words(text: str) -> list[Segment]:
    """Return each character as a word: what is shown until a segmenter has answered."""
    return [(at, at + 1) for at, character in enumerate(text) if character != "\n"]
