"""`piyue export`: one file, a folder, or one shard of it; always with the loss report, and a card beside."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import tui
from tui.cli.context import Context
from tui.cli.streams import STDOUT, is_plain, stream_to
from tui.errors import FormatError
from tui.formats.registry import Format, Options, Sink, format_named
from tui.formats.report import TALLIED, ExportReport, Loss

if TYPE_CHECKING:
    from tui.formats.export import Export, Plan
    from tui.formats.shape import About
    from tui.formats.splits import Item, Place
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
    from tui.formats.shape import About

    settings = context.project.settings
    return About.trusted(
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
        self.report = ExportReport(self._lost)
        self.losses: BinaryIO | None = None
        self.places, self.plan = self._planned()

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

    def _planned(self) -> "tuple[list[Place], Plan]":
        """Return where each article goes."""
        from tui.formats.export import Plan

        arguments = self.context.arguments
        if self.row.name == "spacy" and self.shards:
            raise FormatError("export.shards", format=self.row.name)
        if self.row.layout == "tree" and self.shards:
            raise FormatError("export.shards", format=self.row.name)
        rolls = self.row.name == "spacy"
        if not (arguments.split or arguments.by):
            return [], Plan(shards=self.shards, rolls=rolls)
        from tui.formats.splits import NAMES, assign, ratio

        shares = ratio(arguments.split or "80/10/10")
        places = assign(list(self._items()), shares, arguments.seed, arguments.by or "")
        return places, Plan(NAMES[len(shares)], {p.article: p.split for p in places}, self.shards, rolls)

    def _items(self) -> "Iterator[Item]":
        from collections import Counter

        from tui.formats.splits import Item
        from tui.text.offsets import read

        for document in self.context.documents():
            for article in document.articles:
                if not self.states or document.progress_of(article.id).state in self.states:
                    labels = Counter(span.label for span in document.spans_in(article))
                    yield Item(article.id, document.page.id, read(document.page, article).text, labels)

    def _documents(self) -> "Iterator[Document]":
        """Yield the documents, of one shard only its own."""
        pages = self.context.project.page_ids()
        if self.shard is not None:
            pages = tuple(page for page in pages if self.plan.shard_of(page) == self.shard)
        return self.context.documents(pages)

    def _fill(self, open_sink: Callable[[str, int], Sink]) -> "tuple[Export, dict[str, bytes]]":
        """Write all entries; return the export and what is to stand beside its files."""
        from tui.formats.entries import Wanted, entries
        from tui.formats.export import Export
        from tui.formats.registry import EVERYTHING, Holds

        arguments = self.context.arguments
        labels = frozenset(arguments.label or ())
        wanted = Wanted(self.states, labels, self.row.holds == EVERYTHING)
        export = Export(self.row, self.options, self.about, self.report, self.plan, open_sink)
        needs = Holds.WORDS in self.row.holds or export.options.unit in ("word", "entity")
        segmenter = self.context.bulk_segmenter if needs else None
        export.card.left_out = 0
        for entry in entries(self._counted(export), self.report, wanted, segmenter):
            export.add(entry)
        beside = export.close()
        if arguments.strict and self.report.losses:
            raise FormatError("export.strict", path=self.target, losses=self.report.losses)
        return export, beside

    def _counted(self, export: "Export") -> "Iterator[Document]":
        """Yield the documents, and count the articles that are not wanted."""
        for document in self._documents():
            states = (document.progress_of(article.id).state for article in document.articles)
            export.card.left_out += sum(bool(self.states) and state not in self.states for state in states)
            yield document

    def _stream(self) -> "Export":
        module = self.row.load()
        options = self.row.chosen(self.options)
        with stream_to(self.target) as stream:
            export, _ = self._fill(lambda *_: module.sink(stream, self.about, options))
        return export

    def _file(self) -> "Export":
        from tui.formats.files import replacing

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
        from tui.formats.export import FolderSinks, shown
        from tui.formats.files import replacing_folder
        from tui.formats.lines import dumps

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
                lines = b"".join(dumps(place._asdict()) + b"\n" for place in self.places)
                (folder / PLACES).write_bytes(lines)
                export.card.splitting = self._splitting()
            files = sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())
            names = [shown(self.row, split) for split in self.plan.splits or ("",)]
            export.card.rename({split: shown(self.row, split) for split in self.plan.splits or ("",)})
            (folder / CARD).write_bytes(export.card.render(self.report, now(), names, files))
        return export

    def _one_shard(self, number: int) -> "Export":
        """Write the files of one shard into the folder, each whole or not at all."""
        from tui.formats.card import Card
        from tui.formats.export import Nowhere, file_name, shown
        from tui.formats.files import replacing

        module, options = self.row.load(), self.row.chosen(self.options)
        folder = Path(self.target)
        with ExitStack() as stack:

            def open_sink(split: str, shard: int) -> Sink:
                if shard != number:
                    return Nowhere()
                path = folder / file_name(self.row, self.plan, split, shard)
                path.parent.mkdir(parents=True, exist_ok=True)
                return module.sink(stack.enter_context(replacing(path)), self.about, options)

            export, _ = self._fill(open_sink)
            if self.row.layout == "dataset":
                # Every worker writes the same: it names the columns, and nothing that one shard cannot know.
                names = [shown(self.row, split) for split in self.plan.splits or ("",)]
                card = Card(self.row, export.options, self.about)
                stack.enter_context(replacing(folder / CARD)).write(card.columns(names))
        return export

    def _splitting(self) -> str:
        arguments = self.context.arguments
        by = f", by {arguments.by}" if arguments.by else ""
        return f"{arguments.split or '80/10/10'}, seed {arguments.seed}{by}; see {PLACES}"

    def _lost(self, loss: Loss) -> None:
        from tui.formats.lines import dumps

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


def _say_loss(context: Context, loss: Loss) -> None:
    what = f"{context.say(f'what.{loss.what}')} {loss.id} “{loss.text}”"
    reason = context.say(f"loss.{loss.reason}")
    context.note(context.say(f"cli.{loss.fate}", what=what, page=loss.page, reason=reason))
