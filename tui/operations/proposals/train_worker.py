"""Training in a process of its own: ``python -I -m tui.operations.proposals.train_worker ROOT ANNOTATOR``.

It trains once, at the lowest priority, keeps the model and ends. It writes a line of JSON: the figures,
or ``{}`` where there is nothing to learn from.
"""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from tui.errors import PiyueError
from tui.operations.learn import learn
from tui.store.project import Project

NICER = 19


def main() -> None:
    """Train."""
    root, annotator = sys.argv[1:]
    with suppress(OSError):
        os.nice(NICER)
    project = Project(Path(root))
    project.annotator = annotator
    project.divider.keeps_divisions = False
    figures = {}
    with suppress(PiyueError, OSError):
        figures = dict(learn(project).figures or {})
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
