"""The line with which the app begins: what has changed in the project, or where one was."""

from tui.app.runtime.context import AppContext
from tui.app.runtime.saved_place import SavedPlace
from tui.errors import printable
from tui.text.sentences import sentences

SENTENCE, SHOWN = 400, 16
"""How far back from the cursor its sentence is looked for, and how many characters of it are shown."""


class StartMessage:
    """Says one thing when the first text is on the screen."""

    def __init__(self, context: AppContext, place: SavedPlace) -> None:
        self._context, self._place = context, place

    def begin(self) -> None:
        """Say it; nothing where another message stands there already."""
        workspace, project = self._context.workspace, self._context.project
        if self._is_new():
            workspace.first_steps.begin()
            self._context.controller.show_bars()
        if workspace.status.now.message:
            return
        if project.settings.has_undeclared_labels:
            self._context.controller.tell("labels.standard_too")
        elif self._place.resumed is not None and workspace.shown is not None:
            self._say_where()

    def _is_new(self) -> bool:
        """Whether the annotator has no tags here yet; on a server that would have to be asked for."""
        project = self._context.project
        return project.server is None and project.annotator not in project.records.annotators()

    def _say_where(self) -> None:
        """Say where one was: the sentence that was read last."""
        reader = self._context.controller.reader
        text, at = reader.scene.text, reader.caret.at
        start = max(0, at - SENTENCE)
        found = next((s for s in sentences(text, start) if s[1] > at), None)
        if found is not None:
            read = printable(text[found[0] : found[1]][:SHOWN])
            self._context.controller.tell("start.resumed", text=read)
