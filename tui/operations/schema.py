"""Labels and relation types: counted, added, renamed, removed, in the settings and in all annotations."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tui.errors import NotFoundError, PiyueError, ProjectError
from tui.model import Document, Label
from tui.model.label_choices import distinct_color, free_key
from tui.operations.annotators import pages_annotated
from tui.operations.rename_labels import renamed
from tui.store.project import Project
from tui.store.settings.edit import (
    Check,
    SchemaTable,
    accept,
    add_label,
    change_label,
    join_rows,
    remove_row,
    rename_row,
)

CARRIERS: dict[SchemaTable, tuple[str, ...]] = {
    "labels": ("spans", "orphans"),
    "relations": ("relations",),
}
"""The fields of a document whose records have an id of the table as their `label`."""


class Changed(NamedTuple):
    """How many tags or relations have another id, and how many of these became one with another."""

    changed: int
    joined: int


def uses(project: Project, table: SchemaTable) -> Counter[str]:
    """Return how many tags, or relations, of all annotators have each id.

    Raises:
        PiyueError: a file cannot be read.
    """
    return Counter(
        record.label
        for document in _documents(project)
        for name in CARRIERS[table]
        for record in getattr(document, name)
    )


def known_ids(project: Project, table: SchemaTable) -> tuple[str, ...]:
    """Return the ids that the settings have."""
    settings = project.settings
    rows = settings.labels.labels if table == "labels" else settings.relations
    return tuple(row.id for row in rows)


def add(project: Project, id_: str, said: Mapping[str, str], check: Check = accept) -> Label:
    """Add a label to the settings, with a free key and a colour apart from the others where none is said.

    Args:
        said: fields of the label: `key`, `en`, `zh`, `color`, `parent`, `description`.
        check: refuses the settings that would be written by raising a PiyueError.

    Returns:
        The label as it is now.

    Raises:
        ProjectError: there is such a label, no key is free, or the settings would not be allowed.
    """
    known = project.settings.labels
    if id_ in known.by_id:
        raise ProjectError("schema.there", id=id_)
    chosen = {"key": free_key(id_, known.by_key), "color": distinct_color(x.color for x in known.labels)}
    row = {"id": id_, **chosen, **said}
    if not row["key"]:
        raise ProjectError("labels.no_key", id=id_)
    add_label(project, row, check)()
    return project.settings.labels.by_id[id_]


def change(project: Project, id_: str, said: Mapping[str, str], check: Check = accept) -> Label:
    """Change fields of a label in the settings.

    Args:
        said: the fields that change, see `add`; an empty one gets what is usual.
        check: refuses the settings that would be written by raising a PiyueError.

    Returns:
        The label as it is now.

    Raises:
        NotFoundError: the settings do not have it.
        ProjectError: the settings would not be allowed.
    """
    known = known_ids(project, "labels")
    if id_ not in known:
        raise NotFoundError("schema.unknown.labels", id=id_, known=", ".join(known))
    change_label(project, id_, said, check)()
    return project.settings.labels.by_id[id_]


def rename(project: Project, table: SchemaTable, old: str, new: str) -> Changed:
    """Give a label or relation type another id, first in every annotation, then in the settings.

    Cut off in between, it can be repeated.

    Raises:
        NotFoundError: neither the settings nor any annotation have it.
        ProjectError: both ids are there, or the settings would not be allowed.
        PiyueError: a file cannot be read or written.
    """
    known = known_ids(project, table)
    if old not in known and not uses(project, table)[old]:
        raise NotFoundError(f"schema.unknown.{table}", id=old, known=", ".join(known))
    if new == old:
        raise ProjectError("schema.same", id=old)
    if new in known and old in known:
        raise ProjectError(f"schema.taken.{table}", id=new, old=old)
    write_settings = rename_row(project, table, old, new) if old in known else None
    return _rename_all(project, table, old, new, write_settings)


def join(project: Project, table: SchemaTable, old: str, new: str) -> Changed:
    """Give what has one label or relation type another one that is there, and remove the first.

    Cut off in between, it can be repeated.

    Raises:
        NotFoundError: nothing has the first, or the settings do not have the other.
        ProjectError: the settings would not be allowed.
        PiyueError: a file cannot be read or written.
    """
    known = known_ids(project, table)
    others = ", ".join(id_ for id_ in known if id_ != old)
    if old not in known and not uses(project, table)[old]:
        raise NotFoundError(f"schema.unknown.{table}", id=old, known=others)
    if new == old:
        raise ProjectError("schema.same", id=old)
    if new not in known:
        raise NotFoundError(f"schema.unknown.{table}", id=new, known=others)
    write_settings = join_rows(project, table, old, new) if old in known else None
    return _rename_all(project, table, old, new, write_settings)


def _rename_all(
    project: Project, table: SchemaTable, old: str, new: str, write_settings: Callable[[], None] | None
) -> Changed:
    changed = joined = 0
    for document in _documents(project):
        found = renamed(document, table, old, new)
        if found.changed:
            project.save(found.document)
            changed, joined = changed + found.changed, joined + found.joined
    if write_settings is not None:
        write_settings()
    return Changed(changed, joined)


def remove(project: Project, table: SchemaTable, id_: str) -> None:
    """Take a label or relation type that nothing has out of the settings.

    Raises:
        NotFoundError: neither the settings nor any annotation have it.
        PiyueError: something has it.
    """
    known = known_ids(project, table)
    if count := uses(project, table)[id_]:
        raise PiyueError(f"schema.used.{table}", id=id_, uses=count)
    if id_ not in known:
        raise NotFoundError(f"schema.unknown.{table}", id=id_, known=", ".join(known))
    remove_row(project, table, id_)


def _documents(project: Project) -> Iterator[Document]:
    """Yield every annotated page of every annotator; a file that cannot be read stops everything."""
    for annotator in project.records.annotators():
        for page in pages_annotated(project, (annotator,)):
            yield project.document(page, annotator)
