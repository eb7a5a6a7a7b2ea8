"""The interface that leases and the queue need from a server."""

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from psycopg import Connection


class Server(Protocol):
    """What gives connections to a server, each for one transaction."""

    project: str

    def connection(self) -> "AbstractContextManager[Connection[Any]]":
        """Give a connection."""
        ...
