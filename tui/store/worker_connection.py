"""Talking to worker processes: requests and answers are lines of JSON.

Not in `worker_process`: the command line imports that, and has no use for asyncio.
"""

import asyncio
import json
from asyncio import StreamReader, StreamWriter
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any

from tui.store.worker_process import worker_command

LIMIT = 1 << 30
"""The longest answer in bytes."""
PATIENCE = 5.0
"""Seconds that a process may take to end once it was asked to."""


class WorkerConnection:
    """Asks a worker that answers line by line: the one that a server's apps share, else a process of our own.

    Args:
        shared: the socket of the shared one; None: there is none.
        module: the worker's, which `arguments` are given to.
        greeting: what a worker is told first; it does not answer that.
    """

    def __init__(
        self, shared: str | None, module: str, *arguments: str, greeting: object | None = None
    ) -> None:
        self._shared, self._worker = shared, (module, *arguments)
        self._greeting = greeting
        self._process: Process | None = None
        self._streams: tuple[StreamReader, StreamWriter] | None = None
        self._turn = asyncio.Lock()

    @property
    def has_own_process(self) -> bool:
        """Whether a process of our own answers."""
        return self._process is not None

    async def ask(self, request: object) -> Any:
        """Return the answer. A worker that has gone is asked once more where it is there again.

        Raises:
            OSError, ValueError: there is no answer.
        """
        async with self._turn:
            try:
                return await self._answer(request)
            except (OSError, ValueError):
                return await self._answer(request)

    async def _answer(self, request: object) -> Any:
        try:
            reader, writer = await self._connected()
            writer.write(_line(request))
            await writer.drain()
            return json.loads(await reader.readline())
        except BaseException:  # what comes now would be taken for the answer to the next request
            await self._disconnect()
            raise

    async def _connected(self) -> tuple[StreamReader, StreamWriter]:
        if self._streams is None:
            self._streams = await self._find_shared() or await self._start()
            if self._greeting is not None:
                self._streams[1].write(_line(self._greeting))
        return self._streams

    async def _find_shared(self) -> tuple[StreamReader, StreamWriter] | None:
        if self._shared is not None:
            with suppress(OSError):
                return await asyncio.open_unix_connection(self._shared, limit=LIMIT)
        return None

    async def _start(self) -> tuple[StreamReader, StreamWriter]:
        self._process = await asyncio.create_subprocess_exec(
            *worker_command(*self._worker), stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=LIMIT
        )
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        return self._process.stdout, self._process.stdin

    async def close(self) -> None:
        """End our own process, or leave the one that is shared; the next request finds one again."""
        async with self._turn:
            await self._disconnect()

    async def _disconnect(self) -> None:
        process, streams = self._process, self._streams
        self._process = self._streams = None
        if streams is not None:
            streams[1].close()
        await end(process)


class WorkerRun:
    """One run of a worker that takes no requests and says what it finds.

    Args:
        module: the worker's, which `arguments` are given to.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        self._worker = module, *arguments
        self._process: Process | None = None
        self._is_stopped = False

    @property
    def is_running(self) -> bool:
        """Whether it is at work."""
        return self._process is not None and self._process.returncode is None

    @property
    def status(self) -> int | None:
        """The exit status of the last run; None: it has not ended."""
        return None if self._process is None else self._process.returncode

    async def lines(self, *more: str) -> AsyncGenerator[dict[str, Any], None]:
        """Yield what it says until it ends; who asks no longer closes this, and the process ends.

        Args:
            more: arguments of this run, behind the others.

        Raises:
            OSError, ValueError: it cannot be had, or says what is no JSON.
        """
        self._is_stopped = False
        process = self._process = await asyncio.create_subprocess_exec(
            *worker_command(*self._worker, *more), stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, limit=LIMIT
        )
        assert process.stdout is not None
        try:
            while not self._is_stopped and (line := await process.stdout.readline()):
                yield json.loads(line)
            if not self._is_stopped:
                await process.wait()
        finally:
            await _ask_to_end(process)

    async def stop(self) -> None:
        """End it, also where it only begins."""
        self._is_stopped = True
        await _ask_to_end(self._process)


async def _ask_to_end(process: Process | None) -> None:
    """End a process that may have something to put away; at once, where that takes it too long."""
    if process is not None and process.returncode is None:
        with suppress(ProcessLookupError):
            process.terminate()
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), PATIENCE)
    await end(process)


async def end(process: Process | None) -> None:
    """End a process at once."""
    if process is not None and process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _line(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"
