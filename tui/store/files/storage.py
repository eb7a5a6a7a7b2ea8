"""A TinyDB storage that writes atomically and never overwrites changes it has not read."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from tui.errors import StoreError
from tui.store.files.atomic import replace, sync_name
from tui.store.files.conflicts import sides
from tui.store.files.generations import keep
from tui.store.files.reading import Fingerprint, fingerprint, open_plain
from tui.store.merge import merge

Tables: TypeAlias = dict[str, dict[str, Any]]
Written = dict[int, tuple[Mapping[str, Any], Any, bytes]]
"""Records, their numbers and their lines, by the numbers of their objects, which are kept with them."""

ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class AtomicStorage(Storage):
    """One TinyDB file, replaced whole at each write; plain TinyDB reads what it writes.

    A write is refused where the file is not what this object last read or wrote: somebody else's work, or a
    file that could not be read, is never overwritten.

    Args:
        path: the file; its folder has to be there.
        lasting: a record that is handed in never changes: one that was written before is not laid out again.
    """

    def __init__(self, path: Path | str, *, lasting: bool = False) -> None:
        super().__init__()
        self.path = Path(path)
        self._seen: Fingerprint | None = None
        self.conflicts: int | None = None
        """Of a file with conflict markers, of how many records only one side's could be taken."""
        self._written: Written | None = {} if lasting else None

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
        self._seen = replace(self.path, lines_of(data, self.path, self._written), self._check)
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
    """Return what `lines_of` gives in one piece."""
    return b"".join(lines_of(tables, path))


def lines_of(
    tables: Mapping[str, Mapping[Any, Any]], path: Path, known: Written | None = None
) -> list[bytes]:
    """Return `tables` as JSON with one record a line, so that a changed record is a changed line in a diff.

    Half a surrogate pair, which UTF-8 cannot hold, is written as JSON's escape; all else as it is.

    Args:
        known: the JSON of records from the last time; of these records afterwards.

    Raises:
        StoreError: something in it is not JSON's.
    """
    old, fresh, parts = known or {}, Written(), list[bytes]()
    try:
        for name, rows in tables.items():
            lines = list[bytes]()
            for key, record in rows.items():
                line = old.get(id(record))
                if line is None or line[1] != key:
                    number = f'"{key}"' if isinstance(key, int) else ENCODE(str(key))
                    line = record, key, _bytes(f"\n{number}: {ENCODE(record)}")
                fresh[id(record)] = line
                lines.append(line[2])
            head = _bytes(f"{',' if parts else '{'}\n{ENCODE(name)}: {{")
            parts += [head, b",".join(lines), b"\n}" if rows else b"}"]
    except (TypeError, ValueError, RecursionError) as error:
        raise StoreError("store.unwritable", path=path, reason=error) from error
    if known is not None:
        known.clear()
        known.update(fresh)
    return [*parts, b"\n}\n"] if parts else [b"{\n\n}\n"]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


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
