"""What is proposed."""

from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.reviewing import review_from_cursor


def review(controller: Controller) -> None:
    """Go through what is proposed, from the cursor on."""
    shown = controller.workspace.shown
    if shown is None or shown.opened.kind == "source":
        controller.tell("status.no_source")
    else:
        review_from_cursor(controller)
