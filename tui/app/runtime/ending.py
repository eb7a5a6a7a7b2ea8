"""Ending the app: quit, closed terminal, signals, errors. Each saves first."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack, suppress
from functools import partial

from tui.app.runtime.context import AppContext
from tui.app.runtime.saved_place import SavedPlace
from tui.app.runtime.saving import Saving
from tui.app.runtime.terminal import KEYS
from tui.store.files.system_calls import ENDING, HANG_UP, PAUSING, has_hung_up, in_turn, on_signal
from tui.texts import say

WATCH = 0.3
"""Seconds between two looks whether the terminal is still there."""


class Ending:
    """Saves and lets go, however the app comes to its end.

    Args:
        stop: ends the processes beside the app, one after the other.
        release: give up what is listened to, and locks; may be called again.
    """

    def __init__(
        self,
        context: AppContext,
        saving: Saving,
        place: SavedPlace,
        stop: Sequence[Callable[[], Awaitable[None]]],
        release: Sequence[Callable[[], None]],
    ) -> None:
        self._context, self._saving, self._place = context, saving, place
        self._stop, self._release = stop, release
        self.crash_message = ""

    def catch_signals(self) -> None:
        """Save first where a signal asks for the end.

        Where one stops the program, Textual 8.2 writes to the terminal at once; if that interrupts its own
        writing, both wait for each other for good.
        """
        app = self._context.app
        if not app.is_headless:
            loop = asyncio.get_running_loop()
            for number in ENDING:
                on_signal(loop, number, partial(self._end, number))
            for number in PAUSING:
                in_turn(loop, number)
            if not app.is_web:  # the driver sees the end of its input, and takes what came before it
                app.set_interval(WATCH, self._watch_terminal)

    def _watch_terminal(self) -> None:
        """End where the terminal is gone: where another program leads its session, no signal says so."""
        if has_hung_up(KEYS):
            self._end(HANG_UP)

    def release(self) -> None:
        """Give up locks and journals that are not needed any more, and listen no longer.

        Raises:
            Exception: what the last that failed of them raised; all were asked.
        """
        with ExitStack() as stack:
            for release in reversed(self._release):
                stack.callback(release)

    async def quit(self) -> None:
        """Save what is open and leave; where that fails, say so and stay until asked again."""
        await self._place.keep()
        await asyncio.to_thread(self._context.workspace.chosen.save)
        lost = await self._saving.finish()
        if lost and not self._saving.is_warned:
            self._saving.is_warned = True
            self._context.controller.tell("status.unsaved_quit", alarm=True)
            return
        for stop in self._stop:
            await stop()
        self.release()
        self._context.app.exit(1 if lost else 0)

    def hang_up(self) -> None:
        """Save, and end at once: who sat here has gone. Who comes back goes on where they left."""
        self._place.keep_now()
        self._end(HANG_UP)

    def _end(self, number: int | None) -> None:
        """Save, and end as the signal asks, whatever fails of it; write nothing to a closed terminal."""
        try:
            self._saving.flush()
            self.release()
        finally:
            if number is None or number == HANG_UP:
                os._exit(128 + (number or 1))
            self._context.app.exit(128 + number)

    def crash(self, error: Exception) -> None:
        """Save the work and write a report without page texts; Textual's own report shows variables."""
        if self.crash_message:
            return
        from tui.app.runtime.crash import write_report

        language = self._context.workspace.language
        self.crash_message = say("crash.unsure", language, path="-")
        with suppress(Exception):  # the end comes, whatever else is broken
            path = write_report(error)
            self.crash_message = say("crash.unsure", language, path=path)
            lost = self._saving.flush()
            key = "crash.lost" if lost else "crash.saved"
            self.crash_message = say(key, language, path=path, count=len(lost))
        with suppress(Exception):
            self.release()
