"""What could not be saved is in the journal, and is taken up once its process is gone."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tui.store.files.generations import HIDDEN
from tui.store.files.journal import ROOM, Journal, applied, difference, left_behind, settle_left
from tui.store.files.journals import records_changed
from tui.store.record_keys import number_of

CHANGE = {"spans": {"a": {"id": "a", "label": "ORG"}}}
DIE = """
import json, os, sys
from pathlib import Path
from tui.store.files.journal import Journal
journal = Journal(*map(Path, sys.argv[2:]))
journal.reserve()
for page, changes in json.loads(sys.argv[1]):
    if changes is None:
        journal.settle(page)
    else:
        assert journal.add(page, changes)
os._exit(9)
"""


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "ling").mkdir()
    return tmp_path / "ling" / HIDDEN / "journal", tmp_path / "state"


def died(folders: tuple[Path, Path], *entries: tuple[str, Any]) -> None:
    """A process writes entries (None: the page was saved) and dies."""
    command = [sys.executable, "-c", DIE, json.dumps(entries), *map(str, folders)]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 9


def entries(folders: tuple[Path, Path]) -> list[tuple[str, Any]]:
    return [(e["page"], e["changes"]) for left in left_behind(*folders) for e in left.entries]


def test_what_a_dead_process_could_not_save_is_there(folders: tuple[Path, Path]) -> None:
    died(folders, ("p", CHANGE), ("q", CHANGE), ("p", {"spans": {"a": None}}))
    assert entries(folders) == [("p", CHANGE), ("p", {"spans": {"a": None}}), ("q", CHANGE)]


def test_what_was_saved_after_all_is_not(folders: tuple[Path, Path]) -> None:
    died(folders, ("p", CHANGE), ("q", CHANGE), ("p", None))
    assert entries(folders) == [("q", CHANGE)]
    died(folders, ("p", CHANGE), ("p", None))
    assert entries(folders) == [("q", CHANGE)]


def test_a_living_process_keeps_its_journal_to_itself(folders: tuple[Path, Path]) -> None:
    journal = Journal(*folders)
    journal.add("p", CHANGE)
    assert entries(folders) == []


def test_a_journal_in_which_nothing_counts_is_removed(folders: tuple[Path, Path]) -> None:
    journal = Journal(*folders)
    journal.reserve()
    journal.add("p", CHANGE)
    journal.close()
    assert len(list(folders[0].glob("*.jsonl"))) == 1
    journal.settle("p")
    journal.close()
    assert list(folders[0].glob("*.jsonl")) == []


def test_a_journal_that_was_never_begun_leaves_nothing(folders: tuple[Path, Path]) -> None:
    journal = Journal(*folders)
    journal.settle("p")
    journal.close()
    assert not any(folder.exists() for folder in folders)


def test_once_taken_up_an_entry_is_not_taken_up_again(folders: tuple[Path, Path]) -> None:
    died(folders, ("p", CHANGE), ("q", CHANGE))
    [left] = left_behind(*folders)
    assert not settle_left(left, "x")
    assert not settle_left(left, "p")
    assert entries(folders) == [("q", CHANGE)]
    assert settle_left(left, "q")
    assert not left.path.exists()


def test_a_journal_of_which_all_was_saved_is_removed_by_the_next_who_saves_anything(
    folders: tuple[Path, Path],
) -> None:
    died(folders, ("p", CHANGE), ("q", CHANGE), ("p", None))
    [left] = left_behind(*folders)
    left.entries.clear()
    assert settle_left(left, "other")
    assert not left.path.exists()


def test_an_entry_that_was_cut_off_is_left_out(folders: tuple[Path, Path]) -> None:
    died(folders, ("p", CHANGE))
    [left] = left_behind(*folders)
    text = left.path.read_bytes()
    left.path.write_bytes(text.rstrip(b"\n") + b'\n{"page": "q", "chan')
    assert entries(folders) == [("p", CHANGE)]


@pytest.mark.slow
def test_the_room_was_there_before_it_was_needed(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that gives no new block: only what lies within the file may be written."""
    journal = Journal(folders[0])
    journal.reserve()
    [path] = folders[0].glob("*.jsonl")
    assert path.stat().st_size == ROOM
    assert path.stat().st_blocks * 512 >= ROOM
    write, open_ = os.write, os.open

    def no_more(path: str, flags: int, *mode: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return open_(path, flags, *mode)

    def full(handle: int, data: Any) -> int:
        if os.lseek(handle, 0, os.SEEK_CUR) + len(data) > ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(handle, data)

    monkeypatch.setattr(os, "write", full)
    monkeypatch.setattr(os, "open", no_more)
    added = next(n for n in range(10_000) if not journal.add(f"p{n}", CHANGE))
    assert added > 1000
    assert path.stat().st_size == ROOM


def test_where_nothing_can_be_written_beside_the_annotations_the_state_folder_takes_it(
    folders: tuple[Path, Path],
) -> None:
    folders[0].parent.touch()
    died(folders, ("p", CHANGE))
    assert entries(folders) == [("p", CHANGE)]
    assert [path.suffix for path in folders[1].iterdir()] == [".jsonl"]


def test_what_went_into_a_second_file_is_settled_with_the_first(folders: tuple[Path, Path]) -> None:
    journal = Journal(*folders)
    journal.add("p", CHANGE)
    journal.add("q", CHANGE)
    full = []
    for name in ("first", "second"):
        (path,) = folders[0].glob("*.jsonl")
        full.append((path.rename(path.with_name(name)), path))  # it cannot be written to any more
        journal.add("p", CHANGE)
    for moved, path in full:
        moved.rename(path)
    journal.settle("p")
    assert [b'"settled"' in path.read_bytes() for path in folders[0].glob("*.jsonl")] == [True] * 3
    journal.settle("q")
    journal.close()
    assert list(folders[0].iterdir()) == []


def test_a_folder_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "gone" / HIDDEN / "journal")
    assert not journal.add("p", CHANGE)
    assert not (tmp_path / "gone").exists()


