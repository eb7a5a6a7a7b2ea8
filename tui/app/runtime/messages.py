"""What goes on in the background, told to the app: reports, each a past participle."""

from asyncio import Event
from dataclasses import dataclass

from textual.message import Message

from tui.errors import PiyueError
from tui.model import Document
from tui.store.backend import Key
from tui.store.saver import Report


@dataclass(eq=False)
class PageRead(Message):
    """A page and its annotations were read in the background."""

    document: Document


@dataclass(eq=False)
class PageRefused(Message):
    """A page or its annotations could not be read; the others can."""

    page: str
    error: PiyueError


@dataclass(eq=False)
class Told(Message):
    """There is something that the user has to know: a page was repaired, or belongs to somebody else now."""

    error: PiyueError


@dataclass(eq=False)
class PageHeld(Message):
    """Whether a page can be worked on was found out: somebody else has it (None: nobody has)."""

    page: str
    error: PiyueError | None


@dataclass(eq=False)
class ChangedElsewhere(Message):
    """Somebody else changed records on the team's server (None: anything may have changed)."""

    key: Key | None


@dataclass(eq=False)
class KeyHandled(Message):
    """A key that was given to a widget is done with.

    Attributes:
        done: set when this message has come back to the app.
    """

    done: Event


@dataclass(eq=False)
class SaveReported(Message):
    """A save came to its end."""

    report: Report
