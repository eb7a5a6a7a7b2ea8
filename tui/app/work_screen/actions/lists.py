"""Lists of tags to look at: those in doubt, and those that do not agree."""

from collections.abc import Iterable

from tui.app.dialogs.check import CheckScreen
from tui.app.dialogs.hits import HitsScreen, Outcome
from tui.app.work_screen.actions.places import go_to_place
from tui.app.work_screen.controller import Controller
from tui.app.workspace.hits import HitRow
from tui.model import Article, Document
from tui.model.span import is_unsure
from tui.search.places import tagged


def list_unsure(controller: Controller) -> None:
    """List the tags that somebody was not sure of."""

    def find(document: Document, article: Article) -> Iterable[HitRow]:
        palette = controller.reader.palette()
        for place in tagged(document, article, is_unsure):
            if place.span:
                yield HitRow(place, f"{palette.name(place.span.label)} {place.span.note}".rstrip())

    workspace = controller.workspace
    screen = HitsScreen(workspace, workspace.say("places.unsure"), find, accept=False, scope="corpus")
    controller.ask(screen, lambda outcome: _go(controller, outcome))


def check(controller: Controller) -> None:
    """List what does not agree."""

    def finish(outcome: Outcome | None) -> None:
        controller.show_changes(controller.reader.span)
        _go(controller, outcome)

    controller.ask(CheckScreen(controller.editor), finish)


def _go(controller: Controller, outcome: Outcome | None) -> None:
    if outcome is not None and outcome.go is not None:
        go_to_place(controller, outcome.go.place)
