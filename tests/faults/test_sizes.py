"""Texts of absurd size and shape: every command ends, and takes no more memory than it may."""

import os
import resource
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.faults.terminal import Terminal
from tests.shares import size

LIBRARIES = 256 << 20
"""Bytes of address space that commands take for a page of one line."""
MEMORY = LIBRARIES + size((2 << 30) - LIBRARIES)
"""Bytes of address space that commands may take."""
HANG = size(120)
"""Seconds after which commands are taken not to end; they take a few."""

TEXTS = {
    "a line of four million letters": "a" * size(4_000_000),
    "a line of a million characters": "三月新建工会组织，" * size(110_000),
    "a run of equal characters": "工" * size(300_000),
    "a number of a million digits": "9" * size(1_000_000),
    "fifty thousand short lines": "短句\n" * size(50_000),
    "a million empty lines": "\n" * size(1_000_000),
    "half a million accents on one letter": "a" + "\u0301" * size(500_000),
    "a million marks of direction": "\u202e工" * size(500_000),
    "NULs": "工\0" * size(500_000),
    "a family of half a million": "👨\u200d" * size(500_000),
}
"""By their whole size, of which not every run takes all: see `size`."""
PROGRAM = """
import gc
import os
import signal
import sys
from pathlib import Path
from tui.cli import main
from tui.text import segment


def run_all(project):
    for command in (["pages", "--json"], ["show", "p#1", "--json"], ["quantities", "--all"], ["check"]):
        if main([*command, "--lang", "en", "--project", project]):
            print(f"failed: {command}", file=sys.stderr)


hang, ordinary, *projects = sys.argv[1:]
words = segment.JiebaSegmenter(Path(ordinary))
segment.JiebaSegmenter = lambda cache, entries: words
run_all(ordinary)
gc.freeze()
for project in projects:
    if not os.fork():
        signal.alarm(int(hang))
        os.dup2(os.open(f"{project}/said", os.O_CREAT | os.O_WRONLY), 2)
        run_all(project)
        sys.stderr.flush()
        os._exit(0)  # without a look at the dictionary, entry by entry
    with open(f"{project}/status", "w") as file:
        file.write(str(os.waitstatus_to_exitcode(os.wait()[1])))
"""
"""Runs commands on each project in a process of its own, forked when the dictionary has been loaded."""


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def written(project: Path, text: str) -> str:
    """Make a project with one page; return its folder."""
    (project / "seeds").mkdir(parents=True)
    (project / "seeds" / "p.txt").write_text(text, "utf-8")
    return str(project)


def test_every_command_ends_within_bounds(tmp_path: Path) -> None:
    projects = [written(tmp_path / name, text) for name, text in TEXTS.items()]
    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(HANG), written(tmp_path / "ordinary", "工会\n"), *projects],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        preexec_fn=limited,
        check=True,
    )
    for project in map(Path, projects):
        said = (project / "said").read_text("utf-8")
        assert (project / "status").read_text() == "0", f"{project.name}: {said[-500:]}"
        assert "Traceback" not in said, project.name
        failed = [line for line in said.splitlines() if line.startswith("failed")]
        empty = "there is no article “p#1”" in said
        assert failed == ["failed: ['show', 'p#1', '--json']"] * empty, f"{project.name}: {said[-500:]}"


def test_a_page_of_many_lines_and_of_one_opens_in_the_app(tmp_path: Path) -> None:
    written(tmp_path / "project", "三月新建工会组织，" * size(330_000))
    terminal = Terminal(tmp_path / "project")
    try:
        terminal.until(" saved ", HANG)
        terminal.send("\x1b[Fjjjo")
        terminal.until("tags: 1", HANG)
    finally:
        terminal.close()
