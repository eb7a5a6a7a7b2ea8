"""Who works on a page is known; a dead one's lock holds nobody up."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.store.files import processes as holders
from tui.store.files.locks import SILENT, Lock, LockedError

TAKE = """
import sys
from pathlib import Path
from tui.store.files.locks import Lock
lock = Lock(Path(sys.argv[1]))
lock.take()
print("taken", flush=True)
sys.stdin.read()
lock.check()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "ling").mkdir()
    return tmp_path / "ling" / "p.json"


def other(path: Path) -> subprocess.Popen[str]:
    """A process that has the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", TAKE, str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "taken\n"
    return process


def rewritten(path: Path, **fields: object) -> None:
    """Make the lock somebody else's."""
    lock = Lock(path).path
    lock.write_text(json.dumps(json.loads(lock.read_text()) | {"token": "another"} | fields))


def test_a_second_one_is_told_who_has_the_page_and_since_when(path: Path) -> None:
    process = other(path)
    lock = Lock(path)
    with pytest.raises(LockedError) as caught:
        lock.take()
    holder = caught.value.holder
    assert (holder.host, holder.process) == (os.uname().nodename, process.pid)
    assert holder.began in str(caught.value)
    assert not lock.is_held
    process.kill()
    process.communicate()


def test_a_lock_that_is_taken_over_is_lost_to_the_first(path: Path) -> None:
    process = other(path)
    lock = Lock(path)
    lock.take(over=True)
    lock.check()
    _, said = process.communicate("")
    assert "LockedError" in said
    assert process.returncode == 1
    lock.check()


def test_the_lock_of_a_killed_one_is_taken_without_a_word(path: Path) -> None:
    process = other(path)
    process.kill()
    process.communicate()
    Lock(path).take()


def test_a_process_that_got_the_number_of_a_dead_one_is_not_it(path: Path) -> None:
    Lock(path).take()
    rewritten(path, process=1, born="0")
    Lock(path).take()


def test_a_process_of_which_nobody_knows_when_it_began_is_not_dead_while_it_runs(path: Path) -> None:
    Lock(path).take()
    rewritten(path, born="")
    with pytest.raises(LockedError):
        Lock(path).take()


def test_a_lock_of_an_earlier_run_of_the_machine_is_a_dead_ones(path: Path) -> None:
    Lock(path).take()
    rewritten(path, boot="before")
    Lock(path).take()


def test_another_machines_lock_holds_until_it_is_silent(path: Path) -> None:
    Lock(path).take()
    rewritten(path, host="elsewhere", process=1)
    with pytest.raises(LockedError, match="elsewhere, process 1"):
        Lock(path).take()
    stat = Lock(path).path.stat()
    os.utime(Lock(path).path, (stat.st_atime, stat.st_mtime - SILENT - 1))
    Lock(path).take()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"host": 1}', '{"process": -1}', '{"process": 7}', "\0" * 100]
)
def test_a_lock_that_says_nothing_holds_nobody_up(text: str, path: Path) -> None:
    Lock(path).take()
    Lock(path).path.write_text(text)
    lock = Lock(path)
    lock.take()
    assert holders.read_holder(json.loads(lock.path.read_text())) is not None


def test_a_lock_is_let_go_and_only_by_who_has_it(path: Path) -> None:
    first, second = Lock(path), Lock(path)
    first.take()
    second.take(over=True)
    with pytest.raises(LockedError):
        first.check()
    first.beat()
    first.release()
    assert (first.is_held, second.is_held) == (False, True)
    second.check()
    assert second.path.exists()
    second.release()
    assert not second.is_held
    assert not second.path.exists()


def test_who_never_had_it_is_told_of_another_process_but_not_of_his_own(path: Path) -> None:
    Lock(path).take()
    Lock(path).check()
    rewritten(path, host="elsewhere")
    with pytest.raises(LockedError):
        Lock(path).check()


@pytest.mark.parametrize(
    ("since", "said"), [("2026-03-02T20:30:00Z", "2026-03-03 04:30;"), ("yesterday", "yesterday;")]
)
def test_it_is_said_since_when_by_the_clock_of_this_machine(
    since: str, said: str, path: Path, in_shanghai: None
) -> None:
    Lock(path).take()
    rewritten(path, host="elsewhere", since=since)
    with pytest.raises(LockedError, match=f"open since {said}"):
        Lock(path).check()


def test_signs_of_life_are_given_for_ones_own_lock_only(path: Path) -> None:
    lock = Lock(path)
    lock.take()
    os.utime(lock.path, (1, 1))
    lock.beat()
    assert lock.path.stat().st_mtime > 1
    rewritten(path, host="elsewhere")
    os.utime(lock.path, (1, 1))
    lock.beat()
    assert lock.path.stat().st_mtime == 1


@pytest.mark.parametrize("error", [PermissionError(1, "no links"), OSError(95, "no links")])
def test_a_file_system_without_links_has_locks_too(
    error: OSError, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*names: object) -> None:
        raise error

    monkeypatch.setattr(os, "link", refuses)
    Lock(path).take()
    with pytest.raises(LockedError):
        Lock(path).take()
