"""What the app says at its start: what has changed in the project, or where one was."""

from collections.abc import Callable

from tui.app.runtime.context import AppContext
from tui.app.runtime.saved_place import SavedPlace
from tui.errors import printable
from tui.model import Segment
from tui.text.sentences import sentences

SENTENCE, SHOWN = 400, 16
"""How far back from the cursor its sentence is looked for, and how many characters of it are shown."""


BREAK, LOOK = 300.0, 30.0
"""Seconds without a key after which one has had a break, and between two looks whether one has."""


class StartMessage:
    """Says one thing when the first text is on the screen; marks the sentence read last after a break.

    Args:
        idle: returns the seconds since the last key.
    """

    def __init__(self, context: AppContext, place: SavedPlace, idle: Callable[[], float]) -> None:
        self._context, self._place, self._idle = context, place, idle

    def begin(self) -> None:
        """Say it; nothing where another message stands there already."""
        workspace, project = self._context.workspace, self._context.project
        self._context.app.set_interval(LOOK, self._mark_after_break)
        if self._is_new():
            workspace.first_steps.begin()
            self._context.controller.show_bars()
        if workspace.status.now.message:
            return
        theme = project.settings.theme
        if theme and theme not in self._context.app.available_themes:
            self._context.controller.tell("start.no_theme", alarm=True, theme=printable(theme))
        elif project.settings.has_undeclared_labels:
            self._context.controller.tell("labels.standard_too")
        elif self._place.resumed is not None and workspace.shown is not None:
            self._say_where()

    def _is_new(self) -> bool:
        """Whether the annotator has no tags here yet; on a server that would have to be asked for."""
        project = self._context.project
        return project.server is None and project.annotator not in project.records.annotators()

    def _say_where(self) -> None:
        """Say where one was, and mark the sentence that was read last."""
        if (sentence := self._mark_sentence()) is not None:
            text = self._context.controller.reader.scene.text
            read = printable(text[sentence[0] : sentence[1]][:SHOWN])
            self._context.controller.tell("start.resumed", text=read)

    def _mark_after_break(self) -> None:
        """Mark the sentence where the cursor is when nobody pressed a key for some minutes."""
        if self._idle() > BREAK and self._context.controller.reader.read_last is None:
            self._mark_sentence()

    def _mark_sentence(self) -> Segment | None:
        """Mark the sentence with the cursor until that moves; return it, None: there is none."""
        reader = self._context.controller.reader
        text, at = reader.scene.text, reader.caret.at
        start = max(0, at - SENTENCE)
        found = next((s for s in sentences(text, start) if s[1] > at), None)
        reader.mark_read(found)
        return found
