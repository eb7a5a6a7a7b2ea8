"""Which steps can still be taken back when a page goes on as another program left it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from tui.edit.bulk import AddAll, RemoveAll
from tui.edit.changes import (
    AddRelation,
    AddSpan,
    Change,
    RemoveRelation,
    RemoveSpan,
    ReplaceSpan,
    SetProgress,
    SetState,
    Step,
)
from tui.model import Document

Touched: TypeAlias = tuple[str, str]
"""What a change reads or writes: a kind and an id."""


def still_right(steps: Sequence[Step], before: Document, after: Document) -> list[Step]:
    """Return the last of some steps, back to one that touches what is another in `after`.

    Corrections of the page are never kept: each writes them whole, and would take back what others corrected.
    """
    known = (_States(before), _States(after))
    at = len(steps)
    while at and _is_untouched(steps[at - 1], *known):
        at -= 1
    return list(steps[at:])


class _States:
    """What a document says of each thing that a change can touch."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._relations = {relation.id: relation for relation in document.relations}
        self._ends: defaultdict[str, set[str]] = defaultdict(set)
        for relation in document.relations:
            self._ends[relation.head].add(relation.id)
            self._ends[relation.tail].add(relation.id)
        self._articles = {article.id for article in document.articles}

    def of(self, touched: Touched) -> Any:
        """Return what there is of one thing, to be compared."""
        kind, key = touched
        if kind == "span":
            return self._document.spans_by_id.get(key), self._ends.get(key)
        if kind == "relation":
            return self._relations.get(key)
        progress = self._document.progress_of(key)
        state = progress.state, progress.stage, progress.updated
        return key in self._articles, progress if kind == "progress" else state


def _is_untouched(step: Step, before: _States, after: _States) -> bool:
    for change in step.changes:
        touched = _touched(change)
        if touched is None or any(before.of(one) != after.of(one) for one in touched):
            return False
    return True


def _touched(change: Change) -> Iterable[Touched] | None:
    """Return what a change touches; None: it cannot be told apart."""
    match change:
        case AddSpan(span=span) | ReplaceSpan(span=span):
            return (("span", span.id),)
        case RemoveSpan(id=key):
            return (("span", key),)
        case AddRelation(relation=relation):
            return (("relation", relation.id), ("span", relation.head), ("span", relation.tail))
        case RemoveRelation(id=key):
            return (("relation", key),)
        case AddAll(spans=spans, relations=relations):
            return (*(("span", one.id) for one in spans), *(("relation", one.id) for one in relations))
        case RemoveAll(spans=ids, relations=links):
            return (*(("span", key) for key in ids), *(("relation", key) for key in links))
        case SetState(article=key):
            return (("state", key),)
        case SetProgress(article=key):
            return (("progress", key),)
    return None
