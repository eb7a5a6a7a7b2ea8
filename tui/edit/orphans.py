"""Orphans: tags that lost their place on a changed page. They are kept, placed again, or removed."""

from typing import NamedTuple

from tui.edit.changes import AddSpan, Change, Step
from tui.edit.session import Session
from tui.errors import ChangeError
from tui.model import Document, Segment, Span


class AddOrphan(NamedTuple):
    """Keep a span whose text does not stand at its segments."""

    span: Span

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        return document.replaced(orphans=(*document.orphans, self.span)), DropOrphan(id=self.span.id)


class DropOrphan(NamedTuple):
    """Drop the orphan with an id; the inverse of `AddOrphan`."""

    id: str

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        orphans = {span.id: span for span in document.orphans}
        if self.id not in orphans:
            raise ChangeError("change.unknown", what="orphan", id=self.id)
        dropped = orphans.pop(self.id)
        return document.replaced(orphans=tuple(orphans.values())), AddOrphan(span=dropped)


def place(session: Session, orphan: Span, segments: tuple[Segment, ...]) -> Step:
    """Return the step that makes an orphan a tag again, at a place where its text stands."""
    taken = orphan.id in session.document.spans_by_id
    span = orphan.replaced(
        id=session.new_id() if taken else orphan.id,
        segments=segments,
        updated=session.clock(),
        unknown={},  # nothing of where it was
    )
    return Step("place", (DropOrphan(id=orphan.id), AddSpan(span=span)), span.text, span.start, span.label)


def drop(orphan: Span) -> Step:
    """Return the step that gives an orphan up."""
    return Step("remove", (DropOrphan(id=orphan.id),), orphan.text, None, orphan.label)
