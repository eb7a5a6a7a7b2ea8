"""From a document to the records that are kept of it: plain tables, as JSON has them."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import TypeAlias

import tui
from tui.model import Document, Span
from tui.model.values import Record, written
from tui.store import anchors
from tui.store.anchors import RepeatedPieces, anchor_at
from tui.store.records.kept import ANCHOR, LOST, VERSION, Kept, Raw

TIMES = ("created", "updated")

Records: TypeAlias = dict[int, tuple[Span, Raw]]
"""Orphans' records by the numbers of their objects, which are kept with them."""

MANY_ANCHORS = 500
"""So many new tags at once come from an import: then all places of the text are looked at first."""


def span_records(spans: Sequence[Span], text: str) -> Iterator[tuple[Span, Raw]]:
    """Yield tags that stand on a text, each with its record, one after the other: there may be many."""
    repeated = RepeatedPieces(text) if len(spans) >= MANY_ANCHORS else None
    for span in spans:
        yield span, _record(span, text, repeated)


def orphan_records(orphans: Iterable[Span], known: Records) -> Records:
    """Return the records of orphans, made once for each."""
    return {id(span): known.get(id(span)) or (span, _record(span, None, None)) for span in orphans}


def _record(span: Span, text: str | None, repeated: RepeatedPieces | None) -> Raw:
    """Return the record of a tag, which says how it holds on to its text."""
    raw = plain(span)
    raw.pop(LOST, None)
    if text is None:
        raw[LOST] = True
    else:
        raw[ANCHOR] = anchors.written(anchor_at(text, span.segments, repeated), span.text)
    return raw


def meta_record(document: Document) -> Raw:
    """Return the record of the file itself."""
    page = document.page
    return {
        "version": VERSION,
        "page": page.id,
        "sha256": page.sha256,
        "annotator": document.annotator,
        "tool": f"piyue {tui.__version__}",
    }


def article_records(document: Document, kept: Kept) -> dict[str, Raw]:
    """Return the records of the progress, by article; each says where its article begins."""
    starts = kept.starts | {article.id: article.start for article in document.articles}
    return {key: _place(key, starts.get(key)) | plain(value) for key, value in document.progress.items()}


def free_key(taken: Container[str], key: str) -> str:
    """Return a key for the number of an orphan, also where an imported span has the orphan's id."""
    return f"{key} (orphan)" if key in taken else key


def _place(article: str, start: int | None) -> Raw:
    return {"article": article} | ({} if start is None else {"start": start})


def plain(record: Record) -> Raw:
    """Return a record as JSON has it, fields that say nothing left out."""
    raw = written(record, defaults=False)
    for name in TIMES:
        if isinstance(moment := raw.get(name), datetime):
            raw[name] = _utc(moment)
    return raw


@lru_cache(1000)  # an import has one moment for all
def _utc(moment: datetime) -> str:
    """Return a moment in ISO 8601 and UTC; one without a zone is taken to be in UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat().replace("+00:00", "Z")
