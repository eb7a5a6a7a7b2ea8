"""What finds out behind the screen which articles there are: page by page, or from the index."""

import asyncio
from contextlib import suppress

from textual import work

from tui.app.runtime import messages
from tui.app.runtime.indexer import Indexer
from tui.app.runtime.safety import SafeApp
from tui.app.workspace.article_list import ArticleList
from tui.edit.repair import is_confirmed
from tui.errors import PiyueError
from tui.model import Document
from tui.operations.learn_borders import learn_borders
from tui.operations.queue import load_assignments
from tui.store.index.learned_votes import SourceVotes
from tui.store.project import Project
from tui.texts import Language

GROWTH = 1.25
"""By how much more pages the index must know until the list is made anew."""


class CorpusApp(SafeApp):
    """An app that lists the project's articles."""

    def __init__(self, project: Project, language: Language) -> None:
        super().__init__(project, language)
        self.indexer = Indexer(project, language)
        self._with_borders: set[str] = set()
        self._learned_from: set[str] = set()

    def read_pages(self) -> None:
        """Read what is little at once; else show what the index knows and have it brought up to date."""
        self._read_assignments()
        if not self.project.is_small:
            self._list_anew()
            self.call_from_thread(self._index)
        else:
            self._read_all()
        self._learn_borders()

    def _read_all(self) -> None:
        for page in self.workspace.documents.pages:
            try:
                news: list[PiyueError] = []
                self.post_message(messages.PageRead(self.project.opened(page, news.append)))
                for error in news:
                    self.told(error)
            except PiyueError as error:
                self.post_message(messages.PageRefused(page, error))
        from tui.store.index.build import refresh

        with suppress(PiyueError):  # the index serves the search in texts alone here
            refresh(self.project, lambda _: self.is_running, lambda _: None)

    # Where articles begin

    def note_borders(self, document: Document) -> None:
        """Take notice of a page on which somebody said where articles begin."""
        if document.corrections.borders:
            self._with_borders.add(document.page.id)

    def learn_if_due(self) -> None:
        """Learn where articles begin, behind the screen, where there is another page to learn from."""
        fresh = self._with_borders - self._learned_from - {self._unfinished}
        if fresh:
            self._learned_from |= fresh
            self.run_worker(self._learn_borders, thread=True, group="borders")

    @property
    def _unfinished(self) -> str:
        """The id of the page that is being corrected and is not confirmed yet; empty: there is none."""
        shown = self.workspace.shown
        return "" if shown is None or is_confirmed(shown.opened.document) else shown.opened.document.page.id

    def _learn_borders(self) -> None:
        """Learn the votes of sources of which enough pages were confirmed; divide the pages anew by them that
        nobody began with."""
        try:
            learned = learn_borders(self.project, self._unfinished)
        except (PiyueError, OSError):  # what is learned is a help, no more
            return
        if learned:
            self.call_from_thread(self._say_learned, learned)
            self.read_pages()

    def _say_learned(self, learned: tuple[SourceVotes, ...]) -> None:
        for one in learned:
            self.workspace.tell(one.message.render(self.language))
        self.controller.show_bars()

    def _read_assignments(self) -> None:
        try:
            assignments = load_assignments(self.project)
        except PiyueError as error:
            self.told(error)
            return
        if assignments is not None:
            self.workspace.documents.assignments = assignments
            self.call_from_thread(self.controller.display.show_holdings)

    def _list_anew(self) -> None:
        """Show what the index knows now; for a thread of its own, since it may be much."""
        self.call_from_thread(self._show_listing, ArticleList(self.project.index.rows()))

    def _show_listing(self, listing: ArticleList) -> None:
        self.workspace.documents.list_anew(listing)
        self.controller.display.show_lists()

    @work(group="index")
    async def _index(self) -> None:
        """Bring the index up to date; show what it knows whenever that has grown by a good part."""
        listed = refused = 0
        async for said in self.indexer.run():
            if "refused" in said:
                self.workspace.tell(self._refused(said["refused"], refused), alarm=True)
                refused += 1
            elif "done" in said:
                self.workspace.tell(said["done"], alarm=True) if said["done"] else None
            else:
                percent = int(100 * said["part"])
                self.workspace.status.progress(
                    self.workspace.say("index.part", pages=said["pages"], percent=percent)
                )
                if said["changed"] > GROWTH * listed + 100 or (
                    said["part"] == 1 and said["changed"] > listed
                ):
                    listed = said["changed"]
                    await asyncio.to_thread(self._list_anew)
            self.controller.show_bars()
        self.workspace.status.progress("")
        self.controller.show_bars()

    def _refused(self, error: str, more: int) -> str:
        return self.workspace.say("index.refused", error=error, count=more) if more else error

    def action_stop_index(self) -> None:
        """End the indexing."""
        self.controller.tell("index.stopped" if self.indexer.busy else "index.idle")
        self.indexer.stop()

    def on_page_read(self, event: messages.PageRead) -> None:
        """Take a page that was read into the sidebar; one that is open stays as it is."""
        documents = self.workspace.documents
        documents.adopt(event.document)
        if event.document.page.id not in self._held:
            documents.divide_anew(event.document)
        self.controller.display.show_lists()

    def on_page_refused(self, event: messages.PageRefused) -> None:
        """Say which page cannot be used; the others can."""
        self.workspace.tell(event.error.render(self.language), alarm=True)
        self.controller.show_bars()
