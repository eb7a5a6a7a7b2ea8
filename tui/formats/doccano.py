"""doccano's JSON Lines: `label` for projects of spans, `entities` and `relations` for those with relations.

Both are written: doccano keeps what a project has no use for as metadata. Offsets are code points.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.formats.common.flat_article import Link, Mark, Sheet, ordered
from tui.formats.common.json_fields import field, numbered, refusing, span, state_of
from tui.formats.common.json_lines import dumps, json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.registry import Options, Refuse


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about, options
    return Pieces(out, _encode)


def _encode(sheet: Sheet) -> bytes:
    numbers = numbered(sheet.marks)
    return (
        dumps(
            {
                "text": sheet.text,
                "label": [[mark.start, mark.end, mark.label] for mark in sheet.marks],
                "entities": [
                    {
                        "id": numbers[mark.id],
                        "label": mark.label,
                        "start_offset": mark.start,
                        "end_offset": mark.end,
                    }
                    for mark in sheet.marks
                ],
                "relations": [
                    {
                        "id": number,
                        "from_id": numbers[link.head],
                        "to_id": numbers[link.tail],
                        "type": link.label,
                    }
                    for number, link in enumerate(sheet.links, 1)
                ],
                "article": sheet.id,
                "state": sheet.state,
                "annotator": sheet.annotator,
                **sheet.about,
            }
        )
        + b"\n"
    )


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[Sheet]:
    """Yield the sheets; a line that holds none is refused and the next one read.

    What doccano exports is read: `label`, or `labels`, or `entities` with `relations`.
    """
    for number, value in json_lines(source, path, refuse):
        with refusing(refuse, path, number):
            yield _sheet(value, path, number)


def _sheet(value: Any, path: str, line: int) -> Sheet:
    text = field(value, "text", str, path, line)
    entities = field(value, "entities", list, path, line, [])
    marks = [_entity(entity, text, path, line) for entity in entities]
    if not entities:
        triples = value.get("label") or value.get("labels") or []
        marks = [_triple(triple, str(n), text, path, line) for n, triple in enumerate(triples, 1)]
    return Sheet(
        str(value.get("article") or ""),
        text,
        ordered(marks),
        tuple(_link(link, path, line) for link in field(value, "relations", list, path, line, [])),
        state=state_of(value.get("state")),
        annotator=field(value, "annotator", str, path, line, ""),
        line=line,
    )


def _entity(value: Any, text: str, path: str, line: int) -> Mark:
    start, end = (field(value, name, int, path, line) for name in ("start_offset", "end_offset"))
    label = field(value, "label", str, path, line)
    return Mark(str(field(value, "id", object, path, line)), label, span(start, end, text, path, line))


def _triple(value: Any, key: str, text: str, path: str, line: int) -> Mark:
    start, end = (field(value, at, int, path, line) for at in (0, 1))
    return Mark(key, field(value, 2, str, path, line), span(start, end, text, path, line))


def _link(value: Any, path: str, line: int) -> Link:
    head, tail = (str(field(value, name, object, path, line)) for name in ("from_id", "to_id"))
    return Link(str(value.get("id", "")), field(value, "type", str, path, line), head, tail)
