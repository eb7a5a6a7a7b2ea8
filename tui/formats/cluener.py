"""CLUENER's JSON Lines: `label` by type, by surface, by places; an end is the last character's place."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.errors import FormatError
from tui.formats.common.flat_article import Mark, Sheet, ordered
from tui.formats.common.json_fields import field, ids, refusing, span
from tui.formats.common.json_lines import dumps, json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.registry import Options, Refuse


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about, options
    return Pieces(out, _encode)


def _encode(sheet: Sheet) -> bytes:
    labels: dict[str, dict[str, list[list[int]]]] = {}
    for mark in sheet.marks:
        places = labels.setdefault(mark.label, {}).setdefault(sheet.text[mark.start : mark.end], [])
        places.append([mark.start, mark.end - 1])
    return dumps({"text": sheet.text, "label": labels}) + b"\n"


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[Sheet]:
    """Yield the sheets; a line that holds none, or whose text is not at its place, is refused."""
    for number, value in json_lines(source, path, refuse):
        with refusing(refuse, path, number):
            text = field(value, "text", str, path, number)
            labels = field(value, "label", dict, path, number, {})
            yield Sheet("", text, ordered(_marks(labels, text, path, number)), line=number)


def _marks(labels: dict[str, Any], text: str, path: str, line: int) -> Iterator[Mark]:
    keys = ids("T")
    for label in labels:
        surfaces = field(labels, label, dict, path, line)
        for surface in surfaces:
            for place in field(surfaces, surface, list, path, line):
                start, last = (field(place, at, int, path, line) for at in (0, 1))
                if text[start : last + 1] != surface:
                    reason = f"“{surface}” is not what stands at {start} to {last}"
                    raise FormatError("import.field", path=path, line=line, field=label, reason=reason)
                yield Mark(next(keys), label, span(start, last + 1, text, path, line))
