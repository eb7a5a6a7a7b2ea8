"""Who has which page: `annotations/_project/_assignments.json`, a TinyDB file.

A record is keyed by what it says, ``page|person``, so that two copies of the file merge by union of records.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import tui
from tui.errors import StoreError
from tui.measure.team.assignments import Assignment, Assignments
from tui.store.files.atomic import make_folder
from tui.store.files.storage import AtomicStorage, Tables
from tui.store.project import ANNOTATIONS, SHARED, Project

NAME = "_assignments.json"
TABLE = "assignments"
VERSION = 1


class AssignmentFile:
    """The assignments of one project, as they were read and have been saved since."""

    def __init__(self, project: Project) -> None:
        self._top = project.root / ANNOTATIONS
        self.path = self._top / SHARED / NAME
        self._storage = AtomicStorage(self.path)
        self._tables: Tables = {}

    def load(self) -> Assignments:
        """Return the assignments; none where there is no file.

        Raises:
            StoreError: the file cannot be read, or says something that is not allowed.
        """
        self._tables = self._storage.read() or {}
        meta: Mapping[str, Any] = next(iter(self._tables.get("meta", {}).values()), {})
        if meta.get("version", VERSION) != VERSION:
            raise StoreError("store.newer", path=self.path, version=meta["version"], known=VERSION)
        return Assignments(self._assignment(key, row) for key, row in self._tables.get(TABLE, {}).items())

    def save(self, assignments: Assignments) -> None:
        """Write the assignments; durable when this returns.

        Raises:
            StoreError: it could not be done, or somebody else changed the file; it is as it was.
        """
        make_folder(self.path.parent, self._top)
        rows = {f"{each.page}|{each.person}": _row(each) for each in assignments.all}
        meta = {"1": {"version": VERSION, "tool": f"piyue {tui.__version__}"}}
        tables = self._tables | {"meta": meta, TABLE: rows}
        self._storage.write(tables)
        self._tables = tables

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
