"""Merges what was read into a document: adds what is missing, never overwrites."""

from collections.abc import Container, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from tui.edit import AddAll, Change
from tui.edit.correct import SetWords
from tui.edit.values import MetricReader
from tui.formats.common.loss_report import ImportReport, Refusal, What
from tui.model import Document, LabelSet, Relation, RelationType, Segment, Span


class Taken(NamedTuple):
    """The document with what was added, and the relations whose ends may still come."""

    document: Document
    waiting: tuple[Relation, ...]


class DocumentMerger:
    """Collects what is added to the document of one page, and counts what is there or refused.

    What is added is put into the document at once when `document` is asked for.

    Args:
        labels: of the project; one beyond them is kept and counted.
        units: the project's beyond the known ones, by which another program's metrics are read.
        relations: the kinds of relations of the project; one beyond them is kept and counted.

    Attributes:
        metrics: reads the values of metrics.
        spans_by_id: all that there are, orphans too.
        spans_by_place: the same by label and segments.
        standing: the ids of those that are no orphans.
        relations_by_id: all that there are.
        links: label, head and tail of each of these.
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
        self.metrics = MetricReader(document, units)
        self._relation_types = {kind.id for kind in relations}
        self._document = document
        self._spans: list[Span] = []
        self._relations: list[Relation] = []
        self.spans_by_id = {span.id: span for span in (*document.orphans, *document.spans)}
        self.spans_by_place = {(span.label, span.segments): span for span in self.spans_by_id.values()}
        self.standing = set(document.spans_by_id)
        self.relations_by_id = {relation.id: relation for relation in document.relations}
        self.links = {(r.label, r.head, r.tail) for r in document.relations}

    @property
    def document(self) -> Document:
        """The document with all that was taken."""
        if self._spans or self._relations:
            change = AddAll(tuple(self._spans), tuple(self._relations))
            self._spans, self._relations = [], []
            self._document, _ = change.apply(self._document)
        return self._document

    @property
    def base(self) -> Document:
        """The document without the tags and relations that are still to be put into it."""
        return self._document

    def relate(self, relations: Sequence[Relation]) -> Taken:
        """Take relations; those without both ends are handed back."""
        waiting: list[Relation] = []
        for relation in relations:
            known = self.relations_by_id.get(relation.id)
            if known is not None:
                self.settle("relation", relation.id, relation.label, known == relation)
            elif {relation.head, relation.tail} <= self.standing:
                self.add_relation(relation)
            else:
                waiting.append(relation)
        return Taken(self.document, tuple(waiting))

    def add_span(self, span: Span) -> None:
        """Add a tag."""
        self._spans.append(span)
        self.spans_by_id[span.id] = span
        self.spans_by_place[span.label, span.segments] = span
        self.standing.add(span.id)
        self.report.added["span"] += 1
        self.count_label(span)

    def add_relation(self, relation: Relation) -> None:
        """Add a relation of tags that stand."""
        self._relations.append(relation)
        self.relations_by_id[relation.id] = relation
        self.links.add((relation.label, relation.head, relation.tail))
        self.report.added["relation"] += 1
        if self._relation_types and relation.label not in self._relation_types:
            self.report.unknown["relation", relation.label] += 1

    def count_label(self, span: Span) -> None:
        """Count a label that the project does not have."""
        if span.label not in self.labels.by_id:
            self.report.unknown["span", span.label] += 1

    def apply(self, change: Change, what: What) -> None:
        """Change something else of the document."""
        self._document, _ = change.apply(self._document)
        self.report.added[what] += 1

    def correct_words(self, words: tuple[tuple[Segment, ...], ...], there: int) -> None:
        """Take words that are others here; `there` counts those that are not."""
        self.report.there["word"] += there
        if words:
            self._document, _ = SetWords(words).apply(self._document)
            self.report.added["word"] += len(words)

    def settle(self, what: What, key: str, text: str, same: bool) -> None:
        """Count what has a known id as there, or refuse it where it is another thing."""
        if same:
            self.report.there[what] += 1
        else:
            self.refuse(what, key, text, "taken")

    def refuse(self, what: What, key: str, text: str, reason: str, detail: str = "") -> None:
        """Report something of this page as refused."""
        self.report.refuse(Refusal(what, key, text, self._document.page.id, reason, detail))


def made_id(said: str, taken: Container[str]) -> str:
    """Return an id made of what it stands for, longer where that one is another's."""
    digest = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return next(digest[:length] for length in range(12, 65) if digest[:length] not in taken)
