"""Lists older states of annotations, and restores one."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.errors import NotFoundError, PiyueError
from tui.store.backend import Backend, Key
from tui.store.files.generations import HIDDEN, Generation, bring_back, generations
from tui.store.files.reading import read_plain
from tui.store.files.tables import read_tables
from tui.store.project import Project


class OlderState(NamedTuple):
    """A generation as it is listed; `spans` is None where it cannot be read, `path` empty on a server."""

    page: str
    annotator: str
    generation: int
    time: str
    spans: int | None
    size: int
    path: str


def older_states(project: Project, wanted: str | None = None) -> Iterator[OlderState]:
    """Yield the generations of an annotator's records; of one page, or those whose id begins so.

    Raises:
        StoreError: the server is away.
    """
    if project.server is not None:
        yield from _on_server(project.server, project.annotator, wanted)
        return
    folder = project.documents.annotations.path("", project.annotator).parent / HIDDEN / "generations"
    pages = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    for page in pages:
        if wanted is None or page == wanted or page.startswith(wanted):
            for generation in generations(project.documents.annotations.path(page, project.annotator)):
                yield _state(project.root, page, project.annotator, generation)


def _on_server(server: Backend, annotator: str, wanted: str | None) -> Iterator[OlderState]:
    for key in server.keys():  # noqa: SIM118  (a backend is no dictionary)
        if key.owner == annotator and (wanted is None or key.page.startswith(wanted)):
            for number, time in server.history(key):
                tables = server.state(key, number)
                size = len(json.dumps(tables, ensure_ascii=False).encode("utf-8", "surrogatepass"))
                spans = len(tables.get("spans", {}))
                yield OlderState(key.page, annotator, number, time.isoformat(), spans, size, "")


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
    pages = {state.page for state in older_states(project, page)}
    name = page if page in pages or len(pages) != 1 else pages.pop()
    listed = {state.generation for state in older_states(project, name) if state.page == name}
    if number not in listed:
        known_numbers = ", ".join(map(str, sorted(listed))) or "-"
        raise NotFoundError("generation.unknown", id=name, number=number, known=known_numbers)
    path = project.documents.annotations.path(name, project.annotator)
    project.documents.leases.of(path).check()
    if project.server is not None:
        key = Key(project.annotator, name)
        storage = project.server.storage(key)
        storage.read()
        storage.write(project.server.state(key, number))
    else:
        (generation,) = (each for each in generations(path) if each.number == number)
        bring_back(path, generation)
    return name
