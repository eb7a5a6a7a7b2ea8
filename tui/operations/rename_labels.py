"""A document in which a label or relation type has another id; tags that become the same become one."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.model import Document, Relation, Segments, Span, order
from tui.store.settings.edit import SchemaTable


class Renamed(NamedTuple):
    """A document with the new id.

    Attributes:
        changed: how many tags or relations had the old one.
        joined: how many of these became one with another.
    """

    document: Document
    changed: int
    joined: int


def renamed(document: Document, table: SchemaTable, old: str, new: str) -> Renamed:
    """Give what has the label or type `old` the label or type `new`.

    A tag at the place of another one with the new label becomes one with it, its relations too, unless what
    their attributes or notes say differs; a relation between the same tags becomes one with the other.
    """
    if table == "relations":
        return _with_type(document, old, new)
    orphans = tuple(span.replaced(label=new) if span.label == old else span for span in document.orphans)
    count = sum(span.label == old for span in (*document.spans, *document.orphans))
    spans, ids = _with_label(document.spans, old, new)
    moved = [
        relation.replaced(
            head=ids.get(relation.head, relation.head), tail=ids.get(relation.tail, relation.tail)
        )
        for relation in document.relations
    ]
    made = document.replaced(spans=spans, orphans=orphans, relations=_distinct(moved))
    return Renamed(made, count, len(ids))


def _with_type(document: Document, old: str, new: str) -> Renamed:
    relations = [r.replaced(label=new) if r.label == old else r for r in document.relations]
    distinct = _distinct(relations)
    count = sum(relation.label == old for relation in document.relations)
    return Renamed(document.replaced(relations=distinct), count, len(relations) - len(distinct))


def _with_label(spans: Iterable[Span], old: str, new: str) -> tuple[tuple[Span, ...], dict[str, str]]:
    """Return the tags, and which became one with which other, by their ids."""
    by_id = {span.id: span for span in spans if span.label != old}
    there: dict[Segments, str] = {span.segments: span.id for span in by_id.values() if span.label == new}
    ids: dict[str, str] = {}
    for span in (span.replaced(label=new) for span in spans if span.label == old):
        other = there.get(span.segments)
        one = None if other is None else _joined(by_id[other], span)
        if other is None or one is None:
            by_id[span.id] = span
            there.setdefault(span.segments, span.id)
        else:
            by_id[other] = one
            ids[span.id] = other
    return tuple(sorted(by_id.values(), key=order)), ids


def _joined(span: Span, other: Span) -> Span | None:
    """Return a tag with all that two of them say; None where that differs."""
    both = span.attributes.keys() & other.attributes.keys()
    if any(span.attributes[name] != other.attributes[name] for name in both):
        return None
    if span.note and other.note and span.note != other.note:
        return None
    return span.replaced(attributes={**other.attributes, **span.attributes}, note=span.note or other.note)


def _distinct(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return the relations, of those that say the same the first; none leads from a tag to itself."""
    found: dict[tuple[str, str, str], Relation] = {}
    for relation in relations:
        if relation.head != relation.tail:
            found.setdefault((relation.label, relation.head, relation.tail), relation)
    return tuple(found.values())
