"""Training on a project: on what is finished, into the private cache, and out of it again."""

import pytest

from tui.errors import ProjectError
from tui.model import RefusedPin
from tui.operations.learn import learn
from tui.operations.proposals.corpus import for_training, segmenter_of, worked_on
from tui.operations.proposals.making import decided, service_for
from tui.operations.proposals.model_file import load_model, model_path
from tui.operations.proposals.session import ProposalSession
from tui.operations.propose import ProjectProposals
from tui.store.project import Project
from tui.suggest.lac import LacProposer


def proposed(project: Project, page: str = "open") -> list[tuple[str, str]]:
    fresh = Project(project.root)
    document = fresh.document(page)
    found = ProjectProposals(fresh)
    return [(one.label, one.surface) for each in document.articles for one in found.of(document, each)]


@pytest.mark.slow
def test_a_model_learns_from_finished_articles_and_is_asked_from_then_on(project: Project) -> None:
    assert ("EVENT", "沙湾屯") not in proposed(project)
    model = learn(project, folds=2)
    assert model.articles == {f"v{number}#1" for number in range(8)}
    assert model.figures is not None
    assert model.figures["articles"] == 8
    assert model.figures["by_label"]["EVENT"]["tags"] == 8
    assert load_model(project) == model
    assert ("EVENT", "沙湾屯") in proposed(project)


@pytest.mark.slow
def test_a_model_is_taken_up_by_a_session_that_began_before_anything_was_tagged(project: Project) -> None:
    tagged, aside = project.root / "annotations", project.root / "aside"
    tagged.rename(aside)
    session = ProposalSession(project.root, project.annotator, LacProposer())
    assert session.answer({"do": "model"}) == {"model": False}
    aside.rename(tagged)
    learn(project)
    assert session.answer({"do": "model"}) == {"model": True}


@pytest.mark.slow
def test_proposals_say_who_makes_them_and_stand_where_they_say(project: Project) -> None:
    learn(project)
    document = project.document("open")
    found = list(ProjectProposals(project).of(document, document.articles[0]))
    assert {one.maker for one in found} == {"learned", "rules"}
    for one in found:
        assert "".join(document.page.text[a:b] for a, b in one.segments) == one.surface
        assert 0.5 <= one.score <= 1.0


def test_nothing_is_learned_from_articles_that_nobody_touched(project: Project) -> None:
    for page in worked_on(project):
        project.save(project.document(page).replaced(progress={}, spans=()))
    with pytest.raises(ProjectError):
        learn(Project(project.root))


def test_of_an_open_article_the_paragraphs_are_learned_in_which_nothing_is_open(project: Project) -> None:
    for page in worked_on(project):
        project.save(project.document(page).replaced(progress={}))
    fresh = Project(project.root)
    service = service_for(fresh.settings)
    found = [decided(service, one) for one in for_training(fresh, segmenter_of(fresh))]
    assert {one.decided for one in found} == {((0, 5),)}, "the title has its tag; in the text 三口 is open"


def test_nothing_is_proposed_in_a_finished_article_or_to_who_is_to_get_none(project: Project) -> None:
    assert proposed(project, "v0") == []
    toml = project.root / "piyue.toml"
    toml.write_text(toml.read_text("utf-8") + 'off_for = ["ling"]\n', "utf-8")
    assert proposed(project) == []


def test_a_refusal_of_another_annotator_is_not_ours(project: Project) -> None:
    document = project.document("open")
    at = document.page.text.index("3月5日")
    for who, left in (("ming", True), ("ling", False)):
        pin = RefusedPin(label="TIME", segments=((at, at + 4),), text="3月5日", annotator=who)
        project.save(document.replaced(corrections=document.corrections.replaced(refused=(pin,))))
        assert (("TIME", "3月5日") in proposed(project)) is left
        project = Project(project.root)
        document = project.document("open")


def test_a_text_refused_everywhere_is_not_proposed_on_another_page(project: Project) -> None:
    document = project.document("v0")
    at = document.page.text.index("三口")
    pin = RefusedPin(label="METRIC", segments=((at, at + 2),), text="三口", everywhere=True)
    project.save(document.replaced(corrections=document.corrections.replaced(refused=(pin,))))
    other = project.document("v1")
    project.save(other.replaced(progress={}))
    assert ("METRIC", "三口") not in proposed(project, "v1")


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"", b"piyue model 1\n{}", b"\xff" * 100])
def test_a_broken_model_is_the_same_as_none(project: Project, damage: bytes) -> None:
    learn(project)
    model_path(project).write_bytes(damage)
    assert ("EVENT", "沙湾屯") not in proposed(project)
    assert ("TIME", "3月5日") in proposed(project)


@pytest.mark.slow
def test_a_model_goes_with_the_labels_and_the_pages_that_it_was_trained_on(project: Project) -> None:
    learn(project)
    toml = project.root / "piyue.toml"
    plain = toml.read_text("utf-8")
    toml.write_text(
        plain + '[[labels]]\nid = "EVENT"\nkey = "e"\ncolor = "#000000"\nen = "Event"\nzh = "事件"\n', "utf-8"
    )
    assert ("EVENT", "沙湾屯") not in proposed(project)
    toml.write_text(plain, "utf-8")
    assert ("EVENT", "沙湾屯") in proposed(project)
    for page in worked_on(project)[:5]:
        (project.root / "annotations" / "ling" / f"{page}.json").unlink()
    assert ("EVENT", "沙湾屯") not in proposed(project)


def test_training_takes_no_more_text_than_it_may(project: Project) -> None:
    segmenter = segmenter_of(project)
    whole = [example.text.article for example in for_training(project, segmenter)]
    assert len(whole) == 8
    some = [example.text.article for example in for_training(project, segmenter, 60)]
    assert 1 < len(some) < 8
    assert some == [example.text.article for example in for_training(project, segmenter, 60)]
