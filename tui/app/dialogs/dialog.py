"""Base of the modal screens over the work screen."""

from asyncio import Event

from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input

from tui.app.keys.bindings import bindings
from tui.app.widgets.open_screens import is_open


class Dialog(ModalScreen[ScreenResultType]):
    """Asks something, or shows it; its styles are read with the first one.

    Attributes:
        ready: set when it is on the screen: keys wait until then, so that those typed fast are not lost.
    """

    CSS_PATH = "dialogs.tcss"
    BINDINGS = bindings("dialog")

    def __init__(self) -> None:
        super().__init__()
        self.ready = Event()

    @property
    def is_open(self) -> bool:
        """Whether it stays: of one that is being closed, what it shows may be gone before it is."""
        return is_open(self)

    def on_screen_resume(self) -> None:
        """Take keys when the focus is set."""
        self.call_later(self._take_keys)

    def _take_keys(self) -> None:
        """Take keys as soon as the widget in focus knows that it is."""
        (self.focused or self).call_later(self.ready.set)
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        """Put the terminal's cursor, where input methods open, in the field: it had no place at its focus."""
        if isinstance(field := self.focused, Input):
            self.app.cursor_position = field.cursor_screen_offset
            field.refresh()

    def on_unmount(self) -> None:
        """Leave to the screen below what waits to be called after a refresh, whoever asked for it.

        Textual keeps it with the uppermost screen and forgets it with that: a save would not be begun.
        """
        callbacks, self._callbacks = self._callbacks, []
        for callback, sender in callbacks if self.app.screen_stack else ():
            self.app.screen._invoke_later(callback, sender)

    async def until_ready(self, key: str) -> None:
        """Wait until a key can be taken; a dialog with rows waits for them, too."""
        del key
        await self.ready.wait()

    def action_close(self) -> None:
        """Leave it unanswered."""
        self.dismiss(None)
