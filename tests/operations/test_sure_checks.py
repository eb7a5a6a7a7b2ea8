"""Sure proposals that were shown as doubtful: what became of them raises the threshold, and is kept."""

from pathlib import Path

import pytest

from tui.operations.proposals.sure_checks import load_checks, save_checks, threshold
from tui.store.project import Project
from tui.store.user_folders import state_folder


@pytest.fixture
def ours(tmp_path: Path) -> Project:
    return opened(tmp_path, "ling")


def opened(root: Path, annotator: str) -> Project:
    (root / "seeds").mkdir(exist_ok=True)
    project = Project(root)
    project.annotator = annotator
    return project


def files() -> list[Path]:
    return sorted((state_folder() / "sure").iterdir())


def test_what_became_of_them_is_kept_for_each_annotator(ours: Project, tmp_path: Path) -> None:
    assert load_checks(ours) == []
    save_checks(ours, [True, False, True])
    assert load_checks(opened(tmp_path, "ling")) == [True, False, True]
    assert load_checks(opened(tmp_path, "wang")) == []
    save_checks(ours, [False])
    assert load_checks(ours) == [False]
    assert len(files()) == 1


def test_the_last_hundred_are_kept(ours: Project) -> None:
    save_checks(ours, [False] * 50 + [True] * 100)
    assert load_checks(ours) == [True] * 100


@pytest.mark.parametrize("text", ["", "{", "{}", '{"a": 1}', "3", '"ab"'])
def test_a_file_that_says_something_else_says_nothing(ours: Project, text: str) -> None:
    save_checks(ours, [True])
    (file,) = files()
    file.write_text(text, encoding="utf-8")
    assert load_checks(ours) == []


def test_what_cannot_be_kept_is_forgotten(ours: Project) -> None:
    state_folder().mkdir(parents=True)
    (state_folder() / "sure").write_text("in the way", encoding="utf-8")
    save_checks(ours, [True])
    assert load_checks(ours) == []


@pytest.mark.parametrize(
    ("right", "of", "expected"),
    [
        (0, 19, 0.8),  # too few say nothing
        (20, 20, 0.8),
        (18, 20, 0.8),  # nine of ten are wanted
        (16, 20, 0.9),
        (0, 20, 0.99),  # never so high that nothing is sure
    ],
)
def test_the_threshold_rises_by_what_is_missing_of_nine_in_ten(right: int, of: int, expected: float) -> None:
    checks = [True] * right + [False] * (of - right)
    assert threshold(0.8, checks) == pytest.approx(expected)


def test_a_threshold_that_somebody_set_is_never_lowered() -> None:
    assert threshold(0.995, [False] * 20) == 0.995