rows = st.dictionaries(
    st.sampled_from("abcdef"), st.integers(0, 3).map(lambda n: {"label": str(n)}), max_size=6
)


@given(rows, rows)
def test_the_difference_of_two_states_leads_from_one_to_the_other(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    def tables(records: dict[str, Any]) -> dict[str, Any]:
        spans = {n: {"id": key, **row} for n, (key, row) in enumerate(sorted(records.items()), 3)}
        return {"spans": spans, "other": {"1": {"x": 1}}}

    after = applied(tables(old), difference(tables(old), tables(new)))
    assert {row["id"]: {"label": row["label"]} for row in after["spans"].values()} == new
    assert after["other"] == {"1": {"x": 1}}


def test_records_of_every_table_are_told_apart_and_replaced() -> None:
    old = {
        "spans": {"1": {"id": "a", "label": "ORG"}, "2": {"id": "b"}},
        "relations": {"1": {"id": "r", "label": "x"}, "2": {"id": "s"}},
        "articles": {"1": {"article": "p#1", "state": "todo"}, "2": {"article": "p#2"}},
    }
    new = {
        "spans": {"1": {"id": "a", "label": "LOC"}, "3": {"id": "c"}},
        "relations": {"1": {"id": "r", "label": "y"}, "3": {"id": "t"}},
        "articles": {"1": {"article": "p#1", "state": "done"}, "3": {"article": "p#3"}},
    }
    changes = difference(old, new)
    assert changes == {
        "spans": {"a": {"id": "a", "label": "LOC"}, "b": None, "c": {"id": "c"}},
        "relations": {"r": {"id": "r", "label": "y"}, "s": None, "t": {"id": "t"}},
        "articles": {
            "p#1": {"article": "p#1", "state": "done"},
            "p#2": None,
            "p#3": {"article": "p#3"},
        },
    }
    after = applied(old, changes)
    assert {name: sorted(map(str, rows.values())) for name, rows in after.items()} == {
        name: sorted(map(str, rows.values())) for name, rows in new.items()
    }
    assert [after[name]["1"] for name in new] == [new[name]["1"] for name in new]


def test_new_records_never_take_the_number_of_another() -> None:
    own = number_of(json.dumps(["b"]))
    tables = {"spans": {str(own): {"id": "a"}, str(own + 1): {"id": "c"}}}
    after = applied(tables, {"spans": {"b": {"id": "b"}}})
    assert after["spans"] == tables["spans"] | {str(own + 2): {"id": "b"}}


def test_what_is_no_entry_and_what_is_no_journal_is_passed_over(folders: tuple[Path, Path]) -> None:
    entry = {"page": "p", "changes": CHANGE}
    junk = [
        [],
        3,
        None,
        {"page": 3, "changes": {}},
        {"changes": {}},
        {"page": "p"},
        {"page": "p", "changes": []},
    ]
    lines = [{"holder": None}, *junk, entry, {"page": 7, "settled": True}, {"page": "q", "settled": False}]
    text = "\n\n".join(map(json.dumps, lines)) + "\n{\n" + "[" * 100_000
    folders[0].mkdir(parents=True)
    for name in ("1.jsonl", "2.txt", ".jsonl~"):
        (folders[0] / name).write_text(text)
    (folders[0] / "folder.jsonl").mkdir()
    assert [(left.path.name, left.entries) for left in left_behind(*folders)] == [("1.jsonl", [entry])]


def test_a_disk_that_takes_little_at_a_time_gets_the_whole_entry(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, write = Journal(*folders), os.write
    journal.reserve()
    with monkeypatch.context() as slow:
        slow.setattr(os, "write", lambda handle, data: write(handle, data[:7]))
        assert journal.add("p", CHANGE)
    (path,) = folders[0].glob("*.jsonl")
    path.write_bytes(path.read_bytes().replace(b'"process"', b'"gone"', 1))
    assert entries(folders) == [("p", CHANGE)]


def test_records_without_an_id_are_no_part_of_a_difference() -> None:
    nameless: dict[str, Any] = {"1": {"label": "ORG"}, "2": {"id": 7}, "3": {"id": ["a"]}}
    old: dict[str, dict[str, Any]] = {"spans": nameless}
    new = {"spans": nameless | {"4": {"id": "a"}}, "relations": {"1": {}}}
    assert difference(old, new) == {"spans": {"a": {"id": "a"}}}
    assert difference(new, old) == {"spans": {"a": None}}


MADE = {"id": "a", "label": "ORG", "updated": "2026-03-02T12:00:00Z"}
OLDER, NEWER = MADE | {"updated": "2026-03-01T12:00:00Z"}, MADE | {"updated": "2026-03-03T12:00:00Z"}


@pytest.mark.parametrize(
    ("there", "was", "change", "after"),
    [
        (OLDER, OLDER, MADE, MADE),
        (None, None, MADE, MADE),
        (OLDER, OLDER, None, None),
        (NEWER, OLDER, MADE, NEWER),
        (MADE | {"note": "x"}, OLDER, NEWER, NEWER),
        (None, OLDER, MADE, None),
        (NEWER, OLDER, None, NEWER),
        (NEWER, None, MADE, NEWER),
    ],
)
def test_what_was_removed_or_changed_since_is_not_undone_by_an_old_entry(
    there: dict[str, Any] | None,
    was: dict[str, Any] | None,
    change: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    tables = {"spans": {} if there is None else {"7": there}}
    before = {"spans": {} if was is None else {"a": was}}
    found = applied(tables, {"spans": {"a": change}}, before)["spans"]
    assert list(found.values()) == ([] if after is None else [after])
    blind = applied(tables, {"spans": {"a": change}})["spans"]
    assert list(blind.values()) == ([] if change is None else [change])


def test_records_are_counted_once_however_often_saving_them_was_tried() -> None:
    tag: dict[str, Any] = {"spans": {"a": {}}}
    other: dict[str, Any] = {"spans": {"b": None}}
    article: dict[str, Any] = {"articles": {"p#1": {}}}
    assert records_changed([tag, {**tag, **article}, other]) == 2
    assert records_changed([article, article]) == 1, "where nothing else was changed"
    assert records_changed([{}, {"spans": {}}]) == 0
