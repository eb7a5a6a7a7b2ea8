"""Merges records of our own exports into a document."""

from collections.abc import Sequence

from tui.edit import SetProgress
from tui.edit.orphans import AddOrphan
from tui.edit.repair import SetReads
from tui.formats.common.merging import DocumentMerger, Taken
from tui.formats.common.native_rows import place_of_reading
from tui.formats.common.native_schema import ArticleRecord, SpanRecord, UnplacedSpan
from tui.model import Progress, Span, overlap, surface
from tui.model.values import shared
from tui.text.offsets import read

CONTENT = ("label", "segments", "text", "attributes", "note")
"""What makes two spans with one id the same; who and when do not."""


def merge_records(merger: DocumentMerger, records: Sequence[ArticleRecord]) -> Taken:
    """Take spans, states, readings, then relations; those without both ends are handed back."""
    for record in records:
        for span in record.spans:
            _take_span(merger, _span(span), record)
        for unplaced in record.unplaced.spans:
            _take_unplaced(merger, unplaced, record)
        _take_state(merger, record)
        _take_readings(merger, record)
    return merger.relate([r for record in records for r in (*record.relations, *record.unplaced.relations)])


def _span(record: SpanRecord | UnplacedSpan) -> Span:
    """Return a record's span: what belongs to the export, or to the file it will be saved in, is left out."""
    unknown = {name: said for name, said in record.unknown.items() if name not in ("lost", "anchor")}
    return Span(**shared(record, Span) | {"unknown": unknown})


def _take_span(merger: DocumentMerger, span: Span, record: ArticleRecord) -> None:
    if not _is_new(merger, span):
        return
    page = merger.base.page
    if surface(page.text, span.segments) == span.text:
        merger.add_span(span)
    else:
        reason = "quote" if record.source.sha256 == page.sha256 else "source"
        merger.refuse("span", span.id, span.text, reason, str(list(span.segments)))


def _take_unplaced(merger: DocumentMerger, unplaced: UnplacedSpan, record: ArticleRecord) -> None:
    span = _span(unplaced)
    if unplaced.why != "orphan" or surface(merger.base.page.text, span.segments) == span.text:
        _take_span(merger, span, record)
    elif _is_new(merger, span):
        merger.apply(AddOrphan(span=span), "span")
        merger.spans_by_id[span.id] = span
        merger.count_label(span)


def _is_new(merger: DocumentMerger, span: Span) -> bool:
    """Tell whether the span's id is free; else count it as there, or refuse it."""
    known = merger.spans_by_id.get(span.id)
    if known is not None:
        same = all(getattr(known, name) == getattr(span, name) for name in CONTENT)
        merger.settle("span", span.id, span.text, same)
    return known is None


def _take_state(merger: DocumentMerger, record: ArticleRecord) -> None:
    """Take how far the article is, where the project says nothing of it."""
    if record.progress is None and record.state == "todo":
        return
    fields = {} if record.progress is None else shared(record.progress, Progress)
    progress = Progress(**fields | {"state": record.state})
    article = _article(merger, record)
    if article is None:
        merger.refuse("state", record.id, record.state, "article")
    elif (known := merger.base.progress.get(article)) is None:
        merger.apply(SetProgress(article=article, progress=progress), "state")
    else:
        said, wanted = (
            (each.state, each.note, {name: {*values} for name, values in each.labels.items()})
            for each in (known, progress)
        )
        merger.settle("state", record.id, record.state, said == wanted)


def _take_readings(merger: DocumentMerger, record: ArticleRecord) -> None:
    """Take what misread text should read, where the project says nothing of the place."""
    if not record.readings:
        return
    key, document = _article(merger, record), merger.base
    article = next((one for one in document.articles if one.id == key), None)
    reading = None if article is None else read(document.page, article)
    for said in record.readings:
        place = None if reading is None else place_of_reading(said, record, reading)
        if place is None:
            merger.refuse("reading", record.id, said.text, "blocks")
            continue
        known = [pin for pin in merger.base.corrections.reads if overlap(pin.segments, place)]
        if not known:
            merger.apply(SetReads((place,), said.reads), "reading")
        else:
            same = [(pin.segments, pin.reads) for pin in known] == [(place, said.reads)]
            merger.settle("reading", record.id, said.text, same)


def _article(merger: DocumentMerger, record: ArticleRecord) -> str | None:
    """Return the article that begins where the record's does: borders may have been drawn anew."""
    start = min(block.segments[0][0] for block in record.blocks)
    return next((article.id for article in merger.base.articles if article.start == start), None)
