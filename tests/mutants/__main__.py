"""`make mutants`: puts faults into the code of each room, and lists those that its tests do not notice."""

import argparse
import os
import random
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from itertools import chain, islice, zip_longest
from pathlib import Path

from tests.mutants.faults import KINDS, Fault, faults
from tests.mutants.trees import ROOT, copy, in_trees
from tests.mutants.trial import NOTHING_RAN, TIMED_OUT, Covered, cover_again, run, together

EQUIVALENT = Path(__file__).parent / "equivalent.txt"
TEAM = tuple(f"tests/team/test_{name}.py" for name in ("adjudicate", "agree", "exports", "queue", "stats"))
"""The tests of a team that open no app and no server."""
ROOMS: dict[str, tuple[str, ...]] = {
    "edit": ("tests/edit",),
    "suggest": ("tests/suggest",),
    "measure": ("tests/measure", *TEAM),
    "text": ("tests/text",),
    "search": ("tests/search",),
    "quantities": ("tests/quantities",),
    "formats": (
        "tests/formats",
        "tests/measure/test_series.py",
        "tests/cli/test_formats.py",
        "tests/cli/test_training_formats.py",
    ),
    "store": ("tests/store", *TEAM),
    "operations": ("tests/operations", "tests/cli", *TEAM),
    "cli": ("tests/cli", *TEAM),
    "app": (
        "tests/app",
        "tests/faults/test_disk.py",
        *(f"tests/team/test_{name}.py" for name in ("adjudicating", "names", "queue", "server_app")),
        "tests/team/test_stats_sheet.py",
    ),
}
"""The tests that have to notice a fault in a room."""


def main() -> int:
    """Run what the command line asks for; 1 if a room's tests notice too little."""
    options = _parser().parse_args()
    ends = []
    with tempfile.TemporaryDirectory(prefix="piyue-mutants-") as folder:
        trees = [copy(Path(folder) / f"tree{number}") for number in range(options.jobs)]
        for room in options.room or ROOMS:
            child = os.fork()  # what one room's tests import is not there for the next room's
            if not child:
                os._exit(_try_room(trees, room, options))
            ends.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    return int(any(ends))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--room", action="append", choices=ROOMS, help="again for more; default: all")
    parser.add_argument("--count", type=int, default=30, help="faults of each room (default 30)")
    parser.add_argument("--seed", type=int, default=1, help="which faults are drawn (default 1)")
    parser.add_argument("--kind", choices=KINDS, help="faults of this kind only")
    parser.add_argument("--file", default="", help="faults of files whose path begins so: tui/edit/repair")
    parser.add_argument("--tests", action="append", help="other tests than the room's")
    parser.add_argument("--limit", type=float, default=60, help="seconds of tests for a fault (default 60)")
    parser.add_argument("--jobs", type=int, default=1, help="so much at the same time (default 1; app: 4)")
    parser.add_argument(
        "--keep", type=Path, help="folder that keeps what the tests run, for other runs on this code"
    )
    parser.add_argument("--least", type=float, default=0.85, help="the share that has to be found")
    return parser


def _try_room(trees: Sequence[Path], room: str, options: argparse.Namespace) -> int:
    names = options.tests or [test for test in ROOMS[room] if (ROOT / test).exists()]
    files = [file for name in names for file in _test_files(trees[0], name)]
    covered = together(in_trees(trees, partial(cover_again, kept=options.keep), files))
    _import(covered.modules)
    known = _equivalent()
    fresh = (fault for fault in _draw(trees[0], room, options) if fault.name not in known)
    drawn = list(islice(fresh, options.count))
    print(f"{room}: {len(covered.seconds)} tests, {len(drawn)} faults, seed {options.seed}", flush=True)
    left, late = 0, 0
    of_lines = (tests for of_file in covered.lines.values() for tests in of_file.values())
    ran = Counter(chain.from_iterable(of_lines))
    trial = partial(_try, covered=covered, ran=ran, limit=options.limit)
    for fault, status in in_trees(trees, trial, drawn):
        late += status == TIMED_OUT
        if status in (0, NOTHING_RAN):
            left += 1
            print(_listing(fault, "no test runs it" if status else "unnoticed"), flush=True)
    share = 1 - left / len(drawn) if drawn else 1.0
    print(f"{room}: {len(drawn) - left} of {len(drawn)} found ({share:.0%}), {late} by time", flush=True)
    return int(share < options.least)


