"""The queue of a project on the server: leases a free page to one of many concurrent requests."""

from collections.abc import Sequence
from datetime import timedelta

from tui.measure.team.queue import Work
from tui.store.postgres.server import Server

WORK = """SELECT page, annotator, given, state, coalesce(extract(epoch FROM until - clock_timestamp()), 0)
FROM piyue.work WHERE project = %s AND (%s::text IS NULL OR page = %s) ORDER BY page, annotator"""


class PostgresQueue:
    """See `tui.store.backend.WorkQueue`; `tui.store.postgres.queue_schema` has the rules."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def register(self, pages: Sequence[str]) -> None:
        """See `WorkQueue.register`."""
        self._call("SELECT piyue.register(%s, %s)", list(pages))

    def draw(self, annotator: str, overlap: int, seconds: float, passed: Sequence[str] = ()) -> str | None:
        """See `WorkQueue.draw`."""
        lasts = timedelta(seconds=seconds)
        found = self._call("SELECT piyue.draw(%s, %s, %s, %s, %s)", annotator, overlap, lasts, list(passed))
        return None if found is None else str(found)

    def progress(self, page: str, annotator: str, state: str, seconds: float) -> None:
        """See `WorkQueue.progress`."""
        lasts = timedelta(seconds=seconds)
        self._call("SELECT piyue.progress(%s, %s, %s, %s, %s)", page, annotator, state, lasts)

    def work(self, page: str | None = None) -> list[Work]:
        """See `WorkQueue.work`."""
        with self._server.connection() as connection:
            rows = connection.execute(WORK, (self._server.project, page, page)).fetchall()
        return [Work(page, name, given, state, float(seconds)) for page, name, given, state, seconds in rows]

    def _call(self, query: str, *values: object) -> object:
        with self._server.connection() as connection:
            row = connection.execute(query, (self._server.project, *values)).fetchone()
        return row[0] if row else None
