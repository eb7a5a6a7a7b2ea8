"""The project's aliases, in `annotations/_project.json`, a TinyDB file for what is true of all pages."""

import tui
from tui.errors import StoreError
from tui.measure.aliases import KINDS, Alias, Aliases
from tui.store.files.storage import AtomicStorage, Tables
from tui.store.project import ANNOTATIONS, SHARED, Project

TABLE = "aliases"
VERSION = 1


class AliasFile:
    """The aliases of one project, as they were read and have been saved since."""

    def __init__(self, project: Project) -> None:
        self.path = project.root / ANNOTATIONS / f"{SHARED}.json"
        self._storage = AtomicStorage(self.path)
        self._tables: Tables = {}

    def load(self) -> Aliases:
        """Return the aliases; none where there is no file.

        Raises:
            StoreError: the file cannot be read, or says something that is not allowed.
        """
        self._tables = self._storage.read() or {}
        return Aliases(self._alias(key, row) for key, row in self._tables.get(TABLE, {}).items())

    def save(self, aliases: Aliases) -> None:
        """Write the aliases; durable when this returns.

        Raises:
            StoreError: it could not be done, or somebody else changed the file; it is as it was.
        """
        folder = self.path.parent
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise StoreError("store.unreadable", path=folder, reason=error.strerror) from error
        rows = {str(number): alias._asdict() for number, alias in enumerate(aliases.all, 1)}
        meta = {"1": {"version": VERSION, "tool": f"piyue {tui.__version__}"}}
        tables = self._tables | {"meta": meta, TABLE: rows}
        self._storage.write(tables)
        self._tables = tables

    def _alias(self, key: str, row: dict[str, object]) -> Alias:
        kind, written, name, page = (str(row.get(field, "")) for field in Alias._fields)
        for known in KINDS:
            if kind == known and written and name:
                return Alias(known, written, name, page)
        raise StoreError("store.record", path=self.path, record=f"{TABLE} {key}", reason=kind)


def load_aliases(project: Project) -> Aliases:
    """Return the aliases of a project.

    Raises:
        StoreError: they cannot be read.
    """
    return AliasFile(project).load()
