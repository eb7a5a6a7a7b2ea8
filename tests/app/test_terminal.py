"""The command in a real pseudo-terminal: what a terminal shows, and what is left when it is killed."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pexpect
import pyte
import pytest


class Terminal:
    """piyue on a pseudo-terminal, and the screen that a terminal would show."""

    def __init__(
        self,
        folder: Path,
        columns: int = 80,
        rows: int = 24,
        command: list[str] | None = None,
        environ: dict[str, str] | None = None,
    ) -> None:
        ours = [sys.executable, "-m", "tui.cli", "--project", str(folder), "--lang", "en"]
        program, *arguments = command or ours
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.child = pexpect.spawn(
            program,
            arguments,
            dimensions=(rows, columns),
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environ or {})},
            timeout=20,
        )

    def feed(self) -> None:
        try:
            # pyte does not know the sequences with private markers that ask the terminal for its features
            data = self.child.read_nonblocking(65536, timeout=0.2)
            self.stream.feed(
                re.sub(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", b"", data)
            )
        except pexpect.TIMEOUT:
            pass

    def text(self) -> str:
        # Not `display`: pyte 0.8.2 stops at the right half of a wide character whose left half was replaced.
        rows = (self.screen.buffer[row] for row in range(self.screen.lines))
        return "\n".join("".join(row[x].data for x in range(self.screen.columns)) for row in rows)

    def until(self, wanted: str) -> None:
        """Read until the screen shows `wanted`."""
        limit = monotonic() + 20
        while wanted not in self.text():
            self.feed()
            assert monotonic() < limit, f"{wanted!r} is not on the screen:\n{self.text()}"

    def kill(self) -> None:
        self.child.kill(signal.SIGKILL)
        self.child.wait()


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.child.close(force=True)


@pytest.mark.slow
def test_what_was_shown_as_saved_is_there_after_kill_9(folder: Path, opened: list[Terminal]) -> None:
    first = Terminal(folder)
    opened.append(first)
    first.until("新发展会员")
    first.until("article 1/1, to do")
    first.child.send("jj")
    first.until("本报讯")
    first.child.send("o")
    first.until("tagged ORG")
    first.until(" saved ")
    first.until("doing, tags: 1")
    first.child.send("\x1b[Ct")
    first.until("tagged TITLE")
    first.until("tags: 2")
    first.until(" saved ")
    first.kill()

    second = Terminal(folder, 120, 40)
    opened.append(second)
    second.until("tags: 2")
    second.until("o-")
    second.child.send("nxq")
    second.child.expect(pexpect.EOF)
    second.child.close()
    assert second.child.exitstatus == 0

    third = Terminal(folder)
    opened.append(third)
    third.until("tags: 1")


@pytest.mark.slow
def test_the_terminal_is_left_as_it_was(folder: Path, opened: list[Terminal]) -> None:
    terminal = Terminal(folder)
    opened.append(terminal)
    terminal.until("article 1/1")
    terminal.child.send("q")
    terminal.child.expect(pexpect.EOF)
    assert b"\x1b[?1049l" in terminal.child.before
    assert b"\x1b[?25h" in terminal.child.before


@pytest.mark.slow
def test_keys_before_the_words_are_known_are_not_lost(folder: Path, opened: list[Terminal]) -> None:
    terminal = Terminal(folder)
    opened.append(terminal)
    terminal.until("新发展会员")
    terminal.child.send("jjo")
    terminal.until("tags: 1")


@pytest.mark.slow
def test_a_terminal_that_goes_away_without_a_signal_ends_the_app(folder: Path) -> None:
    command = f"trap '' HUP; {sys.executable} -m tui.cli --project {folder} --lang en; sleep 30"
    terminal = Terminal(folder, command=["/bin/sh", "-c", command])
    leader = terminal.child.pid
    try:
        terminal.until("article 1/1, to do")
        terminal.child.send("jjo")
        terminal.until("tagged ORG")
        [app] = Path(f"/proc/{leader}/task/{leader}/children").read_text().split()
        os.close(terminal.child.child_fd)
        limit = monotonic() + 20
        while Path(f"/proc/{app}/exe").exists():
            assert monotonic() < limit, "it lives on"
        assert "ORG" in next((folder / "annotations").rglob("p.json")).read_text("utf-8")
    finally:
        os.kill(leader, signal.SIGKILL)
        terminal.child.closed = True
