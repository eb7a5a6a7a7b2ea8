"""A pseudo-terminal with a program in it, and a clock on what it writes."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter


class Terminal:
    """Runs a command on a pseudo-terminal of its own."""

    def __init__(
        self, command: Sequence[str], *, rows: int = 40, columns: int = 120, home: Path, cwd: Path
    ) -> None:
        self.began = perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            environ = {
                # Users' machines keep compiled modules: a run without would time the compiler.
                **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
                "HOME": str(home),
                "TERM": "xterm-256color",
                "LC_ALL": "C.UTF-8",
                "LOGNAME": "bench",
                "COLORTERM": "truecolor",
                **{
                    f"XDG_{name}_HOME": str(home / name.lower())
                    for name in ("CACHE", "STATE", "CONFIG", "DATA")
                },
            }
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], list(command), environ)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, keys: str) -> float:
        """Type keys; return when."""
        now = perf_counter()
        os.write(self.fd, keys.encode())
        return now

    def read(self, timeout: float) -> bytes:
        """Return what is written next, as soon as it comes; nothing if none comes in time."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        try:
            return os.read(self.fd, 1 << 16) if ready else b""
        except OSError:
            return b""

    def until(self, marker: str, timeout: float = 20.0) -> float:
        """Read until `marker` was written; return the seconds since the start.

        Raises:
            TimeoutError: it was not.
        """
        wanted, seen = marker.encode(), b""
        limit = perf_counter() + timeout
        while perf_counter() < limit:
            seen = seen[-4096:] + self.read(0.5)
            if wanted in seen:
                return perf_counter() - self.began
        raise TimeoutError(f"{marker!r} was not shown in {timeout} s")

    def settle(self, quiet: float = 0.25) -> None:
        """Read until nothing was written for a while."""
        while self.read(quiet):
            pass

    def answer(self, keys: str) -> float:
        """Type keys; return the seconds until the first byte that the program writes after them."""
        began = self.send(keys)
        if not self.read(5.0):
            raise TimeoutError(f"no answer to {keys!r}")
        return perf_counter() - began

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
