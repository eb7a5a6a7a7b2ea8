"""One segmenter for all apps of a server, because its dictionary takes most of an app's memory."""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from socket import AF_UNIX, socket
from tempfile import TemporaryDirectory

from tui.store.project import Project
from tui.store.worker_process import worker_command


@asynccontextmanager
async def shared_segmenter(project: Project) -> AsyncIterator[str]:
    """Run the segmenter of a project, and give the socket that it answers at, in a folder of this user alone.

    Who connects before its dictionary is loaded waits for it. Where it ends, apps start one of their own.
    """
    with TemporaryDirectory(prefix="piyue-") as folder:
        path = str(Path(folder) / "segmenter")
        name = project.settings.segmenter or "jieba"
        worker = (str(project.cache), name, str(project.dictionary))
        with socket(AF_UNIX) as listening:
            listening.bind(path)
            listening.listen()
            process = await asyncio.create_subprocess_exec(
                *worker_command("tui.text.segment_worker", *worker, str(listening.fileno())),
                stdin=PIPE,  # it ends when this does
                stdout=DEVNULL,
                stderr=DEVNULL,
                pass_fds=(listening.fileno(),),
                cwd="/",
            )
        try:
            yield path
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()
