"""What one annotator decided on one page, as TinyDB tables and as part of a Document.

A file has four tables: `meta` (one record), `spans`, `relations` and `articles`. A record keeps its number
(TinyDB's document id) for as long as it lives. Whatever is in the file and cannot be part of the document is
kept aside and written back as it was: nothing that somebody once saved is lost by opening and saving it.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import tui
from tui.model import Division, Document, Page
from tui.model.values import Record
from tui.store.reading import VERSION, ArticleRecord, Kept, Raw, Reader, Rows
from tui.store.storage import AtomicStorage

TIMES = ("created", "updated")


class AnnotationFile:
    """The file of one annotator for one page.

    Args:
        path: `annotations/<annotator>/<page>.json`; its folder has to be there before a save.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._storage = AtomicStorage(path)
        self._kept = Kept()

    def load(self, page: Page, division: Division, annotator: str) -> Document:
        """Return the page with what the file says; without a file, the page untouched.

        Raises:
            StoreError: the file cannot be read, is damaged, or is of a newer version;
                it will not be overwritten.
        """
        tables = self._storage.read()
        kept = Kept()
        fields = {} if tables is None else Reader(self.path, page, division, tables, kept).fields()
        self._kept = kept
        return Document(
            page=page, annotator=annotator, articles=division.articles, furniture=division.furniture, **fields
        )

    def needs(self, document: Document) -> bool:
        """Tell whether there is anything to save: a page that nobody touched has no file."""
        decided = document.spans or document.relations or document.orphans or document.progress
        return bool(decided) or self.path.exists()

    def save(self, document: Document) -> None:
        """Write what was decided; durable when this returns.

        Raises:
            StoreError: it could not be done, or somebody else changed the file; it is as it was.
        """
        self._storage.write(_tables(document, self._kept))


def _tables(document: Document, kept: Kept) -> dict[str, Rows | Raw]:
    """Return the tables of a file, each by ascending number."""
    starts = kept.starts | {article.id: article.start for article in document.articles}
    progress = {
        key: ArticleRecord(article=key, start=starts.get(key), **dict(value))
        for key, value in document.progress.items()
    }
    found: dict[str, Rows | Raw] = {
        "meta": {kept.numbers["meta"].of(""): kept.meta | _meta(document)},
        "spans": _rows("spans", {span.id: span for span in (*document.spans, *document.orphans)}, kept),
        "relations": _rows("relations", {relation.id: relation for relation in document.relations}, kept),
        "articles": _rows("articles", progress, kept),
    }
    return found | kept.other


def _meta(document: Document) -> Raw:
    page = document.page
    return {
        "version": VERSION,
        "page": page.id,
        "sha256": page.sha256,
        "annotator": document.annotator,
        "tool": f"piyue {tui.__version__}",
    }


def _rows(table: str, records: dict[str, Any], kept: Kept) -> Rows:
    numbers = kept.numbers[table]
    rows = kept.aside[table] | {numbers.of(key): _raw(record) for key, record in records.items()}
    return dict(sorted(rows.items()))


def _raw(record: Record) -> Raw:
    """Return a record as JSON has it, fields that say nothing left out."""
    raw = record.model_dump(by_alias=True, exclude_defaults=True)
    return raw | {name: _utc(raw[name]) for name in TIMES if name in raw}


def _utc(moment: datetime) -> str:
    """Return a moment in ISO 8601 and UTC; one without a zone is taken to be in UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat().replace("+00:00", "Z")
