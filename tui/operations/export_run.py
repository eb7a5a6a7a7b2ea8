"""The run of an export: from the documents of a project to the sinks of its files."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import lru_cache
from io import BytesIO
from typing import BinaryIO, NamedTuple

import tui
from tui.errors import FormatError
from tui.formats.common.entries import Wanted, entries
from tui.formats.common.loss_report import ExportReport, Loss, loss_lines
from tui.formats.common.native_schema import About
from tui.formats.common.splits import Place
from tui.formats.common.writing import BodySinks, Export, ExportPart, Nowhere, Plan
from tui.formats.format import EVERYTHING, Holds
from tui.formats.interface import Sink
from tui.formats.registry import format_named
from tui.measure.agreement import Agreement
from tui.model import Document
from tui.operations.events import Event, Hidden, Lost, Progress
from tui.operations.export_documents import ChosenDocuments
from tui.operations.export_options import ExportOptions
from tui.operations.export_plan import planned
from tui.operations.pages import bulk_segmenter
from tui.operations.parallel import in_chunks, usual_jobs
from tui.store.project import Project
from tui.text.segment import Segmenter

OpenSink = Callable[[str, int], Sink]


def about(project: Project) -> About:
    """Return what an export says of the project."""
    settings = project.settings
    return About(
        name=settings.project.name,
        source=settings.project.source,
        licence=settings.project.licence,
        tool=f"piyue {tui.__version__}",
        labels=settings.labels.labels,
        relations=settings.relations,
        article_labels=settings.article_labels,
    )


class _Part(NamedTuple):
    """What a process made of some pages, and what it has to tell.

    Attributes:
        losses: all of them, as lines of JSON Lines.
    """

    made: ExportPart
    report: ExportReport
    losses: bytes
    events: Sequence[Event]
    hidden: set[str]
    pages: int


def export_part(project: Project, pages: Sequence[str], options: ExportOptions, plan: Plan) -> _Part:
    """Return what becomes of some pages of an export."""
    return ExportRun(project, options, plan).part(pages)


@lru_cache(1)
def _segmenter(project: Project) -> Segmenter:
    return bulk_segmenter(project)


class EventQueue:
    """What there is to tell, and the losses: all of them in a file, if there is one, the first as events.

    Attributes:
        losses: the file; it is complete when the events were taken.
    """

    def __init__(self, told: int | None) -> None:
        self.losses: BinaryIO | None = None
        self._left = told
        self._events: list[Event] = []
        self._unwritten: list[Loss] = []

    def lost(self, loss: Loss) -> None:
        """Take a loss."""
        if self.losses is not None:
            self._unwritten.append(loss)
        if self._left is None or self._left > 0:
            self.add(Lost(loss))

    def add(self, event: Event) -> None:
        """Take an event."""
        if isinstance(event, Lost) and self._left is not None:
            if not self._left:
                return
            self._left -= 1
        self._events.append(event)

    def join(self, part: _Part) -> None:
        """Take what another process has to tell."""
        if self.losses is not None:
            self.losses.write(part.losses)
        for event in part.events:
            self.add(event)

    def taken(self) -> list[Event]:
        """Return the events since the last time."""
        if self.losses is not None and self._unwritten:
            self.losses.write(loss_lines(self._unwritten))
            self._unwritten = []
        events, self._events = self._events, []
        return events


class ExportRun:
    """One export.

    Attributes:
        events: what there is to tell, and where all losses go.
        places: where each article goes, if there is a split.
        metric_file: where the table of metrics is; empty: nowhere.
        losses_file: where all losses are; empty: nowhere.
    """

    def __init__(self, project: Project, options: ExportOptions, plan: Plan | None = None) -> None:
        self.project, self.row, self.options = project, format_named(options.format), options
        self.documents = ChosenDocuments(project, options.annotators, may_be_new=options.allow_empty)
        self.about = about(project)
        is_split = bool(options.split or options.by)
        self.states = options.states or (frozenset({"done"}) if is_split else frozenset[str]())
        self.events = EventQueue(options.told)
        self.report = ExportReport(self.events.lost)
        self.places, self.plan = ([], plan) if plan is not None else self._planned()
        self.export = Export(self.row, options.options, self.about, self.report, self.plan, self._open)
        self.metric_file = self.losses_file = ""
        self._open_sink: OpenSink = lambda _split, _shard: Nowhere()

    def _planned(self) -> tuple[list[Place], Plan]:
        pages, options = self.project.page_ids(), self.options
        return planned(
            lambda: (found for found in self.documents.on(pages) if isinstance(found, Document)),
            self.row,
            self.states,
            options.shards,
            options.split,
            options.by,
            options.seed,
        )

    def _open(self, split: str, shard: int) -> Sink:
        return self._open_sink(split, shard)

    def sink(self, stream: BinaryIO) -> Sink:
        """Return what writes the format to a stream."""
        return self.row.sink(stream, self.about, self.export.options)

    def _pages(self) -> Sequence[str]:
        """Return the pages, of one shard only its own."""
        pages = self.project.page_ids()
        if self.options.shard is not None:
            pages = tuple(page for page in pages if self.plan.shard_of(page) == self.options.shard)
        return pages

    def fill(self, open_sink: OpenSink) -> Generator[Event, None, dict[str, bytes]]:
        """Write all entries; return what is to stand beside the files."""
        self._open_sink = open_sink
        self.export.card.agreement = Agreement(self.options.labels)
        pages = self._pages()
        jobs = usual_jobs(len(pages)) if self.options.jobs is None else self.options.jobs
        if jobs > 1 and BodySinks(self.row, self.about, self.export.options).can:
            yield from self._joined(pages, jobs)
        else:
            yield from self._added(pages)
        beside = self.export.close()
        yield from self.events.taken()
        self._check()
        if self.documents.hidden:
            yield Hidden(len(self.documents.hidden))
        return beside

    def _added(self, pages: Sequence[str]) -> Generator[Event, None, None]:
        """Write the entries of pages."""
        wanted = Wanted(self.states, self.options.labels, self.row.holds == EVERYTHING)
        needs = Holds.WORDS in self.row.holds or self.export.options.unit in ("word", "entity")
        segmenter = _segmenter(self.project) if needs else None
        with closing(self._counted(pages)) as counted:
            for entry in entries(counted, self.report, wanted, segmenter):
                self.export.add(entry)
                yield from self.events.taken()
        yield from self.events.taken()

    def _joined(self, pages: Sequence[str], jobs: int) -> Generator[Event, None, None]:
        """Write the entries of pages that other processes make."""
        done = 0
        for part in in_chunks(self.project, export_part, pages, jobs, self.options, self.plan):
            self.export.join(part.made)
            self.report.join(part.report)
            self.documents.hidden |= part.hidden
            self.events.join(part)
            yield from self.events.taken()
            done += part.pages
            yield Progress(done, len(pages))

    def part(self, pages: Sequence[str]) -> _Part:
        """Return what becomes of pages, for the process that writes the file."""
        sinks, losses = BodySinks(self.row, self.about, self.export.options), BytesIO()
        self._open_sink, self.events.losses = sinks, losses
        self.export.card.agreement = Agreement(self.options.labels)
        events = [event for event in self._added(pages) if not isinstance(event, Progress)]
        made, report = ExportPart(sinks.bodies(), self.export.card, self.export.metrics), ExportReport()
        report.join(self.report)
        return _Part(made, report, losses.getvalue(), events, self.documents.hidden, len(pages))

    def _is_empty(self) -> bool:
        """Tell whether nothing was found so far that is worth an export."""
        seen, options = self.report.seen, self.options
        # Texts without tags go out too, to be tagged elsewhere; but not in place of somebody's tags.
        is_asked = (
            bool(options.annotators or options.labels)
            or self.documents.annotators[0] not in self.documents.known
        )
        if options.shard is not None and {*self.documents.annotators} <= {*self.documents.known}:
            return False  # another one may have what this one has not
        is_empty = not seen["article"] or (Holds.SPANS in self.row.holds and is_asked and not seen["span"])
        return is_empty and not options.allow_empty

    def may_fail(self) -> bool:
        """Tell whether the export may still end with an error of `_check`."""
        return self.options.strict or self._is_empty()

    def _check(self) -> None:
        """Make sure that something was found, and nothing lost where that is an error."""
        seen = self.report.seen
        if self._is_empty():
            who, hidden = ", ".join(self.documents.annotators), len(self.documents.hidden)
            if hidden:
                raise FormatError("export.hidden", path=self.options.target, who=who, count=hidden)
            raise FormatError(
                "export.empty", path=self.options.target, who=who, count=seen["article"], tags=seen["span"]
            )
        if self.options.strict and self.report.losses:
            raise FormatError("export.strict", path=self.options.target, losses=self.report.losses)

    def _counted(self, pages: Sequence[str]) -> Generator[Document, None, None]:
        """Yield the documents, count the articles that are not wanted, and compare what others tagged."""
        for document in self.documents.on(pages):
            if not isinstance(document, Document):
                self.events.add(document)
                continue
            if len(compared := self.documents.compared(document, self.events.add)) > 1:
                self.export.card.agreement.add(compared)
            states = (document.progress_of(article.id).state for article in document.articles)
            self.export.card.left_out += sum(
                bool(self.states) and state not in self.states for state in states
            )
            yield document

    def keep_losses(self, stream: BinaryIO, name: str) -> None:
        """Write all losses to a stream, that of the file with a name."""
        self.events.losses, self.losses_file = stream, name

    def metrics(self, name: str, key: str) -> dict[str, bytes]:
        """Return the table of the metrics whose values the format cannot hold, if there are any."""
        if not self.export.metrics:
            return {}
        self.metric_file = name
        return {key: self.export.metrics.render()}
