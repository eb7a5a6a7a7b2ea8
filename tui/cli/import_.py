"""`piyue import`: adds what is missing, and reports what was already there, refused or not read."""

import gc
from collections.abc import Iterable, Mapping
from pathlib import Path

from tui.cli.arguments import FORMAT, Option
from tui.cli.context import Context
from tui.errors import FormatError
from tui.formats.common.grouping import article_size
from tui.formats.common.loss_report import WHATS, ImportReport, Refusal
from tui.model.labels import is_label_id
from tui.operations import import_ as operation
from tui.operations.events import Failed, Progress, Refused, Remarked
from tui.operations.import_ import Imported, ImportOptions

OBJECTS = 2_000_000
"""So many new objects come before the next look for garbage among them: a corpus is made of lasting ones."""
SAID = 100
"""Refusals that are said one by one; the others are counted."""


OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "import": (
        FORMAT,
        Option(("--map",), "map", {"action": "append", "metavar": "FROM=TO"}),
        Option(("--layout",), "layout", {"choices": ("document", "newspaper"), "default": "document"}),
        Option(
            ("--article-per",),
            "article_per",
            {"type": article_size, "metavar": "sentence|blank|file|N"},
        ),
        Option(("files",), "files", {"nargs": "+", "type": Path, "metavar": "FILE"}),
    ),
}
"""The arguments of each command."""


def import_files(context: Context) -> None:
    """Import files."""
    arguments = context.arguments
    context.is_long = True
    gc.set_threshold(OBJECTS)
    options = ImportOptions(
        format=arguments.format,
        paths=tuple(arguments.files),
        annotator=arguments.annotator,
        labels=label_map(arguments.map or ()),
        layout=arguments.layout,
        article_per=arguments.article_per or "",
    )
    told = 0
    for event in operation.import_files(context.project, options):
        told += isinstance(event, Failed | Refused)
        match event:
            case Progress(done, total):
                context.show_progress(done, total)
            case Failed(error) if told <= SAID:
                context.complain(error)
            case Refused(refusal) if told <= SAID:
                what, reason = _said(context, refusal)
                context.note(context.say("cli.refused", what=what, page=refusal.page, reason=reason))
            case Remarked(remark):
                what, reason = _said(context, remark)
                context.note(context.say("cli.remark", what=what, page=remark.page, reason=reason))
            case Imported(report):
                if told > SAID:
                    context.note(context.say("cli.more_refused", count=told - SAID))
                _say_result(context, report)
    if told:
        context.status = 1


def label_map(pairs: Iterable[str]) -> dict[str, str]:
    """Return the table that `FROM=TO` pairs make; `@FILE` stands for the lines of a file.

    Raises:
        FormatError: one is no pair, or a file cannot be read.
    """
    table: dict[str, str] = {}
    for pair in pairs:
        if pair.startswith("@"):
            try:
                lines = Path(pair[1:]).read_text(encoding="utf-8-sig").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise FormatError("import.unreadable", path=pair[1:], reason=error) from error
            table |= label_map(line for line in lines if line.strip() and not line.startswith(("#", "@")))
            continue
        name, equals, to = pair.partition("=")
        if not equals or not name.strip():
            raise FormatError("import.map", pair=pair)
        table[name.strip()] = to.strip()
    return table


def _said(context: Context, item: Refusal) -> tuple[str, str]:
    what = f"{context.say(f'what.{item.what}')} {item.id} “{item.text}”"
    return what, context.say(f"refusal.{item.reason}", detail=item.detail)


def _say_result(context: Context, report: ImportReport) -> None:
    known = ", ".join(context.project.settings.labels.by_id)
    for (kind, label), count in sorted(report.unknown.items()):
        row = "name" if kind == "span" and not is_label_id(label) else kind
        context.note(context.say(f"cli.unknown_{row}", label=label, count=count, known=known))
    for label, count in sorted(report.left_out.items()):
        context.note(context.say("cli.left_out_label", label=label, count=count))
    for (thing, name), count in sorted(report.unread.items()):
        context.status = 1
        said = context.say(f"unread.{thing}", name=name).removesuffix(" ()").removesuffix("（）")
        context.note(context.say("cli.not_read", what=said, count=count))
    if report.proposals:
        context.line(context.say("cli.proposals", count=report.proposals))
    if report.added["article"]:
        context.line(context.say("cli.new_pages", count=report.added["article"]))
    for what in WHATS:
        counts = {
            "added": report.added[what],
            "there": report.there[what],
            "refused": report.refused[what],
        }
        if what in ("word", "article", "article_label", "reading") and not any(counts.values()):
            continue  # few formats have any
        context.line(context.say("cli.imported", what=context.say(f"what.{what}"), **counts))
