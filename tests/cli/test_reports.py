"""Figures of a team: the report's tables and charts, and the forecast that report and command say."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.team import conftest as team_conftest
from tests.team.conftest import ORG, TIME, Tag, work
from tui.edit.changes import SetProgress
from tui.model import Progress
from tui.store.project import Project

root, run, team = team_conftest.root, team_conftest.run, team_conftest.team


class Report(HTMLParser):
    """What a report says: headings and paragraphs, tables as rows of cells, charts as values by label."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.paragraphs: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.legends: list[str] = []
        self.charts: list[list[tuple[str, str]]] = []
        self._at, self._value = "", ""
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._at = f"{tag} {dict(attrs).get('class') or ''}".strip()
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag == "svg" and self._at == "svg pygal-chart":
            self.charts.append([])

    def handle_data(self, data: str) -> None:
        if self._at in ("h1", "h2"):
            self.headings.append(data)
        elif self._at == "p":
            self.paragraphs.append(data)
        elif self._at in ("td", "th"):
            self.tables[-1][-1].append(data)
        elif self._at == "legend":
            self.legends.append(data)
        elif self._at == "desc value":
            self._value = data
        elif self._at == "desc x_label":
            self.charts[-1].append((data, self._value))

    def handle_endtag(self, tag: str) -> None:
        self._at = "legend" if tag == "i" else ""


Reported = Callable[..., Report]


@pytest.fixture
def reported(run: Run, tmp_path: Path) -> Reported:
    """Write the report, and read it."""

    def report(*arguments: str) -> Report:
        path = tmp_path / "report.html"
        status, out, err = run("report", "-o", str(path), *arguments)
        assert (status, err) == (0, "")
        assert str(path) in out
        return Report(path)

    return report


def finish(root: Path, page: str, when: datetime, name: str = "ling") -> None:
    """Finish a page's article at a time."""
    project = Project(root)
    document = project.document(page, name)
    progress = Progress(state="done", seconds=90, updated=when)
    document, _ = SetProgress(document.articles[0].id, progress).apply(document)
    project.save(document)


def test_a_report_of_everybody_has_the_figures_of_each(team: Path, reported: Reported) -> None:
    work(team, "gold", "first", [ORG])  # what adjudication made is nobody's work
    found = reported()
    assert found.headings == [
        "Report on paper",
        "Progress",
        "Tags by day",
        "Finished articles",
        "Agreement",
        "Labels by annotator",
    ]
    assert found.paragraphs[1:] == ["2 of 2 articles are done; 0 are left, counted once for each annotator"]
    people, figures, pairs, labels = found.tables
    assert people == [
        ["annotator", "articles", "tags", "by hand", "accepted", "bulk", "imported", "tags/h", "min"],
        ["ling", "1", "5", "5", "0", "0", "0", "150.0", "1.0"],  # five tags in two minutes
        ["wang", "1", "4", "4", "0", "0", "0", "240.0", "1.0"],
        ["zhou", "1", "1", "1", "0", "0", "0", "60.0", "1.0"],
    ]
    assert ["spans, exact (F1)", "0.500", "too few articles"] in figures  # two of four and four
    assert pairs == [["pair", "articles", "value"], ["ling – wang", "1", "0.500"]]
    assert labels == [
        ["label", "ling", "wang", "zhou"],
        ["ORG", "2", "1", "1"],
        ["METRIC", "1", "2", "0"],
        ["INDICATOR", "1", "1", "0"],
        ["TIME", "1", "0", "0"],
    ]


def test_its_charts_show_what_the_tables_say(team: Path, reported: Reported) -> None:
    found = reported()
    by_day, finished, by_label = found.charts
    assert by_day == [("2026-03-02", value) for value in ("10", "0", "0", "0")]
    assert finished == [("2026-03-02", "3")]
    people = ("ling", "wang", "zhou")
    assert by_label[:6] == [
        *zip(people, ("2", "1", "1"), strict=True),
        *zip(people, ("1", "2", "0"), strict=True),
    ]
    assert found.legends == [
        *("by hand", "accepted", "bulk", "imported"),
        "articles",
        *("ORG", "METRIC", "INDICATOR", "TIME"),
    ]


def test_a_report_of_one_has_nothing_to_compare(team: Path, reported: Reported) -> None:
    found = reported("--annotator", "wang")
    assert [row[0] for row in found.tables[0][1:]] == ["wang"]
    assert "Agreement" not in found.headings
    assert found.tables[-1][0] == ["label", "wang"]
    assert found.charts[0] == [("2026-03-02", value) for value in ("4", "0", "0", "0")]


