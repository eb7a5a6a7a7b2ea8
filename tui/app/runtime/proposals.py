"""Proposes names while the user works, if the settings say so."""

from functools import cached_property
from typing import TYPE_CHECKING

from tui.app.runtime.context import AppContext
from tui.model import Document

if TYPE_CHECKING:
    from tui.app.runtime.proposer import Proposer

EVERY = 1.0
"""Seconds between two looks whether a training is due."""


class Proposals:
    """Tells the proposer what goes on, and shows what it proposes.

    Args:
        enabled: whether names are proposed.
    """

    def __init__(self, context: AppContext, *, enabled: bool) -> None:
        self._context, self._enabled = context, enabled

    @cached_property
    def proposer(self) -> "Proposer":
        """What asks for proposals; made, and its module loaded, when the first article has its words."""
        from tui.app.runtime.proposer import Proposer

        return Proposer(self._context.project, self._context.workspace, self.show)

    def begin(self) -> None:
        """Train from time to time."""
        if self._enabled:
            self._context.app.set_interval(EVERY, self._train)

    def _train(self) -> None:
        self._context.app.run_worker(self.proposer.train_if_due(), group="training")

    def key_pressed(self) -> None:
        """Note that somebody is typing."""
        if "proposer" in self.__dict__:
            self.proposer.key_pressed()

    def decided(self, document: Document) -> None:
        """Note that something was decided on a page, and ask again when that is shown."""
        if self._enabled:
            self.proposer.decided(document)
            self._context.app.call_after_refresh(self.ask)

    def ask(self) -> None:
        """Ask what is proposed of the article on the screen."""
        if self._enabled and self._context.app.is_running:
            self._context.app.run_worker(self.proposer.ask(), group="proposals")

    def show(self) -> None:
        """Show what is proposed."""
        controller = self._context.controller
        if not controller.display.is_outdated:
            controller.reader.update_contents(self._context.workspace.contents(), controller.reader.span)
            controller.display.show_bars()

    async def stop(self) -> None:
        """End the proposer's processes."""
        if "proposer" in self.__dict__:
            await self.proposer.stop()
