"""A project of somebody else brings modules along: none of them is ever run."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.terminal import Terminal
from tests.store.building import TEXT
from tui.cli.parser import COMMANDS
from tui.store.worker_process import worker_command

NAMES = (
    *("json", "re", "os", "io", "abc", "ast", "csv", "random", "types", "typing", "enum", "math", "time"),
    *("socket", "sqlite3", "tomllib", "zipfile", "hashlib", "pathlib", "tempfile", "inspect", "asyncio"),
    *("argparse", "datetime", "functools", "dataclasses", "fractions", "unicodedata", "usercustomize"),
    *("sitecustomize", "jieba", "tinydb", "textual", "pydantic", "platformdirs", "_json", "rich"),
)
DECOY = "open({!r}, 'a').write(__name__ + '\\n')\n"
ARGUMENTS = {
    "show": ["p#1"],
    "quantities": ["--all"],
    "suggest": ["--all"],
    "export": ["--format", "json", "-o", "-"],
    "import": ["--format", "json", "nothing.json"],
    "init": ["fresh"],
    "merge": ["nothing.json"],
    "git": ["setup"],
    "store": ["copy", "--to", "files"],
    "serve": ["--list"],
    "report": ["-o", "report.html"],
    "assign": ["--all", "--to", "ling"],
    "adjudicate": ["--from", "a", "--from", "b", "--auto", "agreed"],
}
PROGRAM = """
import json
import sys
from tui.cli import main

statuses = {}
for command in json.loads(sys.argv[1]):
    try:
        statuses[command[0]] = main(command)
    except SystemExit as leaving:
        statuses[command[0]] = leaving.code
with open("../statuses", "w") as file:
    json.dump(statuses, file)
"""
"""Runs one command after the other: what one imports, none after it imports from elsewhere."""


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A project whose folder holds a decoy for each name; each says that it ran."""
    root = tmp_path / "paper"
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "p.txt").write_text(TEXT, "utf-8")
    for name in NAMES:
        (root / f"{name}.py").write_text(DECOY.format(str(tmp_path / "ran")))
    for package in ("tui", "tui/store", "tui/text"):
        (root / package).mkdir(exist_ok=True)
        (root / package / "__init__.py").write_text(DECOY.format(str(tmp_path / "ran")))
    return root


def piyue() -> list[str]:
    return [str(Path(sys.executable).with_name("piyue"))]


def environ() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def run_in(trap: Path, command: Sequence[str]) -> None:
    """Run a command there; nothing of what lies there runs."""
    ended = subprocess.run(command, cwd=trap, env=environ(), capture_output=True, text=True, timeout=60)
    assert "Traceback" not in ended.stderr
    assert not (trap.parent / "ran").exists(), (trap.parent / "ran").read_text()


def test_no_command_runs_what_lies_in_the_folder(trap: Path) -> None:
    program = trap.parent / "commands.py"  # its own folder is where Python looks for modules
    program.write_text(PROGRAM, "utf-8")
    names = [command.name for command in COMMANDS if command.name != "open"]
    run_in(
        trap, [sys.executable, str(program), json.dumps([[name, *ARGUMENTS.get(name, [])] for name in names])]
    )
    assert [*json.loads((trap.parent / "statuses").read_text())] == names


def test_the_program_runs_nothing_that_lies_in_the_folder(trap: Path) -> None:
    run_in(trap, [*piyue(), "check"])


def test_the_app_and_its_processes_run_nothing_that_lies_in_the_folder(
    trap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(trap)
    terminal = Terminal(trap, [*piyue(), "--lang", "en", "--project"], {"PYTHONPATH": ""})
    try:
        terminal.until("36")
        for _ in range(20):  # the segmenter has started and answered
            terminal.feed(0.1)
        terminal.send("q")
        terminal.wait()
    finally:
        terminal.close()
    assert not (trap.parent / "ran").exists(), (trap.parent / "ran").read_text()


def test_a_process_of_our_own_runs_nothing_that_lies_in_the_folder(trap: Path) -> None:
    arguments = str(trap.parent / "cache"), "jieba", str(trap / "dictionary.txt")
    (trap.parent / "cache").mkdir()
    ended = subprocess.run(
        worker_command("tui.text.segment_worker", *arguments),
        cwd=trap,
        input=json.dumps("工会").encode() + b"\n",
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert json.loads(ended.stdout) == [[0, 2]]
    assert not (trap.parent / "ran").exists()
