"""The session of a page: an app process, connected to the page's socket."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from time import monotonic

from aiohttp import WSMessage, WSMsgType, web

from tui.serve import packets
from tui.serve.app_processes import AppProcess
from tui.serve.downloads import Download, Downloads
from tui.serve.endings import Ending

GRACE = 10.0
"""Seconds that an app may take to save when its page has gone; then it is told to end, then ended."""
CLOSING = 2.0
"""Seconds that a page may take to answer that its socket is closed."""
COLUMNS, ROWS = range(20, 1001), range(5, 501)
"""Sizes that are taken."""
LONGEST_ERROR = 2000
"""Bytes of what an app that could not start said last."""
TOLD_PAGE = ("guard", "article", "background")
"""What an app may tell its page."""


class Session:
    """An app and its page.

    Args:
        person: who sits at the page.
        socket: the page's, prepared.

    Attributes:
        ending: why it ends, once it does.
        over: set when its app has ended, too.
        error: the last line of an app that could not start.
    """

    def __init__(self, person: str, socket: web.WebSocketResponse) -> None:
        self.person, self._socket = person, socket
        self.downloads = Downloads()
        self.ending: Ending | None = None
        self.over = asyncio.Event()
        self.error = ""
        self._used = monotonic()
        self._process: AppProcess | None = None

    @property
    def idle(self) -> float:
        """Seconds since the page last sent something, once there is an app that could answer."""
        return 0.0 if self._process is None else monotonic() - self._used

    @property
    def pid(self) -> int | None:
        """The number of the app's process, once there is one."""
        return None if self._process is None else self._process.pid

    async def run(self, starting: Awaitable[AppProcess]) -> int | None:
        """Run the app that is being started until it or its page ends; return its exit status."""
        process = self._process = await starting
        self._used = monotonic()
        errors = asyncio.create_task(self._read_error(process))
        output = asyncio.create_task(self._show(process))
        typed = asyncio.create_task(self._type(process))
        gone = asyncio.create_task(process.wait())
        try:
            await asyncio.wait((output, typed, gone), return_when=asyncio.FIRST_COMPLETED)
            if typed.done() and self.ending is None:  # the page has gone
                is_big = self._socket.close_code == Ending.TOO_BIG
                self.ending = Ending.TOO_BIG if is_big else Ending.LOST
        finally:
            await _stopped(typed)
            await _ended(process)
            await asyncio.wait((output, errors), timeout=CLOSING)  # what the app wrote last
            await _stopped(output)
            await _stopped(errors)
            _closed(process)
        if self.ending == Ending.NOT_STARTED and self.error:
            await self.tell("error", self.error)
        await self.close(self.ending or _ending_of(process.returncode))
        return process.returncode

    async def close(self, ending: Ending) -> None:
        """Close the page's socket and say why; what `run` does then ends the app."""
        self.ending = self.ending or ending
        with suppress(ConnectionError, RuntimeError):
            await self._socket.close(code=self.ending, message=self.ending.name.encode("ascii"))

    async def tell(self, kind: str, value: object) -> None:
        """Send something to the page's script."""
        with suppress(ConnectionError, RuntimeError):
            await self._socket.send_json([kind, value])

    # From the app to the page

    async def _show(self, process: AppProcess) -> None:
        assert process.stdout is not None
        if not await packets.has_begun(process.stdout):
            self.ending = self.ending or Ending.NOT_STARTED
            return
        async for kind, payload in packets.packets(process.stdout):
            if not self._socket.closed:
                await self._pass_on(kind, payload)

    async def _read_error(self, process: AppProcess) -> None:
        """Read stderr, so that the app can go on; keep the last line if it is an error of ours."""
        assert process.stderr is not None
        last = b""
        while read := await process.stderr.read(LONGEST_ERROR):
            last = (last + read)[-LONGEST_ERROR:]
        line = (last.decode("utf-8", "replace").splitlines() or [""])[-1]
        self.error = line if line.startswith("piyue: ") else ""

    async def _pass_on(self, kind: bytes, payload: bytes) -> None:
        if kind == b"D":
            with suppress(ConnectionError, RuntimeError):
                await self._socket.send_bytes(payload)
        elif kind == b"F":
            download = Download.read(payload)
            await self.tell("download", {"key": self.downloads.keep(download), "name": download.name})
        elif kind == b"M":
            values = packets.told(payload)
            if (told := values.get("type")) in TOLD_PAGE:
                await self.tell(str(told), values.get("value"))

    # From the page to the app

    async def _type(self, process: AppProcess) -> None:
        """Pass on what the page sends until its socket is closed, by whomever."""
        assert process.stdin is not None
        async for message in self._socket:
            if message.type != WSMsgType.TEXT:
                continue
            if (packet := await self._read(message)) is not None:
                process.stdin.write(packet)
                await process.stdin.drain()

    async def _read(self, message: WSMessage) -> bytes | None:
        """Return the packet that a message of the page makes; what is none of its kinds makes none."""
        try:
            kind, value = message.json()
            if kind == "stdin":
                self._used = monotonic()
                return packets.keys(str(value))
            if kind == "resize":
                width, height = int(value["width"]), int(value["height"])
                return packets.meta(type="resize", width=within(width, COLUMNS), height=within(height, ROWS))
            if kind == "ping":
                await self.tell("pong", str(value)[:32])
        except (ValueError, TypeError, KeyError):
            return None
        return None


def within(number: int, allowed: range) -> int:
    """Return the number in a range that is nearest."""
    return min(max(number, allowed[0]), allowed[-1])


def _ending_of(status: int | None) -> Ending:
    return Ending.QUIT if status == 0 else Ending.CRASHED


async def _stopped(task: "asyncio.Task[None]") -> None:
    """Have a task end, whatever it was at."""
    task.cancel()
    with suppress(asyncio.CancelledError, ConnectionError):
        await task


def _closed(process: AppProcess) -> None:
    """Let go of the connection to an app that has ended."""
    if process.stdin is not None:
        process.stdin.close()


async def _ended(process: AppProcess) -> None:
    """End the app by ending its input; its output is read all the while, or it could not go on."""
    assert process.stdin is not None
    process.stdin.write_eof()
    for end in (process.terminate, process.kill):
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), GRACE)
        if process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            end()
    await process.wait()
