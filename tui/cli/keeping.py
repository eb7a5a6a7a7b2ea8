"""Older states and backups: `piyue restore` and `piyue backup`."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tui.cli.context import Context, shown
from tui.errors import NotFoundError, PiyueError
from tui.store.files.atomic import read_plain
from tui.store.files.generations import HIDDEN, Generation, bring_back, generations
from tui.store.files.storage import parse
from tui.store.project import ANNOTATIONS, Project


class Row(NamedTuple):
    """A generation as it is listed; `spans` is None where it cannot be read."""

    page: str
    annotator: str
    generation: int
    time: str
    spans: int | None
    size: int
    path: str


def restore(context: Context) -> None:
    """`piyue restore`: lists generations, brings one back, or unpacks a backup."""
    arguments = context.arguments
    if arguments.archive is not None:
        from tui.store.backup import unpack

        folder = arguments.output or Path(arguments.archive.stem)
        count = unpack(arguments.archive, folder)
        context.project = Project(folder.resolve())
        context.line(shown(context.say("cli.unpacked", files=count, folder=folder)))
    elif arguments.generation is not None:
        _bring_back(context, arguments.page, arguments.generation)
    else:
        for row in _rows(context, arguments.page):
            _print(context, row)


def backup(context: Context) -> None:
    """`piyue backup`: one verified archive of sources, settings and annotations."""
    from tui.store.backup import back_up, left_out

    root = context.project.root
    stamp = f"{datetime.now():%Y%m%d-%H%M%S}"
    target = context.arguments.output or Path(f"{root.name}-{stamp}.zip")
    count = back_up(root, target)
    context.line(shown(context.say("cli.backed_up", files=count, path=target)))
    if names := left_out(root):
        context.note(context.say("cli.not_backed_up", names=", ".join(names[:20])))


def _rows(context: Context, wanted: str | None) -> Iterator[Row]:
    root, annotator = context.project.root, context.project.annotator
    folder = root / ANNOTATIONS / annotator / HIDDEN / "generations"
    pages = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    for page in pages:
        if wanted is None or page == wanted or page.startswith(wanted):
            for generation in generations(context.project.shelf.path(page, annotator)):
                yield _row(root, page, annotator, generation)


def _row(root: Path, page: str, annotator: str, generation: Generation) -> Row:
    spans: int | None = None
    data = b""
    with suppress(OSError, PiyueError):
        data = read_plain(generation.path)
        spans = len(parse(data, generation.path).get("spans", {}))
    time, path = generation.time.isoformat(), generation.path.relative_to(root).as_posix()
    return Row(page, annotator, generation.number, time, spans, len(data), path)


def _bring_back(context: Context, page: str, number: int) -> None:
    """Bring a generation back; what was there becomes the newest one.

    Raises:
        NotFoundError: there is no such page, or no such generation.
        StoreError: somebody works on the page, or it cannot be written.
    """
    shelf, annotator = context.project.shelf, context.project.annotator
    known = {row.page for row in _rows(context, page)}
    name = page if page in known or len(known) != 1 else known.pop()
    path = shelf.path(name, annotator)
    found = {generation.number: generation for generation in generations(path)}
    if number not in found:
        listed = ", ".join(map(str, sorted(found))) or "-"
        raise NotFoundError("generation.unknown", id=name, number=number, known=listed)
    shelf.lock_at(path).check()
    bring_back(path, found[number])
    context.line(shown(context.say("cli.restored", page=name, number=number)))


def _print(context: Context, row: Row) -> None:
    if context.arguments.json:
        context.answer(row._asdict())
    else:
        context.line(shown(context.say("cli.generation", **row._asdict())))
