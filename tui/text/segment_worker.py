"""The segmenter as a worker process.

``python -m tui.text.segment_worker CACHE SEGMENTER DICTIONARY [SOCKET]``

Loading a dictionary holds Python's interpreter lock for hundreds of milliseconds; in a process of its own it
cannot hold up a key. A request is a line of JSON, a string: the text. An answer is a line of JSON: its words
as [start, end] pairs. Lines of the dictionary that hold no word are passed over: who starts the process looks
for them.

Without SOCKET it answers on stdin and stdout. With it, the number of an open socket that listens, it answers
whoever connects there, one request at a time, and reads the dictionary again when somebody connects after it
has changed. It ends when its stdin does.
"""

import asyncio
import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

from tui.text.dictionary import read_what_holds
from tui.text.segment import NAMES, Segmenter, segmenter_for

NICER = 10
"""By how much it gives way to the app."""
LONGEST = 1 << 24
"""Bytes of a request over the socket."""


class Worker:
    """Answers requests.

    Args:
        cache: the folder that the segmenter may keep its dictionary's cache in.
        name: the segmenter's.
        dictionary: the file of the user's words.
    """

    def __init__(self, cache: str, name: str, dictionary: str) -> None:
        self._cache, self._name, self._dictionary = Path(cache), NAMES[NAMES.index(name)], Path(dictionary)
        self._state = self._looked()
        self._segmenter = self._loaded()

    def answer(self, request: bytes) -> bytes:
        """Return the line that answers a line."""
        words = self._segmenter.words(json.loads(request))
        return json.dumps(words, separators=(",", ":")).encode() + b"\n"

    def look(self) -> None:
        """Load the dictionary again where it has changed."""
        if (state := self._looked()) != self._state:
            self._state, self._segmenter = state, self._loaded()

    def _looked(self) -> tuple[int, int, int] | None:
        try:
            stat = self._dictionary.stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_size, stat.st_mtime_ns

    def _loaded(self) -> Segmenter:
        entries, _ = read_what_holds(self._dictionary)
        return segmenter_for(self._name, self._cache, entries)


def main() -> None:
    """Answer requests until there are no more."""
    *worker, listening = [*sys.argv[1:], ""][:4]
    if listening:
        asyncio.run(answer_at(socket.socket(fileno=int(listening)), Worker(*worker)))
    else:
        answer_lines(Worker(*worker))


def answer_lines(worker: Worker) -> None:
    """Answer what stands on stdin, a line each."""
    is_nice = False
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(worker.answer(line))
        sys.stdout.buffer.flush()
        if not is_nice:  # the words on the screen are there; the rest may take its time
            os.nice(NICER)
            is_nice = True


async def answer_at(listening: socket.socket, worker: Worker) -> None:
    """Answer at a socket until stdin ends."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        worker.look()
        # The end of the loop cancels this. Python 3.11 would print that as an error.
        with suppress(ConnectionError, ValueError, asyncio.CancelledError):
            while line := await reader.readline():
                writer.write(worker.answer(line))
                await writer.drain()
        writer.close()

    async with await asyncio.start_unix_server(connected, sock=listening, limit=LONGEST):
        await asyncio.to_thread(sys.stdin.buffer.read)


if __name__ == "__main__":
    main()
