"""Tags that lost their place."""

from functools import partial

from tui.app.dialogs.orphans import OrphansScreen
from tui.app.work_screen.controller import Controller
from tui.edit import Step


def place(controller: Controller) -> None:
    """Ask where the tags belong that lost their place."""
    workspace = controller.workspace
    if workspace.shown is not None and workspace.shown.opened.document.orphans:
        dialog = OrphansScreen(workspace.shown.opened.session, workspace)
        controller.ask(dialog, partial(_placed, controller))
    else:
        controller.tell("status.no_orphans")


def _placed(controller: Controller, step: Step | None) -> None:
    if step is not None:
        controller.editor.do(step)
        controller.show_changes()
