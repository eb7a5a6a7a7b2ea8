"""A team's server without PostgreSQL: records in a folder that is no project's, and a queue in memory."""

from collections.abc import Sequence
from pathlib import Path

from tui.measure.team.queue import Work
from tui.store.backend import Key, Storage
from tui.store.files.backend import FilesBackend

GIVEN = Key("_project", "_assignments")


class MemoryQueue:
    """A queue whose leases end when a test says so.

    Attributes:
        pages: that were made known, in order.
        leases: the seconds that are left to somebody on a page.
        states: how far somebody said they are with a page.
    """

    def __init__(self, server: "TeamServer") -> None:
        self._server = server
        self.pages: list[str] = []
        self.leases: dict[tuple[str, str], float] = {}
        self.states: dict[tuple[str, str], str] = {}

    def register(self, pages: Sequence[str]) -> None:
        """See `WorkQueue.register`."""
        self.pages += [page for page in pages if page not in self.pages]

    def draw(self, annotator: str, overlap: int, seconds: float, passed: Sequence[str] = ()) -> str | None:
        """See `WorkQueue.draw`."""
        for page in self.pages:
            mine = page, annotator
            others = {name for at, name in self.leases if at == page and name != annotator}
            is_open = self.states.get(mine, "todo") not in ("done", "skipped")
            if page not in passed and is_open and (mine in self.leases or len(others) < overlap):
                self.leases[mine] = seconds
                self.states.setdefault(mine, "todo")
                return page
        return None

    def progress(self, page: str, annotator: str, state: str, seconds: float) -> None:
        """See `WorkQueue.progress`."""
        self.leases[page, annotator] = seconds
        self.states[page, annotator] = state

    def work(self, page: str | None = None) -> list[Work]:
        """See `WorkQueue.work`."""
        tables = self._server.storage(GIVEN).read() or {}
        given = [(row["page"], row["person"]) for row in tables.get("assignments", {}).values()]
        return [
            Work(
                at,
                name,
                (at, name) in given,
                self.states.get((at, name), "todo"),
                self.leases.get((at, name), 0),
            )
            for at, name in dict.fromkeys((*given, *self.states))
            if page in (None, at)
        ]

    def end_leases(self) -> None:
        """Let the time of all leases be over."""
        self.leases.clear()


class TeamServer(FilesBackend):
    """Keeps the records of a team in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.project = "paper"
        self.is_ready = self.is_closed = False
        self.admitted: list[tuple[str, str]] = []
        self._queue = MemoryQueue(self)

    @property
    def queue(self) -> MemoryQueue:
        """See `Backend.queue`."""
        return self._queue

    def storage(self, key: Key) -> Storage:
        """See `Backend.storage`; whoever writes finds the folder."""
        self.path(key).parent.mkdir(parents=True, exist_ok=True)
        return super().storage(key)

    def set_up(self) -> None:
        """See `PostgresBackend.set_up`."""
        self.is_ready = True

    def admit(self, role: str, annotator: str) -> None:
        """See `PostgresBackend.admit`."""
        self.admitted.append((role, annotator))

    def close(self) -> None:
        """See `Backend.close`."""
        self.is_closed = True
