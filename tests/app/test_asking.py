"""What proposers are given of the open article, what of their answer stands, when sure means more."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.conftest import PAGE, workspace_on
from tui.app.workspace.asking import LONGEST, example_of_shown, note_check, put_answer
from tui.operations.proposals.sure_checks import load_checks, save_checks
from tui.suggest.candidate import Candidate

NAME = Candidate(25, 28, "PERSON", 0.9, "learned")


def test_the_open_article_is_given_with_its_words_or_its_characters(folder: Path) -> None:
    workspace = workspace_on(folder)
    given = example_of_shown(workspace)
    assert given is not None
    assert workspace.shown is not None
    text = workspace.shown.view.reading.text
    assert (given.text.text, len(given.text.words)) == (text, len(text.replace("\n", "")))
    workspace.learn_words(text, [(0, 2), (2, 4)])
    again = example_of_shown(workspace)
    assert again is not None
    assert list(again.text.words) == [(0, 2), (2, 4)]


def test_nothing_is_given_of_the_source_of_a_very_long_article_and_to_who_gets_nothing(folder: Path) -> None:
    source = workspace_on(folder)
    for _ in range(2):
        source.cycle_view(0)
    assert source.view_kind == "source"
    assert example_of_shown(source) is None
    off = workspace_on(folder)
    off.proposals.off = True
    assert example_of_shown(off) is None
    off.proposals.off, off.shown = False, None
    assert example_of_shown(off) is None
    (folder / "seeds" / "p.txt").write_text(f"{PAGE}\n{'长' * LONGEST}\n", encoding="utf-8")
    assert example_of_shown(workspace_on(folder)) is None


def test_a_label_that_the_project_does_not_have_stands_nowhere(folder: Path) -> None:
    workspace = workspace_on(folder)
    put_answer(workspace, "p#1", [NAME, replace(NAME, start=1, end=3, label="GONE")])
    assert workspace.proposals.candidates() == (NAME,)


def test_what_became_of_sure_ones_before_counts(folder: Path) -> None:
    workspace = workspace_on(folder)
    save_checks(workspace.documents.project, [True] * 15 + [False] * 5)
    put_answer(workspace, "p#1", [])
    assert workspace.proposals.sure == pytest.approx(0.99)
    workspace.proposals.sure = 0.5
    put_answer(workspace, "p#1", [])
    assert workspace.proposals.sure == 0.5, "it is read once"


@pytest.mark.parametrize("is_known", [False, True])
def test_sure_means_more_where_too_many_were_wrong_and_that_is_said_once(
    is_known: bool, folder: Path
) -> None:
    workspace = workspace_on(folder)
    project = workspace.documents.project
    save_checks(project, [True] * 18 + [False])
    if is_known:
        put_answer(workspace, "p#1", [])
    note_check(workspace, right=True)
    assert (workspace.status.now.message, workspace.proposals.sure) == ("", 0.9)
    note_check(workspace, right=False)
    assert workspace.proposals.sure == 0.9, "19 of 21 were right"
    note_check(workspace, right=False)
    assert "86% of the sure proposals" in workspace.status.now.message
    assert "94% or more" in workspace.status.now.message
    assert load_checks(project) == [True] * 18 + [False, True, False, False]
    workspace.tell("")
    note_check(workspace, right=True)
    assert workspace.status.now.message == ""


def test_only_the_last_hundred_count(folder: Path) -> None:
    workspace = workspace_on(folder)
    save_checks(workspace.documents.project, [False] * 100)
    for _ in range(100):
        note_check(workspace, right=True)
    assert workspace.proposals.checks == [True] * 100
    assert workspace.proposals.sure == 0.9
