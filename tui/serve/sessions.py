"""The open sessions, their limits, and the environment of their processes."""

import asyncio
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version

from aiohttp import web

from tui.app import BROWSER
from tui.serve.app_processes import Starter, starter
from tui.serve.endings import Ending
from tui.serve.session import COLUMNS, ROWS, Session, within
from tui.store.project import Project

PASSED_ON = (
    *("HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "PATH"),
    *(f"XDG_{name}_HOME" for name in ("CACHE", "CONFIG", "DATA", "STATE")),
)
"""What an app gets of the server's environment."""


VERSION = version("textual-serve")


@dataclass(frozen=True, slots=True)
class Limits:
    """What is too much.

    Attributes:
        sessions: open at a time.
        person: of them one person's.
        idle: minutes without a key after which one ends.
        message: bytes of what a page sends at once.
    """

    sessions: int = 20
    person: int = 4
    idle: int = 120
    message: int = 1 << 20


@dataclass(slots=True)
class Sessions:
    """The open sessions of a server.

    Args:
        language: `--lang`, if the server was started with one.
        shared: variables that tell apps of the processes that they share.
    """

    project: Project
    limits: Limits
    language: str | None = None
    shared: Mapping[str, str] = field(default_factory=dict)
    starter: Starter = field(init=False)
    opened: list[Session] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starter = starter(self._common())

    def refusal(self, person: str) -> Ending | None:
        """Return why somebody cannot open another one; None where they can."""
        if len(self.opened) >= self.limits.sessions:
            return Ending.FULL
        if self.count(person) >= self.limits.person:
            return Ending.TOO_MANY
        return None

    def count(self, person: str) -> int:
        """Return how many somebody has open, without those that are being saved."""
        return sum(session.person == person and session.ending is None for session in self.opened)

    async def run(self, session: Session, request: web.Request) -> int | None:
        """Run a session that a request's query describes: `width` and `height` in cells, `article`.

        It begins when those that its person has just left have saved: a page loaded anew finds its place.
        """
        left = [other for other in self.opened if other.person == session.person and other.ending]
        self.opened.append(session)
        try:
            await asyncio.gather(*(other.over.wait() for other in left))
            arguments = self._arguments(session.person, request.query.get("article"))
            return await session.run(self.starter.start(arguments, self._environment(request.query)))
        finally:
            session.over.set()
            self.opened.remove(session)

    async def close(self, ending: Ending, which: Callable[[Session], bool] = lambda _: True) -> None:
        """Close sessions, all of them at once."""
        await asyncio.gather(*(session.close(ending) for session in self.opened if which(session)))

    def _arguments(self, person: str, article: str | None) -> list[str]:
        language = (f"--lang={self.language}",) if self.language else ()
        options = "--project", str(self.project.root), f"--annotator={person}", *language
        return [*options, "open", *((f"--article={article}",) if article else ())]

    def _common(self) -> dict[str, str]:
        """The environment of all apps: no variable of the server's that is not named here."""
        return {
            **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
            "TEXTUAL_DRIVER": BROWSER,
            "TEXTUAL_COLOR_SYSTEM": "truecolor",
            "TERM_PROGRAM": "textual",
            "TERM_PROGRAM_VERSION": VERSION,
            **self.shared,
        }

    def _environment(self, query: Mapping[str, str]) -> dict[str, str]:
        return {
            **self._common(),
            "COLUMNS": str(_cells(query.get("width"), 80, COLUMNS)),
            "ROWS": str(_cells(query.get("height"), 24, ROWS)),
        }


def _cells(text: str | None, usual: int, allowed: range) -> int:
    """Return a number of cells that a page asks for."""
    return within(int(text), allowed) if text and text.isascii() and text.isdecimal() else usual
