"""The corrections of a page: `annotations/_project/<page>.json`, a TinyDB file.

Its tables are `meta` (one record, with the page's date and the votes that it was divided with), `blocks`,
`borders`, `words`, `reads` and `refused` (of the proposals). A correction whose quoted text no longer stands
in the page is left alone in the file and does nothing; it works again when the text is back. Each record says
when it became what it is (`updated`): of two that speak of one place the newer one holds, wherever they meet.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from pydantic import ValidationError

import tui
from tui.errors import StoreError
from tui.model import BlockPin, BorderPin, Corrections, Page, ReadsPin, RefusedPin, Segment, WordPin
from tui.model.corrections import Pin, quotes
from tui.model.validation import valid
from tui.model.values import Record, written
from tui.store.backend import Storage, Tables
from tui.store.files.storage import AtomicStorage
from tui.store.merge import merge
from tui.store.record_keys import Row, canonical, numbered
from tui.text.votes import Votes, weights_of

VERSION = 1
TABLES: dict[str, type[Pin]] = {
    "blocks": BlockPin,
    "borders": BorderPin,
    "words": WordPin,
    "refused": RefusedPin,
    "reads": ReadsPin,
}
NONE = Corrections()
WHEN = "updated"
"""The field of a record that says when it became what it is."""


class CorrectionsFile:
    """The corrections of one page as they were read once and have been saved since.

    Args:
        path: the file; its folder has to be there before a save.
        storage: of its records; None: the file.
    """

    def __init__(self, path: Path, storage: Storage | None = None) -> None:
        self.path = path
        self._storage: Storage = storage or AtomicStorage(path)
        self._other: Tables = {}
        self._there = False
        self._stale: dict[str, list[Record]] = {}
        self._times: dict[tuple[str, str], str] = {}
        self._lock = Lock()
        self.known = NONE
        """What the file says, as far as it stands."""

    def load(self, page: Page) -> Corrections:
        """Return what was corrected on the page; without a file, nothing.

        Raises:
            StoreError: the file cannot be read, is damaged, or is of a newer version.
        """
        found = self._storage.read()
        tables, self._there = found or {}, found is not None
        meta: dict[str, Any] = next(iter(tables.get("meta", {}).values()), {})
        if meta.get("version", VERSION) != VERSION:
            raise StoreError("store.newer", path=self.path, version=meta["version"], known=VERSION)
        every = {name: sorted(self._records(name, tables.get(name, {})), key=_order) for name in TABLES}
        self._times = _times(tables)
        text = page.text
        self._stale = {name: [pin for pin in pins if not quotes(pin, text)] for name, pins in every.items()}
        self._other = {name: rows for name, rows in tables.items() if name not in (*TABLES, "meta")}
        self.known = self._standing(page, every, tables)
        return self.known

    @property
    def is_current(self) -> bool:
        """Whether the records are what was last read or written; waits until a save has ended."""
        with self._lock:
            return self._storage.is_current

    def merged(self, page: Page, ours: Corrections) -> Corrections:
        """Return `ours` with what another program did to the file since it was read; it is not saved yet.

        Where both say something of one place, ours holds; theirs is in the generation that the next save
        keeps. Where the file is gone, all of ours is written again.

        Raises:
            StoreError: the file cannot be read, is damaged, or is of a newer version.
        """
        before, stale, other = self.known, self._stale, self._other
        theirs = self.load(page)
        if not self._there:
            self.known, self._stale, self._other = NONE, stale, other
            return ours
        fields: dict[str, Any] = {
            name: _merged(getattr(before, name), getattr(ours, name), getattr(theirs, name))
            for name in TABLES
        }
        date = theirs.date if ours.date == before.date else ours.date
        votes = theirs.votes if ours.votes == before.votes else ours.votes
        return Corrections(**fields, date=date, votes=votes)

    def unsaved(self, page: Page, corrections: Corrections) -> tuple[Tables, Tables]:
        """Return the tables of what was corrected, and of what the file says."""
        return self._plain(page, corrections), self._plain(page, self.known)

    def replayed(self, page: Page, changes: Tables, was: Tables) -> Corrections:
        """Return what the file says with what could not be saved; what was removed since is not brought back.

        Raises:
            StoreError: a record of it cannot be used.
        """
        tables = merge(was, changes, self._plain(page, self.known), removed_stays=True).tables
        return self._standing(
            page, {name: self._records(name, tables.get(name, {})) for name in TABLES}, tables
        )

    def _standing(self, page: Page, every: Mapping[str, list[Any]], tables: Tables) -> Corrections:
        meta: dict[str, Any] = next(iter(tables.get("meta", {}).values()), {})
        standing = {
            name: tuple(pin for pin in sorted(pins, key=_order) if quotes(pin, page.text))
            for name, pins in every.items()
        }
        return Corrections(**standing, date=self._date(meta), votes=self._votes(meta))

    def _plain(self, page: Page, corrections: Corrections) -> Tables:
        tables: Tables = json.loads(json.dumps(self.tables(page, corrections)))
        return tables

    def save(self, page: Page, corrections: Corrections) -> None:
        """Write what was corrected, where it is not what the file says; durable when this returns.

        Raises:
            StoreError: it could not be done, or somebody else changed the file; it is as it was.
        """
        with self._lock:
            if corrections != self.known:
                tables = self.tables(page, corrections)
                self._storage.write(tables)
                self.known, self._times = corrections, _times(tables)

    def _date(self, meta: Mapping[str, Any]) -> str:
        date = str(meta.get("date", ""))
        if date:
            from tui.quantities.periods import base_of

            if base_of(date) is None:
                raise StoreError("store.record", path=self.path, record="meta 1", reason=date)
        return date

    def _votes(self, meta: Mapping[str, Any]) -> Votes:
        try:
            return weights_of(meta.get("votes", {}))
        except (TypeError, ValueError) as error:
            raise StoreError("store.record", path=self.path, record="meta 1", reason="votes") from error

    def _records(self, table: str, rows: Mapping[str, Any]) -> list[Any]:
        found = []
        for number, raw in rows.items():
            try:
                found.append(valid(TABLES[table], _timeless(raw)))
            except ValidationError as error:
                reason = error.errors(include_url=False)[0]["msg"]
                where = f"{table} {number}"
                raise StoreError("store.record", path=self.path, record=where, reason=reason) from error
        return found

    def tables(self, page: Page, corrections: Corrections) -> dict[str, Mapping[Any, Any]]:
        """Return the tables that the file has for corrections."""
        meta: dict[str, Any] = {
            "version": VERSION,
            "page": page.id,
            "sha256": page.sha256,
            "tool": f"piyue {tui.__version__}",
        }
        if corrections.date:
            meta["date"] = corrections.date
        if corrections.votes:
            meta["votes"] = dict(corrections.votes)
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        tables: dict[str, Mapping[Any, Any]] = {"meta": {1: meta}}
        for name in TABLES:
            pins = sorted([*getattr(corrections, name), *self._stale.get(name, [])], key=_order)
            tables[name] = numbered(name, [self._row(name, pin, now) for pin in pins])
        return tables | self._other

    def _row(self, table: str, pin: Record, now: str) -> Row:
        """Return a correction's record, with when it was made: now, unless the file says it already."""
        row = written(pin, defaults=False)
        known = self._times.get((table, canonical(row))) if self._times else None
        when = now if known is None else known
        return row | {WHEN: when} if when else row


