"""What the browser page is told about its app."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from tui.app.runtime.app import PiyueApp

EVERY = 0.2
"""Seconds between two looks at what the page does not know yet."""
TITLE = 60
"""Characters of an article's first line that name the tab."""


class BrowserPage:
    """Tells the page what has changed since it was last told."""

    def __init__(self, app: "PiyueApp", send: Callable[[dict[str, object]], None]) -> None:
        self._app, self._send = app, send
        self._told: dict[str, object] = {}

    def update(self) -> None:
        """Look what has changed."""
        if not self._app.screen_stack:
            return
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
            self._send({"type": kind, "value": value})
