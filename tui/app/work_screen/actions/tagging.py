"""Actions on tags: remove, mark unsure, go through; undo and redo."""

from collections.abc import Callable

from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.controller import Controller
from tui.edit import Step


def remove(controller: Controller) -> None:
    """Remove the tag under the cursor."""
    if (span := controller.span_here()) is not None:
        controller.editor.remove(span)
        controller.show_changes()


def toggle_unsure(controller: Controller) -> None:
    """Say that one is not sure of the tag under the cursor, or that one is."""
    if (span := controller.span_here()) is not None:
        controller.editor.toggle_unsure(span)
        controller.show_changes(span.id)


def step_tag(controller: Controller, step: int) -> None:
    """Go to the next tag or the one before, round the end."""
    ids = [span.id for span in controller.workspace.tags()]
    here = controller.reader.span
    controller.workspace.tell("")
    if not ids:
        controller.tell("status.no_tags")
    elif here in ids:
        count = step * controller.reader.take_count()
        controller.go_to_span(ids[(ids.index(here) + count) % len(ids)])
    else:
        controller.go_to_span(_nearest(controller, step))
    controller.display.mark_tag()


def _nearest(controller: Controller, step: int) -> str:
    """Return the tag that comes next in the text from where the cursor is."""
    tags = controller.reader.scene.contents.tags
    ordered = sorted(tags, key=lambda tag: tag.ranges[0], reverse=step < 0)
    at = controller.reader.caret.at
    beyond = [tag for tag in ordered if (tag.ranges[0][0] - at) * step > 0]
    return (beyond or ordered)[0].span.id


def undo(controller: Controller) -> None:
    """Take the last step back, and go where it was."""
    _travel(controller, controller.editor.undo)


def redo(controller: Controller) -> None:
    """Do the step last taken back again, and go where it is."""
    _travel(controller, controller.editor.redo)


def _travel(controller: Controller, move: Callable[[], Step | None]) -> None:
    for _ in range(controller.reader.take_count()):
        _show_step(controller, move())


def _show_step(controller: Controller, step: Step | None) -> None:
    """Show what undo or redo did, at its place, also where that is in another article of the page."""
    if step is None or step.at is None:
        controller.show_changes(controller.reader.span)
        return
    shown = controller.workspace.shown
    article = controller.workspace.article_at(step.at)
    if shown is not None and article is not None and article != shown.opened.article.id:
        controller.workspace.open(article)
        controller.show_article()
    controller.show_changes()
    reading = controller.reader.scene.contents.view.reading
    controller.reader.put(Caret(reading.reading_at(step.at)))
    controller.show_bars()
