"""Older states of annotations: listed, and brought back."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.errors import NotFoundError, PiyueError
from tui.store.files.atomic import read_plain
from tui.store.files.generations import HIDDEN, Generation, bring_back, generations
from tui.store.files.storage import read_tables
from tui.store.project import Project


class OlderState(NamedTuple):
    """A generation as it is listed; `spans` is None where it cannot be read."""

    page: str
    annotator: str
    generation: int
    time: str
    spans: int | None
    size: int
    path: str


def older_states(project: Project, wanted: str | None = None) -> Iterator[OlderState]:
    """Yield the generations of an annotator's files; of one page, or those whose id begins so."""
    folder = project.shelf.path("", project.annotator).parent / HIDDEN / "generations"
    pages = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    for page in pages:
        if wanted is None or page == wanted or page.startswith(wanted):
            for generation in generations(project.shelf.path(page, project.annotator)):
                yield _state(project.root, page, project.annotator, generation)


def _state(root: Path, page: str, annotator: str, generation: Generation) -> OlderState:
    spans: int | None = None
    data = b""
    with suppress(OSError, PiyueError):
        data = read_plain(generation.path)
        spans = len(read_tables(data, generation.path)[0].get("spans", {}))
    time, path = generation.time.isoformat(), generation.path.relative_to(root).as_posix()
    return OlderState(page, annotator, generation.number, time, spans, len(data), path)


def restore(project: Project, page: str, number: int) -> str:
    """Bring a generation back, and return the page's id; what was there becomes the newest generation.

    Raises:
        NotFoundError: there is no such page, or no such generation.
        StoreError: somebody works on the page, or it cannot be written.
    """
    known = {state.page for state in older_states(project, page)}
    name = page if page in known or len(known) != 1 else known.pop()
    path = project.shelf.path(name, project.annotator)
    found = {generation.number: generation for generation in generations(path)}
    if number not in found:
        listed = ", ".join(map(str, sorted(found))) or "-"
        raise NotFoundError("generation.unknown", id=name, number=number, known=listed)
    project.shelf.lock_at(path).check()
    bring_back(path, found[number])
    return name
