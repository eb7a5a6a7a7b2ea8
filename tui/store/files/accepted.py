"""Questions about tags that somebody marked as correct."""

from collections.abc import Iterable

from tui.store.backend import Tables
from tui.store.files.repair import Tell
from tui.store.project import Project
from tui.store.project_records import ProjectRecords
from tui.store.record_keys import numbered

NAME = "_accepted"
TABLE = "accepted"


class Accepted:
    """The keys of the questions that are answered.

    Attributes:
        problem: what is wrong with their file.
    """

    def __init__(self, project: Project) -> None:
        self._records = ProjectRecords(project, NAME)
        self._tables, self.problem = self._records.read()
        self.keys = _keys(self._tables)

    def __contains__(self, key: str) -> bool:
        return key in self.keys

    def add(self, keys: Iterable[str], tell: Tell = lambda _: None) -> None:
        """Remember answers, beside what somebody else answered meanwhile; durable when it returns.

        Args:
            tell: gets a line where the file was damaged.

        Raises:
            StoreError: they cannot be written.
        """
        rows = numbered(TABLE, [{"key": key} for key in sorted({*keys, *self.keys})])
        ours: Tables = {**self._tables, TABLE: {str(number): dict(row) for number, row in rows.items()}}
        self._tables, self.problem = self._records.save(self._tables, ours, tell), None
        self.keys = _keys(self._tables)


def _keys(tables: Tables) -> frozenset[str]:
    return frozenset(str(record.get("key")) for record in tables.get(TABLE, {}).values())
