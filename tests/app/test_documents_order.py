"""Which pages there are and in which order, whose they are, and what makes a page one that is worked on."""

from pathlib import Path

import pytest

from tests.app.test_documents_open import changed, divided, mark, tag
from tests.app.test_documents_open import documents as documents
from tests.app.test_documents_open import root as root
from tests.store.building import span_of
from tui.app.workspace.article_list import ArticleList
from tui.app.workspace.documents import Documents
from tui.app.workspace.following import next_open
from tui.app.workspace.turns import Turns
from tui.edit import Step
from tui.measure.team.assignments import Assignment, Assignments
from tui.model import Progress
from tui.store.index.listing import rows_of
from tui.store.project import Project

# Which there are


def test_the_last_article_of_a_page_is_opened_as_the_first_is(documents: Documents) -> None:
    assert [documents.open(f"p#{number}", "plain").article.id for number in (1, 2, 3)] == [
        "p#1",
        "p#2",
        "p#3",
    ]


def test_the_first_article_is_that_of_the_first_page_which_can_be_read(root: Path) -> None:
    assert Documents(Project(root), changed.append).first_article() == "p#1"
    (root / "seeds" / "p.txt").write_bytes(b"\xff\xfe\xff")
    assert Documents(Project(root), changed.append).first_article() == "q#1"
    for page in (root / "seeds").iterdir():
        page.unlink()
    assert Documents(Project(root), changed.append).first_article() is None


def of_many(root: Path) -> Documents:
    """The project as if its pages were too many to be read at once."""
    project = Project(root)
    project.pages.are_few = False
    return Documents(project, changed.append)


def test_of_many_pages_all_count_until_the_index_knows_some(root: Path) -> None:
    documents = of_many(root)
    assert list(documents.pages) == ["p", "q", "r", "s"]
    rows = [row for page in ("q", "s") for row in rows_of(Project(root).document(page))]
    documents.list_anew(ArticleList(rows))
    assert list(documents.pages) == ["q", "s"]


def test_of_many_pages_those_that_the_index_lacks_come_last(root: Path) -> None:
    documents = of_many(root)
    rows = [row for page in ("q", "s") for row in rows_of(Project(root).document(page))]
    documents.listing = ArticleList(rows)
    for page in ("s", "r", "q"):
        documents.session(page)
    assert [document.page.id for document in documents.known()] == ["q", "s", "r"]


def test_pages_that_a_new_list_lacks_stay_where_they_were(root: Path) -> None:
    documents = of_many(root)
    documents.list_anew(
        ArticleList(row for page in ("p", "q", "r") for row in rows_of(Project(root).document(page)))
    )
    for page in ("r", "p", "s", "q"):
        documents.session(page)
    before = documents.listing.version
    documents.list_anew(ArticleList(rows_of(Project(root).document("r"))))
    assert list(documents.listing.pages) == ["p", "q", "r", "s"]
    assert documents.listing.version > before


# Whose they are

GIVEN = Assignments(
    [Assignment("p", "ling"), Assignment("q", "wang"), Assignment("r", "ling"), Assignment("r", "wang")]
)


def given(documents: Documents) -> dict[str, str]:
    return {page: documents.holding(page) for page in ("p", "q", "r", "s")}


def test_a_page_is_mine_by_assignment_or_because_i_have_begun_it(documents: Documents) -> None:
    assert set(given(documents).values()) == {"free"}
    documents.turns = Turns(documents.project, GIVEN)
    assert given(documents) == {"p": "mine", "q": "others", "r": "mine", "s": "free"}
    mark(documents, "doing", page="q")
    mark(documents, "done", page="s")
    documents.listed()
    assert given(documents) == {"p": "mine", "q": "mine", "r": "mine", "s": "mine"}


def test_where_two_are_wanted_a_page_of_one_is_free(root: Path) -> None:
    (root / "piyue.toml").write_text("[team]\noverlap = 2\n", encoding="utf-8")
    documents = Documents(Project(root), changed.append)
    documents.turns = Turns(documents.project, GIVEN)
    assert given(documents) == {"p": "mine", "q": "free", "r": "mine", "s": "free"}


