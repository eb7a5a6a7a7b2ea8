"""Divisions remembered: the same as made anew, and never trusted beyond their page and rules."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.model import Page
from tui.store.index import divisions
from tui.store.index.divisions import Divisions
from tui.store.project import Project
from tui.text.divide import divide


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    private = tmp_path / "cache"
    private.mkdir(mode=0o700)
    return private


def entries(folder: Path) -> list[bytes]:
    """What is kept, file by file: a key and a division each."""
    files = sorted((folder / "page_divisions").iterdir())
    return [line for file in files for line in file.read_bytes().split(b"\n") if line]


def test_what_is_remembered_is_what_was_divided(folder: Path) -> None:
    project = Project(ROOT)
    for page in map(project.page, project.page_ids()):
        assert Divisions(folder).of(page) == divide(page)
        assert Divisions(folder).of(page) == divide(page)
    assert len(entries(folder)) == len(project.page_ids())


def test_a_division_is_read_and_not_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(ROOT)
    page = project.page(project.page_ids()[0])
    first = Divisions(folder).of(page)
    monkeypatch.setattr("tui.text.divide.divide", None)
    assert Divisions(folder).of(page) == first


def test_another_text_or_other_rules_are_divided_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(ROOT)
    page = project.page(project.page_ids()[0])
    Divisions(folder).of(page)
    other = page.replaced(text=page.text[:1000], sha256="0" * 64)
    assert Divisions(folder).of(other) == divide(other)
    monkeypatch.setattr("tui.store.index.divisions._rules", lambda: "other")
    Divisions(folder).of(page)
    assert len(entries(folder)) == 3


def test_the_rules_are_other_ones_when_a_file_of_them_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.text.__file__", str(tmp_path / "__init__.py"))
    seen = []
    for name in ("__init__.py", "notes.txt", "lines.crfsuite", "__init__.pyc"):
        (tmp_path / name).touch()
        seen.append(Divisions(tmp_path).rules)
    assert seen[0] == seen[1] != seen[2] == seen[3]


@pytest.mark.parametrize("damage", ["", "[", "{}", '{"articles": [1], "furniture": []}', "\x00"])
def test_a_damaged_division_is_made_anew(folder: Path, damage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(ROOT)
    page = project.page(project.page_ids()[0])
    Divisions(folder).of(page)
    [file] = (folder / "page_divisions").iterdir()
    mark = file.read_bytes()[: len("\n") + 64 + len(" ")]
    file.write_bytes(mark + damage.encode())
    assert Divisions(folder).of(page) == divide(page)
    assert json.loads(entries(folder)[-1].partition(b" ")[2])["articles"]
    monkeypatch.setattr("tui.text.divide.divide", None)
    assert Divisions(folder).of(page).articles


def test_a_cache_that_cannot_be_written_only_costs_time(folder: Path) -> None:
    (folder / "page_divisions").write_text("in the way")
    project = Project(ROOT)
    page = project.page(project.page_ids()[0])
    assert Divisions(folder).of(page) == divide(page)


def test_many_pages_share_few_files_which_keep_what_came_last(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(divisions, "FILES", 2)
    monkeypatch.setattr(divisions, "FULL", 2000)
    text = "工会动态\n　　三月新建工会组织36家。\n"
    pages = [
        Page(id=f"p{n}", path="p.txt", text=text, encoding="utf-8", sha256=f"{n:064}") for n in range(90)
    ]
    for page in pages:
        assert Divisions(folder).of(page) == divide(page)
        files = [*(folder / "page_divisions").iterdir()]
        assert len(files) <= 2
        assert all(file.stat().st_size <= 2000 for file in files)
    assert 10 < len(entries(folder)) < 90
    monkeypatch.setattr("tui.text.divide.divide", None)
    assert [Divisions(folder).of(page).articles[0].id for page in pages[-5:]] == [
        f"p{n}#1" for n in range(85, 90)
    ]
    with pytest.raises(TypeError):
        Divisions(folder).of(pages[0])


def test_a_division_larger_than_a_file_may_be_is_kept_until_another_comes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(divisions, "FILES", 1)
    monkeypatch.setattr(divisions, "FULL", 100)
    project = Project(ROOT)
    first, second = map(project.page, project.page_ids()[:2])
    for page in (first, second):
        Divisions(folder).of(page)
    assert len(entries(folder)) == 1
    monkeypatch.setattr("tui.text.divide.divide", None)
    assert Divisions(folder).of(second).articles


def test_the_files_of_earlier_versions_go_some_at_a_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(divisions, "AT_ONCE", 3)
    former = folder / "divisions"
    former.mkdir()
    for number in range(5):
        (former / f"{number:064}").write_text("{}")
    project = Project(ROOT)
    for page, left in zip(map(project.page, project.page_ids()), (2, 0), strict=False):
        Divisions(folder).of(page)
        assert len([*former.iterdir()] if former.exists() else []) == left
    assert not former.exists()
