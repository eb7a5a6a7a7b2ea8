"""Temporary files and folders: their names, and clearing away what dead processes left."""

import os
import time
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from tui.errors import StoreError
from tui.store.beneath import refuse_links_out
from tui.store.files.system_calls import is_running

TEMPORARY = ".piyue-"
STALE = 60.0
"""Seconds after which a temporary file whose process is gone is cleared away."""


def temporary_beside(path: Path) -> Path:
    """Return a name for a temporary file beside `path`, which tells whose it is."""
    return path.with_name(f"{TEMPORARY}{os.getpid()}-{os.urandom(4).hex()}")


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
