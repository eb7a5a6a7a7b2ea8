"""Export to a file, a folder, or one shard, with the loss report and a dataset card."""

import os
import re
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

import tui
from tui.errors import FormatError
from tui.formats.common.dataset_card import Card
from tui.formats.common.entries import Wanted, entries
from tui.formats.common.json_lines import dumps
from tui.formats.common.loss_report import ExportReport, Loss
from tui.formats.common.metric_table import FILE as METRICS
from tui.formats.common.native_schema import About
from tui.formats.common.splits import Place
from tui.formats.common.whole_files import replacing, replacing_folder
from tui.formats.common.writing import (
    BodySinks,
    Export,
    ExportPart,
    FolderSinks,
    Nowhere,
    Plan,
    file_name,
    shown,
)
from tui.formats.format import EVERYTHING, PLAIN, Format, Holds, Options, Sink
from tui.formats.registry import format_named
from tui.measure.agreement import Agreement
from tui.model import Document
from tui.operations.events import Event, Hidden, Lost, Progress
from tui.operations.export_documents import ChosenDocuments
from tui.operations.export_plan import SHARES, planned
from tui.operations.pages import bulk_segmenter
from tui.operations.parallel import in_chunks, usual_jobs
from tui.store.project import Project
from tui.text.segment import Segmenter

