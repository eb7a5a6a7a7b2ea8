"""A lease on the server: one annotator works on the records of a key."""

import json

from tui.store.backend import Key
from tui.store.files.locks import SILENT, LockedError
from tui.store.files.processes import Holder, me, read_holder
from tui.store.postgres.server import Server

LEASE = """INSERT INTO piyue.leases VALUES (%(project)s, %(owner)s, %(page)s, %(holder)s, now())
ON CONFLICT (project, owner, page) DO UPDATE SET holder = EXCLUDED.holder, beat = now()
WHERE %(over)s OR leases.holder::text = %(known)s OR leases.beat < now() - make_interval(secs => %(silent)s)
RETURNING 1"""


class PostgresLease:
    """A lease on the server; one whose holder has been silent for ten minutes, or is dead here, is free."""

    def __init__(self, server: Server, key: Key) -> None:
        self._server, self._key = server, key
        self._mine: Holder | None = None

    @property
    def is_held(self) -> bool:
        """See `Lease.is_held`."""
        return self._mine is not None

    def take(self, *, over: bool = False) -> None:
        """See `Lease.take`."""
        mine, holder = me(), self._holder()
        free = over or holder is None or holder.is_dead
        values = {
            **{"project": self._server.project, "owner": self._key.owner, "page": self._key.page},
            **{"holder": json.dumps(mine._asdict()), "over": free, "silent": SILENT},
            "known": "" if self._mine is None else json.dumps(self._mine._asdict()),
        }
        with self._server.connection() as connection:
            taken = connection.execute(LEASE, values).fetchone()
        if taken is None:
            assert holder is not None
            raise LockedError("/".join(self._key), holder)
        self._mine = mine

    def check(self) -> None:
        """See `Lease.check`."""
        holder = self._holder()
        if holder is None or holder == self._mine or holder.is_dead:
            return
        if self._mine is not None or not holder.is_same(me()):
            raise LockedError("/".join(self._key), holder)

    def beat(self) -> None:
        """See `Lease.beat`."""
        self._if_mine("UPDATE piyue.leases SET beat = now()")

    def release(self) -> None:
        """See `Lease.release`."""
        self._if_mine("DELETE FROM piyue.leases")
        self._mine = None

    def _holder(self) -> Holder | None:
        with self._server.connection() as connection:
            row = connection.execute(
                "SELECT holder FROM piyue.leases WHERE (project, owner, page) = (%s, %s, %s)",
                (self._server.project, *self._key),
            ).fetchone()
        return read_holder(row[0]) if row else None

    def _if_mine(self, statement: str) -> None:
        if self._mine is not None:
            where = (self._server.project, *self._key, json.dumps(self._mine._asdict()))
            with self._server.connection() as connection:
                connection.execute(
                    f"{statement} WHERE (project, owner, page) = (%s, %s, %s) AND holder::text = %s", where
                )
