"""Damaged files: moved aside, and their newest readable state restored."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from tui.errors import StoreError
from tui.store.backend import Tables
from tui.store.files.generations import bring_back, generations, set_aside
from tui.texts import Message

Tell: TypeAlias = Callable[[StoreError], None]
Loaded = TypeVar("Loaded")

DAMAGED = ("store.torn", "store.shape", "store.record")
"""What is wrong with a file that as a whole is none of ours; one that cannot be opened may be all right."""


def last_good(path: Path) -> tuple[Tables, StoreError | None]:
    """Return the tables of a file, of a damaged one those of its last good state, and what is wrong with it.

    Nothing is written.

    Raises:
        StoreError: the file cannot be read, but that may be no fault of its own.
    """
    from tui.store.files.storage import AtomicStorage

    storage = AtomicStorage(path)
    try:
        tables = storage.read() or {}
    except StoreError as error:
        if error.key not in DAMAGED:
            raise
        for generation in generations(path):
            with suppress(StoreError):
                return AtomicStorage(generation.path).read() or {}, error
        return {}, error
    if storage.conflicts is None:
        return tables, None
    from tui.store.files.tables import conflicted

    return tables, conflicted(path, storage.conflicts)


def repaired(path: Path, load: Callable[[], Loaded], tell: Tell) -> Loaded:
    """Return what `load` makes of a file; of a damaged one, of its last good state, else of no file.

    Args:
        tell: gets a line where the file was damaged.

    Raises:
        StoreError: the file cannot be read, but that may be no fault of its own.
    """
    try:
        return load()
    except StoreError as error:
        if error.key not in DAMAGED:
            raise
        reason = reason_of(error)
    aside = set_aside(path)
    values = {"path": path, "aside": aside.name, "reason": reason}
    try:
        for generation in generations(path):
            if _is_whole(generation.path):
                bring_back(path, generation, keeps=False)
                with suppress(StoreError):
                    found = load()
                    tell(StoreError("store.replaced", number=generation.number, **values))
                    return found
    except StoreError:  # the disk is full: the file stays where it is
        aside.unlink()
        raise
    path.unlink(missing_ok=True)
    tell(StoreError("store.aside", **values))
    return load()


def reason_of(error: StoreError) -> Any:
    """Return what is wrong with a damaged file, for a message."""
    return error.values.get("reason", Message("store.reason_shape"))


def _is_whole(path: Path) -> bool:
    from tui.store.files.storage import AtomicStorage

    try:
        return AtomicStorage(path).read() is not None
    except StoreError:
        return False
