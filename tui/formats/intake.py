"""From article records to a document: what is missing is added, what is there is never overwritten."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.edit import AddRelation, AddSpan, Change, SetProgress
from tui.edit.orphans import AddOrphan
from tui.formats.report import ImportReport, Refusal, What
from tui.formats.shape import ArticleRecord, SpanRecord, UnplacedSpan, fields_of
from tui.model import Document, LabelSet, Progress, Relation, Span, surface

CONTENT = ("label", "segments", "text", "attributes", "note")
"""What makes two spans with one id the same; who and when do not."""


class Taken(NamedTuple):
    """The document with what was added, and the relations whose ends may still come."""

    document: Document
    waiting: tuple[Relation, ...]


class Intake:
    """Takes the records of one page into its document.

    Args:
        labels: of the project; a label beyond them is kept and remarked on.
    """

    def __init__(self, document: Document, labels: LabelSet, report: ImportReport) -> None:
        self.document, self.labels, self.report = document, labels, report

    def take(self, records: Sequence[ArticleRecord]) -> Taken:
        """Take spans, states, then relations; those without both ends are handed back."""
        for record in records:
            for span in record.spans:
                self._span(_span(span), record)
            for unplaced in record.unplaced.spans:
                self._unplaced(unplaced, record)
            self._state(record)
        relations = [r for record in records for r in (*record.relations, *record.unplaced.relations)]
        return self.relate(relations)

    def relate(self, relations: Sequence[Relation]) -> Taken:
        """Take relations; those without both ends are handed back."""
        known = {relation.id: relation for relation in self.document.relations}
        waiting: list[Relation] = []
        for relation in relations:
            if relation.id in known:
                self._settle("relation", relation.id, relation.label, known[relation.id] == relation)
            elif {relation.head, relation.tail} <= self.document.spans_by_id.keys():
                self._apply(AddRelation(relation=relation), "relation")
                known[relation.id] = relation
            else:
                waiting.append(relation)
        return Taken(self.document, tuple(waiting))

    def refuse(self, what: What, key: str, text: str, reason: str, detail: str = "") -> None:
        """Report something of this page as refused."""
        self.report.refuse(Refusal(what, key, text, self.document.page.id, reason, detail))

    def _span(self, span: Span, record: ArticleRecord) -> None:
        if not self._is_new(span):
            return
        if surface(self.document.page.text, span.segments) != span.text:
            same = record.source.sha256 == self.document.page.sha256
            self.refuse("span", span.id, span.text, "quote" if same else "source", str(list(span.segments)))
            return
        self._apply(AddSpan(span=span), "span")
        self._look_at_label(span)

    def _unplaced(self, unplaced: UnplacedSpan, record: ArticleRecord) -> None:
        span = _span(unplaced)
        if unplaced.why != "orphan" or surface(self.document.page.text, span.segments) == span.text:
            self._span(span, record)
        elif self._is_new(span):
            self._apply(AddOrphan(span=span), "span")
            self._look_at_label(span)

    def _is_new(self, span: Span) -> bool:
        """Tell whether the span's id is free; else count it as there, or refuse it."""
        orphans = (orphan for orphan in self.document.orphans if orphan.id == span.id)
        known = self.document.spans_by_id.get(span.id) or next(orphans, None)
        if known is not None:
            same = all(getattr(known, name) == getattr(span, name) for name in CONTENT)
            self._settle("span", span.id, span.text, same)
        return known is None

    def _settle(self, what: What, key: str, text: str, same: bool) -> None:
        """Count what has a known id as there, or refuse it where it is another thing."""
        if same:
            self.report.there[what] += 1
        else:
            self.refuse(what, key, text, "taken")

    def _look_at_label(self, span: Span) -> None:
        if span.label not in self.labels.by_id:
            page = self.document.page.id
            self.report.remark(Refusal("span", span.id, span.text, page, "label", span.label))

    def _state(self, record: ArticleRecord) -> None:
        """Take how far the article is, where the project says nothing of it."""
        if record.progress is None and record.state == "todo":
            return
        fields = {} if record.progress is None else fields_of(record.progress)
        progress = Progress.trusted(**fields | {"state": record.state})
        article = self._article(record)
        if article is None:
            self.refuse("state", record.id, record.state, "article")
        elif (known := self.document.progress.get(article)) is None:
            self._apply(SetProgress(article=article, progress=progress), "state")
        else:
            same = (known.state, known.note) == (progress.state, progress.note)
            self._settle("state", record.id, record.state, same)

    def _article(self, record: ArticleRecord) -> str | None:
        """Return the article that begins where the record's does: borders may have been drawn anew."""
        start = min(block.segments[0][0] for block in record.blocks)
        return next((article.id for article in self.document.articles if article.start == start), None)

    def _apply(self, change: Change, what: What) -> None:
        self.document, _ = change.apply(self.document)
        self.report.added[what] += 1


def _span(record: SpanRecord | UnplacedSpan) -> Span:
    """Return a record's span: what belongs to the export alone is left out."""
    fields = fields_of(record)
    for name in ("start", "end", "why"):
        fields.pop(name, None)
    return Span.trusted(**fields)
