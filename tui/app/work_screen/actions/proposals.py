"""Actions on proposals: show or hide, order, accept all sure ones."""

from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes import reviewing, taking_sure


def toggle(controller: Controller) -> None:
    """Show what is proposed in the text, or do not."""
    standing = controller.workspace.proposals
    standing.hidden = not standing.hidden
    controller.show_changes(controller.reader.span)
    controller.tell("status.proposals_hidden" if standing.hidden else "status.proposals_shown")


def next_order(controller: Controller) -> None:
    """Go through doubtful ones in the next order."""
    reviewing.next_order(controller)


def take_sure(controller: Controller) -> None:
    """Take the sure ones that have been on the screen together."""
    taking_sure.take_sure(controller)
