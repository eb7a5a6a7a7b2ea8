"""The processes that all apps of a server share: their dictionaries take more memory than an app."""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from socket import AF_UNIX, socket
from tempfile import TemporaryDirectory
from time import monotonic

from tui.app import SHARED as SEGMENTER
from tui.operations.proposals.client import SHARED as PROPOSALS
from tui.store.project import Project
from tui.store.worker_process import worker_command

SHORTEST = 10.0
"""Seconds that a worker must have run to be started again when it ends."""


@asynccontextmanager
async def shared_workers(project: Project) -> AsyncIterator[dict[str, str]]:
    """Run the workers of a project, and give the variables that tell apps where each answers.

    The sockets lie in a folder of this user alone. Who connects before a worker has its dictionary waits.
    """
    name = project.settings.segmenter or "jieba"
    segmenter = "tui.text.segment_worker", str(project.cache), name, str(project.dictionary)
    workers = {SEGMENTER: segmenter, PROPOSALS: ("tui.operations.proposals.worker", str(project.root))}
    with TemporaryDirectory(prefix="piyue-") as folder:
        async with AsyncExitStack() as stack:
            for number, worker in enumerate(workers.values()):
                await stack.enter_async_context(_worker_at(str(Path(folder) / str(number)), worker))
            yield {name: str(Path(folder) / str(number)) for number, name in enumerate(workers)}


@asynccontextmanager
async def _worker_at(path: str, worker: tuple[str, ...]) -> AsyncIterator[None]:
    """Run a worker that answers at a socket; if it ends, start it again."""
    listening = socket(AF_UNIX)
    listening.bind(path)
    listening.listen()
    running = asyncio.create_task(_keep_running(listening, worker))
    try:
        yield
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def _keep_running(listening: socket, worker: tuple[str, ...]) -> None:
    """Run a worker until this is cancelled. Where it cannot run, apps start one of their own."""
    with listening:
        began = -SHORTEST
        while monotonic() - began >= SHORTEST:
            began = monotonic()
            await _run(listening, worker)


async def _run(listening: socket, worker: tuple[str, ...]) -> None:
    process: Process | None = None
    try:
        process = await asyncio.create_subprocess_exec(
            *worker_command(*worker, str(listening.fileno())),
            stdin=PIPE,  # it ends when this does
            stdout=DEVNULL,
            stderr=DEVNULL,
            pass_fds=(listening.fileno(),),
            cwd="/",
        )
        await process.wait()
    finally:
        if process is not None and process.returncode is None:
            process.kill()
            await process.wait()
