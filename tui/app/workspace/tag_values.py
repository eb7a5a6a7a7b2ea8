"""What is said beside tags: of a metric its value, of a time its interval."""

from typing import TYPE_CHECKING

from tui.app.workspace.workspace import Workspace
from tui.measure.short_intervals import short_interval
from tui.model import Span
from tui.model.span import is_unsure

if TYPE_CHECKING:
    from tui.quantities.periods import Base


def value_of(workspace: Workspace, span: Span) -> str:
    """Return what a list says beside a tag; `?` where that is not known, `(?)` for a doubt."""
    said, schema = "", workspace.documents.schema
    if span.label in schema.labels.metrics:
        from tui import quantities

        said = quantities.display(span.attributes, workspace.language) or "?"
    elif span.label in schema.times:
        said = short_interval(interval_of(workspace, span))
    return f"{said} (?)".strip() if is_unsure(span) else said


def interval_of(workspace: Workspace, span: Span) -> str:
    """Return the interval that a tagged time stands for, by its first and last day, and what of it is not
    known."""
    from tui.measure.ledger import period_of

    period = period_of([span], _base_of_times(workspace))
    reason = period.reason or ("" if period.iso else "unread")
    return " ".join(filter(None, (period.iso, reason and workspace.say(f"period.{reason}"))))


def page_base(workspace: Workspace) -> "Base | None":
    """Return the date that the open page counts from, as far as it is known."""
    from tui.store.dates import base_for

    shown = workspace.shown
    return base_for(workspace.documents.project, shown.opened.document) if shown else None


def _base_of_times(workspace: Workspace) -> "Base | None":
    """Return the day that times of the open article count from: its dateline's, else the page's."""
    from tui.quantities.periods import article_base

    shown = workspace.shown
    return article_base(shown.view.reading.text, page_base(workspace)) if shown else None
