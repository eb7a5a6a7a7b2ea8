"""What counts as decided of an article that is not finished, and when a model is still one of the project."""

from pathlib import Path

import pytest

from tests.operations.conftest import VILLAGES, tagged
from tui.model import RefusedPin
from tui.operations.learn import learn
from tui.operations.proposals.articles import decided_blocks, example_of
from tui.operations.proposals.corpus import for_training, segmenter_of, worked_on
from tui.operations.proposals.making import decided, service_for, use_model
from tui.operations.proposals.model_file import load_model, model_path, save_model
from tui.store.project import Project
from tui.suggest.candidate import ArticleText, Candidate, Example

BLOCKS = ((0, 5), (6, 10), (11, 20))


def example(*tags: int, refused: tuple[int, ...] = ()) -> Example:
    """An article of three paragraphs with tags and refusals of one character."""
    text = ArticleText("p#1", "一" * 20, BLOCKS, ("paragraph",) * 3, ())
    one = [Candidate(at, at + 1, "ORG") for at in tags]
    return Example(text, tuple(one), (), tuple(Candidate(at, at + 1, "ORG") for at in refused))


@pytest.mark.parametrize(
    ("tags", "refused", "open_", "expected"),
    [
        ((), (), (), ()),
        ((0,), (), (), (BLOCKS[0],)),
        ((4,), (), (), (BLOCKS[0],)),
        ((5,), (), (), ()),  # between two paragraphs
        ((0, 6), (), (7,), (BLOCKS[0],)),
        ((0, 6), (), (10,), (BLOCKS[0], BLOCKS[1])),
        ((), (11,), (), (BLOCKS[2],)),
        ((), (11,), (19,), ()),
    ],
)
def test_a_paragraph_is_decided_where_something_was_decided_and_nothing_is_open(
    tags: tuple[int, ...],
    refused: tuple[int, ...],
    open_: tuple[int, ...],
    expected: tuple[tuple[int, int], ...],
) -> None:
    asked = [Candidate(at, at + 1, "LOC") for at in open_]
    assert decided_blocks(example(*tags, refused=refused), asked) == expected


def test_of_an_article_one_knows_tags_refusals_and_when_it_was_finished(project: Project) -> None:
    document = tagged(project.document("open"), "沙湾屯", "EVENT")
    at = document.page.text.index("3月5日")
    pins = (
        RefusedPin(label="TIME", segments=((at, at + 4),), text="3月5日", annotator="ling"),
        RefusedPin(label="TIME", segments=((at, at + 2),), text="3月", annotator="ming"),
        RefusedPin(label="LOC", segments=((0, 2),), text="沙湾", annotator="", everywhere=True),
    )
    document = document.replaced(corrections=document.corrections.replaced(refused=pins))
    article = document.articles[0]
    found = example_of(document, article, ())
    written = found.text.text
    assert [(one.label, written[slice(*one.range)]) for one in found.tags] == [("EVENT", "沙湾屯")]
    assert [(one.label, written[slice(*one.range)]) for one in found.refused] == [
        ("TIME", "3月5日"),
        ("LOC", "沙湾"),
    ]
    assert found.refused_texts == {("沙湾", "LOC")}
    assert (found.decided, found.is_finished) == ((), False)
    done = project.document("v0")
    known = example_of(done, done.articles[0], ())
    assert (known.decided, known.is_finished) == (known.text.blocks, True)


def test_a_model_holds_while_half_of_what_it_learned_from_is_there(project: Project) -> None:
    learn(project)

    def holds() -> bool:
        fresh = Project(project.root)
        return use_model(service_for(fresh.settings), fresh, worked_on(fresh)) is not None

    for number in range(len(VILLAGES) // 2):
        assert holds()
        (project.root / "annotations" / "ling" / f"v{number}.json").unlink()
    assert holds()
    (project.root / "annotations" / "ling" / "v7.json").unlink()
    assert not holds()
    toml = project.root / "piyue.toml"
    toml.write_text(toml.read_text("utf-8") + "learn = false\n", "utf-8")
    assert not holds()


def test_a_model_that_cannot_be_kept_leaves_nothing_behind(project: Project) -> None:
    model = learn(project)
    path = model_path(project)
    before = path.read_bytes()
    save_model(project, model)
    assert path.read_bytes() == before
    path.unlink()
    (path / "in the way").mkdir(parents=True)
    with pytest.raises(OSError, match="crf"):
        save_model(project, model)
    assert [
        each.name for each in path.parent.iterdir() if each.is_file() and each.name.startswith(path.name)
    ] == []
    assert load_model(project) is None
    assert Path(path).is_dir()


def test_what_is_proposed_with_doubts_does_not_keep_a_paragraph_open(tmp_path: Path) -> None:
    root = tmp_path / "doubts"
    (root / "seeds").mkdir(parents=True)
    (root / "piyue.toml").write_text('annotator = "ling"\n[suggest]\nlac = false\n', "utf-8")
    (root / "seeds" / "p.txt").write_text("临溪县今年新增会员一千二百人。\n", "utf-8")
    project = Project(root)
    document = project.document("p")
    for written, label in (("临溪县", "LOC"), ("今年", "TIME"), ("一千二百人", "METRIC")):
        document = tagged(document, written, label)
    project.save(document)
    (example,) = for_training(Project(root), segmenter_of(project))
    service = service_for(project.settings)
    open_ = service.propose(example.text, example)
    assert [one.label for one in open_] == ["INDICATOR"]
    assert open_[0].score < 0.5
    assert decided(service, example).decided == example.text.blocks
    project.save(document.replaced(spans=document.spans[:1]))
    (example,) = for_training(Project(root), segmenter_of(project))
    assert decided(service, example).decided == ()
