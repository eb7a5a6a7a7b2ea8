"""What is open stays open and in its place, whatever the index finds out meanwhile."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.store.building import span_of
from tui.app.workspace.article_list import ArticleList
from tui.app.workspace.documents import Documents
from tui.app.workspace.following import next_open, next_open_on
from tui.edit import AddSpan, Step
from tui.edit.changes import SetState
from tui.errors import PiyueError
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


NOW = datetime(2033, 5, 1, tzinfo=UTC)


def few(project: Project) -> Documents:
    """Documents of a few pages, all of them to do."""
    project.pages.are_few = True
    return Documents(project, lambda _: None)


def tagging(documents: Documents, page: str) -> Step:
    document = documents.session(page).document
    return Step("tag", (AddSpan(span=span_of(document.page, f"x{page}", (0, 2))),), "工会", 0)


def tags(documents: Documents) -> list[int]:
    return [len(documents.session(page).document.spans) for page in "abc"]


def test_an_act_on_several_pages_is_undone_and_done_again_on_all(project: Project) -> None:
    documents = few(project)
    documents.apply({page: tagging(documents, page) for page in "ab"})
    assert tags(documents) == [1, 1, 0]
    step = documents.session("a").undo()
    assert step is not None
    documents.follow(step, back=True)
    assert tags(documents) == [0, 0, 0]
    step = documents.session("b").redo()
    assert step is not None
    documents.follow(step, back=False)
    assert tags(documents) == [1, 1, 0]


def test_an_act_on_one_page_takes_no_other_with_it(project: Project) -> None:
    documents = few(project)
    documents.apply({"a": tagging(documents, "a")})
    documents.apply({"b": tagging(documents, "b")})
    step = documents.session("b").undo()
    assert step is not None
    documents.follow(step, back=True)
    assert tags(documents) == [1, 0, 0]


def test_where_one_page_may_not_be_changed_none_is(project: Project) -> None:
    documents = few(project)
    documents.session("b").refusal = PiyueError("store.changed", path="b.json")
    with pytest.raises(PiyueError):
        documents.apply({page: tagging(documents, page) for page in "abc"})
    assert tags(documents) == [0, 0, 0]


def test_the_next_article_is_on_the_next_page_that_has_one(project: Project) -> None:
    documents = few(project)
    (project.root / "seeds" / "b.txt").write_text("\n", "utf-8")
    assert [documents.neighbour("a#1", step) for step in (1, -1)] == ["c#1", None]
    assert [documents.neighbour("c#1", step) for step in (1, -1)] == [None, "a#1"]
    assert documents.first_article() == "a#1"
    (project.root / "seeds" / "a.txt").write_text("\n", "utf-8")
    assert Documents(Project(project.root), lambda _: None).first_article() == "c#1"


def test_the_next_open_article_is_looked_for_round_the_end(project: Project) -> None:
    documents = few(project)
    assert next_open(documents, "a#1") == "b#1"
    assert next_open(documents, "c#1") == "a#1"
    documents.session("b").apply(Step("state", (SetState("b#1", "skipped", NOW),), "", None))
    assert next_open(documents, "a#1") == "c#1"
    documents.session("c").apply(Step("state", (SetState("c#1", "done", NOW),), "", None))
    assert next_open(documents, "a#1") is None
    assert next_open(documents, "b#1") == "a#1"
    assert next_open_on(documents, "a") == "a#1"
    assert next_open_on(documents, "b") is None
