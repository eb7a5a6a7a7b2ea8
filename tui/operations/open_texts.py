"""Opening texts that are named on the command line, in the project they are of or in a scratch project."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tui.errors import NotFoundError, ProjectError
from tui.store.project import Project
from tui.store.scratch import open_scratch
from tui.store.sources.files import SUFFIXES


class Opened(NamedTuple):
    """The project of texts, and the page to begin with; None: where one left off."""

    project: Project
    page: str | None = None


def open_texts(paths: Sequence[Path], project: Path | None = None) -> Opened:
    """Return the project that texts are pages of, else a scratch project that holds them.

    Args:
        paths: files, and folders: of texts, of a project, or within one.
        project: the folder of a project that they must be pages of; None: any.

    Raises:
        NotFoundError: one of them is not there, or is no page of the project that was asked for.
        ProjectError: no project is where one was asked for.
        SourceError: a text cannot be read.
    """
    for path in paths:
        if not path.exists():
            raise NotFoundError("open.missing", path=path)
    wanted = None if project is None else Project.find(project).root
    found = [_of_project(path) for path in paths]
    roots = {None if each is None else each.project.root for each in found}
    if (first := found[0]) is not None and len(roots) == 1 and wanted in (None, first.project.root):
        return first
    if wanted is not None:
        raise NotFoundError("open.not_in_project", path=paths[0], project=wanted)
    return Opened(open_scratch(paths))


def _of_project(path: Path) -> Opened | None:
    """Return the project that a path is, or is a page or a folder of pages of; None: of no project."""
    path = path.resolve()
    try:
        project = Project.find(path if path.is_dir() else path.parent)
    except ProjectError:
        return None
    if path == project.root:
        return Opened(project)
    inner = path.relative_to(project.root).as_posix()
    tops = [source.path.rstrip("/") for source in project.pages.sources.used()]
    if not any(inner == top or inner.startswith(f"{top}/") for top in tops):
        return None
    return Opened(project, path.stem if path.is_file() and path.suffix.lower() in SUFFIXES else None)
