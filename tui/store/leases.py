"""The leases of annotation files that this process asked for."""

from contextlib import suppress
from pathlib import Path

from tui.errors import StoreError
from tui.store.backend import Backend, Key, Lease
from tui.store.files.locks import Lock


class Leases:
    """Has one lease for each annotation file: a lock beside it, or a lease on the server.

    Args:
        server: where the records are kept; None: in files.
    """

    def __init__(self, server: Backend | None = None) -> None:
        self._server = server
        self._leases: dict[Path, Lease] = {}

    def of(self, path: Path) -> Lease:
        """Return the lease of `annotations/<annotator>/<page>.json`, as yet not taken."""
        if path not in self._leases:
            key = Key(path.parent.name, path.stem)
            self._leases[path] = Lock(path) if self._server is None else self._server.lease(key)
        return self._leases[path]

    def beat(self) -> None:
        """Give a sign of life for all that is held; the next time, where the server is away."""
        with suppress(StoreError):
            for lease in tuple(self._leases.values()):
                lease.beat()

    def release(self) -> None:
        """Let all go that is held; a server that is away lets go what keeps silent."""
        with suppress(StoreError):
            for lease in tuple(self._leases.values()):
                lease.release()