def _test_files(root: Path, name: str) -> list[str]:
    """Return the test files of a folder, or the one file that is named."""
    found = sorted((root / name).rglob("test_*.py")) if (root / name).is_dir() else [root / name]
    return [file.relative_to(root).as_posix() for file in found]


def _import(modules: Sequence[str]) -> None:
    """Import once what every trial would import again: packages of others."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in modules:
            with suppress(Exception):
                import_module(name)


def _equivalent() -> set[str]:
    """Return the names of faults that change nothing, as somebody has read."""
    lines = EQUIVALENT.read_text("utf-8").splitlines() if EQUIVALENT.exists() else []
    return {line.rpartition(" | ")[0] for line in lines if line and not line.startswith("#")}


def _draw(root: Path, room: str, options: argparse.Namespace) -> Iterator[Fault]:
    """Draw faults from the files of a room: of each kind as many, as long as there are."""
    by_kind: dict[str, list[Fault]] = {kind: [] for kind in KINDS if options.kind in (None, kind)}
    for path in sorted((root / "tui" / room).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if name.startswith(options.file):
            for fault in faults(name, path.read_bytes()):
                if fault.kind in by_kind:
                    by_kind[fault.kind].append(fault)
    generator = random.Random(options.seed)
    for found in by_kind.values():
        generator.shuffle(found)
    turns = chain.from_iterable(zip_longest(*by_kind.values()))
    return (fault for fault in turns if fault is not None)


def _try(
    root: Path, fault: Fault, covered: Covered, ran: Mapping[str, int], limit: float
) -> tuple[Fault, int]:
    """Return a fault and the status of the tests that can notice it."""
    tests = list(_choose(fault, covered, ran, limit))
    if not tests:
        return fault, NOTHING_RAN
    path = root / fault.path
    content, before = path.read_bytes(), path.stat()
    path.write_bytes(fault.changed)
    try:
        return fault, run(root, tests, 30 + 5 * sum(covered.seconds[test] for test in tests))
    finally:
        path.write_bytes(content)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _choose(fault: Fault, covered: Covered, ran: Mapping[str, int], limit: float) -> Iterator[str]:
    """Yield the tests that run the changed lines: one that runs little else, one that runs most of the
    module, and so on by turns; before all others those of which thousands may be tried, and last those that
    take the time of many.

    Lines that run while their module is imported concern all tests.

    Args:
        fault: what the tests have to notice.
        covered: what they run.
        ran: how many lines each of them runs.
        limit: how many seconds they may take.
    """
    lines = covered.lines.get(fault.path, {})
    here = [lines.get(line, frozenset()) for line in range(fault.line, fault.last_line + 1)]
    tests = frozenset[str]().union(*here)
    if "" in tests or fault.kind == "row":  # of a table over many lines, only the first counts as run
        tests = frozenset(covered.seconds)
    seconds = covered.seconds
    uses = {test: sum(test in of_line for of_line in lines.values()) for test in tests & seconds.keys()}
    slow = {test: (seconds[test] > limit / 600) + (seconds[test] > limit / 20) for test in uses}
    little_else = sorted(
        uses, key=lambda test: (slow[test], -uses[test] / (1 + ran[test]), seconds[test], test)
    )
    most = sorted(uses, key=lambda test: (slow[test], -uses[test], seconds[test], test))
    for test in dict.fromkeys(chain.from_iterable(zip(little_else, most, strict=True))):
        if limit <= 0:
            return
        limit -= seconds[test]
        yield test


def _listing(fault: Fault, why: str) -> str:
    return "\n".join((f"\n{fault.path}:{fault.line} {fault.kind}, {why}", *fault.diff, f"# {fault.name} |"))


if __name__ == "__main__":
    sys.exit(main())
