"""Operations on the whole project: an export, and a check of all files. Both run beside the screen."""

from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from tui.app.dialogs.ask import AskScreen
from tui.app.dialogs.pick import Choice, PickScreen
from tui.app.dialogs.run import Line, Lines, RunScreen
from tui.app.work_screen.controller import Controller
from tui.errors import FormatError, printable
from tui.formats.registry import FORMATS, format_named, other_formats
from tui.operations.check import CheckOptions
from tui.operations.check import check as check_files
from tui.operations.check_files import FileChecked
from tui.operations.events import Failed, Hidden, Lost, Progress
from tui.operations.export import Exported, ExportOptions
from tui.operations.export import export as run_export
from tui.operations.export_lines import SAID, loss_line, result_lines

BESIDE_THE_SCREEN = CheckOptions(model=False, jobs=1)
"""No model is trained here, which would hold the keys up: `piyue check` trains one."""


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
    begin = _download if controller.screen.app.is_web else _lines
    title = controller.workspace.say("export.running", format=name)
    controller.ask(
        RunScreen(controller.workspace, title, partial(begin, controller, name, target.strip())), _nothing
    )


def _nothing(_: None) -> None:
    """A report needs no answer."""


def _lines(controller: Controller, name: str, target: str) -> Lines:
    """Export, and yield what that says.

    Raises:
        FormatError: see `export`; or a file is there that is no earlier export.
    """
    workspace = controller.workspace
    path = Path(target).expanduser()
    if path.is_file() and not path.with_name(f"{path.name}.card.md").exists():
        raise FormatError("export.there", path=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    moment = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    options = ExportOptions(format=name, target=str(path), moment=moment, jobs=1, told=SAID)
    with closing(run_export(workspace.documents.project, options)) as events:
        for event in events:
            match event:
                case Progress(done, total):
                    yield Line(workspace.say("run.progress", done=done, total=total), stays=False)
                case Failed(error):
                    yield Line(error.render(workspace.language))
                case Hidden(pages):
                    yield Line(workspace.say("agree.hidden", count=pages))
                case Lost(loss):
                    yield Line(loss_line(loss, workspace.say))
                case Exported():
                    for line in result_lines(event, str(path), workspace.say):
                        yield Line(line)


def _download(controller: Controller, name: str, target: str) -> Lines:
    """Export into an archive that the browser is given."""
    with TemporaryDirectory(prefix="piyue-") as folder:
        yield from _lines(controller, name, str(Path(folder) / target))
        data = BytesIO()
        with ZipFile(data, "w") as archive:
            for file in sorted(Path(folder).rglob("*")):
                archive.write(file, file.relative_to(folder))
        data.seek(0)
        app = controller.screen.app
        app.call_from_thread(app.deliver_binary, data, save_filename=f"{name}.zip")


def check(controller: Controller) -> None:
    """Check all annotation files of the project, and show what is wrong and what there is to ask."""
    title = controller.workspace.say("check.running")
    controller.ask(RunScreen(controller.workspace, title, partial(_findings, controller)), _nothing)


def _findings(controller: Controller) -> Lines:
    workspace = controller.workspace
    project, files, found = workspace.documents.project, 0, 0
    for event in check_files(project, options=BESIDE_THE_SCREEN):
        if isinstance(event, FileChecked):
            files += 1
            yield Line(event.path, stays=False)
        else:
            found += 1
            yield Line(printable(event.line(workspace.language, project.settings.annotation_schema)))
    key = "check.found" if found else "cli.checked"
    yield Line(workspace.say(key, files=files, found=found))
