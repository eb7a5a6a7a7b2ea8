"""Proposals as people read them, and what is not proposed."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, ORG, TIME, work
from tui.edit.changes import SetProgress
from tui.model import Progress, RefusedPin, State
from tui.store.project import Project

root, run = team_conftest.root, team_conftest.run


@pytest.fixture(autouse=True)
def _rules_alone(root: Path) -> None:
    (root / "piyue.toml").write_text("[suggest]\nlac = false\n", encoding="utf-8")


def proposed(run: Run, *arguments: str) -> list[dict[str, Any]]:
    status, out, _ = run("suggest", *(arguments or ("--all",)), "--json")
    assert status == 0
    return [json.loads(line) for line in out.splitlines()]


def surfaces(found: list[dict[str, Any]], page: str = "first") -> set[str]:
    return {row["surface"] for row in found if row["page"] == page}


def test_proposals_are_lines_with_score_and_what_was_read(run: Run, root: Path) -> None:
    status, out, err = run("suggest", "--all")
    assert (status, err) == (0, "")
    lines = [line.split("  ") for line in out.splitlines()]
    assert ["first#1", "METRIC", "36家", "0.95"] in [line[:4] for line in lines]
    (metric,) = (line for line in lines if line[2] == "36家")
    assert {"value=36", "unit=家", "comparator=exact"} <= set(metric[4].split())
    (time,) = (line for line in lines if line[2] == "今年")
    assert "value_max" not in "  ".join(time)
    assert {line[0] for line in lines} == {"first#1", "second#1"}


@pytest.mark.slow
def test_of_one_article_the_same_is_proposed(run: Run, root: Path) -> None:
    everything = proposed(run)
    assert proposed(run, "--article", "fi#1") == [row for row in everything if row["page"] == "first"]
    assert run("suggest", "--article", "first#2")[0] == 1
    assert run("suggest")[1] == run("suggest", "--all")[1]


def test_a_proposed_metric_says_what_it_may_be_related_to(run: Run, root: Path) -> None:
    by_surface = {row["surface"]: row for row in proposed(run)}
    relations = by_surface["36家"]["relations"]
    assert {"label", "surface", "segments", "score"} <= relations[0].keys()
    assert ("period", "今年") in {(row["label"], row["surface"]) for row in relations}
    counts = [sum(row["label"] == label for row in relations) for label in ("indicator", "subject", "period")]
    assert max(counts) <= 3
    assert [row["score"] for row in relations] == sorted((row["score"] for row in relations), reverse=True)
    assert by_surface["今年"]["relations"] == []


@pytest.mark.slow
def test_what_is_tagged_refused_or_finished_is_not_proposed(run: Run, root: Path) -> None:
    before = surfaces(proposed(run))
    assert {"36家", "今年", "一千二百人"} <= before
    work(root, "ling", "first", [COUNT], state="doing")
    project = Project(root)
    document = project.document("first", "ling")
    at = document.page.text.index("今年")
    pin = RefusedPin(label="TIME", segments=((at, at + 2),), text="今年", annotator="ling")
    corrections = document.corrections.replaced(refused=(pin,))
    project.save(document.replaced(corrections=corrections))
    assert surfaces(proposed(run)) >= {"一千二百人"}
    assert surfaces(proposed(run)).isdisjoint({"36家", "今年"})
    assert "今年" in surfaces(json_of(run("--annotator", "wang", "suggest", "--all", "--json")[1]))
    states: tuple[State, ...] = ("done", "skipped")
    for state in states:
        document, _ = SetProgress("first#1", Progress(state=state)).apply(
            Project(root).document("first", "ling")
        )
        Project(root).save(document) if False else None
        store = Project(root)
        changed, _ = SetProgress("first#1", Progress(state=state)).apply(store.document("first", "ling"))
        store.save(changed)
        assert surfaces(proposed(run)) == set()
        assert surfaces(proposed(run), "second") != set()


def json_of(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_who_wants_none_gets_none(run: Run, root: Path) -> None:
    (root / "piyue.toml").write_text('[suggest]\nlac = false\noff_for = ["ling"]\n', encoding="utf-8")
    assert proposed(run) == []
    assert json_of(run("--annotator", "wang", "suggest", "--all", "--json")[1]) != []


def test_what_is_too_doubtful_is_not_shown(run: Run, root: Path) -> None:
    every = {row["score"] for row in proposed(run)}
    assert min(every) < 0.9
    (root / "piyue.toml").write_text("[suggest]\nlac = false\nshown = 0.9\n", encoding="utf-8")
    shown = {row["score"] for row in proposed(run)}
    assert shown == {score for score in every if score >= 0.9} != set()


@pytest.mark.slow
def test_what_one_has_tagged_is_proposed_elsewhere_to_this_one_alone(run: Run, root: Path) -> None:
    (root / "seeds" / "third.txt").write_text("新建工会的事，大家都说好。\n", encoding="utf-8")
    assert ("EVENT", "新建工会") not in {(row["label"], row["surface"]) for row in proposed(run)}
    work(root, "ling", "first", [team_conftest.INDICATOR._replace(label="EVENT")])
    found = {(row["page"], row["label"], row["surface"]) for row in proposed(run)}
    assert ("third", "EVENT", "新建工会") in found
    others = json_of(run("--annotator", "wang", "suggest", "--all", "--json")[1])
    assert ("third", "EVENT", "新建工会") not in {
        (row["page"], row["label"], row["surface"]) for row in others
    }


def test_records_that_cannot_be_used_are_complained_of(run: Run, root: Path) -> None:
    work(root, "ling", "first", [ORG, TIME])
    file = root / "annotations" / "ling" / "first.json"
    file.write_text(file.read_text("utf-8").replace('"text": "今年"', '"text": 7'), encoding="utf-8")
    status, out, err = run("suggest", "--all", "--json")
    assert (status, err.count("\n"), "first.json" in err) == (1, 1, True)
    assert surfaces(json_of(out), "second") != set()


# Imported predictions


def guessed(run: Run, tmp_path: Path, *guesses: dict[str, Any]) -> tuple[int, str, str]:
    text = "临溪县总工会今年新建工会36家，会员一千二百人。"
    file = tmp_path / "in.json"
    file.write_text(json.dumps([{"data": {"text": text}, "predictions": list(guesses)}]), encoding="utf-8")
    return run("import", "--format", "label-studio", str(file))


def guess(start: int, end: int, text: str, label: str, **more: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": text, "labels": [label]}
    return {"result": [{"id": "a", "type": "labels", "value": value}], **more}


def test_guesses_of_others_are_proposed_with_their_score_and_maker(
    run: Run, root: Path, tmp_path: Path
) -> None:
    given = [
        guess(2, 4, "县总", "LOC", score=0.25, model_version="m1"),
        guess(16, 18, "会员", "PERSON"),
        guess(12, 15, "36家", "EVENT", score=0.75),
    ]
    status, out, _ = guessed(run, tmp_path, *given)
    assert (status, "3 predictions" in out) == (0, True)
    found = {
        (row["surface"], row["label"], row["maker"], row["score"])
        for row in proposed(run)
        if row["maker"].startswith("import")
    }
    assert found == {
        ("县总", "LOC", "import:m1", 0.25),
        ("会员", "PERSON", "import", 0.5),
        ("36家", "EVENT", "import", 0.75),
    }


def test_guesses_whose_text_is_gone_are_not_proposed(run: Run, root: Path, tmp_path: Path) -> None:
    guessed(
        run, tmp_path, guess(0, 3, "临溪县", "LOC", score=0.9), guess(16, 18, "会员", "PERSON", score=0.9)
    )
    page = root / "seeds" / "first.txt"
    page.write_text(page.read_text("utf-8").replace("临溪县总", "临江县总"), encoding="utf-8")
    found = {row["surface"] for row in proposed(run) if row["maker"].startswith("import")}
    assert found == {"会员"}
    page.write_text("短。\n", encoding="utf-8")
    assert [row for row in proposed(run) if row["maker"].startswith("import")] == []


# What is learned


def test_figures_of_a_model_are_a_table_by_label(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"tags": 7, "proposed": 6, "precision": 0.5, "recall": 0.25, "f1": 1 / 3}
    figures = {"articles": 3, "characters": 90, "tags": 7, "seconds": 0.5, "by_label": {"*": row, "ORG": row}}

    learned = SimpleNamespace(figures=figures)
    monkeypatch.setattr("tui.cli.suggesting.train", lambda _project, folds: learned)
    status, out, _ = run("learn")
    first, blank_or_head, *rest = out.splitlines()
    assert status == 0
    assert "3" in first
    table = [line.split() for line in (blank_or_head, *rest) if line]
    assert table == [
        ["label", "tags", "precision", "recall", "F1"],
        ["all", "7", "0.50", "0.25", "0.33"],
        ["ORG", "7", "0.50", "0.25", "0.33"],
    ]
    assert json.loads(run("learn", "--json")[1]) == figures


def test_what_a_metric_measures_is_proposed_with_the_project_s_label_for_it(run: Run, root: Path) -> None:
    toml = root / "piyue.toml"
    toml.write_text("[suggest]\nlac = false\nshown = 0.05\n", encoding="utf-8")

    (root / "seeds" / "third.txt").write_text(
        "临溪县今年新增会员一千二百人，职工收入增长5%。\n", encoding="utf-8"
    )

    def labels() -> set[tuple[str, str]]:
        rows = proposed(run, "--article", "third#1")
        return {(row["label"], row["surface"]) for row in rows if row["maker"] == "indicators"}

    assert labels() == {("INDICATOR", "新增会员"), ("INDICATOR", "职工收入")}
    assert run("labels", "rename", "INDICATOR", "WHAT")[0] == 0
    assert labels() == {("WHAT", "新增会员"), ("WHAT", "职工收入")}
    own = '[[labels]]\nid = "METRIC"\nkey = "m"\n\n[[relations]]\nid = "indicator"\nkey = "i"\n'
    known = 'role = "indicator"\nheads = ["METRIC"]\n'
    toml.write_text(
        f"standard_labels = false\n[suggest]\nlac = false\nshown = 0.05\n\n{own}{known}", encoding="utf-8"
    )
    assert labels() == set()
