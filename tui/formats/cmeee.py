"""CMeEE's JSON (CBLUE): a list of texts with entities, whose end is the last character's place."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.formats.common.flat_article import FlatArticle, Mark, ordered
from tui.formats.common.json_fields import check_quote, each, field, refusing, span
from tui.formats.common.json_lines import dumps, json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.not_read import unknown_fields
from tui.formats.common.sinks import Pieces
from tui.formats.interface import Options, Refuse

KNOWN = frozenset({"id", "text", "entities", "article", "part", "offset"})


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about, options
    return Pieces(out, _encode, b"[\n", b",\n", b"\n]\n")


def _encode(sheet: FlatArticle) -> bytes:
    entities = [
        {
            "start_idx": mark.start,
            "end_idx": mark.end - 1,
            "type": mark.label,
            "entity": sheet.text[mark.start : mark.end],
        }
        for mark in sheet.marks
    ]
    row = {"id": sheet.external_id} if sheet.external_id else {}
    origin = {"article": sheet.id, "part": sheet.part, "offset": sheet.offset}
    return dumps(row | {"text": sheet.text, "entities": entities} | origin)


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the texts; one that cannot be read is refused and the next one read."""
    for line, value in json_lines(source, path, refuse):
        with refusing(refuse, path, line):
            yield _article(value, path, line, refuse)


def _article(value: Any, path: str, line: int, refuse: Refuse) -> FlatArticle:
    text = field(value, "text", str, path, line)
    entities = field(value, "entities", list, path, line, [])
    numbers = iter(range(1, len(entities) + 1))
    marks = each(entities, lambda e: _mark(e, str(next(numbers)), text, path, line), refuse, path, line)
    for error in unknown_fields(value, KNOWN):
        refuse(error)
    return FlatArticle(
        field(value, "article", str, path, line, ""),
        text,
        ordered(marks),
        line=line,
        external_id="" if value.get("id") is None else str(value["id"]),
        part=field(value, "part", int, path, line, 0),
        offset=field(value, "offset", int, path, line, 0),
    )


def _mark(value: Any, key: str, text: str, path: str, line: int) -> Mark:
    """Return an entity; later versions of the corpus have the place behind the last character."""
    start, end = (field(value, name, int, path, line) for name in ("start_idx", "end_idx"))
    quote = value.get("entity")
    behind = end if isinstance(quote, str) and text[start:end] == quote else end + 1
    parts = span(start, behind, text, path, line)
    check_quote(quote, start, behind, text, path, line)
    return Mark(key, field(value, "type", str, path, line), parts)
