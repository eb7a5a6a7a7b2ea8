"""Actions that search and go through the hits."""

from tui.app.dialogs.hits import Outcome, Scope
from tui.app.dialogs.search import SearchScreen
from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.actions.places import go_to_place
from tui.app.work_screen.controller import Controller


def search(controller: Controller, scope: Scope) -> None:
    """Search the article, or everything."""
    screen = SearchScreen(controller.workspace, controller.searched, scope)

    def finish(outcome: Outcome | None) -> None:
        controller.searched = screen.typed
        if outcome is not None and outcome.go is not None:
            controller.hits = outcome.rows
            _go(controller, controller.hits.index(outcome.go))

    controller.ask(screen, finish)


def step_hit(controller: Controller, step: int) -> None:
    """Go to the next hit of the last search, or the one before, round the end."""
    if controller.hits:
        count = step * controller.reader.take_count()
        _go(controller, (controller.at_hit + count) % len(controller.hits))
    else:
        controller.tell("status.nothing_found")


def _go(controller: Controller, number: int) -> None:
    controller.at_hit = number
    hit = controller.hits[number].place
    go_to_place(controller, hit)
    reader = controller.reader
    if reader.scene.text[hit.start : hit.end] == hit.text:
        reader.put(Caret(hit.start, (hit.start, hit.end), "end"), hit.span.id if hit.span else None)
    controller.tell("status.hit", number=number + 1, total=len(controller.hits))
