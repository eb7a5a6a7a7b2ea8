"""Divisions remembered: the same as made anew, and never trusted beyond their page and rules."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.store.index.divisions import Divisions
from tui.store.project import Project
from tui.text.divide import divide


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    private = tmp_path / "cache"
    private.mkdir(mode=0o700)
    return private


def test_what_is_remembered_is_what_was_divided(folder: Path) -> None:
    project = Project(ROOT)
    for page in map(project.page, project.page_ids()):
        assert Divisions(folder).of(page) == divide(page)
        assert Divisions(folder).of(page) == divide(page)
    assert len(list((folder / "divisions").iterdir())) == len(project.page_ids())


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
    assert len(list((folder / "divisions").iterdir())) == 3


@pytest.mark.parametrize("damage", ["", "[", "{}", '{"articles": [1], "furniture": []}', "\x00"])
def test_a_damaged_memory_is_forgotten(folder: Path, damage: str) -> None:
    project = Project(ROOT)
    page = project.page(project.page_ids()[0])
    Divisions(folder).of(page)
    [file] = (folder / "divisions").iterdir()
    file.write_text(damage)
    assert Divisions(folder).of(page) == divide(page)
    assert json.loads(file.read_text())["articles"]


def test_a_cache_that_cannot_be_written_only_costs_time(folder: Path) -> None:
    (folder / "divisions").write_text("in the way")
    project = Project(ROOT)
    page = project.page(project.page_ids()[0])
    assert Divisions(folder).of(page) == divide(page)
