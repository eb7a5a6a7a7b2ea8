"""The journal: changes that could not be saved, written elsewhere and restored at the next start.

It lies beside the annotations in a file whose room is taken while there is some, so that a full disk leaves
it usable; where even that fails, in the user's state folder. An entry is a line of JSON: the page and the
records that differ from what was last durable. Blank lines are room not yet used.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct

from tui.store.beneath import refuse_links_out
from tui.store.files.generations import HIDDEN, make_hidden
from tui.store.files.processes import me, read_holder
from tui.store.files.reading import read_plain
from tui.store.files.system_calls import OVERWRITE_FLAGS
from tui.store.record_keys import canonical, number_of

ROOM = 1 << 18
"""Bytes that are taken in advance: about a thousand changes."""

Tables: TypeAlias = Mapping[str, Mapping[Any, Any]]
Entry: TypeAlias = dict[str, Any]

LINE = re.compile(rb"[^\n]+")

KEYS = {"spans": "id", "relations": "id", "articles": "article"}
"""By what a table's records are told apart; their numbers may be others by the time an entry is read."""


class Journal:
    """One process's journal in one folder of annotations.

    Args:
        folders: where it may lie, the best first.
    """

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._path: Path | None = None
        self._full: list[Path] = []
        self._used = 0
        self._open: set[str] = set()

    def reserve(self) -> None:
        """Take room for a day on which there is none; where that is impossible, nothing is said."""
        if self._path is None:
            with suppress(OSError):
                self._begin(self._folders[0])

    def add(self, page: str, changes: Entry, was: Entry | None = None) -> bool:
        """Write down what is not saved of a page; tell whether that is durable now.

        Args:
            was: what was there instead, when the changes were made.
        """
        entry = {"page": page, "at": datetime.now(UTC).isoformat(), "changes": changes, "was": was}
        line = json.dumps(entry).encode("ascii") + b"\n"
        for folder in (None, *self._folders):
            with suppress(OSError):
                if folder is not None:
                    self._begin(folder)
                if self._path is not None:
                    self._write(line)
                    self._open.add(page)
                    return True
        return False

    def settle(self, page: str) -> None:
        """Know that everything of a page is saved: its entries count no more."""
        if page not in self._open:
            return
        self._open.discard(page)
        with suppress(OSError):
            if self._open:
                self._write(_settled(page))
            else:
                self._clear()
        for path in tuple(self._full):
            with suppress(OSError):
                if self._open:
                    _append(path, _settled(page))
                else:
                    path.unlink()
                    self._full.remove(path)

    def close(self) -> None:
        """Remove the file, unless something in it still counts."""
        if self._path is not None and not self._open:
            with suppress(OSError):
                self._path.unlink()
            self._path = None

    def _begin(self, folder: Path) -> None:
        """Make the file, with who writes it and with room."""
        if folder.parent.name != HIDDEN:
            folder.mkdir(parents=True, exist_ok=True)
        elif folder.parent.parent.is_dir():  # what is gone is not made again
            make_hidden(folder)
        mine = me()
        path = folder / f"{mine.process}-{os.urandom(4).hex()}.jsonl"
        head = json.dumps({"holder": mine._asdict()}).encode("ascii") + b"\n"
        try:
            _put(path, 0, head.ljust(ROOM, b"\n"), os.O_CREAT | os.O_EXCL)
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
        self._full += [] if self._path is None else [self._path]
        self._path, self._used = path, len(head)

    def _write(self, line: bytes) -> None:
        assert self._path is not None
        _put(self._path, self._used, line)
        self._used += len(line)

    def _clear(self) -> None:
        """Give the room back to the lines to come."""
        assert self._path is not None
        head = len(self._path.read_bytes().partition(b"\n")[0]) + 1
        _put(self._path, head, b"\n" * (self._used - head))
        self._used = head


class Left(Struct, frozen=True):
    """A journal that a process left behind, and what in it still counts."""

    path: Path
    entries: list[Entry]


def left_behind(*folders: Path) -> Iterator[Left]:
    """Yield the journals of dead processes in some folders, each with its entries in order."""
    for folder in folders:
        refuse_links_out(folder)
        try:
            names = sorted(os.listdir(folder))  # noqa: PTH208  (asked at each start)
        except OSError:
            continue
        for name in names:
            if name.endswith(".jsonl") and (left := _read(folder / name)) is not None:
                yield left


