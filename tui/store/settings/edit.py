"""Edits the label schema in `piyue.toml`; comments and order are kept."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeAlias

import tomlkit

from tui.model.values import Value, written
from tui.store.files.atomic import replace
from tui.store.files.reading import read_plain
from tui.store.project import Project
from tui.store.settings.model import FILE, Settings
from tui.store.settings.read import parse_settings

SchemaTable: TypeAlias = Literal["labels", "relations"]
DEFAULT = re.compile(r"^#standard_labels = true$", re.MULTILINE)
"""The line of the template that says it."""
Check: TypeAlias = Callable[[Settings], None]
"""Refuses settings that would be written by raising a PiyueError."""


def accept(settings: Settings) -> None:
    """Refuse nothing."""
    del settings


def rename_row(project: Project, table: SchemaTable, old: str, new: str) -> Callable[[], None]:
    """Return what writes settings in which a label or relation type has another id; they are checked now.

    Raises:
        ProjectError: the settings would not be allowed.
    """
    data = _settings(project, table)
    roles = _roles(project, table)
    for row in data[table]:
        if row.get("id") == old and roles.get(old) and "role" not in row:
            row["role"] = roles[old]  # a role that came with the standard id stays
        for field in ("id", "parent"):
            if row.get(field) == old:
                row[field] = new
    if table == "labels":
        _rename_ends(project, data, old, new)
    return _writer(project, data)


def join_rows(project: Project, table: SchemaTable, old: str, new: str) -> Callable[[], None]:
    """Return what writes settings in which one label or relation type has gone into another; checked now.

    Raises:
        ProjectError: the settings would not be allowed.
    """
    data = _settings(project, table)
    rows = data[table]
    del rows[next(at for at, row in enumerate(rows) if row.get("id") == old)]
    for row in rows:
        if row.get("parent") == old:
            row["parent"] = new
        if row.get("parent") == row.get("id"):
            del row["parent"]
    if table == "labels":
        _rename_ends(project, data, old, new)
    return _writer(project, data)


def _roles(project: Project, table: SchemaTable) -> dict[str, str]:
    settings = project.settings
    if table == "labels":
        return {label.id: settings.labels.role_of(label.id) for label in settings.labels.labels}
    return {type_.id: type_.role for type_ in settings.relations}


def _rename_ends(project: Project, data: Any, old: str, new: str) -> None:
    """Rename a label where relation types name it as what they may lead from or to."""
    if any(old in (*relation.heads, *relation.tails) for relation in project.settings.relations):
        _write_down(data, "relations", project.settings.relations)
    for relation in data.get("relations", ()):
        for field in ("heads", "tails"):
            if old in relation.get(field, ()):
                names = [new if name == old else name for name in relation[field]]
                relation[field] = [*dict.fromkeys(names)]


def remove_row(project: Project, table: SchemaTable, id_: str) -> None:
    """Write the settings without a label or relation type.

    Raises:
        ProjectError: the settings would not be allowed: another label is of its kind.
    """
    data = _settings(project, table)
    rows = data[table]
    del rows[next(at for at, known in enumerate(rows) if known["id"] == id_)]
    _writer(project, data)()


def change_label(
    project: Project, id_: str, said: Mapping[str, str], check: Check = accept
) -> Callable[[], None]:
    """Return what writes settings in which fields of a label are others; they are checked now.

    Args:
        said: the fields that change; an empty one is left out of the file.
        check: refuses settings by raising a PiyueError.

    Raises:
        ProjectError: the settings would not be allowed.
    """
    data = _settings(project, "labels")
    row = next(row for row in data["labels"] if row.get("id") == id_)
    for field, value in said.items():
        if value:
            row[field] = value
        else:
            row.pop(field, None)
    return _writer(project, data, check)


def add_label(project: Project, row: Mapping[str, str], check: Check = accept) -> Callable[[], None]:
    """Return what writes settings with a label more; they are checked now.

    Args:
        check: refuses settings by raising a PiyueError.

    Raises:
        ProjectError: the settings would not be allowed.
    """
    data = _written_settings(project)
    _rows(data, "labels").append(_table(row))
    return _writer(project, data, check)


def _written_settings(project: Project) -> Any:
    """Return the settings as they are written."""
    path = project.root / FILE
    text = read_plain(path).decode("utf-8-sig") if path.exists() else ""
    return tomlkit.parse(text if text.endswith("\n") or not text else f"{text}\n")


def _settings(project: Project, table: SchemaTable) -> Any:
    """Return the settings as they are written, and in the table all rows that hold."""
    data, settings = _written_settings(project), project.settings
    if table == "labels":
        data = _without_standard_labels(data)
    _write_down(data, table, settings.labels.labels if table == "labels" else settings.relations)
    return data


def _without_standard_labels(data: Any) -> Any:
    """Return settings that say that all labels are written down, and may change: where the default stands."""
    if "standard_labels" in data:
        data["standard_labels"] = False
        return data
    said = "standard_labels = false"
    text, replaced = DEFAULT.subn(said, tomlkit.dumps(data), count=1)
    return tomlkit.parse(text if replaced else f"{said}\n\n{text}")


def _write_down(data: Any, name: SchemaTable, values: Iterable[Value]) -> None:
    """Write the tables that hold without being written: all, or the standard labels beside some."""
    rows = _rows(data, name)
    known = {row.get("id") for row in rows}
    for value in values:
        row = {key: said for key, said in written(value).items() if said not in (None, (), "")}
        if row["id"] not in known:
            rows.append(_table(row))


def _rows(data: Any, name: SchemaTable) -> Any:
    """Return the rows of a table; a new one stands below an empty line."""
    if name not in data:
        text = tomlkit.dumps(data)
        if text and not text.endswith("\n\n"):
            data.add(tomlkit.nl())
        data.append(name, tomlkit.aot())
    return data[name]


def _table(row: Mapping[str, object]) -> Any:
    table = tomlkit.table()
    table.update(row)
    return table


def _writer(project: Project, data: Any, check: Check = accept) -> Callable[[], None]:
    text = tomlkit.dumps(data)
    check(parse_settings(text, project.root / FILE))
    return lambda: _write(project, text)


def _write(project: Project, text: str) -> None:
    replace(project.root / FILE, text.encode())
    project.__dict__.pop("settings", None)
