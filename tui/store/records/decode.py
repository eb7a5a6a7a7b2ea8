"""From the tables of a file to the values of a document; unknown data is kept."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

from tui.errors import StoreError
from tui.model import Division, Page, Progress, Relation, Segment, Span, order, surface
from tui.model.values import Record, shared, written
from tui.store.anchors import FIELD, place, read_anchor
from tui.store.backend import Tables
from tui.store.record_keys import canonical, number_of

VERSION = 2
"""Of the files that are written. 1 had no anchors; it is read as it stands."""

LOST = "lost"
"""The field that marks the record of a tag whose place is not known: an orphan."""

OWN = frozenset((FIELD, LOST))
"""Fields of a tag's record that are the store's, not the tag's."""

TABLES = ("meta", "spans", "relations", "articles")

NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")

Raw: TypeAlias = dict[str, Any]
Rows: TypeAlias = dict[int, Raw]
AnyRecord = TypeVar("AnyRecord", bound=Record)
Named = TypeVar("Named", Span, Relation)
NumberedProgress: TypeAlias = tuple[int, str, int | None, Progress]
"""Of a record: its number, the article's id, where the article begins, if it says so, and the progress."""


class ArticleRecord(Progress, frozen=True, kw_only=True):
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
            number = number_of(f"[{canonical(key)}]")  # as of a list, which takes three times as long
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
        standing, orphans = self._spans(changed)
        ends = {span.id for span in standing}
        relations = self._records("relations", Relation)
        return {
            "spans": tuple(sorted(standing, key=order)),
            "orphans": tuple(orphans),
            "relations": tuple(relation for relation, _ in relations if self._holds(relation, ends)),
            "progress": self._progress(),
        }

    def _spans(self, changed: bool) -> tuple[list[Span], list[Span]]:
        """Return the tags that stand, each where it does, and the orphans, each with its anchor."""
        standing, orphans = list[Span](), list[Span]()
        text = self.page.text
        for span, raw in self._records("spans", Span):
            if changed:
                found = place(text, span, read_anchor(raw.get(FIELD), span.text))
            else:
                found = None if raw.get(LOST) else _standing(text, span)
            if found is None:
                anchor = {FIELD: raw[FIELD]} if FIELD in raw else {}
                orphans.append(span.replaced(unknown=span.unknown | anchor) if anchor else span)
            elif found == span.segments:
                standing.append(span)
            else:
                self.kept.moved += 1
                standing.append(span.replaced(segments=found))
        return standing, orphans

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
        found = {int(key): raw for key, raw in rows.items() if key.isdecimal() and NUMBER.fullmatch(key)}
        if len(found) < len(rows):
            last = max(found, default=0)
            for number, key in enumerate(sorted(key for key in rows if not NUMBER.fullmatch(key)), last + 1):
                found[number] = rows[key]
                record = f"{table} {key[:20]}"
                self.kept.problems.append(
                    StoreError("store.number", path=self.path, record=record, number=number)
                )
        return dict(sorted(found.items()))

    def _records(self, table: str, model: type[Named]) -> list[tuple[Named, Raw]]:
        """Return the valid records of a table with what was read, each id once; the rest is kept aside."""
        rows, numbers = self._rows(table), self.kept.numbers[table]
        found = list[tuple[Named, Raw]]()
        numbers.taken.update(rows)
        for number, raw in rows.items():
            said = {name: value for name, value in raw.items() if name not in OWN}
            record = self._valid(table, number, said, model)
            if record is None or record.id in numbers.known:
                self.kept.aside[table][number] = raw
            else:
                numbers.known[record.id] = number
                found.append((record, raw))
        return found

    def _valid(self, table: str, number: int, raw: Raw, model: type[AnyRecord]) -> AnyRecord | None:
        from pydantic import ValidationError

        from tui.model.validation import valid

        try:
            return valid(model, raw)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            self._bad(table, number, ".".join(map(str, first["loc"])), first["msg"])
            return None

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
        records: list[NumberedProgress] = []
        for number, raw in rows.items():
            if (record := self._valid("articles", number, raw, ArticleRecord)) is None:
                self.kept.aside["articles"][number] = raw
            else:
                records.append((number, record.article, record.start, record.progress))
        found, others = placed_progress(records, self.division, self.kept)
        self.kept.aside["articles"].update((number, rows[number]) for number in others)
        return found

    def _bad(self, table: str, number: int | str, name: str, reason: str) -> StoreError:
        """Note, and return, what is wrong with a record."""
        where = f"{table} {number}" + (f".{name}" if name else "")
        problem = StoreError("store.record", path=self.path, record=where, reason=reason)
        self.kept.problems.append(problem)
        return problem


def _standing(text: str, span: Span) -> tuple[Segment, ...] | None:
    """Return the segments of a tag whose text is what stands there."""
    segments = span.segments
    stands = surface(text, segments) == span.text and segments[-1][1] <= len(text)
    return segments if stands else None


def placed_progress(
    records: Sequence[NumberedProgress], division: Division, kept: Kept
) -> tuple[dict[str, Progress], list[int]]:
    """Return the progress by article: of the one that begins where it began, else of the one with its id.

    Args:
        records: their numbers, and where the articles began, are noted in `kept`.

    Returns:
        The progress, and the numbers of the records whose article has another one already.
    """
    by_start = {article.start: article.id for article in division.articles}
    found, others = dict[str, Progress](), list[int]()
    for number, article, start, progress in sorted(records, key=lambda record: record[2] not in by_start):
        key = by_start.get(-1 if start is None else start, article)
        if key in found:
            others.append(number)
        else:
            kept.numbers["articles"].known[key] = number
            kept.starts[key] = start
            found[key] = progress
    return found, others
