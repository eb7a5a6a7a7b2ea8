"""Dialog that asks for another folder for changes that cannot be saved."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.workspace.status import Say


class ElsewhereScreen(Dialog[Path | None]):
    """Asks for a folder; None: nowhere."""

    BINDINGS = bindings("input")

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say

    def compose(self) -> ComposeResult:
        """Ask, a folder of the user's proposed."""
        with Vertical(id="dialog"):
            yield Label(Content(self._say("elsewhere.title")), id="title")
            yield Input(str(Path.home() / "piyue-unsaved"), compact=True)
            yield Label(Content(self._say("elsewhere.keys")), id="keys")

    def on_input_submitted(self) -> None:
        """Take the folder."""
        self.action_accept()

    def action_accept(self) -> None:
        """Take the folder."""
        typed = self.query_one(Input).value
        self.dismiss(Path(typed).expanduser() if typed.strip() else None)
