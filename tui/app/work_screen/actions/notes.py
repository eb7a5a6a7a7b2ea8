"""Notes on articles."""

from tui.app.dialogs.ask import AskScreen
from tui.app.work_screen.controller import Controller
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
            controller.editor.note_article(text)
            controller.show_changes(controller.reader.span)

    title = controller.workspace.say("ask.note", title=title_of(shown.opened.document.page, article))
    controller.ask(AskScreen(title, progress.note), keep)
