"""The assignments: `annotations/_project/_assignments.json`, a TinyDB file, or on a server."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import tui
from tui.errors import StoreError
from tui.measure.team.assignments import Assignment, Assignments
from tui.store.annotator_names import ASSIGNMENTS
from tui.store.backend import Tables
from tui.store.files.repair import Tell
from tui.store.project import Project
from tui.store.project_records import ProjectRecords
from tui.store.record_keys import numbered

TABLE = "assignments"
VERSION = 1


class AssignmentFile:
    """The assignments of one project, as they were read and have been saved since."""

    def __init__(self, project: Project) -> None:
        self._records = ProjectRecords(project, ASSIGNMENTS)
        self.path = self._records.path
        self._tables: Tables = {}
        self.problem: StoreError | None = None
        """What is wrong with the file; its last good state counts, and the next save puts it aside."""

    def load(self) -> Assignments:
        """Return the assignments; none where there are no records.

        Raises:
            StoreError: they cannot be read, or say something that is not allowed.
        """
        self._tables, self.problem = self._records.read()
        meta: Mapping[str, Any] = next(iter(self._tables.get("meta", {}).values()), {})
        if meta.get("version", VERSION) != VERSION:
            raise StoreError("store.newer", path=self.path, version=meta["version"], known=VERSION)
        found = (self._assignment(key, row) for key, row in self._tables.get(TABLE, {}).items())
        return Assignments(sorted(found, key=lambda each: (str(each.at or ""), each.page, each.person)))

    @property
    def is_there(self) -> bool:
        """Whether anything was there when it was last read or written."""
        return bool(self._tables)

    def save(self, assignments: Assignments, tell: Tell = lambda _: None) -> None:
        """Write the assignments, with what somebody else gave meanwhile; durable when this returns.

        Args:
            tell: gets a line where the file was damaged.

        Raises:
            StoreError: it could not be done; what was there is still there.
        """
        rows = {str(number): row for number, row in numbered(TABLE, map(_row, assignments.all)).items()}
        meta = {"1": {"version": VERSION, "tool": f"piyue {tui.__version__}"}}
        ours: Tables = {**self._tables, "meta": meta, TABLE: rows}
        self._tables = self._records.save(self._tables, ours, tell)

    def _assignment(self, key: str, row: Mapping[str, Any]) -> Assignment:
        page, person, by, at = (row.get(name, "") for name in Assignment._fields)
        try:
            if all(isinstance(text, str) for text in (page, person, by, at)) and page and person:
                return Assignment(page, person, by, datetime.fromisoformat(at) if at else None)
        except ValueError as error:
            raise self._wrong(key, str(error)) from error
        raise self._wrong(key, str(row))

    def _wrong(self, key: str, reason: str) -> StoreError:
        return StoreError("store.record", path=self.path, record=f"{TABLE} {key}", reason=reason)


def _row(assignment: Assignment) -> dict[str, str]:
    said = assignment._asdict() | {"at": assignment.at.isoformat() if assignment.at else ""}
    return {name: value for name, value in said.items() if value}
