"""A model's doubts from a process of its own, called with the project's folder and the annotator.

It trains on parts of what is finished and reads the others, at the lowest priority, and ends. It writes lines
of JSON: ``{"done": 3, "total": 40}`` while it reads, at last ``{"doubts": [...]}``.
"""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from tui.errors import PiyueError
from tui.operations.annotation_errors import doubted
from tui.operations.proposals.train_worker import NICER
from tui.operations.proposals.wire import from_finding
from tui.store.project import Project


def main() -> None:
    """Find what is doubted."""
    root, annotator = sys.argv[1:]
    with suppress(OSError):
        os.nice(NICER)
    project = Project(Path(root))
    project.annotator = annotator
    project.divider.keeps_divisions = False
    found = []
    with suppress(PiyueError):
        found = [from_finding(one) for one in doubted(project, _tell)]
    print(json.dumps({"doubts": found}), flush=True)


def _tell(done: int, total: int) -> None:
    print(json.dumps({"done": done, "total": total}), flush=True)


if __name__ == "__main__":
    main()
