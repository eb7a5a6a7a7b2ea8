"""The Textual app. Nothing of it is imported before it is opened."""

import os
import sys

from tui.store.project import Project

BROWSER = "tui.app.runtime.browser_driver:BrowserDriver"
"""What `TEXTUAL_DRIVER` names where the server of `tui.serve` opens the app."""

SHARED = "PIYUE_SEGMENTER"
"""The variable that names the socket of a segmenter that the apps of a server share."""

SWITCH_SECONDS = 0.0005
"""How long a thread that saves or reads pages may keep the interpreter from the one that answers keys."""


def run(project: Project, article: str | None = None) -> int:
    """Open the app and return its exit status when it is closed.

    Args:
        article: id of the article to begin with; None: where one left off.

    Raises:
        PiyueError: the article is unknown, the settings' keys clash, or there is no terminal.
    """
    import gc

    # What is made before the first screen stays; looking for garbage in it costs time. The app ends this.
    gc.disable()
    sys.setswitchinterval(SWITCH_SECONDS)
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from tui.app.runtime.app import PiyueApp
    from tui.app.runtime.terminal import find_terminal
    from tui.texts import language_of

    chosen = project.settings.language
    language = language_of(os.environ) if chosen == "auto" else chosen
    app = PiyueApp(project, language, article)
    if os.environ.get("TEXTUAL_DRIVER") != BROWSER:
        find_terminal()
    return app.run() or app.return_code or 0
