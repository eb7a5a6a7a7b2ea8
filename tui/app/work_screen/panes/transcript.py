"""The pane with the transcript, above the text."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import Static

from tui.app.widgets.glyphs import visible


class TranscriptPane(Static):
    """Shows the newest lines, the last one at the bottom."""

    def __init__(self) -> None:
        super().__init__(id="transcript")

    def say(self, lines: Iterable[str]) -> None:
        """Show lines, as many of the last ones as there is room for."""
        room = max(1, self.size.height)
        self.update(Content("\n".join(map(visible, list(lines)[-room:]))))
