"""What is proposed to one annotator: their memory, their model, what they refused."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from tui.errors import PiyueError
from tui.operations.predictions import with_predictions
from tui.operations.proposals.corpus import examples, worked_on
from tui.operations.proposals.making import service_for, use_model
from tui.operations.proposals.wire import from_candidate, to_example
from tui.store.project import Project
from tui.suggest.candidate import Example
from tui.suggest.lac import LacProposer


class ProposalSession:
    """Answers the requests of one app. Others' sessions share nothing with it that learns.

    Args:
        root: the project's folder.
        lac: the recogniser that sessions share; it learns nothing.
    """

    def __init__(self, root: Path, annotator: str, lac: LacProposer) -> None:
        self._project = Project(root)
        self._project.annotator = annotator
        self._project.divider.keeps_divisions = False
        self._service = service_for(self._project.settings, lac)
        self._pages = dict.fromkeys(worked_on(self._project))
        self._fresh: set[str] = set()
        self._before: Iterator[Example] = self._read_before()
        self._turn = Lock()
        self._use_model()
        if self._service.uses_lac:
            lac.load()

    def _read_before(self) -> Iterator[Example]:
        for page in self._pages:
            yield from examples(self._project, None, [page])

    def remember_more(self) -> bool:
        """Take one more article that was decided on before into the memory; tell whether there was one."""
        with self._turn:
            example = next(self._before, None)
            if example is not None and example.text.article not in self._fresh:
                self._service.remember(example)
            return example is not None

    def close(self) -> None:
        """Read nothing more."""
        with self._turn:
            self._before = iter(())

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to a request."""
        with self._turn:
            return {"model": self._use_model()} if request["do"] == "model" else self._proposed(request)

    def _use_model(self) -> bool:
        """Take up the model that was trained last; tell whether there is one that fits."""
        return use_model(self._service, self._project, worked_on(self._project)) is not None

    def _proposed(self, request: dict[str, Any]) -> dict[str, Any]:
        example = to_example(request["example"])
        self._fresh.add(example.text.article)
        self._service.remember(example)
        with suppress(PiyueError):  # `piyue check` names a file that cannot be read
            example = with_predictions(self._project, example)
        found = self._service.propose(example.text, example)
        return {"candidates": [from_candidate(one) for one in found]}
