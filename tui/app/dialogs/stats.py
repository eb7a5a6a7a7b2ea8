"""How far the work is."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.app.dialogs.dialog import Dialog
from tui.app.keys.bindings import bindings
from tui.app.workspace.workspace import Workspace
from tui.measure.progress import total
from tui.measure.report import progress_lines, team_lines
from tui.measure.team.work_days import WorkDays

WIDTH = 76
"""Cells of the widest line."""


class StatsScreen(Dialog[None]):
    """Shows the progress on the pages read so far."""

    BINDINGS = bindings("stats")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace

    def compose(self) -> ComposeResult:
        """Lay the sheet out."""
        say, documents = self.workspace.say, self.workspace.documents
        lines = progress_lines(
            total(documents.known(), documents.project.settings.annotation_schema),
            documents.project.annotator,
            say,
            WIDTH,
        )
        days = WorkDays()
        for document in documents.known():
            days.add(document)
        lines += team_lines({}, days.rows(), {}, say, WIDTH)
        sheet = Text(f"{say('stats.title')}   ", style="bold")
        sheet.append(say("help.close"), "not bold dim")
        sheet.append("\n\n" + "\n".join(lines), "not bold")
        with VerticalScroll(id="dialog"):
            yield Static(sheet)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#dialog").focus()
