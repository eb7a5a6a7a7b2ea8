"""Corrections are kept beside the annotations, for everybody, and outlive text and splitter that change."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from tui.edit.correct import JoinArticles, SetRole, SplitArticle, join_words
from tui.errors import StoreError
from tui.model import BlockPin, BorderPin, Corrections, Document, ReadsPin, RefusedPin, WordPin
from tui.store.files.corrections import CorrectionsFile
from tui.store.project import Project
from tui.text.votes import VOTES

NEWS = """大桥昨日通车

本报讯（记者 张三）昨天，大桥通车。

市民夹道欢迎。

夜市重开

本报讯 夜市昨晚重开。"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(NEWS, "utf-8")
    return Project.find(tmp_path)


def corrected(project: Project) -> Document:
    document = project.document("a")
    for change in (SplitArticle(NEWS.index("市民")), join_words([(0, 2)], [(2, 4)])):
        document, _ = change.apply(document)
    project.save(document)
    return document


def test_corrections_are_read_back_by_everybody(project: Project) -> None:
    document = corrected(project)
    for annotator in ("ling", "wen"):
        again = Project.find(project.root).document("a", annotator)
        assert (again.articles, again.furniture) == (document.articles, document.furniture)
        assert again.corrections == document.corrections
    page = project.page("a")
    assert Project.find(project.root).documents.division(page).articles == document.articles


def test_a_page_that_nobody_corrected_has_no_file(project: Project) -> None:
    project.save(project.document("a"))
    assert not (project.root / "annotations").exists()


def test_the_file_is_tinydbs_with_a_record_a_line_and_names_no_annotator(project: Project) -> None:
    corrected(project)
    text = (project.root / "annotations/_project/a.json").read_text("utf-8")
    tables = json.loads(text)
    rows = [dict(row) for name in ("borders", "words") for row in tables[name].values()]
    assert all(datetime.fromisoformat(row.pop("updated")).tzinfo for row in rows)
    assert {"at": NEWS.index("市民"), "text": "市民夹道欢迎。"} in rows
    assert {"segments": [[0, 4]], "text": "大桥昨日"} in rows
    assert project.records.annotators() == ()


def test_a_correction_that_is_undone_is_gone_from_the_file(project: Project) -> None:
    document = project.document("a")
    changed, inverse = SetRole(0, "kicker").apply(document)
    project.save(changed)
    project.save(inverse.apply(changed)[0])
    assert Project.find(project.root).document("a") == project.document("a")
    assert json.loads((project.root / "annotations/_project/a.json").read_text("utf-8"))["blocks"] == {}


def test_a_correction_whose_text_is_gone_waits_in_the_file(project: Project) -> None:
    corrected(project)
    path = project.root / "seeds" / "a.txt"
    path.write_text(NEWS.replace("市民夹道", "大家夹道"), "utf-8")
    document = Project.find(project.root).document("a")
    assert (document.corrections.borders, len(document.corrections.words)) == ((), 1)
    project = Project.find(project.root)
    changed, _ = JoinArticles(NEWS.index("夜市")).apply(project.document("a"))
    project.save(changed)
    path.write_text(NEWS, "utf-8")
    again = Project.find(project.root).document("a")
    assert [pin.begins for pin in again.corrections.borders] == [True, False]


def test_what_somebody_else_corrected_meanwhile_is_not_overwritten(project: Project) -> None:
    mine = project.document("a")
    corrected(Project.find(project.root))
    changed, _ = SetRole(0, "kicker").apply(mine)
    with pytest.raises(StoreError):
        project.save(changed)


@pytest.mark.parametrize(
    "tables",
    [
        {"meta": {"1": {"version": 2}}},
        {"meta": {"1": {"version": 1}}, "blocks": {"1": {"segments": [[3, 1]], "text": "x"}}},
    ],
)
def test_a_file_that_cannot_be_understood_is_refused(project: Project, tables: object) -> None:
    folder = project.root / "annotations" / "_project"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text(json.dumps(tables), "utf-8")
    with pytest.raises(StoreError):
        project.document("a")


VOTE = next(iter(VOTES))
EVERY = Corrections(
    blocks=(BlockPin(segments=((0, 6),), text=NEWS[:6], role="kicker"),),
    borders=(BorderPin(at=8, text=NEWS[8:16], begins=False),),
    words=(WordPin(segments=((0, 2),), text=NEWS[:2]), WordPin(segments=((2, 4),), text=NEWS[2:4])),
    refused=(
        RefusedPin(label="LOC", segments=((0, 2),), text=NEWS[:2], reason="?", everywhere=True),
        RefusedPin(label="ORG", segments=((0, 2),), text=NEWS[:2], annotator="ling"),
    ),
    reads=(ReadsPin(segments=((4, 6),), text=NEWS[4:6], reads="开通"),),
    date="2023-05-12",
    votes=((VOTE, 1.5),),
)
KINDS = ("blocks", "borders", "words", "refused", "reads")


@pytest.fixture
def path(project: Project) -> Path:
    (project.root / "annotations" / "_project").mkdir(parents=True)
    return project.root / "annotations" / "_project" / "a.json"


