"""Updates the index in a process beside the app."""

import json
from asyncio.subprocess import DEVNULL, PIPE, Process, create_subprocess_exec
from collections.abc import AsyncIterator
from typing import Any

from tui.store.project import Project
from tui.store.worker_process import worker_command
from tui.texts import Language

LIMIT = 1 << 20
"""The longest line in bytes."""


class Indexer:
    """Runs the process, once at a time."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._process: Process | None = None

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._process is not None and self._process.returncode is None

    async def run(self, language: Language) -> AsyncIterator[dict[str, Any]]:
        """Yield what the process says in a language, as `tui.store.index.worker` describes it."""
        arguments = str(self._project.root), self._project.annotator, language
        self._process = await create_subprocess_exec(
            *worker_command("tui.store.index.worker", *arguments),
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=DEVNULL,
            limit=LIMIT,
        )
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            yield json.loads(line)
        await self._process.wait()

    def stop(self) -> None:
        """End the process; what it did so far is kept."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
