"""What a team exports: of all, some, or the one result; others' tags are hidden from who has yet to tag."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.team.conftest import ORG, Run, Tag, work

TEAM = '[team]\nleads = ["mo"]\nannotators = ["ling", "wang", "zhou"]\noverlap = 3\n'


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def whose(path: Path) -> list[tuple[str, str, int]]:
    return sorted((row["annotator"], row["page"], len(row["spans"])) for row in rows(path))


def export(run: Run, target: Path, *arguments: str, who: str = "mo") -> tuple[int, str]:
    status, _, err = run("--annotator", who, "export", "--format", "jsonl", "-o", str(target), *arguments)
    return status, err


def test_everybody_s_or_some_people_s_tags_are_exported_and_the_card_says_whose(
    run: Run, team: Path, tmp_path: Path
) -> None:
    target = tmp_path / "all.jsonl"
    assert export(run, target, "--annotator", "all")[0] == 0
    everybody = [("ling", "first", 4), ("ling", "second", 1), ("wang", "first", 4), ("zhou", "second", 1)]
    assert whose(target) == everybody
    card = (tmp_path / "all.jsonl.card.md").read_text("utf-8")
    assert [name in card for name in ("ling", "wang", "zhou")] == [True] * 3
    assert "agree" in card.lower()
    some = tmp_path / "some.jsonl"
    assert export(run, some, "--annotator", "wang", "--annotator", "zhou", "--state", "done")[0] == 0
    assert whose(some) == [("wang", "first", 4), ("zhou", "second", 1)]
    assert "ling" not in {row["annotator"] for row in rows(some)}


@pytest.mark.parametrize(("name", "suffix"), [("brat", ".ann"), ("cas", ".xmi"), ("yedda", ".ann")])
def test_a_folder_has_a_file_for_each_annotator_s_article(
    name: str, suffix: str, run: Run, team: Path, tmp_path: Path
) -> None:
    target = tmp_path / "all"
    status, _, err = run("export", "--format", name, "-o", str(target), "--annotator", "all")
    assert status == 0
    names = {path.stem for path in target.glob(f"*{suffix}")}
    assert names == {"first-1", "first-1.wang", "second-1", "second-1.zhou"}
    said = ["4 articles: the format cannot hold their states", "whose tags these are: ling, wang, zhou"]
    assert [line in err for line in said] == [name != "cas"] * 2


def test_the_one_result_is_exported_by_its_name_and_is_not_one_of_all(
    run: Run, team: Path, tmp_path: Path
) -> None:
    run("adjudicate", "--from", "ling", "--from", "wang", "--auto", "agreed")
    gold, everybody = tmp_path / "gold.jsonl", tmp_path / "all.jsonl"
    assert export(run, gold, "--annotator", "gold")[0] == 0
    assert {row["annotator"] for row in rows(gold)} == {"gold"}
    assert export(run, everybody, "--annotator", "all")[0] == 0
    assert "gold" not in {row["annotator"] for row in rows(everybody)}


def test_the_card_s_agreement_is_of_annotators_not_of_the_result_made_of_them(
    run: Run, team: Path, tmp_path: Path
) -> None:
    work(team, "gold", "first", [ORG])
    for who in ("gold", "all"):
        target = tmp_path / f"{who}.jsonl"
        assert export(run, target, "--annotator", who)[0] == 0
        assert "annotators: ling, wang)" in (tmp_path / f"{who}.jsonl.card.md").read_text("utf-8")


def test_the_card_s_agreement_counts_pages_that_the_first_annotator_has_not(
    run: Run, root: Path, tmp_path: Path
) -> None:
    work(root, "ling", "first", [ORG])
    work(root, "wang", "second", [Tag("去年", "TIME"), Tag("李青禾", "PERSON")])
    work(root, "zhou", "second", [Tag("去年", "TIME")])
    target = tmp_path / "all.jsonl"
    assert export(run, target, "--annotator", "all")[0] == 0
    assert "F1 0.667" in (tmp_path / "all.jsonl.card.md").read_text("utf-8")


def test_a_lead_who_tagged_nothing_is_told_so_in_the_first_line(run: Run, team: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    (team / "piyue.toml").write_text('annotator = "mo"\n', encoding="utf-8")
    arguments = ("export", "--format", "jsonl", "-o", str(target))
    status, _, err = run(*arguments)
    assert (status, target.exists()) == (1, False)
    assert "nothing to export: mo has 0 tags" in err.splitlines()[0]
    assert run(*arguments, "--allow-empty")[0] == 0
    status, _, err = run(*arguments, "--annotator", "mu")
    assert (status, "ling, wang, zhou" in err) == (1, True)
    assert run(*arguments, "--annotator", "mu", "--allow-empty")[0] == 0
    assert target.read_text("utf-8").count('"annotator": "mu"') == 2
    assert run(*arguments, "--annotator", "all", "--allow-empty")[0] == 0
    assert '"annotator": "all"' not in target.read_text("utf-8")


@pytest.mark.parametrize("who", ["ling", "mo"])
def test_others_tags_of_a_page_are_left_out_until_one_has_finished_it(
    run: Run, team: Path, tmp_path: Path, who: str
) -> None:
    (team / "piyue.toml").write_text(TEAM, encoding="utf-8")
    target, only = tmp_path / "all.jsonl", tmp_path / "zhou.jsonl"
    status, err = export(run, target, "--annotator", "all", who=who)
    pages = {(row["annotator"], row["page"]) for row in rows(target)}
    hidden = who == "ling"  # who has begun the second page
    assert (status, ("zhou", "second") in pages, "1 page" in err) == (0, not hidden, hidden)
    assert ("wang", "first") in pages
    status, err = export(run, only, "--annotator", "zhou", who=who)
    assert (status, only.exists()) == ((1, False) if hidden else (0, True))
    assert ("1 page is left out" in err.splitlines()[0]) == hidden


@pytest.mark.parametrize("who", ["ling", "mo"])
def test_others_tags_of_a_page_do_not_count_until_one_has_finished_it(run: Run, team: Path, who: str) -> None:
    (team / "piyue.toml").write_text(TEAM, encoding="utf-8")
    status, out, err = run("--annotator", who, "stats", "--annotator", "all", "--json")
    zhou = json.loads(out)["annotators"]["zhou"]
    hidden = who == "ling"
    assert (status, zhou["spans"]["total"], "1 page" in err) == (0, 0 if hidden else 1, hidden)
    assert zhou["articles"]["done"] == 1  # how far others are is no secret
