"""Replaces a file as a whole: readers see the old bytes or the new ones at any moment."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.errors import StoreError
from tui.store.beneath import refuse_links_out
from tui.store.files import system_calls
from tui.store.files.reading import Fingerprint
from tui.store.files.system_calls import SYNC_FLAGS, WRITE_FLAGS, make_link, set_mode
from tui.store.files.temporary import temporary_beside

WHY = {
    errno.ENOSPC: "store.full",
    errno.EDQUOT: "store.full",
    errno.EACCES: "store.denied",
    errno.EPERM: "store.denied",
    errno.EROFS: "store.denied",
    errno.ENOENT: "store.gone",
    errno.ENOTDIR: "store.gone",
}


@contextmanager
def as_store_error(path: Path, but: type[OSError] | tuple[()] = ()) -> Iterator[None]:
    """Say in one line what went wrong with `path`, as a `StoreError`; what `but` names is left alone."""
    try:
        yield
    except but:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(WHY.get(error.errno or 0, "store.write"), path=path, reason=reason) from error


def replace(path: Path, data: bytes, check: Callable[[], None] | None = None) -> Fingerprint:
    """Make `data` the content of `path`: a temporary file beside it is written, synced and renamed over it.

    Folders that are missing are not made. The new name is durable once the folder is synced (`sync_name`).

    Args:
        check: called at the last moment before the renaming; what it raises calls it off.

    Returns:
        What the file looks like now, so that its owner notices when somebody else changes it.

    Raises:
        StoreError: it could not be done; the file is as it was and no temporary file is left.
    """
    refuse_links_out(path)
    with as_store_error(path):
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
    with as_store_error(path, FileExistsError):
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
        make_link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        temporary.rename(path)


def sync_name(path: Path) -> None:
    """Make the name of the file at `path` durable.

    Raises:
        StoreError: it could not be done.
    """
    with as_store_error(path):
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make what is in a file durable.

    Raises:
        OSError: it could not be done.
    """
    handle = os.open(path, SYNC_FLAGS)
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
    with as_store_error(folder):
        if folder != within:
            make_folder(folder.parent, within)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def write_file(path: Path, data: bytes, mode: int | None, *, sync: bool = True) -> Fingerprint:
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
        rest = memoryview(data)
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
