"""An export, or a check of all files, as lines that people read, one as soon as it is known."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tui.errors import FormatError, printable
from tui.operations.check import CheckOptions, check
from tui.operations.check_files import FileChecked
from tui.operations.events import Failed, Hidden, Lost, Progress
from tui.operations.export import Exported, ExportOptions, export
from tui.operations.export_lines import SAID as LOSSES_SAID
from tui.operations.export_lines import loss_line, result_lines
from tui.store.project import Project
from tui.texts import Language, say

SAID = 3
"""The exit status of an operation that failed, and said why."""
SHORT = CheckOptions(model=False, jobs=1)
"""No model is trained: `piyue check` trains one."""


class Line(NamedTuple):
    """Something that an operation says.

    Attributes:
        stays: whether it is kept; what says how far the operation is gives way to the next.
    """

    text: str
    stays: bool = True


def export_lines(project: Project, language: Language, name: str, target: str) -> Iterator[Line]:
    """Export in a format to a file or folder, and yield what there is to say.

    Raises:
        FormatError: see `export`; or a file is there that is no earlier export.
    """
    spoken = partial(_say, language)
    path = Path(target).expanduser()
    if path.is_file() and not path.with_name(f"{path.name}.card.md").exists():
        raise FormatError("export.there", path=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    moment = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    options = ExportOptions(format=name, target=str(path), moment=moment, jobs=1, told=LOSSES_SAID)
    with closing(export(project, options)) as events:
        for event in events:
            match event:
                case Progress(done, total):
                    yield Line(spoken("run.progress", done=done, total=total), stays=False)
                case Failed(error):
                    yield Line(error.render(language))
                case Hidden(pages):
                    yield Line(spoken("agree.hidden", count=pages))
                case Lost(loss):
                    yield Line(loss_line(loss, spoken))
                case Exported():
                    for line in result_lines(event, str(path), spoken):
                        yield Line(line)


def check_lines(project: Project, language: Language) -> Iterator[Line]:
    """Check all annotation files of a project, and yield what is wrong and what there is to ask."""
    files = found = 0
    for event in check(project, options=SHORT):
        if isinstance(event, FileChecked):
            files += 1
            yield Line(event.path, stays=False)
        else:
            found += 1
            yield Line(printable(event.line(language, project.settings.annotation_schema)))
    yield Line(_say(language, "check.found" if found else "cli.checked", files=files, found=found))


def _say(language: Language, row: str, /, **values: object) -> str:
    return say(row, language, **values)
