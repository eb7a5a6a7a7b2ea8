"""Many new files written together: one commit of the file system makes all durable, not one for each."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from os.path import lexists
from pathlib import Path

from tui.errors import StoreError
from tui.store.beneath import refuse_links_out
from tui.store.files.atomic import as_store_error, give_name, sync_file, sync_name, write_file
from tui.store.files.temporary import temporary_beside

AT_ONCE = 16
"""So many threads wait for the disk: what they ask for meanwhile is done by one commit."""


def create_together(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write new files; each appears whole, all are durable when this returns, none is ever written over.

    Raises:
        StoreError: one could not be written, or is there already; then none of them is made, unless the last
            step of all, giving them their names, fails.
    """
    written: list[tuple[Path, Path]] = []
    folders: dict[Path, Path] = {}
    try:
        for path, data in files:
            if path.parent not in folders:
                refuse_links_out(path.parent)
                folders[path.parent] = path
            written.append((temporary_beside(path), path))
            with as_store_error(path):
                write_file(written[-1][0], data, None, sync=False)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(_sync, (written[first::AT_ONCE] for first in range(AT_ONCE))))
        for _, path in written:
            if lexists(path):
                raise StoreError("store.changed", path=path)
        for temporary, path in written:
            with as_store_error(path):
                give_name(temporary, path)
    finally:
        for temporary, _ in written:
            with suppress(OSError):
                temporary.unlink()
    for path in folders.values():
        sync_name(path)


def _sync(pairs: Sequence[tuple[Path, Path]]) -> None:
    for temporary, path in pairs:
        with as_store_error(path):
            sync_file(temporary)
