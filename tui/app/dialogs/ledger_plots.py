"""The picture of an indicator over time as a file; in a browser it is downloaded."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from textual.app import App

from tui.app.dialogs.ask import AskScreen
from tui.app.dialogs.download import download
from tui.app.widgets.glyphs import visible
from tui.app.workspace.workspace import Workspace
from tui.errors import PiyueError
from tui.formats.common.chart_svg import save_svg
from tui.measure.ledger import Row

FILE = "ledger.svg"


def write_plot(
    app: App[int], workspace: Workspace, rows: Sequence[Row], row: Row, tell: Callable[[str], None]
) -> None:
    """Write the picture of a row's indicator; ask where to, unless a browser takes it."""

    def write(path: str | None) -> None:
        if not path:
            return
        try:
            save_svg(rows, row, Path(path))
        except PiyueError as error:
            tell(error.render(workspace.language))
        else:
            tell(workspace.say("ledger.drawn", path=visible(path)))

    if app.is_web:
        _download(app, workspace, partial(save_svg, rows, row), tell)
    else:
        app.push_screen(AskScreen(workspace.say("ledger.ask_file"), FILE), write)


def _download(
    app: App[int], workspace: Workspace, save: Callable[[Path], None], tell: Callable[[str], None]
) -> None:
    try:
        download(app, FILE, save)
    except PiyueError as error:
        tell(error.render(workspace.language))
    else:
        tell(workspace.say("status.downloaded", name=FILE))
