"""The app's side of proposals: asks the process that makes them, has models trained, asks what they doubt."""

import os
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

from tui.measure.consistency import Finding
from tui.operations.proposals.wire import from_example, to_candidate, to_finding
from tui.store.worker_connection import WorkerConnection, WorkerRun
from tui.suggest.candidate import Candidate, Example

SHARED = "PIYUE_PROPOSALS"
"""The variable that names the socket of the process that makes proposals for all apps of a server."""


class ProposalClient:
    """Asks for one article after the other. Where the process cannot be had, nothing is proposed.

    Args:
        root: the project's folder.
        annotator: to whom is proposed.
    """

    def __init__(self, root: Path, annotator: str) -> None:
        self._connection = WorkerConnection(
            os.environ.get(SHARED),
            "tui.operations.proposals.worker",
            str(root),
            greeting={"annotator": annotator},
        )
        self.failed = False

    @property
    def has_own_process(self) -> bool:
        """Whether a process of its own answers."""
        return self._connection.has_own_process

    async def propose(self, example: Example) -> list[Candidate]:
        """Return what is proposed of an article and nobody has decided on."""
        answer = await self._ask({"do": "propose", "example": from_example(example)})
        return [to_candidate(row) for row in answer.get("candidates", [])]

    async def use_model(self) -> bool:
        """Take up the model that was trained last; tell whether there is one that fits."""
        return bool((await self._ask({"do": "model"})).get("model"))

    async def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        if not self.failed:
            try:
                answer: dict[str, Any] = await self._connection.ask(request)
            except (OSError, ValueError):
                self.failed = True
            else:
                return answer
        return {}

    async def stop(self) -> None:
        """Ask no more."""
        self.failed = True
        await self._connection.close()


class TrainingRun:
    """Trains one model at a time.

    Args:
        root: the project's folder.
        annotator: whose model it is.
    """

    def __init__(self, root: Path, annotator: str) -> None:
        self._run = WorkerRun("tui.operations.proposals.train_worker", str(root), annotator)

    async def train(self) -> dict[str, Any]:
        """Train a model and return its figures; empty: there was nothing to learn from, or it failed."""
        figures: dict[str, Any] = {}
        try:
            async for line in self._run.lines():
                figures = line
        except (OSError, ValueError):
            return {}
        return figures

    async def stop(self) -> None:
        """End the process; a model that is not whole is not kept."""
        await self._run.stop()


class DoubtsRun:
    """Asks a model what it doubts, once for what was decided so far.

    Args:
        root: the project's folder.
        annotator: whose tags are doubted.
    """

    def __init__(self, root: Path, annotator: str) -> None:
        self._run = WorkerRun("tui.operations.proposals.doubts_worker", str(root), annotator)
        self._known: tuple[Finding, ...] | None = None
        self._version = 0

    def forget(self) -> None:
        """Know that something was decided: what is known is no longer all of it."""
        self._known = None
        self._version += 1

    async def found(self, tell: Callable[[int, int], None]) -> tuple[Finding, ...]:
        """Return what is doubted; nothing where the process cannot be had. The process ends with the asking.

        Args:
            tell: gets how many articles were read, of how many.
        """
        if self._known is not None:
            return self._known
        version = self._version
        try:
            async with aclosing(self._run.lines()) as lines:
                async for line in lines:
                    if "doubts" not in line:
                        tell(line["done"], line["total"])
                        continue
                    found = tuple(map(to_finding, line["doubts"]))
                    if version == self._version:
                        self._known = found
                    return found
        except (OSError, ValueError):
            return ()
        return ()
