"""Reads files, plain ones only, and tells one state of a file from the next."""

import errno
import os
from io import FileIO
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, NamedTuple

from tui.errors import StoreError
from tui.store.beneath import refuse_links_out
from tui.store.files.system_calls import NO_LINKS, READ_FLAGS


class Fingerprint(NamedTuple):
    """What tells one state of a file from the next: every replacement has another inode."""

    inode: int
    size: int
    modified: int

    @classmethod
    def of(cls, stat: os.stat_result) -> "Fingerprint":
        """Return the fingerprint of what was asked for with `os.stat` or `os.fstat`."""
        return cls(stat.st_ino, stat.st_size, stat.st_mtime_ns)


def open_plain(path: Path) -> BinaryIO:
    """Open a file to be read; a pipe or a device, which might never end, is none.

    Raises:
        OSError: it is none, or cannot be opened.
        StoreError: a link on the way leads out of the project.
    """
    return os.fdopen(_handle(path)[0], "rb")


def read_plain(path: Path | str) -> bytes:
    """Return what is in a file, as `open_plain` opens it.

    Raises:
        OSError: it is none, or cannot be read.
    """
    handle, state = _handle(path)
    try:
        return _all_of(handle, state.st_size)
    finally:
        os.close(handle)


def read_state(path: Path) -> tuple[bytes | None, Fingerprint | None]:
    """Return what is in a file, and which state of it that is; None, None where there is no file.

    Raises:
        StoreError: it cannot be read.
    """
    try:
        handle, state = _handle(path)
        try:
            return _all_of(handle, state.st_size), Fingerprint.of(state)
        finally:
            os.close(handle)
    except FileNotFoundError:
        return None, None
    except OSError as error:
        raise StoreError("store.unreadable", path=path, reason=error.strerror) from error


def _all_of(handle: int, size: int) -> bytes:
    """Return what is in an open file that was so large when it was opened."""
    data = os.read(handle, size + 1)
    if len(data) != size:  # it changes, or is too large to be read at once
        with FileIO(handle, closefd=False) as file:
            data += file.readall()
    return data


def _handle(path: Path | str) -> tuple[int, os.stat_result]:
    """Return a handle of a file that is open, and what the file is like."""
    refuse_links_out(path)
    handle = os.open(path, READ_FLAGS)
    state = os.fstat(handle)
    if not S_ISREG(state.st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "it is no plain file", str(path))
    return handle, state


def fingerprint(path: Path) -> Fingerprint | None:
    """Return the fingerprint of the file at `path`; None where there is none.

    Raises:
        StoreError: that cannot be found out.
    """
    refuse_links_out(path)
    try:
        return Fingerprint.of(path.stat())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StoreError("store.unreadable", path=path, reason=error.strerror) from error


def has_name(path: Path) -> bool:
    """Tell whether there is anything at `path`; also where that cannot be found out: reading it says why.

    Of what is there, whoever opens it looks at the way to it.

    Raises:
        StoreError: a link on the way leads out of the project.
    """
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        refuse_links_out(path)
        return False
    except OSError:
        pass
    return True


class PlainFolder:
    """A folder whose plain files are read one after another: whether it is there is looked at once.

    Raises:
        StoreError: a link on the way leads out of the project.
    """

    def __init__(self, path: Path) -> None:
        refuse_links_out(path)
        self._path, self._is_there = os.fspath(path), os.path.lexists(path)

    def read(self, name: str) -> bytes | None:
        """Return what is in a file; None where there is none.

        Raises:
            OSError: it is a link, or no plain file, or cannot be read.
        """
        if not self._is_there:
            return None
        if NO_LINKS is None:
            raise OSError(errno.ENOTSUP, "links cannot be told from files", name)
        try:
            handle = os.open(f"{self._path}/{name}", READ_FLAGS | NO_LINKS)
        except FileNotFoundError:
            return None
        try:
            state = os.fstat(handle)
            data = os.read(handle, state.st_size + 1) if S_ISREG(state.st_mode) else None
            if data is None or len(data) != state.st_size:
                raise OSError(errno.EINVAL, "it is no plain file, or changes", name)
        finally:
            os.close(handle)
        return data
