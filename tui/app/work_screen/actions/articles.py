"""Keys that choose which articles the sidebar shows."""

from textual import work
from textual.worker import get_current_worker

from tui.app.work_screen.editor import Board
from tui.app.workspace.article_list import ORDERS, Wish
from tui.app.workspace.workspace import Found


class Filtering(Board):
    """Narrows and sorts the articles."""

    wished: Wish = Wish()

    def action_filter(self) -> None:
        """Ask which articles to show."""
        from tui.app.dialogs.filter_articles import FilterScreen

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
