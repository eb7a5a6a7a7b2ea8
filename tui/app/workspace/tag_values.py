"""What is said beside tags: of a metric its value, of a time its interval."""

from tui.app.workspace.workspace import Workspace
from tui.model import Span
from tui.model.span import is_unsure


def value_of(workspace: Workspace, span: Span) -> str:
    """Return what a list says beside a tag; `?` where that is not known, `(?)` for a doubt."""
    said, schema = "", workspace.documents.schema
    if span.label in schema.labels.metrics:
        from tui import quantities

        said = quantities.display(span.attributes, workspace.language) or "?"
    elif span.label in schema.times:
        from tui.app.workspace.time_values import time_value

        said = time_value(workspace, span)
    return f"{said} (?)".strip() if is_unsure(span) else said
