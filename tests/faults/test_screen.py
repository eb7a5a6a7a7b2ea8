"""Nothing that a file says makes a terminal do anything: neither from a command nor in the app."""

import re
import sys
import unicodedata
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest

from tests.faults.evil import PAGE, evil_project
from tests.faults.mutants import EVIL
from tests.faults.terminal import FORKED, PIYUE, Here, Terminal, without_cut
from tui.cli import main

MOVES = re.compile(
    r"\x1b(?:\[[0-9;?<>=$ ]*[a-zA-Z~]|\][0-9]+;[^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[78=>()][B0]?)"
)
"""What the app itself says to the terminal."""

ESCAPE = "\x1b"
SCREENS = {
    "the orphans": "\x1b[17~",
    "the statistics": "S",
    "the labels": ";",
    "a search": "/三月\r",
    "a search everywhere": "\x07三月\r",
    "the fields of a tag": "\x1b[H\r",
    "the relations": "Z",
    "the proposals": "E",
    "all the same": "\x1b[HA",
    "the page's borders": "D",
    "the ledger": "$",
    "a note": "#",
    "the questions": "F",
    "the help": "?",
    "the commands": "\x10",
    "the filter": "\x0f",
    "a view of the source": "zz",
}
"""What shows each screen; escape leaves it."""
COMMANDS = (
    *(["check"], ["check", "--json"], ["articles"], ["articles", "--json"], ["pages"], ["pages", "--json"]),
    *(["stats"], ["stats", "--json"], ["restore"], ["labels"], ["suggest", "--all"], ["quantities", "--all"]),
    *(["show", f"{PAGE}#1"], ["show", f"{PAGE}#1", "--json"], ["show", EVIL[:-1]], ["ledger"]),
    *(
        ["alias"],
        ["alias", "--json"],
        ["ledger", "--group", "page"],
        ["ledger", "--group", "label"],
        ["keys"],
    ),
    *(["ledger", "--json"], ["relations"], ["export", "--format", "jsonl", "-o", "-"]),
    *(["ledger", "--format", "csv"], ["export", "--format", "json", "-o", "-"]),
    *(["export", "--format", "conll", "-o", "-"], ["quantities", f"{EVIL[:-1]}36家"], [EVIL[:-1]]),
)


def obeyed(text: str) -> set[str]:
    """The characters that a terminal would act on; how lines end is the pseudo-terminal's business."""
    return {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs")} - set("\r\n\t")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = evil_project(tmp_path_factory.mktemp("evil") / "paper")
    main(["show", f"{PAGE}#1", "--json", "--project", str(folder)])  # loads what forked commands share
    return folder


def written(folder: Path, command: Sequence[str] | Here) -> str:
    """Return what a command writes to a terminal."""
    terminal = Terminal(folder, command, size=(24, 200))
    try:
        assert terminal.wait() in (0, 1, 2)
    finally:
        terminal.close()
    return terminal.written.decode("utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(map(ascii, command)))
def test_no_command_writes_to_a_terminal_what_it_would_obey(command: list[str], folder: Path) -> None:
    said = written(folder, Here((*command, "--lang", "en", "--project")))
    assert said
    assert "Traceback" not in said
    assert obeyed(said) == set()


@pytest.mark.parametrize("command", [["articles"], ["show", f"{PAGE}#1"]], ids=" ".join)
def test_a_program_writes_to_a_terminal_what_a_forked_command_does(command: list[str], folder: Path) -> None:
    arguments = (*command, "--lang", "en", "--project")
    program = written(folder, [sys.executable, "-m", "tui.cli", *arguments])
    assert program == written(folder, Here(arguments))


def opened(folder: Path, command: Sequence[str] | Here) -> Terminal:
    """Open the app, and wait for its first screen."""
    terminal = Terminal(folder, command, size=(40, 140))
    terminal.until(" saved ")
    return terminal


@pytest.mark.usefixtures("shared_segmenter")
def test_a_program_shows_the_screen_that_a_forked_app_does(tmp_path: Path) -> None:
    one, other = (evil_project(tmp_path / name / "paper") for name in ("one", "other"))
    with closing(opened(one, PIYUE)) as program, closing(opened(other, FORKED)) as forked:
        limit = monotonic() + 20
        while "q.jsonl" not in program.text or program.text != forked.text:
            program.feed()
            forked.feed()
            assert monotonic() < limit, f"{program.text}\n{forked.text}"


def changed(terminal: Terminal, keys: str, what: str) -> None:
    """Type, and wait until the screen has changed and stays as it is."""
    before = terminal.text
    terminal.send(keys)
    while terminal.text == before:
        assert terminal.feed(20), f"{what}: nothing happens"
    while terminal.feed(0.3):
        pass


def said(terminal: Terminal, what: str) -> str:
    """Return what was written since the last time, of which a terminal obeys nothing but the app's own."""
    whole, terminal.written = without_cut(terminal.written)
    text = whole.decode("utf-8", "replace")
    not_own = [own for own in ("\x1b]0;", "\x1b[2J") if own in text]  # what the app never says itself
    assert (what, not_own, obeyed(MOVES.sub("", text))) == (what, [], set())
    return text


@pytest.mark.usefixtures("shared_segmenter")
def test_no_screen_writes_to_the_terminal_what_it_would_obey(folder: Path) -> None:
    with closing(opened(folder, FORKED)) as terminal:
        while terminal.feed(0.3):
            pass
        assert "owned" in said(terminal, "the page")
        for name, keys in SCREENS.items():
            changed(terminal, keys, name)
            said(terminal, name)
            changed(terminal, ESCAPE, f"back from {name}")
        terminal.send("q")
        terminal.wait()
        said(terminal, "the end")
