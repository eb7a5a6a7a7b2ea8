"""Changes of the label schema in `piyue.toml`; comments and order stay as they are."""

from collections.abc import Callable
from typing import Any

import tomlkit

from tui.store.atomic import replace
from tui.store.project import Project
from tui.store.settings import FILE, parse_settings


def rename_label(project: Project, old: str, new: str) -> Callable[[], None]:
    """Return what writes the settings in which a label has another id; they are checked before.

    Raises:
        ProjectError: the settings would not be allowed.
    """
    data = _settings(project)
    for label in data["labels"]:
        for field in ("id", "parent"):
            if label.get(field) == old:
                label[field] = new
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
    if "labels" not in data:
        tables = tomlkit.aot()
        for label in project.settings.labels.labels:
            table = tomlkit.table()
            said = {key: value for key, value in label.model_dump().items() if value not in (None, (), "")}
            table.update(said)
            tables.append(table)
        data.append("labels", tables)
    return data


def _writer(project: Project, data: Any) -> Callable[[], None]:
    text = tomlkit.dumps(data)
    parse_settings(text, project.root / FILE)
    return lambda: _write(project, text)


def _write(project: Project, text: str) -> None:
    replace(project.root / FILE, text.encode())
    project.__dict__.pop("settings", None)
