"""What the panes tell the work screen, and what that tells the app: a request is an imperative."""

from dataclasses import dataclass

from textual.message import Message


@dataclass(eq=False)
class OpenArticle(Message):
    """Show an article."""

    article: str


@dataclass(eq=False)
class GoToSpan(Message):
    """Put the cursor on a tag."""

    span: str


@dataclass(eq=False)
class WantWords(Message):
    """Find the words of a text that is on the screen."""

    text: str


@dataclass(eq=False)
class DictionaryChanged(Message):
    """The user's dictionary has other words now."""
