"""Full disks, folders that may not be written, files that change or break underneath: driven by keys."""

import errno
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Open, Running
from tests.app.scenario_projects import lock
from tests.conftest import ROOT
from tests.store.building import opened, span_of
from tui.edit.correct import SetCorrections
from tui.errors import StoreError
from tui.store.files.journal import applied
from tui.store.project import Project

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
READ_ONLY = OSError(errno.EROFS, os.strerror(errno.EROFS))


class Disk:
    """A disk that refuses new files below annotations/ while it is `broken`; what is there can be written."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.broken: OSError | None = None
        self._open, self._file = os.open, io.open
        monkeypatch.setattr(os, "open", self.open)
        monkeypatch.setattr(io, "open", self.file)

    def open(self, path: Any, flags: int, *mode: int, **more: Any) -> int:
        if self.broken is not None and flags & os.O_CREAT and "annotations" in str(path):
            raise self.broken
        return self._open(path, flags, *mode, **more)

    def file(self, path: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if self.broken is not None and mode[0] in "wxa" and "annotations" in str(path):
            raise self.broken
        return self._file(path, mode, *rest, **more)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


async def tag(running: Running, word: str, key: str) -> None:
    await running.press("g")
    await running.find(word)
    await running.press(key)


@pytest.mark.parametrize("error", [FULL, READ_ONLY], ids=["full", "read-only"])
async def test_a_disk_that_refuses_in_the_middle_loses_nothing(
    error: OSError, running: Open, folder: Path, disk: Disk
) -> None:
    async with running(folder) as r:
        await tag(r, "王路曼", "p")
        disk.broken = error
        await tag(r, "记者", "t")
        await tag(r, "获悉", "e")
        assert "NOT SAVED" in r.screen()
        assert r.tags() == [("PERSON", "王路曼")]
        disk.broken = None
        r.app.saving.retry()
        await r.rest()
        assert " saved " in r.screen()
        assert "all changes are saved now" in r.screen()
        assert "retried" not in r.screen()
        assert sorted(r.tags()) == [("EVENT", "获悉"), ("PERSON", "王路曼"), ("TITLE", "记者")]
        await r.press("right f")
        assert "all changes are saved now" not in r.screen()


async def test_where_nothing_can_be_written_that_is_said_before_anything_is_changed(
    running: Open, folder: Path, disk: Disk
) -> None:
    disk.broken = READ_ONLY
    async with running(folder) as r:
        await r.rest()
        assert "changes will not be saved: no permission to write here" in r.screen()
        assert "(Read-only file system)" in r.screen()
        await r.press("right j k")
        assert "changes will not be saved" not in r.screen()
        disk.broken = None
        await tag(r, "王路曼", "p")
        assert " saved " in r.screen()
        assert r.tags() == [("PERSON", "王路曼")]


async def test_a_fault_of_ours_in_saving_is_said_and_keeps_the_work_for_the_next_start(
    running: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("tui.store.files.storage.replace", broken)
    async with running(folder) as r:
        await tag(r, "王路曼", "p")
        assert "NOT SAVED" in r.screen()
        journals = "".join(path.read_text("utf-8") for path in folder.rglob("journal/*.jsonl"))
        assert json.dumps("王路曼") in journals
        monkeypatch.undo()


async def test_what_cannot_be_saved_is_written_elsewhere(
    running: Open, folder: Path, disk: Disk, tmp_path: Path
) -> None:
    async with running(folder) as r:
        disk.broken = FULL
        await tag(r, "王路曼", "p")
        await r.press("f7")
        await r.press("end ctrl+u")
        names = {"/": "slash", "-": "minus", "_": "underscore"}
        await r.press(" ".join(names.get(character, character) for character in str(tmp_path)))
        await r.press("enter")
        [file] = tmp_path.glob("ling/p.json")
        assert [span["text"] for span in json.loads(file.read_bytes())["spans"].values()] == ["王路曼"]
        disk.broken = None


DYING = """
import os, sys
from pathlib import Path
from tests.store.building import span_of
from tui.errors import StoreError
from tui.store.project import Project

project = Project(Path(sys.argv[1]))
project.annotator = "ling"
project.documents.journals.is_session = True
document = project.documents.open(project.page("p"), project.annotator, print)
for number in range(3):
    span = span_of(document.page, f"s{number}", (number, number + 2))
    document = document.replaced(spans=(*document.spans, span))
    if number == 1:
        exec(sys.argv[2])
    try:
        project.save(document)
    except StoreError as error:
        print(error.key)
