"""Runs tests in a forked process, in which nothing of the project has been imported yet."""

import os
import pickle
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import coverage
import pytest
from hypothesis import settings

OPTIONS = ("-p", "no:cacheprovider", "-p", "no:xdist", "--assert=plain", "--hypothesis-profile", "mutants")
NOTHING_RAN = 5
TIMED_OUT = -1


class Covered(NamedTuple):
    """What a run of all tests of a room showed."""

    seconds: dict[str, float]
    """Of each test that passed, with its fixtures."""
    lines: dict[str, dict[int, frozenset[str]]]
    """The tests that ran a line of a file; the empty name: while it was imported."""
    modules: tuple[str, ...]
    """What else was imported."""


class Recorder:
    """Notes which tests pass, how long each takes and which lines it runs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.coverage = coverage.Coverage(data_file=None, config_file=False, source=[str(root / "tui")])
        self.seconds: dict[str, float] = defaultdict(float)
        self.bad: set[str] = set()

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.coverage.switch_context(nodeid)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self.coverage.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration
        if not report.passed:
            self.bad.add(report.nodeid)

    def covered(self) -> Covered:
        data = self.coverage.get_data()
        lines = {}
        for file in data.measured_files():
            tests = data.contexts_by_lineno(file)
            lines[Path(file).relative_to(self.root).as_posix()] = {
                line: frozenset(names) - self.bad for line, names in tests.items()
            }
        seconds = {name: value for name, value in self.seconds.items() if name not in self.bad}
        outside = tuple(
            name
            for name, module in sorted(sys.modules.items())
            if "/site-packages/" in (getattr(module, "__file__", None) or "")
        )
        return Covered(seconds, lines, outside)


class Chosen:
    """Runs the chosen tests in their order, and no others."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.order = {test: number for number, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )


def cover(root: Path, file: str) -> Covered:
    """Run the tests of a file, and return what each of them runs."""
    result = root / ".covered"

    def record() -> int:
        recorder = Recorder(root)
        recorder.coverage.start()
        status = int(pytest.main([*OPTIONS, file], plugins=[recorder]))
        recorder.coverage.stop()
        result.write_bytes(pickle.dumps(tuple(recorder.covered())))
        return status

    _forked(root, record, 3600)
    return Covered(*pickle.loads(result.read_bytes()))


def cover_again(root: Path, file: str, kept: Path | None) -> Covered:
    """Return what `cover` returned for the same code and tests, if that was kept."""
    if kept is None:
        return cover(root, file)
    before = kept / f"{_digest(root, file)}.pickle"
    if not before.exists():
        kept.mkdir(parents=True, exist_ok=True)
        before.write_bytes(pickle.dumps(tuple(cover(root, file))))
    return Covered(*pickle.loads(before.read_bytes()))


def _digest(root: Path, file: str) -> str:
    """Name all code but that of other test files."""
    digest = sha256(file.encode())
    for path in sorted(root.glob("t*/**/*.py")):
        name = path.relative_to(root).as_posix()
        if name == file or (not name.startswith("tests/mutants/") and not path.name.startswith("test_")):
            digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def together(parts: Iterable[Covered]) -> Covered:
    """Add what the tests of several files run."""
    seconds: dict[str, float] = {}
    lines: dict[str, dict[int, frozenset[str]]] = defaultdict(lambda: defaultdict(frozenset))
    modules: set[str] = set()
    for part in parts:
        seconds.update(part.seconds)
        modules.update(part.modules)
        for file, of_file in part.lines.items():
            for line, tests in of_file.items():
                lines[file][line] |= tests
    return Covered(seconds, {file: dict(of_file) for file, of_file in lines.items()}, tuple(sorted(modules)))


def run(root: Path, tests: Sequence[str], limit: float) -> int:
    """Run tests until the first fails; return pytest's status, or that the time was up.

    Args:
        root: The tree whose code runs.
        tests: Their names; they run in this order.
        limit: Seconds.
    """

    def attempt() -> int:
        sys.dont_write_bytecode = True
        files = sorted({test.split("::")[0] for test in tests})
        return int(pytest.main([*OPTIONS, "-x", *files], plugins=[Chosen(tests)]))

    return _forked(root, attempt, limit)


def _forked(root: Path, work: Callable[[], int], limit: float) -> int:
    """Return the status of `work` in a process of its own; what it started ends with it."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        _prepare(root)
        status: Any = 1
        try:
            status = work()
        finally:
            sys.stdout.flush()
            os._exit(status)
    until = time.monotonic() + limit
    ended = 0
    while not ended and time.monotonic() < until:
        time.sleep(0.02)
        ended, code = os.waitpid(child, os.WNOHANG)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if not ended:
        os.waitpid(child, 0)
        return TIMED_OUT
    return os.waitstatus_to_exitcode(code)


def _prepare(root: Path) -> None:
    """Make a tree the one that is imported from; its tests are the same in each run."""
    output = os.open(root / ".output", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(root)
    sys.path.insert(0, str(root))
    os.environ["PYTHONPATH"] = str(root)
    for name in [name for name in sys.modules if name.split(".")[0] in ("tui", "tests")]:
        del sys.modules[name]
    settings.register_profile("mutants", deadline=None, max_examples=20, database=None, derandomize=True)
