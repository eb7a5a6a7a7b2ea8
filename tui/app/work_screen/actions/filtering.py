"""Action that filters the articles of the sidebar."""

from functools import partial

from textual.worker import get_current_worker

from tui.app.dialogs.filter_articles import FilterScreen
from tui.app.work_screen.controller import Controller
from tui.app.workspace.article_finder import Found
from tui.app.workspace.article_list import ORDERS, Filter


def filter_articles(controller: Controller) -> None:
    """Ask which articles to show."""
    sidebar = controller.screen.query_one("#sidebar")
    controller.display.show_panes(sidebar)

    def show(typed: str) -> None:
        if typed != controller.filter.typed:
            _look(controller, controller.filter.replaced(typed=typed))

    def finish(keep: bool | None) -> None:
        if keep:
            sidebar.focus()

    ways = controller.workspace.say("filter.ways")
    controller.ask(FilterScreen(controller.filter.typed, ways, show), finish)


def sort(controller: Controller) -> None:
    """Sort the articles by the next thing."""
    order = ORDERS[(ORDERS.index(controller.filter.order) + 1) % len(ORDERS)]
    _look(controller, controller.filter.replaced(order=order))


def _look(controller: Controller, wanted: Filter) -> None:
    """Find the rows off the screen's thread: a common text stands in very many articles."""
    controller.filter = wanted
    look = partial(_find, controller, wanted)
    controller.screen.run_worker(look, thread=True, exclusive=True, group="filter")


def _find(controller: Controller, wanted: Filter) -> None:
    worker, found = get_current_worker(), controller.workspace.articles.find(wanted)
    if not worker.is_cancelled:
        controller.screen.app.call_from_thread(_show, controller, found)


def _show(controller: Controller, found: Found) -> None:
    controller.workspace.articles.take(found)
    controller.display.show_lists()
