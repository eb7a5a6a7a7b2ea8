"""Proposals from a process of their own: ``python -I -m tui.operations.proposals.worker ROOT ANNOTATOR``.

Dictionary, memory and model live here, so that nothing of them holds up a key or the first screen. A request
is a line of JSON: ``{"do": "propose", "example": {...}}`` is answered by ``{"candidates": [...]}``, and what
was decided on the article is remembered on the way; ``{"do": "model"}`` takes up the model that was trained
last and is answered by ``{"model": true}`` where it fits. What was decided in other articles is read from the
project, the newest first, whenever no request waits. It ends when its input does.
"""

import json
import os
import select
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.errors import PiyueError
from tui.operations.predictions import with_predictions
from tui.operations.proposals.corpus import examples, worked_on
from tui.operations.proposals.making import service_for, use_model
from tui.operations.proposals.wire import from_candidate, to_example
from tui.store.project import Project
from tui.suggest.candidate import Example

NICER = 5
"""By how much it gives way to the app."""


class Worker:
    """Answers requests; reads what was decided before between them."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._service = service_for(project.settings)
        self._pages = dict.fromkeys(worked_on(project))
        self._fresh: set[str] = set()
        self._before = self._read_before()
        self.use_model()

    def _read_before(self) -> Iterator[Example]:
        for page in self._pages:
            yield from examples(self._project, None, [page])

    def remember_more(self) -> bool:
        """Take one more article of the project into the memory; tell whether there was one."""
        example = next(self._before, None)
        if example is not None and example.text.article not in self._fresh:
            self._service.remember(example)
        return example is not None

    def use_model(self) -> bool:
        """Take up the model that was trained last."""
        return use_model(self._service, self._project, self._pages) is not None

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to a request."""
        if request["do"] == "model":
            return {"model": self.use_model()}
        example = to_example(request["example"])
        self._fresh.add(example.text.article)
        self._service.remember(example)
        with suppress(PiyueError):  # `piyue check` names a file that cannot be read
            example = with_predictions(self._project, example)
        found = self._service.propose(example.text, example)
        return {"candidates": [from_candidate(one) for one in found]}


def main() -> None:
    """Answer requests until there are no more."""
    root, annotator = sys.argv[1:]
    with suppress(OSError):
        os.nice(NICER)
    project = Project(Path(root))
    project.annotator = annotator
    project.divider.keeps_divisions = False
    worker = Worker(project)
    source = sys.stdin.buffer
    more = True
    while True:
        if more and not select.select([source], [], [], 0)[0]:
            more = worker.remember_more()
            continue
        line = source.readline()
        if not line:
            return
        print(json.dumps(worker.answer(json.loads(line)), separators=(",", ":")), flush=True)


if __name__ == "__main__":
    main()
