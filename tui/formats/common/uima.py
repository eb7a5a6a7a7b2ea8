"""Shared parts of the two UIMA formats: types, feature structures, reading.

Named entities, sentences, tokens and the document's metadata are DKPro's types, which INCEpTION knows; what
they have no feature for is a `piyue.Detail`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from tui.errors import FormatError
from tui.formats.common.article_labels import categories, labels_of
from tui.formats.common.flat_article import FlatArticle, Link, Mark, ordered
from tui.formats.common.json_fields import (
    UNLABELLED,
    about_of,
    attributes_of,
    ids,
    refusing,
    score_of,
    state_of,
)
from tui.formats.common.json_lines import dumps, loads
from tui.formats.common.not_read import NotReadError
from tui.formats.common.tokens import sentences, visible_tokens
from tui.formats.common.utf16 import from_utf16, to_utf16
from tui.formats.interface import Options, Refuse
from tui.model.page import Sentence

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
ENTITY = DKPRO + "ner.type.NamedEntity"
SENTENCE = DKPRO + "segmentation.type.Sentence"
TOKEN = DKPRO + "segmentation.type.Token"
METADATA = DKPRO + "metadata.type.DocumentMetaData"
DETAIL, RELATION = "piyue.Detail", "piyue.Relation"
ANNOTATION, DOCUMENT, STRING = "uima.tcas.Annotation", "uima.tcas.DocumentAnnotation", "uima.cas.String"
VIEW = "_InitialView"

TYPES: dict[str, tuple[str, dict[str, str]]] = {
    METADATA: (DOCUMENT, {"documentId": STRING, "documentTitle": STRING}),
    SENTENCE: (ANNOTATION, {"id": STRING}),
    TOKEN: (ANNOTATION, {"id": STRING}),
    ENTITY: (ANNOTATION, {"value": STRING, "identifier": STRING}),
    DETAIL: (ANNOTATION, {"entity": ENTITY, "name": STRING, "value": STRING}),
    RELATION: (ANNOTATION, {"Governor": ENTITY, "Dependent": ENTITY, "label": STRING, "identifier": STRING}),
}
"""Each type's supertype and features."""

LABELS = "article_labels"
"""The detail of a whole text that says what it is labelled with."""
IDENTIFIER = "identifier"
PLACE = frozenset({"begin", "end", "sofa", "value", "xmi:id"})
"""Features of a named entity that are no attributes."""
OWN = frozenset({"uima.cas.Sofa", "uima.cas.NULL", "uima.cas.View", DOCUMENT})
"""Types that say nothing of the text."""

REFERENCES = frozenset({"entity", "Governor", "Dependent"})
"""Features whose value is another structure's number."""


class Structure(NamedTuple):
    """A feature structure; of `REFERENCES`, the values are numbers of others."""

    number: int
    type: str
    features: dict[str, Any]


def structures(sheet: FlatArticle, options: Options) -> list[Structure]:
    """Return the annotations of a sheet, numbered from 2; number 1 is the sofa's."""
    made: list[Structure] = []
    utf16 = to_utf16(sheet.text)

    def make(type_name: str, start: int, end: int, **features: Any) -> int:
        place = {"begin": utf16(start), "end": utf16(end)}
        kept = {name: value for name, value in features.items() if value not in (None, "")}
        made.append(Structure(len(made) + 2, type_name, place | kept))
        return made[-1].number

    whole = (0, len(sheet.text))
    facts: dict[str, str | None] = {"state": sheet.state, "annotator": sheet.annotator, **sheet.about}
    title = sheet.about.get("title", sheet.name)
    if sheet.external_id:
        facts["article"] = sheet.id
    if sheet.labels:
        facts[LABELS] = dumps(categories(sheet.labels)).decode()
    make(METADATA, *whole, language="zh", documentId=sheet.name, documentTitle=title)
    for name, value in facts.items():
        if value:
            make(DETAIL, *whole, name=name, value=value)
    ranges = visible_tokens(sheet, options.unit)
    for sentence in sentences(sheet, ranges, options.max_length):
        make(SENTENCE, sentence[0][0], sentence[-1][1])
    for start, end in ranges:
        make(TOKEN, start, end)
    keys: dict[str, tuple[int, Mark]] = {}
    for mark in sheet.marks:
        place = mark.parts[0]
        # An `identifier` says what the name stands for in a knowledge base: no id of ours belongs there.
        number = make(ENTITY, *place, value=mark.label, identifier=mark.attributes.get(IDENTIFIER))
        keys[mark.id] = number, mark
        details = {"id": mark.id, "attributes": mark.attributes, "note": mark.note, "score": mark.score}
        for name, said in details.items():
            if said not in ({}, "", None):
                make(DETAIL, *place, entity=number, name=name, value=dumps(said).decode())
    for link in sheet.links:
        (head, _), (tail, mark) = keys[link.head], keys[link.tail]
        make(RELATION, *mark.parts[0], Governor=head, Dependent=tail, label=link.label, identifier=link.id)
    return made


