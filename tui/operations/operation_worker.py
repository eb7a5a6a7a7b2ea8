"""An operation on the whole project as a process of its own.

``python -m tui.operations.operation_worker ROOT ANNOTATOR LANGUAGE check``, or ``… export FORMAT TARGET``: in
the app's own it would hold the keys up, and the memory that it takes would stay taken. It writes lines of
JSON, ``{"text", "stays"}``. Asked to end, it leaves nothing half written.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from tui.errors import PiyueError
from tui.operations.operation_lines import SAID, Line, check_lines, export_lines
from tui.store.files.system_calls import raise_when_ended
from tui.store.project import Project
from tui.texts import Language

OPERATIONS: Mapping[str, Callable[..., Iterator[Line]]] = {"check": check_lines, "export": export_lines}


def main() -> None:
    """Do what the arguments ask for."""
    root, annotator, language, operation, *arguments = sys.argv[1:]
    raise_when_ended()
    try:
        project = Project(Path(root))
        project.annotator = annotator
        lines: Any = OPERATIONS[operation](project, language, *arguments)
        with closing(lines):
            for line in lines:
                _write(line)
    except KeyboardInterrupt:
        sys.exit(1)
    except PiyueError as error:
        _fail(error.render(cast("Language", language)))
    except OSError as error:
        _fail(f"{error.filename or ''}: {error.strerror or error}")


def _fail(reason: str) -> None:
    _write(Line(reason))
    sys.exit(SAID)


def _write(line: Line) -> None:
    print(json.dumps(line._asdict()), flush=True)


if __name__ == "__main__":
    main()
