"""Shows changes of others on a team's server, and takes the next page from its queue."""

import asyncio
from collections.abc import Callable

from tui.app.runtime.context import AppContext
from tui.app.runtime.follower import Follower
from tui.app.runtime.notices import Notices
from tui.app.runtime.page_locks import PageLocks
from tui.app.runtime.page_reading import PageReading
from tui.app.runtime.saving import Saving
from tui.app.workspace.following import next_open_on
from tui.app.workspace.turns import Turns
from tui.errors import PiyueError
from tui.measure.team.assignments import Assignments
from tui.operations.queue import draw, holders
from tui.store.annotator_names import PREDICTIONS, SHARED
from tui.store.backend import QUEUE, Key

INDEX_AGAIN = 30.0
"""Seconds between two times that the index takes up what others changed on pages that are not open."""


class Team:
    """Follows the team's server, where there is one.

    Args:
        predicted: called when predictions came in for the page that is shown.
    """

    def __init__(
        self,
        context: AppContext,
        notices: Notices,
        locks: PageLocks,
        saving: Saving,
        pages: PageReading,
        predicted: Callable[[], None],
    ) -> None:
        self._context, self._notices, self._predicted = context, notices, predicted
        self._locks, self._saving, self._pages = locks, saving, pages
        self._follower: Follower | None = None
        self._index_is_old = False

    def begin(self) -> None:
        """Begin to listen."""
        if (server := self._context.project.server) is not None:
            self._follower = Follower(server, self._heard, self._context.fail)
            self._context.app.set_interval(INDEX_AGAIN, self._index_again)

    def stop(self) -> None:
        """Listen no longer."""
        if self._follower is not None:
            self._follower.stop()

    def _heard(self, key: Key | None) -> None:
        """Find out what of it matters here, neither in the follower's thread nor in the screen's."""
        self._context.app.call_later(self._context.run_in_thread, self._look, key, group="elsewhere")

    def _look(self, key: Key | None) -> None:
        """Take up what somebody else changed (None: anything may have changed)."""
        shown, sources = self._context.workspace.shown, self._context.workspace.sources
        if key is None:
            self._pages.read_assignments()
            if shown is not None:
                self._look_at(shown.opened.document.page.id)
        elif key.owner == QUEUE:
            self._follow_queue(key.page)
        elif key.owner in (SHARED, self._context.project.annotator):
            self._look_at(key.page)
        elif key.owner == PREDICTIONS:
            if shown is not None and shown.opened.document.page.id == key.page:
                self._context.app.call_from_thread(self._predicted)
        elif sources is not None:
            sources.changed(key.page)

    def _follow_queue(self, page: str) -> None:
        try:
            people = holders(self._context.project, page)
        except PiyueError as error:
            self._notices.add(error)
            return
        self._context.app.call_from_thread(self._show_holders, page, people)

    def _show_holders(self, page: str, people: tuple[str, ...]) -> None:
        documents = self._context.workspace.documents
        turns = documents.turns or Turns(self._context.project, Assignments())
        documents.turns = turns.with_people(page, people)
        self._context.controller.display.show_holdings()

    def _look_at(self, page: str) -> None:
        """Have a page put together with what somebody else made of it, if it is open; else the index."""
        documents = self._context.workspace.documents
        if not documents.is_open(page):
            self._index_is_old = True
            return
        try:
            if self._context.project.documents.is_current(documents.session(page).document):
                return
        except PiyueError as error:
            self._notices.add(error)
            return
        self._context.app.call_from_thread(self._locks.merge, documents.session(page))

    def _index_again(self) -> None:
        if self._index_is_old and not self._context.project.pages.are_few and not self._pages.is_indexing:
            self._index_is_old = False
            self._pages.update_index()

    async def open_next_page(self) -> None:
        """Open what the queue gives to who works here; keys wait for it."""
        controller = self._context.controller
        controller.tell("status.asking_queue")
        self._saving.hand_over()
        try:
            page = await asyncio.to_thread(self._draw)
            article = None if page is None else next_open_on(self._context.workspace.documents, page)
        except PiyueError as error:
            controller.tell_error(error)
            return
        controller.open_article(article, none="status.all_done")

    def _draw(self) -> str | None:
        """Ask the queue once it knows of all that was done here."""
        self._saving.flush()
        page = draw(self._context.project)
        if page is not None:
            self._follow_queue(page)
        return page
