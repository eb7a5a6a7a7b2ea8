"""`piyue agree` finds what was planted, and says what it left out."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.team.conftest import COUNT, INDICATOR, MEMBERS, ORG, TIME, Run, Tag, work
from tui.measure.adjudication.differences import Kind
from tui.measure.agreement.corpus import Corpus
from tui.measure.agreement.rows import PLACES
from tui.operations.agree import AgreeOptions, agree
from tui.store.project import Project


def answer(run: Run, *arguments: str) -> dict[str, Any]:
    _, out, _ = run("agree", "--json", *arguments)
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.mark.usefixtures("team")
def test_a_pair_has_the_figures_that_were_planted(run: Run) -> None:
    (pair,) = answer(run, "--annotator", "ling", "--annotator", "wang")["pairs"]
    assert (pair["a"], pair["b"], pair["articles"]) == ("ling", "wang", 1)
    assert pair["spans"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}  # 36家 and 新建工会, of four each
    assert pair["overlapping"]["f1"] == 0.75  # 临溪县 is part of 临溪县总工会
    assert (pair["borders"], pair["labels"], pair["values"], pair["relations"]) == (0.5, 1, 0, 1)
    assert pair["by_label"]["METRIC"] == {"precision": 0.5, "recall": 1, "f1": pytest.approx(2 / 3)}
    assert pair["by_page"] == {"first": pair["spans"]}


@pytest.mark.usefixtures("team")
def test_from_a_figure_one_gets_to_its_places(run: Run) -> None:
    found = answer(run, "--annotator", "ling", "--annotator", "wang")["disagreements"]
    assert [
        (each["kind"], each["a"] and each["a"]["text"], each["b"] and each["b"]["text"]) for each in found
    ] == [
        ("border", "临溪县总工会", "临溪县"),
        ("missing", "今年", None),
        ("value", "36家", "36家"),
        ("missing", None, "一千二百人"),
    ]
    assert {each["article"] for each in found} == {"first#1"}
    assert found[2]["fields"] == ["unit"]  # 36 and 36.0 are one number
    _, out, _ = run("agree", "--kind", "border")
    assert out == "first#1  borders  ling: ORG “临溪县总工会”  wang: ORG “临溪县”\n"


@pytest.mark.usefixtures("team")
def test_what_two_have_not_finished_is_left_out_and_said(run: Run) -> None:
    status, out, err = run("agree")
    assert (status, "ling - wang" in out, "ling - zhou" in out) == (0, True, False)
    assert err == "left out because fewer than two have finished it: 1 article\n"


def test_where_nothing_can_be_compared_it_says_so_and_fails(run: Run, root: Path) -> None:
    nobody = (1, "piyue: nobody has annotated anything here yet\n")
    assert run("agree")[::2] == nobody
    assert run("agree", "--annotator", "ling")[::2] == nobody
    work(root, "ling", "first", [ORG])
    assert run("agree")[::2] == (1, "piyue: agreement needs two annotators; annotations here are by: ling\n")
    unknown = "piyue: mo has no annotations here; there are ling\n"
    assert run("agree", "--annotator", "mo")[::2] == (1, unknown)
    work(root, "wang", "first", [ORG], state="doing")
    status, out, err = run("agree", "--json")
    assert (status, json.loads(out)["pairs"][0]["spans"]["f1"]) == (1, None)
    assert "finish articles (state done) to compare them" in err


def test_what_is_not_defined_is_said_and_not_computed(run: Run, root: Path) -> None:
    for name in ("ling", "wang"):
        work(root, name, "first", [ORG])
    found = answer(run)
    (pair,) = found["pairs"]
    assert (pair["labels"], pair["undefined"]["labels"]) == (None, "one_label")
    assert (pair["values"], pair["undefined"]["values"]) == (None, "nothing")
    assert (pair["spans"]["f1"], pair["borders"], found["alpha"]) == (1, 1, 1)
    assert "undefined: both used only one label" in run("agree")[1]


def test_two_who_tagged_nothing_have_no_figure(run: Run, root: Path) -> None:
    for name in ("ling", "wang"):
        work(root, name, "first", [])
    found = answer(run)
    assert found["pairs"][0]["spans"] == {"precision": None, "recall": None, "f1": None}
    assert (found["alpha"], found["undefined"]) == (None, {"alpha": "one_value"})


def test_with_two_articles_there_is_an_interval(run: Run, root: Path) -> None:
    for name, tags in (("ling", [ORG, COUNT]), ("wang", [ORG])):
        work(root, name, "first", tags)
        work(root, name, "second", [Tag("望津市总工会", "ORG")])
    (pair,) = answer(run)["pairs"]
    low, high = pair["intervals"]["spans"]
    assert low < pair["spans"]["f1"] == 0.8 < high == 1
    assert answer(run)["pairs"][0]["intervals"] == pair["intervals"]  # drawn by a seed


def test_only_tags_with_some_labels_are_compared(run: Run, root: Path) -> None:
    work(root, "ling", "first", [ORG, COUNT])
    work(root, "wang", "first", [COUNT, MEMBERS, Tag("临溪县", "ORG")])
    found = answer(run, "--label", "METRIC")
    assert found["pairs"][0]["spans"]["f1"] == pytest.approx(2 / 3)
    assert [each["kind"] for each in found["disagreements"]] == ["missing"]


def test_nobody_sees_others_tags_of_a_page_before_finishing_it(run: Run, team: Path) -> None:
    (team / "piyue.toml").write_text(
        '[team]\nleads = ["mo"]\nannotators = ["ling", "wang", "zhou"]\n', encoding="utf-8"
    )
    work(team, "zhou", "first", [ORG], state="doing")
    status, out, err = run("--annotator", "zhou", "agree", "--annotator", "ling", "--annotator", "wang")
    assert (status, "临溪县" in out) == (1, False)
    assert "left out because you have not finished it: 1 page" in err
    for who, hidden in (("mo", False), ("ling", True)):  # ling has begun the second page
        arguments = ("agree", "--places", "--annotator", "ling", "--annotator", "wang")
        status, out, err = run("--annotator", who, *arguments)
        assert (status, "临溪县" in out, "1 page" in err) == (0, True, hidden)


def test_someone_unknown_is_an_error_on_one_line(run: Run, team: Path) -> None:
    status, out, err = run("agree", "--annotator", "ling", "--annotator", "nobody")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "ling, wang, zhou" in err


BASE = (ORG, COUNT, INDICATOR, TIME)
DIFFERING: dict[Kind, tuple[Tag, ...]] = {
    "missing": BASE[:-1],
    "border": (Tag("临溪县", "ORG"), *BASE[1:]),
    "label": (*BASE[:-1], Tag("今年", "EVENT")),
    "value": (ORG, COUNT._replace(said={"value": "63", "unit": "家"}), INDICATOR, TIME),
    "relation": BASE,
}
"""What a second annotator has, who differs from the first in this alone."""


@pytest.mark.parametrize("kind", DIFFERING)
def test_a_figure_leads_to_just_the_differences_that_lower_it(kind: Kind, root: Path) -> None:
    work(root, "ling", "first", BASE, [(COUNT, INDICATOR)])
    work(root, "wang", "first", DIFFERING[kind], [] if kind == "relation" else [(COUNT, INDICATOR)])
    corpus = next(event for event in agree(Project(root), AgreeOptions()) if isinstance(event, Corpus))
    assert {each.kind for each in corpus.together.differences} == {kind}
    values = {name: corpus.together.figure(name).value for name in PLACES}
    lowered = {name for name, value in values.items() if value is not None and value < 1}
    assert lowered == {name for name, kinds in PLACES.items() if kind in kinds}
