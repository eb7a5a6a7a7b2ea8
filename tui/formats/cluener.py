"""CLUENER's JSON Lines: `label` by type, by surface, by places; an end is the last character's place."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.formats.common.flat_article import FlatArticle, Mark, ordered
from tui.formats.common.json_fields import check_quote, field, ids, refusing, span
from tui.formats.common.json_lines import dumps, json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.not_read import unknown_fields
from tui.formats.common.sinks import Pieces
from tui.formats.interface import Options, Refuse

KNOWN = frozenset({"id", "text", "label"})


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about, options
    return Pieces(out, _encode)


def _encode(sheet: FlatArticle) -> bytes:
    labels: dict[str, dict[str, list[list[int]]]] = {}
    for mark in sheet.marks:
        places = labels.setdefault(mark.label, {}).setdefault(sheet.text[mark.start : mark.end], [])
        places.append([mark.start, mark.end - 1])
    row = {"id": sheet.external_id} if sheet.external_id else {}
    return dumps(row | {"text": sheet.text, "label": labels}) + b"\n"


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the articles; a line that holds none, or a place where its text does not stand, is refused."""
    for number, value in json_lines(source, path, refuse):
        with refusing(refuse, path, number):
            text = field(value, "text", str, path, number)
            labels = field(value, "label", dict, path, number, {})
            for error in unknown_fields(value, KNOWN):
                refuse(error)
            marks = ordered(_marks(labels, text, path, number, refuse))
            external_id = "" if value.get("id") is None else str(value["id"])
            yield FlatArticle("", text, marks, line=number, external_id=external_id)


def _marks(labels: dict[str, Any], text: str, path: str, line: int, refuse: Refuse) -> Iterator[Mark]:
    keys = ids("T")
    for label, surfaces in labels.items():
        with refusing(refuse, path, line, "span"):
            for surface, places in surfaces.items():
                for place in places:
                    with refusing(refuse, path, line, "span"):
                        yield _mark(next(keys), label, surface, place, text, path, line)


def _mark(key: str, label: str, surface: str, place: Any, text: str, path: str, line: int) -> Mark:
    start, last = (field(place, at, int, path, line) for at in (0, 1))
    parts = span(start, last + 1, text, path, line)
    check_quote(surface, start, last + 1, text, path, line)
    return Mark(key, label, parts)
