"""Keys that choose which articles the sidebar shows."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from tui.app.listing import ORDERS, Wish
from tui.app.screens.tagging import Tagging


class FilterScreen(ModalScreen[bool]):
    """A line to type in what the sidebar is to show; the list follows each key.

    Args:
        typed: what was typed before.
        ways: how it can be said.
        show: told what is typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "clear")]

    def __init__(self, typed: str, ways: str, show: Callable[[str], None]) -> None:
        super().__init__()
        self._typed, self._ways, self._show = typed, ways, show

    def compose(self) -> ComposeResult:
        """Lay the line out below the list, over the lines at the bottom."""
        yield Input(self._typed, compact=True, select_on_focus=False)
        yield Label(Content(self._ways), id="keys")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is found."""
        self._show(event.value)

    def on_input_submitted(self) -> None:
        """Keep what is shown."""
        self.dismiss(True)

    def action_clear(self) -> None:
        """Show all again."""
        self._show("")
        self.dismiss(False)


class Filtering(Tagging):
    """Narrows and sorts the articles, and ends the work on the index."""

    def action_filter(self) -> None:
        """Ask which articles to show."""
        sidebar = self.query_one("#sidebar")
        self.show_panes(sidebar)
        screen = FilterScreen(self.work.wish.typed, self.work.say("filter.ways"), self._type)
        self.app.push_screen(screen, lambda keep: sidebar.focus() if keep else None)

    def action_sort(self) -> None:
        """Sort the articles by the next thing."""
        order = ORDERS[(ORDERS.index(self.work.wish.order) + 1) % len(ORDERS)]
        self._wish(self.work.wish._replace(order=order))

    def _type(self, typed: str) -> None:
        if typed != self.work.wish.typed:
            self._wish(self.work.wish._replace(typed=typed))

    @work(thread=True, exclusive=True, group="filter")
    def _wish(self, wish: Wish) -> None:
        """Find the rows off the screen's thread: a common text stands in very many articles."""
        self.work.wish = wish
        self.work.articles()
        if self.work.wish is wish:
            self.app.call_from_thread(self.show_lists)
