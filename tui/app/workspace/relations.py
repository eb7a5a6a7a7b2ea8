"""The relations of the open article's tags."""

from tui.app.workspace.workspace import Workspace
from tui.model import Relation, Span


def relations_of(workspace: Workspace, span: Span) -> list[Relation]:
    """Return the relations that a tag is an end of, those that begin there first."""
    relations = workspace.shown.opened.document.relations if workspace.shown else ()
    found = [relation for relation in relations if span.id in (relation.head, relation.tail)]
    return sorted(found, key=lambda relation: relation.head != span.id)
