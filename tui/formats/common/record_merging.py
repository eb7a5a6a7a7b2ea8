"""Merges records of our own exports into a document."""

from collections.abc import Mapping, Sequence

from tui.edit import SetProgress
from tui.edit.orphans import AddOrphan
from tui.edit.repair import SetReads
from tui.formats.common.merging import DocumentMerger, Taken
from tui.formats.common.native_rows import place_of_reading
from tui.formats.common.native_schema import ArticleRecord, SpanRecord, UnplacedSpan
from tui.model import Progress, Relation, Span, overlap, surface
from tui.model.values import shared
from tui.text.offsets import read

CONTENT = ("label", "segments", "text", "attributes", "note")
"""What makes two spans with one id the same; who and when do not."""


def merge_records(merger: DocumentMerger, records: Sequence[ArticleRecord]) -> Taken:
    """Take spans, states, readings, then relations; those without both ends are handed back."""
    twins = _twins(merger, records)
    for record in records:
        refused = merger.report.refused["span"]
        for span in record.spans:
            if span.id in twins:
                _settle(merger, twins[span.id], _span(span))
            else:
                _take_span(merger, _span(span), record)
        for unplaced in record.unplaced.spans:
            _take_unplaced(merger, unplaced, record)
        _take_state(merger, record, is_whole=merger.report.refused["span"] == refused)
        _take_readings(merger, record)
    return merger.relate(_new_relations(merger, records, twins))


def _twins(merger: DocumentMerger, records: Sequence[ArticleRecord]) -> dict[str, Span]:
    """Return the tags with the label and place of a record's but another id, by the id in the record."""
    found: dict[str, Span] = {}
    ids = {span.id for record in records for span in record.spans}
    for span in (span for record in records for span in record.spans):
        known = merger.spans_by_place.get((span.label, span.segments))
        is_other = known is not None and known.id in merger.standing and known.id not in ids
        if known is not None and is_other and span.id not in merger.spans_by_id:
            found[span.id] = known
    return found


def _new_relations(
    merger: DocumentMerger, records: Sequence[ArticleRecord], twins: Mapping[str, Span]
) -> list[Relation]:
    """Return the relations of records, between the tags that are there; one that is there is counted."""
    found: list[Relation] = []
    for relation in (r for record in records for r in (*record.relations, *record.unplaced.relations)):
        head, tail = (twins[end].id if end in twins else end for end in (relation.head, relation.tail))
        if relation.id not in merger.relations_by_id and (relation.label, head, tail) in merger.links:
            merger.report.there["relation"] += 1
        else:
            found.append(relation.replaced(head=head, tail=tail))
    return found


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
        _settle(merger, known, span)
    return known is None


def _settle(merger: DocumentMerger, known: Span, span: Span) -> None:
    """Count a span as there, or refuse it where it says something else than the one that is."""
    same = all(getattr(known, name) == getattr(span, name) for name in CONTENT)
    merger.settle("span", span.id, span.text, same)


def _take_state(merger: DocumentMerger, record: ArticleRecord, *, is_whole: bool) -> None:
    """Take how far the article is, where the project says nothing of it.

    Args:
        is_whole: whether all its tags are there; one that lacks some is not finished.
    """
    if record.progress is None and record.state == "todo":
        return
    fields = {} if record.progress is None else shared(record.progress, Progress)
    progress = Progress(**fields | {"state": record.state})
    article = _article(merger, record)
    if article is None:
        merger.refuse("state", record.id, record.state, "article")
    elif (known := merger.base.progress.get(article)) is None:
        if progress.state == "done" and not is_whole:
            merger.refuse("state", record.id, record.state, "incomplete")
            progress = progress.replaced(state="doing", stage="")
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
