"""Finds the articles in the background: page by page, or from the index."""

import asyncio
from contextlib import suppress

from tui.app.runtime.border_learning import BorderLearning
from tui.app.runtime.context import AppContext
from tui.app.runtime.file_watch import FileWatch
from tui.app.runtime.notices import Notices
from tui.app.runtime.page_locks import PageLocks
from tui.app.workspace.article_list import ArticleList
from tui.app.workspace.turns import Turns
from tui.errors import PiyueError
from tui.model import Document
from tui.operations.queue import load_assignments
from tui.operations.renamed_pages import pages_gone
from tui.store.files.system_calls import give_memory_back
from tui.store.worker_connection import WorkerRun

GROWTH = 1.25
"""By how much more pages the index must know until the list is made anew."""


class PageReading:
    """Lists the project's articles."""

    def __init__(self, context: AppContext, notices: Notices, locks: PageLocks) -> None:
        self._context, self._notices, self._locks = context, notices, locks
        self.borders = BorderLearning(context, self._list_all)
        self.files = FileWatch(context, locks)
        self._looked_for_gone = False
        self._indexer = WorkerRun(
            "tui.operations.index_worker", str(context.project.root), context.project.annotator
        )

    def begin(self) -> None:
        """Read the other pages, once the first one is on the screen."""
        self._context.run_in_thread(self._list_all, group="pages")
        self.files.begin()

    def _list_all(self) -> None:
        """Read what is little at once; else show what the index knows and have it brought up to date."""
        self.read_assignments()
        if self._context.project.pages.are_few:
            self._read_all()
        else:
            self._list_anew()
            self._context.app.call_from_thread(self.update_index)
        self.borders.learn()

    def _tell_of_pages_gone(self) -> None:
        """Say of which pages there are tags and no text any more; once, when all pages are known."""
        if self._looked_for_gone or not self._context.is_open:
            return
        self._looked_for_gone = True
        try:
            gone = pages_gone(self._context.project)
        except PiyueError as error:
            gone = error
        if gone is not None:
            self._notices.add(gone)

    def _read_all(self) -> None:
        project, app = self._context.project, self._context.app
        for page in self._context.workspace.documents.pages:
            try:
                news: list[PiyueError] = []
                app.call_later(
                    self._adopt, project.documents.open(project.page(page), project.annotator, news.append)
                )
                for error in news:
                    self._notices.add(error)
            except PiyueError as error:
                app.call_later(self._context.controller.tell_error, error)
        from tui.store.index.build import refresh

        with suppress(PiyueError):  # the index serves the search in texts alone here
            refresh(project, lambda _: app.is_running, lambda _: None)
        self._tell_of_pages_gone()

    def _adopt(self, document: Document) -> None:
        """Take a page that was read into the sidebar; one that is open stays as it is."""
        documents = self._context.workspace.documents
        documents.adopt(document)
        if not self._locks.is_tried(document.page.id):
            documents.divide_anew(document)
        self._context.controller.display.show_lists()

    def read_assignments(self) -> None:
        """Show whose the pages are; from another thread."""
        try:
            assignments = load_assignments(self._context.project)
        except PiyueError as error:
            self._notices.add(error)
            return
        if assignments is not None:
            self._context.workspace.documents.turns = Turns(self._context.project, assignments)
            self._context.app.call_from_thread(self._context.controller.display.show_holdings)

    def _list_anew(self) -> None:
        """Show what the index knows now; for a thread of its own, since it may be much."""
        rows = self._context.project.index.rows()
        self._context.app.call_from_thread(self._show_listing, ArticleList(rows))

    def _show_listing(self, listing: ArticleList) -> None:
        self._context.workspace.documents.list_anew(listing)
        self._context.controller.display.show_lists()

    @property
    def is_indexing(self) -> bool:
        """Whether the index is being brought up to date."""
        return self._indexer.is_running

    def update_index(self) -> None:
        """Bring the index up to date."""
        self._context.app.run_worker(self._update_index(), group="index")

    async def _update_index(self) -> None:
        """Show what the index knows whenever that has grown by a good part."""
        workspace, controller = self._context.workspace, self._context.controller
        listed = refused = 0
        async for said in self._indexer.lines(workspace.language):
            if not self._context.is_open:
                return
            if "refused" in said:
                workspace.tell(self._refused(said["refused"], refused), alarm=True)
                refused += 1
            elif "done" in said:
                workspace.tell(said["done"], alarm=True) if said["done"] else None
            else:
                percent = int(100 * said["part"])
                workspace.status.progress(workspace.say("index.part", pages=said["pages"], percent=percent))
                if _has_grown(said["changed"], listed, said["part"]):
                    listed = said["changed"]
                    await asyncio.to_thread(self._list_anew)
            controller.show_bars()
        workspace.status.progress("")
        controller.show_bars()
        await asyncio.to_thread(self._tell_of_pages_gone)
        if listed:  # each list was made beside the one before
            await asyncio.to_thread(give_memory_back)

    def _refused(self, error: str, more: int) -> str:
        return self._context.workspace.say("index.refused", error=error, count=more) if more else error

    def stop_index(self) -> None:
        """End the indexing, and say so."""
        self._context.controller.tell("index.stopped" if self.is_indexing else "index.idle")
        self._context.app.run_worker(self._indexer.stop(), group="index")

    async def stop(self) -> None:
        """End the process that indexes; what it did so far is kept."""
        await self._indexer.stop()


def _has_grown(changed: int, listed: int, part: float) -> bool:
    """Tell whether the index has changed by enough pages since the list was made, or has come to its end."""
    return changed > GROWTH * listed + 100 or (part == 1 and changed > listed)
