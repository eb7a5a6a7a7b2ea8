"""The worker processes of the app: one proposes, one trains, one lists what a model doubts."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.measure.consistency import Finding
from tui.operations.proposals.wire import from_example, to_candidate, to_finding
from tui.suggest.candidate import Candidate, Example

LIMIT = 1 << 30
"""The longest answer in bytes."""
ISOLATED = ("-I", "-m")
"""The current folder and the user's variables are not on the module path: a project may hold any file."""


class ProposalProcess:
    """Asks for one article after the other. Where the process cannot be had, nothing is proposed.

    Args:
        root: the project's folder.
        annotator: to whom is proposed.
    """

    def __init__(self, root: Path, annotator: str) -> None:
        self._arguments = str(root), annotator
        self._process: Process | None = None
        self._turn = asyncio.Lock()
        self.failed = False

    async def propose(self, example: Example) -> list[Candidate]:
        """Return what is proposed of an article and nobody has decided on."""
        answer = await self._ask({"do": "propose", "example": from_example(example)})
        return [to_candidate(row) for row in answer.get("candidates", [])]

    async def use_model(self) -> bool:
        """Take up the model that was trained last; tell whether there is one that fits."""
        return bool((await self._ask({"do": "model"})).get("model"))

    async def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        async with self._turn:
            if self.failed:
                return {}
            try:
                process = await self._started()
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write(json.dumps(request).encode() + b"\n")
                await process.stdin.drain()
                answer: dict[str, Any] = json.loads(await process.stdout.readline())
            except (OSError, ValueError):
                self.failed = True
                return {}
            return answer

    async def _started(self) -> Process:
        if self._process is None:
            self._process = await _start("tui.operations.proposals.worker", *self._arguments)
        return self._process

    async def stop(self) -> None:
        """End the process."""
        await _end(self._process)


class TrainingProcess:
    """Trains one model at a time.

    Args:
        root: the project's folder.
        annotator: whose model it is.
    """

    def __init__(self, root: Path, annotator: str) -> None:
        self._arguments = str(root), annotator
        self._process: Process | None = None

    async def train(self) -> dict[str, Any]:
        """Train a model and return its figures; empty: there was nothing to learn from, or it failed."""
        try:
            self._process = await _start("tui.operations.proposals.train_worker", *self._arguments)
            output, _ = await self._process.communicate()
            figures: dict[str, Any] = json.loads(output)
        except (OSError, ValueError):
            return {}
        return figures

    async def stop(self) -> None:
        """End the process; a model that is not whole is not kept."""
        await _end(self._process)


class DoubtsProcess:
    """Asks a model what it doubts, once for what was decided so far.

    Args:
        root: the project's folder.
        annotator: whose tags are doubted.
    """

    def __init__(self, root: Path, annotator: str) -> None:
        self._arguments = str(root), annotator
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
        version, process = self._version, None
        try:
            process = await _start("tui.operations.proposals.doubts_worker", *self._arguments)
            assert process.stdout is not None
            while line := await process.stdout.readline():
                answer: dict[str, Any] = json.loads(line)
                if "doubts" not in answer:
                    tell(answer["done"], answer["total"])
                    continue
                doubts = tuple(map(to_finding, answer["doubts"]))
                if version == self._version:
                    self._known = doubts
                return doubts
        except (OSError, ValueError):
            return ()
        finally:
            await _end(process)
        return ()


async def _start(module: str, *arguments: str) -> Process:
    command = (sys.executable, *ISOLATED, module, *arguments)
    return await asyncio.create_subprocess_exec(
        *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=LIMIT
    )


async def _end(process: Process | None) -> None:
    if process is not None and process.returncode is None:
        process.kill()
        await process.wait()
