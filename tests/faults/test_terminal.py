"""What happens to a terminal program: killed, hung up, interrupted, stopped, resized. The work is there."""

import json
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from tests.faults.killing import kill
from tests.faults.terminal import FORKED, PIYUE, Here, Terminal

PAGE = """两新组织建会有进展
新发展会员8447人

本报讯（记者 王路曼）记者近日从顺义区总工会获悉，2022年该区新建工会组织69家，新发展工会会员8447人。
"""
Start = Callable[..., Terminal]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    (project / "seeds").mkdir(parents=True)
    (project / "seeds" / "p.txt").write_text(PAGE, encoding="utf-8")
    return project


@pytest.fixture
def start(folder: Path, shared_segmenter: None) -> Iterator[Start]:
    """Opens piyue on the folder, as a forked process unless told, and waits for its first screen."""
    terminals: list[Terminal] = []

    def opened(command: Sequence[str] | Here = FORKED) -> Terminal:
        terminal = Terminal(folder, command)
        terminals.append(terminal)
        terminal.until("article 1/1")
        terminal.until(" saved ")
        return terminal

    yield opened
    for terminal in terminals:
        terminal.close()


def tagged(folder: Path) -> list[str]:
    """The labels in the file, sorted."""
    file = folder / "annotations" / "ling" / "p.json"
    if not file.exists():
        return []
    return sorted(span["label"] for span in json.loads(file.read_bytes())["spans"].values())


def test_keys_typed_while_it_starts_are_done_when_the_text_is_shown(folder: Path) -> None:
    terminal = Terminal(folder)
    try:
        terminal.send("o")
        terminal.send("l")
        terminal.until("tags: 2")
        terminal.until(" saved ")
        terminal.send("q")
        assert terminal.wait() == 0
    finally:
        terminal.close()
    assert tagged(folder) == ["LOC", "ORG"]


@pytest.mark.usefixtures("shared_segmenter")
def test_killed_at_random_moments_nothing_that_was_shown_as_saved_is_lost() -> None:
    """The long run is `python -m tests.faults.killing 1000`."""
    counts = kill(4, seed=11)
    assert counts["idle"] + counts["busy"] == 4


@pytest.mark.parametrize(
    ("number", "command"),
    [
        (signal.SIGTERM, PIYUE),
        (signal.SIGTERM, FORKED),
        (signal.SIGHUP, FORKED),
        (signal.SIGINT, FORKED),
        (signal.SIGQUIT, FORKED),
        (signal.SIGUSR1, FORKED),
        (signal.SIGUSR2, FORKED),
        (signal.SIGALRM, FORKED),
        (signal.SIGXCPU, FORKED),
    ],
    ids=lambda value: value.name if isinstance(value, signal.Signals) else type(value).__name__,
)
def test_a_signal_that_ends_it_finds_everything_saved(
    number: signal.Signals, command: Sequence[str] | Here, start: Start, folder: Path
) -> None:
    terminal = start(command)
    terminal.send("jjo\x1b[Cp")
    terminal.until("tags: 2")
    terminal.signal(number)
    assert terminal.wait() == 128 + number
    assert tagged(folder) == ["ORG", "PERSON"]
    assert not list(folder.rglob("*.lock")) + list((folder / "annotations/ling/.piyue/locks").iterdir())
    if number != signal.SIGHUP:
        assert b"\x1b[?1049l" in terminal.written
        assert b"\x1b[?25h" in terminal.written[-2000:]


def test_a_terminal_that_is_gone_finds_everything_saved(start: Start, folder: Path) -> None:
    terminal = start()
    terminal.send("jjo\x1b[Cp")
    terminal.until("tags: 2")
    os.close(terminal.fd)
    limit = time.monotonic() + 10
    while os.waitpid(terminal.pid, os.WNOHANG) == (0, 0):
        assert time.monotonic() < limit
        time.sleep(0.01)
    terminal.status, terminal.fd = 0, os.open(os.devnull, os.O_RDONLY)
    assert tagged(folder) == ["ORG", "PERSON"]


def test_ctrl_c_loses_nothing_and_leaves_it_running(start: Start, folder: Path) -> None:
    terminal = start()
    terminal.send("jjo\x03\x03")
    terminal.until("tags: 1")
    terminal.send("\x1b[Cp")
    terminal.until("tags: 2")
    terminal.until(" saved ")
    assert tagged(folder) == ["ORG", "PERSON"]


def test_stopped_and_continued_it_goes_on(start: Start, folder: Path) -> None:
    terminal = start()
    terminal.send("jjo")
    terminal.until("tags: 1")
    terminal.signal(signal.SIGTSTP)
    terminal.until_stopped()
    terminal.signal(signal.SIGCONT)
    terminal.send("\x1b[Cp")
    terminal.until("tags: 2")
    terminal.until(" saved ")
    assert tagged(folder) == ["ORG", "PERSON"]


def test_a_storm_of_resizes_in_the_middle_of_tagging_loses_no_key(start: Start, folder: Path) -> None:
    terminal, random = start(), Random(3)
    for step in range(60):
        terminal.resize(random.randint(8, 60), random.randint(30, 200))
        if step % 10 == 0:
            terminal.send("\x1b[Co")
        terminal.feed(0.005)
    terminal.resize(24, 100)
    terminal.until("tags: 6")
    terminal.until(" saved ")
    while terminal.feed(0.3):
        pass
    assert tagged(folder) == ["ORG"] * 6
    for part in ("两新组织建会有进展", "新发展会员8447人", "记者近日从顺义区总工会获悉", "? keys"):
        assert part in terminal.text
    assert not re.search(r"\d+[$;]|[$]p|\[\?", terminal.text)  # nothing of a sequence cut in two


