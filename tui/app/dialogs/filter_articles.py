"""Input line that filters the articles of the sidebar."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Label

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings


class FilterScreen(Dialog[bool], inherit_bindings=False):
    """A line to type in what the sidebar is to show; the list follows each key.

    Args:
        typed: what was typed before.
        ways: how it can be said.
        show: told what is typed.
    """

    BINDINGS = [*bindings("filter_articles"), *bindings("input")]

    def __init__(self, typed: str, ways: str, show: Callable[[str], None]) -> None:
        super().__init__()
        self._typed, self._ways, self._show = typed, ways, show

    def compose(self) -> ComposeResult:
        """Lay the line out below the list, over the lines at the bottom."""
        yield Input(self._typed, compact=True, select_on_focus=False)
        yield Label(Content(self._ways), id="keys")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is found."""
        self._show(event.value)

    def on_input_submitted(self) -> None:
        """Keep what is shown."""
        self.action_accept()

    def action_accept(self) -> None:
        """Keep what is shown."""
        self.dismiss(True)

    def action_show_all(self) -> None:
        """Show all again."""
        self._show("")
        self.dismiss(False)
