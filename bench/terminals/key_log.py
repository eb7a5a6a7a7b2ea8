"""An app that writes into a file, its argument, each key that arrives, as piyue would take it."""

import os
import sys
from pathlib import Path

from textual import events
from textual.app import App

from tui.app.keys.key_map import KEYMAP
from tui.app.keys.terminal_keys import (
    APPLICATION_KEYS,
    correct_sequences,
    meant_by,
    needs_application_keys,
    takes_mouse,
)

BOUND = frozenset(key for row in KEYMAP for key in row.keys)
READY = "ready"


class KeyLog(App[None]):
    """Takes no key for itself."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def on_mount(self) -> None:
        """Tell that keys can be typed."""
        if self._driver is not None and needs_application_keys(os.environ):
            self._driver.write(APPLICATION_KEYS)
        self._write(READY)

    async def on_event(self, event: events.Event) -> None:
        """Write down a key."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            for key in meant_by(event, BOUND):
                self._write(key.key)
        else:
            await super().on_event(event)

    def _write(self, line: str) -> None:
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


if __name__ == "__main__":
    correct_sequences(os.environ)
    KeyLog(Path(sys.argv[1])).run(mouse=takes_mouse(os.environ))
