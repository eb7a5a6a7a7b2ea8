"""Label Studio's JSON: a list of tasks; tags are regions, attributes a region's text area, notes its meta.

Offsets are code points. The labelling config stands beside the tasks.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.errors import FormatError
from tui.formats.common.flat_article import Link, Mark, Sheet, ordered
from tui.formats.common.json_fields import attributes_of, field, refusing, score_of, span, state_of
from tui.formats.common.json_lines import dumps, loads
from tui.formats.common.native_schema import About
from tui.formats.common.sinks import Pieces
from tui.formats.registry import Options, Refuse
from tui.model import Attribute

LABELS, TEXT, ATTRIBUTES = "label", "text", "attributes"
"""The names of the config's controls and of its text."""


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

    def _encode(self, sheet: Sheet) -> bytes:
        self._labels.update(mark.label for mark in sheet.marks)
        self._links.update(link.label for link in sheet.links)
        result = [region for mark in sheet.marks for region in _regions(mark, sheet.text)]
        result += [_relation(link) for link in sheet.links]
        data = {"text": sheet.text, "article": sheet.id, "state": sheet.state, "annotator": sheet.annotator}
        data |= sheet.about
        if self._predictions:
            scores = [mark.score for mark in sheet.marks if mark.score is not None]
            score = sum(scores) / len(scores) if scores else None
            guess = {"model_version": self._about.tool, "score": score, "result": result}
            return dumps({"data": data, "predictions": [guess]})
        return dumps({"data": data, "annotations": [{"result": result}]})

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        super().close()
        return {".config.xml": config(self._about, self._labels, self._links).encode()}


def config(about: About, labels: set[str] = frozenset(), links: set[str] = frozenset()) -> str:  # type: ignore[assignment]
    """Return the labelling config of a project; `labels` and `links` are used beyond its own."""
    from xml.sax.saxutils import quoteattr

    known = [label.id for label in about.labels]
    rows = [f'  <Label value={quoteattr(x.id)} background="{x.color}"/>' for x in about.labels]
    rows += [f"  <Label value={quoteattr(x)}/>" for x in sorted(labels.difference(known))]
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
            "</View>",
            "",
        ]
    )


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


def parse(source: BinaryIO, path: str, refuse: Refuse) -> Iterator[Sheet]:
    """Yield the tasks' sheets, each with its newest annotation, else its predictions.

    Raises:
        FormatError: it is not a list of tasks.
    """
    try:
        tasks = loads(source.read())
    except ValueError as error:
        raise FormatError("import.json", path=path, reason=error) from error
    if not isinstance(tasks, list):
        raise FormatError("import.field", path=path, field="-", reason="a list of tasks is needed")
    for number, task in enumerate(tasks, 1):
        where = f"{path}[{number}]"
        with refusing(refuse, where):
            yield _sheet(task, where)


def _sheet(task: Any, path: str) -> Sheet:
    data = field(task, "data", dict, path, None)
    text = field(data, "text", str, path, None)
    kept = [x for x in field(task, "annotations", list, path, None, []) if not x.get("was_cancelled")]
    said = kept or field(task, "predictions", list, path, None, [])
    result = field(said[-1], "result", list, path, None) if said else []
    kinds = {
        kind: [r for r in result if r.get("type") == kind] for kind in ("labels", "textarea", "relation")
    }
    attributes = {str(r.get("id")): _attributes(r, path) for r in kinds["textarea"]}
    marks = [_mark(region, text, attributes, path) for region in kinds["labels"]]
    return Sheet(
        str(data.get("article") or ""),
        text,
        ordered(marks),
        tuple(_links(kinds["relation"], path)),
        state=state_of(data.get("state")),
        annotator=field(data, "annotator", str, path, None, ""),
    )


def _mark(region: Any, text: str, attributes: dict[str, dict[str, Attribute]], path: str) -> Mark:
    key, value = field(region, "id", str, path, None), field(region, "value", dict, path, None)
    start, end = (field(value, name, int, path, None) for name in ("start", "end"))
    label = field(field(value, "labels", list, path, None), 0, str, path, None)
    note = "\n".join(map(str, (region.get("meta") or {}).get("text") or []))
    score = score_of(region.get("score")) or None
    return Mark(key, label, span(start, end, text, path, None), attributes.get(key, {}), note, score=score)


def _attributes(region: Any, path: str) -> dict[str, Attribute]:
    """Return the attributes in a text area: each line a JSON object; of what people type, `name=text`."""
    found: dict[str, Attribute] = {}
    for line in map(str, field(field(region, "value", dict, path, None), "text", list, path, None)):
        try:
            found |= attributes_of(loads(line.encode("utf-8", "surrogatepass")))
        except ValueError:
            name, _, value = line.partition("=")
            found[name.strip()] = value.strip()
    return found


def _links(relations: list[Any], path: str) -> Iterator[Link]:
    for number, relation in enumerate(relations, 1):
        head, tail = (field(relation, name, str, path, None) for name in ("from_id", "to_id"))
        label = next(iter(relation.get("labels") or []), "")
        ends = (tail, head) if relation.get("direction") == "left" else (head, tail)
        yield Link(f"R{number}", str(label), *ends)
