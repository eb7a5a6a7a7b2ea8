"""What a command says of a mistake names the way out."""

import json
from pathlib import Path

import pytest

from tests.conftest import SEEDS
from tests.team import conftest as team_conftest
from tests.team.conftest import Run, Tag, work
from tui.model import Document
from tui.store.project import Project

root, run, team = team_conftest.root, team_conftest.run, team_conftest.team

UIE = [
    {
        "content": "新河县今日通车。",
        "result_list": [{"text": "新河县", "start": 0, "end": 3}],
        "prompt": "地理位置",
    },
]


def imported(
    run: Run, root: Path, name: str, *rows: object, more: tuple[str, ...] = ()
) -> tuple[int, str, str]:
    file = root.parent / f"{name}.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return run("import", "--format", name, str(file), *more)


def newest(root: Path) -> Document:
    project = Project(root)
    return project.document(project.page_ids()[-1])


def test_a_foreign_prompt_is_mapped_or_renamed_as_the_hint_says(run: Run, root: Path) -> None:
    _, _, err = imported(run, root, "uie", *UIE)
    assert "1 tag has the label 地理位置, which cannot be an id" in err
    assert "--map 地理位置=ID" in err
    assert "piyue labels rename 地理位置 ID" in run("check")[1]
    assert run("labels", "rename", "地理位置", "LOC")[0] == 0
    assert "LOC" in json.dumps(
        [row["id"] for row in map(json.loads, run("labels", "--json")[1].splitlines()) if row["spans"]]
    )
    assert "地理位置" not in run("check")[1]


def test_a_mapped_prompt_needs_no_hint(run: Run, root: Path) -> None:
    _, _, err = imported(run, root, "uie", *UIE, more=("--map", "地理位置=LOC"))
    assert err == ""


def test_entities_without_an_id_are_all_there_and_a_relation_between_them_is_not_made_up(
    run: Run, root: Path
) -> None:
    places = [(0, 3), (4, 7), (8, 11)]
    row = {
        "id": None,
        "text": "新河县、临溪县、望津市。",
        "entities": [{"id": None, "start_offset": a, "end_offset": b, "label": "LOC"} for a, b in places],
        "relations": [{"id": None, "from_id": None, "to_id": None, "type": "subject"}],
    }
    status, out, err = imported(run, root, "doccano", row)
    assert (status, "tag: 3 added" in out, "relation: 0 added" in out) == (1, True, True)
    assert "from_id cannot be used (missing)" in err


def test_adjudicating_without_a_terminal_says_how_it_is_done_without_one(
    run: Run, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, _, err = run("adjudicate", "--from", "ling", "--from", "wang")
    assert (status, "--auto agreed or --auto majority" in err) == (1, True)


def test_all_articles_in_one_state_leave_no_kappa_of_states(run: Run, team: Path) -> None:
    _, out, _ = run("agree", "--annotator", "ling", "--annotator", "wang")
    (said,) = [line for line in out.splitlines() if line.startswith("done or skipped")]
    assert "undefined: all articles have the same state" in said


def test_agreement_of_nothing_is_no_table_of_dashes(run: Run, root: Path) -> None:
    for name in ("ling", "wang"):
        work(root, name, "first", [Tag("今年", "TIME")], state="doing")
    status, out, err = run("agree")
    assert (status, out) == (1, "")
    assert "no article was finished by two of ling, wang" in err


@pytest.mark.parametrize("wanted", ["#1", "", "first#9", "#"])
def test_an_article_that_is_none_is_named_as_it_was_typed(wanted: str, run: Run) -> None:
    status, _, err = run("show", wanted)
    assert (status, f"there is no article “{wanted}”" in err) == (1, True)


def test_what_cannot_be_kept_is_said_with_what_can(run: Run, root: Path) -> None:
    new = root.parent / "new"
    assert "there is nothing to keep" in run("init", str(new), "--keep", "--yes")[2]
    assert "there is nothing to keep" in run("init", str(new), "--keep", "other", "--yes")[2]
    assert not new.exists()


def test_an_export_needs_the_pages_that_it_was_made_of(run: Run, root: Path, tmp_path: Path) -> None:
    work(root, "ling", "first", [Tag("今年", "TIME")])
    out = tmp_path / "out.jsonl"
    assert run("--annotator", "ling", "export", "--format", "jsonl", "-o", str(out))[0] == 0
    new = tmp_path / "new"
    run("init", str(new), "--yes")
    status, _, err = run("--project", str(new), "import", "--format", "jsonl", str(out))
    assert (status, "no page “first”; copy seeds/first.txt of the project" in err) == (1, True)
    (new / "seeds" / "first.txt").write_bytes((root / "seeds" / "first.txt").read_bytes())
    (new / "seeds" / "second.txt").write_bytes((root / "seeds" / "second.txt").read_bytes())
    assert run("--project", str(new), "import", "--format", "jsonl", str(out))[0] == 0
    assert [span.text for span in Project(new).document("first", "ling").spans] == ["今年"]


@pytest.mark.parametrize(
    ("command", "way"),
    [
        (("labels", "add"), "`piyue labels add DRUG`"),
        (("labels", "rename", "ORG"), "`piyue labels rename DRUG NEW`"),
        (("relations", "remove"), "`piyue relations remove subject`"),
        (("relations", "rename", "subject"), "`piyue relations rename subject NEW`"),
        (("stats", "--day", "yesterday"), "yesterday is not a day; write one such as 2026-03-01"),
    ],
)
def test_a_wrong_call_is_answered_with_a_right_one_of_the_same_command(
    command: tuple[str, ...], way: str, run: Run
) -> None:
    status, _, err = run(*command)
    assert (status in (1, 2), way in err) == (True, True), err


def test_a_standard_label_that_gives_its_key_up_is_named(run: Run, root: Path) -> None:
    _, out, _ = run("labels", "add", "DRUG", "--key", "o")
    keys = {row["id"]: row["key"] for row in map(json.loads, run("labels", "--json")[1].splitlines())}
    assert (keys["DRUG"], keys["ORG"] != "o") == ("o", True)
    assert f"the standard label ORG gave its key up and has {keys['ORG']} now" in out


def test_a_page_of_one_article_names_it_and_one_of_several_says_them(run: Run, root: Path) -> None:
    assert run("show", "first") == run("show", "first#1")
    (root / "seeds" / "several.txt").write_bytes(next(SEEDS.glob("000_*")).read_bytes())
    status, _, err = run("show", "several")
    assert (status, "name one of several#1 to several#" in err) == (1, True)


def test_where_there_are_no_aliases_and_no_indicators_this_is_said(run: Run, team: Path) -> None:
    status, out, err = run("alias")
    assert (status, out, "no aliases yet" in err) == (0, "", True)
    assert run("alias", "--json") == (0, "", err)
    assert "no row has an indicator yet" in run("--annotator", "zhou", "ledger", "--indicator", "产量")[2]
