"""Actions that go to the doubtful places of a page's division and text."""

from tui.app.work_screen.actions.correcting import source_here
from tui.app.work_screen.actions.places import go_to_source
from tui.app.work_screen.controller import Controller
from tui.edit.doubtful import doubtful_places
from tui.errors import PiyueError
from tui.model import Document

PAGES = 200
"""So many further pages are looked through for a doubtful place while somebody waits."""


def next_doubtful(controller: Controller) -> None:
    """Go to the next doubtful place of the page, or of the pages behind it."""
    workspace = controller.workspace
    if workspace.shown is None:
        return
    document, here = workspace.shown.opened.document, source_here(controller)
    behind = [at for at in doubtful_places(document) if at > here]
    if behind:
        _go(controller, document, behind[0])
        return
    pages = list(workspace.documents.pages)
    number = pages.index(document.page.id) + 1
    for page in pages[number : number + PAGES]:
        try:
            other = workspace.documents.session(page).document
        except PiyueError:  # the status line has said so when the page was read
            continue
        if places := doubtful_places(other):
            _go(controller, other, places[0])
            return
    controller.tell("status.no_doubt")


def _go(controller: Controller, document: Document, at: int) -> None:
    """Show a place of a page; a line of no article with the article above it, else with the first."""
    above = [article for article in document.articles if article.start <= at] or document.articles[:1]
    article = document.article_at(at) or above[-1]
    shown = controller.workspace.shown
    if shown is None or shown.opened.article.id != article.id:
        controller.open_article(article.id)
    go_to_source(controller, at)
    controller.tell("status.doubt", count=len(doubtful_places(document)))
