"""The state, the labels and the note of the open article."""

from collections.abc import Callable

from tui.app.workspace.documents import TagSchema
from tui.app.workspace.editing import Editor
from tui.app.workspace.workspace import Shown
from tui.edit import Step, steps
from tui.model import Progress, Stage, State


def note_article(editor: Editor, note: str) -> bool:
    """Write a note on the article."""

    def make(shown: Shown, _: TagSchema) -> Step:
        article = shown.opened.article
        return steps.note_article(shown.opened.session, article.id, note, article.start)

    return editor.do_made(make)


def label_article(editor: Editor, id_: str, values: tuple[str, ...]) -> bool:
    """Label the article; without a value, take the label back."""

    def make(shown: Shown, _: TagSchema) -> Step:
        article = shown.opened.article
        return steps.label_article(shown.opened.session, article.id, id_, values, article.start)

    return editor.do_made(make)


def finish(editor: Editor) -> bool:
    """Set the article done, or doing if it is done."""
    return _set_state(editor, lambda progress, _: ("doing" if progress.state == "done" else "done", ""))


def cycle_state(editor: Editor) -> bool:
    """Set the article's next state."""
    return _set_state(editor, steps.next_state)


def _set_state(editor: Editor, choose: Callable[[Progress, tuple[Stage, ...]], tuple[State, str]]) -> bool:
    stages = editor.workspace.documents.project.settings.states

    def make(shown: Shown, _: TagSchema) -> Step:
        session, article = shown.opened.session, shown.opened.article
        state, stage = choose(session.document.progress_of(article.id), stages)
        return steps.set_state(session, article.id, state, article.start, stage)

    return editor.do_made(make)
