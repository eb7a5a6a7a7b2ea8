"""Dialog that asks for one line of text."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible


class AskScreen(Dialog[str | None]):
    """Asks for a line; None: nothing is to change.

    Args:
        below: whether it is asked for below the text, which stays in sight.
    """

    BINDINGS = bindings("input")

    def __init__(self, title: str, value: str = "", *, below: bool = False) -> None:
        super().__init__()
        self.set_class(below, "-below")
        self._title, self._value = title, value

    def compose(self) -> ComposeResult:
        """Lay out what is asked, and the answer."""
        with Vertical(id="dialog"):
            yield Label(Content(visible(self._title)), id="title")
            yield Input(self._value, compact=True)

    def on_input_submitted(self) -> None:
        """Take the line."""
        self.action_accept()

    def action_accept(self) -> None:
        """Take the line."""
        self.dismiss(self.query_one(Input).value)