def settle_left(left: Left, page: str) -> bool:
    """Know that a page in a dead one's journal is saved; tell whether nothing in it counts any more."""
    if left.entries and not any(entry["page"] == page for entry in left.entries):
        return False
    left.entries[:] = [entry for entry in left.entries if entry["page"] != page]
    with suppress(OSError):
        if left.entries:
            _append(left.path, _settled(page))
        else:
            left.path.unlink()
    return not left.entries


def difference(old: Tables, new: Tables) -> Entry:
    """Return the records of `new` that `old` does not have so, and None for those that `new` has no more."""
    found: Entry = {}
    # What is a tuple in one is a list in the other.
    old, new = json.loads(json.dumps(old)), json.loads(json.dumps(new))
    for table in KEYS:
        was, now = _by_key(old, table), _by_key(new, table)
        changed: dict[str, Any] = {key: row for key, row in now.items() if was.get(key) != row}
        changed |= dict.fromkeys(was.keys() - now.keys())
        if changed:
            found[table] = changed
    return found


def applied(
    tables: Tables, changes: Entry, was: Mapping[str, Mapping[str, Any]] | None = None
) -> dict[str, dict[str, Any]]:
    """Return `tables` with the changes of an entry made.

    Args:
        was: what was there when the changes were made. What was removed since is not brought back, and what
            was changed since stays where it is newer.
    """
    result: dict[str, dict[str, Any]] = {name: _numbered(rows) for name, rows in tables.items()}
    for table, key in KEYS.items():
        rows = result.setdefault(table, {})
        numbers = {row.get(key): number for number, row in rows.items()}
        for name, row in (changes.get(table) or {}).items():
            there = rows.get(numbers.get(name, ""))
            if was is not None and _is_outdated(there, row, (was.get(table) or {}).get(name)):
                continue
            if row is None:
                rows.pop(numbers.get(name, ""), None)
            elif name in numbers:
                rows[numbers[name]] = row
            else:
                number = number_of(canonical([name]))
                while str(number) in rows:
                    number += 1
                rows[str(number)] = row
    return result


def _is_outdated(there: Any, row: Any, was: Any) -> bool:
    """Tell whether a record that was changed meanwhile is not to be changed by an old entry."""
    if there == was:
        return False
    if there is None or row is None:
        return True
    return _changed_at(there) > _changed_at(row)


def _changed_at(row: Mapping[str, Any]) -> str:
    return str(row.get("updated") or row.get("created") or "")


def _numbered(rows: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(number): row for number, row in rows.items()}


def _by_key(tables: Tables, table: str) -> dict[str, Any]:
    key = KEYS[table]
    return {row[key]: row for row in tables.get(table, {}).values() if isinstance(row.get(key), str)}


def _read(path: Path) -> Left | None:
    """Return a journal whose process is gone; a last line that was cut off is no entry."""
    entries: dict[str, list[Entry]] = {}
    try:
        lines = map(_parsed, LINE.findall(read_plain(path).rstrip(b"\n")))  # room not used is much
    except OSError:
        return None
    holder = read_holder(next(lines, {}).get("holder"))
    if holder is not None and not holder.is_dead:
        return None
    for entry in lines:
        page = entry.get("page")
        if entry.get("settled"):
            entries.pop(str(page), None)
        elif isinstance(page, str) and isinstance(entry.get("changes"), dict):
            entries.setdefault(page, []).append(entry)
    return Left(path, [entry for every in entries.values() for entry in every])


def _parsed(line: bytes) -> Entry:
    with suppress(ValueError, RecursionError):
        value = json.loads(line)
        if isinstance(value, dict):
            return value
    return {}


def _settled(page: str) -> bytes:
    return json.dumps({"page": page, "settled": True}).encode("ascii") + b"\n"


def _append(path: Path, line: bytes) -> None:
    _put(path, path.stat().st_size, b"\n" + line)


def _put(path: Path, at: int, data: bytes, flags: int = 0) -> None:
    """Write over a part of a file, durable when this returns."""
    refuse_links_out(path)
    handle = os.open(path, OVERWRITE_FLAGS | flags, 0o600)
    try:
        os.lseek(handle, at, os.SEEK_SET)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
