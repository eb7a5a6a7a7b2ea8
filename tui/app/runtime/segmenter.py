"""Words of a text from a segmenter in a process of its own, cached."""

import asyncio
import os
from bisect import bisect_right
from collections.abc import AsyncIterator
from pathlib import Path
from re import DOTALL, finditer

from tui.app import SHARED
from tui.model import Segment
from tui.store.worker_connection import WorkerConnection
from tui.text.ranges import Ranges
from tui.text.segment import fallback_words

PIECE = 4096
"""Characters that are asked for at once, and up to as many more to the end of a sentence."""


class Words:
    """Asks for one text after the other. Where the process cannot be had, each character is a word.

    Args:
        cache: the folder that the segmenter may keep its dictionary's cache in.
        segmenter: its name.
        dictionary: the file of the user's words.
    """

    def __init__(self, cache: Path, segmenter: str, dictionary: Path) -> None:
        self.connection = WorkerConnection(
            os.environ.get(SHARED), "tui.text.segment_worker", str(cache), segmenter, str(dictionary)
        )
        self._known: dict[str, Ranges] = {}
        self._turn = asyncio.Lock()
        self._changes = 0
        self.failed = False

    def known(self, text: str) -> Ranges | None:
        """Return the words of a text that was asked for before."""
        return self._known.get(text)

    async def find(self, text: str, near: int = 0) -> AsyncIterator[Ranges]:
        """Yield the words of `text` as far as they are known, those around an offset first; at last all.

        A long text is asked for in pieces, so that no answer holds the keys up.
        """
        if (known := self._known.get(text)) is not None:
            yield known
            return
        parts = pieces(text)
        first = bisect_right(parts, (near, len(text))) - 1
        found: dict[int, Ranges] = {}
        dictionary = self._changes
        for number in (*range(first, len(parts)), *range(first)):
            start, end = parts[number]
            async with self._turn:
                if self._changes != dictionary:
                    return  # whoever changed it asks again
                words = await self._ask(text[start:end])
                found[number] = Ranges((start + a, start + b) for a, b in words)
            if len(found) & (len(found) - 1) == 0 or len(found) == len(parts):
                whole = Ranges.joined(found[at] for at in sorted(found))
                if len(found) == len(parts):
                    self._known[text] = whole
                yield whole

    async def _ask(self, text: str) -> list[Segment]:
        if not self.failed:
            try:
                return [(a, b) for a, b in await self.connection.ask(text)]
            except (OSError, ValueError):
                self.failed = True
        return fallback_words(text)

    async def forget(self) -> None:
        """Forget all words: the dictionary has changed."""
        async with self._turn:
            await self.connection.close()
            self.failed = False
            self._known.clear()
            self._changes += 1

    async def stop(self) -> None:
        """End the process, or leave the one that is shared."""
        await self.connection.close()


def pieces(text: str) -> list[Segment]:
    """Return ranges that cover `text`; they end with a line or a sentence, over which no word goes."""
    found = finditer(f".{{1,{PIECE}}}(?:[^\n。]{{0,{PIECE}}}[\n。])?", text, DOTALL)
    return [match.span() for match in found] or [(0, 0)]
