"""Repairing a page's division: what stands on the line at the cursor, said with one key, in any view."""

from tui.app.work_screen.actions.correcting import SAID, source_here
from tui.app.work_screen.controller import Controller
from tui.edit import Change, Step
from tui.edit.correct import JoinArticles
from tui.edit.doubtful import doubtful_places
from tui.edit.repair import BeginArticle, MarkLine, line_at
from tui.errors import PiyueError
from tui.model import Document, Role, Segment, surface

PAGES = 200
"""So many further pages are looked through for a doubtful place while somebody waits."""


def begin_article(controller: Controller) -> None:
    """Begin an article with the line, its title."""
    _repair(controller, "split_article", BeginArticle(source_here(controller)))


def mark(controller: Controller, role: Role | None) -> None:
    """Give the line a role, or take it out of its article; a sentence around it closes."""
    _repair(controller, f"mark_{role or 'furniture'}", MarkLine(source_here(controller), role))


def join_article(controller: Controller) -> None:
    """Join the article to the one above."""
    _repair(controller, "join_article", JoinArticles(source_here(controller)))


def _repair(controller: Controller, kind: str, change: BeginArticle | MarkLine | JoinArticles) -> None:
    workspace = controller.workspace
    if workspace.shown is None:
        return
    before = workspace.shown.opened.document
    try:
        step = step_of(before, kind, change, change.at)
    except PiyueError as error:
        controller.tell_error(error)
        return
    if controller.editor.do(step):
        controller.go_to_source(change.at)
    controller.show_bars()


def step_of(document: Document, kind: str, change: Change, at: int, *, whole: bool = False) -> Step:
    """Return a step that repairs the line at a source offset, named by its text, or by the sentence that it
    closes.

    Raises:
        ChangeError: nothing stands there, or it cannot be done.
    """
    text, line = document.page.text, line_at(document, at, whole=whole)
    said = surface(text, line)[:SAID]
    if isinstance(change, MarkLine) and (closed := _closed(change.apply(document)[0], line)):
        kind, said = "closed", f"{said} · {closed}"
    return Step(kind, (change,), said, at)


def _closed(document: Document, line: tuple[Segment, ...]) -> str:
    """Return the text around the seam of the sentence that goes on behind a line; empty: there is none."""
    text = document.page.text
    blocks = [block for article in document.articles for block in article.blocks]
    for block in blocks:
        if block.segments[0][0] < line[0][0] and line[-1][1] < block.segments[-1][1]:
            above = surface(text, [part for part in block.segments if part[0] < line[0][0]])
            return (
                above[-SAID:]
                + surface(text, [part for part in block.segments if part[0] > line[0][0]])[:SAID]
            )
    return ""


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
    """Show a place of a page; a line of no article with the article above it."""
    above = [article for article in document.articles if article.start <= at] or document.articles
    shown = controller.workspace.shown
    if shown is None or shown.opened.article.id != above[-1].id:
        controller.open_article(above[-1].id)
    controller.go_to_source(at)
    controller.tell("status.doubt", count=len(doubtful_places(document)))
