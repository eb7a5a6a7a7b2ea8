"""Tags that lost their place: on the open page, then on the next one that has any."""

from functools import partial

from tui.app.dialogs.orphans import OrphansScreen
from tui.app.work_screen.controller import Controller
from tui.edit import Step


def place(controller: Controller) -> None:
    """Ask where the tags belong that lost their place; where the page has none, go to the next that has."""
    shown = controller.workspace.shown
    if shown is not None and not shown.opened.document.orphans:
        listing = controller.workspace.documents.listed()
        controller.open_article(listing.next_lost(shown.opened.document.page.id), none="status.no_orphans")
    _ask(controller)


def _ask(controller: Controller) -> None:
    workspace = controller.workspace
    if workspace.shown is not None and workspace.shown.opened.document.orphans:
        dialog = OrphansScreen(workspace.shown.opened.session, workspace)
        controller.ask(dialog, partial(_placed, controller))
    elif workspace.documents.listed().lost:
        controller.tell("status.lost_elsewhere")


def _placed(controller: Controller, step: Step | None) -> None:
    """Do what was chosen, and ask about the next one."""
    if step is not None and controller.editor.do(step):
        controller.show_changes()
        _ask(controller)
