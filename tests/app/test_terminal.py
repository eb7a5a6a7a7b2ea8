"""The command in a real pseudo-terminal: what a terminal shows, and what is left when it is killed."""

import os
import sys
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest

from tests.faults.terminal import FORKED, Terminal

SIZE = (24, 80)


@pytest.mark.slow
def test_what_was_shown_as_saved_is_there_after_kill_9(folder: Path) -> None:
    with closing(Terminal(folder, FORKED, size=SIZE)) as first:
        first.until("新发展会员")
        first.until("article 1/1, to do")
        first.send("jj")
        first.until("本报讯")
        first.send("o")
        first.until("tagged ORG")
        first.until(" saved ")
        first.until("doing, tags: 1")
        first.send("\x1b[Ct")
        first.until("tagged TITLE")
        first.until("tags: 2")
        first.until(" saved ")
        first.kill()

    with closing(Terminal(folder, FORKED, size=(40, 120))) as second:
        second.until("tags: 2")
        second.until("o-")
        second.send("nxq")
        assert second.wait() == 0

    with closing(Terminal(folder, FORKED, size=SIZE)) as third:
        third.until("tags: 1")


@pytest.mark.slow
def test_the_terminal_is_left_as_it_was(folder: Path) -> None:
    with closing(Terminal(folder, size=SIZE)) as terminal:
        terminal.until("article 1/1")
        terminal.written = b""
        terminal.send("q")
        terminal.wait()
        assert b"\x1b[?1049l" in terminal.written
        assert b"\x1b[?25h" in terminal.written


@pytest.mark.slow
def test_keys_before_the_words_are_known_are_not_lost(folder: Path) -> None:
    with closing(Terminal(folder, FORKED, size=SIZE)) as terminal:
        terminal.until("新发展会员")
        terminal.send("jjo")
        terminal.until("tags: 1")


@pytest.mark.slow
def test_a_terminal_that_goes_away_without_a_signal_ends_the_app(folder: Path) -> None:
    command = f"trap '' HUP; {sys.executable} -m tui.cli --project {folder} --lang en; sleep 30"
    terminal = Terminal(folder, ["/bin/sh", "-c", command], size=SIZE)
    try:
        terminal.until("article 1/1, to do")
        terminal.send("jjo")
        terminal.until("tagged ORG")
        [app] = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()
        os.close(terminal.fd)
        limit = monotonic() + 20
        while Path(f"/proc/{app}/exe").exists():
            assert monotonic() < limit, "it lives on"
        assert "ORG" in next((folder / "annotations").rglob("p.json")).read_text("utf-8")
    finally:
        terminal.kill()
