"""Actions that list tags: unsure ones, and questions about tags."""

from collections.abc import Iterable

from tui.app.dialogs.agreement import AgreementScreen
from tui.app.dialogs.check import CheckScreen
from tui.app.dialogs.hits import HitsScreen, Outcome
from tui.app.work_screen.actions.places import go_to_place
from tui.app.work_screen.controller import Controller
from tui.app.workspace.difference_rows import difference_hits
from tui.app.workspace.hits import HitRow
from tui.measure.adjudication.differences import Difference
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


def agreement(controller: Controller) -> None:
    """Show how far annotators agree, then the places of a figure."""
    workspace = controller.workspace

    def show(found: tuple[Difference, ...] | None) -> None:
        if found is None:
            return
        by_article: dict[str, list[Difference]] = {}
        for difference in found:
            by_article.setdefault(difference.article, []).append(difference)

        def find(document: Document, article: Article) -> Iterable[HitRow]:
            return difference_hits(document, article, by_article.get(article.id, ()), workspace)

        title = workspace.say("places.differences")
        screen = HitsScreen(workspace, title, find, accept=False, scope="corpus")
        controller.ask(screen, lambda outcome: _go(controller, outcome))

    controller.ask(AgreementScreen(workspace), show)


def _go(controller: Controller, outcome: Outcome | None) -> None:
    if outcome is not None and outcome.go is not None:
        go_to_place(controller, outcome.go.place)
