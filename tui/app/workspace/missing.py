"""Required attributes and article labels that the open article does not have."""

from collections.abc import Iterator

from msgspec import Struct

from tui.app.workspace.workspace import Workspace
from tui.model import AttributeType, Span


class Question(Struct, frozen=True):
    """Something that is asked about a tag; without one, about the article."""

    type: AttributeType
    span: str | None = None


def asked_of(workspace: Workspace, span: Span) -> tuple[Question, ...]:
    """Return what a tag has to say and does not."""
    types = workspace.documents.schema.labels.attributes_of(span.label)
    return tuple(
        Question(type_, span.id)
        for type_ in types
        if type_.required and span.attributes.get(type_.id) in (None, "")
    )


def missing(workspace: Workspace) -> Iterator[Question]:
    """Yield what is missing in the open article: of its tags in their order, then of itself."""
    for span in workspace.tags():
        yield from asked_of(workspace, span)
    for type_ in workspace.documents.project.settings.article_labels:
        if type_.required and not workspace.article_label(type_.id):
            yield Question(type_)
