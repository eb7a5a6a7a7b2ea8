"""Dialog of the ledger: the metrics of the corpus, sorted, filtered, grouped and plotted; aliases."""

from asyncio import Event
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label
from textual.worker import Worker, WorkerState, get_current_worker

from tui.app.dialogs.dialog import Dialog
from tui.app.dialogs.ledger_names import declare, names_for
from tui.app.dialogs.ledger_plots import write_plot
from tui.app.dialogs.ledger_table import LedgerHeads, LedgerList
from tui.app.dialogs.ledger_view import LedgerView, preview
from tui.app.dialogs.messages import HeadClicked
from tui.app.dialogs.pick import PickScreen
from tui.app.dialogs.plot import indicator_screen
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.app.workspace.documents import Documents
from tui.app.workspace.workspace import Workspace
from tui.errors import PiyueError
from tui.measure.aliases import Aliases, AliasKind
from tui.measure.ledger import Row
from tui.model import Document
from tui.operations.ledger import ledger_rows
from tui.store.files.aliases import load_aliases

ABOUT_ROWS = 3
"""Rows below the ledger, as high as its style sheet makes them."""


class LedgerScreen(Dialog[Row | None]):
    """Shows the metrics of all pages; the row that is to be gone to, or None.

    The list of rows has the ledger's keys, so that what is typed into the filter is none.
    """

    BINDINGS = bindings("input")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._project = workspace.documents.project
        self._view = LedgerView()
        self._read = Event()
        self._message = ""

    def compose(self) -> ComposeResult:
        """Lay out what is shown, the rows, the sentence of one, and the keys."""
        with Vertical(id="dialog", classes="ledger"):
            yield Label(id="title")
            field = Input(id="filter", compact=True)
            field.display = False
            yield field
            yield LedgerHeads()
            yield LedgerList(id="rows")
            yield Label(id="about")
            yield Label(Content(self._workspace.say("ledger.keys")), id="keys")

    def on_mount(self) -> None:
        """Read the pages, the list in focus; keys are taken when they are read."""
        self.table.language = self._workspace.language
        self.query_one(LedgerHeads).names = lambda name: self._workspace.say(f"cli.column.{name}")
        self.table.focus()
        self._collect()

    @property
    def table(self) -> LedgerList:
        """The rows."""
        return self.query_one(LedgerList)

    # Rows

    @work(thread=True, exclusive=True, group="ledger")
    def _collect(self) -> None:
        """Read every page's metrics, off the screen's thread."""
        worker, message = get_current_worker(), self._message
        try:
            aliases = load_aliases(self._project)
        except PiyueError as error:
            aliases, message = Aliases(), error.render(self._workspace.language)
        documents = _documents(self._workspace.documents, worker)
        found, refused = ledger_rows(self._project, documents, aliases)
        if refused:
            message = refused[-1].render(self._workspace.language)
        if not worker.is_cancelled:
            self._view = replace(self._view, rows=found)
            self.app.call_from_thread(self._tell, message)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take keys: all pages were read."""
        if event.state == WorkerState.SUCCESS:
            self._read.set()

    async def until_ready(self, key: str) -> None:
        """Wait for the rows, unless the key leaves."""
        await super().until_ready(key)
        if key != "escape":
            await self._read.wait()

    def _show(self) -> None:
        found = self._view.shown(self.query_one("#filter", Input).value)
        self.table.show(self._view.lines(found))
        self.query_one(LedgerHeads).show(self._view.order, is_descending=self._view.is_descending)
        title = (*self._view.title(found, self._workspace.say), self._message)
        self.query_one("#title", Label).update(Content("  ".join(filter(None, title))))
        self.on_row_moved()

    def on_row_moved(self) -> None:
        """Say more of the row under the cursor."""
        row = self.table.row
        about = self.query_one("#about", Label)
        said = [] if row is None else preview(row, max(20, about.size.width), ABOUT_ROWS)
        about.update(Content("\n".join(said)))

    def on_resize(self) -> None:
        """Break the sentence anew."""
        self.call_after_refresh(self.on_row_moved)

    def _tell(self, message: str) -> None:
        self._message = message
        self._show()

    # Keys

    def action_filter(self) -> None:
        """Type what the rows have to hold."""
        field = self.query_one("#filter", Input)
        field.display = True
        field.focus()

    def on_input_changed(self) -> None:
        """Show the rows that hold what is typed."""
        self._show()

    def on_input_submitted(self) -> None:
        """Go on in the rows."""
        self.action_accept()

    def action_accept(self) -> None:
        """Go on in the rows."""
        self.table.focus()

    def action_close(self) -> None:
        """Clear the filter, else leave."""
        field = self.query_one("#filter", Input)
        if not field.display:
            self.dismiss(None)
            return
        field.value, field.display = "", False
        self.table.focus()

    def action_turn(self, what: Literal["order", "group"]) -> None:
        """Sort or group by the next of what there is to sort or group by."""
        self._view = self._view.turned(what)
        self._tell("")

    def action_reverse(self) -> None:
        """Sort the other way round."""
        self._view = self._view.sorted_by(self._view.order)
        self._tell("")

    def on_head_clicked(self, event: HeadClicked) -> None:
        """Sort by the column that was clicked."""
        self._view = self._view.sorted_by(event.column)
        self._tell("")

    def action_go(self) -> None:
        """Go to the metric under the cursor."""
        if self.table.row is not None:
            self.dismiss(self.table.row)

    def action_alias(self, kind: AliasKind) -> None:
        """Choose another name that means the same as this row's."""
        row = self.table.row
        if row is None or not (name := getattr(row, kind)):
            self.app.bell()
            return

        def take(chosen: str | None) -> None:
            if chosen is None:
                return
            try:
                self._message = declare(self._project, kind, row, chosen)
            except PiyueError as error:
                self._tell(error.render(self._workspace.language))
            else:
                self._collect()

        title = self._workspace.say("ledger.same", name=visible(name))
        self.app.push_screen(PickScreen(title, names_for(self._view.rows, row, kind)), take)

    def action_plot(self) -> None:
        """Draw the indicator of the row over time."""
        if (row := self.table.row) is not None:
            try:
                self.app.push_screen(indicator_screen(self._view.rows, row, self._workspace.say))
            except PiyueError as error:
                self._tell(error.render(self._workspace.language))

    def action_write(self) -> None:
        """Write the picture of the row's indicator over time as a file."""
        if (row := self.table.row) is not None:
            write_plot(self.app, self._workspace, self._view.rows, row, self._tell)


def _documents(documents: Documents, worker: Worker[None]) -> Iterator[Document]:
    """Yield all pages as they are now, until the worker is cancelled."""
    known = {document.page.id: document for document in documents.known()}
    for page in documents.pages:
        if worker.is_cancelled:
            return
        try:
            yield known.get(page) or documents.project.document(page)
        except PiyueError:  # the status line has said so when the page was read
            continue
