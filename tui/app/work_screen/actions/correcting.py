"""Actions that correct a page; the view and the cursor's place are kept."""

from tui.app.dialogs.correct_page import CorrectScreen
from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.actions.places import go_to_source
from tui.app.work_screen.controller import Controller
from tui.edit import Change, Step

SAID = 12
"""Code points of the text that are said in the status line."""


def correct_page(controller: Controller) -> None:
    """Show the page's articles and blocks, to be corrected."""
    if controller.workspace.shown is None:
        return
    at = source_here(controller)
    controller.workspace.tell("")  # the page's list shows below it what was done there

    def go(chosen: int | None) -> None:
        go_to_source(controller, at if chosen is None else chosen)

    controller.ask(CorrectScreen(controller.editor, at), go)


def correct(controller: Controller, kind: str, change: Change, text: str = "") -> None:
    """Put right what the machine made of the page, and show it.

    Args:
        kind: of the step, for the catalogue.
        text: what it is done to; empty: what stands at the cursor.
    """
    workspace, reader = controller.workspace, controller.reader
    if workspace.shown is None or workspace.shown.opened.kind == "source":
        controller.tell("status.no_source")
        return
    start, at = reader.caret.at, source_here(controller)
    said = text or reader.scene.text[start : start + SAID].split("\n")[0]
    controller.editor.do(Step(kind, (change,), said, at))
    if controller.display.is_outdated:
        controller.show_article(workspace.shown.view.reading.reading_at(at))
    else:
        controller.show_changes(reader.span)
        reader.put(Caret(start))


def source_here(controller: Controller) -> int:
    """Return the source offset of the character under the cursor."""
    return controller.reader.scene.contents.view.reading.source_at(controller.reader.caret.at)
