"""Learns in the background where the articles of a source begin, from pages whose borders were corrected."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.runtime.context import AppContext
from tui.errors import PiyueError
from tui.model import Document

if TYPE_CHECKING:
    from tui.store.index.learned_votes import SourceVotes


class BorderLearning:
    """Learns when there is another page to learn from.

    Args:
        divided: called, in a thread, when pages are divided by other votes than before.
    """

    def __init__(self, context: AppContext, divided: Callable[[], None]) -> None:
        self._context, self._divided = context, divided
        self._with_borders: set[str] = set()
        self._learned_from: set[str] = set()

    def note(self, document: Document) -> None:
        """Take notice of a page on which somebody said where articles begin."""
        if document.corrections.borders:
            self._with_borders.add(document.page.id)

    def learn_if_due(self) -> None:
        """Learn in the background if there is another page to learn from."""
        fresh = self._with_borders - self._learned_from - {self._unfinished}
        if fresh:
            self._learned_from |= fresh
            self._context.run_in_thread(self.learn, group="borders")

    @property
    def _unfinished(self) -> str:
        """The id of the page that is being corrected and is not confirmed yet; empty: there is none."""
        from tui.edit.repair import is_confirmed

        shown = self._context.workspace.shown
        return "" if shown is None or is_confirmed(shown.opened.document) else shown.opened.document.page.id

    def learn(self) -> None:
        """Learn the votes of sources of which enough pages were confirmed; from a thread.

        The pages that nobody began with are divided anew by them. What divides pages is imported here: the
        first screen does not need it.
        """
        from tui.operations.learn_borders import learn_borders

        try:
            learned = learn_borders(self._context.project, self._unfinished)
        except (PiyueError, OSError):  # what is learned is a help, no more
            return
        if learned:
            self._context.app.call_from_thread(self._tell, learned)
            self._divided()

    def _tell(self, learned: "tuple[SourceVotes, ...]") -> None:
        workspace = self._context.workspace
        for one in learned:
            workspace.tell(one.message.render(workspace.language))
        self._context.controller.show_bars()
