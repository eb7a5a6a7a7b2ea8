"""Dialog shown when somebody else has the page open: open it read only, or take it over."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.workspace.status import Say
from tui.errors import printable
from tui.store.files.locks import LockedError


class LockedScreen(Dialog[bool]):
    """Asks what to do; True: take the page over."""

    BINDINGS = bindings("page_locked")

    def __init__(self, error: LockedError, say: Say) -> None:
        super().__init__()
        self.error, self.say = error, say

    def compose(self) -> ComposeResult:
        """Say who has the page, since when, and what can be done."""
        holder = self.error.holder
        with Vertical(id="dialog"):
            values = {
                "host": printable(holder.host),
                "process": holder.process,
                "since": printable(holder.began),
            }
            yield Label(Content(self.say("locked.who", **values)), id="title")
            yield Label(Content(self.say("locked.read")))
            yield Label(Content(self.say("locked.take")))

    def action_choose(self, over: bool) -> None:
        """Take the page over, or only read it."""
        self.dismiss(over)
