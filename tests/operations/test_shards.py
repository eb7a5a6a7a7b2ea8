"""Shards of a run write parts; put together, these tell what one run tells."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from select import select
from typing import Any

import pytest

from bench.commands.project import make, page_text
from tests.conftest import ROOT
from tui.errors import PiyueError, ProjectError
from tui.formats.common.json_lines import dumps
from tui.operations import parallel
from tui.operations.check import CheckOptions, check
from tui.operations.findings import Finding
from tui.operations.index import update_index
from tui.operations.page_work import LocalRunner, PageRunner
from tui.operations.propose import proposals_of_pages
from tui.operations.quantities_found import quantities_of_pages
from tui.operations.shard_parts import PartRunner
from tui.operations.shards import Shard, ShardRunner, inputs_of
from tui.operations.stats import StatsOptions, stats
from tui.store.project import Project
from tui.suggest.proposal import Proposal

Command = Callable[[Project, PageRunner], Iterator[Any]]
TEAM = StatsOptions(("bench", "wang"))
COMMANDS: Mapping[str, Command] = {
    "stats": lambda project, runner: (
        event for event in stats(project, TEAM, runner) if type(event).__name__ != "Progress"
    ),
    "check": lambda project, runner: check(project, None, CheckOptions(), runner),
    "suggest": proposals_of_pages,
    "quantities": quantities_of_pages,
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nine pages by two annotators, of which two go at a time: one cannot be read, one has no tags of the
    first; a file is damaged, a tag has an unknown label, and another usual one elsewhere."""
    monkeypatch.setattr(parallel, "CHUNK", 2)
    made = make(tmp_path / "news", 9, 6).root
    first, second = made / "annotations" / "bench", made / "annotations" / "wang"
    shutil.copytree(first, second)
    (first / "p00002.json").write_text("{", encoding="utf-8")
    strange = (first / "p00004.json").read_text(encoding="utf-8")
    (first / "p00004.json").write_text(strange.replace('"ORG"', '"SHIP"', 1), encoding="utf-8")
    (first / "p00005.json").unlink()
    (made / "annotations" / "bench" / "stray.txt").write_text("x", encoding="utf-8")
    (made / "seeds" / "p00003.txt").write_bytes(b"\xff\x00\x81")
    return made


def said(events: Iterator[Any]) -> list[str]:
    """Return what events say; of which kind an error was is not kept in parts, nor which list was a tuple."""
    return [
        dumps(event._asdict() if isinstance(event, Proposal) else event).decode()
        if isinstance(event, dict | Proposal)
        else re.sub(r"\b[A-Za-z]+Error\(", "PiyueError(", repr(event))
        for event in events
    ]


def opened(root: Path) -> Project:
    project = Project(root)
    project.annotator = "bench"
    return project


