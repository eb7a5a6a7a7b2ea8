"""From the tables of a file to what stands in a document, with the rest kept aside."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

from pydantic import ValidationError

from tui.errors import StoreError
from tui.model import Division, Page, Progress, Relation, Span, order, surface
from tui.model.values import Record
from tui.store.storage import Tables

VERSION = 1
TABLES = ("meta", "spans", "relations", "articles")

NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")

Raw: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[int, Raw]
AnyRecord = TypeVar("AnyRecord", bound=Record)
Named = TypeVar("Named", Span, Relation)


class ArticleRecord(Progress):
    """An article's progress as it lies in a file: with the article's id and where it begins in the source."""

    article: str
    start: int | None = None

    @property
    def progress(self) -> Progress:
        """The progress alone."""
        kept = {name: getattr(self, name) for name in Progress.model_fields}
        return Progress.model_construct(**kept | (self.__pydantic_extra__ or {}))


@dataclass
class Numbers:
    """The record numbers of a table: a key keeps its number, a new one gets the next that was never used."""

    known: dict[str, int] = field(default_factory=dict)
    last: int = 0

    def of(self, key: str) -> int:
        """Return the number of the record with this key."""
        if key not in self.known:
            self.last += 1
            self.known[key] = self.last
        return self.known[key]


@dataclass
class Kept:
    """What a file holds beside the document: record numbers, and records that are carried along unchanged.

    Attributes:
        aside: by table: records whose id is there already, and relations with an end that does not stand.
        starts: of articles that are no longer there, where they began.
    """

    meta: Raw = field(default_factory=dict)
    numbers: dict[str, Numbers] = field(default_factory=lambda: {name: Numbers() for name in TABLES})
    aside: dict[str, Rows] = field(default_factory=lambda: {name: {} for name in TABLES})
    starts: dict[str, int | None] = field(default_factory=dict)
    other: Tables = field(default_factory=dict)


class Reader(NamedTuple):
    """One reading of one file; `kept` is filled on the way."""

    path: Path
    page: Page
    division: Division
    tables: Tables
    kept: Kept

    def fields(self) -> dict[str, Any]:
        """Return what the file adds to the document."""
        self._meta()
        self.kept.other.update({name: rows for name, rows in self.tables.items() if name not in TABLES})
        spans = self._records("spans", Span)
        standing = [span for span in spans if self._stands(span)]
        relations = self._records("relations", Relation)
        ends = {span.id for span in standing}
        return {
            "spans": tuple(sorted(standing, key=order)),
            "orphans": tuple(span for span in spans if span.id not in ends),
            "relations": tuple(r for r in relations if self._holds(r, ends)),
            "progress": self._progress(),
        }

    def _meta(self) -> None:
        rows = self._rows("meta")
        if len(rows) != 1:
            raise StoreError("store.shape", path=self.path)
        ((number, meta),) = rows.items()
        version = meta.get("version")
        if type(version) is not int or version < 1:
            raise self._bad("meta", number, "version", f"{version!r} is no version")
        if version > VERSION:
            raise StoreError("store.newer", path=self.path, version=version, known=VERSION)
        self.kept.meta = meta
        self.kept.numbers["meta"] = Numbers({"": number}, number)

    def _rows(self, table: str) -> Rows:
        """Return the records of a table by ascending number."""
        rows = self.tables.get(table, {})
        if wrong := next((key for key in rows if not NUMBER.fullmatch(key)), None):
            raise self._bad(table, wrong[:20], "", "the record's number is no whole number")
        return {number: rows[str(number)] for number in sorted(map(int, rows))}

    def _records(self, table: str, model: type[Named]) -> list[Named]:
        """Return the valid records of a table, each id once; the rest is kept aside."""
        rows, numbers, found = self._rows(table), self.kept.numbers[table], []
        numbers.last = max(rows, default=0)
        for number, raw in rows.items():
            record = self._valid(table, number, raw, model)
            if record.id in numbers.known:
                self.kept.aside[table][number] = raw
            else:
                numbers.known[record.id] = number
                found.append(record)
        return found

    def _valid(self, table: str, number: int, raw: Raw, model: type[AnyRecord]) -> AnyRecord:
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            raise self._bad(table, number, ".".join(map(str, first["loc"])), first["msg"]) from error

    def _stands(self, span: Span) -> bool:
        """Tell whether the span's text is what stands at its segments."""
        text = self.page.text
        return span.end <= len(text) and surface(text, span.segments) == span.text

    def _holds(self, relation: Relation, ends: set[str]) -> bool:
        """Tell whether both ends stand; a relation that hangs in the air is kept aside until they do."""
        if {relation.head, relation.tail} <= ends:
            return True
        number = self.kept.numbers["relations"].known.pop(relation.id)
        self.kept.aside["relations"][number] = self.tables["relations"][str(number)]
        return False

    def _progress(self) -> dict[str, Progress]:
        """Return the progress by article: by the one that begins where it began, else by its id."""
        rows, numbers = self._rows("articles"), self.kept.numbers["articles"]
        numbers.last = max(rows, default=0)
        by_start = {article.start: article.id for article in self.division.articles}
        records = [(n, self._valid("articles", n, raw, ArticleRecord)) for n, raw in rows.items()]
        found: dict[str, Progress] = {}
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
        where = f"{table} {number}" + (f".{name}" if name else "")
        return StoreError("store.record", path=self.path, record=where, reason=reason)
