"""The index as a process of its own: ``python -m tui.operations.index_worker ROOT ANNOTATOR LANGUAGE``.

Splitting pages would keep Python's interpreter from answering keys. What it writes are lines of JSON: how far
it is, ``{"pages", "changed", "part"}``; a page that cannot be used, ``{"refused"}``; at the end ``{"done"}``,
the reason why it could not be done, or nothing. It can be ended at any time; what was done so far is kept.
"""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import cast

from tui.errors import PiyueError
from tui.operations.index import update_index
from tui.store.index.build import Progress
from tui.store.project import Project
from tui.texts import Language

NICER = 10


def main() -> None:
    """Bring the index up to date."""
    root, annotator, language = sys.argv[1], sys.argv[2], cast("Language", sys.argv[3])
    with suppress(OSError):
        os.nice(NICER)

    def say(**values: object) -> bool:
        print(json.dumps(values), flush=True)
        return True

    def report(progress: Progress) -> bool:
        return say(**progress._asdict())

    def refuse(error: PiyueError) -> None:
        say(refused=error.render(language))

    try:
        project = Project(Path(root))
        project.annotator = annotator
        update_index(project, report, refuse)
    except PiyueError as error:
        say(done=error.render(language))
    else:
        say(done="")


if __name__ == "__main__":
    main()
