"""Replaces a file as a whole: readers see the old bytes or the new ones at any moment."""

import errno
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from stat import S_ISREG
from typing import BinaryIO, NamedTuple

from tui.errors import StoreError
from tui.store.beneath import refuse_links_out
from tui.store.files import system_calls
from tui.store.files.system_calls import READ_FLAGS, WRITE_FLAGS, is_running, set_mode

TEMPORARY = ".piyue-"
STALE = 60.0
"""Seconds after which a temporary file whose process is gone is cleared away."""

WHY = {
    errno.ENOSPC: "store.full",
    errno.EDQUOT: "store.full",
    errno.EACCES: "store.denied",
    errno.EPERM: "store.denied",
    errno.EROFS: "store.denied",
    errno.ENOENT: "store.gone",
    errno.ENOTDIR: "store.gone",
}


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
    refuse_links_out(path)
    handle = os.open(path, READ_FLAGS)
    if not S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "it is no plain file", str(path))
    return os.fdopen(handle, "rb")


def read_plain(path: Path) -> bytes:
    """Return what is in a file, as `open_plain` opens it.

    Raises:
        OSError: it is none, or cannot be read.
    """
    with open_plain(path) as file:
        return file.read()


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


def replace(
    path: Path, data: bytes | Sequence[bytes], check: Callable[[], None] | None = None
) -> Fingerprint:
    """Make `data` the content of `path`: a temporary file beside it is written, synced and renamed over it.

    Folders that are missing are not made. The new name is durable once the folder is synced (`settle`).

    Args:
        data: in one piece or in several.
        check: called at the last moment before the renaming; what it raises calls it off.

    Returns:
        What the file looks like now, so that its owner notices when somebody else changes it.

    Raises:
        StoreError: it could not be done; the file is as it was and no temporary file is left.
    """
    refuse_links_out(path)
    with told(path):
        temporary = temporary_beside(path)
        try:
            state = write_file(temporary, data, _mode(path))
            if check is not None:
                check()
            os.replace(temporary, path)  # noqa: PTH105  (one name for tests to break)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        return state


def create(path: Path, data: bytes) -> None:
    """Write a new file, which appears whole and is durable when this returns; none is ever written over.

    Raises:
        FileExistsError: it is there already.
        StoreError: it could not be done; no file is left.
    """
    refuse_links_out(path)
    temporary = temporary_beside(path)
    with told(path, FileExistsError):
        try:
            write_file(temporary, data, None)
            give_name(temporary, path)
        finally:
            with suppress(OSError):
                temporary.unlink()
        sync_folder(path.parent)


def give_name(temporary: Path, path: Path) -> None:
    """Give a file its name, unless something has it; also where the file system has no links.

    Raises:
        FileExistsError: something has it.
        OSError: it cannot be done.
    """
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        temporary.rename(path)


def settle(path: Path) -> None:
    """Make the name of the file at `path` durable.

    Raises:
        StoreError: it could not be done.
    """
    with told(path):
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make what is in a file durable.

    Raises:
        OSError: it could not be done.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable.

    Raises:
        OSError: it could not be done.
    """
    system_calls.sync_folder(folder)


def make_folder(folder: Path, within: Path) -> None:
    """Make `folder` and its missing parents up to `within`, durable; what `within` lies in has to be there.

    Raises:
        StoreError: it could not be done.
    """
    refuse_links_out(folder)
    if folder.is_dir():
        return
    with told(folder):
        if folder != within:
            make_folder(folder.parent, within)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sweep(folder: Path) -> None:
    """Clear away the temporary files that dead processes left in `folder`; never fails."""
    with suppress(OSError, StoreError):
        refuse_links_out(folder)
        _sweep(folder)


def sweep_folders(folder: Path) -> None:
    """Clear away the temporary folders that dead processes left in `folder`; never fails."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            is_ours = entry.name.startswith(TEMPORARY) and entry.is_dir(follow_symlinks=False)
            if is_ours and _abandoned(entry):
                rmtree(entry.path, ignore_errors=True)


def _sweep(folder: Path) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(TEMPORARY) and _abandoned(entry):
                with suppress(OSError):
                    Path(entry.path).unlink()


@contextmanager
def told(path: Path, but: type[OSError] | tuple[()] = ()) -> Iterator[None]:
    """Say in one line what went wrong with `path`, as a `StoreError`; what `but` names is left alone."""
    try:
        yield
    except but:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(WHY.get(error.errno or 0, "store.write"), path=path, reason=reason) from error


def temporary_beside(path: Path) -> Path:
    """Return a name for a temporary file beside `path`, which tells whose it is."""
    return path.with_name(f"{TEMPORARY}{os.getpid()}-{os.urandom(4).hex()}")


def write_file(
    path: Path, data: bytes | Sequence[bytes], mode: int | None, *, sync: bool = True
) -> Fingerprint:
    """Write a file that is not there yet.

    Args:
        mode: its permissions; None: the usual ones.
        sync: whether it is durable when this returns.

    Raises:
        OSError: it could not be done.
    """
    handle = os.open(path, WRITE_FLAGS, 0o666)
    try:
        if mode is not None:
            set_mode(handle, mode)
        for piece in (data,) if isinstance(data, bytes) else data:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(handle, rest) :]
        if sync:
            os.fsync(handle)
        return Fingerprint.of(os.fstat(handle))
    finally:
        os.close(handle)


def _mode(path: Path) -> int | None:
    """Return the permissions to carry over from the file that is replaced."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return None


def _abandoned(entry: os.DirEntry[str]) -> bool:
    """Tell whether nobody will rename this file any more.

    The age is for folders shared between machines, where a number of a process says nothing.
    """
    process = entry.name.removeprefix(TEMPORARY).partition("-")[0]
    if not process.isdecimal() or time.time() - entry.stat(follow_symlinks=False).st_mtime < STALE:
        return False
    try:
        return not is_running(int(process))
    except OverflowError:
        return False
