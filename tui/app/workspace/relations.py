"""The relations of the open article's tags, and what they are called."""

from tui.app.workspace.workspace import Workspace
from tui.model import Relation, Span


def relations_of(workspace: Workspace, span: Span) -> list[Relation]:
    """Return the relations that a tag is an end of, those that begin there first."""
    relations = workspace.shown.opened.document.relations if workspace.shown else ()
    found = [relation for relation in relations if span.id in (relation.head, relation.tail)]
    return sorted(found, key=lambda relation: relation.head != span.id)


def relation_name(workspace: Workspace, id_: str) -> str:
    """Return what a relation type is called; one that the project does not know, by its id."""
    known = next((t for t in workspace.documents.project.settings.relations if t.id == id_), None)
    return known.zh if known and known.zh and workspace.language == "zh" else id_
