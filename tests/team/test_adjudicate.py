"""`piyue adjudicate --auto`: what needs no person is taken, what is left is printed."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.team.conftest import COUNT, INDICATOR, ORG, Run, Tag, work
from tui.model import Document
from tui.store.project import Project

FROM = ("adjudicate", "--from", "ling", "--from", "wang", "--into", "gold")


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def gold(root: Path, page: str = "first") -> Document:
    return Project(root).document(page, "gold")


def test_what_all_have_is_taken_and_the_rest_is_printed(run: Run, team: Path) -> None:
    status, out, err = run(*FROM, "--auto", "agreed", "--json")
    assert (status, [row["kind"] for row in rows(out)]) == (0, ["border", "missing", "value", "missing"])
    assert "1 tag that all have" in err
    assert "left: 4; not finished by all: 1 article" in err
    (span,) = gold(team).spans
    assert (span.text, span.decision, span.annotator) == ("新建工会", "agreed", "ling, wang")
    assert span.sources == ("ling/ling-新建工会-INDICATOR", "wang/wang-新建工会-INDICATOR")
    assert gold(team).progress_of("first#1").state == "doing"


def test_a_result_that_the_team_does_not_have_is_said_to_count_as_an_annotator(run: Run, team: Path) -> None:
    arguments = ("adjudicate", "--from", "ling", "--from", "wang", "--auto", "agreed", "--into")
    assert "count" not in run(*arguments, "gold")[2]
    assert "--annotator all count second as an annotator" in run(*arguments, "second")[2]
    (team / "piyue.toml").write_text('[team]\nresult = "second"\n', encoding="utf-8")
    assert "count" not in run(*arguments, "second")[2]


def test_doing_it_again_changes_nothing(run: Run, team: Path) -> None:
    run(*FROM, "--auto", "agreed")
    before = (team / "annotations" / "gold" / "first.json").read_bytes()
    status, out, err = run(*FROM, "--auto", "agreed", "--json")
    assert (status, len(rows(out)), "0 tags that all have" in err) == (0, 4, True)
    assert (team / "annotations" / "gold" / "first.json").read_bytes() == before


def test_nobody_else_s_work_is_touched(run: Run, team: Path) -> None:
    files = [team / "annotations" / name / "first.json" for name in ("ling", "wang")]
    before = [file.read_bytes() for file in files]
    run(*FROM, "--auto", "majority")
    assert [file.read_bytes() for file in files] == before


def test_what_all_agree_on_is_finished(run: Run, root: Path) -> None:
    for name in ("ling", "wang"):
        work(root, name, "first", [ORG, COUNT, INDICATOR], [(COUNT, INDICATOR)])
    status, out, _ = run(*FROM, "--auto", "agreed")
    assert (status, out) == (0, "")
    document = gold(root)
    assert [span.text for span in document.spans] == ["临溪县总工会", "新建工会", "36家"]
    (relation,) = document.relations
    ends = [document.spans_by_id[end].text for end in (relation.head, relation.tail)]
    assert (relation.label, ends, document.progress_of("first#1").state) == (
        *("indicator", ["36家", "新建工会"], "done"),
    )


def test_three_of_whom_two_agree_make_a_majority_that_is_marked(run: Run, root: Path) -> None:
    for name, tags in (("ling", [ORG]), ("wang", [ORG, COUNT]), ("zhou", [Tag("临溪县", "ORG")])):
        work(root, name, "first", tags)
    arguments = ("adjudicate", "--from", "ling", "--from", "wang", "--from", "zhou", "--auto", "majority")
    assert len(rows(run(*arguments, "--threshold", "0.7", "--json")[1])) == 2
    status, out, err = run(*arguments)
    assert (status, out, "2 differences by majority" in err) == (0, "", True)
    (span,) = gold(root).spans
    assert (span.text, span.decision, span.annotator) == ("临溪县总工会", "majority", "ling, wang")
    assert gold(root).progress_of("first#1").rejected == ("wang/wang-36家-METRIC", "zhou/zhou-临溪县-ORG")


def test_the_result_says_where_its_tags_are_from_in_the_native_export(run: Run, team: Path) -> None:
    run(*FROM, "--auto", "agreed")
    _, out, _ = run("export", "--format", "jsonl", "-o", "-", "--annotator", "gold")
    spans = [span for row in rows(out) for span in row["spans"]]
    assert [(span["decision"], len(span["sources"])) for span in spans] == [("agreed", 2)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "ling", "--into", "gold"), "name at least two annotators"),
        (("--from", "ling", "--from", "nobody"), "ling, wang, zhou"),
        (("--from", "ling", "--from", "wang", "--into", "ling"), "the result cannot belong to 'ling'"),
        (("--from", "ling", "--from", "wang", "--into", "../x"), "the result cannot belong to '../x'"),
    ],
)
@pytest.mark.usefixtures("team")
def test_what_cannot_be_is_said_on_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    status, out, err = run("adjudicate", "--auto", "agreed", *arguments)
    assert (status, out, err.count("\n"), said in err) == (1, "", 1, True)


def test_the_app_is_told_who_decides_and_who_gets_the_result(
    run: Run, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []

    def open_app(project: Project, *_: object, adjudicator: str) -> int:
        opened.append((adjudicator, project.annotator))
        return 0

    monkeypatch.setattr("tui.app.run", open_app)
    assert run("--annotator", "mo", "adjudicate", "--from", "ling", "--from", "wang")[0] == 0
    assert opened == [("mo", "gold")]
    (team / "piyue.toml").write_text('annotator = "mu"\n', "utf-8")
    assert run("adjudicate", "--from", "ling", "--from", "wang", "--into", "best")[0] == 0
    assert opened[1:] == [("mu", "best")]
