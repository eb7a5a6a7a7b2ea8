"""Diverged annotation files put together by `piyue merge`, and git told to do so."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, ORG, TIME, work
from tui.cli import main
from tui.store.project import Project

root, run = team_conftest.root, team_conftest.run
ATTRIBUTE = "annotations/**/*.json merge=piyue"


@pytest.fixture
def sides(root: Path) -> dict[str, Path]:
    """Three states of ling's tags on the first page: the common one, and what two machines made of it."""
    file = root / "annotations" / "ling" / "first.json"
    found: dict[str, Path] = {}
    work(root, "ling", "first", [ORG])
    for name, tag in (("base", None), ("theirs", TIME), ("ours", COUNT)):
        if tag is not None:
            file.write_bytes(found["base"].read_bytes())
            work(root, "ling", "first", [tag])
        found[name] = root / f"{name}.json"
        shutil.copy(file, found[name])
    return found


def texts(root: Path) -> list[str]:
    return [span.text for span in Project(root).document("first", "ling").spans]


def conflicted(sides: dict[str, Path], *, base: bool = True) -> str:
    """Return what git leaves where it cannot put two sides together."""
    middle = f"||||||| base\n{sides['base'].read_text()}" if base else ""
    ours, theirs = sides["ours"].read_text(), sides["theirs"].read_text()
    return f"<<<<<<< ours\n{ours}{middle}=======\n{theirs}>>>>>>> theirs\n"


@pytest.mark.parametrize("base", [True, False])
def test_two_sides_are_put_together_in_ours(run: Run, root: Path, sides: dict[str, Path], base: bool) -> None:
    target = root / "annotations" / "ling" / "first.json"
    before = {name: path.read_bytes() for name, path in sides.items()}
    more = ("--base", str(sides["base"])) if base else ()
    status, out, err = run("merge", *more, "--ours", str(sides["ours"]), "--theirs", str(sides["theirs"]))
    assert (status, err) == (0, "")
    assert str(sides["ours"]) in out
    assert {name: sides[name].read_bytes() for name in ("base", "theirs")} == {
        name: before[name] for name in ("base", "theirs")
    }
    shutil.copy(sides["ours"], target)
    assert texts(root) == [ORG.text, TIME.text, COUNT.text]


def test_an_empty_base_or_side_has_no_records(run: Run, root: Path, sides: dict[str, Path]) -> None:
    empty = root / "empty.json"
    empty.write_text("\n", encoding="utf-8")
    target = root / "annotations" / "ling" / "first.json"
    assert run("merge", "--base", str(empty), "--ours", str(target), "--theirs", str(sides["theirs"]))[0] == 0
    assert texts(root) == [ORG.text, TIME.text, COUNT.text]
    assert run("merge", "--ours", str(empty), "--theirs", str(sides["theirs"]))[0] == 0
    shutil.copy(empty, target)
    assert texts(root) == [ORG.text, TIME.text]


def test_a_side_that_is_not_there_is_named_and_nothing_is_written(
    run: Run, root: Path, sides: dict[str, Path]
) -> None:
    before = sides["ours"].read_bytes()
    status, out, err = run("merge", "--ours", str(sides["ours"]), "--theirs", str(root / "gone.json"))
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "gone.json" in err
    assert sides["ours"].read_bytes() == before


def test_what_both_changed_is_told_and_both_states_are_kept(
    run: Run, root: Path, sides: dict[str, Path]
) -> None:
    target = root / "annotations" / "ling" / "first.json"
    for name, label, when in (
        ("ours", "LOC", "2026-03-03T12:00:00Z"),
        ("theirs", "PERSON", "2026-03-04T12:00:00Z"),
    ):
        tables = json.loads(sides["base"].read_text())
        (row,) = tables["spans"].values()
        row |= {"label": label, "updated": when}
        sides[name].write_text(json.dumps(tables), encoding="utf-8")
    before = len(run("restore", "first", "--json")[1].splitlines())
    arguments = [part for name in ("base", "ours", "theirs") for part in (f"--{name}", str(sides[name]))]
    status, out, err = run("merge", *arguments, "--path", str(target))
    assert (status, err.count("\n")) == (0, 1)
    assert "annotations/ling/first.json" in out
    assert ORG.text in err
    shutil.copy(sides["ours"], target)
    assert [span.label for span in Project(root).document("first", "ling").spans] == ["PERSON"]
    assert len(run("restore", "first", "--json")[1].splitlines()) == before + 2


def test_a_record_without_a_text_is_told_by_its_id_or_whole(
    run: Run, root: Path, sides: dict[str, Path]
) -> None:
    work(root, "ling", "first", [TIME], [(COUNT, TIME)])
    tables = json.loads((root / "annotations" / "ling" / "first.json").read_text("utf-8"))
    for name, when in (("ours", "2026-03-03T12:00:00Z"), ("theirs", "2026-03-04T12:00:00Z")):
        (state,), (relation,) = tables["articles"].values(), tables["relations"].values()
        state |= {"note": name, "updated": when}
        relation |= {"label": name, "updated": when}
        sides[name].write_text(json.dumps(tables), encoding="utf-8")
    status, out, err = run("merge", "--ours", str(sides["ours"]), "--theirs", str(sides["theirs"]))
    assert (status, "of 2 records" in out or "2 records" in out) == (0, True)
    told = sorted(err.splitlines())
    assert told[0].startswith("the older record of articles is kept as a generation: {")
    assert "'note': 'ours'" in told[0]
    assert told[1] == f"the older record of relations is kept as a generation: ling-{COUNT.text}"


