"""How far the work is."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.app.screens.dialog import Dialog
from tui.app.work import Work
from tui.measure.progress import total
from tui.measure.report import progress_lines

WIDTH = 76
"""Cells of the widest line."""


class StatsScreen(Dialog[None]):
    """Shows the progress on the pages read so far."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,S,enter", "app.pop_screen")]

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work

    def compose(self) -> ComposeResult:
        """Lay the sheet out."""
        say, desk = self.work.say, self.work.desk
        lines = progress_lines(
            total(desk.known(), desk.project.settings.annotation_schema), desk.project.annotator, say, WIDTH
        )
        sheet = Text(f"{say('stats.title')}   ", style="bold")
        sheet.append(say("help.close"), "not bold dim")
        sheet.append("\n\n" + "\n".join(lines), "not bold")
        with VerticalScroll(id="dialog"):
            yield Static(sheet)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#dialog").focus()
