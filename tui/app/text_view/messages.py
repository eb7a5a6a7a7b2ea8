"""Messages of mouse events from the text pane to the screen. Keys reach the pane through the screen."""

from dataclasses import dataclass
from typing import Literal

from textual.message import Message

from tui.app.text_view.geometry.caret import Caret


@dataclass(eq=False)
class CaretMoved(Message):
    """The mouse moved the cursor or the selection."""

    caret: Caret

    def can_replace(self, message: Message) -> bool:
        """Only the last of several matters."""
        return isinstance(message, CaretMoved)


@dataclass(eq=False)
class TagClicked(Message):
    """A tag was clicked twice: open its fields."""

    span: str


@dataclass(eq=False)
class PlaceClicked(Message):
    """A place was clicked with the right button: show what can be done there.

    Attributes:
        kind: what was clicked.
    """

    kind: Literal["text", "article"] = "text"
