"""The processes of apps: forked by `tui.serve.app_starter` on Linux, else started by exec."""

import asyncio
import json
import os
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Protocol

from tui.store.worker_process import worker_command

LARGEST = 4096
"""Bytes of what the process that forks apps says at once."""
LOST = -signal.SIGKILL
"""The status of an app that nobody waits for any more."""


class AppProcess(Protocol):
    """An app, as the server sees it; `asyncio.subprocess.Process` is one."""

    @property
    def pid(self) -> int:
        """The number of its process."""
        ...

    @property
    def returncode(self) -> int | None:
        """How it ended; None: it runs. A negative status is that of a signal."""
        ...

    @property
    def stdin(self) -> asyncio.StreamWriter | None:
        """What it reads."""
        ...

    @property
    def stdout(self) -> asyncio.StreamReader | None:
        """What it writes."""
        ...

    @property
    def stderr(self) -> asyncio.StreamReader | None:
        """What it says of errors."""
        ...

    async def wait(self) -> int:
        """Wait for its end and return its status."""
        ...

    def terminate(self) -> None:
        """Ask it to end."""
        ...

    def kill(self) -> None:
        """End it."""
        ...


class Starter(Protocol):
    """Starts apps."""

    async def begin(self) -> None:
        """Get ready, so that the first app need not wait.

        Raises:
            OSError: it cannot be done.
        """
        ...

    async def start(self, arguments: Sequence[str], environment: Mapping[str, str]) -> AppProcess:
        """Start an app with arguments of `piyue`.

        Raises:
            OSError: it cannot be started.
        """
        ...

    async def close(self) -> None:
        """Start no more; the apps that run go on."""
        ...


def starter(environment: Mapping[str, str]) -> Starter:
    """Return what starts apps here.

    Args:
        environment: what the apps' environments have in common.
    """
    return ForkStarter(environment) if sys.platform == "linux" else ExecStarter()


class ExecStarter:
    """Starts each app anew, with all imports."""

    async def begin(self) -> None:
        """See `Starter`."""

    async def start(self, arguments: Sequence[str], environment: Mapping[str, str]) -> AppProcess:
        """See `Starter`."""
        command = (sys.executable, "-I", "-m", "tui.cli", *arguments)
        return await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment, cwd="/"
        )

    async def close(self) -> None:
        """See `Starter`."""


class ForkedApp:
    """An app that another process forks; see `AppProcess`."""

    def __init__(
        self, stdin: asyncio.StreamWriter, stdout: asyncio.StreamReader, stderr: asyncio.StreamReader
    ) -> None:
        self.stdin, self.stdout, self.stderr = stdin, stdout, stderr
        self.pid = 0
        self.returncode: int | None = None
        self._started, self._ended = asyncio.Event(), asyncio.Event()

    def begin(self, pid: int) -> None:
        """Note that it runs."""
        self.pid = pid
        self._started.set()

    def end(self, status: int) -> None:
        """Note that it has ended, or never began."""
        self.returncode = status
        self._started.set()
        self._ended.set()

    async def started(self) -> None:
        """Wait for its beginning.

        Raises:
            OSError: it does not begin.
        """
        await self._started.wait()
        if not self.pid:
            raise ConnectionError("the process that starts apps has ended")

    async def wait(self) -> int:
        """Wait for its end and return its status."""
        await self._ended.wait()
        assert self.returncode is not None
        return self.returncode

    def terminate(self) -> None:
        """Ask it to end."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)


class ForkStarter:
    """Has a process fork apps that has imported all that they need; if that ends, it is started again.

    Args:
        environment: of that process.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._process: Process | None = None
        self._socket: socket.socket | None = None
        self._listening: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()
        self._starting: ForkedApp | None = None
        self._apps: dict[int, ForkedApp] = {}

    @property
    def pid(self) -> int | None:
        """The number of the process that forks, once there is one."""
        return None if self._process is None else self._process.pid

    async def begin(self) -> None:
        """See `Starter`."""
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        with its:
            self._process = await asyncio.create_subprocess_exec(
                *worker_command("tui.serve.app_starter", str(its.fileno())),
                stdin=DEVNULL,
                stdout=DEVNULL,
                stderr=DEVNULL,
                env=self._environment,
                pass_fds=(its.fileno(),),
                cwd="/",
            )
        self._socket = ours
        self._listening = asyncio.create_task(self._listen(ours))

    async def start(self, arguments: Sequence[str], environment: Mapping[str, str]) -> AppProcess:
        """See `Starter`."""
        async with self._turn:
            if self._listening is None or self._listening.done():
                await self.begin()
            assert self._socket is not None
            request = json.dumps({"arguments": arguments, "environment": dict(environment)}).encode()
            # Not one socket for both: closed with something unread, it would take back what was written.
            ours, stdin = socket.socketpair()
            (output, stdout), (errors, stderr) = os.pipe(), os.pipe()
            with stdin, os.fdopen(stdout, "wb"), os.fdopen(stderr, "wb"):
                _, writer = await asyncio.open_connection(sock=ours)
                app = self._starting = ForkedApp(writer, await _reader(output), await _reader(errors))
                socket.send_fds(self._socket, [request], [stdin.fileno(), stdout, stderr])
                await app.started()
        return app

    async def _listen(self, ours: socket.socket) -> None:
        """Take in what the process says, until it ends."""
        loop = asyncio.get_running_loop()
        with ours, suppress(OSError):
            while said := await loop.sock_recv(ours, LARGEST):
                values: dict[str, int] = json.loads(said)
                if "started" in values and self._starting is not None:
                    self._apps[values["started"]] = self._starting
                    self._starting.begin(values["started"])
                    self._starting = None
                elif (app := self._apps.pop(values.get("ended", 0), None)) is not None:
                    app.end(values["status"])
        self._give_up()

    def _give_up(self) -> None:
        """Know no more of the apps that run; they save when their sessions end."""
        for app in (*self._apps.values(), *([self._starting] if self._starting else [])):
            app.end(LOST)
        self._apps.clear()
        self._starting = None

    async def close(self) -> None:
        """See `Starter`."""
        if self._listening is not None:
            self._listening.cancel()
            with suppress(asyncio.CancelledError):
                await self._listening
        if self._process is not None:
            await self._process.wait()


async def _reader(pipe: int) -> asyncio.StreamReader:
    """Return what reads from a pipe, and closes it at its end."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(pipe, "rb", 0))
    return reader
