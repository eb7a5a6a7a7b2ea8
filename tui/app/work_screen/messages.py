"""Messages from the panes to the work screen, and from the screen to the app."""

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
class BarClicked(Message):
    """A key or label in the lines at the bottom was clicked: do the action of the screen."""

    action: str


@dataclass(eq=False)
class WantWords(Message):
    """Find the words of a text that is on the screen."""

    text: str


@dataclass(eq=False)
class DictionaryChanged(Message):
    """The user's dictionary has other words now."""
