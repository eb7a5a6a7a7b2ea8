"""Votes learned of a source: kept in the cache, never trusted when broken, never on a page that was begun."""

import json
from pathlib import Path

import pytest

from tests.app.test_learning_borders import page as letters
from tests.store.building import span_of
from tui.cli import main
from tui.edit.changes import AddSpan
from tui.edit.correct import SplitArticle
from tui.edit.repair import ConfirmDivision
from tui.errors import StoreError
from tui.operations.learn_borders import learn_borders
from tui.store.index.build import refresh
from tui.store.project import Project
from tui.text.learning import ENOUGH


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of which ten pages were corrected and two were not begun with."""
    (tmp_path / "seeds").mkdir()
    for number in range(1, ENOUGH + 3):
        (tmp_path / "seeds" / f"p{number}.txt").write_text(letters(number), encoding="utf-8")
    project = Project.find(tmp_path)
    for number in range(1, ENOUGH + 1):
        correct(project, f"p{number}")
    return project


def correct(project: Project, page: str) -> None:
    """Begin an article with each letter of a page, and confirm it."""
    document = project.document(page)
    for block in document.articles[0].blocks:
        if block.role == "heading":
            document, _ = SplitArticle(block.segments[0][0]).apply(document)
    project.save(ConfirmDivision().apply(document)[0])


def tag(project: Project, page: str) -> None:
    """Begin to work on a page: tag its first characters, and save."""
    document = project.document(page)
    span = span_of(document.page, "a1", (0, 4))
    project.save(AddSpan(span).apply(document)[0])


def count(project: Project, page: str) -> int:
    return len(Project.find(project.root).document(page).articles)


def test_pages_that_nobody_began_with_are_divided_by_what_was_learned(project: Project) -> None:
    assert count(project, "p11") == 1
    (learned,) = learn_borders(project)
    assert (learned.source, learned.pages, learned.lines) == ("seeds", ENOUGH, 3 * ENOUGH)
    assert learned.learned > learned.general
    assert count(project, "p11") == count(project, "p12") == 4
    assert Project.find(project.root).divider.learned() == (learned,)


def test_a_page_keeps_the_articles_that_work_began_on(project: Project) -> None:
    tag(project, "p12")
    learn_borders(project)
    assert count(project, "p12") == 1, "begun before anything was learned"
    project = Project.find(project.root)
    tag(project, "p11")
    before = Project.find(project.root).document("p11").articles
    assert len(before) == 4
    forget(project)
    assert Project.find(project.root).document("p11").articles == before
    assert Project.find(project.root).document("p11", "wen").articles == before, "for everybody"


def test_looking_at_a_page_writes_nothing(project: Project) -> None:
    learn_borders(project)
    Project.find(project.root).document("p11")
    assert not (project.root / "annotations/_project/p11.json").exists()


def forget(project: Project, damage: str | None = None) -> None:
    """Delete, or damage, what was learned."""
    for file in (project.cache / "votes").iterdir():
        file.unlink() if damage is None else file.write_text(damage)


@pytest.mark.slow
@pytest.mark.parametrize(
    "damage",
    [
        None,
        "",
        "[]",
        '{"votes": 3}',
        "\x00",
        '{"base": {}, "votes": {}, "pages": 1}',
        '{"votes": {"any line": 1e9}}',
    ],
)
def test_what_was_learned_can_be_deleted_or_damaged_at_any_time(damage: str | None, project: Project) -> None:
    learn_borders(project)
    forget(project, damage)
    again = Project.find(project.root)
    assert count(again, "p11") == 1
    assert learn_borders(again)
    assert count(again, "p11") == 4


@pytest.mark.slow
def test_it_is_learned_again_from_twice_as_many_pages(project: Project) -> None:
    learn_borders(project)
    correct(project, "p11")
    assert learn_borders(project) == ()


@pytest.mark.slow
def test_a_page_that_is_being_corrected_is_not_learned_from(project: Project) -> None:
    assert learn_borders(project, "p3") == ()


def test_votes_in_a_page_file_that_are_none_are_refused_by_name(project: Project) -> None:
    path = project.root / "annotations/_project/p1.json"
    path.write_text(
        path.read_text("utf-8").replace('"page":', '"votes": {"any line": "x"}, "page":'), "utf-8"
    )
    with pytest.raises(StoreError, match="votes"):
        Project.find(project.root).document("p1")


def test_the_index_lists_what_was_learned(project: Project) -> None:
    def listed() -> int:
        fresh = Project.find(project.root)
        refresh(fresh, lambda _: True, lambda _: None)
        return sum(row.page == "p11" for row in fresh.index.rows())

    assert listed() == 1
    learn_borders(project)
    assert listed() == 4


@pytest.mark.slow
def test_commands_say_which_sources_are_divided_by_what_was_learned(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(command: str) -> list[str]:
        main(["--project", str(project.root), command])
        return capsys.readouterr().err.splitlines()

    assert said("articles") == []
    first, nothing_to_train_on = said("learn")
    assert "seeds" in first
    assert "learn" in nothing_to_train_on
    assert said("articles") == said("check") == [first]


def test_a_page_that_cannot_be_read_is_not_learned_from_and_stops_nothing(project: Project) -> None:
    correct(project, "p11")
    (project.root / "seeds" / "p2.txt").write_bytes(b"\xff\x00\x81")
    (learned,) = learn_borders(Project.find(project.root))
    assert learned.pages == ENOUGH


def test_texts_that_are_not_divided_teach_nothing(project: Project) -> None:
    (project.root / "piyue.toml").write_text('[[sources]]\npath = "seeds"\nlayout = "document"\n', "utf-8")
    assert learn_borders(Project.find(project.root)) == ()


def test_a_correction_of_something_else_says_nothing_about_borders(project: Project) -> None:
    path = project.root / "annotations" / "_project" / "p1.json"
    tables = json.loads(path.read_text("utf-8"))
    tables["borders"] = {}
    path.write_text(json.dumps(tables), "utf-8")
    assert learn_borders(Project.find(project.root)) == ()
