"""What is shared of a project and a page beside corrections: dates, refused proposals, other names."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from types import SimpleNamespace
from typing import Any

import pytest
from tinydb import TinyDB

from tests.store.building import opened, span_of
from tui.edit.correct import SetCorrections
from tui.errors import StoreError
from tui.measure.aliases import Alias, Aliases
from tui.measure.team.assignments import Assignment, Assignments
from tui.model import Corrections, Document, RefusedPin
from tui.store.dates import base_for
from tui.store.files.accepted import Accepted
from tui.store.files.aliases import AliasFile, load_aliases
from tui.store.files.assignments import AssignmentFile
from tui.store.files.generations import set_aside
from tui.store.predictions import add_predictions, load_predictions, stored_predictions
from tui.store.project import Project

SAID = Corrections(
    date="2023-07",
    refused=(RefusedPin(label="METRIC", segments=((13, 15), (16, 17)), text="36家", reason="an example"),),
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("工会动态\n三月新建工会组织36\n家。\n", encoding="utf-8")
    (tmp_path / "seeds" / "b_20200102.txt").write_text("工会动态\n", encoding="utf-8")
    (tmp_path / "piyue.toml").write_text('[dates]\n"a" = "2021"\n"b" = "2022"\n', encoding="utf-8")
    return Project(tmp_path)


def said(project: Project) -> Document:
    return SetCorrections(SAID).apply(project.document("a"))[0]


def test_date_and_refusals_come_back_for_everybody_and_tinydb_reads_them(project: Project) -> None:
    project.save(said(project))
    assert Project(project.root).document("a", "wen").corrections == SAID
    with TinyDB(project.root / "annotations" / "_project" / "a.json") as plain:
        assert plain.table("refused").all()[0]["text"] == "36家"
        assert plain.table("meta").all()[0]["date"] == "2023-07"


def test_a_refusal_whose_text_is_gone_waits_in_the_file(project: Project) -> None:
    project.save(said(project))
    source = project.root / "seeds" / "a.txt"
    text = source.read_text("utf-8")
    source.write_text(text.replace("36", "37"), "utf-8")
    changed = Project(project.root)
    document = changed.document("a")
    assert (document.corrections.refused, document.corrections.date) == ((), "2023-07")
    changed.save(SetCorrections(document.corrections.replaced(date="2024")).apply(document)[0])
    source.write_text(text, "utf-8")
    assert Project(project.root).document("a").corrections == SAID.replaced(date="2024")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"page": "p"}, "assignments 7"),
        ({"person": "ling"}, "assignments 7"),
        ({"page": "p", "person": 3}, "assignments 7"),
        ({"page": "p", "person": "ling", "by": ["mo"]}, "assignments 7"),
        ({"page": "p", "person": "ling", "at": "the day before"}, "assignments 7 .*the day before"),
    ],
)
def test_an_assignment_that_is_none_is_named(project: Project, row: dict[str, object], why: str) -> None:
    good = {"page": "q", "person": "wang", "by": "mo", "at": "2026-03-01T12:00:00+00:00"}
    path = project.root / "annotations" / "_project" / "_assignments.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"meta": {"1": {"version": 1}}, "assignments": {"6": good}}))
    file = AssignmentFile(project)
    (found,) = file.load().all
    assert (found.page, found.person, found.by, found.at) == (
        *("q", "wang", "mo", datetime(2026, 3, 1, 12, tzinfo=UTC)),
    )
    path.write_text(json.dumps({"meta": {"1": {"version": 1}}, "assignments": {"6": good, "7": row}}))
    with pytest.raises(StoreError, match=why):
        AssignmentFile(project).load()
    path.write_text(json.dumps({"meta": {"1": {"version": 2}}, "assignments": {"6": good}}))
    with pytest.raises(StoreError, match="version 2"):
        AssignmentFile(project).load()


def test_assignments_stand_in_the_order_in_which_they_were_given(project: Project) -> None:
    assert not AssignmentFile(project).is_there
    moments = [datetime(2026, 3, day, tzinfo=UTC) for day in (3, 1, 2)]
    names = ("wang", "mo", "ling")
    given = [Assignment("a", name, "mo", at) for name, at in zip(names, moments, strict=True)]
    AssignmentFile(project).save(Assignments([*given, Assignment("a", "zhou"), Assignment("b", "ling")]))
    file = AssignmentFile(project)
    assert file.load().people("a") == ("zhou", "mo", "ling", "wang")
    assert file.load().pages("ling") == ("a", "b")
    assert file.is_there


def test_a_date_that_is_none_is_named(project: Project) -> None:
    folder = project.root / "annotations" / "_project"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text('{"meta": {"1": {"version": 1, "date": "soon"}}}', encoding="utf-8")
    with pytest.raises(StoreError, match=r"a\.json.*soon"):
        project.document("a")


def test_a_date_given_by_hand_comes_before_the_settings_and_these_before_the_name(project: Project) -> None:
    a, b = project.document("a"), project.document("b_20200102")
    assert str(base_for(project, a)) == "2021"
    assert str(base_for(project, said(project))) == "2023-07"
    assert str(base_for(project, b)) == "2022"
    project.settings = project.settings.replaced(dates={})
    assert str(base_for(project, b)) == "2020-01-02"
    assert base_for(project, a) is None


ROW = '{"text": "工会动态\\n上半年新建工会组织36家。", "date": "2023-09-15T08:00:00+08:00"}\n'


def test_the_date_in_a_table_holds_unless_somebody_said_another(project: Project) -> None:
    (project.root / "rows_20200102.jsonl").write_text(ROW, encoding="utf-8")
    (project.root / "piyue.toml").write_text(
        '[[sources]]\npath = "rows_20200102.jsonl"\ntext = "text"\ndate = "date"\n', encoding="utf-8"
    )
    project = Project(project.root)
    document = project.document("rows_20200102-1")
    assert str(base_for(project, document)) == "2023-09-15"
    corrected, _ = SetCorrections(SAID.replaced(refused=())).apply(document)
    assert str(base_for(project, corrected)) == "2023-07"
    project.settings = project.settings.replaced(dates={"rows": "2021"})
    assert str(base_for(project, document)) == "2021"


def test_aliases_are_saved_for_the_whole_project(project: Project) -> None:
    file = AliasFile(project)
    given = file.load().with_alias(Alias("subject", "该区总工会", "顺义区总工会", "a"))
    file.save(given)
    file.save(given.with_alias(Alias("indicator", "新建工会", "新建工会组织")))
    assert [alias.name for alias in load_aliases(project).all] == ["顺义区总工会", "新建工会组织"]


def test_an_alias_of_an_unknown_kind_is_named(project: Project) -> None:
    file = AliasFile(project)
    file.save(Aliases())
    file.path.write_text('{"aliases": {"1": {"kind": "x", "written": "a", "name": "b"}}}', encoding="utf-8")
    with pytest.raises(StoreError, match="aliases 1"):
        file.load()


def worked_on(root: Path) -> tuple[Project, Document, list[StoreError]]:
    """The page as somebody sees it who works on it, and what is told of it."""
    told: list[StoreError] = []
    project = Project(root)
    return project, opened(project, "a", told.append), told


def test_what_two_correct_at_the_same_time_is_put_together(project: Project) -> None:
    project.save(said(project))
    ours, document, _ = worked_on(project.root)
    theirs, other, _ = worked_on(project.root)
    (pin,) = SAID.refused
    theirs.save(
        other.replaced(
            corrections=Corrections(
                date="2024", refused=(pin.replaced(label="ORG"), pin.replaced(label="PERSON"))
            )
        )
    )
    mine = document.replaced(
        corrections=SAID.replaced(refused=(pin, pin.replaced(label="PERSON", reason="no")))
    )
    with pytest.raises(StoreError, match="changed"):
        ours.save(mine)
    merged = ours.documents.merge(mine, lambda _: None)
    assert merged.corrections.date == "2024"
    assert {(p.label, p.reason) for p in merged.corrections.refused} == {
        ("ORG", "an example"),
        ("PERSON", "no"),
    }
    ours.save(merged)
    assert Project(project.root).document("a", "wen").corrections == merged.corrections


def test_a_damaged_file_lies_beside_and_its_last_good_state_opens(project: Project) -> None:
    project.save(said(project))
    changed = said(project).replaced(corrections=SAID.replaced(date="2024"))
    again, document, _ = worked_on(project.root)
    again.save(document.replaced(corrections=changed.corrections))
    path = project.root / "annotations" / "_project" / "a.json"
    path.write_text('{"meta": {')
    _, document, told = worked_on(project.root)
    assert document.corrections == SAID
    assert [(error.key, "\n" in str(error)) for error in told] == [("store.replaced", False)]
    assert (path.parent / "a.json.damaged-1").read_text() == '{"meta": {'
    assert worked_on(project.root)[2] == []


def test_a_file_that_was_removed_is_written_again(project: Project) -> None:
    project.save(said(project))
    ours, document, _ = worked_on(project.root)
    (project.root / "annotations" / "_project" / "a.json").unlink()
    changed = document.replaced(corrections=document.corrections.replaced(date="2024"))
    with pytest.raises(StoreError):
        ours.save(changed)
    ours.save(ours.documents.merge(changed, lambda _: None))
    assert Project(project.root).document("a").corrections == changed.corrections


def test_two_who_answer_questions_lose_no_answer(project: Project) -> None:
    (project.root / "annotations").mkdir()
    one, other = Accepted(project), Accepted(project)
    one.add(["a"])
    other.add(["b"])
    assert Accepted(project).keys == {"a", "b"}


def test_two_threads_that_open_a_damaged_page_put_it_aside_once(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = project.document("a")
    for count in (1, 2):
        spans = tuple(span_of(document.page, str(n), (n, n + 1)) for n in range(count))
        project.save(document.replaced(spans=spans))
    path = project.root / "annotations" / project.annotator / "a.json"
    path.write_text("{")
    both = Barrier(2)

    def slow(damaged: Path) -> Path:
        with suppress(BrokenBarrierError):
            both.wait(0.3)
        return set_aside(damaged)

    monkeypatch.setattr("tui.store.files.repair.set_aside", slow)
    fresh = Project(project.root)
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: opened(fresh, "a", lambda _: None), range(2)))
    assert [len(document.spans) for document in found] == [1, 1]
    assert [file.name for file in path.parent.glob("*.damaged-*")] == ["a.json.damaged-1"]


def test_an_answer_is_known_once_it_was_given(project: Project) -> None:
    accepted = Accepted(project)
    assert "a" not in accepted
    accepted.add(["a", "b"])
    Accepted(project).add(["c"])
    assert ["a" in accepted, "b" in accepted, "c" in accepted] == [True, True, False]
    accepted.add([])
    assert accepted.keys == {"a", "b", "c"}


RACES: dict[str, tuple[str, Callable[[Project], object]]] = {
    "answers": (
        "tui.store.project_records.ProjectRecords._save",
        lambda project: Accepted(project).add(["a"]),
    ),
    "predictions": (
        "tui.store.predictions._add",
        lambda project: add_predictions(project.backend, project.page("a"), []),
    ),
}


@pytest.mark.parametrize("kind", RACES)
def test_what_somebody_else_wrote_in_between_is_written_upon_and_not_without_end(
    kind: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, write = RACES[kind]
    failures = list[str]()

    def fails(*_: object) -> dict[str, object]:
        if failures:
            raise StoreError(failures.pop(), path="p")
        return {}

    monkeypatch.setattr(name, fails)
    failures += ["store.changed"] * 19
    write(project)
    assert failures == []
    for wrong in (["store.changed"] * 20, ["store.full"]):
        failures[:] = wrong
        with pytest.raises(StoreError) as caught:
            write(project)
        assert (caught.value.key, failures) == (wrong[0], [])


def test_a_prediction_need_not_say_who_made_it_and_how_sure_they_were(project: Project) -> None:
    path = project.root / "annotations" / "_predictions" / "a.json"
    path.parent.mkdir(parents=True)
    rows: list[dict[str, Any]] = [
        {"label": "ORG", "segments": [[0, 2]], "text": "工会"},
        {"label": "LOC", "segments": [[0, 2]], "text": "工会", "maker": None, "score": "high"},
        {"label": "DOC", "segments": [[2, 4]], "text": "工会", "maker": "m", "score": 1},
    ]
    path.write_text(json.dumps({"predictions": dict(zip("123", rows, strict=True))}))
    found = stored_predictions(project.backend, "a")
    assert sorted((one.label, one.maker, one.score) for one in found if one.label != "DOC") == [
        *(("LOC", "", None), ("ORG", "", None)),
    ]
    assert [one.label for one in load_predictions(project.backend, project.page("a"))] == ["ORG", "LOC"]
    for wrong in ({"label": "ORG", "text": "x"}, {"label": "ORG", "segments": [[2, 1]], "text": "x"}):
        path.write_text(json.dumps({"predictions": {"1": wrong}}))
        with pytest.raises(StoreError, match=r"_predictions/a\.json"):
            stored_predictions(project.backend, "a")


def test_the_queue_is_told_of_what_was_saved_and_of_nothing_else(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[Document]()
    monkeypatch.setattr(project.documents, "_queue", SimpleNamespace(told=told.append))
    document = said(project)
    project.save(document)
    assert told == [document]
    path = project.root / "annotations" / "_project" / "a.json"
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(StoreError):
        project.save(document.replaced(corrections=Corrections()))
    assert told == [document]
