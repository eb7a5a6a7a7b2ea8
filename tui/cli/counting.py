"""Quantities in given texts and in the corpus."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui.cli.context import Context, shown
from tui.cli.corpus import find_article
from tui.errors import PiyueError
from tui.model import Article
from tui.quantities import find
from tui.text.offsets import Reading, read


def quantities(context: Context) -> None:
    """`piyue quantities`."""
    arguments = context.arguments
    if arguments.all:
        for page, division in context.divided():
            _print_found(context, ((article, read(page, article)) for article in division.articles))
    elif arguments.article is not None:
        _, article, reading = find_article(context, arguments.article)
        _print_found(context, [(article, reading)])
    else:
        for text in arguments.text or _lines():
            _print_text(context, text)
            context.flush()  # whoever sends a line may wait for its answer


def in_reading(reading: Reading, units: Mapping[str, str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the quantities of an article as JSON has them, in reading offsets and with source segments."""
    for start, end in reading.blocks:
        for quantity in find(reading.text[start:end], units):
            at = quantity.start + start, quantity.end + start
            yield quantity.as_dict() | {"start": at[0], "end": at[1], "segments": reading.to_source(*at)}


def _print_found(context: Context, articles: Iterable[tuple[Article, Reading]]) -> None:
    for article, reading in articles:
        for row in in_reading(reading, context.project.settings.units):
            if context.arguments.json:
                context.answer(row | {"article": article.id, "page": article.page})
            else:
                context.line(shown(f"{article.id}  {_line(row)}"))


def _print_text(context: Context, text: str) -> None:
    rows = [quantity.as_dict() for quantity in find(text, context.units)]
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
