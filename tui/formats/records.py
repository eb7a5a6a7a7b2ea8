"""From documents to article records: the one place where spans get reading offsets for an export."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.errors import OffsetError
from tui.formats.report import ExportReport, Fate, Loss, What
from tui.formats.shape import (
    ArticleRecord,
    BlockRecord,
    ProgressRecord,
    Source,
    SpanRecord,
    Unplaced,
    UnplacedSpan,
    Why,
    fields_of,
)
from tui.model import Article, Document, Progress, Relation, Segment, Span
from tui.text.correct import corrected_words
from tui.text.offsets import Reading, read
from tui.text.segment import Segmenter


class Wanted(NamedTuple):
    """What is to be exported; an empty set means all.

    Attributes:
        unplaced: whether what has no reading range goes along, for piyue to read.
    """

    states: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    unplaced: bool = True


ALL = Wanted()


@dataclass
class Draft:
    """An article's record while it fills."""

    article: Article
    reading: Reading
    spans: list[SpanRecord] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    unplaced_spans: list[UnplacedSpan] = field(default_factory=list)
    unplaced_relations: list[Relation] = field(default_factory=list)


def records(
    documents: Iterable[Document],
    report: ExportReport,
    wanted: Wanted = ALL,
    segmenter: Segmenter | None = None,
) -> Iterator[ArticleRecord]:
    """Yield the wanted articles of each document in order, one document in memory at a time.

    Args:
        report: gets everything that a record does not show in its `spans` and `relations`.
        segmenter: cuts the words; without one, records have none.
    """
    for document in documents:
        for draft in _PageDrafts(document, wanted, report).drafts:
            report.seen["article"] += 1
            yield _record(document, draft, segmenter)


class _PageDrafts:
    """The drafts of one page, each span and relation put where it belongs."""

    def __init__(self, document: Document, wanted: Wanted, report: ExportReport) -> None:
        self.document, self.wanted, self.report = document, wanted, report
        chosen = [a for a in document.articles if self._is_wanted(a)]
        self.drafts = [Draft(article, read(document.page, article)) for article in chosen]
        self._by_article = {draft.article.id: draft for draft in self.drafts}
        self._borders = sorted(
            (start, end, article.id)
            for article in document.articles
            for block in article.blocks
            for start, end in block.segments
        )
        self._homes: dict[str, Draft] = {}
        self._placed: set[str] = set()
        self._spans()
        self._relations()
        self._progress()

    def _is_wanted(self, article: Article) -> bool:
        return not self.wanted.states or self.document.progress_of(article.id).state in self.wanted.states

    def _spans(self) -> None:
        labels = self.wanted.labels
        for span in self.document.spans:
            if not labels or span.label in labels:
                self._put(span)
        for span in self.document.orphans:
            if not labels or span.label in labels:
                self._set_aside(span, "orphan", self._first())

    def _put(self, span: Span) -> None:
        """Put a span into the article it begins in; not at all where that one is not wanted."""
        home = self._article_at(span.start)
        if home is None:
            self._set_aside(span, "furniture", self._first())
        elif draft := self._by_article.get(home):
            place = _place(draft.reading, span)
            if place is None:
                self._set_aside(span, "broken", draft)
            else:
                self._see(span)
                draft.spans.append(
                    SpanRecord.trusted(**fields_of(span) | {"start": place[0], "end": place[1]})
                )
                self._homes[span.id] = draft
                self._placed.add(span.id)

    def _set_aside(self, span: Span, why: Why, carrier: Draft | None) -> None:
        """Keep a span that has no reading range with the carrier, and say so."""
        if carrier is None and self._is_left_out():
            return
        self._see(span)
        if why == "broken":
            self.report.seen["segments"] += 1
        if carrier is not None:
            carrier.unplaced_spans.append(UnplacedSpan.trusted(**fields_of(span) | {"why": why}))
            self._homes.setdefault(span.id, carrier)
        is_shown = why != "orphan" and carrier is not None and _has_parts(carrier.reading, span)
        if self.wanted.unplaced or not is_shown:
            along: list[What] = [what for what in ("attributes", "note") if getattr(span, what)]
            if why == "broken":
                along.append("segments")
            self._lose("span", span.id, span.text, why, carrier is not None, *along)

    def _see(self, span: Span) -> None:
        self.report.seen["span"] += 1
        self.report.seen["attributes"] += bool(span.attributes)
        self.report.seen["note"] += bool(span.note)

    def _relations(self) -> None:
        for relation in self.document.relations:
            if self._is_wanted_relation(relation):
                self._relate(relation)

    def _is_wanted_relation(self, relation: Relation) -> bool:
        spans, labels = self.document.spans_by_id, self.wanted.labels
        ends = [spans.get(end) for end in (relation.head, relation.tail)]
        return not labels or all(end is None or end.label in labels for end in ends)

    def _relate(self, relation: Relation) -> None:
        head, tail = self._homes.get(relation.head), self._homes.get(relation.tail)
        if head is None and self._is_left_out():
            return
        self.report.seen["relation"] += 1
        if head is not None and head is tail and {relation.head, relation.tail} <= self._placed:
            head.relations.append(relation)
            return
        is_kept = head is not None and tail is not None and (self.wanted.unplaced or head is tail)
        if head is not None and is_kept:
            head.unplaced_relations.append(relation)
        if self.wanted.unplaced or not is_kept:
            self._lose("relation", relation.id, relation.label, "far", is_kept)

    def _progress(self) -> None:
        known = {article.id for article in self.document.articles}
        for key, progress in self.document.progress.items():
            if key not in known and not self.wanted.states:
                self._lose("state", key, progress.state, "gone", False)

    def _is_left_out(self) -> bool:
        """Tell whether things without a carrier were not asked for: states were, and no article has one."""
        return bool(self.wanted.states)

    def _first(self) -> Draft | None:
        return self.drafts[0] if self.drafts else None

    def _article_at(self, offset: int) -> str | None:
        index = bisect_right(self._borders, offset, key=lambda border: border[0]) - 1
        if index < 0 or offset >= self._borders[index][1]:
            return None
        return self._borders[index][2]

    def _lose(self, what: What, key: str, text: str, reason: str, kept: bool, *along: What) -> None:
        fate: Fate = "aside" if kept and self.wanted.unplaced else "lost"
        self.report.lose(Loss(what, key, text, self.document.page.id, reason, fate), *along)


