"""What helps above the text: the tour's next step, and the transcript for screen readers."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.widgets import Static

from tui.app.text_view.reader import Reader
from tui.app.work_screen.panes.lesson import Lesson
from tui.app.work_screen.panes.transcript import TranscriptPane
from tui.app.workspace.tour import Tour, Work
from tui.app.workspace.transcript import Seen, Transcript
from tui.app.workspace.workspace import Workspace


class Aid(NamedTuple):
    """A pane, and what shows in it what has changed.

    Attributes:
        follow: is given what is said of the tag under the cursor.
    """

    pane: Static
    follow: Callable[[str], None]


def aids_of(workspace: Workspace, reader: Callable[[], Reader]) -> Sequence[Aid]:
    """Return what was asked for."""
    found: list[Aid] = []
    if (transcript := workspace.transcript) is not None:
        lines = TranscriptPane()
        found.append(Aid(lines, lambda about: _write(transcript, lines, workspace, reader(), about)))
    if (tour := workspace.tour) is not None:
        lesson = Lesson()
        found.append(Aid(lesson, lambda _: _teach(tour, lesson, workspace, reader())))
    return found


def _write(
    transcript: Transcript, pane: TranscriptPane, workspace: Workspace, reader: Reader, about: str
) -> None:
    """Write what has changed on the screen."""
    text, layout = reader.scene.text, reader.scene.layout
    row = layout.rows[layout.row_at(reader.caret.at)] if text else None
    status, shown = workspace.status.now, workspace.shown
    seen = Seen(
        article=shown.opened.article.id if shown else "",
        row=text[row.start : row.end] if row else "",
        word=text[slice(*reader.target)],
        selected=text[slice(*reader.caret.selection)] if reader.caret.selection else "",
        tag=about,
        message=status.message,
        saved=workspace.say(f"status.{status.saved}", reason=status.reason) * (status.saved != "saving"),
    )
    if transcript.follow(seen, workspace.say):
        pane.say(transcript.lines)


def _teach(tour: Tour, pane: Lesson, workspace: Workspace, reader: Reader) -> None:
    """Show the tour's next step."""
    tour.follow(Work(reader.scene.text, reader.target, workspace.tags(), workspace.progress.state))
    pane.say(tour.text(workspace.say, workspace.documents.schema.labels))
