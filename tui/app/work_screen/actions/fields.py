"""Action that edits the fields of a tag."""

from collections.abc import Callable

from tui.app.dialogs.edit_tag import Edited, EditScreen
from tui.app.widgets.glyphs import visible
from tui.app.work_screen.controller import Controller
from tui.app.workspace.time_values import interval_of
from tui.model import Span


def edit(controller: Controller) -> None:
    """Open the fields of the tag under the cursor."""
    if (span := controller.span_here()) is not None:
        edit_span(controller, span)


def edit_span(controller: Controller, span: Span) -> None:
    """Open the fields of a tag."""

    def keep(edited: Edited) -> None:
        controller.editor.edit(span, edited.attributes, edited.note)
        controller.show_changes(span.id)

    ask_fields(controller, span, keep)


def ask_fields(controller: Controller, span: Span, keep: Callable[[Edited], None]) -> None:
    """Ask for the fields of a tag; nothing is done where the mode was left meanwhile."""
    workspace, types = controller.workspace, controller.labels.attributes_of(span.label)
    period = interval_of(workspace, span) if span.label in workspace.documents.schema.times else None
    mode = controller.mode

    def take(edited: Edited | None) -> None:
        if edited is not None and controller.mode is mode:
            keep(edited)

    measured = span.label in controller.labels.metrics
    title = workspace.say(
        "edit.title", label=controller.labels.name_of(span.label, workspace.language), text=visible(span.text)
    )
    screen = EditScreen(span, title, types, workspace.say, workspace.language, period, measured=measured)
    controller.ask(screen, take)
