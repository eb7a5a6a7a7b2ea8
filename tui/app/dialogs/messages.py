"""Messages from lists to their dialog."""

from dataclasses import dataclass

from textual.message import Message


@dataclass(eq=False)
class RowMoved(Message):
    """The cursor of a list was put on a row."""

    def can_replace(self, message: Message) -> bool:
        """Only the last of several matters."""
        return isinstance(message, RowMoved)


@dataclass(eq=False)
class BlockChosen(Message):
    """A block of the page was chosen.

    Attributes:
        at: its source offset.
    """

    at: int


@dataclass(eq=False)
class HeadClicked(Message):
    """The heading of a column was clicked."""

    column: str
