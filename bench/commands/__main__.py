"""Whole commands on a generated project, this version and another in turn.

``python -m bench.commands --against FOLDER`` measures a checkout of another version beside this
one, with the packages of this Python: seconds of wall clock and of processor (all processes of a
command), medians, and the ratio pair by pair. ``--pages N`` takes a smaller project, ``--runs N``
more or fewer runs. Each version has caches of its own, warmed by one run that does not count; rows
with `nothing kept` remove what `stats` and `check` keep of pages that did not change.
What several processes write is compared with what one writes, byte for byte.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import rmtree
from statistics import median
from time import perf_counter
from typing import NamedTuple

from bench.commands.project import make

ROOT = Path(__file__).parent.parent.parent
OUT = "OUT"
"""Stands in a command for the file that it writes."""
ONE, TWO = ("--jobs", "1"), ("--jobs", "2")
KEEPING = ("stats", "check")
"""Commands that keep what they found on pages that did not change: without it they do all of their work."""


class Row(NamedTuple):
    """A command of this version, the other version's, and the target, a ratio of seconds.

    Attributes:
        forgets: whether what was kept of pages that did not change is removed before each run.
    """

    name: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    target: str
    forgets: bool = False


def _rows() -> list[Row]:
    found = []
    for name, command, more, one, two in (
        ("stats", ("stats", "--json"), (), ">= 4", ""),
        ("check", ("check", "--json"), (), ">= 4", ""),
        ("export conll", ("export", "--format", "conll", "-o", OUT), (), ">= 2.5", ">= 4"),
        ("export jsonl", ("export", "--format", "jsonl", "-o", OUT), (), ">= 2", ""),
        ("suggest", ("suggest", "--all", "--json"), (), "", ">= 2"),
        ("quantities", ("quantities", "--all", "--json"), (), "", ">= 2"),
    ):
        found.append(Row(f"{name}, one process", (*command, *more, *ONE), command, one))
        found.append(Row(f"{name}, two processes", (*command, *more, *TWO), command, two))
        if name in KEEPING:
            found.append(Row(f"{name}, one process, nothing kept", (*command, *ONE), command, "", True))
            found.append(Row(f"{name}, two processes, nothing kept", (*command, *TWO), command, one, True))
    return found


class Run(NamedTuple):
    """Seconds of wall clock and of processor, and what the command wrote."""

    wall: float
    processor: float
    written: bytes


def run(version: Path, project: Path, command: tuple[str, ...], home: Path) -> Run:
    """Run a command of a version once."""
    home.mkdir(exist_ok=True)
    out = home / "out"
    arguments = [str(out) if each == OUT else each for each in command]
    # Users' machines keep compiled modules: a run without would time the compiler.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPATH": str(version), "HOME": str(home)}
    environment |= {"XDG_CACHE_HOME": str(home / "cache"), "XDG_STATE_HOME": str(home / "state")}
    environment |= {"SOURCE_DATE_EPOCH": "0"}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    words = [sys.executable, "-m", "tui.cli", "--project", str(project), *arguments]
    done = subprocess.run(words, cwd=version, env=environment, capture_output=True, check=False)
    wall, after = perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}: {done.stderr.decode()[-500:]}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, spent, out.read_bytes() if OUT in command else done.stdout)


def measured(row: Row, project: Path, against: Path, runs: int, folder: Path) -> tuple[list[Run], list[Run]]:
    """Return the runs of this version and of the other, in turn."""
    ours, theirs = list[Run](), list[Run]()
    for number in range(runs + 1):
        if row.forgets:
            rmtree(folder / "ours" / "cache" / "piyue" / "results", ignore_errors=True)
        pair = (
            run(ROOT, project, row.ours, folder / "ours"),
            run(against, project, row.theirs, folder / "theirs"),
        )
        if number:
            ours.append(pair[0])
            theirs.append(pair[1])
    return ours, theirs


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--tags", type=int, default=30)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="rows whose names begin so")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "project", arguments.pages, arguments.tags)
        print("command | pages/s | other | ratio of wall | ratio of processor | target")
        written = dict[str, bytes]()
        for row in _rows():
            if not row.name.startswith(arguments.only):
                continue
            ours, theirs = measured(row, folder / "project", arguments.against, arguments.runs, folder)
            pairs = list(zip(ours, theirs, strict=True))
            speeds = [arguments.pages / median(one.wall for one in runs) for runs in (ours, theirs)]
            wall = median(b.wall / a.wall for a, b in pairs)
            processor = median(b.processor / a.processor for a, b in pairs)
            kind = row.name.partition(",")[0]
            same = written.setdefault(kind, ours[0].written) == ours[0].written
            said = "" if same else " | NOT THE SAME BYTES"
            print(
                f"{row.name} | {speeds[0]:,.0f} | {speeds[1]:,.0f} | {wall:.2f} | {processor:.2f} | "
                f"{row.target}{said}",
                flush=True,
            )


if __name__ == "__main__":
    main()
