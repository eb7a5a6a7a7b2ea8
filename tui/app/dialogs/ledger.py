"""The ledger: the corpus's metrics, sorted, filtered, grouped; names declared the same; plots."""

from asyncio import Event
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label
from textual.worker import Worker, WorkerState, get_current_worker

from tui.app.dialogs.ask import AskScreen
from tui.app.dialogs.dialog import Dialog
from tui.app.dialogs.download import download
from tui.app.dialogs.ledger_table import LedgerList, Line
from tui.app.dialogs.pick import Choice, PickScreen
from tui.app.dialogs.plot import indicator_screen
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.app.workspace.workspace import Workspace
from tui.errors import PiyueError
from tui.formats.common.chart_svg import save_svg
from tui.measure.aliases import Alias, Aliases, AliasKind
from tui.measure.facts import compared
from tui.measure.ledger import Row, rows
from tui.measure.views import holding, view
from tui.model import Document
from tui.store.dates import base_for
from tui.store.files.aliases import AliasFile
from tui.text.pinyin import pinyin_of

ORDERS = ("", "indicator", "subject", "period", "value")
GROUPS = ("", "indicator", "subject", "period", "title")
"""What the rows are sorted and grouped by; empty: as they stand in the texts, not at all."""

POINTING = ("该", "本", "全", "此", "我", "其")
"""What begins with these means something else on another page."""


