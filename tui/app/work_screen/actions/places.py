"""Going to a hit."""

from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.controller import Controller
from tui.search.places import Place


def go_to_place(controller: Controller, place: Place) -> None:
    """Put the cursor on a place, in whatever article it is."""
    shown = controller.workspace.shown
    if shown is None or place.article != shown.opened.article.id:
        controller.open_article(place.article)
    reading = controller.reader.scene.contents.view.reading
    controller.reader.put(Caret(reading.reading_at(place.segments[0][0])))
    controller.show_changes(place.span.id if place.span else None)
    controller.reader.focus()


def go_to_source(controller: Controller, source: int) -> None:
    """Show the article of the open page in which a source offset lies, the cursor there."""
    workspace = controller.workspace
    assert workspace.shown is not None
    article = workspace.article_at(source)
    if article is not None and article != workspace.shown.opened.article.id:
        workspace.open(article)
    controller.show_article(workspace.shown.view.reading.reading_at(source))
