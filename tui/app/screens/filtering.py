"""Keys that choose which articles the sidebar shows."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label
from textual.worker import get_current_worker

from tui.app.listing import ORDERS, Wish
from tui.app.screens.correcting import Correcting
from tui.app.showing import Found


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


class Filtering(Correcting):
    """Narrows and sorts the articles."""

    wished: Wish = Wish()

    def action_filter(self) -> None:
        """Ask which articles to show."""
        sidebar = self.query_one("#sidebar")
        self.show_panes(sidebar)
        screen = FilterScreen(self.wished.typed, self.work.say("filter.ways"), self._type)

        def finish(keep: bool | None) -> None:
            if keep:
                sidebar.focus()

        self.app.push_screen(screen, finish)

    def action_sort(self) -> None:
        """Sort the articles by the next thing."""
        order = ORDERS[(ORDERS.index(self.wished.order) + 1) % len(ORDERS)]
        self._wish(self.wished._replace(order=order))

    def _type(self, typed: str) -> None:
        if typed != self.wished.typed:
            self._wish(self.wished._replace(typed=typed))

    def _wish(self, wish: Wish) -> None:
        self.wished = wish
        self._look(wish)

    @work(thread=True, exclusive=True, group="filter")
    def _look(self, wish: Wish) -> None:
        """Find the rows off the screen's thread: a common text stands in very many articles."""
        worker, found = get_current_worker(), self.work.look(wish)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_found, found)

    def _show_found(self, found: Found) -> None:
        self.work.find_rows(found)
        self.show_lists()