class LedgerScreen(Dialog[Row | None]):
    """Shows the metrics of all pages; the row that is to be gone to, or None.

    The list of rows has the ledger's keys, so that what is typed into the filter is none.
    """

    BINDINGS = bindings("input")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._rows: Sequence[Row] = ()
        self._read = Event()
        self._order = self._group = self._message = ""

    def compose(self) -> ComposeResult:
        """Lay out what is shown, the rows, the sentence of one, and the keys."""
        with Vertical(id="dialog", classes="ledger"):
            yield Label(id="title")
            yield self._field()
            yield LedgerList(id="rows")
            yield Label(id="about")
            yield Label(Content(self._workspace.say("ledger.keys")), id="keys")

    def on_mount(self) -> None:
        """Read the pages, the list in focus; keys are taken when they are read."""
        self.table.language = self._workspace.language
        self.table.focus()
        self._collect()

    @staticmethod
    def _field() -> Input:
        field = Input(id="filter", compact=True)
        field.display = False
        return field

    @property
    def table(self) -> LedgerList:
        """The rows."""
        return self.query_one(LedgerList)

    @property
    def wanted(self) -> str:
        """What is typed to filter by."""
        return self.query_one("#filter", Input).value

    # Rows

    @work(thread=True, exclusive=True, group="ledger")
    def _collect(self) -> None:
        """Read every page's metrics, off the screen's thread."""
        worker, found = get_current_worker(), list[Row]()
        try:
            aliases = AliasFile(self._workspace.documents.project).load()
        except PiyueError as error:
            aliases = Aliases()
            self.app.call_from_thread(self._tell, error.render(self._workspace.language))
        for document in self._documents():
            if worker.is_cancelled:
                return
            base = base_for(self._workspace.documents.project, document)
            found.extend(
                rows(document, aliases, base, self._workspace.documents.project.settings.annotation_schema)
            )
        self.app.call_from_thread(self._take, compared(found))

    def _documents(self) -> Iterable[Document]:
        documents = self._workspace.documents
        known = {document.page.id: document for document in documents.known()}
        for page in documents.pages:
            try:
                yield known.get(page) or documents.project.document(page)
            except PiyueError:  # the status line has said so when the page was read
                continue

    def _take(self, found: Sequence[Row]) -> None:
        self._rows = found
        self._show()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take keys: all pages were read."""
        if event.state == WorkerState.SUCCESS:
            self._read.set()

    async def until_ready(self, key: str) -> None:
        """Wait for the rows, unless the key leaves."""
        await super().until_ready(key)
        if key != "escape":
            await self._read.wait()

    def shown(self) -> list[Row]:
        """Return the rows that meet the filter, in their order."""
        order = [name for name in (self._group, self._order) if name]
        return view(holding(self._rows, self.wanted), order=order)

    def _show(self) -> None:
        found, say = self.shown(), self._workspace.say
        self.table.show(self._grouped(found))
        names = [say("ledger.title"), f"{len(found)}/{len(self._rows)}"]
        if conflicts := sum(bool(row.conflicts) for row in found):
            names.append(say("ledger.conflicts", count=conflicts))
        for key, name in (("ledger.order", self._order), ("ledger.group", self._group)):
            if name:
                names.append(say(key, name=say(f"cli.column.{name}")))
        self.query_one("#title", Label).update(Content("  ".join(filter(None, (*names, self._message)))))
        self._about()

    def _grouped(self, found: Sequence[Row]) -> list[Line]:
        if not self._group:
            return list(found)
        lines: list[Line] = []
        for name, members in groupby(found, key=lambda row: getattr(row, self._group) or ""):
            lines += [name or "-", *members]
        return lines

    def on_row_moved(self) -> None:
        """Say more of the row under the cursor."""
        self._about()

    def _about(self) -> None:
        row = self.table.row
        said = "" if row is None else f"{row.title or '-'}: {row.sentence}\n{row.interval}"
        self.query_one("#about", Label).update(Content(visible(said)))

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

    def action_dismiss_ledger(self) -> None:
        """Leave."""
        self.dismiss(None)

    def action_close(self) -> None:
        """Give the filter up, else leave."""
        field = self.query_one("#filter", Input)
        if not field.display:
            self.dismiss(None)
            return
        field.value, field.display = "", False
        self.table.focus()

    def action_turn(self, what: str) -> None:
        """Sort or group by the next of what there is to sort or group by."""
        choices = ORDERS if what == "order" else GROUPS
        name = f"_{what}"
        setattr(self, name, choices[(choices.index(getattr(self, name)) + 1) % len(choices)])
        self._tell("")

    def action_go(self) -> None:
        """Go to the metric under the cursor."""
        if self.table.row is not None:
            self.dismiss(self.table.row)

    def action_alias(self, kind: AliasKind) -> None:
        """Choose another name that means the same as this row's."""
        row = self.table.row
        name = getattr(row, kind) if row else ""
        if row is None or not name:
            self.app.bell()
            return
        written = getattr(row, f"{kind}_text")
        others = sorted({getattr(one, kind) for one in self._rows} - {name, ""})
        if name != written and written not in others:
            others.append(written)
        choices = [Choice(other, visible(other), (other.lower(), *pinyin_of(other))) for other in others]

        def take(chosen: str | None) -> None:
            if chosen is not None:
                self._declare(kind, row, chosen)

        self.app.push_screen(
            PickScreen(self._workspace.say("ledger.same", name=visible(name)), choices), take
        )

    def _declare(self, kind: AliasKind, row: Row, chosen: str) -> None:
        """Call a name as another one; its own words undo that."""
        name, written = getattr(row, kind), getattr(row, f"{kind}_text")
        said = written if chosen == written else name
        file = AliasFile(self._workspace.documents.project)
        page = row.page if said.startswith(POINTING) else ""
        try:
            file.save(file.load().with_alias(Alias(kind, said, chosen, page)))
        except PiyueError as error:
            self._tell(error.render(self._workspace.language))
            return
        self._message = f"{said} = {chosen}"
        self._collect()

    def action_plot(self) -> None:
        """Draw the indicator of the row over time."""
        row = self.table.row
        if row is None:
            return
        try:
            self.app.push_screen(indicator_screen(self._rows, row, self._workspace.say))
        except PiyueError as error:
            self._tell(error.render(self._workspace.language))

    def action_write(self) -> None:
        """Write the picture of the row's indicator over time as a file."""
        row = self.table.row
        if row is None:
            return

        def keep(path: str | None) -> None:
            if path:
                try:
                    save_svg(self._rows, row, Path(path))
                except PiyueError as error:
                    self._tell(error.render(self._workspace.language))
                else:
                    self._tell(self._workspace.say("ledger.drawn", path=visible(path)))

        if self.app.is_web:
            self._download(row)
            return
        self.app.push_screen(AskScreen(self._workspace.say("ledger.ask_file"), "ledger.svg"), keep)

    def _download(self, row: Row) -> None:
        """Give the browser the picture."""
        try:
            download(self.app, "ledger.svg", partial(save_svg, self._rows, row))
        except PiyueError as error:
            self._tell(error.render(self._workspace.language))
        else:
            self._tell(self._workspace.say("status.downloaded", name="ledger.svg"))
