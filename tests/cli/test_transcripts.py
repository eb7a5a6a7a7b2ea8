"""What commands print of a project of three annotators, in `transcripts.txt`.

    $ labels --lang zh
    p   PERSON                 0  人物
    ! what is said beside it
    = 1

First the command; then its lines, those of stderr behind `!`, and behind `=` its status where that is not 0.
Each command finds the project as it was in the beginning. ``PIYUE_SNAPSHOTS=keep`` writes what is printed now
into the file: read it before it is kept.
"""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.team import conftest as team_conftest

root, team, run = team_conftest.root, team_conftest.team, team_conftest.run
FILE = Path(__file__).with_name("transcripts.txt")


def transcripts() -> Iterator[tuple[str, str]]:
    """Yield each command with what it prints."""
    _, *blocks = f"\n{FILE.read_text('utf-8')}".split("\n$ ")
    for block in blocks:
        command, _, printed = block.partition("\n")
        yield command, printed.rstrip("\n")


def printed(root: Path, status: int, out: str, err: str) -> str:
    lines = [
        *out.splitlines(),
        *(f"! {line}" for line in err.splitlines()),
        *([f"= {status}"] if status else []),
    ]
    return "\n".join(line.replace(str(root), "DIR").rstrip() for line in lines)


TRANSCRIPTS = dict(transcripts())


@pytest.mark.parametrize("command", TRANSCRIPTS)
def test_a_command_prints_what_it_printed(
    command: str, run: Run, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(team)
    found = printed(team, *run(*shlex.split(command)))
    if os.environ.get("PIYUE_SNAPSHOTS") == "keep":
        keep(command, found)
    else:
        assert found.splitlines() == TRANSCRIPTS[command].splitlines()


def keep(command: str, found: str) -> None:
    head = FILE.read_text("utf-8").partition("\n$ ")[0]
    kept = {each: found if each == command else before for each, before in transcripts()}
    blocks = (f"$ {each}\n{text}\n" if text else f"$ {each}\n" for each, text in kept.items())
    FILE.write_text("\n".join((head.rstrip("\n") + "\n", *blocks)), "utf-8")