def article_from(text: str, found: Iterable[Structure], path: str, refuse: Refuse) -> FlatArticle:
    """Return the article that structures say; a named entity that is no range of the text is refused."""
    by_type: dict[str, list[Structure]] = {}
    for structure in found:
        by_type.setdefault(structure.type, []).append(structure)
    about: dict[int, dict[str, str]] = {}
    for detail in by_type.get(DETAIL, []):
        said = about.setdefault(detail.features.get("entity", 0), {})
        said[str(detail.features.get("name"))] = str(detail.features.get("value", ""))
    back, keys = from_utf16(text), ids("T")
    marks: dict[int, Mark] = {}
    for entity in by_type.get(ENTITY, []):
        with refusing(refuse, path, what="span"):
            marks[entity.number] = _mark(entity, about.get(entity.number, {}), back, keys, path)
    metadata = next(iter(by_type.get(METADATA, [])), None)
    name = str(metadata.features.get("documentId", "")) if metadata else ""
    facts = about.get(0, {})
    return FlatArticle(
        facts.get("article", name),
        text,
        ordered(marks.values()),
        tuple(_links(by_type.get(RELATION, []), marks, refuse)),
        state=state_of(facts.get("state")),
        annotator=facts.get("annotator", ""),
        about=about_of(facts),
        external_id=name,
        sentences=tuple(_sentences(by_type.get(SENTENCE, []), back)),
        labels=labels_of(loads(facts.get(LABELS, "[]").encode()))[0],
    )


def _sentences(found: Iterable[Structure], back: Callable[[int], int | None]) -> Iterator[Sentence]:
    """Yield sentences in order; what is no range, or overlaps, is passed over: nothing hangs on it."""
    at = 0
    for start, end in sorted((s.features.get("begin", -1), s.features.get("end", -1)) for s in found):
        first, last = back(start), back(end)
        if first is not None and last is not None and at <= first < last:
            yield Sentence(first, last)
            at = last


def _mark(
    entity: Structure,
    said: dict[str, str],
    back: Callable[[int], int | None],
    keys: Iterator[str],
    path: str,
) -> Mark:
    start, end = (back(int(entity.features.get(name, -1))) for name in ("begin", "end"))
    if start is None or end is None or start >= end:
        raise FormatError("import.field", path=path, field=ENTITY, reason="begin and end are no range")
    details = {name: loads(value.encode("utf-8", "surrogatepass")) for name, value in said.items()}
    label = str(entity.features.get("value", ""))
    key = str(details.get("id") or next(keys))
    others = {k: v for k, v in entity.features.items() if k not in PLACE and v not in (None, "")}
    attributes = attributes_of(others) | attributes_of(details.get("attributes"))
    note = str(details.get("note", ""))
    return Mark(key, label, ((start, end),), attributes, note, score=score_of(details.get("score")))


def _links(relations: list[Structure], marks: dict[int, Mark], refuse: Refuse) -> Iterator[Link]:
    for relation in relations:
        said = relation.features
        head, tail = (marks.get(said.get(name, 0)) for name in ("Governor", "Dependent"))
        label = str(said.get("label") or UNLABELLED)
        if head and tail:
            yield Link(str(said.get("identifier", "")), label, head.id, tail.id)
        else:
            refuse(FormatError("import.ends", field=label, what="relation"))


def count_unread(names: Iterable[str], views: int, refuse: Refuse) -> None:
    """Count the structures whose type has no place here by their types, and the views beyond the first."""
    for name, count in Counter(name for name in names if name not in TYPES and name not in OWN).items():
        refuse(NotReadError("layer", name, count))
    if views > 1:
        refuse(NotReadError("view", count=views - 1))
