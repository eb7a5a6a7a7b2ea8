"""Actions on relations: remove, highlight."""

from tui.app.dialogs.pick import Choice, PickScreen
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.reading import light_related
from tui.app.workspace.relations import relations_of
from tui.model import Relation, Span


def unrelate(controller: Controller) -> None:
    """Choose one of the relations of the tag under the cursor, and remove it."""
    if (span := controller.span_here()) is None:
        return
    relations = relations_of(controller.workspace, span)
    if not relations:
        controller.tell("status.no_relations")
        return

    def take(id_: str | None) -> None:
        if id_ is not None:
            controller.editor.unrelate(id_)
            controller.show_changes(span.id)

    said = {relation.id: _said(controller, relation, span) for relation in relations}
    choices = [Choice(id_, text, (text,)) for id_, text in said.items()]
    controller.ask(PickScreen(controller.workspace.say("pick.relation"), choices), take)


def _said(controller: Controller, relation: Relation, span: Span) -> str:
    workspace = controller.workspace
    other = workspace.span(relation.tail if relation.head == span.id else relation.head)
    arrow = "->" if relation.head == span.id else "<-"
    return f"{arrow} {workspace.names.relation(relation.label)}  {other.text if other else ''}"


def show_related(controller: Controller) -> None:
    """Show in the text, or no longer, which tags are related to the one under the cursor."""
    controller.related_shown = not controller.related_shown
    light_related(controller)
    controller.tell("status.links" if controller.related_shown else "status.no_links")