def test_a_size_that_came_and_went_while_it_was_stopped_leaves_nothing_of_it(start: Start) -> None:
    terminal = start()
    while terminal.feed(0.3):
        pass
    before = terminal.text
    terminal.signal(signal.SIGSTOP)
    terminal.until_stopped()
    terminal.resize(8, 100)
    terminal.resize(24, 100)
    terminal.signal(signal.SIGCONT)
    assert terminal.text != before
    terminal.until("? keys")
    while terminal.feed(0.3):
        pass
    assert terminal.text == before


def test_the_screen_is_the_same_wherever_what_is_read_ends(start: Start) -> None:
    """Else what is left of a question to the terminal stands there until that place is painted anew."""
    terminal = start()
    while terminal.feed(0.3):
        pass
    terminal.screen.reset()
    for byte in b"ab\x1b[<ucd\x1bP+q544e\x1b\\ef\x1b[?2026$pgh\x1b[1mij":
        terminal.show(bytes([byte]))
    assert terminal.line(0).rstrip() == "abcdefghij"


def test_a_second_one_is_told_who_has_the_page_and_may_take_it_over(start: Start, folder: Path) -> None:
    first = start()
    first.send("jjo")
    first.until("tags: 1")
    second = start()
    second.until(f"process {first.pid}")
    second.send("r")
    second.until("read only:")
    second.send("\x1b[Cp")
    while f"process {first.pid}" not in second.line(-3):
        second.feed()
    assert tagged(folder) == ["ORG"]
    second.send("q")
    second.wait()

    third = start()
    third.until(f"process {first.pid}")
    third.send("t")
    third.until("page taken over")
    third.send("\x1b[Cp")
    third.until("tags: 2")
    third.until(" saved ")
    assert tagged(folder) == ["ORG", "PERSON"]
    first.send("\x1b[Cl")
    first.until(f"process {third.pid}")
    assert tagged(folder) == ["ORG", "PERSON"]


def test_the_lock_of_a_killed_one_holds_nobody_up(start: Start, folder: Path) -> None:
    first = start()
    first.send("jjo")
    first.until("tags: 1")
    first.until(" saved ")
    first.kill()
    second = start()
    second.send("\x1b[Cp")
    second.until("tags: 2")
    second.until(" saved ")
    assert "since" not in second.text


CRASHING = """
import sys
from tui.app.workspace import article_state
from tui.cli import main

def breaks(editor):
    secret = editor.workspace.shown.opened.document.page.text
    raise RuntimeError(secret)

article_state.finish = breaks
sys.exit(main(["--lang", "en", "--project", sys.argv[1]]))
"""


def test_an_exception_in_a_handler_saves_the_work_and_says_nothing_of_the_texts(
    start: Start, folder: Path, private_home: Path
) -> None:
    terminal = start([sys.executable, "-c", CRASHING])
    terminal.send("jjo\x1b[Cpf")
    assert terminal.wait() == 1
    assert tagged(folder) == ["ORG", "PERSON"]
    after = terminal.written[terminal.written.rindex(b"\x1b[?1049l") :].decode()
    [report] = private_home.rglob("crashes/*.txt")
    assert "piyue hit an internal error and stopped; all work is saved" in " ".join(after.split())
    assert report.name in "".join(after.split())
    text = report.read_text("utf-8")
    assert "RuntimeError" in text
    assert "in breaks" in text
    for shown in (after, text):
        assert not any("\u4e00" <= character <= "\u9fff" for character in shown)
    assert report.stat().st_mode & 0o077 == 0


LETTING_NOTHING_GO = """
from tui.store import leases
leases.Leases.release = lambda self: 1 / 0
"""


@pytest.mark.slow
@pytest.mark.parametrize("thread", [False, True], ids=["a handler", "a thread"])
def test_an_exception_ends_the_app_in_one_line_also_where_locks_cannot_be_let_go(
    thread: bool, start: Start, folder: Path
) -> None:
    inside = "controller.screen.app.context.fail(RuntimeError())" if thread else "raise RuntimeError"
    crashing = CRASHING.replace("raise RuntimeError", inside)
    terminal = start([sys.executable, "-c", LETTING_NOTHING_GO + crashing])
    terminal.send("jjo\x1b[Cpf")
    assert terminal.wait() == 1
    assert tagged(folder) == ["ORG", "PERSON"]
    after = terminal.written[terminal.written.rindex(b"\x1b[?1049l") :].decode()
    assert " ".join(after.split()).count("piyue hit an internal error and stopped; all work is saved") == 1
    assert "Traceback" not in after
    assert "errors shown" not in after


def test_with_stderr_in_a_file_the_app_draws_on_stdout(folder: Path, start: Start) -> None:
    log = folder / "log"
    shell = ("sh", "-c", f'exec "{sys.executable}" -m tui.cli --lang en --project "$0" 2>"{log}"')
    terminal = start(shell)
    terminal.send("o")
    terminal.until("tags: 1")
    terminal.until(" saved ")
    assert tagged(folder) == ["ORG"]
    assert log.read_bytes() == b""
