"""The driver of an app in a browser: it exchanges packets with the server of `tui.serve` on stdin and stdout.

A packet is a letter, the length of the payload in four bytes (big endian), and the payload. Textual's own:
D is what a terminal would be sent, M is JSON. Ours: F is a file for the browser, a line of JSON (`name`,
`mime`) and the file's bytes.
"""

import asyncio
import json
import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, TextIO, cast

from textual import events
from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size
from textual.timer import Timer

from tui.app.runtime.browser_page import EVERY, BrowserPage
from tui.app.runtime.browser_width import use_browser_widths

if TYPE_CHECKING:
    from tui.app.runtime.app import PiyueApp

BEGINNING = b"__GANGLION__\n"
"""What comes before the first packet."""
MODES = "".join(
    f"\x1b[?{mode}" for mode in ("1049h", "1000h", "1003h", "1015h", "1006h", "25l", "2026$p", "2004h")
)
"""The other screen, the mouse as Textual reads it, no cursor, whether frames can be marked, marked pastes."""
USUAL_SIZE = (80, 24)
LOOK, LONGEST_START = 0.02, 0.4
"""Seconds between two looks whether the first screen is complete, and that it is waited for."""


class BrowserDriver(WebDriver):
    """Textual's web driver, and an end at which nothing is lost."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._turn = Lock()  # files are written from threads
        self._write = partial(self._write_packet)
        self._starts = True
        self._shown_by = 0.0
        self._start: Timer | None = None

    def _write_packet(self, packet: bytes) -> int:
        """Write a packet whole; where nobody reads any more, the end of the input does the rest."""
        with self._turn, suppress(OSError):
            return os.write(self.fileno, packet)
        return 0

    def start_application_mode(self) -> None:
        """Begin as Textual's driver does, but with the focus; signals are `Ending`'s."""
        use_browser_widths()
        self._write(BEGINNING)
        super().write(MODES)
        size = Size(*(self._size or USUAL_SIZE))
        self._app.call_later(self._app.post_message, events.Resize(size, size))
        self._shown_by = monotonic() + LONGEST_START
        self._start = self._app.set_interval(LOOK, self._show_first)
        self._key_thread.start()
        self._app.set_interval(EVERY, BrowserPage(cast("PiyueApp", self._app), self.write_meta).update)

    def write(self, data: str) -> None:
        """See `WebDriver.write`; what is drawn before the first whole screen is left out."""
        if not self._starts:
            super().write(data)

    def _show_first(self) -> None:
        """Paint all for the first time once the text has its words, or takes too long to get them.

        A start draws the text five times. To draw characters in another colour takes the browser longer than
        all that the app does.
        """
        app = cast("PiyueApp", self._app)
        if self._start is None or not app.screen_stack:
            return
        shown = app.workspace.shown
        has_words = shown is not None and app.words.known(shown.view.reading.text) is not None
        if has_words or monotonic() > self._shown_by:
            self._start.stop()
            self._starts = False
            app.screen.refresh()

    def run_input_thread(self) -> None:
        """See `WebDriver.run_input_thread`; an end of the input is the end of the app."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._hang_up()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """See `WebDriver.on_meta`; quitting saves, and where the page has the focus is the page's matter."""
        if packet_type == "quit":
            self._hang_up()
        elif packet_type not in ("blur", "focus"):
            super().on_meta(packet_type, payload)

    def _hang_up(self) -> None:
        """End as where a terminal goes away, after the keys that came before: they go this way too."""
        asyncio.run_coroutine_threadsafe(self._post_hang_up(), self._loop)

    async def _post_hang_up(self) -> None:
        self._app.call_later(cast("PiyueApp", self._app).ending.hang_up)

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """See `Driver.deliver_binary`."""
        del open_method
        binary.seek(0)
        content = binary.read()
        data = content.encode(encoding or "utf-8") if isinstance(content, str) else content
        binary.close()
        head = json.dumps({"name": save_path.name, "mime": mime_type or "application/octet-stream"})
        packet = head.encode("ascii") + b"\n" + data
        self._write(b"F" + len(packet).to_bytes(4, "big") + packet)
        self._delivery_complete(delivery_key, save_path=None, name=name)
