"""Import: records go where they come from, texts of other programs to the articles that they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tui.errors import FormatError, PiyueError
from tui.formats.common.article_matching import (
    Known,
    Map,
    Texts,
    is_changed,
    mapped,
    reading_of,
    shown,
)
from tui.formats.common.flat_article import FlatArticle, Link, Mark
from tui.formats.common.grouping import grouped
from tui.formats.common.imported_words import are_characters, others
from tui.formats.common.loss_report import ImportReport, Refusal
from tui.formats.common.merging import Adopted, DocumentMerger
from tui.formats.common.native_schema import ArticleRecord
from tui.formats.common.not_read import NotReadError
from tui.formats.registry import Format, Holds, format_named
from tui.model import Document, Relation, surface
from tui.model.page import PageLayout
from tui.operations.events import Event, Failed, Refused, Remarked
from tui.operations.input_files import articles_in
from tui.operations.pages import bulk_segmenter, divided
from tui.store.files.predictions import Prediction, add_predictions
from tui.store.project import ANNOTATIONS, Project
from tui.store.sources.imported import ImportedText, is_writable
from tui.text.correct import corrected_words
from tui.text.offsets import Reading, read
from tui.text.segment import Segmenter

EQUIVALENCE = "Equiv"
"""The label of what a format says is the same; a relation where the project has one that is called so."""
MOST_TEXTS, MOST_CHARACTERS = 2000, 4_000_000
"""So many new texts are in memory, and in one file."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What is imported, and how.

    Attributes:
        annotator: whose all of it becomes; None: whose the files say, else who works here.
        labels: what labels are called here; an empty name leaves one out.
        layout: of new pages.
        article_per: what makes an article in a file of sentences; empty: as the file says.
    """

    format: str
    paths: tuple[Path, ...]
    annotator: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    layout: PageLayout = "document"
    article_per: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """The import is done; the report has its counts."""

    report: ImportReport


class Placed(NamedTuple):
    """An article that was read, and which of the project's it is; whether it says the same."""

    known: Known
    article: FlatArticle
    is_same: bool


def import_files(project: Project, options: ImportOptions) -> Iterator[Event | Imported]:
    """Add what is missing; yield what is refused, remarked on, and cannot be used, at last the counts.

    Raises:
        FormatError: the format cannot be read, or not so.
    """
    row = format_named(options.format)
    if options.article_per and not row.has_sentences:
        raise FormatError("import.no_sentences", format=row.name)
    if not row.reads:
        raise FormatError("import.no_reader", format=row.name)
    row.load()
    importer = _Importer(project, row, options)
    for path in options.paths:
        yield from importer.take_file(path)
    yield from importer.relate()
    yield Imported(importer.report)


