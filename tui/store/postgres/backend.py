"""Records in PostgreSQL: a row each, with transactions, history, leases and notifications."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Any

from tui.errors import NotFoundError, StoreError
from tui.store.backend import Backend, Key, Lease, State, Storage, Tables
from tui.store.postgres.deadlines import PATIENCE, check_answers, cut_after, with_timeouts
from tui.store.postgres.lease import PostgresLease
from tui.store.postgres.migrations import migrate
from tui.store.postgres.queue import PostgresQueue
from tui.store.postgres.reasons import first_line, reason_of
from tui.store.records.lines import record_of

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg_pool import ConnectionPool

WAIT = 5.0
"""Seconds that a save waits for the server before the work goes to the local journal."""

LOOK = 0.5
"""Seconds between two questions whether to go on listening."""

MEMBER = "INSERT INTO piyue.members VALUES (%s, %s) ON CONFLICT DO NOTHING"
RECORDS = """SELECT tab, number, content::text FROM piyue.records
WHERE (project, owner, page) = (%s, %s, %s)"""
PUT = """INSERT INTO piyue.records VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (project, owner, page, tab, number)
DO UPDATE SET content = EXCLUDED.content, version = EXCLUDED.version"""
TAKE_OUT = "DELETE FROM piyue.records WHERE (project, owner, page, tab, number) = (%s, %s, %s, %s, %s)"
BEGIN = """INSERT INTO piyue.files VALUES (%s, %s, %s, 1, %s) ON CONFLICT DO NOTHING RETURNING version"""
NEXT = """UPDATE piyue.files SET version = version + 1, names = %s, changed = now()
WHERE (project, owner, page) = (%s, %s, %s) AND version = %s RETURNING version"""
AS_OF = """SELECT DISTINCT ON (tab, number) tab, number, content::text FROM piyue.history
WHERE (project, owner, page) = (%s, %s, %s) AND version <= %s ORDER BY tab, number, version DESC"""


class PostgresBackend(Backend):
    """Keeps the records of one project on a server.

    Args:
        url: `postgresql://…`, as libpq takes it.
        project: names the project on the server.
    """

    def __init__(self, url: str, project: str) -> None:
        self._url, self.project = url, project
        self._pool: ConnectionPool[Any] | None = None
        self._mine: set[int] = set()

    def set_up(self) -> None:
        """Make the tables, roles and policies, and the project's parts of them; for the server's owner.

        Those of an older version are brought to today's, with all that is in them.

        Raises:
            StoreError: it could not be done, or the tables are of a newer version.
        """
        with self.connection(patience=None) as connection:
            migrate(connection)
            connection.execute("SELECT piyue.partition(%s)", (self.project,))

    def admit(self, role: str, annotator: str) -> None:
        """Let a role of the server work as an annotator, and write that one's records only.

        Raises:
            StoreError: it could not be done.
        """
        from psycopg.sql import SQL, Identifier

        with self.connection() as connection:
            connection.execute(SQL("GRANT piyue_annotator TO {}").format(Identifier(role)))
            connection.execute(MEMBER, (role, annotator))

    @contextmanager
    def connection(self, patience: float | None = PATIENCE) -> "Iterator[Connection[Any]]":
        """Give a connection for one transaction; a lost one is made anew.

        Args:
            patience: seconds after which a server that does not answer counts as away; None: never.

        Raises:
            StoreError: the server is away, or refuses.
        """
        try:
            import psycopg
            from psycopg_pool import ConnectionPool
        except ImportError as error:
            raise StoreError("store.team", module=error.name) from error
        if self._pool is None:
            self._pool = ConnectionPool(
                self._conninfo,
                min_size=0,
                max_size=4,
                timeout=WAIT,
                open=True,
                check=check_answers,
            )
        try:
            with self._pool.connection() as connection, cut_after(connection, patience):
                self._mine.add(connection.info.backend_pid)
                yield connection
                connection.commit()
        except psycopg.errors.InsufficientPrivilege as error:
            raise StoreError("store.not_yours", reason=first_line(error)) from error
        except (psycopg.errors.UndefinedTable, psycopg.errors.InvalidSchemaName) as error:
            raise StoreError("store.server_empty", reason=first_line(error)) from error
        except psycopg.Error as error:
            if isinstance(error, psycopg.OperationalError):
                self.close()  # the next one connects at once, where the pool would wait longer and longer
            raise StoreError("store.server", reason=reason_of(error)) from error

    @cached_property
    def _conninfo(self) -> str:
        return with_timeouts(self._url)

    @cached_property
    def queue(self) -> PostgresQueue:
        """See `Backend.queue`."""
        return PostgresQueue(self)

    def owners(self, page: str) -> frozenset[str]:
        """See `Backend.owners`."""
        with self.connection() as connection:
            rows = connection.execute(
                "SELECT owner FROM piyue.files WHERE (project, page) = (%s, %s)", (self.project, page)
            ).fetchall()
        return frozenset(owner for (owner,) in rows)

    def pages(self, owner: str) -> list[str]:
        """See `Backend.pages`."""
        with self.connection() as connection:
            rows = connection.execute(
                "SELECT page FROM piyue.files WHERE (project, owner) = (%s, %s) ORDER BY changed DESC, page",
                (self.project, owner),
            ).fetchall()
        return [page for (page,) in rows]

    def storage(self, key: Key) -> Storage:
        """See `Backend.storage`."""
        return PostgresStorage(self, key)

    def keys(self) -> Iterator[Key]:
        """See `Backend.keys`."""
        with self.connection() as connection:
            rows = connection.execute(
                "SELECT owner, page FROM piyue.files WHERE project = %s ORDER BY owner, page", (self.project,)
            ).fetchall()
        return (Key(*row) for row in rows)

    def history(self, key: Key) -> list[State]:
        """See `Backend.history`."""
        with self.connection() as connection:
            rows = connection.execute(
                """SELECT version, min(changed) FROM piyue.history WHERE (project, owner, page) = (%s, %s, %s)
                GROUP BY version ORDER BY version DESC""",
                (self.project, *key),
            ).fetchall()
        return [State(*row) for row in rows[1:]]

    def state(self, key: Key, number: int) -> Tables:
        """See `Backend.state`."""
        if number not in [state.number for state in self.history(key)]:
            raise NotFoundError("generation.unknown", id=key.page, number=number, known="-")
        with self.connection() as connection:
            rows = connection.execute(AS_OF, (self.project, *key, number)).fetchall()
        return _tables([], [row for row in rows if row[2] is not None])

    def lease(self, key: Key) -> Lease:
        """See `Backend.lease`."""
        return PostgresLease(self, key)

    def versions(self) -> Mapping[Key, str]:
        """See `Backend.versions`."""
        with self.connection() as connection:
            rows = connection.execute(
                "SELECT owner, page, version FROM piyue.files WHERE project = %s", (self.project,)
            ).fetchall()
        return {Key(owner, page): str(version) for owner, page, version in rows}

    def changes(
        self,
        seconds: float,
        begun: Callable[[], object] = bool,
        is_over: Callable[[], bool] = bool,
    ) -> Iterator[Key]:
        """See `Backend.changes`; the server tells at once."""
        import psycopg

        end = monotonic() + seconds
        try:
            with psycopg.connect(self._conninfo, autocommit=True) as connection:
                connection.execute("LISTEN piyue")
                begun()
                while (left := end - monotonic()) > 0 and not is_over():
                    for told in connection.notifies(timeout=min(left, LOOK)):
                        project, *key = json.loads(told.payload)
                        if project == self.project and told.pid not in self._mine:
                            yield Key(*key)
        except psycopg.Error as error:
            raise StoreError("store.server", reason=reason_of(error)) from error

    def close(self) -> None:
        """See `Backend.close`."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None
            self._mine.clear()


