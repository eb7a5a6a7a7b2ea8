"""Whose tags are put together: what of an article is shown, which article is next, what is read again."""

from pathlib import Path

import pytest

from tests.team.conftest import Tag, work
from tui.app.keys.display import KeyNames
from tui.app.keys.key_map import KEYMAP
from tui.app.workspace.adjudication import AdjudicationSources, lit_tags
from tui.app.workspace.difference_rows import difference_hits
from tui.app.workspace.documents import Documents
from tui.app.workspace.status import Texts
from tui.app.workspace.workspace import Workspace
from tui.edit.changes import SetProgress
from tui.errors import PiyueError
from tui.measure.adjudication.state import Adjudication
from tui.model import Document, Progress, State
from tui.store.project import Project
from tui.text.offsets import read

PAGE = "临溪县总工会今年新建工会36家。\n"
PAGES = ("p", "q", "r", "s")
ORG, LOC, COUNT, NAME = (
    Tag("临溪县总工会", "ORG"),
    Tag("临溪县", "LOC"),
    Tag("36家", "METRIC"),
    Tag("新建工会", "INDICATOR"),
)

TOPIC = """[[article_labels]]
id = "topic"
kind = "enum"
choices = ["劳动", "法律"]
keys = ["l", "f"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Ling and wang differ on q and s, agree on r, and p is finished by ling alone."""
    root = tmp_path / "paper"
    (root / "seeds").mkdir(parents=True)
    for page in PAGES:
        (root / "seeds" / f"{page}.txt").write_text(PAGE, encoding="utf-8")
    for name in ("ling", "wang"):
        work(root, name, "p", [ORG if name == "ling" else LOC], state="done" if name == "ling" else "doing")
        work(root, name, "q", [ORG if name == "ling" else LOC])
        work(root, name, "r", [ORG, NAME])
        work(root, name, "s", [ORG, LOC] if name == "ling" else [LOC])
    return root


def opened(root: Path, annotator: str = "gold") -> tuple[AdjudicationSources, Documents]:
    project = Project.find(root)
    project.annotator = annotator
    return AdjudicationSources(project, ("ling", "wang")), Documents(project, lambda _: None)


def adjudication(sources: AdjudicationSources, documents: Documents, article: str) -> Adjudication | None:
    return sources.of(documents.open(article, "plain").article)


# What is shown


def test_each_tag_is_shown_with_the_number_of_who_made_it(root: Path) -> None:
    sources, documents = opened(root)
    found = adjudication(sources, documents, "q#1")
    assert found is not None
    reading = read(documents.session("q").document.page, found.article)
    shown = [(tag.owner, tag.span.id, tag.span.text, tag.ranges) for tag in sources.tags(found, reading)]
    assert shown == [
        (1, "ling/ling-临溪县总工会-ORG", "临溪县总工会", ((0, 6),)),
        (2, "wang/wang-临溪县-LOC", "临溪县", ((0, 3),)),
    ]


@pytest.mark.parametrize(("article", "is_there"), [("p#1", False), ("q#1", True), ("r#1", True)])
def test_what_not_all_have_finished_is_not_adjudicated(article: str, is_there: bool, root: Path) -> None:
    sources, documents = opened(root)
    assert (adjudication(sources, documents, article) is not None) == is_there


def test_who_has_not_finished_an_article_does_not_see_it_where_annotators_are_blind(root: Path) -> None:
    (root / "piyue.toml").write_text('[team]\nblind = true\nleads = ["gold"]\n', encoding="utf-8")
    work(root, "mo", "q", [], state="doing")
    for name, is_there in (("gold", True), ("mo", False)):
        sources, documents = opened(root, name)
        assert (adjudication(sources, documents, "q#1") is not None) == is_there, name
        assert sources.next_article(documents) == ("q#1" if is_there else "s#1")


@pytest.mark.parametrize("result", ["gold", "best"])
@pytest.mark.parametrize(("by", "is_there"), [("mo", True), ("li", True), ("zhou", False)])
def test_an_article_that_was_begun_is_there_for_who_decides_and_hidden_from_who_tags_it(
    by: str, is_there: bool, result: str, root: Path
) -> None:
    team = '[team]\nleads = ["mo"]\nannotators = ["ling", "wang", "zhou"]\n'
    (root / "piyue.toml").write_text(team, encoding="utf-8")
    work(root, "zhou", "q", [], state="doing")
    work(root, result, "q", [ORG], state="doing")
    project = Project.find(root)
    project.annotator = result
    sources = AdjudicationSources(project, ("ling", "wang"), by=by)
    documents = Documents(project, lambda _: None)
    assert (adjudication(sources, documents, "q#1") is not None) == is_there
    assert sources.next_article(documents) == ("q#1" if is_there else "s#1")


def test_whoever_works_as_the_result_sees_what_it_is_made_of(root: Path) -> None:
    (root / "piyue.toml").write_text('[team]\nleads = ["mo"]\n', encoding="utf-8")
    work(root, "gold", "q", [ORG], state="doing")
    assert adjudication(*opened(root), "q#1") is not None


