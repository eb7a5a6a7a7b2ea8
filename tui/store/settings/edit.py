"""Changes of the label schema in `piyue.toml`; comments and order stay as they are."""

from collections.abc import Callable, Iterable
from typing import Any

import tomlkit

from tui.model.values import Value
from tui.store.files.atomic import replace
from tui.store.project import Project
from tui.store.settings.model import FILE
from tui.store.settings.read import parse_settings


def rename_label(project: Project, old: str, new: str) -> Callable[[], None]:
    """Return what writes the settings in which a label has another id; they are checked before.

    Raises:
        ProjectError: the settings would not be allowed.
    """
    data = _settings(project)
    role = project.settings.labels.role_of(old)
    for label in data["labels"]:
        if label.get("id") == old and role and "role" not in label:
            label["role"] = role
        for field in ("id", "parent"):
            if label.get(field) == old:
                label[field] = new
    if any(old in (*relation.heads, *relation.tails) for relation in project.settings.relations):
        _write_down(data, "relations", project.settings.relations)
    for relation in data.get("relations", ()):
        for field in ("heads", "tails"):
            if old in relation.get(field, ()):
                relation[field] = [new if name == old else name for name in relation[field]]
    return _writer(project, data)


def remove_label(project: Project, label: str) -> None:
    """Write the settings without a label.

    Raises:
        ProjectError: the settings would not be allowed: another label is of its kind.
    """
    data = _settings(project)
    labels = data["labels"]
    del labels[next(at for at, known in enumerate(labels) if known["id"] == label)]
    _writer(project, data)()


def _settings(project: Project) -> Any:
    """Return the settings as they are written; where they name no labels, with those that hold."""
    path = project.root / FILE
    data = tomlkit.parse(path.read_text(encoding="utf-8-sig") if path.exists() else "")
    _write_down(data, "labels", project.settings.labels.labels)
    return data


def _write_down(data: Any, name: str, values: Iterable[Value]) -> None:
    """Write the tables that hold without being written, unless some are."""
    if name in data:
        return
    tables = tomlkit.aot()
    for value in values:
        table = tomlkit.table()
        table.update({key: said for key, said in value.model_dump().items() if said not in (None, (), "")})
        tables.append(table)
    data.append(name, tables)


def _writer(project: Project, data: Any) -> Callable[[], None]:
    text = tomlkit.dumps(data)
    parse_settings(text, project.root / FILE)
    return lambda: _write(project, text)


def _write(project: Project, text: str) -> None:
    replace(project.root / FILE, text.encode())
    project.__dict__.pop("settings", None)
