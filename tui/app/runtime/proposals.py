"""Proposes names while the user works, if the settings say so."""

import asyncio
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from tui.app.runtime.context import AppContext
from tui.model import Document

if TYPE_CHECKING:
    from tui.app.runtime.proposer import Proposer

EVERY = 1.0
"""Seconds between two looks whether a training is due."""

FIRST_PAUSE, PAUSE = 0.5, 0.15
"""Seconds without a key before the process that proposes is started, and before it is asked again: its work
takes processor time that a key needs more."""


class Proposals:
    """Tells the proposer what goes on, and shows what it proposes.

    Args:
        idle: gives the seconds since the last key.
        enabled: whether names are proposed.
    """

    def __init__(self, context: AppContext, idle: Callable[[], float], *, enabled: bool) -> None:
        self._context, self._idle, self._enabled = context, idle, enabled
        self._pausing = False

    @cached_property
    def proposer(self) -> "Proposer":
        """What asks for proposals; made, and its module loaded, at the first pause."""
        from tui.app.runtime.proposer import Proposer

        return Proposer(self._context.project, self._context.workspace, self.show)

    def begin(self) -> None:
        """Train from time to time."""
        if self._enabled:
            self._context.app.set_interval(EVERY, self._train)

    @property
    def _has_proposer(self) -> bool:
        return "proposer" in self.__dict__

    def _train(self) -> None:
        if self._has_proposer:
            self._context.app.run_worker(self.proposer.train_if_due(), group="training")

    def key_pressed(self) -> None:
        """Note that somebody is typing."""
        if self._has_proposer:
            self.proposer.key_pressed()

    def decided(self, document: Document) -> None:
        """Note that something was decided on a page, and ask again when that is shown."""
        if self._enabled:
            if self._has_proposer:
                self.proposer.decided(document)
            self.ask()

    def ask(self) -> None:
        """Ask what is proposed of the article on the screen, as soon as the user pauses."""
        if self._enabled and not self._pausing and self._context.app.is_running:
            self._pausing = True
            self._context.app.run_worker(self._ask_in_pause(), group="proposals")

    async def _ask_in_pause(self) -> None:
        pause = PAUSE if self._has_proposer else FIRST_PAUSE
        try:
            while (left := pause - self._idle()) > 0:
                await asyncio.sleep(left)
        finally:
            self._pausing = False
        await self.proposer.ask()

    def show(self) -> None:
        """Show what is proposed."""
        if not self._context.is_open:
            return
        controller = self._context.controller
        if not controller.display.is_outdated:
            controller.reader.update_contents(self._context.workspace.contents(), controller.reader.span)
            controller.display.show_bars()

    async def stop(self) -> None:
        """End the proposer's processes."""
        if self._has_proposer:
            await self.proposer.stop()
