"""Facts about the terminal: supported sequences, character widths, size changes."""

import os
import sys
from collections.abc import Callable
from time import monotonic

from textual import events
from textual.app import App
from textual.geometry import Region
from textual.timer import Timer

from tui.app.keys.terminal_keys import APPLICATION_KEYS, NORMAL_KEYS, needs_application_keys
from tui.app.runtime.ambiguous_width import is_wide, set_wide
from tui.app.runtime.control_filter import Harmless
from tui.errors import PiyueError

KEYS, OUTPUT, SCREEN = 0, 1, 2
"""The descriptors that Textual reads keys from and draws on; the one between for ``piyue 2>log``."""

PROBE = "\x1b7\x1b[1;1H“\x1b[6n\x1b8"
"""Writes a quotation mark into the corner and asks where the cursor is then; the line is painted anew."""
WIDE_AT, NARROW_AT = 2, 1
"""The columns, from 0, at which the cursor then is."""

REST = 0.2
"""Seconds without another size after which all is painted once more."""


def find_terminal() -> None:
    """Have Textual draw on stderr, or where that is no terminal on stdout.

    Raises:
        PiyueError: neither is one, or keys do not come from one.
    """
    if not os.isatty(KEYS) or not (os.isatty(SCREEN) or os.isatty(OUTPUT)):
        raise PiyueError("app.no_terminal")
    if not os.isatty(SCREEN):
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]


def never_skipped(timer: Timer) -> Timer:
    """Return a timer that ticks once, on a busy machine later, but not never.

    Textual leaves out ticks that are overdue before it waits for them, so also the only one there is:
    then the app would wait for ever for the timer that ends a row of resizes.
    """
    timer._skip = False
    return timer


class Terminal:
    """A terminal that may be slow, narrow, and another size at any time.

    Args:
        measure_anew: lays everything out again when characters have other widths than before.
    """

    def __init__(self, app: App[int], measure_anew: Callable[[], None]) -> None:
        self._app, self._measure_anew = app, measure_anew
        self.filter = Harmless()
        self._started = self._probing = False
        self._resting: Timer | None = None
        self._input = monotonic()

    @property
    def idle(self) -> float:
        """Seconds since the last key or move of the mouse."""
        return monotonic() - self._input

    def heard(self, event: events.Event) -> None:
        """Note what the terminal sent: somebody is there, another size, an answer."""
        if isinstance(event, events.InputEvent):
            self._input = monotonic()
        elif isinstance(event, events.Resize):
            self._resized()
        elif isinstance(event, events.CursorPosition):
            self._answered(event)

    def _resized(self) -> None:
        """Paint all once more when the size has come to rest.

        A size that came and went before it was looked at has cut off what stood outside of it; to Textual
        nothing has changed then, and nothing is painted.
        """
        if self._resting is not None:
            self._resting.stop()
        if self._started:
            self._resting = self._app.set_timer(REST, self._paint_all)

    def _paint_all(self) -> None:
        if self._app.screen_stack:  # else the app ended meanwhile
            self._app.screen.refresh()

    def settle_widths(self, chosen: str) -> None:
        """Count ambiguous characters as `chosen` says; "auto": as the terminal answers.

        To be called when the first screen is there.
        """
        self._started = True
        if self._app.is_web:
            return  # the page's terminal is known
        if needs_application_keys(os.environ):
            self._write(APPLICATION_KEYS)
        if chosen == "auto":
            self._probing = True
            self._write(PROBE)
            self._app.screen.refresh(Region(0, 0, self._app.size.width, 1))
        elif chosen == "wide":
            self._take_widths(wide=True)

    def release(self) -> None:
        """Leave the terminal as it was."""
        if self._started and not self._app.is_web and needs_application_keys(os.environ):
            self._write(NORMAL_KEYS)

    def _write(self, sequence: str) -> None:
        if self._app._driver is not None:
            self._app._driver.write(sequence)

    def _answered(self, event: events.CursorPosition) -> None:
        """Take the terminal's answer."""
        if self._probing and event.x in (WIDE_AT, NARROW_AT):
            self._probing = False
            self._take_widths(wide=event.x == WIDE_AT)

    def _take_widths(self, *, wide: bool) -> None:
        if wide != is_wide():
            set_wide(wide)
            self._app.set_class(wide, "-wide")
            self._measure_anew()
            self._app.screen.refresh(layout=True)
