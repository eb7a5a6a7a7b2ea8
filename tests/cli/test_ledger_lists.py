"""The ledger as a table on the screen and in files: columns, groups, order, and what is refused."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, INDICATOR, MEMBERS, TIME, Tag, work
from tui.edit.changes import AddRelation
from tui.model import Relation
from tui.store.project import Project

root, run = team_conftest.root, team_conftest.run
SHARE = Tag("5%", "METRIC", {"value": "5", "unit": "%"})


@pytest.fixture
def ledger(root: Path) -> Path:
    """Three metrics, one of which has an indicator and a period; wang has one."""
    (root / "piyue.toml").write_text('[dates]\n"f" = "2018-05-01"\n', encoding="utf-8")
    work(root, "ling", "first", [COUNT, INDICATOR, MEMBERS, TIME], [(COUNT, INDICATOR)])
    project = Project(root)
    document = project.document("first", "ling")
    period = Relation(id="p", label="period", head="ling-36家-METRIC", tail="ling-今年-TIME")
    project.save(AddRelation(period).apply(document)[0])
    work(root, "ling", "second", [SHARE])
    work(root, "wang", "second", [SHARE])
    return root


def cells(out: str) -> list[list[str]]:
    return [line.split() for line in out.splitlines()]


def values(out: str) -> list[str]:
    return [json.loads(line)["value"] for line in out.splitlines()]


def test_metrics_are_rows_in_the_order_of_the_text(run: Run, ledger: Path) -> None:
    status, out, err = run("ledger")
    assert (status, err) == (0, "")
    assert cells(out) == [
        *[["indicator", "subject", "period", "from/to", "value", "unit", "status", "same/other", "article"]],
        ["新建工会", "今年", "2018-01-01/2018-12-31", "36", "家", "first#1"],
        ["1200", "人", "first#1"],
        ["5", "%", "second#1"],
    ]


def test_rows_of_a_group_stand_under_its_name_and_lack_its_column(run: Run, ledger: Path) -> None:
    out = run("ledger", "--group", "indicator")[1]
    assert [row[0] for row in cells(out)] == ["subject", "[新建工会]", "今年", "[-]", "1200", "5"]
    assert "新建工会" not in out.splitlines()[2]
    assert run("--lang", "zh", "ledger", "--group", "unit")[1].split()[0] == "指标"


def test_rows_are_sorted_by_fields_and_groups_come_first(run: Run, ledger: Path) -> None:
    assert values(run("ledger", "--sort", "value", "--json")[1]) == ["5", "36", "1200"]
    assert values(run("ledger", "--sort", "page,value", "--json")[1]) == ["36", "1200", "5"]
    units = [
        line[0] for line in cells(run("ledger", "--group", "unit", "--sort", "value")[1]) if line[0][0] == "["
    ]
    assert units == ["[%]", "[人]", "[家]"]
    work(ledger, "ling", "second", [Tag("去年", "METRIC", {"value": "1", "unit": "家"})])
    grouped = values(run("ledger", "--group", "unit", "--sort", "value", "--json")[1])
    assert grouped == ["5", "1200", "1", "36"]


def test_conditions_hold_together_or_by_field(run: Run, ledger: Path) -> None:
    assert values(run("ledger", "--where", "unit=家", "--json")[1]) == ["36"]
    assert values(run("ledger", "--where", "unit=家", "--where", "page=second", "--json")[1]) == []
    assert values(run("ledger", "--indicator", "新建工会", "--json")[1]) == ["36"]


def test_the_ledger_is_csv_where_only_a_file_is_named_and_stdout_where_only_a_format_is(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    target = tmp_path / "ledger.csv"
    assert run("ledger", "-o", str(target)) == (0, "", f"3 rows written to {target}\n")
    status, out, err = run("ledger", "--format", "csv")
    assert (status, err) == (0, "3 rows written to -\n")
    assert out == target.read_bytes().decode()
    table = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert [(row["value"], row["unit"], row["interval"]) for row in table] == [
        ("36", "家", "2018-01-01/2018-12-31"),
        ("1200", "人", ""),
        ("5", "%", ""),
    ]
    out = run("ledger", "--format", "jsonl", "-o", "-", "--where", "unit=%")[1]
    assert [row["id"] for row in map(json.loads, out.splitlines())] == ["ling-5%-METRIC"]


def test_a_picture_names_what_it_leaves_out(run: Run, ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.svg"
    status, out, err = run("ledger", "--plot", str(target))
    assert (status, out) == (0, "")
    assert err.splitlines()[0] == f"plot saved: {target}"
    assert "新建工会" in target.read_text("utf-8")
    err = run("ledger", "--where", "unit=家", "--plot", str(target))[2]
    assert err == f"plot saved: {target}\n"


def test_each_has_a_ledger_of_their_own(run: Run, ledger: Path) -> None:
    assert values(run("--annotator", "wang", "ledger", "--json")[1]) == ["5"]
    status, out, err = run("--annotator", "nobody", "ledger", "--json")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "ling" in err


def test_of_one_who_is_not_named_it_is_empty(run: Run, root: Path) -> None:
    assert run("ledger", "--json") == (0, "", "")
    status, _, err = run("--annotator", "nobody", "ledger")
    assert (status, err) == (1, "piyue: nobody has annotated anything here yet\n")


def test_a_page_that_cannot_be_read_is_complained_of_and_the_rest_is_listed(run: Run, ledger: Path) -> None:
    (ledger / "annotations" / "ling" / "first.json").write_text("{", encoding="utf-8")
    status, out, err = run("ledger", "--json")
    assert (status, values(out)) == (1, ["5"])
    assert "first.json" in err
