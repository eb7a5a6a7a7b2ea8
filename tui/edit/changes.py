"""Changes: the only way to get from one document to another. Each has an inverse; several are a step."""

from bisect import insort
from datetime import datetime
from typing import Protocol, TypeVar

from msgspec import Struct

from tui.errors import ChangeError
from tui.model import Document, Progress, Relation, Span, State, order, surface
from tui.model.values import Frozen

Kept = TypeVar("Kept", Span, Relation)


class Change(Protocol):
    """A value that can be applied to a document."""

    def apply(self, document: Document) -> tuple[Document, "Change"]:
        """Return the changed document and the change that brings `document` back.

        Raises:
            ChangeError: the change does not fit `document`.
        """
        ...


class AddSpan(Struct, frozen=True):
    """Add a span with an id of its own whose text stands at its segments."""

    span: Span

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        if self.span.id in document.spans_by_id:
            raise ChangeError("change.twice", what="span", id=self.span.id)
        _check_quote(document, self.span)
        spans = list(document.spans)
        insort(spans, self.span, key=order)
        return document.replaced(spans=tuple(spans)), RemoveSpan(id=self.span.id)


class RemoveSpan(Struct, frozen=True):
    """Remove a span; its relations are removed before it, by changes of their own."""

    id: str

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        span = _find(document.spans, self.id, "span")
        return document.replaced(spans=_without(document.spans, self.id)), AddSpan(span=span)


class ReplaceSpan(Struct, frozen=True):
    """Put a span in the place of the one with its id: another label, segments, attributes or note."""

    span: Span

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        old = _find(document.spans, self.span.id, "span")
        _check_quote(document, self.span)
        spans = list(_without(document.spans, old.id))
        insort(spans, self.span, key=order)
        return document.replaced(spans=tuple(spans)), ReplaceSpan(span=old)


class AddRelation(Struct, frozen=True):
    """Add a relation between two spans of the document."""

    relation: Relation

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        if any(known.id == self.relation.id for known in document.relations):
            raise ChangeError("change.twice", what="relation", id=self.relation.id)
        for end in (self.relation.head, self.relation.tail):
            if end not in document.spans_by_id:
                raise ChangeError("change.unknown", what="span", id=end)
        relations = (*document.relations, self.relation)
        return document.replaced(relations=relations), RemoveRelation(id=self.relation.id)


class RemoveRelation(Struct, frozen=True):
    """Remove a relation."""

    id: str

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        relation = _find(document.relations, self.id, "relation")
        relations = _without(document.relations, self.id)
        return document.replaced(relations=relations), AddRelation(relation=relation)


class SetProgress(Struct, frozen=True):
    """Set how far an article is; None: as if nobody had touched it."""

    article: str
    progress: Progress | None

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        if not any(article.id == self.article for article in document.articles):
            raise ChangeError("change.unknown", what="article", id=self.article)
        progress = {key: value for key, value in document.progress.items() if key != self.article}
        if self.progress is not None:
            progress[self.article] = self.progress
        inverse = SetProgress(article=self.article, progress=document.progress.get(self.article))
        return document.replaced(progress=progress), inverse


class SetState(Struct, frozen=True):
    """Set an article's state, the project's own one that counts as it, and when it was set; None: never."""

    article: str
    state: State
    at: datetime | None
    stage: str = ""

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        old = document.progress_of(self.article)
        progress = old.replaced(state=self.state, stage=self.stage, updated=self.at)
        changed, _ = SetProgress(article=self.article, progress=progress).apply(document)
        return changed, SetState(self.article, old.state, old.updated, old.stage)


class AddSeconds(Struct, frozen=True):
    """Add seconds of work to an article."""

    article: str
    seconds: int

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        old = document.progress_of(self.article)
        progress = old.replaced(seconds=old.seconds + self.seconds)
        changed, _ = SetProgress(article=self.article, progress=progress).apply(document)
        return changed, AddSeconds(article=self.article, seconds=-self.seconds)


def _find(items: tuple[Kept, ...], wanted: str, what: str) -> Kept:
    for item in items:
        if item.id == wanted:
            return item
    raise ChangeError("change.unknown", what=what, id=wanted)


def _without(items: tuple[Kept, ...], unwanted: str) -> tuple[Kept, ...]:
    return tuple(item for item in items if item.id != unwanted)


def _check_quote(document: Document, span: Span) -> None:
    if surface(document.page.text, span.segments) != span.text:
        raise ChangeError("change.quote", id=span.id, segments=list(span.segments))


class Step(Frozen, frozen=True):
    """What the user thinks of as one act, and takes back as one.

    Attributes:
        kind: what was done; a row `step.<kind>` of the catalogue says it to people.
        changes: applied in order.
        subject: what it was done to, for people: a span's text.
        at: the source offset to go to when the step is taken back or done again.
        label: of the span that it was done to.
        group: what steps on several pages share that are one act.
    """

    kind: str
    changes: tuple[Change, ...]
    subject: str = ""
    at: int | None = None
    label: str = ""
    group: str = ""
