"""Searching as one types."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from tui.app.places import Row
from tui.app.screens.places import PlacesScreen, Scope
from tui.app.widgets.places import PlaceList
from tui.app.work import Work
from tui.errors import QueryError
from tui.model import Article, Document
from tui.search.query import Query, hits, parse_query
from tui.text.titles import title_of


class SearchScreen(PlacesScreen, inherit_bindings=False):
    """Shows what is found by what is typed; enter goes to the hit that is marked.

    Args:
        typed: what was looked for last.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)"),
        ("tab", "widen"),
        ("up", "step(-1)"),
        ("down", "step(1)"),
        ("pageup", "step(-10)"),
        ("pagedown", "step(10)"),
    ]

    def __init__(self, work: Work, typed: str, scope: Scope = "article") -> None:
        super().__init__(work, work.say("places.search"), self._hits, accept=False, scope=scope)
        self.typed = typed
        self._query: Query | None = None
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Lay out what is typed above what is found."""
        with Vertical(id="dialog", classes="places"):
            yield Label(id="title")
            yield Input(self.typed, compact=True)
            yield PlaceList(id="places")
            yield Label(Content(self._work.say("places.keys_search")), id="keys")

    def begin(self) -> None:
        """Look for what was looked for last."""
        self.query_one(Input).focus()
        self._take(self.typed)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed."""
        self._take(event.value)

    def on_input_submitted(self) -> None:
        """Go to the hit."""
        self.action_go()

    def action_step(self, step: int) -> None:
        """Mark another hit."""
        self.list.action_cursor(step)

    def _take(self, typed: str) -> None:
        self.typed, self._problem = typed, ""
        try:
            self._query = parse_query(typed)
        except QueryError as error:
            self._query = None
            self._problem = error.render(self._work.language) if typed.strip() else ""
        self._look()

    def progress(self) -> str:
        """Say what is wrong with what is typed, else how far it is looked for."""
        return self._problem or super().progress()

    def _hits(self, document: Document, article: Article) -> Iterable[Row]:
        if self._query is None:
            return []
        try:
            found = list(hits(document, article, self._query))
        except QueryError as error:
            self._problem = error.render(self._work.language)
            return []
        title = title_of(document.page, article)
        return [Row(hit, f"{hit.span.label} {title}" if hit.span else title) for hit in found]
