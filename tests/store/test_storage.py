"""The storage keeps what TinyDB promises, and a file that is whole whatever happens."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.storages import JSONStorage

from tui.errors import StoreError
from tui.store.backup import back_up, unpack
from tui.store.files import temporary
from tui.store.files.atomic import create, make_folder
from tui.store.files.generations import HIDDEN, bring_back, generations, quarantine, set_aside
from tui.store.files.storage import AtomicStorage
from tui.store.files.together import create_together

OLD = {"spans": {"1": {"id": "旧"}}}
NEW = {"spans": {"1": {"id": "新"}, "2": {"id": "又" * 5000}}}


def plain(path: Path) -> TinyDB:
    return TinyDB(path, storage=JSONStorage, encoding="utf-8", ensure_ascii=False)


def ours(path: Path) -> TinyDB:
    return TinyDB(path, storage=AtomicStorage)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "ling"
    folder.mkdir()
    return folder / "p.json"


@pytest.fixture
def storage(path: Path) -> AtomicStorage:
    """A storage that has written OLD."""
    storage = AtomicStorage(path)
    storage.write(OLD)
    return storage


def left_over(path: Path) -> list[str]:
    return [entry.name for entry in path.parent.iterdir() if entry.name not in (path.name, HIDDEN)]


@pytest.mark.parametrize("reopen", [plain, ours])
@pytest.mark.parametrize("make", [plain, ours])
def test_a_table_comes_back_from_either_storage(
    make: Callable[[Path], TinyDB], reopen: Callable[[Path], TinyDB], path: Path
) -> None:
    with make(path) as db:
        table = db.table("人物")
        assert table.insert_multiple([{"name": "赵\u2028远山"}, {"name": "周\n晓岚"}, {"name": "😀"}]) == [
            1,
            2,
            3,
        ]
        table.remove(doc_ids=[2])
        table.update({"age": 40}, where("name") == "😀")
        assert table.insert({"name": "李"}) == 4
    with reopen(path) as db:
        found = {record.doc_id: dict(record) for record in db.table("人物")}
        assert found == {1: {"name": "赵\u2028远山"}, 3: {"name": "😀", "age": 40}, 4: {"name": "李"}}
        db.drop_tables()
        assert db.tables() == set()


def test_a_file_is_text_with_a_record_a_line(storage: AtomicStorage) -> None:
    storage.write({"meta": {1: {"页": "一"}}, "spans": {1: {}, 2: {"a": [1, None]}}, "none": {}})
    assert storage.path.read_bytes().decode("utf-8") == (
        '{\n"meta": {\n"1": {"页": "一"}\n},\n"spans": {\n'
        '"1": {},\n"2": {"a": [1, null]}\n},\n"none": {}\n}\n'
    )


def test_half_a_surrogate_pair_does_not_tear_the_file(storage: AtomicStorage) -> None:
    tables = {"spans": {"1": {"note": "坏\ud83d字"}}}
    storage.write(tables)
    assert storage.read() == tables
    storage.path.read_text("utf-8")


@pytest.mark.parametrize("value", [object(), float("nan"), {1, 2}, b"x"])
def test_what_json_cannot_hold_leaves_everything_as_it_was(value: object, storage: AtomicStorage) -> None:
    with pytest.raises(StoreError, match="nothing was written"):
        storage.write({"spans": {"1": {"a": "x" * 10_000}, "2": {"b": value}}})
    assert json.loads(storage.path.read_text("utf-8")) == OLD
    assert left_over(storage.path) == []


FAILURES = [
    (errno.ENOSPC, "the disk is full, nothing was written; make room"),
    (errno.EDQUOT, "the disk is full"),
    (errno.EACCES, "no permission to write here (Permission denied)"),
    (errno.EPERM, "no permission to write here (Operation not permitted)"),
    (errno.EROFS, "no permission to write here (Read-only file system)"),
    (errno.ENOENT, "the folder no longer exists"),
    (errno.ENOTDIR, "the folder no longer exists"),
    (errno.EIO, "the file cannot be written (Input/output error)"),
]


@pytest.mark.parametrize(("code", "message"), FAILURES)
@pytest.mark.parametrize("step", ["open", "write", "fsync", "close", "replace"])
def test_a_disk_that_fails_leaves_the_old_file_whole(
    step: str, code: int, message: str, storage: AtomicStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*args: Any, **kwargs: Any) -> int:
        if step == "close":
            close(args[0])
        raise OSError(code, os.strerror(code))

    close = os.close
    with monkeypatch.context() as broken:
        broken.setattr(os, step, fails)
        with pytest.raises(StoreError) as caught:
            storage.write(NEW)
    assert str(caught.value).startswith(f"{storage.path}: {message}")
    assert "\n" not in str(caught.value)
    assert json.loads(storage.path.read_text("utf-8")) == OLD
    assert left_over(storage.path) == []
    storage.write(NEW)
    assert storage.read() == NEW


def test_a_disk_that_fills_up_half_way_leaves_the_old_file_whole(
    storage: AtomicStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    room = [4096, 4096]

    def fills(handle: int, data: Any) -> int:
        if not room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(handle, bytes(data[: room.pop()]))

    with monkeypatch.context() as broken:
        broken.setattr(os, "write", fills)
        with pytest.raises(StoreError, match="the disk is full"):
            storage.write(NEW)
    assert room == []
    assert storage.read() == OLD
    assert left_over(storage.path) == []


def test_a_disk_that_takes_little_at_a_time_gets_everything(
    storage: AtomicStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data[:1000])))
    storage.write(NEW)
    assert storage.read() == NEW


def test_a_folder_that_cannot_be_synced_is_reported_and_the_next_save_goes_through(
    storage: AtomicStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync, calls = os.fsync, []

    def fails_second(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(handle)

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fails_second)
        with pytest.raises(StoreError, match="Input/output error"):
            storage.write(NEW)
    assert json.loads(storage.path.read_text("utf-8")) == NEW
    storage.write(OLD)
    assert storage.read() == OLD


def archived(folder: Path) -> Path:
    (folder / "p").mkdir()
    back_up(folder / "p", folder / "b.zip")
    return folder


def unpacked(folder: Path) -> Path:
    archived(folder)
    unpack(folder / "b.zip", folder / "deep" / "new")
    return folder / "deep"


NAMING: dict[str, Callable[[Path], Path]] = {
    "a file that is saved": lambda folder: AtomicStorage(folder / "x").write(NEW) or folder,  # type: ignore[func-returns-value]
    "a new file": lambda folder: create(folder / "x", b"") or folder,  # type: ignore[func-returns-value]
    "a new folder": lambda folder: make_folder(folder / "a" / "b", folder) or folder / "a",  # type: ignore[func-returns-value]
    "new files": lambda folder: create_together([(folder / "x", b"")]) or folder,  # type: ignore[func-returns-value]
    "a damaged file": lambda folder: quarantine(folder / "there").parent,
    "a damaged file's other name": lambda folder: set_aside(folder / "there").parent,
    "an archive": archived,
    "what was in an archive": unpacked,
}
"""What gives something a name, and the folder of the name."""


@pytest.mark.parametrize("kind", NAMING)
def test_a_name_is_durable_once_it_is_given(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = list[Path]()
    (tmp_path / "there").touch()
    monkeypatch.setattr("tui.store.files.system_calls.sync_folder", synced.append)
    folder = NAMING[kind](tmp_path)
    assert synced[-1] == folder


def test_a_state_that_is_brought_back_is_durable(
    storage: AtomicStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage.write(NEW)
    synced = list[Path]()
    monkeypatch.setattr("tui.store.files.system_calls.sync_folder", synced.append)
    (state,) = generations(storage.path)
    bring_back(storage.path, state)
    assert synced == [storage.path.parent]


def test_a_key_that_stands_twice_is_named(storage: AtomicStorage) -> None:
    storage.path.write_text('{"spans": {"1": {"id": 1}, "2": {"id": 2, "label": 3, "label": 4}}}')
    with pytest.raises(StoreError, match="'label' stands there twice"):
        storage.read()


def test_a_folder_that_is_gone_is_named(storage: AtomicStorage) -> None:
    storage.path.unlink()
    storage.path.parent.rmdir()
    with pytest.raises(StoreError, match="the folder no longer exists"):
        storage.write(NEW)


def test_a_file_that_was_not_read_is_not_overwritten(storage: AtomicStorage) -> None:
    with pytest.raises(StoreError, match="was not overwritten"):
        AtomicStorage(storage.path).write(NEW)
    assert storage.read() == OLD


@pytest.mark.parametrize("change", ["same size", "touched", "other inode"])
def test_a_change_underneath_is_noticed(change: str, storage: AtomicStorage) -> None:
    text = storage.path.read_bytes()
    stat = storage.path.stat()
    if change == "same size":
        storage.path.write_bytes(text.replace("旧".encode(), "改".encode()))
        os.utime(storage.path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    elif change == "touched":
        os.utime(storage.path, ns=(1, 1))
    else:
        copy = storage.path.with_name("copy")
        copy.write_bytes(text)
        os.utime(copy, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        copy.replace(storage.path)
    with pytest.raises(StoreError, match="another program changed this file"):
        storage.write(NEW)
    assert left_over(storage.path) == []


def test_permissions_stay(storage: AtomicStorage) -> None:
    storage.path.chmod(0o640)
    storage.read()
    storage.write(NEW)
    assert storage.path.stat().st_mode & 0o777 == 0o640


def make_remains(make: Callable[[str], object], folder: Path) -> dict[str, str]:
    """Make what processes may leave in a folder, all but one old; return the names by what they are."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    names = {
        "dead": f".piyue-{gone.pid}-aa",
        "fresh": f".piyue-{gone.pid}-bb",
        "alive": f".piyue-{os.getpid()}-cc",
        "somebody else's": f"{gone.pid}-dd",
        "strange": ".piyue-x",
        "other": ".other.tmp",
    }
    for name in names.values():
        make(name)
        if name != names["fresh"]:
            os.utime(folder / name, (0, 0))
    return names


