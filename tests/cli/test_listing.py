"""Pages, articles, texts and quantities as people read them, and aliases of the ledger."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import Run, lock_elsewhere
from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, ORG, Tag, work
from tui.cli import main
from tui.store.project import Project

root, run = team_conftest.root, team_conftest.run


def lines(out: str) -> list[list[str]]:
    return [line.split() for line in out.splitlines()]


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_pages_are_a_table_with_what_each_holds(run: Run) -> None:
    assert lines(run("pages")[1]) == [
        ["page", "articles", "characters", "encoding", "path"],
        ["first", "1", "25", "utf-8", "seeds/first.txt"],
        ["second", "1", "24", "utf-8", "seeds/second.txt"],
    ]


def test_articles_are_a_table_with_their_states(run: Run, root: Path) -> None:
    work(root, "ling", "first", [ORG])
    assert lines(run("articles")[1]) == [
        ["article", "state", "kind", "title"],
        ["first#1", "done", "other", "[临溪县总工会今年新建工会36家，会员一千二百人。]"],
        ["second#1", "to", "do", "other", "[望津市总工会说，去年增长5%，李青禾主席出席。]"],
    ]
    assert [row[0] for row in lines(run("articles", "--page", "sec")[1])[1:]] == ["second#1"]
    assert json.loads(run("articles", "--page", "first", "--json")[1])["state"] == "done"
    assert [row[1] for row in lines(run("--annotator", "wang", "articles")[1])[1:]] == ["to", "to"]


def test_a_project_s_own_segmenter_cuts_its_words(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def named(name: str, *_: object) -> SimpleNamespace:
        return SimpleNamespace(words=lambda text: [(0, len(name)), (len(name), len(text))])

    monkeypatch.setattr("tui.text.segment.segmenter_for", named)
    assert json.loads(run("show", "first#1", "--json")[1])["words"][0] == [0, len("jieba")]
    (root / "piyue.toml").write_text('segmenter = "rjieba"\n', encoding="utf-8")
    assert json.loads(run("show", "first#1", "--json")[1])["words"][0] == [0, len("rjieba")]


def test_records_that_cannot_be_used_are_complained_of_and_the_articles_are_listed(
    run: Run, root: Path
) -> None:
    work(root, "ling", "first", [ORG])
    file = root / "annotations" / "ling" / "first.json"
    file.write_text(file.read_text("utf-8").replace('"text": "临溪县总工会"', '"text": 7'), "utf-8")
    status, out, err = run("articles")
    assert (status, len(lines(out)), err.count("\n")) == (1, 3, 1)
    assert "first.json" in err


def test_quantities_are_lines_with_what_is_not_usual_behind(run: Run) -> None:
    out = run("quantities", "近4000个家庭", "增长5.2%", "10至20万元", "不低于15%", "提高到3亿元")[1]
    assert out.splitlines() == [
        "近4000个  =  4000 个  level  approx",
        "5.2%  =  5.2 %  change  up",
        "10至20万元  =  100000–200000 元  level  range",
        "不低于15%  =  15 %  ratio  ge",
        "3亿元  =  300000000 元  level",
    ]


def test_each_quantity_of_a_text_is_a_line(run: Run) -> None:
    assert run("quantities", "新建36家，增长5%")[1] == "36家  =  36 家  level\n5%  =  5 %  change  up\n"


def test_quantities_of_the_project_are_lines_with_their_article(run: Run) -> None:
    status, out, err = run("quantities", "--all")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "first#1  36家  =  36 家  level",
        "first#1  一千二百人  =  1200 人  level",
        "second#1  5%  =  5 %  change  up",
    ]
    assert run("quantities", "--article", "sec#1")[1].splitlines() == out.splitlines()[2:]


def test_a_page_that_cannot_be_read_is_complained_of_beside_the_quantities(run: Run, root: Path) -> None:
    (root / "seeds" / "first.txt").write_bytes("36家".encode() + b"\xff\x80\x81")
    status, out, err = run("quantities", "--all")
    assert (status, out) == (1, "second#1  5%  =  5 %  change  up\n")
    assert "first.txt" in err


def test_each_line_of_stdin_is_answered(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, "新建36家\r\n一行\n增长5%".encode())
    assert run("quantities")[1] == "36家  =  36 家  level\n5%  =  5 %  change  up\n"


def test_a_line_of_stdin_that_is_not_utf_8_is_named_after_the_answers_before_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, "新建36家\n".encode() + b"36\xe5\xae\n" + b"5%\n")
    status, out, err = run("quantities")
    assert (status, out) == (1, "36家  =  36 家  level\n")
    assert "not UTF-8" in err
    assert "-:2" in err


def test_units_of_the_project_count_and_no_project_is_needed(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    (root / "piyue.toml").write_text('[units]\n"畦" = "area"\n', encoding="utf-8")
    assert main(["--project", str(root), "quantities", "三百畦"]) == 0
    assert capfd.readouterr().out == "三百畦  =  300 畦  level\n"
    monkeypatch.chdir(tmp_path)
    assert main(["quantities", "三百畦，36家"]) == 0
    assert capfd.readouterr().out == "36家  =  36 家  level\n"
    assert main(["quantities", "36家", "--project", str(tmp_path / "nothing")]) == 1
    assert capfd.readouterr().out == ""


def test_values_of_tags_that_have_none_are_read_and_saved(run: Run, root: Path) -> None:
    bare = [COUNT._replace(said={}), Tag("会员", "METRIC"), ORG]
    work(root, "ling", "first", [*bare, Tag("一千二百人", "METRIC", {"value": "7", "unit": "人"})])
    work(root, "ling", "second", [Tag("5%", "METRIC")])
    status, out, err = run("quantities", "--fill")
    assert (status, err) == (0, "")
    assert out.splitlines()[:-1] == [
        "first  36家  =  36 家",
        "first  会员  =  ? not read",
        "second  5%  =  ↑ 5 %",
    ]
    spans = Project(root).document("first", "ling").spans
    values = {span.text: span.attributes.get("value") for span in spans}
    assert values == {"临溪县总工会": None, "36家": "36", "会员": None, "一千二百人": "7"}
    updated = {span.text: span.updated for span in spans}
    assert updated["36家"] > team_conftest.NOON
    assert {updated[text] for text in ("会员", "一千二百人", "临溪县总工会")} == {team_conftest.NOON}
    (row,) = map(json.loads, run("quantities", "--fill", "--json")[1].splitlines())
    assert (row["page"], row["text"], row["value"]) == ("first", "会员", None)


def test_a_page_that_somebody_works_on_is_not_filled(run: Run, root: Path) -> None:
    work(root, "ling", "first", [COUNT._replace(said={})])
    work(root, "ling", "second", [Tag("5%", "METRIC")])
    lock_elsewhere(root / "annotations" / "ling" / "first.json")
    status, _, err = run("quantities", "--fill")
    assert (status, err.count("\n")) == (1, 1)
    assert Project(root).document("first", "ling").spans[0].attributes.get("value") is None
    assert Project(root).document("second", "ling").spans[0].attributes["value"] == "5"


def test_an_alias_is_for_a_page_or_for_all_and_listed_so(run: Run) -> None:
    status, out, err = run("alias")
    assert (status, out, "piyue alias subject" in err) == (0, "", True)
    assert run("alias", "subject", "县总工会", "临溪县总工会", "--page", "fi") == (0, "", "")
    assert run("alias", "indicator", "新建", "新建工会") == (0, "", "")
    assert sorted(run("alias")[1].splitlines()) == [
        "indicator  新建  =  新建工会",
        "subject  县总工会  =  临溪县总工会  first",
    ]
    assert len(run("alias", "--json")[1].splitlines()) == 2


@pytest.mark.parametrize(
    "arguments", [("subject",), ("subject", "县总工会"), ("subject", "", "临溪县总工会")]
)
def test_an_alias_that_is_not_whole_is_refused(run: Run, root: Path, arguments: tuple[str, ...]) -> None:
    status, out, err = run("alias", *arguments)
    assert (status, out) == (1, "")
    assert "an alias needs the written form and the name" in err
    assert run("alias")[1] == ""


def test_an_alias_of_a_page_that_is_not_there_is_refused(run: Run) -> None:
    assert run("alias", "subject", "甲", "乙", "--page", "third")[0] == 1
    assert run("alias")[1] == ""
