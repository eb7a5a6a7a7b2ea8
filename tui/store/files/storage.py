"""A TinyDB storage that writes atomically and never overwrites changes it has not read."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from tui.errors import StoreError
from tui.store.backend import Tables
from tui.store.files.atomic import replace, sync_name
from tui.store.files.generations import keep
from tui.store.files.reading import Fingerprint, fingerprint, read_state
from tui.store.files.tables import lay_out, read_tables


class AtomicStorage(Storage):
    """One TinyDB file, replaced whole at each write; plain TinyDB reads what it writes.

    A write is refused where the file is not what this object last read or wrote: somebody else's work, or a
    file that could not be read, is never overwritten.

    Args:
        path: the file; its folder has to be there.
        seen: the state in which somebody has read it.
    """

    def __init__(self, path: Path | str, seen: Fingerprint | None = None) -> None:
        super().__init__()
        self.path = Path(path)
        self._seen = seen
        self.conflicts: int | None = None
        """Of a file with conflict markers, of how many records only one side's could be taken."""

    def read(self) -> Tables | None:
        """Return the tables; None where there is no file.

        Raises:
            StoreError: the file cannot be read, or is not the JSON of tables of records.
        """
        data, seen = read_state(self.path)
        tables: Tables | None = None
        if data is not None:
            tables, self.conflicts = read_tables(data, self.path)
        self._seen = seen  # not before all went well: what was refused is not known
        return tables

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Make `data` the content of the file, durable when this returns.

        Raises:
            StoreError: it could not be done, or the file has changed since it was read; it is as it was.
        """
        self.write_pieces([lay_out(data, self.path)])

    def write_pieces(self, pieces: Sequence[bytes]) -> None:
        """As `write`, for what is laid out already."""
        self._seen = replace(self.path, b"".join(pieces), self._check)
        sync_name(self.path)

    @property
    def is_there(self) -> bool:
        """Whether there was a file when it was last read or written."""
        return self._seen is not None

    @property
    def is_current(self) -> bool:
        """Whether the file is what was last read or written; no file, where none was there.

        Raises:
            StoreError: that cannot be found out.
        """
        return fingerprint(self.path) == self._seen

    def _check(self) -> None:
        if not self.is_current:
            raise StoreError("store.changed", path=self.path)
        if self._seen is not None:
            keep(self.path)
