"""`piyue suggest`, `piyue ledger` and `piyue alias`."""

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.measure.tagged import tagged_project
from tui.cli import main


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tagged_project(tmp_path_factory.mktemp("tagged")).root


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> list[str]:
    assert main(list(arguments)) == 0
    return capfdbinary.readouterr().out.decode().splitlines()


@pytest.mark.slow
def test_suggest_prints_each_proposal_with_its_place(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    (tmp_path / "seeds").mkdir()
    text = "工会动态\n三月新建工会组织36家，入会率不低于15%。\n"
    (tmp_path / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    rows = [
        json.loads(line)
        for line in run(capfdbinary, "suggest", "--all", "--json", "--project", str(tmp_path))
    ]
    assert [(row["label"], row["surface"]) for row in rows] == [
        ("TIME", "三月"),
        ("METRIC", "36家"),
        ("METRIC", "不低于15%"),
    ]
    assert set(rows[0]) >= {
        "article",
        "page",
        "label",
        "surface",
        "segments",
        "origin",
        "maker",
        "score",
        "attributes",
        "relations",
    }
    scores = [found["score"] for found in rows[1]["relations"]]
    assert scores == sorted(scores, reverse=True)
    first = {found["label"]: found["surface"] for found in reversed(rows[1]["relations"])}
    assert first == {"indicator": "新建工会组织", "period": "三月"}
    for row in rows:
        assert "".join(text[start:end] for start, end in row["segments"]) == row["surface"]


@pytest.mark.slow
def test_what_is_tagged_is_not_suggested(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    lines = run(capfdbinary, "suggest", "--all", "--json", "--project", str(folder))
    labels = {json.loads(line)["label"] for line in lines}
    assert "TIME" in labels
    assert "METRIC" not in labels


def test_a_unit_of_the_project_is_found_in_its_texts(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "piyue.toml").write_text('[units]\n"驿" = "count"\n', encoding="utf-8")
    (tmp_path / "seeds" / "a.txt").write_text("工会动态\n全区建成32驿，服务职工。\n", encoding="utf-8")
    for command in ("quantities", "suggest"):
        lines = run(capfdbinary, command, "--all", "--json", "--project", str(tmp_path))
        assert [json.loads(line)["surface"] for line in lines] == ["32驿"]


def test_the_ledger_prints_rows_that_are_filtered_and_sorted(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path
) -> None:
    asked = ("--where", "indicator=新建工会组织", "--where", "subject=顺义区总工会", "--sort", "value")
    lines = run(capfdbinary, "ledger", "--json", *asked, "--project", str(folder))
    assert [json.loads(line)["value"] for line in lines] == ["34", "69", "92"]


def test_a_group_stands_under_its_name(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    asked = ("--where", "indicator=新建工会组织", "--group", "subject", "--lang", "zh")
    lines = run(capfdbinary, "ledger", *asked, "--project", str(folder))
    assert lines[0].split() == ["指标", "时期", "起止", "数值", "单位", "状态", "同/异", "文章"]
    assert [line for line in lines if line.startswith("[")] == ["[密云区总工会]", "[顺义区总工会]"]


@pytest.mark.parametrize("name", ["csv", "xlsx", "parquet", "jsonl"])
def test_the_ledger_is_written_as_a_file(
    name: str, capfdbinary: pytest.CaptureFixture[bytes], folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / f"ledger.{name}"
    assert run(capfdbinary, "ledger", "--format", name, "-o", str(path), "--project", str(folder)) == []
    assert path.stat().st_size > 1000
    if name == "csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            values = {row["value"] for row in csv.DictReader(stream)}
        assert {"69", "8447", "34", "6566", "92", "14708"} <= values


def test_a_wrong_field_or_format_is_told(capfd: pytest.CaptureFixture[str], folder: Path) -> None:
    assert main(["ledger", "--where", "colour=red", "--project", str(folder)]) == 1
    assert "no field colour" in capfd.readouterr().err
    with pytest.raises(SystemExit) as stop:
        main(["ledger", "--format", "ods", "-o", "x"])
    assert stop.value.code == 2


def test_an_alias_is_added_and_listed(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("工会动态\n", encoding="utf-8")
    place = ("--project", str(tmp_path))
    assert run(capfdbinary, "alias", "subject", "该区总工会", "顺义区总工会", "--page", "a", *place) == []
    (line,) = run(capfdbinary, "alias", "--json", *place)
    assert json.loads(line) == {
        "kind": "subject",
        "written": "该区总工会",
        "name": "顺义区总工会",
        "page": "a",
    }
    assert main(["alias", "subject", *place]) == 1


def test_an_indicator_over_time_is_a_picture(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.svg"
    chosen = ("--where", "indicator=新建工会组织", "--where", "subject=顺义区总工会")
    run(capfdbinary, "ledger", *chosen, "--plot", str(path), "--project", str(folder))
    root = ElementTree.fromstring(path.read_bytes())
    titles = [title.text or "" for title in root.iter("{http://www.w3.org/2000/svg}title")]
    assert [title.split()[-2:] for title in titles] == [["69", "家"], ["34", "家"], ["92", "家"]]


def test_the_indicator_of_a_picture_is_chosen_and_the_others_are_named(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, tmp_path: Path
) -> None:
    path, place = tmp_path / "a.svg", ("--project", str(folder))
    both = ("--where", "indicator=新建工会组织", "--where", "indicator=新发展工会会员")
    assert main(["ledger", *both, "--sort", "indicator", "--plot", str(path), *place]) == 0
    said = capfdbinary.readouterr().err.decode()
    assert "the plot shows 新发展工会会员; left out: 新建工会组织" in said
    assert main(["ledger", "--indicator", "新建工会组织", "--plot", str(path), *place]) == 0
    assert "left out" not in capfdbinary.readouterr().err.decode()
    assert "新建工会组织" in path.read_text(encoding="utf-8")


def test_an_indicator_that_no_row_has_is_named_with_those_there_are(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path
) -> None:
    assert main(["ledger", "--indicator", "新建", "--project", str(folder)]) == 1
    said = capfdbinary.readouterr().err.decode()
    assert "no row has the indicator '新建'" in said
    assert "新建工会组织" in said


def test_a_picture_of_nothing_is_refused_in_words(
    capfdbinary: pytest.CaptureFixture[bytes], folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.svg"
    arguments = ["ledger", "--where", "indicator=x", "--plot", str(path)]
    assert main([*arguments, "--project", str(folder)]) == 1
    assert "nothing to plot" in capfdbinary.readouterr().err.decode()
    assert not path.exists()
