"""Label Studio's JSON: a list of tasks; tags are regions, attributes a region's text area, notes its meta.

What an article is labelled with are choices of the whole task, or what its text area holds.

Offsets are code points. The labelling config stands beside the tasks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, BinaryIO, TypeAlias

from tui.formats.common.flat_article import FlatArticle, Link, Mark
from tui.formats.common.json_fields import is_number
from tui.formats.common.json_lines import dumps
from tui.formats.common.label_studio_reader import parse
from tui.formats.common.label_studio_topics import ATTRIBUTES, LABELS, TEXT, control_of
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.interface import Options
from tui.model import AttributeType

__all__ = ["config", "parse", "sink"]

Chosen: TypeAlias = Mapping[str, Set[str]]
NOTHING: Chosen = {}


def sink(out: BinaryIO, about: About, options: Options) -> "Tasks":
    """See `Module.sink`."""
    return Tasks(out, about, options)


class Tasks(Pieces):
    """Writes tasks, and notes which labels are used."""

    def __init__(self, out: BinaryIO, about: About, options: Options) -> None:
        super().__init__(out, self._encode, b"[\n", b",\n", b"\n]\n")
        self._about, self._predictions = about, options.predictions
        self._labels: set[str] = set()
        self._links: set[str] = set()
        self._free = {type_.id for type_ in about.article_labels if not _has_choices(type_)}
        self._chosen: dict[str, set[str]] = {}

    def _encode(self, sheet: FlatArticle) -> bytes:
        self._labels.update(mark.label for mark in sheet.marks)
        self._links.update(link.label for link in sheet.links)
        result = [region for mark in sheet.marks for region in _regions(mark, sheet.text)]
        result += [_relation(link) for link in sheet.links]
        result += [self._topic(id_, values) for id_, values in sheet.labels.items()]
        data = {"text": sheet.text, "article": sheet.id, "state": sheet.state, "annotator": sheet.annotator}
        data |= sheet.about
        task = {"id": int(sheet.external_id)} if is_number(sheet.external_id) else {}
        if self._predictions:
            scores = [mark.score for mark in sheet.marks if mark.score is not None]
            score = sum(scores) / len(scores) if scores else None
            guess = {"model_version": self._about.tool, "score": score, "result": result}
            return dumps(task | {"data": data, "predictions": [guess]})
        return dumps(task | {"data": data, "annotations": [{"result": result}]})

    def _topic(self, id_: str, values: Sequence[str]) -> dict[str, Any]:
        """Return what a whole text is labelled with."""
        common = {"id": f"article-{id_}", "from_name": control_of(id_), "to_name": TEXT}
        if id_ in self._free:
            return common | {"type": "textarea", "value": {"text": list(values)}}
        self._chosen.setdefault(id_, set()).update(values)
        return common | {"type": "choices", "value": {"choices": list(values)}}

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        super().close()
        return {".config.xml": config(self._about, self._labels, self._links, self._chosen).encode()}


def config(
    about: About, labels: Set[str] = frozenset(), links: Set[str] = frozenset(), chosen: Chosen = NOTHING
) -> str:
    """Return the labelling config of a project.

    Args:
        labels: of tags, used beyond the project's own.
        links: the same of relations.
        chosen: by the label of articles, its values that are used.
    """
    from xml.sax.saxutils import quoteattr

    known = {label.id for label in about.labels}
    rows = [f'  <Label value={quoteattr(x.id)} background="{x.color}"/>' for x in about.labels]
    rows += [f"  <Label value={quoteattr(x)}/>" for x in sorted(labels - known)]
    relations = list(dict.fromkeys([*(r.id for r in about.relations), *sorted(links)]))
    kinds = [f"  <Relation value={quoteattr(x)}/>" for x in relations]
    return "\n".join(
        [
            "<View>",
            f'<Labels name="{LABELS}" toName="{TEXT}">',
            *rows,
            "</Labels>",
            f'<Text name="{TEXT}" value="$text" granularity="symbol"/>',
            *(["<Relations>", *kinds, "</Relations>"] if kinds else []),
            f'<TextArea name="{ATTRIBUTES}" toName="{TEXT}" perRegion="true" editable="true"',
            '          displayMode="region-list"/>',
            *_topic_controls(about.article_labels, chosen),
            "</View>",
            "",
        ]
    )


def _has_choices(type_: AttributeType) -> bool:
    return type_.kind in ("enum", "boolean")


def _topic_controls(types: Iterable[AttributeType], chosen: Chosen) -> Iterator[str]:
    """Yield the controls for what whole texts are labelled with."""
    from xml.sax.saxutils import quoteattr

    by_id = {type_.id: type_ for type_ in types}
    for id_ in (*by_id, *sorted(chosen.keys() - by_id.keys())):
        type_ = by_id.get(id_)
        opening = f'name={quoteattr(control_of(id_))} toName="{TEXT}"'
        if type_ is not None and not _has_choices(type_):
            yield f"<TextArea {opening}/>"
            continue
        own = () if type_ is None else type_.choices or ("true", "false")
        is_multiple = type_ is None or type_.multiple
        yield f'<Choices {opening} choice="{"multiple" if is_multiple else "single"}">'
        values = (*own, *sorted(chosen.get(id_, frozenset()) - set(own)))
        yield from (f"  <Choice value={quoteattr(value)}/>" for value in values)
        yield "</Choices>"


def _regions(mark: Mark, text: str) -> Iterator[dict[str, Any]]:
    place = {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end]}
    common: dict[str, Any] = {"id": mark.id, "to_name": TEXT}
    region = common | {"from_name": LABELS, "type": "labels", "value": place | {"labels": [mark.label]}}
    if mark.note:
        region["meta"] = {"text": [mark.note]}
    if mark.score is not None:
        region["score"] = mark.score
    yield region
    if mark.attributes:
        lines = [dumps({name: value}).decode() for name, value in mark.attributes.items()]
        yield common | {"from_name": ATTRIBUTES, "type": "textarea", "value": place | {"text": lines}}


def _relation(link: Link) -> dict[str, Any]:
    ends = {"from_id": link.head, "to_id": link.tail}
    return {"type": "relation", "direction": "right", "labels": [link.label], **ends}
