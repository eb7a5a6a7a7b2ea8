"""Older states of a file are there, thinned out, and can be brought back."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tui.errors import StoreError
from tui.store.files.generations import HIDDEN, bring_back, generations, keep, keep_version, quarantine
from tui.store.files.storage import AtomicStorage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "ling"
    folder.mkdir()
    return folder / "p.json"


def state(number: int) -> dict[str, dict[str, dict[str, int]]]:
    return {"spans": {"1": {"n": number}}}


def saved(path: Path, count: int) -> AtomicStorage:
    storage = AtomicStorage(path)
    for number in range(count):
        storage.write(state(number))
    return storage


def content(path: Path) -> int:
    found: int = json.loads(path.read_text("utf-8"))["spans"]["1"]["n"]
    return found


def test_each_save_keeps_what_was_there_before(path: Path) -> None:
    saved(path, 4)
    assert [(g.number, content(g.path)) for g in generations(path)] == [(3, 2), (2, 1), (1, 0)]


def test_a_generation_is_brought_back_and_what_was_there_becomes_one(path: Path) -> None:
    saved(path, 3)
    oldest = generations(path)[-1]
    before = oldest.path.read_bytes()
    bring_back(path, oldest)
    assert path.read_bytes() == before
    assert [content(g.path) for g in generations(path)] == [2, 1, 0]


def test_git_is_told_to_leave_older_states_out(path: Path) -> None:
    saved(path, 2)
    assert (path.parent / HIDDEN / ".gitignore").read_text() == "*\n"


@pytest.mark.slow
def test_many_saves_leave_the_newest_and_one_an_hour_and_one_a_day(path: Path) -> None:
    storage, moment = saved(path, 1), datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
    for number in range(1, 200):
        moment += timedelta(minutes=20)
        os.utime(path, (moment.timestamp(), moment.timestamp()))
        storage.read()
        storage.write(state(number))
    kept = generations(path)
    assert [g.number for g in kept[:10]] == list(range(199, 189, -1))
    hours = [g.stamp[:11] for g in kept]
    assert len(set(hours)) == 24 + 2  # and the newest of each of the first two days
    assert {g.stamp[:8] for g in kept} == {"20260301", "20260302", "20260303", "20260304"}
    assert len(kept) < 40


def test_a_clock_that_goes_back_loses_no_state_and_no_order(path: Path) -> None:
    storage = saved(path, 1)
    for number, year in enumerate((2030, 1999, 2026, 1980), 1):
        moment = datetime(year, 1, 1, tzinfo=UTC).timestamp()
        os.utime(path, (moment, moment))
        storage.read()
        storage.write(state(number))
    assert [content(g.path) for g in generations(path)] == [3, 2, 1, 0]
    assert content(path) == 4


def test_a_folder_in_which_nothing_can_be_kept_does_not_hold_up_a_save(path: Path) -> None:
    (path.parent / HIDDEN).touch()
    saved(path, 3)
    assert content(path) == 2
    assert generations(path) == []


def test_a_file_system_without_links_keeps_copies(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*names: object, **_: object) -> None:
        raise PermissionError(1, "no links here")

    storage = saved(path, 2)
    monkeypatch.setattr(os, "link", refuses)
    storage.write(state(2))
    assert [content(g.path) for g in generations(path)] == [1, 0]


def test_a_damaged_file_is_put_aside_under_a_name_that_is_free(path: Path) -> None:
    names = []
    for text in ("{", "[", ""):
        path.write_text(text)
        names.append(quarantine(path))
    assert [name.name for name in names] == ["p.json.damaged-1", "p.json.damaged-2", "p.json.damaged-3"]
    assert [name.read_text() for name in names] == ["{", "[", ""]
    assert not path.exists()


def test_a_generation_that_is_gone_changes_nothing(path: Path) -> None:
    saved(path, 3)
    gone = generations(path)[0]
    gone.path.unlink()
    with pytest.raises(StoreError, match="cannot be read"):
        bring_back(path, gone)
    assert content(path) == 2


def test_a_file_of_an_older_version_is_kept_once_and_for_good(path: Path) -> None:
    storage = saved(path, 1)
    keep_version(path, 1)
    for number in range(1, 100):
        storage.write(state(number))
    keep(path)
    keep_version(path, 1)
    [old] = path.parent.rglob("version-1.json")
    assert content(old) == 0