def test_corrections_of_every_kind_come_back_and_what_another_version_said_stays(
    project: Project, path: Path
) -> None:
    page = project.page("a")
    path.write_text(json.dumps({"meta": {"1": {"version": 1}}, "later": {"1": {"x": 1}}}))
    file = CorrectionsFile(path)
    assert file.load(page) == Corrections()
    file.save(page, EVERY)
    assert CorrectionsFile(path).load(page) == EVERY
    tables = json.loads(path.read_text("utf-8"))
    assert {name: len(rows) for name, rows in tables.items()} == {
        **{"meta": 1, "blocks": 1, "borders": 1, "words": 2, "refused": 2, "reads": 1, "later": 1}
    }
    assert all(row["updated"] for name in KINDS for row in tables[name].values())


def test_a_correction_keeps_its_time_while_it_stays_what_it_is(project: Project, path: Path) -> None:
    page, file = project.page("a"), CorrectionsFile(path)
    file.load(page)
    file.save(page, EVERY)
    tables = json.loads(path.read_text("utf-8"))
    for name in KINDS:
        for row in tables[name].values():
            row["updated"] = "2020-01-01"
    path.write_text(json.dumps(tables), "utf-8")
    again = CorrectionsFile(path)
    pin = BorderPin(at=8, text=NEWS[8:16])
    again.save(page, again.load(page).replaced(borders=(pin,)))
    tables = json.loads(path.read_text("utf-8"))
    said = {name: {row["updated"] for row in tables[name].values()} for name in KINDS}
    assert said.pop("borders").isdisjoint({"2020-01-01"})
    assert all(times == {"2020-01-01"} for times in said.values())


@pytest.mark.parametrize("kind", KINDS)
def test_what_two_corrected_is_put_together_kind_by_kind(project: Project, path: Path, kind: str) -> None:
    """One takes a correction back and makes another; meanwhile somebody else makes a third."""
    page, (mine, *_) = project.page("a"), getattr(EVERY, kind)
    places = [NEWS.index(text) for text in ("市民", "夜市", "本报讯 夜市")]
    kept, gone, theirs = (at_place(mine, at) for at in places)

    def of(*pins: object) -> Corrections:
        return Corrections(**{kind: pins})  # type: ignore[arg-type]

    first = CorrectionsFile(path)
    first.load(page)
    first.save(page, of(kept, gone))
    file, other = CorrectionsFile(path), CorrectionsFile(path)
    for each in (file, other):
        each.load(page)
    other.save(page, of(kept, gone, theirs).replaced(date="2023", votes=((VOTE, 0.5),)))
    both = file.merged(page, of(mine, kept))
    assert both == of(mine, kept, theirs).replaced(date="2023", votes=((VOTE, 0.5),))
    assert CorrectionsFile(path).merged(page, of(mine)) == of(mine, kept, gone, theirs).replaced(
        date=both.date, votes=both.votes
    )
    file.save(page, both)
    ours = both.replaced(date="2024", votes=())
    other.load(page)
    other.save(page, both.replaced(date="2025", votes=((VOTE, 9.0),)))
    assert file.merged(page, ours) == ours


def at_place(pin: object, at: int) -> object:
    """The same correction somewhere else."""
    if isinstance(pin, BorderPin):
        return pin.replaced(at=at, text=NEWS[at : at + 2])
    assert isinstance(pin, BlockPin | WordPin | RefusedPin | ReadsPin)
    return pin.replaced(segments=((at, at + 2),), text=NEWS[at : at + 2])


def test_of_one_place_ours_holds_and_a_file_that_is_gone_is_written_again(
    project: Project, path: Path
) -> None:
    page, file, other = project.page("a"), CorrectionsFile(path), CorrectionsFile(path)
    for each in (file, other):
        each.load(page)
    (word, _), (refused, same_place) = EVERY.words, EVERY.refused
    longer = WordPin(segments=((1, 4),), text=NEWS[1:4])
    theirs = Corrections(words=(longer,), refused=(refused.replaced(reason="!"), same_place))
    other.save(page, theirs)
    ours = Corrections(words=(word,), refused=(refused,))
    assert file.merged(page, ours) == Corrections(words=(word,), refused=(refused, same_place))
    path.unlink()
    assert file.merged(page, ours) == ours
    file.save(page, ours)
    assert CorrectionsFile(path).load(page) == ours


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"meta": {"1": {"version": 1, "date": "the day before"}}}, "meta 1"),
        ({"meta": {"1": {"version": 1, "votes": 3}}}, "meta 1"),
        ({"meta": {"1": {"version": 1, "votes": {VOTE: "x"}}}}, "meta 1"),
        ({"meta": {"1": {"version": 1}}, "reads": {"7": {"segments": [[0, 2]]}}}, "reads 7"),
        ({"meta": {"1": {"version": 3}}}, "version 3"),
    ],
)
def test_what_a_file_says_wrong_is_named(
    project: Project, path: Path, tables: dict[str, object], said: str
) -> None:
    path.write_text(json.dumps(tables))
    with pytest.raises(StoreError, match=said):
        CorrectionsFile(path).load(project.page("a"))
