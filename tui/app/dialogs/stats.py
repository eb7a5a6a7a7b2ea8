"""How far the work is: one's own, a colleague's or everybody's; of all days, or of one; and as pictures."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.app.dialogs.dialog import Dialog
from tui.app.dialogs.plot import Line, plot_screen
from tui.app.keys.bindings import bindings
from tui.app.workspace.workspace import Workspace
from tui.errors import PiyueError
from tui.measure.progress import total
from tui.measure.report import progress_bars, team_lines
from tui.measure.team.calendar import calendar_lines, tags_by_day
from tui.measure.team.work_days import WorkDay, WorkDays
from tui.operations.annotators import ALL, chosen_annotators
from tui.operations.events import Hidden, Progress
from tui.operations.stats import StatsEvent, StatsOptions, TeamStats, stats

WIDTH = 76
"""Cells of the widest line."""
DRAWN = (
    (re.compile(r"#+(?=[.# \n])"), "$primary on $primary"),
    (re.compile(r"(?<=[ #])\.+(?=[ \n])"), "dim"),
)
"""What bars and the calendar are drawn with, and how it looks where there is colour."""


class StatsScreen(Dialog[None]):
    """Shows one's own progress on the pages read so far; what is asked for then is measured on all pages."""

    BINDINGS = bindings("stats")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._project = workspace.documents.project
        self._whose = 0
        self._day: date | None = None
        self._found: TeamStats | None = None
        self._people: tuple[str, ...] = ()
        self._days: list[date] = []

    def compose(self) -> ComposeResult:
        """Lay the sheet out."""
        with VerticalScroll(id="dialog"):
            yield Static(self._own())

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#dialog").focus()

    # What is shown

    def _own(self) -> Content:
        """Return what is known without reading anything."""
        documents = self.workspace.documents.known()
        figures = total(documents, self._project.settings.annotation_schema)
        days = WorkDays()
        for document in documents:
            days.add(document)
        say = self.workspace.say
        lines = progress_bars(figures, self._project.annotator, say, self.workspace.names, WIDTH)
        lines += self._calendar(days.rows())
        return self._sheet([*lines, *team_lines({}, days.rows(), {}, say, WIDTH)])

    def _calendar(self, days: Sequence[WorkDay]) -> list[str]:
        """Return the weeks up to the newest day with work, a blank line before them."""
        counts = tags_by_day(days)
        lines = calendar_lines(counts, max(counts), self.workspace.say) if counts else []
        return ["", *lines] if lines else []

    def _sheet(self, lines: Sequence[str]) -> Content:
        """Return what the sheet shows; where there is colour, bars are solid."""
        say = self.workspace.say
        day = "" if self._day is None else f"  {self._day}"
        figures = Content("\n".join(lines))
        for pattern, style in DRAWN:
            figures = figures.highlight_regex(pattern, style=style)
        return Content.assemble(
            (f"{say('stats.title')}{day}   ", "bold"), (say("stats.keys"), "dim"), "\n\n", figures
        )

    def _show(self, lines: Sequence[str]) -> None:
        self.query_one(Static).update(self._sheet(lines))

    # Whose, and of which day

    def action_whose(self) -> None:
        """Show everybody's figures, then each one's, then one's own again."""
        self._whose += 1
        self._day = None
        self._ask()

    def action_day(self, step: Literal[-1, 1]) -> None:
        """Show the day before with any work, or the day after; behind the newest, all days."""
        if self._found is None:
            self._ask(step)
            return
        days = self._days
        at = days.index(self._day) if self._day in days else len(days)
        at = min(max(0, at + step), len(days))
        self._day = days[at] if at < len(days) else None
        self._ask()

    def _ask(self, step: Literal[-1, 0, 1] = 0) -> None:
        self._show([self.workspace.say("stats.measuring")])
        self._measure(step)

    @work(thread=True, group="stats", exclusive=True)
    def _measure(self, step: Literal[-1, 0, 1]) -> None:
        """Measure off the screen's thread until the sheet is closed: all pages of theirs are read."""
        worker, events = get_current_worker(), list[StatsEvent]()
        try:
            everybody = chosen_annotators(self._project, (ALL,))
            me = self._project.annotator
            self._people = (me, ALL, *(name for name in everybody if name != me))
            name = self._people[self._whose % len(self._people)]
            annotators = everybody if name == ALL else (name,)
            for event in stats(self._project, StatsOptions(annotators, self._day, jobs=1)):
                if worker.is_cancelled:
                    return
                events.append(event)
                if isinstance(event, Progress):
                    said = self.workspace.say("places.reading", done=event.done, total=event.total)
                    self.app.call_from_thread(self._show, [said])
        except PiyueError as error:
            self.app.call_from_thread(self._show, [error.render(self.workspace.language)])
            return
        (found,) = (event for event in events if isinstance(event, TeamStats))
        hidden = sum(event.pages for event in events if isinstance(event, Hidden))
        self.app.call_from_thread(self._take, name, found, hidden, step)

    def _take(self, name: str, found: TeamStats, hidden: int, step: Literal[-1, 0, 1]) -> None:
        """Show what was measured."""
        self._found = found
        if self._day is None:
            self._days = sorted({row.day for row in found.days})
        if step:
            self.action_day(step)
            return
        say = self.workspace.say
        lines = [say("agree.hidden", count=hidden), ""] if hidden else []
        lines += progress_bars(found.whole, name, say, self.workspace.names, WIDTH) + self._calendar(
            found.days
        )
        lines += team_lines(found.figures, found.days, found.agreement, say, WIDTH)
        if found.forecast:
            lines += ["", say("cli.forecast", left=found.left, **found.forecast._asdict())]
        self._show(lines)

    # Pictures

    def action_plot(self) -> None:
        """Draw what was finished up to each day."""
        if self._found is not None:
            self._plot("report.articles", progress_of(self._found.days))

    def action_plot_agreement(self) -> None:
        """Draw the agreement on each day."""
        if self._found is not None:
            known = {day: each.value for day, each in self._found.agreement.items() if each.value is not None}
            line = Line("F1", tuple(map(str, known)), tuple(known.values()))
            self._plot("report.agreement", (line,) if known else ())

    def _plot(self, title: str, lines: Sequence[Line]) -> None:
        say = self.workspace.say
        if not lines:
            self.app.bell()
            return
        try:
            self.app.push_screen(plot_screen(say(title), lines, say))
        except PiyueError as error:
            self._show([error.render(self.workspace.language)])


def progress_of(days: Sequence[WorkDay]) -> tuple[Line, ...]:
    """Return for each annotator how many articles were finished up to each day."""
    lines = []
    for name in sorted({row.annotator for row in days}):
        rows = [row for row in days if row.annotator == name]
        finished = [sum(each.articles for each in rows if each.day <= row.day) for row in rows]
        lines.append(Line(name, tuple(str(row.day) for row in rows), tuple(map(float, finished))))
    return tuple(lines)
