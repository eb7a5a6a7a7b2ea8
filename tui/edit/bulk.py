"""Adds many spans and relations at once, as imports do; one by one would take quadratic time."""

from msgspec import Struct

from tui.edit.changes import Change
from tui.errors import ChangeError
from tui.model import Document, Relation, Span, order, surface


class AddAll(Struct, frozen=True):
    """Add spans and relations, each as `AddSpan` and `AddRelation` do."""

    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        ids = set(document.spans_by_id)
        for span in self.spans:
            _add_once(ids, span.id, "span")
            if surface(document.page.text, span.segments) != span.text:
                raise ChangeError("change.quote", id=span.id, segments=list(span.segments))
        known = {relation.id for relation in document.relations}
        for relation in self.relations:
            _add_once(known, relation.id, "relation")
            for end in (relation.head, relation.tail):
                if end not in ids:
                    raise ChangeError("change.unknown", what="span", id=end)
        spans = tuple(sorted((*document.spans, *self.spans), key=order))
        changed = document.replaced(spans=spans, relations=(*document.relations, *self.relations))
        return changed, RemoveAll(
            frozenset(s.id for s in self.spans), frozenset(r.id for r in self.relations)
        )


class RemoveAll(Struct, frozen=True):
    """Remove spans and relations by their ids; the inverse of `AddAll`."""

    spans: frozenset[str]
    relations: frozenset[str]

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        removed = AddAll(
            tuple(span for span in document.spans if span.id in self.spans),
            tuple(relation for relation in document.relations if relation.id in self.relations),
        )
        if (len(removed.spans), len(removed.relations)) != (len(self.spans), len(self.relations)):
            raise ChangeError("change.unknown", what="span", id=", ".join(sorted(self.spans)[:3]))
        changed = document.replaced(
            spans=tuple(span for span in document.spans if span.id not in self.spans),
            relations=tuple(r for r in document.relations if r.id not in self.relations),
        )
        return changed, removed


def _add_once(ids: set[str], new: str, what: str) -> None:
    if new in ids:
        raise ChangeError("change.twice", what=what, id=new)
    ids.add(new)
