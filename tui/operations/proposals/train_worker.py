"""Training in a process of its own: ``python -m tui.operations.proposals.train_worker ROOT ANNOTATOR``.

It trains once, at the lowest priority, keeps the model and ends. It writes a line of JSON: the figures,
or ``{}`` where there is nothing to learn from.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.errors import PiyueError
from tui.operations.learn import learn
from tui.operations.proposals.model_file import model_path
from tui.store.files.system_calls import turn
from tui.store.project import Project

NICER = 19


@contextmanager
def training(root: str, annotator: str) -> Iterator[Project]:
    """Give a project to who trains on it: at the lowest priority, and one process of this user at a time.

    Raises:
        OSError: there is no cache.
    """
    with suppress(OSError):
        os.nice(NICER)
    project = Project(Path(root))
    project.annotator = annotator
    project.divider.keeps_divisions = False
    folder = model_path(project).parent
    folder.mkdir(mode=0o700, exist_ok=True)
    with turn(folder / "turn"):
        yield project


def main() -> None:
    """Train."""
    figures = {}
    with suppress(PiyueError, OSError), training(*sys.argv[1:]) as project:
        figures = dict(learn(project).figures or {})
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
