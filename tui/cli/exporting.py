"""`piyue export`: one file, a folder, or one shard of it; always with the loss report, and a card beside."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import tui
from tui.cli.context import Context
from tui.cli.planning import planned
from tui.cli.streams import STDOUT, is_plain, stream_to
from tui.errors import FormatError, PiyueError
from tui.formats.common.loss_report import TALLIED, ExportReport, Loss
from tui.formats.registry import Format, Options, Sink, format_named

if TYPE_CHECKING:
    from tui.formats.common.native_schema import About
    from tui.formats.common.splits import Place
    from tui.formats.common.writing import Export
    from tui.model import Document

SAID = 40
"""Losses that are said one by one where a file lists them all."""
LOSSES, PLACES, CARD = "losses.jsonl", "splits.jsonl", "README.md"


def export(context: Context) -> None:
    """`piyue export`: writes the articles, and says on stderr what a reader will not find in them."""
    arguments = context.arguments
    context.existing_annotator()
    context.is_long = arguments.output != STDOUT or not sys.stdout.isatty()
    if arguments.config:
        _write_config(context)
    else:
        _Run(context, format_named(arguments.format)).write()


def _write_config(context: Context) -> None:
    """Write the labelling config instead of the tasks.

    Raises:
        FormatError: the format has none.
    """
    if context.arguments.format != "label-studio":
        raise FormatError("export.config", format=context.arguments.format)
    from tui.formats.label_studio import config

    with stream_to(context.arguments.output) as stream:
        stream.write(config(about(context)).encode())


def about(context: Context) -> "About":
    """Return what an export says of the project."""
    from tui.formats.common.native_schema import About

    settings = context.project.settings
    return About(
        name=settings.project.name,
        source=settings.project.source,
        licence=settings.project.licence,
        tool=f"piyue {tui.__version__}",
        labels=settings.labels.labels,
        relations=settings.relations,
    )


def now() -> str:
    """Return the time to write into a card: `SOURCE_DATE_EPOCH` where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class _Run:
    """One export."""

    def __init__(self, context: Context, row: Format) -> None:
        arguments = context.arguments
        self.context, self.row, self.target = context, row, str(arguments.output)
        self.options = Options(
            arguments.scheme, arguments.unit or "", arguments.max_length, arguments.predictions
        )
        self.about = about(context)
        self.shard: int | None = None
        self.shards = arguments.shards or 0
        if arguments.shard:
            self.shard, self.shards = arguments.shard
        self.states = frozenset(arguments.state or (("done",) if arguments.split or arguments.by else ()))
        self.annotators = context.project.annotators()
        self.report = ExportReport(self._lost)
        self.losses: BinaryIO | None = None
        self.places, self.plan = planned(context, row, self.states, self.shards)

    def write(self) -> None:
        """Write it in the form that is asked for."""
        if self.shard is not None:
            export = self._one_shard(self.shard)
        elif self._is_folder():
            export = self._folder()
        elif self.target == STDOUT or not is_plain(Path(self.target)):
            export = self._stream()
        else:
            export = self._file()
        self._tell(export)

    def _is_folder(self) -> bool:
        into = self.target.endswith(os.sep) or Path(self.target).is_dir()
        return self.row.layout != "file" or bool(self.plan.splits or self.plan.shards) or into

    def _documents(self) -> "Iterator[Document]":
        """Yield the documents, of one shard only its own."""
        pages = self.context.project.page_ids()
        if self.shard is not None:
            pages = tuple(page for page in pages if self.plan.shard_of(page) == self.shard)
        return self.context.documents(pages)

    def _fill(self, open_sink: Callable[[str, int], Sink]) -> "tuple[Export, dict[str, bytes]]":
        """Write all entries; return the export and what is to stand beside its files."""
        from tui.formats.common.entries import Wanted, entries
        from tui.formats.common.writing import Export
        from tui.formats.registry import EVERYTHING, Holds
        from tui.measure.agreement import Agreement

        arguments = self.context.arguments
        labels = frozenset(arguments.label or ())
        wanted = Wanted(self.states, labels, self.row.holds == EVERYTHING)
        export = Export(self.row, self.options, self.about, self.report, self.plan, open_sink)
        needs = Holds.WORDS in self.row.holds or export.options.unit in ("word", "entity")
        segmenter = self.context.bulk_segmenter if needs else None
        export.card.agreement = Agreement(labels)
        for entry in entries(self._counted(export), self.report, wanted, segmenter):
            export.add(entry)
        beside = export.close()
        if arguments.strict and self.report.losses:
            raise FormatError("export.strict", path=self.target, losses=self.report.losses)
        return export, beside

    def _counted(self, export: "Export") -> "Iterator[Document]":
        """Yield the documents, count the articles that are not wanted, and compare what others tagged."""
        for document in self._documents():
            if others := self._others(document):
                export.card.agreement.add([document, *others])
            states = (document.progress_of(article.id).state for article in document.articles)
            export.card.left_out += sum(bool(self.states) and state not in self.states for state in states)
            yield document

    def _others(self, document: "Document") -> "list[Document]":
        """Return what other annotators made of a page."""
        found = []
        for name in self.annotators:
            try:
                if name != document.annotator:
                    found.append(self.context.project.document_of(document.page, name))
            except PiyueError as error:
                self.context.note(str(error))
        return found

    def _stream(self) -> "Export":
        module = self.row.load()
        options = self.row.chosen(self.options)
        with stream_to(self.target) as stream:
            export, _ = self._fill(lambda *_: module.sink(stream, self.about, options))
        return export

    def _file(self) -> "Export":
        from tui.formats.common.whole_files import replacing

        module, path = self.row.load(), Path(self.target)
        options = self.row.chosen(self.options)
        with ExitStack() as stack:
            # What was opened last is in place first: the card stands only where its file does.
            card = stack.enter_context(replacing(path.with_name(f"{path.name}.card.md")))
            losses = stack.enter_context(replacing(path.with_name(f"{path.name}.{LOSSES}")))
            stream = stack.enter_context(replacing(path))
            self.losses = losses
            export, beside = self._fill(lambda *_: module.sink(stream, self.about, options))
            card.write(export.card.render(self.report, now(), (), [path.name]))
        for ending, data in beside.items():
            with replacing(path.with_name(path.name + ending)) as stream:
                stream.write(data)
        return export

    def _folder(self) -> "Export":
        from tui.formats.common.whole_files import replacing_folder
        from tui.formats.common.writing import FolderSinks, shown

        with replacing_folder(Path(self.target)) as folder, (folder / LOSSES).open("wb") as losses:
            self.losses = losses
            sinks = FolderSinks(folder, self.row, self.options, self.about, self.plan)
            try:
                export, beside = self._fill(sinks)
            finally:
                sinks.close()
            for ending, data in beside.items():
                (folder / f"{self.row.name}{ending}").write_bytes(data)
            if self.places:
                (folder / PLACES).write_bytes(lines_of(self.places))
                export.card.splitting = self._splitting(PLACES)
            files = sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())
            names = [shown(self.row, split) for split in self.plan.splits or ("",)]
            export.card.rename({split: shown(self.row, split) for split in self.plan.splits or ("",)})
            (folder / CARD).write_bytes(export.card.render(self.report, now(), names, files))
        return export

    def _one_shard(self, number: int) -> "Export":
        """Write the files of one shard into the folder, each whole or not at all, with their own card."""
        from tui.formats.common.dataset_card import Card
        from tui.formats.common.whole_files import replacing
        from tui.formats.common.writing import Nowhere, file_name, shown

        module, options = self.row.load(), self.row.chosen(self.options)
        folder, stem = Path(self.target), f"shard-{number:05}-of-{self.shards:05}"
        folder.mkdir(parents=True, exist_ok=True)
        splits = self.plan.splits or ("",)
        files = [file_name(self.row, self.plan, split, number) for split in splits]
        with ExitStack() as stack:
            # What was opened last is in place first: the card stands only where its files do.
            card = stack.enter_context(replacing(folder / f"{stem}.card.md"))
            self.losses = stack.enter_context(replacing(folder / f"{stem}.{LOSSES}"))

            def open_sink(split: str, shard: int) -> Sink:
                if shard != number:
                    return Nowhere()
                path = folder / file_name(self.row, self.plan, split, shard)
                path.parent.mkdir(parents=True, exist_ok=True)
                return module.sink(stack.enter_context(replacing(path)), self.about, options)

            export, _ = self._fill(open_sink)
            names = [shown(self.row, split) for split in splits]
            export.card.rename({split: shown(self.row, split) for split in splits})
            if self.places:
                places = [p for p in self.places if self.plan.shard_of(p.page) == number]
                stack.enter_context(replacing(folder / f"{stem}.{PLACES}")).write(lines_of(places))
                export.card.splitting = self._splitting(f"{stem}.{PLACES}")
            card.write(export.card.render(self.report, now(), names, files))
            if self.row.layout == "dataset":
                # Every worker writes the same: it names the columns, and nothing that one shard cannot know.
                columns = Card(self.row, export.options, self.about).columns(names)
                stack.enter_context(replacing(folder / CARD)).write(columns)
        return export

    def _splitting(self, file: str) -> str:
        arguments = self.context.arguments
        by = f", by {arguments.by}" if arguments.by else ""
        return f"{arguments.split or '80/10/10'}, seed {arguments.seed}{by}; see {file}"

    def _lost(self, loss: Loss) -> None:
        from tui.formats.common.json_lines import dumps

        if self.losses is not None:
            self.losses.write(dumps(loss._asdict()) + b"\n")
        if self.losses is None or self.context.arguments.strict or self.report.losses <= SAID:
            _say_loss(self.context, loss)

    def _tell(self, export: "Export") -> None:
        """Say on stderr how it went."""
        context, report = self.context, self.report
        if self.losses is not None and report.losses > SAID and not context.arguments.strict:
            context.note(context.say("cli.more_losses", count=report.losses - SAID, name=LOSSES))
        for what in TALLIED:
            tally = report.tally(what)
            if tally["total"] != tally["whole"]:
                context.note(context.say("cli.tally", what=context.say(f"what.{what}"), **tally))
        if export.card.left_out:
            context.note(context.say("cli.left_out", count=export.card.left_out))
        counts = {what: report.seen[what] for what in ("article", "span", "relation")}
        context.note(context.say("cli.exported", path=self.target, losses=report.losses, **counts))


def lines_of(rows: Iterable["Place"]) -> bytes:
    """Return rows as JSON Lines."""
    from tui.formats.common.json_lines import dumps

    return b"".join(dumps(row._asdict()) + b"\n" for row in rows)


def _say_loss(context: Context, loss: Loss) -> None:
    what = f"{context.say(f'what.{loss.what}')} {loss.id} “{loss.text}”"
    reason = context.say(f"loss.{loss.reason}")
    context.note(context.say(f"cli.{loss.fate}", what=what, page=loss.page, reason=reason))