def test_an_article_is_compared_once_and_again_when_it_is_another(root: Path) -> None:
    sources, documents = opened(root)
    first = adjudication(sources, documents, "q#1")
    assert first is not None
    assert adjudication(sources, documents, "q#1") is first
    other = Documents(Project.find(root), lambda _: None).open("q#1", "plain").article
    assert sources.of(other) is not first


def test_the_tags_that_a_difference_is_about_are_known_by_their_owners(root: Path) -> None:
    (root / "seeds" / "t.txt").write_text(PAGE, encoding="utf-8")
    work(root, "ling", "t", [COUNT, NAME], [(COUNT, NAME)])
    work(root, "wang", "t", [COUNT, NAME, ORG])
    sources, documents = opened(root)
    found = adjudication(sources, documents, "t#1")
    assert found is not None
    assert {difference.kind: lit_tags(difference) for difference in found.differences} == {
        "missing": ("wang/wang-临溪县总工会-ORG",),
        "relation": ("ling/ling-36家-METRIC", "ling/ling-新建工会-INDICATOR", "wang/wang-36家-METRIC"),
    }


def test_the_places_of_differences_are_listed_as_far_as_they_are_in_the_text(root: Path) -> None:
    sources, documents = opened(root)
    workspace = Workspace(documents, Texts("en", KeyNames(KEYMAP)), lambda _: None)
    found = adjudication(sources, documents, "q#1")
    assert found is not None
    (difference,) = found.differences
    document = documents.session("q").document
    (hit,) = difference_hits(document, found.article, [difference], workspace)
    assert (hit.place.text, hit.note, hit.about) == (
        "临溪县总工会",
        "borders+label: ORG “临溪县总工会” | LOC “临溪县”",
        difference,
    )
    (block,) = found.article.blocks
    elsewhere = found.article.replaced(blocks=(block.replaced(segments=((6, 8),)),))
    assert list(difference_hits(document, elsewhere, [difference], workspace)) == []


# Which article is next


@pytest.mark.parametrize(
    ("after", "following"), [("", "q#1"), ("p#1", "q#1"), ("q#1", "s#1"), ("r#1", "s#1"), ("s#1", "q#1")]
)
def test_the_next_article_is_looked_for_round_the_end(after: str, following: str, root: Path) -> None:
    sources, documents = opened(root)
    assert sources.next_article(documents, after) == following


def test_the_article_that_one_comes_from_is_not_the_next(root: Path) -> None:
    finish(root, "ling", "s", "doing")
    sources, documents = opened(root)
    assert sources.next_article(documents, "q#1") is None


def test_what_all_agree_on_is_taken_on_the_way_and_no_place_to_go_to(root: Path) -> None:
    sources, documents = opened(root)
    assert sources.next_article(documents, "q#1") == "s#1"
    result = documents.session("r").document
    assert [(span.text, span.decision) for span in result.spans] == [
        ("临溪县总工会", "agreed"),
        ("新建工会", "agreed"),
    ]
    assert result.progress_of("r#1").state == "done"


def test_labels_of_articles_on_which_not_all_agree_are_to_be_decided(root: Path) -> None:
    settings = (
        '[[article_labels]]\nid = "topic"\nkind = "enum"\nchoices = ["劳动", "法律"]\nkeys = ["l", "f"]\n'
    )
    (root / "piyue.toml").write_text(settings, encoding="utf-8")
    assert opened(root)[0].next_article(opened(root)[1], "q#1") == "s#1"
    for name, topic in (("ling", "劳动"), ("wang", "法律")):
        project = Project.find(root)
        progress = Progress(state="done", labels={"topic": (topic,)})
        project.save(SetProgress("r#1", progress).apply(project.document("r", name))[0])
    sources, documents = opened(root)
    assert sources.next_article(documents, "q#1") == "r#1"


def test_a_page_that_cannot_be_read_is_passed_over(root: Path) -> None:
    (root / "annotations" / "wang" / "q.json").write_text("{", encoding="utf-8")
    sources, documents = opened(root)
    with pytest.raises(PiyueError):
        adjudication(sources, documents, "q#1")
    assert sources.next_article(documents) == "s#1"


def test_what_somebody_changed_is_read_again_for_the_next_article(root: Path) -> None:
    sources, documents = opened(root)
    assert sources.next_article(documents, "s#1") == "q#1"
    before = adjudication(sources, documents, "q#1")
    finish(root, "wang", "p", "done")
    finish(root, "wang", "q", "doing")
    assert adjudication(sources, documents, "q#1") is before
    assert sources.next_article(documents, "s#1") == "q#1", "nobody has said that anything changed"
    for page in ("p", "q"):
        sources.changed(page)
    assert adjudication(sources, documents, "q#1") is before, "the one that is open stays as it is"
    assert sources.next_article(documents, "s#1") == "p#1"
    assert adjudication(sources, documents, "q#1") is None


def finish(root: Path, name: str, page: str, state: State) -> None:
    project = Project.find(root)
    document: Document = project.document(page, name)
    project.save(SetProgress(f"{page}#1", Progress(state=state)).apply(document)[0])
