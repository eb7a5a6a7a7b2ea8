"""From the tables of a file to the values of a document, record by record; unknown data is kept."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from tui.errors import StoreError
from tui.model import Division, Page, Progress, Relation, Segment, Span, order, surface
from tui.model.values import Frozen, Record, written
from tui.store.anchors import place, read_anchor
from tui.store.records.kept import (
    ANCHOR,
    LOST,
    TABLES,
    VERSION,
    ArticleRecord,
    Kept,
    NumberedProgress,
    Numbers,
    Raw,
    Rows,
    placed_progress,
)

OWN = frozenset((ANCHOR, LOST))
"""Fields of a tag's record that are the store's, not the tag's."""

NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")

AnyRecord = TypeVar("AnyRecord", bound=Record)
Named = TypeVar("Named", Span, Relation)


class Reader(Frozen, frozen=True):
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
                found = place(text, span, read_anchor(raw.get(ANCHOR), span.text))
            else:
                found = None if raw.get(LOST) else _standing(text, span)
            if found is None:
                anchor = {ANCHOR: raw[ANCHOR]} if ANCHOR in raw else {}
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
