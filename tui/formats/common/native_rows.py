"""Entries as rows of JSON of the native export, in the shape of `shape.ArticleRecord`.

They are written down field by field and not through that model: an article has dozens of spans, and a model
of each would take ten times as long as the rest of the export.
"""

from typing import Any

from tui.errors import OffsetError
from tui.formats.common.entries import Entry, parts_in
from tui.formats.common.native_schema import ArticleRecord, ReadingRecord, utc
from tui.model import Page, Progress, Relation, Segment, Span
from tui.text.offsets import Reading
from tui.text.readings import RightReading

Row = dict[str, Any]


def article(entry: Entry, right: RightReading | None = None, *, put: bool = False) -> Row:
    """Return an article's row.

    Args:
        right: the text as it should read, where something was misread.
        put: whether the row has that text, and all reading offsets in it.
    """
    row = _article(entry)
    if right is None:
        return row
    text = row["text"]
    row["readings"] = [
        {
            "start": edit.begins if put else edit.start,
            "end": edit.stops if put else edit.end,
            "text": text[edit.start : edit.end],
            "reads": right.text[edit.begins : edit.stops],
            "other": (edit.start, edit.end) if put else (edit.begins, edit.stops),
        }
        for edit in right.edits
    ]
    for span in row["spans"]:
        start, end = right.to_right(span["start"], span["end"])
        if right.text[start:end] != span["text"]:
            span["reads"] = right.text[start:end]
    if put:
        _put_right(row, right)
    return row


def _put_right(row: Row, right: RightReading) -> None:
    """Put the text of a row, and the reading offsets of its blocks, words and spans, right."""
    row["text"] = right.text
    for part in (*row["blocks"], *row["spans"]):
        part["start"], part["end"] = right.to_right(part["start"], part["end"])
    words = [right.to_right(*word) for word in row["words"]]
    row["words"] = list(dict.fromkeys(word for word in words if word[0] < word[1]))
    for span in row["unplaced"]["spans"]:
        span["parts"] = [right.to_right(*part) for part in span["parts"]]


def _article(entry: Entry) -> Row:
    document, reading = entry.document, entry.reading
    key = entry.article.id
    blocks = zip(entry.article.blocks, reading.blocks, strict=True)
    progress = document.progress.get(key)
    return {
        "id": key,
        "page": document.page.id,
        "kind": entry.article.kind,
        "state": document.progress_of(key).state,
        "annotator": document.annotator,
        "text": reading.text,
        "source": _source(document.page),
        "blocks": [
            {"role": block.role, "start": start, "end": end, "segments": block.segments}
            for block, (start, end) in blocks
        ],
        "words": entry.words,
        "spans": [_span(one.span, one.start, one.end) for one in entry.spans],
        "relations": [_relation(relation) for relation in entry.relations],
        "progress": None if progress is None else _progress(progress),
        "unplaced": {
            "spans": [
                _unplaced(one.span, one.why, parts_in(reading, one.span) if one.why == "broken" else ())
                for one in entry.unplaced
            ],
            "relations": [_relation(relation) for relation in entry.far],
        },
    }


def _source(page: Page) -> Row:
    row = {"path": page.path, "sha256": page.sha256, "encoding": page.encoding}
    return row | {"about": dict(page.about)} if page.about else row


def _span(span: Span, start: int, end: int) -> Row:
    row = {
        "id": span.id,
        "label": span.label,
        "start": start,
        "end": end,
        "text": span.text,
        "segments": span.segments,
        "attributes": span.attributes,
        "note": span.note,
        "origin": span.origin,
        "created": utc(span.created),
        "updated": utc(span.updated),
        "annotator": span.annotator,
        "score": span.score,
        "maker": span.maker,
        "taken": span.taken,
        "sources": span.sources,
        "decision": span.decision,
        "decided_by": span.decided_by,
    }
    return _with_unknown(row, span.unknown)


def _unplaced(span: Span, why: str, parts: tuple[Segment, ...]) -> Row:
    row = {
        "id": span.id,
        "label": span.label,
        "segments": span.segments,
        "text": span.text,
        "attributes": span.attributes,
        "note": span.note,
        "annotator": span.annotator,
        "origin": span.origin,
        "maker": span.maker,
        "score": span.score,
        "taken": span.taken,
        "created": utc(span.created),
        "updated": utc(span.updated),
        "sources": span.sources,
        "decision": span.decision,
        "decided_by": span.decided_by,
        "why": why,
        "parts": parts,
    }
    return _with_unknown(row, span.unknown)


def _relation(relation: Relation) -> Row:
    row = {"id": relation.id, "label": relation.label, "from": relation.head, "to": relation.tail}
    return _with_unknown(row, relation.unknown)


def _progress(progress: Progress) -> Row:
    row = {
        "stage": progress.stage,
        "note": progress.note,
        "seconds": progress.seconds,
        "updated": utc(progress.updated),
        "rejected": progress.rejected,
        "labels": progress.labels,
    }
    return _with_unknown(row, progress.unknown)


def _with_unknown(row: Row, unknown: Row | None) -> Row:
    """Return a row with the fields that this version does not know, but for those it has itself."""
    return row | {name: value for name, value in unknown.items() if name not in row} if unknown else row


def place_of_reading(
    said: ReadingRecord, record: ArticleRecord, reading: Reading
) -> tuple[Segment, ...] | None:
    """Return the source segments of misread text of a record; None where it does not stand there.

    In an export that applied its readings the record's text has what should be read, and `other` says where
    the misread text stood.
    """
    applied = record.text[said.start : said.end] != said.text
    start, end = said.other if applied else (said.start, said.end)
    if not 0 <= start < end <= len(reading.text) or reading.text[start:end] != said.text:
        return None
    try:
        return reading.to_source(start, end)
    except OffsetError:
        return None
