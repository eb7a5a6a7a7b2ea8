"""What saving one tag costs, beside writing, syncing and renaming the same bytes: ``python -m bench.saves``.

Prints medians of processor and wall time of one alternating run, and their ratios, for pages of several
sizes, in files and, where PostgreSQL is installed, on a server of its own; there the floor is one record sent
in a transaction. Then what the first save of an import takes.
"""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from tests.faults.kill_operations import home
from tests.store.server import Server, programs
from tui.edit.bulk import AddAll
from tui.edit.changes import AddSpan
from tui.model import Document, Span, surface
from tui.store.postgres.backend import PostgresBackend
from tui.store.project import Project

SIZES = (100, 10_000, 100_000)
IMPORTED = 36_000
ROUNDS = 25
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TOUCH = "UPDATE piyue.files SET changed = now() WHERE (project, owner, page) = (%s, 'ling', 'p')"


def make_project(root: Path, tags: int) -> None:
    """Make a project of one page with room for so many tags."""
    random = Random(1)
    lines = (
        "".join(chr(random.randrange(0x4E00, 0x5800)) for _ in range(60)) for _ in range(tags // 10 + 10)
    )
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "p.txt").write_text("标题\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


def a_tag(document: Document, name: str, start: int) -> Span:
    """Return a tag of two characters."""
    segments = ((start, start + 2),)
    text = surface(document.page.text, segments)
    return Span(id=name, label="ORG", segments=segments, text=text, created=NOW, updated=NOW)


def with_tags(document: Document, tags: int) -> Document:
    """Return the document with so many tags."""
    return AddAll(tuple(a_tag(document, f"x{n}", 4 + 6 * n) for n in range(tags))).apply(document)[0]


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds of processor and of wall time."""
    processor, wall = process_time(), perf_counter()
    work()
    return (process_time() - processor) * 1000, (perf_counter() - wall) * 1000


def same_bytes(file: Path) -> Callable[[], object]:
    """Return what writes the bytes of a file again, synced and renamed."""
    data, other = file.read_bytes(), file.with_name("floor.tmp")

    def write() -> None:
        handle = os.open(other, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(handle, data)
        os.fsync(handle)
        os.close(handle)
        other.replace(file.with_name("floor"))
        folder = os.open(file.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

    return write


def one_record(server: Server, project: str) -> Callable[[], object]:
    """Return what changes one record on the server, in a transaction of its own."""
    backend = PostgresBackend(server.url(), project)

    def touch() -> None:
        with backend.connection() as connection:
            connection.execute(TOUCH, (project,))

    return touch


def measure(root: Path, tags: int, server: Server | None) -> None:
    """Save tag after tag, each save beside the floor; print medians."""
    project = Project(root)
    project.save(with_tags(project.document("p"), tags))
    project = Project(root)
    document = project.document("p")
    saves, floors = [], []
    file = root / "annotations" / "ling" / "p.json"
    floor = one_record(server, root.name) if server else same_bytes(file)
    for number in range(ROUNDS):
        start = 4 + 6 * (number * 7919 % tags) + 2
        document, _ = AddSpan(a_tag(document, f"n{number}", start)).apply(document)
        saves.append(timed(lambda: project.save(document)))  # noqa: B023  (called at once)
        floors.append(timed(floor))
    for place, name in enumerate(("processor", "wall")):
        mine, least = (median(each[place] for each in times[2:]) for times in (saves, floors))
        where = "postgres" if server else "files"
        row = f"{where:9} {tags:7} tags  {name:9}"
        print(f"{row} save {mine:8.2f} ms  floor {least:8.2f} ms  ratio {mine / least:5.2f}", flush=True)


def main() -> None:
    """Measure and print."""
    server = Server() if programs() is not None and "--files" not in sys.argv else None
    with TemporaryDirectory() as top:
        for used in (None, server) if server else (None,):
            folder = Path(top, "server" if used else "files")
            folder.mkdir()
            with home(folder, used):
                for tags in SIZES:
                    root = folder / f"paper{tags}"
                    make_project(root, tags)
                    if used is not None:
                        owner = PostgresBackend(used.url(), root.name)
                        owner.set_up()
                        owner.admit("piyue", "ling")
                    measure(root, tags, used)
        with home(Path(top), None):
            make_project(Path(top, "import"), IMPORTED)
            project = Project(Path(top, "import"))
            document = with_tags(project.document("p"), IMPORTED)
            processor, wall = timed(lambda: project.save(document))
            print(f"first save of {IMPORTED} tags: processor {processor:.0f} ms, wall {wall:.0f} ms")
    if server is not None:
        server.stop()


if __name__ == "__main__":
    main()
