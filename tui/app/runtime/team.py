"""An app of a team: what others change on the server shows, and the next page comes from its queue."""

import asyncio

from tui.app.runtime import messages
from tui.app.runtime.follower import Follower
from tui.app.runtime.page_reading import CorpusApp
from tui.app.runtime.safety import PATIENCE
from tui.errors import PiyueError
from tui.measure.team.assignments import Assignments
from tui.operations.queue import draw, holders
from tui.store.backend import QUEUE, Key
from tui.store.project import SHARED

INDEX_AGAIN = 30.0
"""Seconds between two times that the index takes up what others changed on pages that are not open."""


class TeamApp(CorpusApp):
    """An app that follows the team's server, where there is one."""

    _follower: Follower | None = None
    _index_is_old = False

    def follow(self) -> None:
        """Begin to listen."""
        if self.project.server is not None:
            self._follower = Follower(self.project.server, self._heard)
            self.set_interval(INDEX_AGAIN, self._index_again)

    def _heard(self, key: Key | None) -> None:
        """Pass on what was heard, in the follower's thread."""
        self.post_message(messages.ChangedElsewhere(key))

    def let_go(self) -> None:
        """Give up locks and journals that are not needed any more, and listen no longer."""
        if self._follower is not None:
            self._follower.stop()
        super().let_go()

    def on_changed_elsewhere(self, event: messages.ChangedElsewhere) -> None:
        """Find out, off the screen's thread, what of it matters here."""
        self.run_worker(lambda: self._look(event.key), thread=True, group="elsewhere")

    def _look(self, key: Key | None) -> None:
        shown, sources = self.workspace.shown, self.workspace.sources
        if key is None:
            self._read_assignments()
            if shown is not None:
                self._look_at(shown.opened.document.page.id)
        elif key.owner == QUEUE:
            self._follow_queue(key.page)
        elif key.owner in (SHARED, self.project.annotator):
            self._look_at(key.page)
        elif sources is not None:
            sources.changed(key.page)

    def _follow_queue(self, page: str) -> None:
        try:
            people = holders(self.project, page)
        except PiyueError as error:
            self.told(error)
            return
        self.call_from_thread(self._show_holders, page, people)

    def _show_holders(self, page: str, people: tuple[str, ...]) -> None:
        documents = self.workspace.documents
        documents.assignments = (documents.assignments or Assignments()).with_people(page, people)
        self.controller.display.show_holdings()

    def _look_at(self, page: str) -> None:
        """Have a page put together with what somebody else made of it, if it is open; else the index."""
        if not self.workspace.documents.is_open(page):
            self._index_is_old = True
            return
        self.saver.wait(PATIENCE)  # until a save has ended, the records are not those that were read
        try:
            if self.project.is_current(self.workspace.documents.session(page).document):
                return
        except PiyueError as error:
            self.told(error)
            return
        self.call_from_thread(self._merge, self.workspace.documents.session(page))

    def _index_again(self) -> None:
        if self._index_is_old and not self.project.is_small and not self.indexer.busy:
            self._index_is_old = False
            self._index()

    async def action_next_page(self) -> None:
        """Open what the queue gives to who works here; keys wait for it."""
        self.hand_over()
        try:
            page = await asyncio.to_thread(self._draw)
            article = None if page is None else self.workspace.documents.next_open_on(page)
        except PiyueError as error:
            self.controller.tell_error(error)
            return
        self.controller.open_article(article, none="status.all_done")

    def _draw(self) -> str | None:
        """Ask the queue once it knows of all that was done here."""
        self.saver.flush(PATIENCE)
        page = draw(self.project)
        if page is not None:
            self._follow_queue(page)
        return page
