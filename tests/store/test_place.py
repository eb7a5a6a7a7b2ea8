"""Where somebody stopped reading is remembered by project and annotator, outside of the project."""

import os
from pathlib import Path

import pytest

from tui.store.project import Project
from tui.store.reading_place import Place, load_place, save_place


def project_in(folder: Path) -> Project:
    (folder / "seeds").mkdir(parents=True)
    return Project.find(folder)


def stored(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]


def test_a_place_comes_back_and_the_project_folder_stays_untouched(
    tmp_path: Path, private_home: Path
) -> None:
    project = project_in(tmp_path / "a")
    assert load_place(project) is None
    save_place(project, Place(article="p#1", offset=12, view="source"))
    save_place(project, Place(article="p#2", offset=7))
    assert load_place(Project.find(tmp_path / "a" / "seeds")) == Place(article="p#2", offset=7)
    assert [path.name for path in project.root.iterdir()] == ["seeds"]
    assert len(stored(private_home / "state")) == 1


def test_each_project_and_annotator_has_a_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = project_in(tmp_path / "a"), project_in(tmp_path / "b")
    save_place(one, Place(article="p#1"))
    assert load_place(other) is None
    monkeypatch.setenv("LOGNAME", "zhou")
    assert load_place(Project.find(one.root)) is None


@pytest.mark.parametrize(
    "text",
    [
        *("", '{"article"', "[]", "[" * 100_000, "{}", '{"article": 1}', '{"article": "a", "offset": -1}'),
        *('{"article": "a", "offset": true}', '{"article": "a", "view": []}', '{"article": "a", "else": 1}'),
    ],
)
def test_a_damaged_place_is_none_and_is_replaced(text: str, tmp_path: Path, private_home: Path) -> None:
    project = project_in(tmp_path / "a")
    save_place(project, Place(article="p#1"))
    stored(private_home)[0].write_text(text)
    assert load_place(project) is None
    save_place(project, Place(article="p#1"))
    assert load_place(project) == Place(article="p#1")


def test_a_place_that_cannot_be_written_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = project_in(tmp_path / "a")

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    save_place(project, Place(article="p#1"))
    assert load_place(project) is None
