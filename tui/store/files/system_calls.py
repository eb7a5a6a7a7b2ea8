"""Calls that only POSIX systems have, each with what is done where it is missing (Windows)."""

import errno
import os
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

HANG_UP: int | None = getattr(signal, "SIGHUP", None)
"""The signal of a terminal that goes away; None where no signal says so."""

ENDING: tuple[int, ...] = tuple(
    getattr(signal, name)
    for name in ("SIGHUP", "SIGTERM", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGXCPU")
    if hasattr(signal, name)
)
"""The signals that ask a program to end, or would end it."""

PAUSING: tuple[int, ...] = tuple(
    getattr(signal, name) for name in ("SIGTSTP", "SIGCONT") if hasattr(signal, name)
)
"""The signals of a program that is stopped from outside, and goes on."""

READ_FLAGS: int = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Open a file to be read: without waiting for a pipe's other end, and byte by byte."""

NO_LINKS: int | None = getattr(os, "O_NOFOLLOW", None)
"""Refuses to open a link; None where nothing does."""

WRITE_FLAGS: int = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""Open a new file to be written."""

OVERWRITE_FLAGS: int = os.O_WRONLY | getattr(os, "O_BINARY", 0)
"""Open a file to write over a part of it."""

SYNC_FLAGS: int = os.O_RDWR if os.name == "nt" else os.O_RDONLY
"""Open a file to make it durable: Windows does that only for who may write."""


def make_link(path: os.PathLike[str], name: os.PathLike[str]) -> None:
    """Give a file another name; of a link, to the link itself where the system tells the two apart.

    Raises:
        FileExistsError: something has the name.
        OSError: it cannot be done here.
    """
    link = getattr(os, "link", None)
    if link is None:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP), str(name))
    if link in os.supports_follow_symlinks:
        link(path, name, follow_symlinks=False)
    else:
        link(path, name)


def sync_folder(folder: os.PathLike[str]) -> None:
    """Make the names in a folder durable; where folders cannot be opened, the system does it by itself.

    Raises:
        OSError: it could not be done.
    """
    flag = getattr(os, "O_DIRECTORY", None)
    if flag is None:
        return
    handle = os.open(folder, os.O_RDONLY | flag)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_mode(handle: int, mode: int) -> None:
    """Give an open file its permissions, where they are kept as bits."""
    if change := getattr(os, "fchmod", None):
        change(handle, mode)


def is_owner(state: os.stat_result) -> bool:
    """Tell whether a file is this user's; where files have no such owner, the user's folders are private."""
    ask = getattr(os, "geteuid", None)
    return ask is None or state.st_uid == ask()


def has_hung_up(descriptor: int) -> bool:
    """Tell whether the other end of a terminal is gone; where that cannot be asked, it is not."""
    if not hasattr(select, "poll"):
        return False
    waiting = select.poll()
    waiting.register(descriptor, 0)
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in waiting.poll(0))


def is_running(process: int) -> bool:
    """Tell whether a process of this machine runs; on Windows, where asking would end it, it is taken to."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def give_memory_back() -> None:
    """Give the system what was freed of memory, where the C library would keep it (glibc)."""
    import ctypes

    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Wait until no other process is inside of this with a file; without such locks, none waits.

    Raises:
        OSError: the file cannot be made.
    """
    with path.open("ab") as file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)  # given back when the file is closed, or the process ends
        yield


def on_signal(loop: "AbstractEventLoop", number: int, call: Callable[[], object]) -> None:
    """Call a function in an event loop when a signal comes."""
    try:
        loop.add_signal_handler(number, call)
    except NotImplementedError:
        with suppress(ValueError):  # only the main thread may ask for signals
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(call))


def in_turn(loop: "AbstractEventLoop", number: int) -> None:
    """Have the event loop call what a signal calls now, instead of in the middle of whatever runs."""
    if callable(call := signal.getsignal(number)):
        on_signal(loop, number, partial(call, number, None))


class Ended(KeyboardInterrupt):
    """A signal that ends a program, raised so that nothing is left half written; its number is `args[0]`."""


def raise_when_ended() -> None:
    """Have the signals of a terminal that goes away, and of who ends the program, end it as ctrl+c does."""
    for number in (HANG_UP, signal.SIGTERM):
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # `nohup` ignores one
            signal.signal(number, _end)


def _end(number: int, frame: object) -> None:
    del frame
    raise Ended(number)
