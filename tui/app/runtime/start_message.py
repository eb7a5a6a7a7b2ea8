"""The line with which the app begins: what has changed in the project, or where one was."""

from tui.app.runtime.context import AppContext


class StartMessage:
    """Says one thing when the first text is on the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def begin(self) -> None:
        """Say it; nothing where another message stands there already."""
        if self._context.workspace.status.now.message:
            return
        if self._context.project.settings.has_undeclared_labels:
            self._context.controller.tell("labels.standard_too")
