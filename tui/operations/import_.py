"""Import: adds records to their pages, and foreign texts to matching articles or new pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from tui.errors import FormatError, NotFoundError, PiyueError
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.grouping import grouped
from tui.formats.common.loss_report import ImportReport, Refusal, What
from tui.formats.common.merging import DocumentMerger
from tui.formats.common.not_read import NotReadError
from tui.formats.common.record_merging import merge_records
from tui.formats.format import Format
from tui.formats.registry import format_named
from tui.model import Document, Relation
from tui.model.page import PageLayout
from tui.operations.events import Event, Failed, Refused, Remarked
from tui.operations.import_articles import ArticleTaker
from tui.operations.import_places import Placed, PlaceFinder
from tui.operations.input_files import articles_in
from tui.operations.new_documents import NewDocuments
from tui.store.beneath import refuse_links_out
from tui.store.project import ANNOTATIONS, Project

_ROW = re.compile(r":[0-9]+$")
"""Behind the path of a table: the row."""
MOST_TEXTS = 500
"""So many texts are in memory, and as many are being saved."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What is imported, and how.

    Attributes:
        annotator: whose all of it becomes; None: whose the files say, else who works here.
        labels: what labels are called here; an empty name leaves one out. Of tags that are numbers, by their
            number, what they mean: `B-ORG`, `O`.
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


def import_files(project: Project, options: ImportOptions) -> Iterator[Event | Imported]:
    """Add what is missing; yield what is refused, remarked on, and cannot be used, at last the counts.

    Raises:
        FormatError: the format cannot be read, or not so.
        StoreError: the annotations are a link out of the project.
    """
    row = format_named(options.format)
    if options.article_per and not row.has_sentences:
        raise FormatError("import.no_sentences", format=row.name)
    if not row.reads:
        raise FormatError("import.no_reader", format=row.name)
    row.load()
    if project.server is None:  # said before any page is made
        refuse_links_out(project.root / ANNOTATIONS / (options.annotator or project.annotator))
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
        self._new = NewDocuments(project, self._not_saved)
        self._places = PlaceFinder(project, options.layout, self.report, self._refuse)
        self._taker = ArticleTaker(project, row.holds, options.labels, self.report)

    def take_file(self, path: Path) -> Iterator[Event]:
        """Take what is in a file or folder."""
        placed: list[Placed] = []
        for article in self._read(path):
            if article.record is None:
                yield from self._places.read_project()
            if (place := self._places.place(article, self._who(article))) is not None:
                placed.append(place)
            if len(placed) >= MOST_TEXTS or self._places.is_full:
                self._settle(placed)
                self._new.begin()
                placed = []
            yield from self._told()
        self._settle(placed)
        self._new.finish()
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
        names = {int(name): to for name, to in self.options.labels.items() if name.isdecimal()}
        for articles in articles_in(self.row, path, self._refuse, names):
            self._places.begin_file(path)
            yield from grouped(articles, per, self._refuse) if per else articles

    def _who(self, article: FlatArticle) -> str:
        return self.options.annotator or article.annotator or self.project.annotator

    def _settle(self, placed: Sequence[Placed]) -> None:
        """Write the new texts, then take what is said of all; neighbours of one page are taken together."""
        self._places.write()
        for (page, annotator), group in groupby(
            placed, key=lambda pair: (pair.known.page, self._who(pair.article))
        ):
            self._work(page, annotator, list(group), [])
        self._places.new_pages.clear()

    def _save(self, document: Document, added: Counter[What]) -> None:
        """Save a document to which so much was added; those of new pages are saved together, later."""
        if document.page.id in self._places.new_pages:
            self._places.new_pages.remove(document.page.id)
            self._new.add(document, added)
        else:
            self.project.save(document)

    def _not_saved(self, added: Counter[What], error: PiyueError) -> None:
        self.report.added -= added
        self._refuse(error)

    def _work(
        self, page: str, annotator: str, placed: Sequence[Placed], relations: Sequence[Relation]
    ) -> None:
        said = [pair for pair in placed if not pair.is_same or _says_something(pair.article)]
        if not said and not relations:
            return
        if self._new.has(page):
            self._new.finish()
        settings, added = self.project.settings, self.report.added.copy()
        try:
            document = self.project.document(page, annotator)
            merger = DocumentMerger(
                document, settings.labels, self.report, settings.units, settings.relations
            )
            records = [self._taker.relabelled(pair.article.record) for pair in said if pair.article.record]
            taken = merge_records(merger, records) if records else merger.relate(relations)
            for pair in said:
                if pair.article.record is None:
                    self._taker.adopt(merger, document, pair)
            if merger.document is not document:
                self._save(merger.document, self.report.added - added)
        except PiyueError as error:
            self.report.added = added
            is_missing = isinstance(error, NotFoundError)
            self._refuse(_no_page(page, placed) if is_missing else error)
            return
        if taken.waiting:
            self._waiting.setdefault((page, annotator), []).extend(taken.waiting)


def _no_page(page: str, placed: Iterable[Placed]) -> FormatError:
    """Return what to say of a page that the project lacks; the records know its file."""
    files = (pair.article.record.source.path for pair in placed if pair.article.record)
    return FormatError("import.no_page", page=page, file=_ROW.sub("", next(files, "seeds/")))


def _says_something(article: FlatArticle) -> bool:
    """Tell whether there is anything to be taken beside the text."""
    return bool(
        article.record
        or article.marks
        or article.links
        or article.words
        or article.state
        or article.labels
        or article.proposals
    )
