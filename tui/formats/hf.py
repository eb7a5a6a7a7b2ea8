"""Hugging Face: JSON Lines with typed columns; the dataset card beside them names the features.

`tokens` and `ner_tags` are what token classification trains on (of tags that overlap, the longest); `spans`
has all of them.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from tui.formats.common.fitting import outermost
from tui.formats.common.flat_article import Link, Mark, Sheet, ordered
from tui.formats.common.json_fields import attributes_of, field, refusing, score_of, span, state_of
from tui.formats.common.json_lines import dumps, json_lines, loads
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.common.tag_schemes import names, tags
from tui.formats.common.tokens import seen, tokens, words_of
from tui.formats.registry import Options, Refuse
from tui.model import ABOUT, STATES


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options))


def _encode(sheet: Sheet, options: Options) -> bytes:
    outer = outermost(trimmed(sheet))[0]
    ranges = seen(tokens(sheet, options.unit), sheet.text)
    return (
        dumps(
            {
                "id": sheet.id,
                "text": sheet.text,
                "tokens": words_of(ranges, sheet.text),
                "ner_tags": tags(options.scheme, outer, ranges),
                "spans": [_span(mark, sheet.text) for mark in sheet.marks],
                "relations": [
                    {"id": x.id, "label": x.label, "from": x.head, "to": x.tail} for x in sheet.links
                ],
                "page": sheet.page,
                "state": sheet.state,
                "annotator": sheet.annotator,
                **{name: sheet.about.get(name, "") for name in ABOUT},
            }
        )
        + b"\n"
    )


def trimmed(sheet: Sheet) -> list[Mark]:
    """Return the marks without the blanks at their ends, which are no tokens."""
    found = []
    for mark in sheet.marks:
        text = sheet.text[mark.start : mark.end]
        start, inner = mark.start + len(text) - len(text.lstrip()), text.strip()
        if inner:
            found.append(mark if inner == text else mark._replace(parts=((start, start + len(inner)),)))
    return found


def _span(mark: Mark, text: str) -> dict[str, Any]:
    attributes = [{"name": k, "value": dumps(v).decode()} for k, v in mark.attributes.items()]
    return {
        "id": mark.id,
        "label": mark.label,
        "start": mark.start,
        "end": mark.end,
        "text": text[mark.start : mark.end],
        "attributes": attributes,
        "note": mark.note,
        "score": mark.score,
    }


def features(labels: Iterable[str], scheme: str) -> list[dict[str, Any]]:
    """Return the columns as a dataset card describes them."""
    known = list(labels)
    string = "string"
    attribute = [_column("name", string), _column("value", string)]
    spans = [
        _column("id", string),
        _column("label", _classes(known)),
        _column("start", "int64"),
        _column("end", "int64"),
        _column("text", string),
        {"name": "attributes", "list": attribute},
        _column("note", string),
        _column("score", "float64"),
    ]
    return [
        _column("id", string),
        _column("text", string),
        {"name": "tokens", "list": string},
        {"name": "ner_tags", "list": _classes(names(scheme, known))},
        {"name": "spans", "list": spans},
        {"name": "relations", "list": [_column(name, string) for name in ("id", "label", "from", "to")]},
        _column("page", string),
        _column("state", _classes(STATES)),
        _column("annotator", string),
        *(_column(name, string) for name in ABOUT),
    ]


def _column(name: str, kind: Any) -> dict[str, Any]:
    return {"name": name, "dtype": kind}


def _classes(values: Iterable[str]) -> dict[str, Any]:
    return {"class_label": {"names": {str(n): value for n, value in enumerate(values)}}}


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[Sheet]:
    """Yield the sheets; a line that holds none is refused and the next one read."""
    for number, value in json_lines(source, path, refuse):
        with refusing(refuse, path, number):
            yield _sheet(value, path, number)


def _sheet(value: Any, path: str, line: int) -> Sheet:
    text = field(value, "text", str, path, line)
    links = [
        Link(*(field(row, name, str, path, line) for name in ("id", "label", "from", "to")))
        for row in field(value, "relations", list, path, line, [])
    ]
    return Sheet(
        field(value, "id", str, path, line, ""),
        text,
        ordered(_mark(row, text, path, line) for row in field(value, "spans", list, path, line)),
        tuple(links),
        page=field(value, "page", str, path, line, ""),
        state=state_of(value.get("state")),
        annotator=field(value, "annotator", str, path, line, ""),
        line=line,
    )


def _mark(row: Any, text: str, path: str, line: int) -> Mark:
    start, end = (field(row, name, int, path, line) for name in ("start", "end"))
    attributes = {
        field(pair, "name", str, path, line): loads(field(pair, "value", str, path, line).encode())
        for pair in field(row, "attributes", list, path, line, [])
    }
    return Mark(
        field(row, "id", str, path, line),
        field(row, "label", str, path, line),
        span(start, end, text, path, line),
        attributes_of(attributes),
        field(row, "note", str, path, line, ""),
        score=score_of(row.get("score")),
    )
