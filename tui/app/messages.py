"""What widgets tell the screen: a request is an imperative, a report a past participle."""

from dataclasses import dataclass

from textual.message import Message

from tui.app.reader.caret import Caret


@dataclass
class CaretMoved(Message):
    """The reader's cursor or selection is somewhere else; `span` is the tag it is on."""

    caret: Caret
    span: str | None

    def can_replace(self, message: Message) -> bool:
        """Only the last of several matters."""
        return isinstance(message, CaretMoved)


@dataclass
class OpenArticle(Message):
    """Show an article."""

    article: str


@dataclass
class GoToSpan(Message):
    """Put the cursor on a tag."""

    span: str


@dataclass
class EditSpan(Message):
    """Open a tag's fields."""

    span: str


@dataclass
class SavedPage(Message):
    """A page's file is durable."""

    page: str


@dataclass
class SaveFailed(Message):
    """A page's file could not be written; its document is kept in memory."""

    page: str
    reason: str
