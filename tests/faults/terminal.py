"""piyue in a real pseudo-terminal, and the screen that a terminal would show."""

import os
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fcntl import ioctl
from pathlib import Path
from pty import fork
from time import monotonic
from traceback import print_exc
from typing import NoReturn

import pyte

from tests.conftest import ROOT
from tui.cli import main

UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\")
"""Questions to the terminal that pyte does not know."""

CUT = re.compile(rb"\x1b(?:\[[0-9;?<>=$ ]*|P[^\x1b]*\x1b?)?\Z")
"""The beginning of a sequence whose end is still to be read: under load what is read ends anywhere."""

PIYUE = (sys.executable, "-m", "tui.cli", "--lang", "en", "--project")


def resize(fd: int, rows: int, columns: int) -> None:
    """Give a terminal a size."""
    ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def without_cut(data: bytes) -> tuple[bytes, bytes]:
    """Return what is whole, and the beginning of a sequence behind it."""
    found = CUT.search(data)
    end = found.start() if found else len(data)
    return data[:end], data[end:]


@dataclass(frozen=True)
class Here:
    """A command that a process forked from this one runs: nothing is imported again."""

    arguments: tuple[str, ...]

    def run(self, folder: str) -> NoReturn:
        """Run the command on a folder as a program of its own would, and end."""
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            stream = os.fdopen(number, "w" if number else "r", 1, "utf-8", "surrogateescape")
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
        status = 1
        try:
            status = main([*self.arguments, folder])
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        except BaseException:
            print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)


FORKED = Here(PIYUE[3:])
"""What `PIYUE` starts, in half the time."""


class Terminal:
    """A program on a pseudo-terminal of its own."""

    def __init__(
        self,
        folder: Path,
        command: Sequence[str] | Here = PIYUE,
        environ: Mapping[str, str] = {},
        size: tuple[int, int] = (24, 100),
    ) -> None:
        self.screen = pyte.Screen(size[1], size[0])
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self._cut = b""
        self.status: int | None = None
        added = {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLORTERM": "truecolor", **environ}
        self.pid, self.fd = fork()
        if not self.pid:
            resize(0, *size)
            os.environ.update(added)
            if isinstance(command, Here):
                command.run(str(folder))
            os.execvpe(command[0], [*command, str(folder)], os.environ)  # else with the COLUMNS of readline
        resize(self.fd, *size)

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size."""
        resize(self.fd, rows, columns)
        self.screen.resize(rows, columns)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self.fd, keys.encode())

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def feed(self, timeout: float = 0.1) -> bool:
        """Read what was written; tell whether there was something."""
        if not select.select([self.fd], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return False
        self.written += data
        self.show(data)
        return bool(data)

    def show(self, data: bytes) -> None:
        """Draw what was written on the screen; what is cut off is kept for the next time."""
        data, self._cut = without_cut(self._cut + data)
        self._stream.feed(UNKNOWN.sub(b"", data))

    def line(self, row: int) -> str:
        """What one row of the screen shows; a negative one counts from the last."""
        cells = self.screen.buffer[row % self.screen.lines]
        return "".join(cells[column].data for column in range(self.screen.columns))

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(map(self.line, range(self.screen.lines)))

    def until(self, wanted: str, seconds: float = 20) -> None:
        """Read until the screen shows `wanted`."""
        limit = monotonic() + seconds
        while wanted not in self.text:
            self.feed()
            assert monotonic() < limit, f"{wanted!r} is not on the screen:\n{self.text}"

    def wait(self, seconds: float = 20) -> int:
        """Read until the program has ended; return its exit status, negative for a signal."""
        limit = monotonic() + seconds
        while self.status is None:
            self.feed(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            assert monotonic() < limit, f"it does not end:\n{self.text}"
        while self.feed(0):
            pass
        return self.status

    def until_stopped(self, seconds: float = 20) -> None:
        """Read until the program was stopped by a signal."""
        limit = monotonic() + seconds
        while not (found := os.waitpid(self.pid, os.WUNTRACED | os.WNOHANG))[0]:
            self.feed(0.02)
            assert monotonic() < limit, f"it does not stop:\n{self.text}"
        assert os.WIFSTOPPED(found[1])

    def kill(self) -> None:
        """End the program at once."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def close(self) -> None:
        """End the program, and hang up."""
        self.kill()
        os.close(self.fd)