LOSSES, PLACES, CARD = "losses.jsonl", "splits.jsonl", "README.md"
STDOUT = "-"
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is exported, and where to.

    Attributes:
        target: a path; `-` for the stream that is given.
        options: of the format.
        states: of articles; empty: all, of a split only those that are done.
        labels: of tags; empty: all.
        annotators: whose tags; `all` stands for everybody's; empty: who works here.
        strict: whether any loss is an error.
        split: such as 80/10/10; empty: none.
        by: `page` or `date`: see `splits.assign`.
        shards: how many numbered files; 0: one without a number.
        shard: write only this one of them, counted from 0.
        allow_empty: whether finding nothing is no error.
        moment: to be written into the card.
        jobs: how many processes; None: as many as may run at once, if there are many pages. Formats whose
            files are no pieces, one behind the other, take one.
    """

    format: str
    target: str
    options: Options = PLAIN
    states: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    annotators: tuple[str, ...] = ()
    strict: bool = False
    split: str = ""
    seed: int = 0
    by: str = ""
    shards: int = 0
    shard: int | None = None
    allow_empty: bool = False
    moment: str = ""
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """The export is done.

    Attributes:
        left_out: articles that are not in a wanted state.
        metrics: how many metrics stand in a table beside, since the format cannot hold their values.
        metric_file: where that is; empty: they went nowhere.
        losses_file: whether all losses stand in a file.
        alike: articles that were kept together in a split since their texts are alike.
    """

    report: ExportReport
    left_out: int
    metrics: int
    metric_file: str
    losses_file: bool
    alike: int


Events = Generator[Event | Exported, None, None]


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


def config(project: Project, name: str) -> bytes:
    """Return the labelling config of a project.

    Raises:
        FormatError: the format has none.
    """
    row = format_named(name)
    if not row.has_config:
        raise FormatError("export.config", format=name)
    return row.load().config(about(project)).encode()


def export(project: Project, options: ExportOptions, stdout: BinaryIO | None = None) -> Events:
    """Write the articles; yield what a reader will not find in them, at last the counts.

    Args:
        stdout: where `-` writes.

    Raises:
        FormatError: it cannot be written so, or nothing was found, or something lost and `strict` asked for.
        NotFoundError: an annotator has not annotated anything.
    """
    run = _Run(project, format_named(options.format), options, stdout)
    yield from run.write()


class _Part(NamedTuple):
    """What a process made of some pages, and what it has to tell."""

    made: ExportPart
    report: ExportReport
    events: Sequence[Event]
    hidden: set[str]
    pages: int


def export_part(project: Project, pages: Sequence[str], options: ExportOptions, plan: Plan) -> _Part:
    """Return what becomes of some pages of an export."""
    return _Run(project, format_named(options.format), options, None, plan).part(pages)


@lru_cache(1)
def _segmenter(project: Project) -> Segmenter:
    return bulk_segmenter(project)


class _Run:
    """One export."""

    def __init__(
        self,
        project: Project,
        row: Format,
        options: ExportOptions,
        stdout: BinaryIO | None,
        plan: Plan | None = None,
    ) -> None:
        self.project, self.row, self.options, self.stdout = project, row, options, stdout
        self.documents = ChosenDocuments(project, options.annotators)
        self.about = about(project)
        is_split = bool(options.split or options.by)
        self.states = options.states or (frozenset({"done"}) if is_split else frozenset[str]())
        self.report = ExportReport(self._lost)
        self.events: list[Event] = []
        self.losses: BinaryIO | None = None
        self.places, self.plan = ([], plan) if plan is not None else self._planned()
        self.export = Export(row, options.options, self.about, self.report, self.plan, self._open)
        self.open_sink: Callable[[str, int], Sink] = lambda _split, _shard: Nowhere()
        self.metric_file = ""

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
        return self.open_sink(split, shard)

    def write(self) -> Events:
        """Write it in the form that is asked for."""
        self.export.card.dates = _date_columns(self.project)
        if self.options.shard is not None:
            yield from self._one_shard(self.options.shard)
        elif self._is_folder():
            yield from self._folder()
        elif self.options.target == STDOUT or not _is_plain(Path(self.options.target)):
            yield from self._stream()
        else:
            yield from self._file()
        yield Exported(
            self.report,
            self.export.card.left_out,
            len(self.export.metrics),
            self.metric_file,
            self.losses is not None,
            sum(place.reason == "twin" for place in self.places),
        )

    def _is_folder(self) -> bool:
        target = self.options.target
        into = target.endswith(os.sep) or Path(target).is_dir()
        return self.row.layout != "file" or bool(self.plan.splits or self.plan.shards) or into

    def _pages(self) -> Sequence[str]:
        """Return the pages, of one shard only its own."""
        pages = self.project.page_ids()
        if self.options.shard is not None:
            pages = tuple(page for page in pages if self.plan.shard_of(page) == self.options.shard)
        return pages

    def _fill(self, open_sink: Callable[[str, int], Sink]) -> Generator[Event, None, dict[str, bytes]]:
        """Write all entries; return what is to stand beside the files."""
        self.open_sink = open_sink
        self.export.card.agreement = Agreement(self.options.labels)
        pages = self._pages()
        jobs = usual_jobs(pages) if self.options.jobs is None else self.options.jobs
        if jobs > 1 and BodySinks(self.row, self.about, self.export.options).can:
            yield from self._joined(pages, jobs)
        else:
            yield from self._added(pages)
        beside = self.export.close()
        yield from self._told()
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
                yield from self._told()
        yield from self._told()

    def _joined(self, pages: Sequence[str], jobs: int) -> Generator[Event, None, None]:
        """Write the entries of pages that other processes make."""
        done = 0
        for part in in_chunks(self.project, export_part, pages, jobs, self.options, self.plan):
            self.export.join(part.made)
            self.report.join(part.report)
            self.documents.hidden |= part.hidden
            for event in part.events:
                if isinstance(event, Lost):
                    self._lost(event.loss)
                else:
                    self.events.append(event)
            yield from self._told()
            done += part.pages
            yield Progress(done, len(pages))

    def part(self, pages: Sequence[str]) -> "_Part":
        """Return what becomes of pages, for the process that writes the file."""
        sinks = BodySinks(self.row, self.about, self.export.options)
        self.open_sink = sinks
        self.export.card.agreement = Agreement(self.options.labels)
        events = [event for event in self._added(pages) if not isinstance(event, Progress)]
        made, report = ExportPart(sinks.bodies(), self.export.card, self.export.metrics), ExportReport()
        report.join(self.report)
        return _Part(made, report, events, self.documents.hidden, len(pages))

    def _check(self) -> None:
        """Make sure that something was found, and nothing lost where that is an error."""
        seen, options = self.report.seen, self.options
        # Texts without tags go out too, to be tagged elsewhere; but not in place of somebody's tags.
        is_asked = (
            bool(options.annotators or options.labels)
            or self.documents.annotators[0] not in self.documents.known
        )
        is_empty = not seen["article"] or (Holds.SPANS in self.row.holds and is_asked and not seen["span"])
        if is_empty and not self.options.allow_empty:
            who, hidden = ", ".join(self.documents.annotators), len(self.documents.hidden)
            if hidden:
                raise FormatError("export.hidden", path=self.options.target, who=who, count=hidden)
            raise FormatError(
                "export.empty", path=self.options.target, who=who, count=seen["article"], tags=seen["span"]
            )
        if self.options.strict and self.report.losses:
            raise FormatError("export.strict", path=self.options.target, losses=self.report.losses)

    def _told(self) -> list[Event]:
        events, self.events = self.events, []
        return events

    def _counted(self, pages: Sequence[str]) -> Generator[Document, None, None]:
        """Yield the documents, count the articles that are not wanted, and compare what others tagged."""
        for document in self.documents.on(pages):
            if not isinstance(document, Document):
                self.events.append(document)
                continue
            if others := self.documents.others(document, self.events.append):
                self.export.card.agreement.add([document, *others])
            states = (document.progress_of(article.id).state for article in document.articles)
            self.export.card.left_out += sum(
                bool(self.states) and state not in self.states for state in states
            )
            yield document

    def _stream(self) -> Generator[Event, None, None]:
        with ExitStack() as stack:
            if self.options.target == STDOUT:
                assert self.stdout is not None
                stream = self.stdout
            else:
                stream = stack.enter_context(replacing(Path(self.options.target)))
            yield from self._fill(lambda *_: self._sink(stream))

    def _sink(self, stream: BinaryIO) -> Sink:
        return self.row.sink(stream, self.about, self.export.options)

    def _file(self) -> Generator[Event, None, None]:
        path = Path(self.options.target)
        with ExitStack() as stack:
            # What was opened last is in place first: the card stands only where its file does.
            card = stack.enter_context(replacing(path.with_name(f"{path.name}.card.md")))
            self.losses = stack.enter_context(replacing(path.with_name(f"{path.name}.{LOSSES}")))
            stream = stack.enter_context(replacing(path))
            beside = yield from self._fill(lambda *_: self._sink(stream))
            beside |= self._metrics(f"{path.name}.{METRICS}", f".{METRICS}")
            files = [path.name, *(path.name + ending for ending in beside)]
            card.write(self.export.card.render(self.report, self.options.moment, (), files))
        for ending, data in beside.items():
            with replacing(path.with_name(path.name + ending)) as stream:
                stream.write(data)

    def _metrics(self, name: str, key: str) -> dict[str, bytes]:
        """Return the table of the metrics whose values the format cannot hold, if there are any."""
        if not self.export.metrics:
            return {}
        self.metric_file = name
        return {key: self.export.metrics.render()}

    def _folder(self) -> Generator[Event, None, None]:
        with (
            replacing_folder(Path(self.options.target)) as folder,
            (folder / LOSSES).open("wb") as losses,
        ):
            self.losses = losses
            sinks = FolderSinks(folder, self.row, self.options.options, self.about, self.plan)
            try:
                beside = yield from self._fill(sinks)
            finally:
                sinks.close()
            for ending, data in beside.items():
                (folder / f"{self.row.name}{ending}").write_bytes(data)
            for name, data in self._metrics(METRICS, METRICS).items():
                (folder / name).write_bytes(data)
            card = self.export.card
            if self.places:
                (folder / PLACES).write_bytes(lines_of(self.places))
                card.splitting = self._splitting(PLACES)
            files = sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())
            splits = self.plan.splits or ("",)
            names = [shown(self.row, split) for split in splits]
            card.rename(dict(zip(splits, names, strict=True)))
            (folder / CARD).write_bytes(card.render(self.report, self.options.moment, names, files))

    def _one_shard(self, number: int) -> Generator[Event, None, None]:
        """Write the files of one shard into the folder, each whole or not at all, with their own card."""
        folder, stem = Path(self.options.target), f"shard-{number:05}-of-{self.options.shards:05}"
        folder.mkdir(parents=True, exist_ok=True)
        splits = self.plan.splits or ("",)
        options, card = self.export.options, self.export.card
        files = [file_name(self.row, options, self.plan, split, number) for split in splits]
        with ExitStack() as stack:
            # What was opened last is in place first: the card stands only where its files do.
            card_file = stack.enter_context(replacing(folder / f"{stem}.card.md"))
            self.losses = stack.enter_context(replacing(folder / f"{stem}.{LOSSES}"))

            def open_sink(split: str, shard: int) -> Sink:
                if shard != number:
                    return Nowhere()
                path = folder / file_name(self.row, options, self.plan, split, shard)
                path.parent.mkdir(parents=True, exist_ok=True)
                return self._sink(stack.enter_context(replacing(path)))

            yield from self._fill(open_sink)
            names = [shown(self.row, split) for split in splits]
            card.rename(dict(zip(splits, names, strict=True)))
            beside = self._metrics(f"{stem}.{METRICS}", f"{stem}.{METRICS}")
            if self.places:
                places = [p for p in self.places if self.plan.shard_of(p.page) == number]
                beside[f"{stem}.{PLACES}"] = lines_of(places)
                card.splitting = self._splitting(f"{stem}.{PLACES}")
            for name, data in beside.items():
                stack.enter_context(replacing(folder / name)).write(data)
            card_file.write(card.render(self.report, self.options.moment, names, files))
            if self.row.layout == "dataset":
                # Every worker writes the same: it names the columns, and nothing that one shard cannot know.
                same = Card(self.row, options, self.about)
                same.dates = card.dates
                stack.enter_context(replacing(folder / CARD)).write(same.columns(names))

    def _splitting(self, file: str) -> str:
        options = self.options
        by = f", by {options.by}" if options.by else ""
        return f"{options.split or SHARES}, seed {options.seed}{by}; see {file}"

    def _lost(self, loss: Loss) -> None:
        if self.losses is not None:
            self.losses.write(dumps(loss._asdict()) + b"\n")
        self.events.append(Lost(loss))


def _is_plain(path: Path) -> bool:
    """Tell whether a file is or will be there, not a pipe or a device."""
    return path.is_file() or not path.exists()


def _date_columns(project: Project) -> frozenset[str]:
    """Return the columns of a dataset that may hold nothing but dates."""
    found = set()
    if any(ISO_DATE.fullmatch(page) for page in project.page_ids()):
        found.add("page")
    if any(setting.date for setting in project.pages.sources.used()):
        found.add("date")
    return frozenset(found)


def lines_of(rows: Iterable[Place]) -> bytes:
    """Return rows as JSON Lines."""
    return b"".join(dumps(row._asdict()) + b"\n" for row in rows)
