"""Dialog with a list of hits to go to, or to accept one by one."""

from asyncio import Event
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias, get_args

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label
from textual.worker import Worker, WorkerState, get_current_worker

from tui.app.dialogs.dialog import Dialog
from tui.app.dialogs.hit_list import HitList
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.app.workspace.hits import HitRow
from tui.app.workspace.workspace import Workspace
from tui.errors import PiyueError
from tui.model import Article, Document

Scope: TypeAlias = Literal["article", "page", "corpus"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
Find: TypeAlias = Callable[[Document, Article], Iterable[HitRow]]


class Outcome(NamedTuple):
    """What the user wants: something done with the rows that were accepted, or to go to one of all."""

    rows: tuple[HitRow, ...] = ()
    go: HitRow | None = None


class HitsScreen(Dialog[Outcome | None]):
    """Shows the places that `find` yields, article by article; None: nothing is to be done.

    Args:
        accept: whether rows are accepted and something is done to them; otherwise enter goes to one.
        scope: where to look first.

    Attributes:
        found: set when all that there is in the scope was found.
    """

    BINDINGS = bindings("hits")

    def __init__(
        self, workspace: Workspace, title: str, find: Find, *, accept: bool, scope: Scope = "article"
    ) -> None:
        super().__init__()
        self._workspace, self._title, self._find, self._accept = workspace, title, find, accept
        self._scope: Scope = scope
        self.keys_said = "places.keys_accept" if accept else "places.keys_go"
        self._progress = ""
        self.found, self._any_found = Event(), Event()

    def compose(self) -> ComposeResult:
        """Lay the list out between what it is and what the keys do."""
        with Vertical(id="dialog", classes="places"):
            yield Label(id="title")
            yield HitList(id="places")
            yield Label(Content(self._workspace.say(self.keys_said)), id="keys")

    def on_mount(self) -> None:
        """Begin."""
        self.begin()

    def begin(self) -> None:
        """Look in the first scope."""
        self.list.focus()
        self._look()

    async def until_ready(self, key: str) -> None:
        """Wait for a row, or for all of them where something is done to them; not where the key leaves."""
        await super().until_ready(key)
        if key == "enter" and self._accept:
            await self.found.wait()
        elif key != "escape":
            await self._any_found.wait()

    @property
    def list(self) -> HitList:
        """The places."""
        return self.query_one(HitList)

    # Looking

    def _look(self) -> None:
        self._progress = ""
        self.found.clear()
        self._any_found.clear()
        self._show([])
        self._search(self._documents())

    @work(thread=True, exclusive=True, group="hits")
    def _search(self, documents: Iterator[tuple[Document, tuple[Article, ...]]]) -> None:
        """Look through the documents, off the screen's thread; rows come as pages are done."""
        worker = get_current_worker()
        for document, articles in documents:
            if worker.is_cancelled:
                return
            rows = [row for article in articles for row in self._find(document, article)]
            self.app.call_from_thread(self._add, worker, rows)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take keys: all there is was found."""
        if event.worker.group == "hits" and event.state == WorkerState.SUCCESS and self.is_open:
            self.found.set()
            self._any_found.set()
            self._show(self.list.items)
            self.all_found()

    def all_found(self) -> None:
        """Do what waited for all hits."""

    def _documents(self) -> Iterator[tuple[Document, tuple[Article, ...]]]:
        shown, documents = self._workspace.shown, self._workspace.documents
        if shown is None:
            return
        opened = shown.opened
        if self._scope != "corpus":
            chosen = (opened.article,) if self._scope == "article" else opened.document.articles
            yield opened.document, chosen
            return
        known = {document.page.id: document for document in documents.known()}
        for number, page in enumerate(documents.pages, 1):
            self._progress = self._workspace.say("places.reading", done=number, total=len(documents.pages))
            try:
                document = known.get(page) or documents.project.document(page)
            except PiyueError:  # the status line has said so when the page was read
                continue
            yield document, document.articles
        self._progress = ""

    def _add(self, worker: Worker[None], rows: Iterable[HitRow]) -> None:
        if not worker.is_cancelled:
            self._show([*self.list.items, *rows])
            if self.list.items:
                self._any_found.set()

    def _show(self, rows: Iterable[HitRow]) -> None:
        self.list.set_items(list(rows))
        say = self._workspace.say
        total = len(self.list.items)
        accepted = sum(row.accepted is True for row in self.list.items)
        counts = say("places.counts", accepted=accepted, total=total) if self._accept else str(total)
        parts = (visible(self._title), say(f"places.scope.{self._scope}"), counts, self.progress())
        self.query_one("#title", Label).update(Content("  ".join(filter(None, parts))))

    def progress(self) -> str:
        """Say how far it is looked."""
        return self._progress

    # Keys

    def action_widen(self) -> None:
        """Look on the page, then everywhere, then in the article again."""
        self._scope = SCOPES[(SCOPES.index(self._scope) + 1) % len(SCOPES)]
        self._look()

    def action_accept_row(self) -> None:
        """Take or leave the row under the cursor, and go to the next."""
        rows = list(self.list.items)
        at = self.list.cursor
        if at < len(rows) and rows[at].accepted is not None:
            rows[at] = rows[at].replaced(accepted=not rows[at].accepted)
            self._show(rows)
        self.list.action_cursor(1)

    def action_accept_all(self, accepted: bool) -> None:
        """Take or leave all rows that can be taken."""
        self._show(
            row if row.accepted is None else row.replaced(accepted=accepted) for row in self.list.items
        )

    def action_go(self) -> None:
        """Go to the row under the cursor."""
        if self.list.cursor < len(self.list.items):
            self.dismiss(Outcome(tuple(self.list.items), self.list.items[self.list.cursor]))

    def action_finish(self) -> None:
        """Do what was accepted; without anything to accept, go."""
        if self._accept and not self.found.is_set():
            self.app.bell()  # what was not found yet would be left out without a word
        elif self._accept:
            self.dismiss(Outcome(tuple(row for row in self.list.items if row.accepted)))
        else:
            self.action_go()
