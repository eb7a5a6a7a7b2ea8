"""Messages from lists to their dialog."""

from textual.message import Message


class RowMoved(Message):
    """The cursor of a list was put on a row."""

    def can_replace(self, message: Message) -> bool:
        """Only the last of several matters."""
        return isinstance(message, RowMoved)


class BlockChosen(Message):
    """A block of the page was chosen.

    Attributes:
        at: its source offset.
    """

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at


class HeadClicked(Message):
    """The heading of a column was clicked."""

    def __init__(self, column: str) -> None:
        super().__init__()
        self.column = column
