"""Open pages: which article is next, what another division changes, what an act on several pages is."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.team.conftest import NOON
from tui.app.workspace.documents import Documents
from tui.app.workspace.following import next_open, next_open_on
from tui.edit import AddSpan, Step
from tui.edit.changes import SetProgress
from tui.errors import NotFoundError, PiyueError, StoreError
from tui.model import Document, Progress, Span, State, surface
from tui.model.corrections import RefusedPin
from tui.store.project import Project

THREE = """大桥昨日通车

本报讯（记者 张三）昨天，横跨青弋河的新大桥通车，市民说好。

夜市重新开张

本报讯（记者 李四）昨晚，停业三月的夜市重新开张，三家商户参加。

图书馆延长开放

本报讯（记者 王五）从下周起，图书馆每晚开放到十点。
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "paper" / "seeds").mkdir(parents=True)
    for page in PAGES:
        (tmp_path / "paper" / "seeds" / f"{page}.txt").write_text(THREE, encoding="utf-8")
    return tmp_path / "paper"


@pytest.fixture
def documents(root: Path) -> Documents:
    return Documents(Project(root), changed.append)


PAGES = ("p", "q", "r", "s")
changed: list[Document] = []


def mark(documents: Documents, *states: State, page: str = "p") -> None:
    """Give the articles of a page their states."""
    session = documents.session(page)
    for number, state in enumerate(states, 1):
        session.apply(Step("state", (SetProgress(f"{page}#{number}", Progress(state=state)),), "", 0))


def tag(document: Document, text: str, id_: str = "one") -> AddSpan:
    start = document.page.text.index(text)
    where = ((start, start + len(text)),)
    written = surface(document.page.text, where)
    return AddSpan(Span(id=id_, label="ORG", segments=where, text=written, created=NOON, updated=NOON))


def test_a_page_is_called_what_it_says_once_it_is_read(root: Path, documents: Documents) -> None:
    (root / "seeds" / "q.txt").write_text(f"砚池报\n2031-09-18\n{THREE}", encoding="utf-8")
    assert documents.title_of("q") == "q"
    for page in ("p", "q"):
        documents.session(page)
    assert [documents.title_of(page) for page in ("p", "q", "r")] == ["p", "砚池报 2031-09-18", "r"]


def test_articles_are_neighbours_over_the_borders_of_pages(documents: Documents) -> None:
    ids = [f"{page}#{number}" for page in PAGES for number in (1, 2, 3)]
    assert documents.first_article() == ids[0]
    for before, behind in pairwise(ids):
        assert documents.neighbour(before, 1) == behind
        assert documents.neighbour(behind, -1) == before
    assert documents.neighbour(ids[0], -1) is None
    assert documents.neighbour(ids[-1], 1) is None


@pytest.mark.parametrize(
    ("states", "after", "following"),
    [
        (("todo", "todo", "todo"), "", "p#1"),
        (("todo", "todo", "todo"), "p#1", "p#2"),
        (("todo", "todo", "todo"), "p#3", "p#1"),
        (("todo", "done", "todo"), "p#1", "p#3"),
        (("doing", "done", "skipped"), "p#1", None),
        (("doing", "done", "skipped"), "p#2", "p#1"),
        (("doing", "done", "skipped"), "gone#1", "p#1"),
        (("done", "skipped", "done"), "", None),
    ],
)
def test_the_next_open_article_of_a_page_is_the_next_one_round_its_end(
    states: tuple[State, ...], after: str, following: str | None, documents: Documents
) -> None:
    mark(documents, *states)
    assert next_open_on(documents, "p", after) == following


def test_the_next_open_article_may_be_on_another_page(documents: Documents) -> None:
    mark(documents, "todo", "done", "done")
    assert next_open(documents, "p#1") == "q#1"
    for page in PAGES[1:]:
        mark(documents, "done", "skipped", "done", page=page)
    assert next_open(documents, "q#1") == "p#1"
    mark(documents, "done", "done", "done")
    assert next_open(documents, "p#1") is None


def test_a_page_is_read_when_it_is_asked_for(documents: Documents) -> None:
    assert not documents.is_open("p")
    session = documents.session("p")
    assert documents.is_open("p")
    assert not documents.is_open("q")
    assert documents.session("p") is session
    assert documents.adopt(Project(documents.project.root).document("p")) is session
    assert [document.page.id for document in documents.known()] == ["p"]
    documents.session("q")
    assert [document.page.id for document in documents.known()] == ["p", "q"]


@pytest.mark.parametrize("article", ["p#9", "gone#1", "p"])
def test_an_article_that_is_not_there_is_named(article: str, documents: Documents) -> None:
    with pytest.raises(NotFoundError) as caught:
        documents.open(article, "segmented")
    assert (caught.value.key, caught.value.values["id"]) == ("article.unknown", article)


