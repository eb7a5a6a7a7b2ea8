"""From article records to a document: what is missing is added, what is there is never overwritten."""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from tui.edit import AddRelation, AddSpan, Change, SetProgress
from tui.edit.correct import SetWords
from tui.edit.orphans import AddOrphan
from tui.edit.values import with_value
from tui.formats.common.flat_article import Link, Mark
from tui.formats.common.loss_report import ImportReport, Refusal, What
from tui.formats.common.native_schema import ArticleRecord, SpanRecord, UnplacedSpan
from tui.model import Document, LabelSet, Progress, Relation, Segment, Span, State, surface
from tui.model.values import shared

CONTENT = ("label", "segments", "text", "attributes", "note")
"""What makes two spans with one id the same; who and when do not."""


SAID = ("attributes", "note")
"""What must not be otherwise where another program's tag is there already; saying nothing is allowed."""


class Adopted(NamedTuple):
    """What another program tagged, at its source segments; whether its id is one of ours to keep."""

    mark: Mark
    segments: tuple[Segment, ...]
    keeps_id: bool


class Taken(NamedTuple):
    """The document with what was added, and the relations whose ends may still come."""

    document: Document
    waiting: tuple[Relation, ...]


class Intake:
    """Takes the records of one page into its document.

    Args:
        labels: of the project; a label beyond them is kept and remarked on.
        units: the project's beyond the known ones, by which another program's metrics are read.
    """

    def __init__(
        self,
        document: Document,
        labels: LabelSet,
        report: ImportReport,
        units: Mapping[str, str] | None = None,
    ) -> None:
        self.document, self.labels, self.report, self.units = document, labels, report, units

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

    def adopt(self, found: Sequence[Adopted], links: Sequence[Link], when: datetime) -> None:
        """Take what another program said of an article: a tag is there if its label and place are.

        Args:
            found: tags at their segments.
            links: between the ids that these have in the other program.
        """
        there = {(span.label, span.segments): span for span in (*self.document.orphans, *self.document.spans)}
        ids: dict[str, str] = {}
        for adopted in found:
            known = there.get((adopted.mark.label, adopted.segments))
            span = self._adopted(adopted, when)
            ids[adopted.mark.id] = (known or span).id
            if known is not None:
                same = all(
                    getattr(known, name) == getattr(span, name) or not getattr(span, name) for name in SAID
                )
                self._settle("span", span.id, span.text, same)
                continue
            self._apply(AddSpan(span=with_value(span, self.labels, self.units)), "span")
            self._look_at_label(span)
            there[span.label, span.segments] = span
        self._link(
            [link._replace(head=ids.get(link.head, ""), tail=ids.get(link.tail, "")) for link in links]
        )

    def _adopted(self, adopted: Adopted, when: datetime) -> Span:
        mark, segments = adopted.mark, adopted.segments
        said = f"{mark.label}\0{segments}"
        taken = self.document.spans_by_id.keys() | {span.id for span in self.document.orphans}
        return Span(
            id=mark.id if adopted.keeps_id and mark.id not in taken else _made_id(said, taken),
            label=mark.label,
            segments=segments,
            text=surface(self.document.page.text, segments),
            attributes=mark.attributes,
            note=mark.note,
            origin="import",
            score=mark.score,
            created=when,
            updated=when,
        )

    def _link(self, links: Sequence[Link]) -> None:
        there = {(r.label, r.head, r.tail) for r in self.document.relations}
        for link in links:
            if link[1:] in there:
                self.report.there["relation"] += 1
            elif not {link.head, link.tail} <= self.document.spans_by_id.keys():
                self.refuse("relation", link.id, link.label, "ends")
            else:
                taken = {r.id for r in self.document.relations}
                key = link.id if link.id and link.id not in taken else _made_id("\0".join(link[1:]), taken)
                relation = Relation(id=key, label=link.label, head=link.head, tail=link.tail)
                self._apply(AddRelation(relation=relation), "relation")
                there.add(link[1:])

    def set_state(self, article: str, state: State) -> None:
        """Take how far an article is, where the project says nothing of it."""
        known = self.document.progress.get(article)
        if known is None and state != "todo":
            self._apply(SetProgress(article=article, progress=Progress(state=state)), "state")
        elif known is not None:
            self._settle("state", article, state, known.state == state)

    def correct_words(self, words: tuple[tuple[Segment, ...], ...], there: int) -> None:
        """Take words that are others here; `there` counts those that are not."""
        self.report.there["word"] += there
        if words:
            self.document, _ = SetWords(words).apply(self.document)
            self.report.added["word"] += len(words)

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
        fields = {} if record.progress is None else shared(record.progress, Progress)
        progress = Progress(**fields | {"state": record.state})
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
    """Return a record's span: what belongs to the export, or to the file it will be saved in, is left out."""
    unknown = {name: said for name, said in record.unknown.items() if name not in ("lost", "anchor")}
    return Span(**shared(record, Span) | {"unknown": unknown})


def _made_id(said: str, taken: Container[str]) -> str:
    """Return an id made of what it stands for, longer where that one is another's."""
    digest = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return next(digest[:length] for length in range(12, 65) if digest[:length] not in taken)
