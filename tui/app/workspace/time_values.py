"""What a tagged time stands for, and the date that times count from."""

from tui.app.workspace.workspace import Workspace
from tui.measure.ledger import period_of
from tui.measure.short_intervals import short_interval
from tui.model import Span
from tui.quantities.periods import Base, article_base
from tui.store.dates import base_for


def time_value(workspace: Workspace, span: Span) -> str:
    """Return what a list says beside a tagged time: its interval in the shortest usual way."""
    return short_interval(interval_of(workspace, span))


def interval_of(workspace: Workspace, span: Span) -> str:
    """Return the interval that a tagged time stands for, by its first and last day, and what of it is not
    known."""
    shown = workspace.shown
    if shown is None:
        return ""
    reading = shown.view.reading
    period = period_of([span], article_base(reading.text, page_base(workspace)), reading)
    reason = period.reason or ("" if period.iso else "unread")
    return " ".join(filter(None, (period.iso, reason and workspace.say(f"period.{reason}"))))


def page_base(workspace: Workspace) -> Base | None:
    """Return the date that the open page counts from, as far as it is known."""
    shown = workspace.shown
    return base_for(workspace.documents.project, shown.opened.document) if shown else None