def test_first_comes_what_i_have_begun_then_what_is_mine_then_what_is_free_and_never_what_is_others(
    documents: Documents,
) -> None:
    documents.turns = Turns(
        documents.project, Assignments([Assignment("q", "wang"), Assignment("s", "ling")])
    )
    mark(documents, "done", "todo", "done", page="r")

    def turns() -> list[str]:
        """Work through all that there is to do."""
        found: list[str] = []
        here = "p#3"
        while (following := next_open(documents, here)) is not None:
            found.append(following)
            page, _, number = following.partition("#")
            states = [documents.session(page).document.progress_of(f"{page}#{n}").state for n in (1, 2, 3)]
            mark(documents, *["done" if n == int(number) else s for n, s in enumerate(states, 1)], page=page)
            here = following
        return found

    assert turns() == ["r#2", "s#1", "s#2", "s#3", "p#1", "p#2", "p#3"]


def test_without_assignments_the_next_one_is_that_behind(documents: Documents) -> None:
    mark(documents, "done", "todo", "done", page="r")
    assert next_open(documents, "p#3") == "q#1"


# What is worked on


def decided(documents: Documents, how: str) -> None:
    """Decide something on the page p that leaves one trace alone."""
    session = documents.session("p")
    step = Step("tag", (tag(session.document, "记者"),), "记者", 0)
    match how:
        case "tag":
            session.restart(step.changes[0].apply(session.document)[0])
        case "lost tag":
            lost = span_of(session.document.page, "x", (0, 2))
            session.restart(session.document.replaced(orphans=(lost,)))
        case "state":
            session.restart(session.document.replaced(progress={"p#1": Progress(state="doing")}))
        case "step":
            session.apply(step)
            session.document = session.document.replaced(spans=(), progress={})
        case "undone":
            session.apply(step)
            session.undo()
            session.document = session.document.replaced(spans=(), progress={})


@pytest.mark.parametrize("how", ["tag", "lost tag", "state", "step", "undone"])
def test_whatever_was_decided_keeps_the_division_of_a_page(how: str, documents: Documents) -> None:
    decided(documents, how)
    before = documents.session("p").document
    documents.divide_anew(divided(before, (("gap", 1.5),)))
    assert documents.session("p").document is before


def test_an_act_on_two_pages_leaves_what_was_done_last_on_a_third(documents: Documents) -> None:
    for page in ("p", "q", "r"):
        documents.session(page)
    alone = tag(documents.session("r").document, "王五", "alone")
    documents.session("r").apply(Step("tag", (alone,), "王五", 0))
    act = {page: Step("tag", (tag(documents.session(page).document, "李四"),), "李四", 0) for page in "pq"}
    documents.apply(act)
    step = documents.session("p").undo()
    assert step is not None
    documents.follow(step, back=True)
    assert [len(documents.session(page).document.spans) for page in "pqr"] == [0, 0, 1]
    step = documents.session("p").redo()
    assert step is not None
    documents.follow(step, back=False)
    assert [len(documents.session(page).document.spans) for page in "pqr"] == [1, 1, 1]


def test_all_open_pages_are_read_again(root: Path, documents: Documents) -> None:
    for page in ("p", "q"):
        document = documents.session(page).document
        Project(root).save(tag(document, "张三").apply(document)[0])
    documents.read_again()
    assert [len(documents.session(page).document.spans) for page in "pq"] == [1, 1]


def test_times_are_what_relations_of_period_lead_to(root: Path) -> None:
    assert Documents(Project(root), changed.append).schema.times == {"TIME"}
    (root / "piyue.toml").write_text(
        '[[relations]]\nid = "w"\nkey = "w"\nrole = "period"\ntails = ["EVENT"]\n\n'
        '[[relations]]\nid = "s"\nkey = "s"\nrole = "subject"\ntails = ["ORG"]\n',
        encoding="utf-8",
    )
    assert "EVENT" in Documents(Project(root), changed.append).schema.times
    assert "ORG" not in Documents(Project(root), changed.append).schema.times
