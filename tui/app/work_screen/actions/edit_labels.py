"""Actions that edit the labels of the project, as `piyue labels` does."""

from collections.abc import Mapping
from functools import partial

from tui.app.dialogs.edit_label import EditLabelScreen
from tui.app.dialogs.pick import Choice, PickScreen, label_options
from tui.app.keys.resolve import refuse_key_clash
from tui.app.work_screen.controller import Controller
from tui.errors import PiyueError
from tui.model import Label
from tui.operations import schema

NEW = "+"
"""What is picked to add a label; no id of one."""


def pick(controller: Controller) -> None:
    """Ask which label to edit, or add one."""
    say, language = controller.workspace.say, controller.workspace.language
    new = say("labels.new")
    choices = [Choice(NEW, f"{NEW:<4}{new}", (new, NEW)), *label_options(controller.labels, language)]
    controller.ask(PickScreen(say("labels.pick"), choices), partial(_edit, controller))


def _edit(controller: Controller, picked: str | None) -> None:
    if picked is None:
        return
    label = controller.labels.by_id.get(picked)
    save = partial(_save, controller, label)
    screen = EditLabelScreen(label, controller.labels, controller.workspace.say, save)
    controller.ask(screen, partial(_show, controller))


def _save(controller: Controller, label: Label | None, said: Mapping[str, str]) -> None:
    """Write fields of a label into the settings; another id into all annotations too.

    Raises:
        PiyueError: the settings or the key map would not allow them, or not everything is saved yet.
    """
    workspace = controller.workspace
    project = workspace.documents.project
    fields = {field: value for field, value in said.items() if field != "id"}
    if label is None:
        schema.add(project, said["id"], {f: value for f, value in fields.items() if value}, refuse_key_clash)
        return
    is_renamed = "id" in said
    if is_renamed and workspace.status.now.saved != "saved":
        raise PiyueError("labels.unsaved")
    if fields:
        schema.change(project, label.id, fields, refuse_key_clash)
    if is_renamed:
        schema.rename(project, "labels", label.id, said["id"])
        workspace.documents.read_again()


def _show(controller: Controller, label: str | None) -> None:
    """Take the labels as they are now."""
    if label is not None:
        app = controller.screen.app
        app.call_later(app.run_action, "app.take_schema")
        controller.tell("labels.saved", id=label)
