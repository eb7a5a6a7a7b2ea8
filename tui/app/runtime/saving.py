"""Saves changes and reports the result."""

import asyncio
from collections.abc import Callable, Sequence

from tui.app.runtime.context import AppContext
from tui.app.runtime.page_locks import PageLocks
from tui.model import Document
from tui.store.files.locks import LockedError
from tui.store.saver import Failed, Report, Saver

RETRY = 5.0
"""Seconds between two attempts to save what could not be saved."""

PATIENCE = 5.0
"""Seconds that the end of the program waits for the disk at most."""


class Saving:
    """Gives what was changed to the saver, which works in a thread of its own.

    Args:
        changed: called with each changed document.
        saved: called when all that was changed is saved.
    """

    def __init__(
        self,
        context: AppContext,
        locks: PageLocks,
        changed: Sequence[Callable[[Document], None]],
        saved: Sequence[Callable[[], None]],
    ) -> None:
        self._context, self._locks = context, locks
        self.saver = Saver(context.project.save, self._report)
        self._when_changed, self._when_saved = changed, saved
        self._unsaved: dict[str, Document] = {}
        self.is_warned = False
        self._is_told = False  # that something could not be saved

    def begin(self) -> None:
        """From time to time, save what still waits for a screen, and try again what failed."""
        self._context.app.set_interval(RETRY, self.retry)

    def changed(self, document: Document) -> None:
        """Save after the screen has shown the change: the saver's work would hold the painting up."""
        self.is_warned = False
        self._context.workspace.status.saving("saving")
        self._unsaved[document.page.id] = document
        self._context.app.call_after_refresh(self.hand_over)
        for call in self._when_changed:
            call(document)

    def hand_over(self) -> None:
        """Give what has changed to the saver."""
        while self._unsaved:
            self.saver.put(self._unsaved.popitem()[1])

    def flush(self) -> tuple[Document, ...]:
        """Save what has changed, as far as that takes no longer than `PATIENCE`; return what is not saved."""
        self.hand_over()
        return self.saver.flush(PATIENCE)

    async def finish(self) -> tuple[Document, ...]:
        """Save what has changed, however long that takes; return what is not saved."""
        self.hand_over()
        return await asyncio.to_thread(self.saver.flush)

    def retry(self) -> None:
        """Hand over what waits for a screen that was closed before it was painted; try again what failed."""
        self.hand_over()
        if self._context.workspace.status.now.saved == "failed":
            self.saver.retry()

    def _report(self, report: Report) -> None:
        """Pass on, in the saver's thread, how a save ended."""
        self._context.app.call_later(self._ended, report)

    def _ended(self, report: Report) -> None:
        """Say whether all is saved."""
        if isinstance(report, Failed):
            self._failed(report)
        elif not self._unsaved and not self.saver.pending:  # what waits for the screen is not saved either
            self._context.workspace.status.saving("saved")
            if self._is_told:
                self._is_told = False
                self._context.controller.tell("status.saved_at_last")
            for call in self._when_saved:
                call()
        self._context.controller.show_bars()

    def _failed(self, report: Failed) -> None:
        """Say why a save failed; put together what another program changed meanwhile."""
        error, workspace = report.error, self._context.workspace
        session = workspace.documents.session(report.document.page.id)
        if error.key == "store.changed":  # nobody has the page, or that would be said: not any more, perhaps
            put_together = self._locks.merge if session.refusal is None else self._locks.take_again
            put_together(session)
            return
        if isinstance(error, LockedError) and session.refusal is None:
            self._locks.answered(report.document.page.id, error)
        if workspace.status.now.saved != "failed":
            self._is_told = True
            workspace.tell(workspace.say("status.kept"), alarm=True)
        workspace.status.saving("failed", error.said(workspace.language))
