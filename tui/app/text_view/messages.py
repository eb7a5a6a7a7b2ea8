"""Messages of mouse events from the text pane to the screen. Keys reach the pane through the screen."""

from typing import Literal

from textual.message import Message

from tui.app.text_view.geometry.caret import Caret


class CaretMoved(Message):
    """The mouse moved the cursor or the selection."""

    def __init__(self, caret: Caret) -> None:
        super().__init__()
        self.caret = caret

    def can_replace(self, message: Message) -> bool:
        """Only the last of several matters."""
        return isinstance(message, CaretMoved)


class TagClicked(Message):
    """A tag was clicked twice: open its fields."""

    def __init__(self, span: str) -> None:
        super().__init__()
        self.span = span


class PlaceClicked(Message):
    """A place was clicked with the right button: show what can be done there.

    Attributes:
        kind: what was clicked.
    """

    def __init__(self, kind: Literal["text", "article"] = "text") -> None:
        super().__init__()
        self.kind = kind
