"""A TinyDB storage that writes atomically and never overwrites changes it has not read."""

import json
import os
from collections.abc import Mapping, Sequence
from itertools import starmap
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from tui.errors import StoreError
from tui.store.files.atomic import replace, sync_name
from tui.store.files.conflicts import sides
from tui.store.files.generations import keep
from tui.store.files.reading import Fingerprint, fingerprint, open_plain
from tui.store.merge import merge
from tui.store.records.lines import record_line, table_pieces

Tables: TypeAlias = dict[str, dict[str, Any]]


class AtomicStorage(Storage):
    """One TinyDB file, replaced whole at each write; plain TinyDB reads what it writes.

    A write is refused where the file is not what this object last read or wrote: somebody else's work, or a
    file that could not be read, is never overwritten.

    Args:
        path: the file; its folder has to be there.
    """

    def __init__(self, path: Path | str) -> None:
        super().__init__()
        self.path = Path(path)
        self._seen: Fingerprint | None = None
        self.conflicts: int | None = None
        """Of a file with conflict markers, of how many records only one side's could be taken."""

    def read(self) -> Tables | None:
        """Return the tables; None where there is no file.

        Raises:
            StoreError: the file cannot be read, or is not the JSON of tables of records.
        """
        before = self._seen
        data = self.read_bytes()
        if data is None:
            return None
        try:
            tables, self.conflicts = read_tables(data, self.path)
        except StoreError:
            self._seen = before
            raise
        return tables

    def read_bytes(self) -> bytes | None:
        """Return what is in the file; None where there is none.

        Raises:
            StoreError: it cannot be read.
        """
        try:
            with open_plain(self.path) as file:
                seen = Fingerprint.of(os.fstat(file.fileno()))
                data = file.read()
        except FileNotFoundError:
            self._seen = None
            return None
        except OSError as error:
            raise StoreError("store.unreadable", path=self.path, reason=error.strerror) from error
        self._seen = seen
        return data

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Make `data` the content of the file, durable when this returns.

        Raises:
            StoreError: it could not be done, or the file has changed since it was read; it is as it was.
        """
        self.write_pieces([lay_out(data, self.path)])

    def write_pieces(self, pieces: Sequence[bytes]) -> None:
        """As `write`, for what is laid out already."""
        self._seen = replace(self.path, b"".join(pieces), self._check)
        sync_name(self.path)

    @property
    def is_there(self) -> bool:
        """Whether there was a file when it was last read or written."""
        return self._seen is not None

    @property
    def is_current(self) -> bool:
        """Whether the file is what was last read or written; no file, where none was there.

        Raises:
            StoreError: that cannot be found out.
        """
        return fingerprint(self.path) == self._seen

    def _check(self) -> None:
        if not self.is_current:
            raise StoreError("store.changed", path=self.path)
        if self._seen is not None:
            keep(self.path)


def lay_out(tables: Mapping[str, Mapping[Any, Any]], path: Path) -> bytes:
    """Return `tables` as JSON with one record a line, so that a changed record is a changed line in a diff.

    Raises:
        StoreError: something in it is not JSON's.
    """
    try:
        lines = {name: starmap(record_line, rows.items()) for name, rows in tables.items()}
        return b"".join(table_pieces(lines.items()))
    except (TypeError, ValueError, RecursionError) as error:
        raise StoreError("store.unwritable", path=path, reason=error) from error


def read_tables(data: bytes, path: Path) -> tuple[Tables, int | None]:
    """Return the tables in `data`; of a file with conflict markers, both sides' put together.

    Returns:
        The tables; and where there were markers, how many records both sides had changed.

    Raises:
        StoreError: it is no file of tables, or one of its sides is none.
    """
    try:
        return parse(data, path), None
    except StoreError:
        if (found := sides(data)) is None:
            raise
    base = None if found.base is None else parse(found.base, path)
    merged = merge(base, parse(found.ours, path), parse(found.theirs, path))
    return merged.tables, len(merged.conflicts)


def parse(data: bytes, path: Path) -> Tables:
    """Return the tables in `data`.

    Raises:
        StoreError: it is not JSON, holds a key twice (a merge that went wrong), or is not tables of records.
    """
    try:
        tables: Tables = DECODE(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise StoreError("store.torn", path=path, line=error.lineno, reason=error.msg) from error
    except (ValueError, RecursionError) as error:
        raise StoreError("store.torn", path=path, reason=error) from error
    rows = tables.values() if isinstance(tables, dict) else [None]
    if not all(isinstance(r, dict) and all(isinstance(v, dict) for v in r.values()) for r in rows):
        raise StoreError("store.shape", path=path)
    return tables


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands there twice")
    return found


DECODE = json.JSONDecoder(object_pairs_hook=_each_once, parse_constant=_no_number).decode
