"""The pane with the step of the tour that comes next."""

from textual.content import Content
from textual.widgets import Static


class Lesson(Static):
    """Shows a few lines above the text."""

    def __init__(self) -> None:
        super().__init__(id="lesson")
        self._text = ""

    def say(self, text: str) -> None:
        """Show another step."""
        if text != self._text:
            self._text = text
            self.update(Content(text))
