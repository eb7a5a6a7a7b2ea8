"""One segmenter for all apps of a server: its dictionary is most of what an app takes in memory."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.store.project import Project


@asynccontextmanager
async def shared_segmenter(project: Project) -> AsyncIterator[str]:
    """Run the segmenter of a project, and give the socket that it answers at, in a folder of this user alone.

    Where it ends, apps start one of their own.
    """
    with TemporaryDirectory(prefix="piyue-") as folder:
        path = str(Path(folder) / "segmenter")
        name = project.settings.segmenter or "jieba"
        worker = (str(project.cache), name, str(project.dictionary), path)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-m", "tui.text.segment_worker", *worker),
            stdin=PIPE,  # it ends when this does
            stdout=DEVNULL,
            stderr=DEVNULL,
            cwd="/",
        )
        try:
            yield path
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()
