"""A server with a project, started as people start it, and what is on its disk."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PAGE = """两新组织建会有进展
新发展会员8447人

本报讯（记者 王路曼）记者近日从望津区总工会获悉，2022年该区新建工会组织69家，新发展工会会员8447人。

据了解，望津区总工会将继续推动“两新”组织建会，会员总数将超过1.2万人。
"""

HALTING = """
import sys
from tui.serve import app_processes
starter = '''
import os, time
sync = os.fsync
def halting(file):
    while os.path.exists({halt!r}):
        time.sleep(0.01)
    sync(file)
os.fsync = halting
from tui.serve.app_starter import main
main()
'''
app_processes.worker_command = lambda module, *arguments: (sys.executable, "-I", "-c", starter, *arguments)
"""
"""Gives the apps of a server a disk that writes nothing while a file is there."""
HASTY = """
import os
import threading
import time
from tui.serve import server
def hurry():
    while not os.path.exists({hurry!r}):
        time.sleep(0.01)
    server.MINUTE = 0.5
threading.Thread(target=hurry, daemon=True).start()
"""
"""Makes a server's minutes pass in no time once a file is there."""
MAIN = """
import sys
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""


class Served:
    """A running server.

    Args:
        halting: the disk of its apps can be halted.
        hasty: its minutes can be made short.
    """

    def __init__(self, project: Path, *arguments: str, halting: bool = False, hasty: bool = False) -> None:
        self.project = project
        self._halt, self._hurry = project.with_name("halt"), project.with_name("hurry")
        changes = (
            HALTING.format(halt=str(self._halt)) * halting + HASTY.format(hurry=str(self._hurry)) * hasty
        )
        code = ["-c", changes + MAIN] if changes else ["-m", "tui.cli"]
        self._environment = environment()
        self._log = project.with_name("log")
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, *code, "--project", str(project), "serve", "--port", "0", *arguments],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=self._environment,
            )
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().strip()
        assert self.url, self.said()

    def stop(self) -> None:
        """Kill it."""
        with self.process:
            self.process.kill()

    def said(self) -> str:
        """What it has said since its start."""
        return self._log.read_text("utf-8")

    def run(self, *arguments: str) -> str:
        """Run `piyue serve` beside it, with arguments that end at once; return what it says."""
        return run(self.project, *arguments, environ=self._environment).stdout

    @contextmanager
    def halted_disk(self) -> Iterator[None]:
        """Write nothing on the disk meanwhile: what is saved by then was saved before."""
        self._halt.touch()
        yield
        self._halt.unlink()

    def hurry(self) -> None:
        """Let minutes pass in no time from now on."""
        self._hurry.touch()

    def sessions(self) -> list[int]:
        """The processes of its apps."""
        children = _children(self.process.pid)
        (starter,) = (pid for pid, command in children.items() if "app_starter" in command)
        return list(_children(starter))

    def spans(self, annotator: str = "ling") -> list[dict[str, Any]]:
        """What is on the disk of somebody's tags."""
        return self._records("spans", annotator)

    def states(self, annotator: str = "ling") -> list[dict[str, Any]]:
        """What is on the disk of somebody's articles."""
        return self._records("articles", annotator)

    def _records(self, table: str, annotator: str) -> list[dict[str, Any]]:
        path = self.project / "annotations" / annotator / "page.json"
        if not path.exists():
            return []
        return list(json.loads(path.read_text("utf-8")).get(table, {}).values())

    def locks(self) -> list[str]:
        """The locks that are held."""
        return [path.name for path in (self.project / "annotations").rglob("*.lock")]


def _children(parent: int) -> dict[int, str]:
    """The commands of processes that a process has started."""
    found = subprocess.run(
        ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(parent)], capture_output=True, text=True
    )
    rows = (line.split(maxsplit=1) for line in found.stdout.splitlines() if line.strip()[:1].isdigit())
    return {int(pid): command for pid, command in rows}


@contextmanager
def serving(project: Path, *arguments: str, halting: bool = False, hasty: bool = False) -> Iterator[Served]:
    """Serve a project."""
    served = Served(project, *arguments, halting=halting, hasty=hasty)
    try:
        yield served
    finally:
        served.stop()


def waited(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def environment() -> dict[str, str]:
    """The environment of a test, and where its modules are."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def run(
    project: Path, *arguments: str, environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `piyue serve` with arguments that end at once."""
    return subprocess.run(
        [sys.executable, "-m", "tui.cli", "--project", str(project), "serve", *arguments],
        capture_output=True,
        text=True,
        env=environ or environment(),
    )
