"""Asking for one line of text."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from tui.app.dialogs.dialog import Dialog
from tui.app.widgets.glyphs import visible


class AskScreen(Dialog[str | None]):
    """Asks for a line; None: nothing is to change."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)")]

    def __init__(self, title: str, value: str = "") -> None:
        super().__init__()
        self._title, self._value = title, value

    def compose(self) -> ComposeResult:
        """Lay out what is asked, and the answer."""
        with Vertical(id="dialog"):
            yield Label(Content(visible(self._title)), id="title")
            yield Input(self._value, compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the line."""
        self.dismiss(event.value)
