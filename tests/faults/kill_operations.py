"""kill -9 at random moments of all that writes: ``python -m tests.faults.kill_operations 1000 [SEED]``.

Each round forks a process that works as the app or a command does, and kills it at a random moment. What it
said was saved has to be there and whole; what was interrupted has to come to its end when it is done again.
The rounds go in turn through `SCENARIOS`, over files and, where PostgreSQL is installed, over a server.
"""

import json
import os
import select
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from tests.faults.kill_scenarios import SCENARIOS, Say, Scenario
from tests.store.server import Server, programs
from tui.formats import doccano
from tui.store import merge
from tui.store.files import annotations, corrections, storage, together
from tui.store.index import learned_votes
from tui.store.postgres import backend as postgres
from tui.store.settings.user import settings_path
from tui.text import correct, divide

LOADED = (
    annotations,
    correct,
    corrections,
    divide,
    doccano,
    learned_votes,
    merge,
    storage,
    together,
)
"""Imported before the fork: a round then begins within milliseconds."""

SECONDS = {"files": 0.25, "postgres": 1.5}
"""The longest that a process works before it is killed; it takes a while to connect."""

MANY = 400
"""So many tags or corrections on a page, and a project begins anew."""


class Child:
    """A function that runs in a process of its own, and what it said."""

    def __init__(self, work: Callable[[Say], Any]) -> None:
        self.said: list[Any] = []
        self._rest = b""
        self._out, into = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            self._run(work, into)
        os.close(into)

    @staticmethod
    def _run(work: Callable[[Say], Any], into: int) -> None:
        try:
            work(lambda what: os.write(into, json.dumps(what).encode() + b"\n"))
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)

    def listen(self, seconds: float) -> bool:
        """Hear what it says for so long; tell whether it has ended."""
        limit = monotonic() + seconds
        while (left := limit - monotonic()) > 0:
            if select.select([self._out], [], [], left)[0]:
                data = os.read(self._out, 1 << 16)
                if not data:
                    return True
                *lines, self._rest = (self._rest + data).split(b"\n")
                self.said += map(json.loads, lines)
        return False

    def end(self, *, kill: bool) -> int:
        """End it, hear the rest, and return its exit status, negative for a signal."""
        if kill:
            os.kill(self.pid, signal.SIGKILL)
        while not self.listen(60):
            pass
        os.close(self._out)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


class Runner:
    """Runs rounds of one scenario over one backend.

    Args:
        folder: of its own.
        server: over which it runs; None: over files.
    """

    def __init__(self, folder: Path, scenario: Scenario, server: Server | None, random: Random) -> None:
        self._folder, self._scenario, self._server, self._random = folder, scenario, server, random
        self._numbers = count()
        self._longest = SECONDS["postgres" if server else "files"]
        self._root: Path | None = None
        self.counts: Counter[str] = Counter()

    def round(self) -> None:
        """Work, kill, verify."""
        with home(self._folder, self._server):
            root = self._root or self._prepared()
            child = Child(lambda say: self._scenario.work(root, say))
            start = monotonic()
            is_over = child.listen(self._random.random() * self._longest)
            if is_over:  # the next ones are killed before they have ended
                self._longest = monotonic() - start
            if self._server is not None and not is_over and self._random.random() < 0.05:
                self._server.kill()
                child.listen(0.01)
                child.end(kill=True)
                self._server.start()
                self.counts["server kills"] += 1
            else:
                status = child.end(kill=not is_over)
                assert status in (0, -signal.SIGKILL), (self._scenario.name, status)
            self.counts["kills" if not is_over else "ended before"] += 1
            there = self._verified(root, child.said)
            self.counts["said"] += len(child.said)
            self._root = root if self._scenario.goes_on and there < MANY else None

    def _prepared(self) -> Path:
        root = self._folder / f"{self._scenario.name}{next(self._numbers)}".replace(" ", "-")
        root.mkdir()
        child = Child(lambda _: self._prepare(root))
        assert child.end(kill=False) == 0, self._scenario.name
        return root

    def _prepare(self, root: Path) -> None:
        if self._server is not None:
            owner = postgres.PostgresBackend(self._server.url(), root.name)
            owner.set_up()
            owner.admit("piyue", "ling")
            owner.close()
        self._scenario.prepare(root)

    def _verified(self, root: Path, said: list[Any]) -> int:
        child = Child(lambda say: say(self._scenario.verify(root, said)))
        status = child.end(kill=False)
        assert status == 0, (self._scenario.name, self._server and "postgres", root, len(said))
        (there,) = child.said
        assert isinstance(there, int)
        return there


def summary(runners: Mapping[str, Runner]) -> str:
    """Return the counts of all runners as JSON."""
    return json.dumps({name: dict(runner.counts) for name, runner in runners.items()})


@contextmanager
def home(folder: Path, server: Server | None) -> Iterator[None]:
    """Have the user's folders in a home of its own, whose settings may name a server."""
    before = dict(os.environ)
    os.environ.update(
        {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "CACHE", "STATE", "DATA")}
    )
    os.environ.update({"HOME": str(folder), "LOGNAME": "ling"})
    try:
        if server is not None and not settings_path().exists():
            settings_path().parent.mkdir(parents=True)
            settings_path().write_text(f'[store]\nurl = "{server.url()}"\n', encoding="utf-8")
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def kill(rounds: int, seed: int = 1, tell: Callable[[str], object] = print) -> dict[str, Counter[str]]:
    """Kill `rounds` processes, in turn of each scenario over each backend; return what was counted.

    Raises:
        AssertionError: something is lost, or not whole.
    """
    random = Random(seed)
    with tempfile.TemporaryDirectory(prefix="piyue-kills-") as top:
        server = Server() if programs() is not None else None
        try:
            runners: dict[str, Runner] = {}
            for backend in ("files", "postgres")[: 2 if server else 1]:
                for scenario in SCENARIOS:
                    if backend in scenario.backends:
                        name = f"{scenario.name}, {backend}"
                        folder = Path(top, name.replace(", ", "-").replace(" ", "-"))
                        folder.mkdir()
                        used = server if backend == "postgres" else None
                        runners[name] = Runner(folder, scenario, used, random)
            for number in range(rounds):
                list(runners.values())[number % len(runners)].round()
                if number % 100 == 99:
                    tell(f"{number + 1}: {summary(runners)}")
            return {name: one.counts for name, one in runners.items()}
        finally:
            if server is not None:
                server.stop()


if __name__ == "__main__":
    began = monotonic()
    kill(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1, lambda line: print(line, flush=True))
    print(f"{monotonic() - began:.0f} s")
