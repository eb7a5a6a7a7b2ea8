"""A model's doubts from a process of its own, called with the project's folder and the annotator.

It trains on parts of what is finished and reads the others, at the lowest priority, and ends. It writes lines
of JSON: ``{"done": 3, "total": 40}`` while it reads, at last ``{"doubts": [...]}``.
"""

import json
import sys
from contextlib import suppress

from tui.errors import PiyueError
from tui.operations.annotation_errors import doubted
from tui.operations.proposals.train_worker import training
from tui.operations.proposals.wire import from_finding


def main() -> None:
    """Find what is doubted."""
    found = []
    with suppress(PiyueError, OSError), training(*sys.argv[1:]) as project:
        found = [from_finding(one) for one in doubted(project, _tell)]
    print(json.dumps({"doubts": found}), flush=True)


def _tell(done: int, total: int) -> None:
    print(json.dumps({"done": done, "total": total}), flush=True)


if __name__ == "__main__":
    main()
