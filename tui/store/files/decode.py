"""From the tables of a file to the values of a document; unknown data is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

from pydantic import ValidationError

from tui.errors import StoreError
from tui.model import Division, Page, Progress, Relation, Segment, Span, order, surface
from tui.model.validation import valid
from tui.model.values import Record, shared, written
from tui.store.anchors import FIELD, place, read_anchor
from tui.store.files.storage import Tables
from tui.store.record_keys import canonical, number_of

VERSION = 2
"""Of the files that are written. 1 had no anchors; it is read as it stands."""

LOST = "lost"
"""The field that marks the record of a tag whose place is not known: an orphan."""

TABLES = ("meta", "spans", "relations", "articles")

NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")

Raw: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[int, Raw]
AnyRecord = TypeVar("AnyRecord", bound=Record)
Named = TypeVar("Named", Span, Relation)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord(Progress):
    """An article's progress as it lies in a file: with the article's id and where it begins in the source."""

    article: str
    start: int | None = None

    @property
    def progress(self) -> Progress:
        """The progress alone."""
        return Progress(**shared(self, Progress))


@dataclass
class Numbers:
    """The record numbers of a table: a key keeps its number, a new one gets the one that its key stands for.

    So two people who tag one page write records with different numbers, and those of the same thing alike.
    """

    known: dict[str, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def of(self, key: str) -> int:
        """Return the number of the record with this key."""
        if key not in self.known:
            number = number_of(canonical([key]))
            while number in self.taken:
                number += 1
            self.taken.add(number)
            self.known[key] = number
        return self.known[key]


def _no_numbers() -> dict[str, Numbers]:
    return {name: Numbers() for name in TABLES} | {"meta": Numbers({"": 1}, {1})}


@dataclass
class Kept:
    """What a file holds beside the document: record numbers, and records that are carried along unchanged.

    Attributes:
        aside: by table: records that cannot be used or whose id is there already, and relations with an end
            that does not stand.
        starts: of articles that are no longer there, where they began.
        version: of the file that was read.
        refusal: why the file must not be written.
        problems: the records that cannot be used.
        moved: how many tags were moved with their text.
    """

    meta: Raw = field(default_factory=dict)
    numbers: dict[str, Numbers] = field(default_factory=lambda: _no_numbers())
    aside: dict[str, Rows] = field(default_factory=lambda: {name: {} for name in TABLES})
    starts: dict[str, int | None] = field(default_factory=dict)
    other: Tables = field(default_factory=dict)
    version: int = VERSION
    refusal: StoreError | None = None
    problems: list[StoreError] = field(default_factory=list)
    moved: int = 0


class Reader(NamedTuple):
    """One reading of one file; `kept` is filled on the way."""

    path: Path
    page: Page
    division: Division
    tables: Mapping[str, Mapping[str, Raw]]
    kept: Kept

    def fields(self) -> dict[str, Any]:
        """Return what the file adds to the document.

        Raises:
            StoreError: the file as a whole is none of ours.
        """
        changed = self._meta() != self.page.sha256
        self.kept.other.update({name: dict(rows) for name, rows in self.tables.items() if name not in TABLES})
        spans = [self._placed(span, changed) for span in self._records("spans", Span)]
        standing = [span for span in spans if not _is_lost(span)]
        relations = self._records("relations", Relation)
        ends = {span.id for span in standing}
        return {
            "spans": tuple(sorted(standing, key=order)),
            "orphans": tuple(_without(span, LOST) for span in spans if _is_lost(span)),
            "relations": tuple(r for r in relations if self._holds(r, ends)),
            "progress": self._progress(),
        }

    def _meta(self) -> object:
        """Look at the version; return the hash of the page that the tags were made on."""
        rows = self._rows("meta")
        if len(rows) != 1:
            raise StoreError("store.shape", path=self.path)
        ((number, meta),) = rows.items()
        version = meta.get("version")
        if type(version) is not int or version < 1:
            raise self._bad("meta", number, "version", f"{version!r} is no version")
        if version > VERSION:
            self.kept.refusal = StoreError("store.newer", path=self.path, version=version, known=VERSION)
        self.kept.version = version
        self.kept.meta = meta
        self.kept.numbers["meta"] = Numbers({"": number}, {number})
        return meta.get("sha256")

    def _rows(self, table: str) -> Rows:
        """Return the records of a table by ascending number; one without a whole number gets a new one."""
        rows = self.tables.get(table, {})
        found = {int(key): rows[key] for key in rows if NUMBER.fullmatch(key)}
        last = max(found, default=0)
        for number, key in enumerate(sorted(rows.keys() - {str(number) for number in found}), last + 1):
            found[number] = rows[key]
            record = f"{table} {key[:20]}"
            self.kept.problems.append(
                StoreError("store.number", path=self.path, record=record, number=number)
            )
        return dict(sorted(found.items()))

    def _records(self, table: str, model: type[Named]) -> list[Named]:
        """Return the valid records of a table, each id once; the rest is kept aside."""
        rows, numbers, found = self._rows(table), self.kept.numbers[table], []
        numbers.taken.update(rows)
        for number, raw in rows.items():
            record = self._valid(table, number, raw, model)
            if record is None or record.id in numbers.known:
                self.kept.aside[table][number] = raw
            else:
                numbers.known[record.id] = number
                found.append(record)
        return found

    def _valid(self, table: str, number: int, raw: Raw, model: type[AnyRecord]) -> AnyRecord | None:
        try:
            return valid(model, raw)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            self._bad(table, number, ".".join(map(str, first["loc"])), first["msg"])
            return None

    def _placed(self, span: Span, changed: bool) -> Span:
        """Return a tag where it stands, its anchor left out, or marked as lost with it."""
        extra = span.unknown
        if changed:
            found = place(self.page.text, span, read_anchor(extra.get(FIELD), span.text))
        else:
            found = None if extra.get(LOST) else self._standing(span)
        if found is None:
            return span.replaced(unknown={**span.unknown, LOST: True})
        self.kept.moved += found != span.segments
        stands = _without(span, FIELD, LOST)
        return stands if found == span.segments else stands.replaced(segments=found)

    def _standing(self, span: Span) -> tuple[Segment, ...] | None:
        """Return the segments of a tag whose text is what stands there."""
        text = self.page.text
        return span.segments if span.end <= len(text) and surface(text, span.segments) == span.text else None

    def _holds(self, relation: Relation, ends: set[str]) -> bool:
        """Tell whether both ends stand; a relation that hangs in the air is kept aside until they do."""
        if {relation.head, relation.tail} <= ends:
            return True
        number = self.kept.numbers["relations"].known.pop(relation.id)
        self.kept.aside["relations"][number] = written(relation)
        return False

    def _progress(self) -> dict[str, Progress]:
        """Return the progress by article: by the one that begins where it began, else by its id."""
        rows, numbers = self._rows("articles"), self.kept.numbers["articles"]
        numbers.taken.update(rows)
        by_start = {article.start: article.id for article in self.division.articles}
        found: dict[str, Progress] = {}
        records: list[tuple[int, ArticleRecord]] = []
        for number, raw in rows.items():
            if (record := self._valid("articles", number, raw, ArticleRecord)) is None:
                self.kept.aside["articles"][number] = raw
            else:
                records.append((number, record))
        for number, record in sorted(records, key=lambda numbered: numbered[1].start not in by_start):
            key = by_start.get(-1 if record.start is None else record.start, record.article)
            if key in found:
                self.kept.aside["articles"][number] = rows[number]
            else:
                numbers.known[key] = number
                self.kept.starts[key] = record.start
                found[key] = record.progress
        return found

    def _bad(self, table: str, number: int | str, name: str, reason: str) -> StoreError:
        """Note, and return, what is wrong with a record."""
        where = f"{table} {number}" + (f".{name}" if name else "")
        problem = StoreError("store.record", path=self.path, record=where, reason=reason)
        self.kept.problems.append(problem)
        return problem


def _is_lost(span: Span) -> bool:
    return bool(span.unknown.get(LOST))


def _without(span: Span, *names: str) -> Span:
    """Return a tag without some of the fields that only its record has."""
    if span.unknown.keys().isdisjoint(names):
        return span
    return span.replaced(unknown={name: said for name, said in span.unknown.items() if name not in names})
