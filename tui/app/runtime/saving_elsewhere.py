"""Writes unsaved changes to another folder; in a browser, to an archive that is downloaded."""

from functools import partial
from pathlib import Path
from zipfile import ZipFile

from tui.app.dialogs.download import download
from tui.app.dialogs.save_elsewhere import ElsewhereScreen
from tui.app.runtime.context import AppContext
from tui.errors import PiyueError, printable
from tui.store.saver import Saver

ARCHIVE = "piyue-unsaved.zip"


def save_elsewhere(context: AppContext, saver: Saver) -> None:
    """Ask for a folder, and write what is not saved into it."""
    if saver.pending and context.app.is_web:
        _download(context, saver)
    elif saver.pending:
        context.app.push_screen(ElsewhereScreen(context.workspace.say), partial(_save, context, saver))
    else:
        context.controller.tell("status.all_saved")


def _download(context: AppContext, saver: Saver) -> None:
    try:
        download(context.app, ARCHIVE, partial(_pack, context, saver))
    except (PiyueError, OSError) as error:
        context.workspace.tell(printable(str(error)), alarm=True)
        context.controller.show_bars()
    else:
        context.controller.tell("status.downloaded", name=ARCHIVE)


def _pack(context: AppContext, saver: Saver, path: Path) -> None:
    """Write an archive of what is not saved."""
    with ZipFile(path, "w") as archive:
        for document in saver.pending:
            file = context.project.documents.annotations.save_elsewhere(document, path.parent)
            archive.write(file, file.relative_to(path.parent))


def _save(context: AppContext, saver: Saver, folder: Path | None) -> None:
    if folder is None:
        return
    try:
        for document in saver.pending:
            context.project.documents.save_elsewhere(document, folder)
    except PiyueError as error:
        context.controller.tell_error(error)
    else:
        context.controller.tell("status.elsewhere", folder=printable(str(folder)))