class PostgresStorage:
    """The records of one key on the server, as one reader has seen them; a write sends what differs."""

    def __init__(self, backend: PostgresBackend, key: Key) -> None:
        self._backend, self._key = backend, key
        self._version = 0
        self._seen: dict[tuple[str, str], str] = {}

    def read(self) -> Tables | None:
        """See `Storage.read`."""
        where = (self._backend.project, *self._key)
        with self._backend.connection() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            file = connection.execute(
                "SELECT version, names FROM piyue.files WHERE (project, owner, page) = (%s, %s, %s)", where
            ).fetchone()
            rows = connection.execute(RECORDS, where).fetchall() if file else []
        self._version = file[0] if file else 0
        self._seen = {(table, number): content for table, number, content in rows}
        return _tables(file[1], rows) if file else None

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """See `Storage.write`."""
        fresh = {
            (table, str(number)): json.dumps(row)
            for table, rows in data.items()
            for number, row in rows.items()
        }
        put = {each: content for each, content in fresh.items() if self._seen.get(each) != content}
        self._write(list(data), put, self._seen.keys() - fresh.keys())

    def write_changes(self, names: Sequence[str], changes: Mapping[str, Mapping[int, bytes | None]]) -> None:
        """See `Storage.write_changes`."""
        put, gone = dict[tuple[str, str], str](), list[tuple[str, str]]()
        for table, lines in changes.items():
            for number, line in lines.items():
                each = table, str(number)
                if line is not None:
                    put[each] = json.dumps(record_of(line))
                elif each in self._seen:
                    gone.append(each)
        self._write(names, put, gone)

    def _write(
        self, names: Sequence[str], put: Mapping[tuple[str, str], str], gone: Collection[tuple[str, str]]
    ) -> None:
        where = self._backend.project, *self._key
        with self._backend.connection() as connection:
            step = (list(names), *where, self._version) if self._version else (*where, list(names))
            row = connection.execute(NEXT if self._version else BEGIN, step).fetchone()
            if row is None:
                raise StoreError("store.changed", path="/".join(self._key))
            (version,) = row
            with connection.cursor() as cursor:
                if gone:
                    cursor.executemany(TAKE_OUT, [(*where, *each) for each in gone])
                if put:
                    cursor.executemany(PUT, [(*where, *each, said, version) for each, said in put.items()])
        self._version = version
        self._seen.update(put)
        for each in gone:
            del self._seen[each]

    @property
    def is_current(self) -> bool:
        """See `Storage.is_current`."""
        with self._backend.connection() as connection:
            row = connection.execute(
                "SELECT version FROM piyue.files WHERE (project, owner, page) = (%s, %s, %s)",
                (self._backend.project, *self._key),
            ).fetchone()
        return (row[0] if row else 0) == self._version


def _tables(names: list[str], rows: list[tuple[str, str, str]]) -> Tables:
    """Return records by table and ascending number."""
    found: Tables = {name: {} for name in names}
    for table, number, content in sorted(rows, key=lambda row: (len(row[1]), row[1])):
        found.setdefault(table, {})[number] = json.loads(content)
    return found
