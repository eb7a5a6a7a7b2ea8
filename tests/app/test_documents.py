"""What is open stays open and in its place, whatever the index finds out meanwhile."""

from pathlib import Path

import pytest

from tests.store.building import span_of
from tui.app.workspace.article_list import ArticleList
from tui.app.workspace.documents import Documents
from tui.edit import AddSpan, Step
from tui.store.index.build import refresh
from tui.store.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    for name in "abc":
        (tmp_path / "seeds" / f"{name}.txt").write_text("工会动态\n\n本报讯 新建工会组织36家。\n", "utf-8")
    project = Project(tmp_path)
    project.pages.are_few = False
    return project


def indexed(project: Project) -> ArticleList:
    """What the index knows after a look at the folder."""
    refresh(Project(project.root), lambda _: True, lambda _: None)
    return ArticleList(project.index.rows())


def opened(project: Project) -> Documents:
    """Documents with the second page open and tagged."""
    documents = Documents(project, lambda _: None)
    documents.list_anew(indexed(project))
    page = documents.open("b#1", "plain").document.page
    documents.session("b").apply(Step("tag", (AddSpan(span=span_of(page, "x", (0, 2))),), "工会", 0))
    return documents


def test_a_page_that_the_index_lost_stays_open_in_its_place(project: Project) -> None:
    documents = opened(project)
    (project.root / "seeds" / "b.txt").unlink()
    documents.list_anew(indexed(project))
    assert (documents.neighbour("b#1", -1), documents.neighbour("b#1", 1)) == ("a#1", "c#1")
    assert [document.page.id for document in documents.known()] == ["a", "b", "c"]
    assert [(row.article, row.tags) for row in documents.listed().rows] == [
        ("a#1", 0),
        ("b#1", 1),
        ("c#1", 0),
    ]


def test_what_is_not_saved_yet_is_listed_also_where_the_index_is_newer(project: Project) -> None:
    documents = opened(project)
    (project.root / "seeds" / "aa.txt").write_text("工会动态\n\n本报讯 新建工会。\n", "utf-8")
    documents.list_anew(indexed(project))
    assert [(row.article, row.tags) for row in documents.listed().rows] == [
        ("a#1", 0),
        ("aa#1", 0),
        ("b#1", 1),
        ("c#1", 0),
    ]


def test_a_page_that_changed_while_it_is_open_keeps_its_tags_and_its_text(project: Project) -> None:
    documents = opened(project)
    (project.root / "seeds" / "b.txt").write_text("夜市重开\n\n本报讯 夜市昨晚重开。\n", "utf-8")
    documents.list_anew(indexed(project))
    document = documents.open("b#1", "plain").document
    assert document.spans[0].text == "工会"
    project.save(document)
    again = Project(project.root).document("b")
    assert (again.spans, [span.text for span in again.orphans]) == ((), ["工会"])
