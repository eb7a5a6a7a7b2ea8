"""From a document to the records that are kept of it: plain tables, as JSON has them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeAlias

import tui
from tui.model import Document, Span
from tui.model.values import Record, written
from tui.store import anchors
from tui.store.anchors import FIELD, RepeatedPieces, anchor_at
from tui.store.records.decode import LOST, VERSION, Kept, Raw, Rows

TIMES = ("created", "updated")

Records: TypeAlias = dict[int, tuple[Span, Raw]]
"""Tags' records by the numbers of their objects, which are kept with them."""

MANY_ANCHORS = 500
"""So many new tags at once come from an import: then all places of the text are looked at first."""


def span_records(spans: Iterable[Span], known: Records, text: str | None) -> Records:
    """Return the records of tags, made once for each tag: finding an anchor takes time.

    Args:
        text: on which the tags stand; None: they are orphans.
    """
    every = list(spans)
    fresh = sum(id(span) not in known for span in every)
    repeated = RepeatedPieces(text) if text is not None and fresh >= MANY_ANCHORS else None
    return {id(span): known.get(id(span)) or (span, _record(span, text, repeated)) for span in every}


def _record(span: Span, text: str | None, repeated: RepeatedPieces | None) -> Raw:
    return {name: value for name, value in _raw(span).items() if name != LOST} | _hold(span, text, repeated)


def _hold(span: Span, text: str | None, repeated: RepeatedPieces | None) -> Raw:
    """Return what a record says of how a tag holds on to its text."""
    if text is None:
        return {LOST: True}
    return {FIELD: anchors.written(anchor_at(text, span.segments, repeated), span.text)}


def document_tables(document: Document, kept: Kept, spans: Mapping[str, Raw]) -> dict[str, Mapping[Any, Any]]:
    """Return the tables of a file, each by ascending number."""
    starts = kept.starts | {article.id: article.start for article in document.articles}
    named: dict[str, Mapping[str, Raw]] = {
        "meta": {"": kept.meta | _meta(document)},
        "spans": spans,
        "relations": {relation.id: _raw(relation) for relation in document.relations},
        "articles": {
            key: _place(key, starts.get(key)) | _raw(value) for key, value in document.progress.items()
        },
    }
    return {**{table: _rows(table, raws, kept) for table, raws in named.items()}, **kept.other}


def _meta(document: Document) -> Raw:
    page = document.page
    return {
        "version": VERSION,
        "page": page.id,
        "sha256": page.sha256,
        "annotator": document.annotator,
        "tool": f"piyue {tui.__version__}",
    }


def free_key(taken: Mapping[str, Raw], key: str) -> str:
    """Return a key for the number of an orphan, also where an imported span has the orphan's id."""
    return f"{key} (orphan)" if key in taken else key


def _place(article: str, start: int | None) -> Raw:
    return {"article": article} | ({} if start is None else {"start": start})


def _rows(table: str, raws: Mapping[str, Raw], kept: Kept) -> Rows:
    """Return the records of a table with what was kept aside, by ascending number."""
    numbers, aside = kept.numbers[table], kept.aside[table]
    known = numbers.known
    rows = [(known.get(key) or numbers.of(key), raw) for key, raw in raws.items()]
    rows += [each for each in aside.items() if each[0] not in dict(rows)] if aside else []
    rows.sort(key=itemgetter(0))
    return dict(rows)


def _raw(record: Record) -> Raw:
    """Return a record as JSON has it, fields that say nothing left out."""
    raw = written(record, defaults=False)
    return raw | {name: _utc(raw[name]) for name in TIMES if isinstance(raw.get(name), datetime)}


@lru_cache(maxsize=256)  # what is imported together was made at one moment
def _utc(moment: datetime) -> str:
    """Return a moment in ISO 8601 and UTC; one without a zone is taken to be in UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat().replace("+00:00", "Z")
