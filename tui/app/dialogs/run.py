"""An operation at work: how far it is, what it says, and a key that stops it."""

from collections.abc import Callable, Generator
from contextlib import closing
from time import monotonic
from typing import NamedTuple, TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.app.workspace.workspace import Workspace
from tui.errors import PiyueError

PAUSE = 0.1
"""Seconds between two times that the screen shows more."""


class Line(NamedTuple):
    """Something that an operation says.

    Attributes:
        stays: whether it is kept; what says how far the operation is gives way to the next.
    """

    text: str
    stays: bool = True


Lines: TypeAlias = Generator[Line, None, None]


class RunScreen(Dialog[None]):
    """Runs an operation off the screen's thread; closing it stops the operation first.

    Args:
        begin: begins it; what it has begun to write is not there when it is closed before its end.
    """

    BINDINGS = bindings("run")

    def __init__(self, workspace: Workspace, title: str, begin: Callable[[], Lines]) -> None:
        super().__init__()
        self._workspace, self._title, self._begin = workspace, title, begin
        self._is_over = self._is_stopped = False

    def compose(self) -> ComposeResult:
        """Lay out what runs, what it says, how far it is, and the keys."""
        with Vertical(id="dialog"):
            yield Label(Content(visible(self._title)), id="title")
            yield OptionList()
            yield Label(id="progress")
            yield Label(Content(self._workspace.say("run.keys")), id="keys")

    def on_mount(self) -> None:
        """Begin."""
        self.query_one(OptionList).focus()
        self._run()

    @work(thread=True, group="operation")
    def _run(self) -> None:
        worker, lines, shown = get_current_worker(), list[Line](), monotonic()
        try:
            with closing(self._begin()) as said:
                for line in said:
                    if self._is_stopped or worker.is_cancelled:
                        lines.append(Line(self._workspace.say("run.stopped")))
                        break
                    lines.append(line)
                    if monotonic() - shown > PAUSE:
                        self.app.call_from_thread(self._show, lines)
                        lines, shown = [], monotonic()
        except PiyueError as error:
            lines.append(Line(error.render(self._workspace.language)))
        except OSError as error:
            lines.append(Line(f"{error.filename or ''}: {error.strerror or error}"))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._finish, lines)

    def _show(self, lines: list[Line]) -> None:
        """Show what was said since; its last line is in sight."""
        rows = self.query_one(OptionList)
        rows.add_options(Option(Content(visible(line.text))) for line in lines if line.stays)
        rows.highlighted = rows.option_count - 1 if rows.option_count else None
        passing = [line.text for line in lines if not line.stays]
        if passing:
            self.query_one("#progress", Label).update(Content(visible(passing[-1])))

    def _finish(self, lines: list[Line]) -> None:
        self._is_over = True
        self._show(lines)
        self.query_one("#progress", Label).update("")
        self.query_one("#keys", Label).update(Content(self._workspace.say("run.keys_over")))

    def action_close(self) -> None:
        """Stop the operation; where it is over, leave."""
        if self._is_over:
            self.dismiss(None)
        self._is_stopped = True
