"""The project's aliases: `annotations/_project.json`, a TinyDB file, or on a server."""

import tui
from tui.errors import StoreError
from tui.measure.aliases import KINDS, Alias, Aliases
from tui.store.backend import Tables
from tui.store.files.repair import Tell
from tui.store.project import Project
from tui.store.project_records import ProjectRecords
from tui.store.record_keys import numbered

NAME = "_aliases"
TABLE = "aliases"
VERSION = 1


class AliasFile:
    """The aliases of one project, as they were read and have been saved since."""

    def __init__(self, project: Project) -> None:
        self._records = ProjectRecords(project, NAME)
        self.path = self._records.path
        self._tables: Tables = {}
        self.problem: StoreError | None = None
        """What is wrong with the file; its last good state counts, and the next save puts it aside."""

    def load(self) -> Aliases:
        """Return the aliases; none where there is no file.

        Raises:
            StoreError: the file cannot be read, or says something that is not allowed.
        """
        self._tables, self.problem = self._records.read()
        return Aliases(self._alias(key, row) for key, row in self._tables.get(TABLE, {}).items())

    def save(self, aliases: Aliases, tell: Tell = lambda _: None) -> None:
        """Write the aliases, with what somebody else added meanwhile; durable when this returns.

        Args:
            tell: gets a line where the file was damaged.

        Raises:
            StoreError: it could not be done; the file is as it was.
        """
        rows = {str(number): row for number, row in numbered(TABLE, map(Alias._asdict, aliases.all)).items()}
        meta = {"1": {"version": VERSION, "tool": f"piyue {tui.__version__}"}}
        ours: Tables = {**self._tables, "meta": meta, TABLE: rows}
        self._tables = self._records.save(self._tables, ours, tell)

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