os._exit(9)
"""

FILL = """
with open(sys.argv[1] + '/filler', 'wb', 0) as filler:
    try:
        while True:
            filler.write(b'x' * 4096)
    except OSError:
        pass
"""


RECOVERED = ["store.recovered", "['s0',", "'s1',", "'s2']", "3"]


def in_a_small_disk(folder: Path, then: str, after: str) -> str:
    """Work in a disk of 1 MB that refuses after the first save; die; make it good; open again."""
    opening = (
        "import sys; from pathlib import Path; from tui.store.project import Project; "
        "p = Project(Path(sys.argv[1])); p.annotator = 'ling'; "
        "d = p.documents.open(p.page('p'), 'ling', lambda e: print(e.key)); "
        "print(sorted(s.id for s in d.spans)); p.save(d); "
        "print(len(Project(Path(sys.argv[1])).document('p', 'ling').spans))"
    )
    script = (
        f"mount -t tmpfs -o size=1m none '{folder}' && mkdir -p '{folder}/seeds' '{folder}/annotations' && "
        f"cp '{ROOT}/seeds/000_fabdfe4cb5b039c8.txt' '{folder}/seeds/p.txt' && "
        f'"$0" -c "$1" \'{folder}\' "$2"; {after}; "$0" -c "$3" \'{folder}\''
    )
    command = ["unshare", "-Urm", "sh", "-c", script, sys.executable, DYING, then, opening]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    trial = ["unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


needs_mount = pytest.mark.skipif(not can_mount(), reason="this machine lets nobody mount")


@needs_mount
def test_what_was_done_on_a_full_disk_is_there_once_there_is_room(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    said = in_a_small_disk(disk, FILL, f"rm '{disk}/filler'")
    assert said.split() == ["store.full", "store.full", *RECOVERED]


@needs_mount
def test_what_was_done_in_a_read_only_folder_is_there_once_it_can_be_written(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    remount = f"mount -o remount,{{}} '{disk}'"
    said = in_a_small_disk(disk, f"os.system({remount.format('ro')!r})", remount.format("rw"))
    assert said.split() == ["store.denied", "store.denied", *RECOVERED]


def tag_from_elsewhere(r: Running, folder: Path) -> None:
    """Add a tag to the file of the page that is open and has one."""
    file = folder / "annotations" / "ling" / "p.json"
    tables = json.loads(file.read_bytes())
    [mine] = tables["spans"].values()
    assert r.app.workspace.shown is not None
    at = r.app.workspace.shown.opened.document.page.text.index("获悉")
    place = {"segments": [[at, at + 2]], "text": "获悉"}
    tables["spans"]["2"] = mine | {"id": "theirs", "label": "EVENT", **place}
    file.write_text(json.dumps(tables), encoding="utf-8")


async def test_what_another_program_did_meanwhile_is_put_together(running: Open, folder: Path) -> None:
    async with running(folder, size=(180, 30)) as r:
        await tag(r, "王路曼", "p")
        tag_from_elsewhere(r, folder)
        await tag(r, "记者", "t")
        await r.rest()
        assert sorted(r.tags()) == [("EVENT", "获悉"), ("PERSON", "王路曼"), ("TITLE", "记者")]
        assert "were merged" in r.screen()
        assert "tags: 3" in r.screen()


async def test_what_waited_here_is_put_together_with_the_work_of_who_took_the_page_over(
    running: Open, folder: Path
) -> None:
    async with running(folder, size=(180, 30)) as r:
        await tag(r, "王路曼", "p")
        lock(folder, "ling")
        await tag(r, "记者", "t")
        assert "open it read only" in r.screen()
        await r.press("r")
        assert "cannot be changed here" in r.screen()
        tag_from_elsewhere(r, folder)
        for path in folder.rglob("locks/p.json"):  # they are done
            path.unlink()
        r.app.saving.retry()
        await r.rest()
        await r.rest()
        assert " saved " in r.screen()
        assert sorted(r.tags()) == [("EVENT", "获悉"), ("PERSON", "王路曼"), ("TITLE", "记者")]
        await tag(r, "新建", "o")
        assert ("ORG", "新建") in r.tags()


async def test_what_two_correct_at_the_same_time_is_put_together(running: Open, folder: Path) -> None:
    async with running(folder, size=(180, 30)) as r:
        other = Project(folder)
        document = opened(other, "p", print)
        other.save(SetCorrections(document.corrections.replaced(date="2024-05")).apply(document)[0])
        await r.find("建会")
        await r.press("space underscore")
        assert "were merged" in r.screen()
        await tag(r, "王路曼", "p")
        corrections = Project(folder).document("p").corrections
        assert (corrections.date, len(corrections.words)) == ("2024-05", 1)
        assert r.tags() == [("PERSON", "王路曼")]


async def test_a_file_that_was_removed_is_written_again(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await tag(r, "王路曼", "p")
        (folder / "annotations" / "ling" / "p.json").unlink()
        await tag(r, "记者", "t")
        await r.rest()
        assert sorted(r.tags()) == [("PERSON", "王路曼"), ("TITLE", "记者")]


async def test_a_file_that_was_broken_meanwhile_is_put_aside(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await tag(r, "王路曼", "p")
        file = folder / "annotations" / "ling" / "p.json"
        file.write_bytes(file.read_bytes()[:100])
        await tag(r, "记者", "t")
        await r.rest()
        assert sorted(r.tags()) == [("PERSON", "王路曼"), ("TITLE", "记者")]
        assert file.with_name("p.json.damaged-1").stat().st_size == 100


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda data: data[: len(data) // 2],
    "empty": lambda data: b"",
    "zeros": lambda data: b"\0" * len(data),
    "no json": lambda data: b"<html>",
    "no tables": lambda data: b"[1, 2]",
    "a merge": lambda data: b"<<<<<<< ours\n" + data,
    "no version": lambda data: data.replace(b'"version": 2', b'"version": "two"'),
}


@pytest.mark.parametrize("case", BROKEN)
async def test_a_damaged_file_lies_beside_and_its_last_good_state_opens(
    case: str, running: Open, folder: Path
) -> None:
    async with running(folder) as r:
        await tag(r, "王路曼", "p")
        await tag(r, "记者", "t")
    file = folder / "annotations" / "ling" / "p.json"
    damaged = BROKEN[case](file.read_bytes())
    file.write_bytes(damaged)
    async with running(folder) as r:
        assert re.search(r"generation \d was opened", r.screen())  # first, so that a narrow screen has it too
        assert "store." not in r.screen()
        assert file.with_name("p.json.damaged-1").read_bytes() == damaged
        assert "tags: 1" in r.screen()
        await tag(r, "获悉", "e")
        assert sorted(r.tags()) == [("EVENT", "获悉"), ("PERSON", "王路曼")]


async def test_a_file_of_a_newer_version_is_read_and_never_written(running: Open, folder: Path) -> None:
    async with running(folder) as r:
        await tag(r, "王路曼", "p")
    file = folder / "annotations" / "ling" / "p.json"
    newer = file.read_bytes().replace(b'"version": 2', b'"version": 99')
    file.write_bytes(newer)
    async with running(folder) as r:
        assert "tags: 1" in r.screen()
        assert "have version 99" in r.screen()
        await tag(r, "记者", "t")
        assert "tags: 1" in r.screen()
    assert file.read_bytes() == newer


async def test_a_tag_that_lost_its_place_is_put_to_the_user_with_both_texts(
    running: Open, folder: Path
) -> None:
    async with running(folder) as r:
        await tag(r, "获悉", "e")
    page = folder / "seeds" / "p.txt"
    page.write_text(page.read_text("utf-8").replace("获悉，", "获悉："), encoding="utf-8")
    async with running(folder) as r:
        assert "lost their place: 1" in r.screen()
        assert "tags: 0" in r.screen()
        await r.press("f6")
        assert "【获悉】，" in r.screen()
        assert "【获悉】：" in r.screen()
        await r.press("enter")
        assert "tags: 1" in r.screen()
        assert r.tags() == [("EVENT", "获悉")]


async def test_however_many_tags_lost_their_place_the_dialog_says_its_keys(
    running: Open, folder: Path
) -> None:
    async with running(folder) as r:
        for text in ("新发展", "本报讯", "获悉", "新建", "推动"):
            await tag(r, text, "e")
    page = folder / "seeds" / "p.txt"
    page.write_text(page.read_text("utf-8").replace("，", "；").replace("（", "("), encoding="utf-8")
    async with running(folder, size=(80, 24)) as r:
        await r.press("f6")
        assert "enter applies the choice" in r.screen()


def test_different_annotators_never_touch_each_others_files(folder: Path) -> None:
    written: dict[str, dict[Path, bytes]] = {}
    for name in ("ling", "zhou"):
        project = Project(folder)
        project.annotator = name
        document = opened(project, "p", lambda _: None)
        project.documents.annotations.lease(document).take()
        project.save(document.replaced(spans=(span_of(document.page, name, (0, 2)),)))
        project.documents.close()
        below = (folder / "annotations" / name).rglob("*")
        written[name] = {path: path.read_bytes() for path in below if path.is_file()}
    assert all(path.read_bytes() == data for path, data in written["ling"].items())


def test_a_git_merge_of_two_peoples_work_has_no_conflict(folder: Path) -> None:
    def git(*arguments: str) -> str:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        return subprocess.run(
            ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
        ).stdout

    def work(name: str) -> None:
        project = Project(folder)
        project.annotator = name
        project.documents.journals.is_session = True
        for number in range(3):
            document = opened(project, "p", lambda _: None)
            span = span_of(document.page, f"{name}{number}", (number, number + 2))
            project.save(document.replaced(spans=(*document.spans, span)))
        git("add", "-A")
        git("commit", "-qm", name)

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "pages")
    git("checkout", "-qb", "zhou")
    work("zhou")
    git("checkout", "-q", "main")
    work("ling")
    git("merge", "-q", "zhou")
    assert [len(Project(folder).document("p", name).spans) for name in ("ling", "zhou")] == [3, 3]
    assert ".piyue" not in git("ls-files")


CORRECTING = """
import os, sys
from pathlib import Path
from tests.faults.test_disk import refusing
from tui.errors import StoreError
from tui.model import RefusedPin
from tui.store.project import Project

