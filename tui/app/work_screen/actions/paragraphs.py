"""Actions that split and join paragraphs at the cursor."""

from tui.app.work_screen.actions.correcting import correct, source_here
from tui.app.work_screen.controller import Controller
from tui.edit.correct import JoinParagraphs, SplitParagraph


def split(controller: Controller) -> None:
    """Begin a paragraph at the cursor."""
    if controller.workspace.shown is not None:
        correct(controller, "split_block", SplitParagraph(source_here(controller)))


def join(controller: Controller) -> None:
    """Join the paragraph under the cursor to the one before."""
    if controller.workspace.shown is not None:
        correct(controller, "join_block", JoinParagraphs(source_here(controller)))
