"""`piyue quantities`: quantities in given texts and in the corpus."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from tui.cli.arguments import ARTICLE, JSON, Option
from tui.cli.context import Context, shown
from tui.cli.corpus import find_article
from tui.cli.sharding import PAGE_RUNS, page_runner
from tui.edit import ReplaceSpan
from tui.edit.values import MetricReader, with_value
from tui.errors import PiyueError, ProjectError
from tui.model import Document, Span
from tui.operations.quantities_found import Row, quantities_of, quantities_of_pages
from tui.quantities import FIELDS, display, find

OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "quantities": (
        Option(("text",), "text", {"nargs": "*", "metavar": "TEXT", "default": ()}, "of"),
        Option(("--all",), "all", {"action": "store_true"}, "of"),
        Option(("--fill",), "fill", {"action": "store_true"}),
        ARTICLE.replaced(one_of="of"),
        *PAGE_RUNS,
        JSON,
    ),
}
"""The arguments of each command."""


def quantities(context: Context) -> None:
    """`piyue quantities`."""
    arguments = context.arguments
    if arguments.all and not arguments.fill:
        with page_runner(context, "quantities") as runner:
            _print_found(context, quantities_of_pages(context.project, runner))
        return
    if arguments.shard or arguments.merge or arguments.output:
        raise ProjectError("shard.usage", command="quantities --all")
    if arguments.fill:
        _fill(context)
    elif arguments.article is not None:
        _, article, reading = find_article(context, arguments.article)
        _print_found(context, quantities_of(article, reading, context.project.settings.units))
    else:
        for text in arguments.text or _lines():
            _print_text(context, text)
            context.flush()  # whoever sends a line may wait for its answer


def _fill(context: Context) -> None:
    """Read the values of tagged metrics that say none, save them, and list each; also what cannot be read."""
    filled = unread = 0
    settings = context.project.settings
    for document in context.documents():
        changed, reader = document, MetricReader(document, settings.units)
        for span in document.spans:
            if span.label not in settings.labels.metrics or span.attributes.get("value"):
                continue
            read_one = with_value(span, settings.labels, reader)
            if read_one is span:
                unread += 1
            else:
                filled += 1
                changed, _ = ReplaceSpan(read_one.replaced(updated=datetime.now(UTC))).apply(changed)
            _print_filled(context, document, read_one)
        if changed is not document:
            try:
                context.project.save(changed)
            except PiyueError as error:
                context.complain(error)
    if not context.arguments.json:
        context.line(context.say("cli.filled", filled=filled, unread=unread))


def _print_filled(context: Context, document: Document, span: Span) -> None:
    value = display(span.attributes, context.language)
    if context.arguments.json:
        row = {"page": document.page.id, "id": span.id, "text": span.text, "segments": span.segments}
        context.answer(row | {name: span.attributes.get(name) for name in FIELDS})
    else:
        said = value or context.say("period.unread")
        context.line(shown(f"{document.page.id}  {span.text}  =  {said}"))


def _print_found(context: Context, rows: Iterable[Row | PiyueError]) -> None:
    for row in rows:
        if isinstance(row, PiyueError):
            context.complain(row)
        elif context.arguments.json:
            context.answer(row)
        else:
            context.line(shown(f"{row['article']}  {_line(row)}"))


def _units(context: Context) -> Mapping[str, str]:
    """Return the project's own units; none where a text is looked into outside of any project."""
    try:
        return context.project.settings.units
    except ProjectError:
        if context.arguments.project is not None:
            raise
        return {}


def _print_text(context: Context, text: str) -> None:
    rows = [quantity.as_dict() for quantity in find(text, _units(context))]
    if context.arguments.json:
        context.answer({"text": text, "quantities": rows})
    else:
        for row in rows:
            context.line(shown(_line(row)))


def _line(row: dict[str, Any]) -> str:
    """Return a quantity on a line for people: surface, value, unit, then what is not the usual."""
    value = row["value"] if row["value_max"] is None else f"{row['value']}–{row['value_max']}"
    marks = [mark for mark in (row["comparator"], row["direction"]) if mark not in ("exact", "none")]
    return "  ".join([row["surface"], "=", f"{value} {row['unit']}".strip(), row["kind"], *marks])


def _lines() -> Iterator[str]:
    """Yield the lines of stdin, which is UTF-8 whatever the locale."""
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            yield line.decode().rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise PiyueError("cli.stdin", path="-", line=number, offset=error.start) from error
