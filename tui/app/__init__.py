"""The Textual app; imported only when it is opened."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.errors import printable
from tui.store.preferences import load_preferences
from tui.store.project import Project
from tui.texts import Language, language_of

if TYPE_CHECKING:
    from tui.app.workspace.adjudication import AdjudicationSources
    from tui.app.workspace.workspace import Workspace

BROWSER = "tui.app.runtime.browser_driver:BrowserDriver"
"""What `TEXTUAL_DRIVER` names where the server of `tui.serve` opens the app."""

SHARED = "PIYUE_SEGMENTER"
"""The variable that names the socket of a segmenter that the apps of a server share."""

SWITCH_SECONDS = 0.0005
"""How long a thread that saves or reads pages may keep the interpreter from the one that answers keys."""


def configure_textual() -> None:
    """Set what Textual reads when it is imported, and how threads take turns."""
    sys.setswitchinterval(SWITCH_SECONDS)
    os.environ.setdefault("TEXTUAL_FPS", "120")


def run(
    project: Project,
    article: str | None = None,
    adjudicated: Sequence[str] = (),
    threshold: float = 0.5,
    asked: Language | None = None,
    *,
    adjudicator: str = "",
    tour: bool = False,
    transcript: bool = False,
) -> int:
    """Open the app and return its exit status when it is closed.

    Args:
        article: id of the article to begin with; None: where one left off.
        adjudicated: the annotators whose differences are settled; none: one tags.
        threshold: the part of them that a majority needs.
        adjudicator: who settles them; the project's annotator gets the result.
        asked: the language to speak; None: the annotator's choice, else the project's, else the locale's.
        transcript: whether what the screen shows is written line by line above the text, too.
        tour: whether the first steps are taught, on the example page of a new project.

    Raises:
        PiyueError: the article is unknown, the settings' keys clash, there is no terminal, or a team's server
            is away.
    """
    import gc

    # What is made before the first screen stays; looking for garbage in it costs time. The app ends this.
    gc.disable()
    configure_textual()
    if project.server is not None:
        project.server.owners("")  # one that is away is told now: no page could be read
    from tui.app.keys.terminal_keys import takes_mouse
    from tui.app.runtime.app import PiyueApp

    sources = _adjudication(project, adjudicated, threshold, adjudicator) if adjudicated else None
    app = PiyueApp(project, asked or _usual_language(project), article, sources)
    _add_aids(app.workspace, tour=tour, transcript=transcript)
    in_browser = os.environ.get("TEXTUAL_DRIVER") == BROWSER
    if not in_browser:
        _prepare_terminal()
    began = datetime.now(UTC).replace(microsecond=0)
    status = app.run(mouse=takes_mouse(os.environ)) or app.return_code or 0
    if not in_browser:
        _sum_up(app.workspace, began)
    return status


def _adjudication(
    project: Project, annotators: Sequence[str], threshold: float, by: str
) -> "AdjudicationSources":
    from tui.app.workspace.adjudication import AdjudicationSources

    return AdjudicationSources(project, annotators, threshold, by=by)


def _prepare_terminal() -> None:
    """Check that there is a terminal which shows Chinese, and read its keys as it sends them.

    Raises:
        PiyueError: there is none.
    """
    from tui.app.keys.terminal_keys import correct_sequences
    from tui.app.runtime.locale_check import check_locale
    from tui.app.runtime.terminal import KEYS, SCREEN, find_terminal

    find_terminal()
    check_locale(os.environ, KEYS, SCREEN)
    correct_sequences(os.environ)


def _sum_up(workspace: "Workspace", began: datetime) -> None:
    """Print what was done since then, if anything."""
    from tui.app.workspace.session_summary import session_summary

    if summary := session_summary(workspace.documents, began, datetime.now(UTC), workspace.say):
        print(printable(summary))


def _usual_language(project: Project) -> Language:
    chosen, setting = load_preferences(project.annotator).language, project.settings.language
    return chosen or (language_of(os.environ) if setting == "auto" else setting)


def _add_aids(workspace: "Workspace", *, tour: bool, transcript: bool) -> None:
    if tour:
        from tui.app.workspace.tour import Tour

        workspace.tour = Tour()
    if transcript:
        from tui.app.workspace.transcript import Transcript

        workspace.transcript = Transcript()
