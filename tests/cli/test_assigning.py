"""Who gets which page, and what each sees of the queue."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.team import conftest as team_conftest
from tests.team.conftest import ORG, Tag, work
from tui.operations.queue import draw
from tui.store.project import Project

root, run, team = team_conftest.root, team_conftest.run, team_conftest.team
FILE = "annotations/_project/_assignments.json"


@pytest.fixture
def pages(root: Path) -> Path:
    """Six pages."""
    for number in range(4):
        (root / "seeds" / f"p{number}.txt").write_text(f"第{number}次会议今天召开。\n", encoding="utf-8")
    return root


def given(run: Run, *arguments: str) -> list[tuple[str, str]]:
    status, out, _ = run("assign", *arguments, "--json")
    assert status == 0
    return [(row["page"], row["person"]) for row in map(json.loads, out.splitlines())]


def queued(run: Run, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*arguments, "queue", "--json")[1].splitlines()]


def test_who_has_finished_gets_what_others_are_behind_with(run: Run, pages: Path) -> None:
    assert given(run, "first", "p0", "--to", "ling") == [("first", "ling"), ("p0", "ling")]
    assert given(run, "second", "--to", "wang") == [("second", "wang")]
    assert [name for _, name in given(run, "p1", "--to", "ling,wang")] == ["wang"]
    for page in ("first", "p0"):
        work(pages, "ling", page, [])
    assert [name for _, name in given(run, "p2", "p3", "--to", "ling,wang")] == ["ling", "ling"]


def test_a_page_that_cannot_be_read_counts_as_unfinished(run: Run, pages: Path) -> None:
    given(run, "first", "--to", "ling")
    work(pages, "ling", "first", [])
    (pages / "annotations" / "ling" / "first.json").write_text("{", encoding="utf-8")
    assert [name for _, name in given(run, "p1", "--to", "ling,wang")] == ["wang"]


def test_by_lot_the_seed_decides(run: Run, pages: Path) -> None:
    drawn = set()
    for seed in range(6):
        found = given(run, "--all", "--to", "ling,wang", "--by", "random", "--seed", str(seed))
        drawn.add(tuple(found))
        assert len(found) == 6
        run("assign", "--all", "--to", "ling,wang", "--remove")
    assert len(drawn) > 1


def test_as_many_get_a_page_as_the_settings_or_the_arguments_say(run: Run, pages: Path) -> None:
    (pages / "piyue.toml").write_text("[team]\noverlap = 2\n", encoding="utf-8")
    assert given(run, "first", "--to", " ling , wang ,, zhou ") == [("first", "ling"), ("first", "wang")]
    assert given(run, "second", "--to", "zhou,mo", "--overlap", "1") == [("second", "zhou")]
    assert len(given(run, "p0", "--to", "ling,wang,zhou", "--overlap", "3")) == 3


def test_where_fewer_are_named_than_are_asked_for_it_says_so(run: Run, pages: Path) -> None:
    status, out, err = run("assign", "first", "--to", "ling,wang,ling", "--overlap", "3")
    assert (status, len(out.splitlines())) == (0, 2)
    assert "each page goes to 2 annotators, not to 3" in err
    assert run("assign", "p0", "--to", "ling,wang", "--overlap", "2")[2] == ""


def test_nothing_new_writes_nothing(run: Run, pages: Path) -> None:
    status, out, err = run("assign", "first", "--to", "ling", "--remove")
    assert (status, out, err.count("\n")) == (0, "", 1)
    assert not (pages / FILE).exists()
    given(run, "first", "--to", "ling")
    before = (pages / FILE).read_bytes()
    said = run("assign", "first", "--to", "ling")[2]
    assert said != err
    assert run("assign", "second", "--to", "ling", "--remove") == (0, "", err)
    assert run("assign", "first", "--to", "wang", "--remove") == (0, "", err)
    assert (pages / FILE).read_bytes() == before


def test_a_name_that_cannot_be_a_folder_is_refused(run: Run, pages: Path) -> None:
    for name in ("../x", "_project", ".hidden"):
        status, out, err = run("assign", "first", "--to", name)
        assert (status, out, err.count("\n")) == (1, "", 1)
        assert name in err
    assert not (pages / FILE).exists()


def test_mine_are_those_that_are_mine_or_free(run: Run, team: Path) -> None:
    run("assign", "second", "--to", "wang")
    assert [row["page"] for row in queued(run)] == ["first", "second"]
    (team / "seeds" / "third.txt").write_text("北桥工会开会。\n", encoding="utf-8")

    def mine(name: str) -> list[str]:
        out = run("--annotator", name, "queue", "--mine", "--json")[1]
        return [json.loads(line)["page"] for line in out.splitlines()]

    assert mine("ling") == ["first", "second", "third"]
    assert mine("wang") == ["first", "second", "third"]
    assert mine("zhou") == ["second", "third"]
    assert mine("mo") == ["third"]


def test_the_queue_is_a_table_with_what_comes_next(run: Run, team: Path) -> None:
    (team / "seeds" / "third.txt").write_text("北桥工会开会。\n", encoding="utf-8")
    _, out, err = run("queue")
    assert [line.split() for line in out.splitlines()] == [
        ["page", "who", "free"],
        ["first", "ling", "(done),", "wang", "(done)"],
        ["second", "ling", "(doing),", "zhou", "(done)"],
        ["third", "-", "free"],
    ]
    assert err == "3 pages, 1 free, 1 for ling; next: second\n"
    assert run("--annotator", "mo", "queue")[2] == "3 pages, 1 free, 0 for mo; next: third\n"
    work(team, "mo", "third", [])
    assert run("--annotator", "mo", "queue")[2] == "3 pages, 0 free, 0 for mo; next: -\n"


def test_only_the_team_is_in_the_queue_and_never_the_result(run: Run, team: Path) -> None:
    work(team, "gold", "first", [ORG])
    assert queued(run)[0]["states"] == {"ling": "done", "wang": "done"}
    (team / "piyue.toml").write_text('[team]\nannotators = ["ling"]\nleads = ["zhou"]\n', encoding="utf-8")
    assert [row["states"] for row in queued(run)] == [{"ling": "done"}, {"ling": "doing", "zhou": "done"}]


def test_one_goes_on_with_what_is_begun_then_given_then_free(team: Path, run: Run) -> None:
    def next_of(name: str) -> str | None:
        project = Project(team)
        project.annotator = name
        return draw(project)

    assert (next_of("ling"), next_of("mo")) == ("second", None)
    (team / "seeds" / "third.txt").write_text("北桥工会开会。\n", encoding="utf-8")
    assert next_of("mo") == "third"
    run("assign", "second", "--to", "mo")
    assert next_of("mo") == "second"


# Who sees what


def test_one_called_all_is_one_among_others(run: Run, root: Path) -> None:
    work(root, "all", "first", [ORG])
    work(root, "ling", "second", [Tag("望津市总工会", "ORG"), Tag("去年", "TIME")])
    found = json.loads(run("stats", "--annotator", "all", "--json")[1])
    assert (found["annotator"], found["spans"]["total"]) == ("all", 1)


def test_everybody_is_who_works_here_where_nobody_has_begun(run: Run, root: Path) -> None:
    assert json.loads(run("stats", "--annotator", "all", "--json")[1])["annotator"] == "ling"
    work(root, "gold", "first", [ORG])
    assert json.loads(run("stats", "--annotator", "all", "--json")[1])["annotator"] == "ling"
    assert run("stats", "--annotator", "nobody")[:2] == (1, "")


@pytest.mark.parametrize(
    ("settings", "sees"),
    [
        ("", True),
        ('annotators = ["ling", "zhou"]', False),
        ('annotators = ["ling", "zhou"]\nblind = false', True),
        ('annotators = ["zhou"]\nleads = ["ling"]', True),
        ('annotators = ["zhou"]', True),  # who has begun nothing has nothing to finish first
    ],
)
def test_others_tags_are_hidden_from_who_has_to_finish_a_page_first(
    run: Run, team: Path, settings: str, sees: bool
) -> None:
    (team / "piyue.toml").write_text(f"[team]\n{settings}\n" if settings else "", encoding="utf-8")
    if settings == 'annotators = ["zhou"]':
        (team / "annotations" / "ling" / "second.json").unlink()
    _, out, err = run("stats", "--annotator", "zhou", "--json")
    assert (json.loads(out)["spans"]["total"], "1 page" in err) == ((1, False) if sees else (0, True))
    status, out, err = run("export", "--format", "jsonl", "--annotator", "zhou", "-o", "-")
    spans = sum(len(json.loads(line)["spans"]) for line in out.splitlines())
    assert (status, spans) == ((0, 1) if sees else (1, 0))
    assert ("finish" in err) is not sees
