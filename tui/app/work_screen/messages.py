"""Messages from the panes to the work screen, and from the screen to the app."""

from textual.message import Message


class OpenArticle(Message):
    """Show an article."""

    def __init__(self, article: str) -> None:
        super().__init__()
        self.article = article


class GoToSpan(Message):
    """Put the cursor on a tag."""

    def __init__(self, span: str) -> None:
        super().__init__()
        self.span = span


class BarClicked(Message):
    """A key or label in the lines at the bottom was clicked: do the action of the screen."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class WantWords(Message):
    """Find the words of a text that is on the screen."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class DictionaryChanged(Message):
    """The user's dictionary has other words now."""
