"""Notices about pages that were opened: repaired, restored, taken over by somebody else."""

from pathlib import Path

from tui.app.runtime.context import AppContext
from tui.errors import PiyueError


class Notices:
    """Says what was found out, as soon as there is a screen to say it on."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._waiting: list[PiyueError] | None = []

    def begin(self) -> None:
        """Say what waits, once the first screen is there."""
        waiting, self._waiting = self._waiting or (), None
        for error in waiting:
            self.add(error)

    def add(self, error: PiyueError) -> None:
        """Have something said; from any thread."""
        if self._waiting is None:
            self._context.app.call_later(self.show, error)
        else:
            self._waiting.append(error)

    def show(self, error: PiyueError) -> None:
        """Say it; save what was taken up again."""
        workspace = self._context.workspace
        self._context.alarm(error.said(workspace.language))
        if error.key == "store.recovered" and error.path is not None:
            workspace.documents.changed(workspace.documents.session(Path(error.path).stem).document)
