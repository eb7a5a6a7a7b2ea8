"""doccano's JSON Lines: `label` for projects of spans, `entities` and `relations` for those with relations.

Both are written, and what an article is labelled with as `cats`, the categories of projects of intents:
doccano keeps what a project has no use for as metadata. Offsets are code points. Older versions'
`annotations` are read too; several users' become several annotators'.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.formats.common.article_labels import categories, labels_of
from tui.formats.common.flat_article import FlatArticle, Link, Mark, ordered
from tui.formats.common.json_fields import (
    UNLABELLED,
    about_of,
    annotator_of,
    each,
    field,
    is_number,
    numbered,
    refusing,
    span,
    state_of,
)
from tui.formats.common.json_lines import dumps, json_lines
from tui.formats.common.native_schema import About
from tui.formats.common.not_read import NotReadError, unknown_fields
from tui.formats.common.sinks import Pieces
from tui.formats.interface import Options, Refuse
from tui.model import ABOUT

KNOWN = frozenset(
    {
        "id",
        "text",
        "data",
        "label",
        "labels",
        "entities",
        "relations",
        "cats",
        "annotations",
        "Comments",
        "comments",
    }
    | {"article", "state", "annotator", *ABOUT}
)


def sink(out: BinaryIO, about: About, options: Options) -> Pieces:
    """See `Module.sink`."""
    del about, options
    return Pieces(out, _encode)


def _encode(sheet: FlatArticle) -> bytes:
    numbers = numbered(sheet.marks)
    key = sheet.external_id
    external_id = {"id": int(key) if is_number(key) else key} if key else {}
    return (
        dumps(
            external_id
            | {
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
                **({"cats": categories(sheet.labels)} if sheet.labels else {}),
                "article": sheet.id,
                "state": sheet.state,
                "annotator": sheet.annotator,
                **sheet.about,
            }
        )
        + b"\n"
    )


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[FlatArticle]:
    """Yield the articles; a line that holds none is refused and the next one read.

    What doccano exports is read: `label`, or `labels`, or `entities` with `relations` or `cats`, or
    `annotations`.
    """
    for number, value in json_lines(source, path, refuse):
        with refusing(refuse, path, number):
            yield from _articles(value, path, number, refuse)


def _articles(value: Any, path: str, line: int, refuse: Refuse) -> Iterator[FlatArticle]:
    text = field(value, "text" if "text" in value else "data", str, path, line)
    entities = field(value, "entities", list, path, line, [])
    labels = value.get("label") or value.get("labels") or []
    triples = [one for one in labels if not isinstance(one, str)]
    numbers = iter(range(1, len(entities or triples) + 1))
    marks = each(
        entities or triples,
        lambda one: _marked(one, str(next(numbers)), text, path, line),
        refuse,
        path,
        line,
    )
    said = [*field(value, "cats", list, path, line, []), *(one for one in labels if isinstance(one, str))]
    of_article, others = labels_of(said)
    if others:
        refuse(NotReadError("category", count=others))
    relations = field(value, "relations", list, path, line, [])
    links = each(relations, lambda link: _link(link, path, line), refuse, path, line, "relation")
    for error in unknown_fields(value, KNOWN):
        refuse(error)
    if comments := [*(value.get("Comments") or []), *(value.get("comments") or [])]:
        refuse(NotReadError("comment", count=len(comments)))
    article = FlatArticle(
        str(value.get("article") or ""),
        text,
        ordered(marks),
        tuple(links),
        state=state_of(value.get("state")),
        annotator=field(value, "annotator", str, path, line, ""),
        about=about_of(value),
        line=line,
        external_id="" if value.get("id") is None else str(value["id"]),
        labels=of_article,
    )
    older = field(value, "annotations", list, path, line, [])
    yield from _by_user(article, older, path, line, refuse) if older else [article]


def _by_user(
    article: FlatArticle, annotations: list[Any], path: str, line: int, refuse: Refuse
) -> Iterator[FlatArticle]:
    """Yield an article for each user of a version of doccano that wrote who annotated what."""
    users: dict[str, list[Any]] = {}
    for annotation in annotations:
        with refusing(refuse, path, line, "span"):
            users.setdefault(annotator_of(annotation.get("user")), []).append(annotation)
    for user, own in users.items():
        marks = each(own, lambda one: _older(one, article.text, path, line), refuse, path, line)
        yield article._replace(marks=ordered(marks), annotator=user if len(users) > 1 else "")


def _older(value: Any, text: str, path: str, line: int) -> Mark:
    """Return an annotation whose label is its number, since the file does not say what it is called."""
    label = field(value, "label", object, path, line)
    return _entity({**value, "label": str(label), "id": value.get("id")}, text, path, line)


def _entity(value: Any, text: str, path: str, line: int) -> Mark:
    start, end = (field(value, name, int, path, line) for name in ("start_offset", "end_offset"))
    label = field(value, "label", str, path, line)
    return Mark(str(field(value, "id", object, path, line, "")), label, span(start, end, text, path, line))


def _marked(value: Any, key: str, text: str, path: str, line: int) -> Mark:
    """Return a span, which projects of intents and those without relations have as a list of three."""
    return (
        _entity(value, text, path, line) if isinstance(value, dict) else _triple(value, key, text, path, line)
    )


def _triple(value: Any, key: str, text: str, path: str, line: int) -> Mark:
    start, end = (field(value, at, int, path, line) for at in (0, 1))
    return Mark(key, field(value, 2, str, path, line), span(start, end, text, path, line))


def _link(value: Any, path: str, line: int) -> Link:
    head, tail = (str(field(value, name, object, path, line)) for name in ("from_id", "to_id"))
    label = field(value, "type", str, path, line, "") or UNLABELLED
    return Link(str(field(value, "id", object, path, line, "")), label, head, tail)
