"""Copying from the text."""

from tui.app.text_view.geometry import caret as carets
from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.controller import Controller
from tui.errors import clipped


def copy(controller: Controller) -> None:
    """Copy the selection, else the tag under the cursor, else the sentence, to the clipboard of the terminal.

    It goes there by OSC 52, which some terminals have to be told to allow; over plain http a browser refuses.
    """
    text = copied(controller)
    if text:
        controller.screen.app.copy_to_clipboard(text)
        controller.tell("status.on_clipboard", text=clipped(text))


def copied(controller: Controller) -> str:
    """Return what would be copied."""
    reader, field = controller.reader, controller.reader.scene.field
    selection = reader.caret.selection
    if selection is None:
        if (span := controller.workspace.span(reader.span)) is not None:
            return span.text
        selection = carets.select_unit(field, Caret(reader.caret.at), "sentence").selection
    return field.text[slice(*selection)] if selection else ""