class _Importer:
    """Takes articles page by page, and remembers the relations whose ends may come with a later one."""

    def __init__(self, project: Project, row: Format, options: ImportOptions) -> None:
        self.project, self.row, self.options = project, row, options
        self._events: list[Event] = []
        self.report = ImportReport(
            lambda refusal: self._events.append(Refused(refusal)),
            lambda remark: self._events.append(Remarked(remark)),
        )
        self._waiting: dict[tuple[str, str], list[Relation]] = {}
        self._texts: Texts | None = None
        self._batch = project.text_batch()
        self._has_equivalence = any(kind.id == EQUIVALENCE for kind in project.settings.relations)

    def take_file(self, path: Path) -> Iterator[Event]:
        """Take what is in a file or folder."""
        placed: list[Placed] = []
        for article in self._read(path):
            if self._texts is None and article.record is None:
                yield from self._know_texts()
            if (known := self._place(article)) is not None:
                is_same = self._texts is None or self._texts.has(known, article.text)
                placed.append(Placed(known, article, is_same))
            if len(placed) >= MOST_TEXTS or self._batch.characters >= MOST_CHARACTERS:
                self._settle(placed)
                placed = []
            yield from self._told()
        self._settle(placed)
        yield from self._told()

    def relate(self) -> Iterator[Event]:
        """Take the relations that waited; those whose ends never came are refused."""
        waiting, self._waiting = self._waiting, {}
        for (page, annotator), relations in waiting.items():
            self._work(page, annotator, [], relations)
        for (page, _), relations in self._waiting.items():
            for relation in relations:
                self.report.refuse(Refusal("relation", relation.id, relation.label, page, "ends"))
        yield from self._told()

    def _told(self) -> list[Event]:
        """Return what there is to tell since the last time."""
        events, self._events = self._events, []
        return events

    def _refuse(self, error: PiyueError) -> None:
        """Count what a file holds and cannot be taken, or is not read."""
        if isinstance(error, NotReadError):
            self.report.unread[error.kind, error.name] += error.count
            return
        self.report.refused[error.values.get("what", "article")] += 1
        self._events.append(Failed(error))

    def _read(self, path: Path) -> Iterator[FlatArticle]:
        """Yield the articles in a file or folder; what cannot be read is refused and the next one read."""
        per = self.options.article_per
        for articles in articles_in(self.row, path, self._refuse):
            if self._texts is not None:
                self._texts.begin()
            yield from grouped(articles, per, self._refuse) if per else articles

    def _know_texts(self) -> Iterator[Event]:
        """Look at all texts of the project."""
        self._texts = Texts()
        for found in divided(self.project):
            if isinstance(found, tuple):
                page, division = found
                self._texts.add(page, division.articles)
            else:
                yield found

    def _who(self, article: FlatArticle) -> str:
        return self.options.annotator or article.annotator or self.project.annotator

    def _place(self, article: FlatArticle) -> Known | None:
        """Return the page and article that an article is of; a text that the project lacks becomes a page."""
        if article.record is not None:
            return Known(article.page, article.id)
        assert self._texts is not None
        found = self._find(article) or self._changed(article)
        if found is not None:
            self.report.there["article"] += self._texts.has(found, article.text)
            return found
        if not is_writable(article.text):
            self._refuse(FormatError("import.no_text", name=article.name or "-", what="article"))
            return None
        self.report.added["article"] += 1
        return self._add_page(article) if self.options.layout == "newspaper" else self._add_text(article)

    def _find(self, article: FlatArticle) -> Known | None:
        """Return the article that a text is, by its name or by what it says."""
        assert self._texts is not None
        if article.part and (known := self._texts.named(article.id)) is not None:
            return known
        return self._texts.find(article.id or article.name, article.text, self._who(article))

    def _changed(self, article: FlatArticle) -> Known | None:
        """Return the article of which a text is a changed version."""
        assert self._texts is not None
        for known in self._texts.alike(article.name, article.text):
            page = self.project.page(known.page)
            reading = reading_of(page, self.project.division(page).articles, known)
            if is_changed(article.text, reading.text):
                return known
        return None

    def _add_text(self, article: FlatArticle) -> Known:
        assert self._texts is not None
        about = {name: said for name, said in article.about.items() if said}
        text = ImportedText(article.text, article.external_id, about, article.sentences, article.tokens)
        page = self._batch.add(text)
        known = Known(page, f"{page}#1")
        self._texts.add_new(known, article.text, article.external_id)
        self._texts.find("", article.text, self._who(article))  # it is taken
        return known

    def _add_page(self, article: FlatArticle) -> Known | None:
        assert self._texts is not None
        name = f"import-{sha256(article.text.encode()).hexdigest()[:12]}"
        try:
            page = self.project.add_page(name, article.text)
        except PiyueError as error:
            self._refuse(error)
            self.report.added["article"] -= 1
            return None
        self._texts.add(page, self.project.division(page).articles)
        return self._texts.find(article.name, article.text, self._who(article))

    def _settle(self, placed: Sequence[Placed]) -> None:
        """Write the new texts, then take what is said of all; neighbours of one page are saved together."""
        if self._batch:
            batch, self._batch = self._batch, self.project.text_batch()
            self.project.add_texts(batch)
        for (page, annotator), group in groupby(
            placed, key=lambda pair: (pair.known.page, self._who(pair.article))
        ):
            self._work(page, annotator, list(group), [])

    def _work(
        self, page: str, annotator: str, placed: Sequence[Placed], relations: Sequence[Relation]
    ) -> None:
        said = [pair for pair in placed if not pair.is_same or _says_something(pair.article)]
        if not said and not relations:
            return
        settings, added = self.project.settings, self.report.added.copy()
        try:
            document = self.project.document(page, annotator)
            merger = DocumentMerger(document, settings.labels, self.report, settings.relations)
            records = [self._relabelled(pair.article.record) for pair in said if pair.article.record]
            waiting = merger.take(records).waiting if records else merger.relate(relations).waiting
            for pair in said:
                if pair.article.record is None:
                    self._adopt(merger, document, pair)
            if merger.document is not document:
                self.project.save(merger.document)
        except PiyueError as error:
            self.report.added = added
            self._refuse(error)
            return
        if waiting:
            self._waiting.setdefault((page, annotator), []).extend(waiting)

    def _relabelled(self, record: ArticleRecord) -> ArticleRecord:
        names = self.options.labels
        if not names:
            return record
        spans = [span.replaced(label=names.get(span.label, span.label)) for span in record.spans]
        relations = [r.replaced(label=names.get(r.label, r.label)) for r in record.relations]
        return record.replaced(
            spans=tuple(span for span in spans if span.label),
            relations=tuple(relation for relation in relations if relation.label),
        )

    def _adopt(self, merger: DocumentMerger, document: Document, placed: Placed) -> None:
        """Take what another program said of an article."""
        known, article, _ = placed
        reading = reading_of(document.page, document.articles, known)
        across = Holds.SEGMENTS in self.row.holds
        found = mapped(article.text, reading, known, across=across, part=article.part, offset=article.offset)
        if not isinstance(found, Map):
            detail = f"{found.offset}: “{found.here}” / “{found.there}”"
            name = known.article or known.page
            self.report.refuse(Refusal("article", name, article.text[:20], known.page, "text", detail))
            return
        readings = () if known.article else [read(document.page, each) for each in document.articles]
        keeps = Holds.IDS in self.row.holds
        adopted = []
        for mark in self._kept(merger, article.marks):
            segments = found.segments(mark.parts)
            if segments and readings:
                segments = shown(segments, readings, across=across)
            if segments:
                adopted.append(Adopted(mark, segments, keeps))
            else:
                merger.refuse("span", mark.id, mark.text_in(article.text), "blocks")
        merger.adopt(adopted, list(self._kept_links(article.links)), datetime.now(UTC))
        if article.state and known.article:
            merger.set_state(known.article, article.state)
        if article.words:
            self._correct_words(merger, reading, found, article)
        self._propose(document, found, article)

    def _propose(self, document: Document, places: Map, article: FlatArticle) -> None:
        """Keep what another program's model guessed as proposals; never as tags."""
        guesses = []
        for mark in article.proposals:
            label = self.options.labels.get(mark.label, mark.label)
            segments = places.segments(mark.parts)
            if label and segments:
                text = surface(document.page.text, segments)
                guesses.append(Prediction(label, segments, text, mark.score, mark.note))
            else:
                self.report.unread["prediction", ""] += 1
        if guesses:
            folder = self.project.root / ANNOTATIONS
            self.report.proposals += add_predictions(folder, document.page, guesses)

    def _correct_words(
        self, merger: DocumentMerger, reading: Reading, places: Map, article: FlatArticle
    ) -> None:
        """Take the words of an article that are others here."""
        document = merger.document
        if are_characters(article.words):
            shown_text = article.text[:20]
            self.report.remark(Refusal("article", article.name, shown_text, document.page.id, "characters"))
            return
        found = {word: places.segments((word,)) for word in article.words}
        for (start, end), place in found.items():
            if not place:
                merger.refuse("word", f"{start}:{end}", article.text[start:end], "blocks")
        cut = self._segmenter.words(reading.text)
        known = corrected_words(reading, cut, document.corrections.words)
        standing = [place for place in found.values() if place]
        fresh = others(standing, reading, known, [span.segments for span in document.spans])
        merger.correct_words(fresh, len(standing) - len(fresh))

    @cached_property
    def _segmenter(self) -> Segmenter:
        return bulk_segmenter(self.project)

    def _kept(self, merger: DocumentMerger, marks: Iterable[Mark]) -> Iterator[Mark]:
        """Yield marks by the names that labels have here; those that `labels` leaves out are counted."""
        names = self.options.labels
        for mark in marks:
            if not mark.label:
                merger.refuse("span", mark.id, "", "no_label")
            elif label := names.get(mark.label, mark.label):
                yield mark._replace(label=label) if names else mark
            else:
                self.report.left_out[mark.label] += 1

    def _kept_links(self, links: Iterable[Link]) -> Iterator[Link]:
        names = self.options.labels
        for link in links:
            label = names.get(link.label, link.label)
            if link.label == EQUIVALENCE and label == EQUIVALENCE and not self._has_equivalence:
                self.report.unread["equivalence", ""] += 1
            elif label:
                yield link._replace(label=label)
            else:
                self.report.left_out[link.label] += 1


def _says_something(article: FlatArticle) -> bool:
    """Tell whether there is anything to be taken beside the text."""
    return bool(
        article.record
        or article.marks
        or article.links
        or article.words
        or article.state
        or article.proposals
    )