def _times(tables: Mapping[str, Mapping[Any, Any]]) -> dict[tuple[str, str], str]:
    """Return when each record became what it is, by its table and all else that it says."""
    return {
        (name, canonical(_timeless(row))): str(row.get(WHEN, ""))
        for name in TABLES
        for row in tables.get(name, {}).values()
    }


def _timeless(row: Any) -> Any:
    """Return a record without its time; what is no record stays as it is."""
    return {name: said for name, said in row.items() if name != WHEN} if isinstance(row, dict) else row


def _merged(before: tuple[Pin, ...], ours: tuple[Pin, ...], theirs: tuple[Pin, ...]) -> tuple[Pin, ...]:
    """Return the corrections of one table as two made them of `before`, in the order of their places."""
    added = [pin for pin in ours if pin not in before]
    gone = [pin for pin in before if pin not in ours]
    kept = [pin for pin in theirs if pin not in gone and not any(_clash(pin, mine) for mine in added)]
    return tuple(sorted((*kept, *added), key=_order))


def _place(pin: Pin) -> Segment:
    return (pin.at, pin.at + 1) if isinstance(pin, BorderPin) else (pin.segments[0][0], pin.segments[-1][1])


def _order(pin: Pin) -> tuple[Segment, str]:
    return _place(pin), pin.label if isinstance(pin, RefusedPin) else ""


def _clash(one: Pin, other: Pin) -> bool:
    """Tell whether two of a kind cannot both be true."""
    if isinstance(one, RefusedPin) and isinstance(other, RefusedPin):
        return (one.label, one.segments) == (other.label, other.segments)
    (start, end), (begin, stop) = _place(one), _place(other)
    return start < stop and begin < end
