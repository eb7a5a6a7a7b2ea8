"""Delivers keys: once the first text is shown, to a dialog once it has rows, to the mode as characters."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeAlias

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget

from tui.app.keys.bindings import half_width
from tui.app.keys.terminal_keys import meant_by
from tui.app.widgets.open_screens import NotAtOnce
from tui.app.work_screen.screen import WorkScreen

DIALOG_SECONDS = 5.0
"""Seconds that a key waits at most for a dialog that looks for what it is to show."""

PASTE = "paste"
"""What a dialog is asked for by that waits with a text to be pasted; no key is called so."""

BUBBLING_SECONDS = 0.5
"""Seconds that the next key waits at most for the one before to be done with."""


class KeyHandled(Message):
    """A key that was given to a widget is done with.

    Attributes:
        done: set when this message has come back to the app.
    """

    def __init__(self, done: asyncio.Event) -> None:
        super().__init__()
        self.done = done


Typed: TypeAlias = events.Key | events.Paste
"""What is typed: a key, or a text that is pasted."""


class KeyQueue:
    """Keeps keys, and what is pasted, in order while the app, or a dialog, is not ready for them.

    Args:
        handle: does with a key what Textual does.
    """

    def __init__(self, app: App[int], handle: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app, self._handle = app, handle
        self._waiting: deque[Typed] = deque()
        self._early: deque[Typed] | None = deque()
        """What was typed while the app started; None: it has begun."""

    def begin(self) -> None:
        """Deliver keys from now on: first those that were typed while the app started."""
        self._app.run_worker(self._take_early(), group="keys")

    async def _take_early(self) -> None:
        while self._early:
            await self._take_meant(self._early.popleft())
        self._early = None

    async def take(self, event: Typed) -> None:
        """Take a key or a text; until it has begun, later."""
        if self._early is None:
            await self._take_meant(event)
        else:
            self._early.append(event)

    async def _take_meant(self, event: Typed) -> None:
        """Take a text, or a key, or the two keys for which a terminal sent one."""
        for one in self._meant_by(event) if isinstance(event, events.Key) else (event,):
            await self._take(one)

    def _meant_by(self, event: events.Key) -> tuple[events.Key, ...]:
        """Return what the terminal means by a key; those that all terminals send alike are not looked up."""
        if event.key.startswith("alt+") or not (event.character or "").isascii():
            return meant_by(event, self._app.screen.active_bindings)
        return (event,)

    async def _take(self, event: Typed) -> None:
        """Take a key; one for a dialog waits until that has something to show."""
        if self._waiting or isinstance(self._app.screen, NotAtOnce):
            self._waiting.append(event)
            if len(self._waiting) == 1:
                self._app.run_worker(self._take_waiting(), group="keys")
        elif not self._typed_into_text(event):
            await self._handle(self._without_input_method(event))

    def _typed_into_text(self, event: Typed) -> bool:
        """Give a character to the mode of the work screen, if that takes characters as what they are."""
        screen, typed = self._app.screen, event.character if isinstance(event, events.Key) else None
        if not isinstance(screen, WorkScreen) or not screen.controller.reader.has_focus:
            return False
        return typed is not None and typed.isprintable() and screen.controller.character(typed)

    async def _take_waiting(self) -> None:
        """Take the keys that wait, each as soon as the dialog that is there then can take it."""
        while self._waiting:
            event = self._waiting[0]
            if isinstance(dialog := self._app.screen, NotAtOnce):
                with suppress(TimeoutError):
                    key = event.key if isinstance(event, events.Key) else PASTE
                    await asyncio.wait_for(dialog.until_ready(key), DIALOG_SECONDS)
            focused = self._app.focused
            await self._handle(self._without_input_method(event))
            if focused is not None and isinstance(self._app.screen, NotAtOnce):
                await _handled_by(focused)
            self._waiting.popleft()

    def _without_input_method(self, event: Typed) -> Typed:
        """Return a key as it is without an input method, unless it is typed into a field."""
        if isinstance(event, events.Paste):
            return event
        focused = self._app.focused
        typed = focused is not None and focused.check_consume_key(event.key, event.character)
        return event if typed else half_width(event)


async def _handled_by(widget: Widget) -> None:
    """Wait until a key is done with that was given to a widget of a dialog.

    What a field does not take comes back to the app, which then looks for its binding: later than the
    field takes the next key. A message that goes the same way comes back behind it.
    """
    done = asyncio.Event()
    with suppress(TimeoutError):
        if widget.post_message(KeyHandled(done)):
            await asyncio.wait_for(done.wait(), BUBBLING_SECONDS)
