"""Records of a whole project (aliases, answers, assignments): on a server, or in a file."""

from tui.errors import StoreError
from tui.store.annotator_names import SHARED
from tui.store.backend import Key, Storage, Tables
from tui.store.files.atomic import make_folder
from tui.store.files.backend import FilesBackend
from tui.store.files.repair import Tell, last_good, repaired
from tui.store.files.storage import AtomicStorage
from tui.store.merge import merge
from tui.store.project import ANNOTATIONS, Project

TRIES = 20
"""So often a save is tried where somebody else saved in between."""


class ProjectRecords:
    """The tables of one kind of records.

    A damaged file holds nobody up: its last good state counts, and the next save puts it aside.

    Args:
        name: of the records, which are the key `_project/NAME` of a backend.
    """

    def __init__(self, project: Project, name: str) -> None:
        self._top = project.root / ANNOTATIONS
        key = Key(SHARED, name)
        self.path = FilesBackend(self._top).path(key)
        self._is_file = project.server is None
        self._storage: Storage = (
            AtomicStorage(self.path) if project.server is None else project.server.storage(key)
        )

    def read(self) -> tuple[Tables, StoreError | None]:
        """Return the tables, and what is wrong with their file; no tables where there are none.

        Raises:
            StoreError: they cannot be read.
        """
        return last_good(self.path) if self._is_file else (self._storage.read() or {}, None)

    def save(self, before: Tables, ours: Tables, tell: Tell = lambda _: None) -> Tables:
        """Write what was made of `before`, with what somebody else made of it meanwhile; return all of it.

        Args:
            tell: gets a line where the file was damaged.

        Raises:
            StoreError: it could not be done; what was there is still there.
        """
        if self._is_file:
            make_folder(self.path.parent, self._top)
        for left in reversed(range(TRIES)):
            try:
                return self._save(before, ours, tell)
            except StoreError as error:
                if error.key != "store.changed" or not left:
                    raise
        raise AssertionError

    def _save(self, before: Tables, ours: Tables, tell: Tell) -> Tables:
        read = self._storage.read
        theirs = repaired(self.path, read, tell) if self._is_file else read()
        tables = merge(before, ours, before if theirs is None else theirs).tables
        self._storage.write(tables)
        return tables
