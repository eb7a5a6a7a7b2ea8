"""How long a server may keep silent: a network that swallows what is sent says nothing, for hours.

libpq waits for an answer without end. A connection that is cut fails as if the server had gone away: what was
to be saved goes to the local journal.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socket import SHUT_RDWR, socket
from threading import Timer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from psycopg import Connection

PATIENCE = 15.0
"""Seconds that the server may take for a transaction."""

CHECK = 2.0
"""Seconds within which a connection that was not in use has to answer; else another one is made."""

TIMEOUTS = {
    "connect_timeout": "5",
    "tcp_user_timeout": "10000",
    "keepalives_idle": "10",
    "keepalives_interval": "3",
    "keepalives_count": "3",
}
"""Options of a connection, in seconds, the second in milliseconds: who sends or waits learns within twenty
seconds that nobody is there any more. https://www.postgresql.org/docs/current/libpq-connect.html"""


def with_timeouts(url: str) -> str:
    """Return an address with these options, as far as it does not say them itself."""
    from psycopg import Error
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    try:
        said = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
        return make_conninfo("", **TIMEOUTS | said)
    except Error:  # it is none: that is said where it is connected to
        return url


@contextmanager
def cut_after(connection: "Connection[Any]", seconds: float | None) -> Iterator[None]:
    """Cut a connection that takes longer than so many seconds; None: never."""
    if seconds is None:
        yield
        return
    timer = Timer(seconds, _cut, (connection,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def check_answers(connection: "Connection[Any]") -> None:
    """Make sure that a connection of a pool still holds.

    Raises:
        psycopg.OperationalError: it does not.
    """
    from psycopg_pool import ConnectionPool

    with cut_after(connection, CHECK):
        ConnectionPool.check_connection(connection)


def _cut(connection: "Connection[Any]") -> None:
    """End a connection from outside of the thread that waits for its answer, which then fails."""
    from psycopg import Error

    with suppress(OSError, Error), socket(fileno=os.dup(connection.fileno())) as line:
        line.shutdown(SHUT_RDWR)
