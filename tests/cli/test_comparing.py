"""Agreement and adjudication as people read them, and who is asked to work on."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, MEMBERS, ORG, TIME, Tag, work
from tui.measure.agreement.figures import Figure
from tui.store.project import Project

root, run, team = team_conftest.root, team_conftest.run, team_conftest.team
PAIR = ("--annotator", "ling", "--annotator", "wang")


def tags(root: Path, annotator: str, page: str = "first") -> list[tuple[str, str]]:
    return [(span.label, span.text) for span in Project(root).document(page, annotator).spans]


def cells(out: str) -> list[list[str]]:
    return [[cell for cell in line.split("  ") if cell.strip()] for line in out.splitlines()]


def test_agreement_is_told_in_tables(run: Run, team: Path) -> None:
    status, out, err = run("agree", *PAIR)
    rows = [[cell.strip() for cell in row] for row in cells(out)]
    assert (status, "ling, wang" in rows[0][0], "1" in rows[0][0]) == (0, True, True)
    assert ["spans, exact (F1)", "0.500", "too few articles"] in rows
    assert ["pair", "articles", "value"] not in rows  # there is only one
    assert ["label", "precision", "recall", "F1"] in rows
    assert ["METRIC", "0.500", "1.000", "0.667"] in rows
    assert ["ORG", "0.000", "0.000", "0.000"] in rows
    assert not any("gamma" in row[0] for row in rows if row)
    assert "1" in err  # an article that only one has finished is left out


def test_of_three_each_pair_is_told_that_has_articles_together(run: Run, team: Path) -> None:
    rows = [[cell.strip() for cell in row] for row in cells(run("agree")[1])]
    assert ["ling - wang", "1", "0.500"] in rows
    assert not any(row and "zhou" in row[0] and " - " in row[0] for row in rows)
    pairs = json.loads(run("agree", "--json")[1])["pairs"]
    assert [(pair["a"], pair["b"]) for pair in pairs] == [("ling", "wang")]


def test_gamma_is_told_where_it_is_asked_for(run: Run, team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.measure.agreement.gamma.gamma", lambda _: Figure(0.42))  # it is an extra
    assert "gamma" not in json.loads(run("agree", *PAIR, "--json")[1])
    assert "gamma" not in run("agree", *PAIR)[1]
    assert json.loads(run("agree", *PAIR, "--gamma", "--json")[1])["gamma"] == 0.42
    (row,) = (row for row in cells(run("agree", *PAIR, "--gamma")[1]) if row and "gamma" in row[0])
    assert row[1].strip() == "0.420"


def test_what_has_no_value_has_a_reason_and_what_has_no_interval_has_none(run: Run, team: Path) -> None:
    found = json.loads(run("agree", *PAIR, "--json")[1])["all"]
    assert found["intervals"] == {}
    assert found["undefined"]
    assert all(found[name] is None and reason for name, reason in found["undefined"].items())
    work(team, "wang", "second", [Tag("望津市总工会", "ORG")])
    found = json.loads(run("agree", "--annotator", "wang", "--annotator", "zhou", "--json")[1])["all"]
    assert found["articles"] == 1


def test_one_pair_is_told_even_if_it_shares_no_article(run: Run, team: Path) -> None:
    status, out, err = run("agree", "--annotator", "wang", "--annotator", "zhou", "--json")
    (pair,) = json.loads(out)["pairs"]
    assert (status, pair["articles"]) == (1, 0)
    assert "wang, zhou" in err


def places(run: Run, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("agree", *PAIR, "--json", *more)[1])["disagreements"]
    return found


def test_differences_are_listed_a_line_each_and_of_one_kind_where_that_is_asked(run: Run, team: Path) -> None:
    every = run("agree", *PAIR, "--places")[1].splitlines()
    assert len(every) == len(places(run))
    values = run("agree", *PAIR, "--kind", "value")[1].splitlines()
    assert len(values) == len(places(run, "--kind", "value")) == 1
    assert "36家" in values[0]
    assert values[0] in every
    assert run("agree", *PAIR, "--kind", "label") == (0, "", run("agree", *PAIR)[2])


def test_only_tags_with_some_labels_are_listed(run: Run, team: Path) -> None:
    found = run("agree", *PAIR, "--places", "--label", "TIME")[1]
    assert TIME.text in found
    assert ORG.text not in found


def test_one_alone_is_compared_with_nobody(run: Run, root: Path) -> None:
    status, out, err = run("agree")
    assert (status, out, err) == (1, "", "piyue: nobody has annotated anything here yet\n")
    work(root, "ling", "first", [ORG])
    status, out, err = run("agree")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "ling" in err
    work(root, "gold", "first", [ORG])  # the result of adjudication is compared where it is asked for
    assert run("agree")[0] == 1
    assert run("agree", "--annotator", "ling", "--annotator", "gold")[0] == 0
    assert run("agree", "--annotator", "ling", "--annotator", "ling")[0] == 1


def test_the_team_of_the_settings_is_compared(run: Run, team: Path) -> None:
    (team / "piyue.toml").write_text(
        '[team]\nannotators = ["zhou", "ling", "nobody"]\nblind = false\n', encoding="utf-8"
    )
    assert json.loads(run("agree", "--json")[1])["annotators"] == ["zhou", "ling"]


def test_a_page_that_cannot_be_read_is_complained_of_and_the_others_are_compared(
    run: Run, team: Path
) -> None:
    (team / "annotations" / "ling" / "second.json").write_text("{", encoding="utf-8")
    status, out, err = run("agree", "--json")
    assert (status, json.loads(out)["all"]["articles"]) == (1, 1)
    assert "second.json" in err


# Adjudication


def test_differences_that_are_left_are_lines_and_counted(run: Run, team: Path) -> None:
    status, out, err = run("adjudicate", "--from", "ling", "--from", "wang", "--auto", "agreed")
    assert status == 0
    lines = out.splitlines()
    rows = [
        json.loads(line)
        for line in run(
            "adjudicate", "--from", "ling", "--from", "wang", "--auto", "agreed", "--json", "--into", "again"
        )[1].splitlines()
    ]
    assert len(lines) == len(rows) == 4
    assert {row["article"] for row in rows} == {"first#1"}
    assert all(line.startswith("first#1  ") for line in lines)
    assert any("36家" in line for line in lines)
    assert "1 " in err
    assert ("INDICATOR", "新建工会") in tags(team, "gold")
    assert tags(team, "gold") == tags(team, "again")


def test_the_result_is_who_the_settings_say_or_the_arguments(run: Run, team: Path) -> None:
    (team / "piyue.toml").write_text('[team]\nresult = "final"\n', encoding="utf-8")
    both = ("adjudicate", "--from", "ling", "--from", "wang", "--auto", "agreed")
    assert run(*both)[0] == 0
    assert run(*both, "--into", "mine")[0] == 0
    assert sorted(path.name for path in (team / "annotations").iterdir()) == [
        "final",
        "ling",
        "mine",
        "wang",
        "zhou",
    ]


def test_what_not_all_have_finished_is_left_and_counted(run: Run, team: Path) -> None:
    for names in (("ling", "zhou"), ("wang", "zhou")):
        given = [part for name in names for part in ("--from", name)]
        status, out, err = run("adjudicate", *given, "--auto", "agreed")
        assert (status, out) == (0, "")
        assert tags(team, "gold") == []
        assert not (team / "annotations" / "gold").exists()
        assert "2" in err  # one article each that only one has finished


def test_a_majority_needs_the_part_that_is_asked_for(run: Run, root: Path) -> None:
    for name, found in (("ling", [ORG, TIME]), ("wang", [ORG, TIME]), ("zhou", [ORG])):
        work(root, name, "first", found)
    everybody = [part for name in ("ling", "wang", "zhou") for part in ("--from", name)]
    assert run("adjudicate", *everybody, "--auto", "majority", "--threshold", "0.9")[0] == 0
    assert tags(root, "gold") == [("ORG", ORG.text)]
    assert run("adjudicate", *everybody, "--auto", "majority", "--into", "second")[0] == 0
    assert tags(root, "second") == [("ORG", ORG.text), ("TIME", TIME.text)]
    assert run("adjudicate", *everybody, "--auto", "agreed", "--into", "third")[0] == 0
    assert tags(root, "third") == [("ORG", ORG.text)]


def test_without_a_rule_the_app_opens_on_who_is_compared(
    run: Run, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []

    def opened(project: Project, *arguments: object, adjudicator: str) -> int:
        asked.append((project.annotator, adjudicator, *arguments))
        return 4

    monkeypatch.setattr("tui.app.run", opened)
    both = ("adjudicate", "--from", "ling", "--from", "wang", "--from", "ling")
    assert run("--lang", "zh", *both, "--threshold", "0.7") == (4, "", "")
    assert asked == [("gold", "ling", None, ("ling", "wang"), 0.7, "zh")]
    status, out, err = run(*both, "--json")
    assert (status, out, err.count("\n"), len(asked)) == (1, "", 1, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from", "ling"),
        ("--from", "ling", "--from", "ling"),
        ("--from", "ling", "--from", "nobody"),
        ("--from", "ling", "--from", "wang", "--into", "wang"),
        ("--from", "ling", "--from", "wang", "--into", "../x"),
    ],
)
def test_what_cannot_be_put_together_is_refused(run: Run, team: Path, arguments: tuple[str, ...]) -> None:
    before = sorted(path.name for path in (team / "annotations").iterdir())
    status, out, err = run("adjudicate", *arguments, "--auto", "agreed")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert sorted(path.name for path in (team / "annotations").iterdir()) == before


def test_who_may_not_see_a_page_adjudicates_nothing_of_it(run: Run, team: Path) -> None:
    (team / "piyue.toml").write_text('[team]\nannotators = ["ling", "wang", "zhou"]\n', encoding="utf-8")
    work(team, "wang", "second", [Tag("望津市总工会", "ORG")])
    both = ("adjudicate", "--from", "wang", "--from", "zhou", "--auto", "agreed")
    assert run("--annotator", "ling", *both)[0] == 0
    assert tags(team, "gold", "second") == []
    assert run("--annotator", "zhou", *both)[0] == 0
    assert tags(team, "gold", "second") == [("ORG", "望津市总工会")]


def test_a_page_that_cannot_be_read_is_complained_of_and_the_rest_is_done(run: Run, team: Path) -> None:
    work(team, "wang", "second", [])
    (team / "annotations" / "wang" / "second.json").write_text("{", encoding="utf-8")
    status, _, err = run("adjudicate", "--from", "ling", "--from", "wang", "--auto", "agreed")
    assert (status, "second.json" in err) == (1, True)
    assert ("INDICATOR", "新建工会") in tags(team, "gold")


def test_adjudicating_again_writes_nothing_that_is_there(run: Run, team: Path) -> None:
    both = ("adjudicate", "--from", "ling", "--from", "wang", "--auto", "agreed")
    run(*both)
    file = team / "annotations" / "gold" / "first.json"
    before = file.stat().st_mtime_ns
    run(*both)
    assert file.stat().st_mtime_ns == before
    assert MEMBERS.text not in {text for _, text in tags(team, "gold")}
    assert COUNT.text not in {text for _, text in tags(team, "gold")}
