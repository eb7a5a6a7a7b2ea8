"""`piyue ledger`: the metrics as a table."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from tui.cli.arguments import JSON, Option
from tui.cli.context import STDOUT, Context, width
from tui.cli.streams import stream_to
from tui.errors import NotFoundError, PiyueError
from tui.formats.common.chart_svg import save_svg
from tui.formats.common.table_files import Table, sheet_named
from tui.measure.cells import SHOWN, cell
from tui.measure.ledger import Row
from tui.measure.tables import table
from tui.measure.views import indicators, known, measuring, view, where
from tui.operations.ledger import ledger_rows
from tui.store.files.aliases import load_aliases

NUMBERS = frozenset(("value", "value_max"))


def sheet_name(name: str) -> str:
    """Return `name` if it is a table format's.

    Raises:
        FormatError: there is no such format; names those that there are.
    """
    sheet_named(name)
    return name


OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "ledger": (
        Option(("--where",), "where", {"action": "append", "metavar": "FIELD=TEXT"}),
        Option(("--indicator",), "indicator", {"metavar": "NAME"}),
        Option(("--sort",), "sort", {"metavar": "FIELD,…"}),
        Option(("--group",), "group", {"metavar": "FIELD"}),
        Option(("--format",), "sheet", {"type": sheet_name, "metavar": "F"}, "as"),
        Option(("--plot",), "plot", {"metavar": "PATH", "type": Path}),
        Option(("-o", "--output"), "output", {"metavar": "PATH"}),
        JSON.replaced(one_of="as"),
    ),
}
"""The arguments of each command."""


def ledger(context: Context) -> None:
    """Print the metrics, or write them as a table or a picture."""
    arguments = context.arguments
    _check_annotator(context)
    context.is_long = True
    conditions = [where(text) for text in arguments.where or ()]
    order = [known(field) for text in (arguments.group, arguments.sort) if text for field in text.split(",")]
    found = view(_rows(context), conditions, order)
    if arguments.indicator is not None:
        found = measuring(found, arguments.indicator)
    if arguments.plot is not None:
        _draw(context, found)
    elif arguments.format is not None or arguments.output is not None:
        _write(context, found)
    elif arguments.json:
        for row in found:
            context.answer(row.as_dict())
    else:
        _print(context, found)


def _check_annotator(context: Context) -> None:
    """Make sure that the annotator whose work is asked for has annotated something.

    Raises:
        NotFoundError: the arguments name one who has not annotated anything.
    """
    name, known = context.project.annotator, context.project.records.annotators()
    if context.arguments.annotator is not None and name not in known:
        key = "annotator.unknown" if known else "annotator.nobody"
        raise NotFoundError(key, name=name, known=", ".join(known))


def _rows(context: Context) -> list[Row]:
    found, refused = ledger_rows(context.project, context.documents(), load_aliases(context.project))
    for error in refused:
        context.complain(error)
    return found


def _draw(context: Context, found: list[Row]) -> None:
    """Write the picture of the first row's indicator over time; name the others that the rows measure."""
    path = context.arguments.plot
    if not found:
        raise PiyueError("ledger.no_picture")
    drawn = found[0].indicator
    context.check_output(path)
    save_svg(found, found[0], path)
    context.note(context.say("cli.ledger.drawn", path=path))
    if others := [name for name in indicators(found) if name != drawn]:
        context.note(context.say("cli.ledger.others", indicator=drawn or "-", others=", ".join(others)))


def _write(context: Context, found: list[Row]) -> None:
    arguments = context.arguments
    path = arguments.output or STDOUT
    context.check_output(path)
    write = sheet_named(arguments.format or "csv")
    table = Table(Row._fields, [row.as_dict() for row in found], NUMBERS)

    with stream_to(path) as stream:
        write(table, stream)
    context.note(context.say("cli.ledger.written", path=path, rows=len(found)))


def _print(context: Context, found: list[Row]) -> None:
    """Print the rows for people; those of a group under its name."""
    group = context.arguments.group
    head = [context.say(f"cli.column.{name}") for name in SHOWN if name != group]
    cells = [[cell(row, name, context.language) for name in SHOWN if name != group] for row in found]
    lines = table(cells, head, width())
    context.line(lines[0])
    at = 1
    for name, members in groupby(found, key=lambda row: getattr(row, group) if group else ""):
        if group:
            context.line(f"[{name or '-'}]")
        for _ in members:
            context.line(lines[at])
            at += 1
