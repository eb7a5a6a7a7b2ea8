"""What the page of a browser is told of the app in it, and files that it is given."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from tui.app.runtime.app import PiyueApp
    from tui.app.runtime.browser_driver import BrowserDriver

EVERY = 0.2
"""Seconds between two looks at what the page does not know yet."""
TITLE = 60
"""Characters of an article's first line that name the tab."""


class BrowserPage:
    """Tells the page what has changed since it was last told."""

    def __init__(self, app: "PiyueApp", driver: "BrowserDriver") -> None:
        self._app, self._driver = app, driver
        self._told: dict[str, object] = {}

    def update(self) -> None:
        """Look what has changed."""
        self._tell("guard", self._is_open)
        self._tell("background", self._app.theme_variables.get("background", ""))
        if (shown := self._app.workspace.shown) is not None:
            title = shown.view.reading.text.partition("\n")[0][:TITLE]
            self._tell("article", {"id": shown.opened.article.id, "title": title})

    @property
    def _is_open(self) -> bool:
        """Whether something would be lost with the page: it is not saved yet, or is being typed."""
        is_typing = isinstance(self._app.focused, Input | TextArea)
        return is_typing or self._app.workspace.status.now.saved != "saved"

    def _tell(self, kind: str, value: object) -> None:
        if self._told.get(kind) != value:
            self._told[kind] = value
            self._driver.write_meta({"type": kind, "value": value})


def download(app: App[int], name: str, write: Callable[[Path], None]) -> None:
    """Give the browser a file instead of writing it where the server is.

    Args:
        write: writes the file at a path; what it raises goes on.
    """
    with TemporaryDirectory(prefix="piyue-") as folder:
        path = Path(folder) / name
        write(path)
        app.deliver_binary(BytesIO(path.read_bytes()), save_filename=name)
