"""The tables of a document as they are laid out; each save lays out anew only what changed since the last."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import contains
from pathlib import Path
from typing import Any, TypeVar

from tui.errors import StoreError
from tui.model import Document, Relation, Span
from tui.store.backend import Tables
from tui.store.records.encode import (
    article_records,
    free_key,
    meta_record,
    orphan_records,
    plain,
    span_records,
)
from tui.store.records.kept import ANCHOR, Kept, Numbers, Raw
from tui.store.records.lines import Changes, TableLines, lines_of, record_line, table_pieces

Each = TypeVar("Each", Span, Relation)
Rows = Mapping[int, Raw]

ANCHORED = f'"{ANCHOR}": {{'.encode()
"""Stands in the line of each tag that has an anchor, and in no other: within a string quotes are escaped."""


PIECE = 1024
"""So many values are compared at once."""


class DocumentLines:
    """The lines of the newest document that was to be saved.

    Args:
        path: of the file, for errors.
        kept: what the file holds beside the document.
        spans: with `lines`, the tags whose lines are known.
        lines: of these tags, by ascending number.

    Attributes:
        changed: by table, the lines that were changed since somebody emptied it.
    """

    def __init__(self, path: Path, kept: Kept, spans: tuple[Span, ...], lines: Sequence[bytes]) -> None:
        self._path, self._kept = path, kept
        self._spans, self._relations = spans, tuple[Relation, ...]()
        self._orphans = dict[int, bytes]()
        self._lost = dict[int, tuple[Span, Raw]]()
        self._small = dict[str, Rows]()
        self._tables = {name: TableLines() for name in ("meta", "spans", "relations", "articles")}
        self._tables["spans"] = TableLines(lines)
        self.changed: dict[str, dict[int, bytes | None]] = {}
        for table in ("spans", "relations"):
            aside = kept.aside[table]
            self._put(table, self._encoded({number: aside[number] for number in aside}))

    def update(self, document: Document) -> None:
        """Lay out what is not in the last document.

        Raises:
            StoreError: something in it is not JSON's; nothing is changed.
        """
        gone, added = _difference(self._spans, document.spans)
        spans, lost, orphans = self._span_changes(document, gone, added)
        lapsed, related = _difference(self._relations, document.relations)
        relations = self._changes("relations", lapsed, ((r, plain(r)) for r in related))
        small: dict[str, Rows] = {
            "meta": {self._numbers("meta").of(""): self._kept.meta | meta_record(document)},
            "articles": self._articles(document),
        }
        lines = {table: self._small_changes(table, rows) for table, rows in small.items()}
        for table, changes in {"spans": spans, "relations": relations, **lines}.items():
            self._put(table, changes)
        self._spans, self._relations = document.spans, document.relations
        self._lost, self._orphans, self._small = lost, orphans, small

    def pieces(self) -> list[bytes]:
        """Return the content of the file, in pieces."""
        return table_pieces(self._named())

    @property
    def names(self) -> list[str]:
        """The names of the tables."""
        return [*self._tables, *self._kept.other]

    def _named(self) -> Iterator[tuple[str, Iterable[bytes]]]:
        yield from ((name, lines.chunks) for name, lines in self._tables.items())
        for name, rows in self._kept.other.items():
            yield name, [self._line(number, row) for number, row in rows.items()]

    def _span_changes(
        self, document: Document, gone: Sequence[Span], added: Sequence[Span]
    ) -> tuple[Changes, dict[int, tuple[Span, Raw]], dict[int, bytes]]:
        """Return the changed lines of tags, and the records and lines of orphans, which are all made anew."""
        lost = orphan_records(document.orphans, self._lost)
        changes: dict[int, bytes | None] = dict.fromkeys(self._orphans)
        changes |= self._changes("spans", gone, span_records(added, document.page.text))
        numbers, taken = self._numbers("spans"), document.spans_by_id if lost else {}
        orphans = self._encoded({numbers.of(free_key(taken, span.id)): raw for span, raw in lost.values()})
        return {**changes, **orphans}, lost, orphans

    def _changes(self, table: str, gone: Iterable[Each], added: Iterable[tuple[Each, Raw]]) -> Changes:
        numbers = self._numbers(table)
        changes: dict[int, bytes | None] = {numbers.of(each.id): None for each in gone}
        for each, raw in added:
            number = numbers.of(each.id)
            changes[number] = self._line(number, raw)
        return changes

    def _articles(self, document: Document) -> Rows:
        numbers, aside = self._numbers("articles"), self._kept.aside["articles"]
        rows = {numbers.of(key): raw for key, raw in article_records(document, self._kept).items()}
        return {**aside, **rows}

    def _small_changes(self, table: str, rows: Rows) -> Changes:
        before = self._small.get(table, {})
        fresh = {number: raw for number, raw in rows.items() if before.get(number) != raw}
        return {**dict.fromkeys(before.keys() - rows.keys()), **self._encoded(fresh)}

    def _put(self, table: str, changes: Changes) -> None:
        if changes:
            self._tables[table].update(changes)
            self.changed.setdefault(table, {}).update(changes)

    def _encoded(self, rows: Rows) -> dict[int, bytes]:
        return {number: self._line(number, raw) for number, raw in rows.items()}

    def _line(self, number: object, record: Any) -> bytes:
        try:
            return record_line(number, record)
        except (TypeError, ValueError, RecursionError) as error:
            raise StoreError("store.unwritable", path=self._path, reason=error) from error

    def _numbers(self, table: str) -> Numbers:
        return self._kept.numbers[table]


def lines_in(data: bytes, spans: Sequence[Span], kept: Kept) -> list[bytes] | None:
    """Return the lines of a file's tags, by number; None where they cannot be taken as they are."""
    lines = lines_of("spans", data)
    numbers = sorted(kept.numbers["spans"].known[span.id] for span in spans)
    if lines is None or len(lines) != len(spans) or not all(map(contains, lines, repeat(ANCHORED))):
        return None
    starts = (b'"%d": {' % number for number in numbers)
    return lines if all(map(bytes.startswith, lines, starts)) else None


def lines_from(tables: Tables, spans: Sequence[Span], kept: Kept) -> tuple[tuple[Span, ...], list[bytes]]:
    """Return those of a file's tags whose records need not be made again, and their lines by number."""
    numbers, rows = kept.numbers["spans"].known, tables.get("spans", {})
    raws = {numbers[span.id]: rows.get(str(numbers[span.id]), {}) for span in spans}
    lines = [record_line(number, raws[number]) for number in sorted(raws) if ANCHOR in raws[number]]
    return tuple(span for span in spans if ANCHOR in raws[numbers[span.id]]), lines


def _difference(old: tuple[Each, ...], new: tuple[Each, ...]) -> tuple[list[Each], list[Each]]:
    """Return what is in one of two tuples only; those of two versions of a document are mostly the same."""
    if old is new:
        return [], []
    begin = _alike(old, new)
    old, new = old[begin:], new[begin:]
    end = _alike(old[::-1], new[::-1])
    gone, added = old[: len(old) - end], new[: len(new) - end]
    before, after = set(map(id, gone)), set(map(id, added))
    return (
        [each for each in gone if id(each) not in after],
        [each for each in added if id(each) not in before],
    )


def _alike(one: tuple[Each, ...], other: tuple[Each, ...]) -> int:
    """Return how many values both begin with; to compare pieces takes less than one after the other."""
    size, at = PIECE, 0
    while size:
        piece = one[at : at + size]
        if len(piece) == size and piece == other[at : at + size]:
            at += size
        else:
            size //= 2
    return at
