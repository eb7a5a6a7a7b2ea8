"""A running `piyue serve`, and the memory of its processes."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

PEOPLE = 10


class Served(NamedTuple):
    """A server: its address, the number of its process, and a token for each of its people."""

    url: str
    process: int
    tokens: list[str]


async def piyue_serve(project: Path, home: Path, *arguments: str) -> asyncio.subprocess.Process:
    """Start `piyue serve`."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "STATE", "CONFIG", "DATA")}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tui.cli", "--project", str(project), "serve", *arguments),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, **folders, "HOME": str(home), "LC_ALL": "C.UTF-8"},
    )


@asynccontextmanager
async def server(project: Path, home: Path) -> AsyncIterator[Served]:
    """A server with people."""
    tokens = []
    for number in range(PEOPLE):
        adding = await piyue_serve(project, home, "--add", f"person{number}")
        tokens.append((await adding.communicate())[0].decode().rpartition("=")[2].strip())
    process = await piyue_serve(project, home, "--port", "0")
    assert process.stdout is not None
    try:
        yield Served((await process.stdout.readline()).decode().strip(), process.pid, tokens)
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()


def memory(server_id: int) -> float:
    """Megabytes of a server, its apps, and what they started: pages that processes share count once (PSS)."""
    parents = {int(path.name): _parent(path) for path in Path("/proc").iterdir() if path.name.isdecimal()}

    def is_of(process: int) -> bool:
        while process > 1:
            if process == server_id:
                return True
            process = parents.get(process, 0)
        return False

    return sum(map(_pss, filter(is_of, parents))) / 1024


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _pss(process: int) -> int:
    """Kilobytes."""
    try:
        rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return int(next((row.split()[1] for row in rows if row.startswith("Pss:")), "0"))
