"""What an app has to know of terminals: what they obey, how wide they draw, and when their size changes."""

import os
import select
import sys
from collections.abc import Sequence
from time import monotonic

from textual import events
from textual.app import App
from textual.filter import LineFilter
from textual.timer import Timer, TimerCallback

from tui.app.runtime.control_filter import Harmless
from tui.errors import PiyueError

KEYS, OUTPUT, SCREEN = 0, 1, 2
"""The descriptors that Textual reads keys from and draws on; the one between for ``piyue 2>log``."""

PROBE = "\x1b7\x1b[1;1H“\x1b[6n\x1b8"
"""Writes a quotation mark into the corner and asks where the cursor is then; all is painted anew."""
WIDE_AT, NARROW_AT = 2, 1
"""The columns, from 0, at which the cursor then is."""

REST = 0.2
"""Seconds without another size after which all is painted once more."""


def has_hung_up(descriptor: int) -> bool:
    """Tell whether the other end of a terminal is gone."""
    waiting = select.poll()
    waiting.register(descriptor, 0)
    return any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in waiting.poll(0))


def find_terminal() -> None:
    """Have Textual draw on stderr, or where that is no terminal on stdout.

    Raises:
        PiyueError: neither is one, or keys do not come from one.
    """
    if not os.isatty(KEYS) or not (os.isatty(SCREEN) or os.isatty(OUTPUT)):
        raise PiyueError("app.no_terminal")
    if not os.isatty(SCREEN):
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]


class TerminalApp(App[int]):
    """An app on a terminal that may be slow, narrow, and another size at any time."""

    def __init__(self) -> None:
        super().__init__()
        self._harmless = Harmless()
        self._started = self._probing = False
        self._resting: Timer | None = None
        self._input = monotonic()

    @property
    def idle(self) -> float:
        """Seconds since the last key or move of the mouse."""
        return monotonic() - self._input

    async def on_event(self, event: events.Event) -> None:
        """See `MessagePump.on_event`."""
        if isinstance(event, events.InputEvent):
            self._input = monotonic()
        await super().on_event(event)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """See `App.get_line_filters`: nothing that a terminal obeys passes."""
        return [*super().get_line_filters(), self._harmless]

    def set_timer(
        self,
        delay: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        """Call once, after a delay; on a busy machine later, but not never.

        Textual leaves out ticks that are overdue before it waits for them, so also the only one there is:
        then the app would wait for ever for the timer that ends a row of resizes.
        """
        timer = super().set_timer(delay, callback, name=name, pause=pause)
        timer._skip = False
        return timer

    def on_resize(self) -> None:
        """Paint all once more when the size has come to rest.

        A size that came and went before it was looked at has cut off what stood outside of it; to Textual
        nothing has changed then, and nothing is painted.
        """
        if self._resting is not None:
            self._resting.stop()
        if self._started:
            self._resting = self.set_timer(REST, self._paint_all)

    def _paint_all(self) -> None:
        if self.screen_stack:  # else the app ended meanwhile
            self.screen.refresh()

    def settle_widths(self, chosen: str) -> None:
        """Count ambiguous characters as `chosen` says; "auto": as the terminal answers.

        To be called when the first screen is there.
        """
        self._started = True
        if self.is_web:
            return  # the page's terminal is known
        if chosen == "auto" and self._driver is not None:
            self._probing = True
            self._driver.write(PROBE)
            self.screen.refresh()
        elif chosen == "wide":
            self._take_widths(wide=True)

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Take the terminal's answer."""
        if self._probing and event.x in (WIDE_AT, NARROW_AT):
            self._probing = False
            self._take_widths(wide=event.x == WIDE_AT)

    def _take_widths(self, *, wide: bool) -> None:
        from tui.app.runtime.ambiguous_width import is_wide, set_wide

        if wide != is_wide():
            set_wide(wide)
            self.set_class(wide, "-wide")
            self.measure_anew()
        self.screen.refresh(layout=True)

    def measure_anew(self) -> None:
        """Lay everything out again: characters have other widths than before."""
        raise NotImplementedError
