"""Older states and backups: listed, brought back, written and unpacked."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Run, lock_elsewhere
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, ORG, Tag, work
from tui.cli import main
from tui.store.project import Project

root, run = team_conftest.root, team_conftest.run


@pytest.fixture
def saved(root: Path) -> Path:
    """A project in which ling has saved three pages twice each, and wang one of them."""
    (root / "seeds" / "first-b.txt").write_text("临溪县总工会开会。\n", encoding="utf-8")
    for page, saves in (("first", [[ORG], [COUNT]]), ("second", [[], [Tag("去年", "TIME")]])):
        for tags in saves:
            work(root, "ling", page, tags)
    for tags in ([ORG], []):
        work(root, "ling", "first-b", tags)
    work(root, "wang", "second", [])
    work(root, "wang", "second", [Tag("5%", "METRIC")])
    return root


def texts(root: Path, page: str, annotator: str = "ling") -> list[str]:
    return [span.text for span in Project(root).document(page, annotator).spans]


def test_older_states_are_listed_with_what_they_hold(run: Run, saved: Path) -> None:
    rows = [json.loads(line) for line in run("restore", "--json")[1].splitlines()]
    assert [(row["page"], row["annotator"], row["generation"], row["spans"]) for row in rows] == [
        ("first", "ling", 1, 1),
        ("first-b", "ling", 1, 1),
        ("second", "ling", 1, 0),
    ]
    for row in rows:
        assert (saved / row["path"]).stat().st_size == row["size"]
    lines = run("restore")[1].splitlines()
    assert len(lines) == 3
    assert all(
        row["page"] in line and str(row["spans"]) in line for row, line in zip(rows, lines, strict=True)
    )


def test_where_there_are_no_older_states_that_is_said_with_the_annotator(run: Run, saved: Path) -> None:
    assert run("--annotator", "zhou", "restore") == (0, "", "no older states of zhou's annotations here\n")
    said = "no older states of ling's annotations of third\n"
    assert run("restore", "third") == (0, "", said)
    assert run("restore", "third", "--json")[1] == ""
    assert run("restore", "first")[2] == ""


def test_states_are_listed_of_the_pages_that_begin_so_and_of_who_is_asked_for(run: Run, saved: Path) -> None:
    def pages(*arguments: str) -> list[str]:
        return [json.loads(line)["page"] for line in run(*arguments, "--json")[1].splitlines()]

    assert pages("restore", "first") == ["first", "first-b"]
    assert pages("restore", "sec") == ["second"]
    assert pages("restore", "ond") == []
    assert pages("--annotator", "wang", "restore") == ["second"]
    assert pages("--annotator", "zhou", "restore") == []


def test_a_state_that_cannot_be_read_is_listed_without_a_count(run: Run, saved: Path) -> None:
    (row,) = map(json.loads, run("restore", "second", "--json")[1].splitlines())
    (saved / row["path"]).write_text("{", encoding="utf-8")
    (row,) = map(json.loads, run("restore", "second", "--json")[1].splitlines())
    assert (row["spans"], row["size"]) == (None, 1)


def test_a_state_is_brought_back_and_what_was_there_can_be_brought_back_too(run: Run, saved: Path) -> None:
    assert texts(saved, "first") == ["临溪县总工会", "36家"]
    assert run("restore", "first", "1")[:2] == (
        0,
        "first was restored to generation 1; the state before is the newest generation now\n",
    )
    assert texts(saved, "first") == ["临溪县总工会"]
    assert run("restore", "first", "2")[0] == 0
    assert texts(saved, "first") == ["临溪县总工会", "36家"]
    assert texts(saved, "second", "wang") == ["5%"]


def test_a_page_may_be_named_by_a_beginning_that_is_only_its_own(run: Run, saved: Path) -> None:
    assert run("restore", "s", "1")[0] == 0
    assert texts(saved, "second") == []
    status, out, err = run("restore", "fi", "1")
    assert (status, out) == (1, "")
    assert "fi" in err
    assert texts(saved, "first") == ["临溪县总工会", "36家"]


def test_a_state_that_is_not_there_is_named_with_those_that_are(run: Run, saved: Path) -> None:
    work(saved, "ling", "first", [Tag("今年", "TIME")])
    status, out, err = run("restore", "first", "7")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "7" in err
    assert "1, 2" in err
    assert run("restore", "nothing", "1")[0] == 1


def test_a_page_that_somebody_works_on_is_not_brought_back(run: Run, saved: Path) -> None:
    lock_elsewhere(saved / "annotations" / "ling" / "first.json")
    status, _, err = run("restore", "first", "1")
    assert (status, err.count("\n")) == (1, 1)
    assert "elsewhere" in err
    assert texts(saved, "first") == ["临溪县总工会", "36家"]


def test_a_backup_has_the_project_and_says_what_it_lacks(run: Run, saved: Path, tmp_path: Path) -> None:
    (saved / "notes.docx").write_bytes(b"x")
    target = tmp_path / "kept.zip"
    status, out, err = run("backup", "-o", str(target))
    assert (status, err) == (0, "not in the backup: notes.docx\n")
    with ZipFile(target) as archive:
        names = archive.namelist()
    assert {"seeds/first.txt", "annotations/ling/first.json", "annotations/wang/second.json"} <= {
        name.removeprefix("paper/") for name in names
    }
    assert str(target) in out
    assert run("backup", "-o", str(target))[0] == 1  # nothing is overwritten


def test_a_backup_with_all_says_nothing_more(run: Run, saved: Path, tmp_path: Path) -> None:
    assert run("backup", "-o", str(tmp_path / "kept.zip"))[2] == ""


def test_a_backup_within_the_project_is_not_said_to_lack_itself(
    run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(saved)
    assert run("backup")[2] == ""
    (first,) = saved.glob("*.zip")
    assert run("backup", "-o", "second.zip")[2] == f"not in the backup: {first.name}\n"


def test_a_backup_is_named_for_the_project_and_unpacked_beside_it(
    run: Run, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("backup")
    (archive,) = tmp_path.glob("*.zip")
    assert archive.name.startswith("paper-2")
    status, out, _ = run("restore", "--archive", str(archive))
    assert status == 0
    assert str(tmp_path / archive.stem) in out
    assert texts(tmp_path / archive.stem, "first") == ["临溪县总工会", "36家"]
    assert run("restore", "--archive", str(archive))[0] == 1
    assert run("restore", "--archive", str(archive), "-o", "here")[0] == 0
    assert main(["--project", str(tmp_path / "here"), "pages"]) == 0
