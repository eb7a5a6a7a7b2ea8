"""Operations on the whole project: an export, and a check of all files. Both run beside the screen."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from tui.app.dialogs.ask import AskScreen
from tui.app.dialogs.pick import Choice, PickScreen
from tui.app.dialogs.run import RunScreen
from tui.app.work_screen.controller import Controller
from tui.formats.registry import FORMATS, format_named, other_formats
from tui.store.worker_connection import WorkerRun


def export(controller: Controller) -> None:
    """Ask for a format and a place, and export."""
    if controller.workspace.status.now.saved != "saved":
        controller.tell("status.export_unsaved", alarm=True)
        return
    names = (*FORMATS, *other_formats())
    choices = [Choice(name, name, (name,)) for name in names]
    controller.ask(PickScreen(controller.workspace.say("export.pick"), choices), partial(_ask, controller))


def _ask(controller: Controller, name: str | None) -> None:
    if name is None:
        return
    row = format_named(name)
    file = f"{name}{row.suffix}" if row.layout == "file" else name
    if controller.screen.app.is_web:
        _run(controller, name, file)
        return
    folder = controller.workspace.documents.project.root / "export"
    title = controller.workspace.say("export.target", format=name)
    controller.ask(AskScreen(title, str(folder / file)), partial(_run, controller, name))


def _run(controller: Controller, name: str, target: str | None) -> None:
    if not target or not target.strip():
        return
    title = controller.workspace.say("export.running", format=name)
    if not controller.screen.app.is_web:
        _begin(controller, title, ("export", name, target.strip()))
        return
    folder = TemporaryDirectory(prefix="piyue-")
    operation = ("export", name, str(Path(folder.name) / target.strip()))
    _begin(controller, title, operation, partial(_deliver, controller, folder.name, name), folder.cleanup)


def check(controller: Controller) -> None:
    """Check all annotation files of the project, and show what is wrong and what there is to ask."""
    _begin(controller, controller.workspace.say("check.running"), ("check",))


def _begin(
    controller: Controller,
    title: str,
    operation: tuple[str, ...],
    ended: Callable[[], Awaitable[None]] | None = None,
    closed: Callable[[], None] | None = None,
) -> None:
    """Begin an operation and show what it says.

    Args:
        ended: called when it has come to its end.
        closed: called when nobody looks at it any more.
    """
    workspace = controller.workspace
    project = workspace.documents.project
    about = (str(project.root), project.annotator, workspace.language)
    run = WorkerRun("tui.operations.operation_worker", *about, *operation)
    controller.ask(RunScreen(workspace, title, run, ended), lambda _: closed() if closed else None)


async def _deliver(controller: Controller, folder: str, name: str) -> None:
    """Give the browser what lies in a folder, as an archive."""
    data = await asyncio.to_thread(_archive, Path(folder))
    controller.screen.app.deliver_binary(data, save_filename=f"{name}.zip")


def _archive(folder: Path) -> BytesIO:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder))
    data.seek(0)
    return data
