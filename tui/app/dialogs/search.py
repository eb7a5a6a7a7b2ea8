"""Dialog that searches while one types."""

from collections.abc import Callable, Iterable
from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from tui.app.dialogs.hit_list import HitList
from tui.app.dialogs.hits import HitsScreen, Scope
from tui.app.keys.bindings import bindings
from tui.app.workspace.hits import HitRow
from tui.app.workspace.workspace import Workspace
from tui.errors import QueryError
from tui.model import Article, Document, LabelSet
from tui.model.names import label_called
from tui.search.query import ANY, Query, hits, parse_query
from tui.text.titles import title_of


class SearchScreen(HitsScreen, inherit_bindings=False):
    """Shows what is found by what is typed; enter goes to the hit that is marked.

    Args:
        typed: what was looked for last.
    """

    BINDINGS = [*bindings("dialog"), *bindings("input"), *bindings("search")]

    def __init__(self, workspace: Workspace, typed: str, scope: Scope = "article") -> None:
        super().__init__(workspace, workspace.say("places.search"), self._hits, accept=False, scope=scope)
        self.typed = typed
        self._query: Query | None = None
        self._problem = ""
        self._waiting: list[Callable[[], None]] = []

    def compose(self) -> ComposeResult:
        """Lay out what is typed above what is found."""
        with Vertical(id="dialog", classes="places"):
            yield Label(id="title")
            yield Input(self.typed, compact=True)
            yield HitList(id="places")
            yield Label(Content(self._workspace.say("places.keys_search")), id="keys")

    def begin(self) -> None:
        """Look for what was looked for last."""
        self.query_one(Input).focus()
        self._take(self.typed)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed."""
        self._take(event.value)

    def on_input_submitted(self) -> None:
        """Go to the hit."""
        self.action_accept()

    def action_accept(self) -> None:
        """Go to the hit."""
        self._when_found(self.action_go)

    def action_step(self, step: int) -> None:
        """Mark another hit."""
        self._when_found(partial(self.list.action_cursor, step))

    async def until_ready(self, key: str) -> None:
        """Take what is typed at once: keys that need rows are done when these are there."""
        del key
        await self.ready.wait()

    def _when_found(self, act: Callable[[], None]) -> None:
        """Do something with the rows of what is typed, as soon as they are found."""
        if self.found.is_set() and self.query_one(Input).value == self.typed:
            act()
        else:
            self._waiting.append(act)

    def all_found(self) -> None:
        """See `HitsScreen.all_found`."""
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            if self.is_current:  # the one before may have closed it: `enter` typed twice
                act()

    def _take(self, typed: str) -> None:
        self.typed, labels = typed, self._workspace.documents.schema.labels
        try:
            self._query = parse_query(typed, partial(label_called, labels))
            self._problem = self._unknown(self._query, labels)
        except QueryError as error:
            self._query = None
            self._problem = error.render(self._workspace.language) if typed.strip() else ""
        self._look()

    def _unknown(self, query: Query, labels: LabelSet) -> str:
        """Return that a label which is asked for is none of the project's, where it is none."""
        asked = (label for label in (*query.tagged, *query.untagged) if label != ANY)
        unknown = next((label for label in asked if label not in labels.by_id), None)
        return "" if unknown is None else self._workspace.say("search.no_label", label=unknown)

    def progress(self) -> str:
        """Say what is wrong with what is typed, else how far it is looked for."""
        return self._problem or super().progress()

    def _hits(self, document: Document, article: Article) -> Iterable[HitRow]:
        if self._query is None:
            return []
        try:
            found = list(hits(document, article, self._query))
        except QueryError as error:
            self._problem = error.render(self._workspace.language)
            return []
        title = title_of(document.page, article)
        return [
            HitRow(hit, f"{self._workspace.names.label(hit.span.label)} {title}" if hit.span else title)
            for hit in found
        ]