def test_whose_report_it_is_may_be_said_behind_the_command_and_of_several(
    run: Run, team: Path, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    for names in (["wang"], ["ling", "wang"], ["all"]):
        given = [part for name in names for part in ("--annotator", name)]
        assert run("report", "-o", str(path), *given)[0] == 0
        people = [row[0] for row in Report(path).tables[0][1:]]
        assert people == (["ling", "wang", "zhou"] if names == ["all"] else names)
        assert ("Agreement" in Report(path).headings) is (len(people) > 1)


def test_who_asks_for_it_gets_everybody_s(run: Run, team: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    assert run("--annotator", "wang", "report", "-o", str(path))[0] == 0
    assert [row[0] for row in Report(path).tables[0][1:]] == ["ling", "wang", "zhou"]


def test_two_who_share_no_article_are_not_compared(root: Path, reported: Reported) -> None:
    work(root, "ling", "first", [ORG])
    work(root, "wang", "second", [Tag("去年", "TIME")])
    found = reported()
    assert len(found.tables[0]) == 3
    assert "Agreement" not in found.headings


def test_where_nothing_was_tagged_there_are_no_charts(root: Path, reported: Reported) -> None:
    found = reported()
    assert found.headings == ["Report on paper", "Progress"]
    assert found.paragraphs[1] == "0 of 2 articles are done; 2 are left, counted once for each annotator"
    assert (found.charts, len(found.tables)) == ([], 1)
    assert found.tables[0][1] == ["ling", "0", "0", "0", "0", "0", "0", "0.0", "-"]


def test_who_tagged_nothing_has_no_column_of_labels(root: Path, reported: Reported) -> None:
    work(root, "ling", "first", [ORG])
    work(root, "wang", "first", [])
    assert reported().tables[-1] == [["label", "ling"], ["ORG", "1"]]


def test_a_report_is_named_for_the_project(root: Path, reported: Reported) -> None:
    (root / "piyue.toml").write_text('[project]\nname = "望津 <新闻>"\n', encoding="utf-8")
    assert reported().headings[0] == "Report on 望津 <新闻>"


def test_articles_are_summed_over_the_days_and_agreement_told_day_by_day(
    root: Path, reported: Reported
) -> None:
    (root / "piyue.toml").write_text("[team]\noverlap = 2\n", encoding="utf-8")
    for name in ("ling", "wang"):
        work(root, name, "first", [ORG])
        work(root, name, "second", [Tag("去年", "TIME")] if name == "ling" else [])
    noon = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    finish(root, "first", noon)
    finish(root, "first", noon, "wang")
    finish(root, "second", noon + timedelta(days=1))
    finish(root, "second", noon + timedelta(days=2), "wang")
    found = reported()
    assert found.charts[1] == [("2026-03-02", "2"), ("2026-03-03", "3"), ("2026-03-04", "4")]
    assert found.charts[2] == [("2026-03-02", "1"), ("2026-03-04", "0")]  # both agree on one of two articles
    assert found.legends[5] == "F1"


def test_how_long_it_will_take_is_told_where_enough_days_say_so(
    run: Run, root: Path, reported: Reported
) -> None:
    for number in range(8):
        (root / "seeds" / f"more{number}.txt").write_text(f"第{number}次会议今天召开。\n", encoding="utf-8")
    for number in range(4):
        when = datetime.now(UTC) - timedelta(days=number + 1)
        finish(root, f"more{number}", when)
    assert len(reported().paragraphs) == 2
    assert json.loads(run("stats", "--json")[1])["forecast"] is None
    finish(root, "more4", datetime.now(UTC) - timedelta(days=5))
    said = reported().paragraphs[2]
    figures = json.loads(run("stats", "--json")[1])
    assert figures["left"] == 5
    assert list(figures["forecast"]) == ["low", "middle", "high"]
    assert all(day in said for day in figures["forecast"].values())
    assert said in run("stats")[1].splitlines()
    assert re.search(r"\b5\b", said)


def test_the_default_file_is_report_html_in_the_current_folder(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    assert run("report")[0] == 0
    assert (root / "report.html").is_file()


# Figures on the command line


def test_figures_are_told_of_all_or_of_each(run: Run, team: Path) -> None:
    alone = run("stats")[1]
    assert alone.startswith("ling: 1 of 2 articles done, 1 doing, 0 skipped")
    assert "wang" not in alone
    everybody = run("stats", "--annotator", "all")[1]
    assert everybody.startswith("all: 2 of 2 articles done")
    assert {"ling", "wang", "zhou"} <= set(re.findall(r"\w+", everybody))
    assert run("stats", "--annotator", "ling", "--annotator", "ling")[1] == alone
    assert run("--annotator", "wang", "stats")[1].startswith("wang: 1 of 2")


def test_each_is_told_apart_only_where_there_are_several(run: Run, team: Path) -> None:
    assert json.loads(run("stats", "--json")[1])["annotators"] == {}
    found = json.loads(run("stats", "--annotator", "ling", "--annotator", "wang", "--json")[1])
    assert (found["annotator"], list(found["annotators"])) == ("all", ["ling", "wang"])


def test_a_day_has_its_own_time(run: Run, root: Path) -> None:
    work(root, "ling", "first", [ORG, TIME], seconds=600)
    whole = json.loads(run("stats", "--json")[1])
    assert whole["pace"]["active_seconds"] == 600
    assert whole["time_per_article"] == {"low": 600, "middle": 600, "high": 600}
    day = json.loads(run("stats", "--day", "2026-03-02", "--json")[1])
    (row,) = day["days"]
    assert row == {
        "day": "2026-03-02",
        "annotator": "ling",
        **{"hand": 2, "accepted": 0, "bulk": 0, "import": 0},
        "articles": 1,
        "active_seconds": row["active_seconds"],
        "spans_per_hour": row["spans_per_hour"],
        "by_label": {"ORG": 1, "TIME": 1},
    }
    assert day["pace"]["active_seconds"] == row["active_seconds"] < 600
    other = json.loads(run("stats", "--day", "2026-03-03", "--json")[1])
    assert (other["days"], other["time_per_article"], other["pace"]["active_seconds"]) == ([], None, 0)
    assert other["spans"]["total"] == 0


def test_a_page_that_cannot_be_read_is_complained_of_and_the_others_count(run: Run, team: Path) -> None:
    (team / "annotations" / "ling" / "second.json").write_text("{", encoding="utf-8")
    status, out, err = run("stats", "--json")
    assert (status, err.count("\n"), json.loads(out)["spans"]["total"]) == (1, 1, 4)
    assert "second.json" in err
