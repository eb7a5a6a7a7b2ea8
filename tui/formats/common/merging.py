"""Merges article records into a document: adds what is missing, never overwrites."""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from tui.edit import AddAll, Change, SetProgress
from tui.edit.correct import SetWords
from tui.edit.orphans import AddOrphan
from tui.edit.repair import SetReads
from tui.edit.values import MetricReader, with_value
from tui.formats.common.flat_article import Link, Mark
from tui.formats.common.loss_report import ImportReport, Refusal, What
from tui.formats.common.native_rows import place_of_reading
from tui.formats.common.native_schema import ArticleRecord, SpanRecord, UnplacedSpan
from tui.model import (
    Document,
    LabelSet,
    Progress,
    Relation,
    RelationType,
    Segment,
    Span,
    State,
    overlap,
    surface,
)
from tui.model.values import shared
from tui.text.offsets import read

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


class DocumentMerger:
    """Takes the records of one page into its document.

    What is added is collected, and put into the document at once when `document` is asked for.

    Args:
        labels: of the project; one beyond them is kept and counted.
        units: the project's beyond the known ones, by which another program's metrics are read.
        relations: the kinds of relations of the project; one beyond them is kept and counted.
    """

    def __init__(
        self,
        document: Document,
        labels: LabelSet,
        report: ImportReport,
        units: Mapping[str, str] | None = None,
        relations: Sequence[RelationType] = (),
    ) -> None:
        self.labels, self.report = labels, report
        self._metrics = MetricReader(document, units)
        self._relation_types = {kind.id for kind in relations}
        self._document = document
        self._spans: list[Span] = []
        self._relations: list[Relation] = []
        self._by_id = {span.id: span for span in (*document.orphans, *document.spans)}
        self._by_place = {(span.label, span.segments): span for span in self._by_id.values()}
        self._standing = set(document.spans_by_id)
        self._relations_by_id = {relation.id: relation for relation in document.relations}
        self._links = {(r.label, r.head, r.tail) for r in document.relations}

    @property
    def document(self) -> Document:
        """The document with all that was taken."""
        if self._spans or self._relations:
            change = AddAll(tuple(self._spans), tuple(self._relations))
            self._spans, self._relations = [], []
            self._document, _ = change.apply(self._document)
        return self._document

    def take(self, records: Sequence[ArticleRecord]) -> Taken:
        """Take spans, states, then relations; those without both ends are handed back."""
        for record in records:
            for span in record.spans:
                self._span(_span(span), record)
            for unplaced in record.unplaced.spans:
                self._unplaced(unplaced, record)
            self._state(record)
            self._readings(record)
        relations = [r for record in records for r in (*record.relations, *record.unplaced.relations)]
        return self.relate(relations)

    def relate(self, relations: Sequence[Relation]) -> Taken:
        """Take relations; those without both ends are handed back."""
        waiting: list[Relation] = []
        for relation in relations:
            known = self._relations_by_id.get(relation.id)
            if known is not None:
                self._settle("relation", relation.id, relation.label, known == relation)
            elif {relation.head, relation.tail} <= self._standing:
                self._add_relation(relation)
            else:
                waiting.append(relation)
        return Taken(self.document, tuple(waiting))

    def adopt(self, found: Sequence[Adopted], links: Sequence[Link], when: datetime) -> None:
        """Take what another program said of an article: a tag is there if its label and place are.

        Args:
            found: tags at their segments.
            links: between the ids that these have in the other program.
        """
        ids: dict[str, str] = {}
        for adopted in found:
            known = self._by_place.get((adopted.mark.label, adopted.segments))
            said = self._adopted(adopted, when)
            span = with_value(said, self.labels, self._metrics)
            ids[adopted.mark.id] = (known or span).id
            if known is None:
                self._add_span(span)
            else:
                same = _says_no_more(said, known) or _says_no_more(span, known)
                self._settle("span", span.id, span.text, same)
        self._link(
            [link._replace(head=ids.get(link.head, ""), tail=ids.get(link.tail, "")) for link in links]
        )

    def _adopted(self, adopted: Adopted, when: datetime) -> Span:
        mark, segments = adopted.mark, adopted.segments
        taken = self._by_id
        keeps_id = adopted.keeps_id and mark.id and mark.id not in taken
        return Span(
            id=mark.id if keeps_id else _made_id(f"{mark.label}\0{segments}", taken),
            label=mark.label,
            segments=segments,
            text=surface(self._document.page.text, segments),
            attributes=mark.attributes,
            note=mark.note,
            origin="import",
            score=mark.score,
            created=when,
            updated=when,
        )

    def _link(self, links: Sequence[Link]) -> None:
        for link in links:
            if link[1:] in self._links:
                self.report.there["relation"] += 1
            elif not {link.head, link.tail} <= self._standing:
                self.refuse("relation", link.id, link.label, "ends")
            else:
                taken = self._relations_by_id
                key = link.id if link.id and link.id not in taken else _made_id("\0".join(link[1:]), taken)
                self._add_relation(Relation(id=key, label=link.label, head=link.head, tail=link.tail))

    def set_state(self, article: str, state: State) -> None:
        """Take how far an article is, where the project says nothing of it."""
        known = self._document.progress.get(article)
        if known is None and state != "todo":
            self._apply(SetProgress(article=article, progress=Progress(state=state)), "state")
        elif known is not None:
            self._settle("state", article, state, known.state == state)

    def correct_words(self, words: tuple[tuple[Segment, ...], ...], there: int) -> None:
        """Take words that are others here; `there` counts those that are not."""
        self.report.there["word"] += there
        if words:
            self._document, _ = SetWords(words).apply(self._document)
            self.report.added["word"] += len(words)

    def refuse(self, what: What, key: str, text: str, reason: str, detail: str = "") -> None:
        """Report something of this page as refused."""
        self.report.refuse(Refusal(what, key, text, self._document.page.id, reason, detail))

    def _span(self, span: Span, record: ArticleRecord) -> None:
        if not self._is_new(span):
            return
        page = self._document.page
        if surface(page.text, span.segments) == span.text:
            self._add_span(span)
        else:
            reason = "quote" if record.source.sha256 == page.sha256 else "source"
            self.refuse("span", span.id, span.text, reason, str(list(span.segments)))

    def _unplaced(self, unplaced: UnplacedSpan, record: ArticleRecord) -> None:
        span = _span(unplaced)
        if unplaced.why != "orphan" or surface(self._document.page.text, span.segments) == span.text:
            self._span(span, record)
        elif self._is_new(span):
            self._apply(AddOrphan(span=span), "span")
            self._by_id[span.id] = span
            self._count_label(span)

    def _is_new(self, span: Span) -> bool:
        """Tell whether the span's id is free; else count it as there, or refuse it."""
        known = self._by_id.get(span.id)
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

    def _add_span(self, span: Span) -> None:
        self._spans.append(span)
        self._by_id[span.id] = span
        self._by_place[span.label, span.segments] = span
        self._standing.add(span.id)
        self.report.added["span"] += 1
        self._count_label(span)

    def _add_relation(self, relation: Relation) -> None:
        self._relations.append(relation)
        self._relations_by_id[relation.id] = relation
        self._links.add((relation.label, relation.head, relation.tail))
        self.report.added["relation"] += 1
        if self._relation_types and relation.label not in self._relation_types:
            self.report.unknown["relation", relation.label] += 1

    def _count_label(self, span: Span) -> None:
        if span.label not in self.labels.by_id:
            self.report.unknown["span", span.label] += 1

    def _state(self, record: ArticleRecord) -> None:
        """Take how far the article is, where the project says nothing of it."""
        if record.progress is None and record.state == "todo":
            return
        fields = {} if record.progress is None else shared(record.progress, Progress)
        progress = Progress(**fields | {"state": record.state})
        article = self._article(record)
        if article is None:
            self.refuse("state", record.id, record.state, "article")
        elif (known := self._document.progress.get(article)) is None:
            self._apply(SetProgress(article=article, progress=progress), "state")
        else:
            said, wanted = (
                (each.state, each.note, {name: {*values} for name, values in each.labels.items()})
                for each in (known, progress)
            )
            same = said == wanted
            self._settle("state", record.id, record.state, same)

    def _readings(self, record: ArticleRecord) -> None:
        """Take what misread text should read, where the project says nothing of the place."""
        if not record.readings:
            return
        key = self._article(record)
        article = next((one for one in self._document.articles if one.id == key), None)
        reading = None if article is None else read(self._document.page, article)
        for said in record.readings:
            place = None if reading is None else place_of_reading(said, record, reading)
            if place is None:
                self.refuse("reading", record.id, said.text, "blocks")
                continue
            pins = self._document.corrections.reads
            known = [pin for pin in pins if overlap(pin.segments, place)]
            if not known:
                self._apply(SetReads((place,), said.reads), "reading")
            else:
                same = [(pin.segments, pin.reads) for pin in known] == [(place, said.reads)]
                self._settle("reading", record.id, said.text, same)

    def _article(self, record: ArticleRecord) -> str | None:
        """Return the article that begins where the record's does: borders may have been drawn anew."""
        start = min(block.segments[0][0] for block in record.blocks)
        return next((article.id for article in self._document.articles if article.start == start), None)

    def _apply(self, change: Change, what: What) -> None:
        self._document, _ = change.apply(self._document)
        self.report.added[what] += 1


def _span(record: SpanRecord | UnplacedSpan) -> Span:
    """Return a record's span: what belongs to the export, or to the file it will be saved in, is left out."""
    unknown = {name: said for name, said in record.unknown.items() if name not in ("lost", "anchor")}
    return Span(**shared(record, Span) | {"unknown": unknown})


def _says_no_more(span: Span, known: Span) -> bool:
    """Tell whether all that an imported tag says is said by the one that is there."""
    return all(getattr(span, name) in (getattr(known, name), {}, "") for name in SAID)


def _made_id(said: str, taken: Container[str]) -> str:
    """Return an id made of what it stands for, longer where that one is another's."""
    digest = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return next(digest[:length] for length in range(12, 65) if digest[:length] not in taken)
