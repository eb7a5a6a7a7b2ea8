"""What a lease and the queue need of a server."""

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