def test_the_articles_of_a_page_that_cannot_be_read_are_none(root: Path) -> None:
    (root / "seeds" / "p.txt").write_bytes(b"\xff\xfe\x00")
    documents = Documents(Project(root), changed.append)
    assert documents.articles("p") == ()
    assert documents.first_article() == "q#1"


def test_all_that_is_found_out_about_a_page_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[PiyueError] = []
    project = Project(root)
    news = [StoreError("index.idle"), StoreError("app.no_terminal")]
    read = project.documents.open

    def opened(*arguments: object) -> Document:
        for one in news:
            arguments[-1](one)  # type: ignore[operator]
        return read(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(project.documents, "open", opened)
    Documents(project, changed.append, told.append).session("p")
    assert told == news


def test_an_act_on_two_pages_is_taken_back_and_made_again_on_both(documents: Documents) -> None:
    steps = {
        page: Step("tag", (tag(documents.session(page).document, "记者"),), "记者", 0) for page in ("p", "q")
    }
    documents.apply(steps)
    tags = [len(documents.session(page).document.spans) for page in ("p", "q")]
    assert tags == [1, 1]
    undone = documents.session("p").undo()
    assert undone is not None
    documents.follow(undone, back=True)
    assert [len(documents.session(page).document.spans) for page in ("p", "q")] == [0, 0]
    redone = documents.session("q").redo()
    assert redone is not None
    documents.follow(redone, back=False)
    assert [len(documents.session(page).document.spans) for page in ("p", "q")] == [1, 1]


def test_an_act_on_one_page_leaves_the_others_alone(documents: Documents) -> None:
    for page in ("p", "q"):
        documents.apply({page: Step("tag", (tag(documents.session(page).document, "记者"),), "记者", 0)})
    undone = documents.session("p").undo()
    assert undone is not None
    documents.follow(undone, back=True)
    assert len(documents.session("q").document.spans) == 1


def test_of_an_act_on_two_pages_none_is_changed_where_one_must_not_be(documents: Documents) -> None:
    documents.session("q").refusal = StoreError("index.idle")
    steps = {
        page: Step("tag", (tag(documents.session(page).document, "记者"),), "记者", 0) for page in ("p", "q")
    }
    with pytest.raises(StoreError):
        documents.apply(steps)
    assert [len(documents.session(page).document.spans) for page in ("p", "q")] == [0, 0]


def divided(document: Document, votes: tuple[tuple[str, float], ...]) -> Document:
    """The page as other votes divide it."""
    return document.replaced(corrections=document.corrections.replaced(votes=votes))


def test_a_page_on_which_nothing_was_decided_takes_another_division(documents: Documents) -> None:
    session = documents.session("p")
    before = session.document
    documents.divide_anew(divided(before, before.corrections.votes))
    assert session.document is before, "the votes are the same"
    other = divided(before, (("gap", 1.5),))
    documents.divide_anew(other)
    assert session.document is other


def test_a_page_on_which_something_was_decided_keeps_its_division(documents: Documents) -> None:
    tagged, marked, pinned, undone = (documents.session(page) for page in ("p", "q", "r", "s"))
    tagged.apply(Step("tag", (tag(tagged.document, "记者"),), "记者", 0))
    marked.apply(Step("state", (SetProgress("q#1", Progress(state="doing")),), "", 0))
    pins = (RefusedPin(label="LOC", segments=((0, 2),), text="大桥"),)
    corrections = pinned.document.corrections.replaced(refused=pins)
    pinned.restart(pinned.document.replaced(corrections=corrections))
    undone.apply(Step("tag", (tag(undone.document, "记者"),), "记者", 0))
    undone.undo()
    for session in (tagged, marked, pinned, undone):
        before = session.document
        documents.divide_anew(divided(before, (("gap", 1.5),)))
        assert session.document is before


def test_lists_show_what_was_done_since(documents: Documents) -> None:
    mark(documents, "done", "todo", "todo")
    rows = {row.article: row for row in documents.listed().rows}
    assert (rows["p#1"].state, rows["p#2"].state) == ("done", "todo")
    session = documents.session("p")
    session.apply(Step("tag", (tag(session.document, "记者"),), "记者", 0))
    rows = {row.article: row for row in documents.listed().rows}
    assert rows["p#1"].tags == 1


def test_pages_are_read_again_as_another_program_left_them(documents: Documents) -> None:
    session = documents.session("p")
    session.apply(Step("tag", (tag(session.document, "记者"),), "记者", 0))
    documents.read_again()
    assert len(session.document.spans) == 0
    assert session.undo() is None