def test_what_dead_processes_left_is_swept_and_nothing_else(path: Path) -> None:
    names = make_remains(lambda name: path.with_name(name).touch(), path.parent)
    temporary.sweep(path.parent)
    assert set(left_over(path)) == set(names.values()) - {names["dead"]}
    temporary.sweep(path.parent / "missing")


def test_only_our_folders_of_dead_processes_are_cleared_away(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    names = make_remains(lambda name: (folder / name).mkdir(), folder)
    file = folder / f"{names['dead']}-file"
    file.touch()
    os.utime(file, (0, 0))
    temporary.sweep_folders(folder)
    left = {one.name for one in folder.iterdir()}
    assert left == {file.name, *names.values()} - {names["dead"]}
    temporary.sweep_folders(folder / "missing")


KILLING = """
import json, os, random, signal, sys, time
from tui.store.files.storage import AtomicStorage

path, rounds, rand = sys.argv[1], int(sys.argv[2]), random.Random(7)
for _ in range(rounds):
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        storage = AtomicStorage(path)
        generation = ((storage.read() or {}).get("meta", {"1": {"g": 0}}))["1"]["g"]
        while True:
            generation += 1
            rows = {n: {"g": generation, "text": "批阅" * (generation % 50)} for n in range(200)}
            storage.write({"meta": {1: {"g": generation}}, "spans": rows})
            os.write(tell, generation.to_bytes(4, "big"))
    os.close(tell)
    said = os.read(told, 4)
    time.sleep(rand.random() / 50)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(told, 4):
        said = more
    os.close(told)
    tables = json.loads(open(path, encoding="utf-8").read())
    [generation] = {row["g"] for table in tables.values() for row in table.values()}
    done = int.from_bytes(said, "big")
    assert generation in (done, done + 1), (generation, done)
    assert len(tables["spans"]) == 200
print("whole", rounds)
"""


@pytest.mark.slow
def test_killed_at_any_moment_a_file_holds_the_state_before_or_after(path: Path) -> None:
    command = [sys.executable, "-c", KILLING, str(path), "100"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("whole 100\n", "")
