"""Where to write what cannot be written where it belongs."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from tui.app.dialogs.dialog import Dialog
from tui.app.work_screen.bar_pieces import Say


class ElsewhereScreen(Dialog[Path | None]):
    """Asks for a folder; None: nowhere."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)")]

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say

    def compose(self) -> ComposeResult:
        """Ask, a folder of the user's proposed."""
        with Vertical(id="dialog"):
            yield Label(Content(self._say("elsewhere.title")), id="title")
            yield Input(str(Path.home() / "piyue-unsaved"), compact=True)
            yield Label(Content(self._say("elsewhere.keys")), id="keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the folder."""
        self.dismiss(Path(event.value).expanduser() if event.value.strip() else None)