@pytest.mark.parametrize("base", [True, False])
def test_files_with_markers_are_found_and_put_together(
    run: Run, root: Path, sides: dict[str, Path], base: bool
) -> None:
    file = root / "annotations" / "ling" / "first.json"
    work(root, "ling", "second", [])
    other = (root / "annotations" / "ling" / "second.json").read_bytes()
    file.write_text(conflicted(sides, base=base), encoding="utf-8")
    damaged = file.with_name("first.damaged-1.json")
    damaged.write_text(conflicted(sides), encoding="utf-8")
    status, out, err = run("merge")
    assert (status, err, out.count("\n")) == (0, "", 1)
    assert "annotations/ling/first.json" in out
    assert texts(root) == [ORG.text, TIME.text, COUNT.text]
    assert (root / "annotations" / "ling" / "second.json").read_bytes() == other
    assert run("merge") == (0, "", "")


def test_a_file_that_is_named_must_have_markers(run: Run, root: Path, sides: dict[str, Path]) -> None:
    file = root / "annotations" / "ling" / "first.json"
    before = file.read_bytes()
    status, out, err = run("merge", str(file))
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert file.read_bytes() == before
    file.write_text(conflicted(sides), encoding="utf-8")
    assert run("merge", str(file))[0] == 0
    assert texts(root) == [ORG.text, TIME.text, COUNT.text]


@pytest.mark.parametrize("name", ["none.json", "seeds"])
def test_a_file_that_cannot_be_read_is_told_what_to_name(run: Run, root: Path, name: str) -> None:
    status, out, err = run("merge", str(root / name))
    assert (status, out) == (1, "")
    assert err.startswith(f"piyue: {root / name}: the file cannot be read")
    assert "name one such as annotations" in err


def test_where_nothing_was_tagged_there_is_nothing_to_merge(run: Run) -> None:
    assert run("merge") == (0, "", "")


def test_a_file_outside_of_any_project_is_merged_too(
    run: Run, sides: dict[str, Path], tmp_path: Path
) -> None:
    alone = tmp_path / "alone.json"
    shutil.copy(sides["ours"], alone)
    assert (
        run("merge", "--base", str(sides["base"]), "--ours", str(alone), "--theirs", str(sides["theirs"]))[0]
        == 0
    )
    tables = json.loads(alone.read_text())
    assert {row["text"] for row in tables["spans"].values()} == {ORG.text, TIME.text, COUNT.text}


def test_git_may_call_it_from_a_folder_above_the_project(
    root: Path, sides: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    copies = [part for name in ("base", "ours", "theirs") for part in (f"--{name}", str(sides[name]))]
    assert main(["merge", *copies, "--path", "paper/annotations/ling/first.json"]) == 0
    shutil.copy(sides["ours"], root / "annotations" / "ling" / "first.json")
    assert texts(root) == [ORG.text, TIME.text, COUNT.text]


# git


def git(folder: Path, *arguments: str) -> str:
    environ = os.environ | {"GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout


def test_git_is_told_once_which_files_are_merged_so(run: Run, root: Path) -> None:
    git(root, "init", "--quiet")
    attributes = root / ".gitattributes"
    for before, after in (
        (None, f"{ATTRIBUTE}\n"),
        ("*.txt text", f"*.txt text\n{ATTRIBUTE}\n"),
        ("*.txt text\n", f"*.txt text\n{ATTRIBUTE}\n"),
        ("", f"{ATTRIBUTE}\n"),
        (f"{ATTRIBUTE}\n*.txt text\n", f"{ATTRIBUTE}\n*.txt text\n"),
    ):
        if before is None:
            attributes.unlink(missing_ok=True)
        else:
            attributes.write_text(before, encoding="utf-8")
        status, out, _ = run("git", "setup")
        assert (status, str(attributes) in out) == (0, True)
        assert attributes.read_text("utf-8") == after
    driver = git(root, "config", "merge.piyue.driver")
    assert driver.endswith("merge --base %O --ours %A --theirs %B --path %P\n")
    assert git(root, "config", "merge.piyue.name").strip()


def test_without_a_repository_git_s_own_reason_is_told(run: Run, root: Path) -> None:
    status, out, err = run("git", "setup")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert str(root) in err
    assert not (root / ".gitattributes").exists()


def test_without_git_that_is_told(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    status, _, err = run("git", "setup")
    assert (status, "git" in err, err.count("\n")) == (1, True, 1)
    assert not (root / ".gitattributes").exists()
