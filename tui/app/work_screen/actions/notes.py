"""Notes on articles and tags, written below the text."""

from tui.app.dialogs.ask import AskScreen
from tui.app.work_screen.controller import Controller
from tui.app.workspace.article_state import note_article
from tui.text.titles import title_of


def write_note(controller: Controller) -> None:
    """Write a note on the article."""
    shown = controller.workspace.shown
    if shown is None:
        return
    article = shown.opened.article
    progress = shown.opened.document.progress_of(article.id)

    def keep(text: str | None) -> None:
        if text is not None:
            note_article(controller.editor, text)
            controller.show_changes(controller.reader.span)

    title = controller.workspace.say("ask.note", title=title_of(shown.opened.document.page, article))
    controller.ask(AskScreen(title, progress.note, below=True), keep)


def note_tag(controller: Controller) -> None:
    """Write a note on the tag under the cursor."""
    if (span := controller.span_here()) is None:
        return

    def keep(text: str | None) -> None:
        now = controller.workspace.span(span.id)
        if text is not None and now is not None:
            controller.editor.edit(now, now.attributes, text)
            controller.show_changes(now.id)

    title = controller.workspace.say("ask.note", title=span.text)
    controller.ask(AskScreen(title, span.note, below=True), keep)
