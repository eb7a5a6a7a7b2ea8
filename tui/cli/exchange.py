"""Export and import, each with its report."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import tui
from tui.cli.context import Context
from tui.errors import FormatError, PiyueError
from tui.formats.registry import Format, format_named
from tui.formats.report import WHATS, ExportReport, ImportReport, Loss, Refusal

if TYPE_CHECKING:
    from tui.formats.shape import About, ArticleRecord
    from tui.model import Relation

STDOUT = "-"


def export(context: Context) -> None:
    """`piyue export`: writes the articles, and says on stderr what a reader will not find in them."""
    arguments = context.arguments
    context.existing_annotator()
    context.is_long = arguments.output != STDOUT or not sys.stdout.isatty()
    report = ExportReport(lambda loss: _say_loss(context, loss))
    if arguments.output == STDOUT:
        _write(context, sys.stdout.buffer, report)
    else:
        from tui.formats.files import replacing

        with replacing(Path(arguments.output)) as stream:
            _write(context, stream, report)
    counts = {what: report.counts[what] for what in ("article", "span", "relation")}
    context.note(context.say("cli.exported", path=arguments.output, losses=report.losses, **counts))


def _write(context: Context, stream: BinaryIO, report: ExportReport) -> None:
    from tui.formats.records import Wanted, records

    arguments = context.arguments
    wanted = Wanted(frozenset(arguments.state or ()), frozenset(arguments.label or ()))
    segmenter = context.bulk_segmenter
    found = records(context.documents(), report, wanted, segmenter)
    format_named(arguments.format).load().write(found, stream, about(context))
    if arguments.strict and report.losses:
        raise FormatError("export.strict", path=arguments.output, losses=report.losses)


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
    )


def _say_loss(context: Context, loss: Loss) -> None:
    key = "cli.aside" if loss.kept else "cli.lost"
    reason = context.say(f"loss.{loss.reason}")
    context.note(context.say(key, what=_what(context, loss), page=loss.page, reason=reason))


def _what(context: Context, item: Loss | Refusal) -> str:
    return f"{context.say(f'what.{item.what}')} {item.id} “{item.text}”"


def import_files(context: Context) -> None:
    """`piyue import`: adds what is missing, and says what was there and what was refused, and why."""
    arguments = context.arguments
    report = ImportReport(
        lambda refusal: _say_refusal(context, refusal), lambda remark: _say_remark(context, remark)
    )
    desk = _Desk(context, report)
    for path in arguments.files:
        try:
            desk.take(_records(context, format_named(arguments.format), path))
        except PiyueError as error:
            context.complain(error)
    desk.relate()
    for what in WHATS:
        counts = {
            "added": report.added[what],
            "there": report.there[what],
            "refused": report.refused[what],
        }
        context.line(context.say("cli.imported", what=context.say(f"what.{what}"), **counts))


class _Desk:
    """Takes records page by page, and remembers the relations whose ends may come with a later record."""

    def __init__(self, context: Context, report: ImportReport) -> None:
        self.context, self.report = context, report
        self._waiting: dict[tuple[str, str], list[Relation]] = {}

    def take(self, records: "Iterable[ArticleRecord]") -> None:
        """Take records; those of one page and annotator that follow each other are saved together."""
        for (page, annotator), group in groupby(records, key=self._place):
            self._work(page, annotator, list(group), [])

    def relate(self) -> None:
        """Take the relations that waited; those whose ends never came are refused."""
        waiting, self._waiting = self._waiting, {}
        for (page, annotator), relations in waiting.items():
            self._work(page, annotator, [], relations)
        for (page, _), relations in self._waiting.items():
            for relation in relations:
                self.report.refuse(Refusal("relation", relation.id, relation.label, page, "ends"))

    def _place(self, record: "ArticleRecord") -> tuple[str, str]:
        chosen = self.context.arguments.annotator
        return record.page, chosen or record.annotator or self.context.project.annotator

    def _work(
        self, page: str, annotator: str, records: "Sequence[ArticleRecord]", relations: "Sequence[Relation]"
    ) -> None:
        from tui.formats.intake import Intake

        project, added = self.context.project, self.report.added.copy()
        try:
            document = project.document(page, annotator)
            intake = Intake(document, project.settings.labels, self.report)
            taken = intake.take(records) if records else intake.relate(relations)
            if taken.document is not document:
                project.save(taken.document)
        except PiyueError as error:
            self.report.added = added
            self.context.complain(error)
            return
        if taken.waiting:
            self._waiting.setdefault((page, annotator), []).extend(taken.waiting)


def _records(context: Context, chosen: Format, path: Path) -> "Iterator[ArticleRecord]":
    try:
        stream = path.open("rb")
    except OSError as error:
        raise FormatError("import.unreadable", path=path, reason=error.strerror) from error
    with stream:
        yield from chosen.load().parse(stream, str(path), context.complain)


def _say_refusal(context: Context, refusal: Refusal) -> None:
    context.failed = True
    reason = context.say(f"refusal.{refusal.reason}", detail=refusal.detail)
    what = _what(context, refusal)
    context.note(context.say("cli.refused", what=what, page=refusal.page, reason=reason))


def _say_remark(context: Context, remark: Refusal) -> None:
    reason = context.say(f"refusal.{remark.reason}", detail=remark.detail)
    context.note(context.say("cli.remark", what=_what(context, remark), page=remark.page, reason=reason))