def _has_parts(reading: Reading, span: Span) -> bool:
    """Tell whether all of a span stands in the reading text, if not in one piece."""
    parts = reading.project(span.segments)
    return "".join(reading.text[a:b] for a, b in parts) == span.text


def _place(reading: Reading, span: Span) -> Segment | None:
    """Return the reading range at which exactly the span's text stands, if there is one."""
    try:
        start, end = reading.to_reading(span.segments)
    except OffsetError:
        return None
    return (start, end) if reading.text[start:end] == span.text else None


def _record(document: Document, draft: Draft, segmenter: Segmenter | None) -> ArticleRecord:
    page, article, reading = document.page, draft.article, draft.reading
    progress = document.progress.get(article.id)
    return ArticleRecord.trusted(
        id=article.id,
        page=page.id,
        kind=article.kind,
        state=document.progress_of(article.id).state,
        annotator=document.annotator,
        text=reading.text,
        source=Source.trusted(path=page.path, sha256=page.sha256, encoding=page.encoding),
        blocks=tuple(
            BlockRecord.trusted(role=block.role, start=start, end=end, segments=block.segments)
            for block, (start, end) in zip(article.blocks, reading.blocks, strict=True)
        ),
        words=_words(document, reading, segmenter) if segmenter else (),
        spans=tuple(sorted(draft.spans, key=lambda span: (span.start, -span.end, span.id))),
        relations=tuple(draft.relations),
        progress=None if progress is None else _progress(progress),
        unplaced=Unplaced.trusted(
            spans=tuple(draft.unplaced_spans), relations=tuple(draft.unplaced_relations)
        ),
    )


def _words(document: Document, reading: Reading, segmenter: Segmenter) -> tuple[Segment, ...]:
    """Return the words of an article, with those that people corrected."""
    return tuple(corrected_words(reading, segmenter.words(reading.text), document.corrections.words))


def _progress(progress: Progress) -> ProgressRecord:
    fields = fields_of(progress)
    del fields["state"]
    return ProgressRecord.trusted(**fields)
