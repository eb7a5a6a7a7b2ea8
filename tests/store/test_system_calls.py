"""A system that lacks calls of POSIX: each absence is faked, and what is done in its place is looked at."""

import asyncio
import fcntl
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.store.files import system_calls
from tui.store.files.generations import keep
from tui.store.files.locks import Lock

ABSENT = """
import os, select, signal, sys, asyncio
for module, name in (
    (signal, "SIGHUP"), (signal, "SIGQUIT"), (signal, "SIGUSR1"), (signal, "SIGUSR2"), (signal, "SIGALRM"),
    (signal, "SIGXCPU"), (os, "geteuid"), (os, "O_DIRECTORY"),
    (os, "O_NONBLOCK"), (os, "fchmod"), (os, "link"), (os, "O_NOFOLLOW"), (select, "poll"),
):
    delattr(module, name)
from tui.store.files import system_calls
assert system_calls.HANG_UP is None
assert len(system_calls.ENDING) == 2
import tui.app.runtime.app
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.slow
def test_all_is_imported_and_a_project_is_made_without_any_of_the_calls(tmp_path: Path) -> None:
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    for command in (["init", str(tmp_path / "news")], ["stats", "--project", str(tmp_path / "news")]):
        subprocess.run([sys.executable, "-c", ABSENT, *command], env=environ, check=True, capture_output=True)
    assert (tmp_path / "news" / "piyue.toml").is_file()


def test_without_owners_a_file_is_the_user_s(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = os.stat_result((0o600, 0, 0, 1, os.geteuid() + 1, 0, 0, 0, 0, 0))
    assert system_calls.is_owner(tmp_path.stat())
    assert not system_calls.is_owner(other)
    monkeypatch.delattr(os, "geteuid")
    assert system_calls.is_owner(other)


def test_without_poll_no_terminal_has_hung_up(monkeypatch: pytest.MonkeyPatch) -> None:
    end, other = os.pipe()
    os.close(end)
    assert system_calls.has_hung_up(other)
    monkeypatch.delattr(select, "poll")
    assert not system_calls.has_hung_up(other)
    os.close(other)


def test_without_folders_that_open_none_is_synced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        system_calls.sync_folder(tmp_path / "none")
    monkeypatch.delattr(os, "O_DIRECTORY")
    system_calls.sync_folder(tmp_path / "none")


def test_where_asking_would_end_a_process_it_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert system_calls.is_running(os.getpid())
    assert not system_calls.is_running(ended.pid)
    monkeypatch.setattr(os, "name", "nt")
    running = system_calls.is_running(ended.pid)
    monkeypatch.undo()
    assert running


async def test_a_loop_without_signals_is_called_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    loop, called = asyncio.get_running_loop(), asyncio.Event()

    def missing(*_: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(loop, "add_signal_handler", missing)
    before = signal.getsignal(signal.SIGTERM)
    system_calls.on_signal(loop, signal.SIGTERM, called.set)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.wait_for(called.wait(), 5)
    signal.signal(signal.SIGTERM, before)


async def test_what_a_signal_calls_is_called_in_turn_and_not_in_the_middle_of_what_runs() -> None:
    loop, said = asyncio.get_running_loop(), list[str]()
    before = signal.signal(signal.SIGTSTP, lambda *_: said.append("stopped"))
    os.kill(os.getpid(), signal.SIGTSTP)
    assert said == ["stopped"], "in the middle"
    system_calls.in_turn(loop, signal.SIGTSTP)
    os.kill(os.getpid(), signal.SIGTSTP)
    said.append("ran on")
    while len(said) < 3:
        await asyncio.sleep(0)
    assert said == ["stopped", "ran on", "stopped"]
    loop.remove_signal_handler(signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, before)


async def test_where_a_signal_calls_nothing_it_stays_so() -> None:
    system_calls.in_turn(asyncio.get_running_loop(), signal.SIGTSTP)
    assert signal.getsignal(signal.SIGTSTP) is signal.SIG_DFL


def test_a_file_gets_another_name_also_where_links_cannot_be_told_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("text")
    link.symlink_to(file)
    system_calls.make_link(link, tmp_path / "same")
    assert (tmp_path / "same").is_symlink()

    def refuses(path: Path, name: Path) -> None:  # as on Windows, no follow_symlinks
        Path(name).write_bytes(Path(path).read_bytes())

    monkeypatch.setattr(os, "link", refuses)
    system_calls.make_link(file, tmp_path / "other")
    assert (tmp_path / "other").read_text() == "text"
    monkeypatch.delattr(os, "link")
    with pytest.raises(OSError, match="not supported"):
        system_calls.make_link(file, tmp_path / "third")


def test_two_take_turns_with_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "turns"
    with system_calls.turn(path), path.open("ab") as other, pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with path.open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    monkeypatch.setattr(system_calls, "fcntl", None)
    with system_calls.turn(path), system_calls.turn(path):  # nobody waits
        pass


def test_pages_are_locked_and_generations_kept_without_links(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "annotations" / "ling" / "p.json"
    file.parent.mkdir(parents=True)
    file.write_text("{}")
    monkeypatch.delattr(os, "link")
    lock = Lock(file)
    lock.take()
    assert lock.is_held
    keep(file)
    kept = [path for path in (file.parent / ".piyue" / "generations").rglob("*") if path.is_file()]
    assert [each.read_text() for each in kept] == ["{}"]
    lock.release()
    assert not lock.path.exists()