def written(root: Path, folder: Path, command: str, total: int, **options: object) -> list[Path]:
    """Have each shard write its part, the last one first; return the files."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number in reversed(range(total)):
        project, shard = opened(root), Shard(number, total)
        path = folder / shard.file_name(command)
        with path.open("wb") as file:
            runner = ShardRunner(project, command, shard, inputs_of(project, options), file, jobs=1)
            told = [*COMMANDS[command](project, runner)] if command in COMMANDS else []
            runner.end()
        assert command == "stats" or told == []
        paths.append(path)
    return paths


def merged(root: Path, command: str, *paths: Path, **options: object) -> PartRunner:
    return PartRunner(command, inputs_of(opened(root), options), paths)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("total", [1, 2, 4, 12])
def test_parts_tell_what_one_run_tells(root: Path, tmp_path: Path, command: str, total: int) -> None:
    whole = said(COMMANDS[command](opened(root), LocalRunner(opened(root), 1)))
    parts = merged(root, command, *written(root, tmp_path / "parts", command, total))
    assert said(COMMANDS[command](opened(root), parts)) == whole
    assert len(whole) > 2


@pytest.mark.slow
def test_what_only_all_pages_tell_is_found_on_the_pages_of_one_shard(root: Path, tmp_path: Path) -> None:
    parts = merged(root, "check", *written(root, tmp_path / "parts", "check", 9))
    kinds = {event.kind for event in check(opened(root), runner=parts) if isinstance(event, Finding)}
    assert {"labels_differ", "unreadable", "stray", "label"} <= kinds


def index_of(project: Project) -> dict[str, list[Any]]:
    base = sqlite3.connect(project.index.path)
    found = {
        table: base.execute(f"SELECT * FROM {table}").fetchall() for table in ("pages", "articles", "tables")
    }
    base.close()
    return found | {"search": project.index.search("车间"), "other": project.index.search("教育局三月")}


def indexed(root: Path, **by: Any) -> tuple[dict[str, list[Any]], list[str]]:
    """Return what is in an index that is made anew, and which pages were refused."""
    project, refused = opened(root), list[PiyueError]()
    project.index.delete()
    update_index(project, lambda _: True, refused.append, **by)
    return index_of(project), list(map(str, refused))


def index_parts(root: Path, folder: Path, total: int) -> list[Path]:
    folder.mkdir()
    paths = []
    for number in range(total):
        project, shard = opened(root), Shard(number, total)
        paths.append(folder / shard.file_name("index"))
        with paths[-1].open("wb") as file:
            runner = ShardRunner(project, "index", shard, inputs_of(project, {}), file, jobs=1)
            update_index(project, lambda _: True, lambda _: None, runner=runner)
            runner.end()
    return paths


def test_the_index_is_the_same_from_one_process_from_two_and_from_parts(root: Path, tmp_path: Path) -> None:
    one, two = indexed(root, jobs=1), indexed(root, jobs=2)
    parts = indexed(root, runner=merged(root, "index", *index_parts(root, tmp_path / "parts", 3)))
    assert one == two == parts
    assert len(one[0]["pages"]) == len(one[0]["search"]) == 7
    assert len(one[1]) == 2


def test_a_page_that_changed_since_its_part_was_written_is_read_as_it_is_now(
    root: Path, tmp_path: Path
) -> None:
    paths = index_parts(root, tmp_path / "parts", 2)
    (root / "seeds" / "p00007.txt").write_text("晨光镇修缮渡口\n　　晨光镇修缮了老渡口。\n", encoding="utf-8")
    found, _ = indexed(root, runner=merged(root, "index", *paths))
    assert found == indexed(root, jobs=1)[0]
    assert opened(root).index.search("老渡口") == ["p00007#1"]


def test_an_index_that_knows_some_pages_takes_the_others_from_parts(root: Path, tmp_path: Path) -> None:
    whole = indexed(root, jobs=1)[0]
    paths = index_parts(root, tmp_path / "parts", 2)
    project = opened(root)
    with project.index.writing() as base:
        base.execute("DELETE FROM pages WHERE id > 'p00004'")
        base.execute("DELETE FROM articles WHERE page NOT IN (SELECT key FROM pages)")
    update_index(project, lambda _: True, lambda _: None, runner=merged(root, "index", *paths))
    assert [row.page for row in project.index.rows()] == [row[1] for row in whole["pages"]]


# Parts that do not go together


def refused(root: Path, *paths: Path, command: str = "quantities", **options: object) -> ProjectError:
    with pytest.raises(ProjectError) as caught:
        [*COMMANDS[command](opened(root), merged(root, command, *paths, **options))]
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.fixture
def parts(root: Path, tmp_path: Path) -> list[Path]:
    """The three parts of one run of `quantities`, in order."""
    return written(root, tmp_path / "parts", "quantities", 3)[::-1]


def test_a_missing_part_is_named(root: Path, parts: list[Path]) -> None:
    error = refused(root, parts[0], parts[2])
    assert (error.key, error.values["missing"], error.values["count"]) == ("shard.missing", "2", 3)


def test_a_part_given_twice_is_named(root: Path, parts: list[Path], tmp_path: Path) -> None:
    again = shutil.copy(parts[1], tmp_path / "again.jsonl")
    error = refused(root, *parts, Path(again))
    assert error.key == "shard.twice"
    assert {error.path, error.values["other"]} == {parts[1], Path(again)}


def test_parts_of_other_numbers_are_not_put_together(root: Path, parts: list[Path], tmp_path: Path) -> None:
    others = written(root, tmp_path / "others", "quantities", 2)
    assert refused(root, *parts, others[0]).key == "shard.count"


def test_a_part_of_another_command_is_refused(root: Path, parts: list[Path], tmp_path: Path) -> None:
    other = written(root, tmp_path / "others", "stats", 3)
    assert refused(root, *parts[:2], other[0]).key == "shard.command"


def test_parts_of_a_changed_project_are_refused(root: Path, parts: list[Path]) -> None:
    (root / "seeds" / "p00100.txt").write_text("又一版\n", encoding="utf-8")
    error = refused(root, *parts)
    assert (error.key, error.values["what"].key) == ("shard.other", "shard.what.project")


def test_parts_written_before_somebody_began_a_page_are_refused(root: Path, parts: list[Path]) -> None:
    folder = root / "annotations"
    shutil.copy(folder / "wang" / "p00005.json", folder / "bench" / "p00005.json")
    assert refused(root, *parts).values["what"].key == "shard.what.annotations"


def test_parts_of_another_annotator_and_of_other_options_are_refused(root: Path, tmp_path: Path) -> None:
    paths = written(root, tmp_path / "parts", "quantities", 2, day="2026-03-01")
    assert refused(root, *paths).values["what"].key == "shard.what.options"
    project = Project(root)
    project.annotator = "wang"
    with pytest.raises(ProjectError) as caught:
        PartRunner("quantities", inputs_of(project, {"day": "2026-03-01"}), paths)
    assert caught.value.values["what"].key == "shard.what.annotator"


@pytest.mark.parametrize(
    "data", [b"", b"x", b"[]\n", b"{}\n", b'{"part":1}\n', b'{"part":99,"command":"quantities"}\n', b"\xff"]
)
def test_what_is_no_part_is_refused(root: Path, parts: list[Path], data: bytes) -> None:
    parts[1].write_bytes(data)
    assert refused(root, *parts).key == "shard.none"


def test_a_part_that_was_cut_short_is_refused_before_anything_is_told(root: Path, parts: list[Path]) -> None:
    whole = parts[2].read_bytes()
    for size in (len(whole) - 1, whole.rindex(b"\n", 0, -1), whole.index(b"\n") + 1):
        parts[2].write_bytes(whole[:size])
        with pytest.raises(ProjectError) as caught:
            merged(root, "quantities", *parts)
        assert caught.value.key == "shard.cut"


@pytest.mark.parametrize(
    "found",
    [
        '[{"error":"no.such.key","path":null,"line":null,"offset":null,"values":{}}]',
        '[{"error":"page.unknown","path":null,"line":null,"offset":null,"values":{}}]',
        '[{"error":7}]',
        "[5]",
        "{}",
        "[",
    ],
)
def test_a_part_that_holds_something_else_is_refused_with_its_line(
    root: Path, parts: list[Path], found: str
) -> None:
    lines = parts[0].read_bytes().split(b"\n")
    lines[2] = b'{"found":' + found.encode() + b"}"
    body = b"\n".join(lines[:-2]) + b"\n"
    parts[0].write_bytes(body + json.dumps({"end": len(body)}, separators=(",", ":")).encode() + b"\n")
    assert refused(root, *parts).key in ("shard.damaged", "shard.none")


def test_no_parts_in_a_folder_are_said(root: Path, tmp_path: Path) -> None:
    assert refused(root, tmp_path).key == "shard.no_parts"
    assert refused(root, tmp_path / "nothing").key == "shard.unreadable"


# The index's process


def index_worker(root: Path, cache: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tui.operations.index_worker", str(root), "bench", "en"]
    environ = os.environ | {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environ, cwd=root)
    os.sched_setaffinity(process.pid, sorted(os.sched_getaffinity(0))[:2])  # not so fast that all is done
    return process


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="it asks /proc for the processes, which are as many as processors",
)
def test_an_index_whose_process_is_killed_is_whole_as_far_as_it_came_and_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, cache = tmp_path / "news", tmp_path / "cache"
    (root / "seeds").mkdir(parents=True)
    for number in range(2500):
        (root / "seeds" / f"p{number:04}.txt").write_text(page_text(number, 9), encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    process = index_worker(root, cache)
    assert process.stdout is not None
    first = json.loads(process.stdout.readline())
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    watched = [os.pidfd_open(int(child)) for child in children]
    process.kill()
    process.communicate()
    assert first["part"] < 1
    for each in watched:
        assert select([each], [], [], 30)[0] == [each]
        os.close(each)
    assert watched
    so_far = index_of(opened(root))
    assert len(so_far["pages"]) == len(so_far["articles"]) >= first["pages"] > 0

    *_, last, done = index_worker(root, cache).communicate()[0].splitlines()
    assert json.loads(done) == {"done": ""}
    assert json.loads(last)["changed"] == 2500 - len(so_far["pages"])
    gone_on = index_of(opened(root))
    assert indexed(root, jobs=1)[0] == gone_on
    assert len(gone_on["search"]) == 2500
