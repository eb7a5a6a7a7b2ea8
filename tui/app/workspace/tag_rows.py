"""The rows of the panel: the article's tags, each with the tails of its relations below."""

from itertools import chain

from msgspec import Struct

from tui.app.workspace.workspace import Workspace
from tui.edit.incremental import Incremental
from tui.model import Span


class TagRow(Struct, frozen=True):
    """A row: a tag; or below a tag, one that a relation leads to, with the relation's name."""

    span: Span
    relation: str = ""


class TagRows:
    """Makes the rows; of a tag that did not change they are not made anew."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._made: tuple[object, Incremental[Span, list[TagRow]]] | None = None

    def rows(self) -> list[TagRow]:
        """Return the rows of the open article."""
        workspace = self._workspace
        if workspace.shown is None:
            return []
        relations = workspace.shown.opened.document.relations
        related = [(relation, workspace.span(relation.tail)) for relation in relations]
        if self._made is None or self._made[0] != related:
            below: dict[str, list[TagRow]] = {}
            for relation, tail in related:
                if tail is not None:
                    row = TagRow(tail, workspace.names.relation(relation.label))
                    below.setdefault(relation.head, []).append(row)
            self._made = related, Incremental(lambda span: [TagRow(span), *below.get(span.id, ())])
        return list(chain.from_iterable(self._made[1].of(workspace.tags())))