project = Project(Path(sys.argv[1]))
project.annotator = "ling"
project.documents.journals.is_session = sys.argv[2] == "session"
document = project.documents.open(project.page("p"), project.annotator, print)
pin = RefusedPin(label="ORG", segments=((0, 2),), text=document.page.text[:2])
kept = document.corrections.replaced(refused=(pin,))
project.save(document.replaced(corrections=kept))
refusing()
more = RefusedPin(label="LOC", segments=((2, 4),), text=document.page.text[2:4])
try:
    project.save(document.replaced(corrections=kept.replaced(refused=(pin, more), date="2026-03-01")))
except StoreError as error:
    print(error.key)
os._exit(9)
"""


def refusing() -> None:
    """Let no file be replaced any more in this process: only what is open for a journal can be written."""

    def full(*names: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    os.replace = full  # type: ignore[assignment]


@pytest.mark.parametrize(("how", "labels"), [("session", ["LOC", "ORG"]), ("command", ["ORG"])])
def test_a_correction_on_a_full_disk_is_there_after_a_kill_but_not_that_of_a_refused_command(
    how: str, labels: list[str], tmp_path: Path
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "p.txt").write_text("临溪县工会\n三月新建工会组织36家。\n", "utf-8")
    command = [sys.executable, "-c", CORRECTING, str(tmp_path), how]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (9, "store.full\n"), done.stderr
    project = Project(tmp_path)
    project.annotator = "ling"
    told: list[StoreError] = []
    document = opened(project, "p", told.append)
    assert sorted(pin.label for pin in document.corrections.refused) == labels
    assert [error.key for error in told] == ["store.recovered"] * (how == "session")
    project.save(document)
    fresh = Project(tmp_path)
    fresh.annotator = "ling"
    again = opened(fresh, "p", told.append)
    assert again.corrections == document.corrections
    assert len(told) == (how == "session")


def test_what_was_removed_since_is_not_brought_back_by_a_journal(tmp_path: Path) -> None:
    was = {"spans": {"a": {"id": "a", "label": "ORG"}, "b": {"id": "b", "label": "ORG"}, "c": None}}
    entry = {"spans": {key: {"id": key, "label": "LOC"} for key in "abc"}}
    there = {"spans": {"1": {"id": "a", "label": "ORG"}}}
    found = applied(there, entry, was)["spans"].values()
    assert {(row["id"], row["label"]) for row in found} == {("a", "LOC"), ("c", "LOC")}
