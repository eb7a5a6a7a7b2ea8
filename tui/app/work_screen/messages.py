"""What widgets tell the screen: a request is an imperative, a report a past participle."""

from dataclasses import dataclass

from textual.message import Message

from tui.app.text_view.geometry.caret import Caret
from tui.errors import PiyueError
from tui.model import Document
from tui.store.saver import Report


@dataclass(eq=False)
class CaretMoved(Message):
    """The user moved the reader's cursor or selection; `span` is the tag it is on.

    Attributes:
        given_up: whether what was begun is to be left: the key for it was pressed.
    """

    caret: Caret
    span: str | None
    given_up: bool = False

    def can_replace(self, message: Message) -> bool:
        """Only the last of several matters."""
        return isinstance(message, CaretMoved)


@dataclass(eq=False)
class OpenArticle(Message):
    """Show an article."""

    article: str


@dataclass(eq=False)
class WantWords(Message):
    """Find the words of a text that is on the screen."""

    text: str


@dataclass(eq=False)
class DictionaryChanged(Message):
    """The user's dictionary has other words now."""


@dataclass(eq=False)
class GoToSpan(Message):
    """Put the cursor on a tag."""

    span: str


@dataclass(eq=False)
class EditSpan(Message):
    """Open a tag's fields."""

    span: str


@dataclass(eq=False)
class PageRead(Message):
    """A page and its annotations were read behind the screen."""

    document: Document


@dataclass(eq=False)
class PageRefused(Message):
    """A page or its annotations could not be read; the others can."""

    page: str
    error: PiyueError


@dataclass(eq=False)
class Told(Message):
    """There is something that the user has to know: a page was mended, or belongs to somebody else now."""

    error: PiyueError


@dataclass(eq=False)
class PageHeld(Message):
    """Whether a page can be worked on was found out: somebody else has it (None: nobody has)."""

    page: str
    error: PiyueError | None


@dataclass(eq=False)
class SaveReported(Message):
    """A save came to its end."""

    report: Report


@dataclass(eq=False)
class RowMoved(Message):
    """The cursor of a list was put on a row."""

    def can_replace(self, message: Message) -> bool:
        """Only the last of several matters."""
        return isinstance(message, RowMoved)
