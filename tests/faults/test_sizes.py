"""Texts of absurd size and shape: every command ends, and takes no more memory than it may."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
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
COMMANDS = """
import sys
from tui.cli import main

for command in (["pages", "--json"], ["show", "p#1", "--json"], ["quantities", "--all"], ["check"]):
    if main([*command, "--lang", "en", "--project", sys.argv[1]]):
        print(f"failed: {command}", file=sys.stderr)
"""


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the dictionary is read into, by the first command of all."""
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_command_ends_within_bounds(text: str, cache: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "p.txt").write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=HANG,
        preexec_fn=limited,
        check=False,
    )
    said = done.stderr.decode()
    assert done.returncode == 0, said[-500:]
    assert "Traceback" not in said
    failed = [line for line in said.splitlines() if line.startswith("failed")]
    assert failed == ["failed: ['show', 'p#1', '--json']"] * ("there is no article “p#1”" in said), said[
        -500:
    ]


def test_a_page_of_many_lines_and_of_one_opens_in_the_app(tmp_path: Path) -> None:
    from tests.faults.terminal import Terminal

    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "p.txt").write_text("三月新建工会组织，" * size(330_000), "utf-8")
    terminal = Terminal(tmp_path)
    try:
        terminal.until(" saved ", HANG)
        terminal.send("\x1b[Fjjjo")
        terminal.until("tags: 1", HANG)
    finally:
        terminal.close()
