"""An operation at work: how far it is, what it says, and a key that stops it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from time import monotonic

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.widgets.glyphs import visible
from tui.app.workspace.workspace import Workspace
from tui.operations.operation_lines import SAID, Line
from tui.store.worker_connection import WorkerRun

PAUSE = 0.1
"""Seconds between two times that the screen shows more."""


class RunScreen(Dialog[None]):
    """Shows what an operation says that runs as a process of its own; closing it stops the operation first.

    Args:
        run: the operation; it says lines.
        ended: called when it has come to its end.
    """

    BINDINGS = bindings("run")

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        run: WorkerRun,
        ended: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        super().__init__()
        self._workspace, self._title, self._run, self._ended = workspace, title, run, ended
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
        self._begin()

    @work(group="operation")
    async def _begin(self) -> None:
        lines = await self._follow()
        if self._is_stopped:
            lines.append(Line(self._workspace.say("run.stopped")))
        elif self._run.status not in (0, SAID):
            lines.append(Line(self._workspace.say("run.failed")))
        elif self._run.status == 0 and self._ended is not None:
            await self._ended()
        self._finish(lines)

    async def _follow(self) -> list[Line]:
        """Show from time to time what is said, and return what is not shown yet."""
        lines, shown = list[Line](), monotonic()
        try:
            async with aclosing(self._run.lines()) as said:
                async for row in said:
                    lines.append(Line(**row))
                    if monotonic() - shown > PAUSE:
                        self._show(lines)
                        lines, shown = [], monotonic()
                        await asyncio.sleep(0)  # very many lines do not hold keys up
        except (OSError, ValueError) as error:
            lines.append(Line(str(error)))
        return lines

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
        elif not self._is_stopped:
            self._is_stopped = True
            self.run_worker(self._run.stop(), group="operation")
