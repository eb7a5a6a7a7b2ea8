"""Hugging Face: JSON Lines with typed columns; the dataset card beside them names the features.

`tokens` and `ner_tags` are what token classification trains on (of tags that overlap, the longest); `spans`
has all of them.
"""

from collections.abc import Container, Iterable, Iterator
from typing import Any, BinaryIO

from tui.formats.common.article_labels import categories, labels_of
from tui.formats.common.flat_article import FlatArticle, Link, Mark, ordered
from tui.formats.common.json_fields import (
    about_of,
    attributes_of,
    each,
    field,
    refusing,
    score_of,
    span,
    state_of,
)
from tui.formats.common.json_lines import dumps, json_lines, loads
from tui.formats.common.mark_rules import outermost
from tui.formats.common.native_schema import About
from tui.formats.common.not_read import NotReadError
from tui.formats.common.sinks import Pieces
from tui.formats.common.tag_schemes import names, tags
from tui.formats.common.tokens import starts_of, visible_tokens, words_of
from tui.formats.interface import Options, Refuse
from tui.model import ABOUT, STATES


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about
    return Pieces(out, lambda sheet: _encode(sheet, options))


def _encode(sheet: FlatArticle, options: Options) -> bytes:
    outer = outermost(trimmed(sheet))[0]
    ranges = visible_tokens(sheet, options.unit)
    return (
        dumps(
            {
                "id": sheet.id,
                "part": sheet.part,
                "offset": sheet.offset,
                "text": sheet.text,
                "tokens": words_of(ranges, sheet.text),
                "ner_tags": tags(options.scheme, outer, starts_of(ranges)),
                "spans": [_span(mark, sheet.text) for mark in sheet.marks],
                "relations": [
                    {"id": x.id, "label": x.label, "from": x.head, "to": x.tail} for x in sheet.links
                ],
                "article_labels": categories(sheet.labels),
                "page": sheet.page,
                "state": sheet.state,
                "annotator": sheet.annotator,
                **{name: sheet.about.get(name, "") for name in ABOUT},
            }
        )
        + b"\n"
    )


def trimmed(sheet: FlatArticle) -> list[Mark]:
    """Return the marks without the blanks at their ends, which are no tokens."""
    found = []
    for mark in sheet.marks:
        text = sheet.text[mark.start : mark.end]
        start, inner = mark.start + len(text) - len(text.lstrip()), text.strip()
        if inner:
            found.append(mark if inner == text else mark.replaced(parts=((start, start + len(inner)),)))
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


def features(labels: Iterable[str], scheme: str, dates: Container[str] = ()) -> list[dict[str, Any]]:
    """Return the columns as a dataset card describes them.

    Args:
        dates: columns whose texts may all be dates. `datasets` takes such a column for one of times, whatever
            it is said to be; only as JSON it stays as it is.
    """
    known = list(labels)
    string = "string"
    attribute = [column("name", string), column("value", string)]
    spans = [
        column("id", string),
        column("label", classes(known)),
        column("start", "int64"),
        column("end", "int64"),
        column("text", string),
        {"name": "attributes", "list": attribute},
        column("note", string),
        column("score", "float64"),
    ]
    return [
        column("id", string),
        column("part", "int64"),
        column("offset", "int64"),
        column("text", string),
        {"name": "tokens", "list": string},
        {"name": "ner_tags", "list": classes(names(scheme, known))},
        {"name": "spans", "list": spans},
        {"name": "relations", "list": [column(name, string) for name in ("id", "label", "from", "to")]},
        {"name": "article_labels", "list": string},
        column("page", "json" if "page" in dates else string),
        column("state", classes(STATES)),
        column("annotator", string),
        *(column(name, "json" if name in dates else string) for name in ABOUT),
    ]


def column(name: str, kind: Any) -> dict[str, Any]:
    """Return a column of a kind."""
    return {"name": name, "dtype": kind}


def classes(values: Iterable[str]) -> dict[str, Any]:
    """Return the kind of a column that holds one of some names."""
    return {"class_label": {"names": {str(n): value for n, value in enumerate(values)}}}


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the sheets; a line that holds none is refused and the next one read."""
    for number, value in json_lines(source, path, refuse):
        with refusing(refuse, path, number):
            yield _article(value, path, number, refuse)


def _article(value: Any, path: str, line: int, refuse: Refuse) -> FlatArticle:
    text = field(value, "text", str, path, line)
    spans = field(value, "spans", list, path, line)
    relations = field(value, "relations", list, path, line, [])
    labels, others = labels_of(field(value, "article_labels", list, path, line, []))
    if others:
        refuse(NotReadError("category", count=others))
    return FlatArticle(
        field(value, "id", str, path, line, ""),
        text,
        ordered(each(spans, lambda row: _mark(row, text, path, line), refuse, path, line)),
        tuple(each(relations, lambda row: _link(row, path, line), refuse, path, line, "relation")),
        page=field(value, "page", str, path, line, ""),
        state=state_of(value.get("state")),
        annotator=field(value, "annotator", str, path, line, ""),
        about=about_of(value),
        line=line,
        part=field(value, "part", int, path, line, 0),
        offset=field(value, "offset", int, path, line, 0),
        labels=labels,
    )


def _link(row: Any, path: str, line: int) -> Link:
    return Link(*(field(row, name, str, path, line) for name in ("id", "label", "from", "to")))


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
