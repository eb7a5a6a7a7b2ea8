"""Words for the reader, asked from a segmenter in a process of its own, and remembered."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

from tui.model import Segment
from tui.text.segment import fallback_words

LIMIT = 1 << 30
"""The longest answer in bytes."""


class Words:
    """Asks for one text after the other. Where the process cannot be had, each character is a word.

    Args:
        cache: the folder that the segmenter may keep its dictionary's cache in.
        segmenter: its name.
        dictionary: the file of the user's words.
    """

    def __init__(self, cache: Path, segmenter: str, dictionary: Path) -> None:
        self._arguments = str(cache), segmenter, str(dictionary)
        self._process: Process | None = None
        self._known: dict[str, list[Segment]] = {}
        self._turn = asyncio.Lock()
        self.failed = False

    def known(self, text: str) -> list[Segment] | None:
        """Return the words of a text that was asked for before."""
        return self._known.get(text)

    async def ask(self, text: str) -> list[Segment]:
        """Return the words of `text`."""
        async with self._turn:
            if text not in self._known:
                self._known[text] = await self._ask(text)
            return self._known[text]

    async def _ask(self, text: str) -> list[Segment]:
        if not self.failed:
            try:
                process = await self._started()
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write(json.dumps(text).encode() + b"\n")
                await process.stdin.drain()
                return [(a, b) for a, b in json.loads(await process.stdout.readline())]
            except (OSError, ValueError):
                self.failed = True
        return fallback_words(text)

    async def _started(self) -> Process:
        if self._process is None:
            command = (sys.executable, "-m", "tui.text.segment_worker", *self._arguments)
            self._process = await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=asyncio.subprocess.DEVNULL, limit=LIMIT
            )
        return self._process

    async def forget(self) -> None:
        """Forget all words: the dictionary has changed."""
        async with self._turn:
            await self.stop()
            self._process, self.failed = None, False
            self._known.clear()

    async def stop(self) -> None:
        """End the process."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
