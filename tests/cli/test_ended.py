"""Commands that a signal ends: nothing stays half written."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEEDS

ENDLESS = """
import signal
import sys
from contextlib import closing
from threading import Event
from tui.cli import main
from tui.operations import export as operation

begin = operation.export

def endless(*arguments):
    with closing(begin(*arguments)) as events:
        yield next(events)
        print("begun", flush=True)
        Event().wait()

operation.export = endless
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main())
"""
"""`piyue`, whose exports begin to write and never end; Ctrl+C ends it in the background, too."""
IGNORING = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")
"""What `nohup` does."""


def left(folder: Path) -> list[str]:
    """Return what lies in a folder beside the home of the test."""
    return [path.name for path in folder.iterdir() if path.name != "home"]


def begun(target: Path, *before: str) -> "subprocess.Popen[str]":
    """Begin an export to `target`, and return when it writes."""
    arguments = ("--project", str(SEEDS.parent), "export", "--format", "jsonl", "-o", str(target))
    process = subprocess.Popen(
        (*before, sys.executable, "-c", ENDLESS, *arguments),
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    assert left(target.parent)
    return process


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_that_ends_an_export_leaves_nothing_half_written(number: int, tmp_path: Path) -> None:
    with begun(tmp_path / "a.jsonl") as process:
        process.send_signal(number)
        assert (process.communicate()[0], process.returncode) == ("", 128 + number)
    assert left(tmp_path) == []


@pytest.mark.slow
def test_an_export_that_was_told_to_ignore_a_lost_terminal_goes_on(tmp_path: Path) -> None:
    with begun(tmp_path / "a.jsonl", *IGNORING) as process:
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGTERM)
        assert (process.communicate()[0], process.returncode) == ("", 128 + signal.SIGTERM)
