"""A lead's numbers: of everybody and of each, by day, apart by how tags came about."""

import json
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.store.building import document_of, page_of, span_of
from tests.team.conftest import NOON, Run, Tag, work
from tui.measure.team.work_days import WorkDays, active_seconds, ways_of
from tui.model import Progress
from tui.model.document_columns import TagColumns
from tui.operations.charts import FONT, missing, side_bars
from tui.operations.stats import StatsOptions, TeamStats, stats
from tui.store.project import Project

PAGE = page_of("工会" * 20)


def answer(run: Run, *arguments: str) -> dict[str, Any]:
    _, out, _ = run("stats", "--json", *arguments)
    found: dict[str, Any] = json.loads(out)
    return found


def at(number: int, seconds: int, **fields: Any) -> Any:
    made = {"created": NOON + timedelta(seconds=seconds), "origin": "manual"} | fields
    return span_of(PAGE, f"s{number}", (number, number + 1 + number % 2), **made)


def test_tags_are_told_apart_by_how_they_came_about() -> None:
    by_hand = [at(number, number) for number in range(5)]
    spread = [at(number, 60) for number in (10, 12, 14)]  # the same name, in one second
    accepted = [at(20, 100, origin="rule"), at(21, 100, origin="rule")]
    in_bulk = [at(number, 200, origin="model") for number in (24, 25, 26)]
    imported = [at(30, 300, origin="import")]
    adjudicated = [at(32, 400, decision="agreed"), at(33, 401, decision="taken")]
    tags = [*by_hand, *spread, *accepted, *in_bulk, *imported, *adjudicated]
    assert ways_of(TagColumns.of(tags)) == ["hand"] * 5 + ["bulk"] * 3 + ["accepted"] * 2 + ["bulk"] * 3 + [
        "import",
        "bulk",
        "hand",
    ]


def test_long_pauses_are_no_work() -> None:
    moments = [NOON.timestamp() + each for each in (0, 100, 400, 1000, 1060)]
    assert active_seconds(reversed(moments)) == 100 + 300 + 60
    assert active_seconds([]) == active_seconds(moments[:1]) == 0


def test_a_day_begins_at_midnight_where_the_annotator_is() -> None:
    zone = datetime.strptime("+0800", "%z").tzinfo
    days = WorkDays(zone)
    late = datetime(2026, 3, 2, 16, 30, tzinfo=UTC)
    progress = {"p#1": Progress(state="done", updated=late + timedelta(seconds=90))}
    days.add(document_of(PAGE, at(0, 0), at(2, 60), at(4, 0, created=late), progress=progress))
    first, second = days.rows()
    assert (first.day, first.by_hand, first.articles, first.seconds) == (date(2026, 3, 2), 2, 0, 60)
    assert (second.day, second.by_hand, second.articles, second.seconds) == (date(2026, 3, 3), 1, 1, 90)


def test_everybody_together_and_each_alone(run: Run, team: Path) -> None:
    found = answer(run, "--annotator", "all")
    assert (found["annotator"], list(found["annotators"])) == ("all", ["ling", "wang", "zhou"])
    assert found["articles"] == {"total": 2, "todo": 0, "doing": 0, "done": 2, "skipped": 0}
    assert found["spans"]["total"] == 10
    assert found["pace"]["active_seconds"] == 240
    alone = {name: row["articles"]["done"] for name, row in found["annotators"].items()}
    assert alone == {"ling": 1, "wang": 1, "zhou": 1}
    assert answer(run, "--annotator", "wang")["spans"] == found["annotators"]["wang"]["spans"]
    assert found["agreement"] == [{"day": "2026-03-02", "f1": 0.5}]
    assert found["left"] == 0
    run("adjudicate", "--from", "ling", "--from", "wang", "--auto", "agreed")
    assert list(answer(run, "--annotator", "all")["annotators"]) == ["ling", "wang", "zhou"]


def test_the_figures_of_a_day_are_of_what_was_done_on_it(run: Run, root: Path) -> None:
    work(root, "ling", "first", [Tag("临溪县总工会", "ORG"), Tag("今年", "TIME")])
    found = answer(run, "--annotator", "ling", "--day", "2026-03-02")
    assert (found["spans"]["total"], found["articles"]["done"]) == (2, 1)
    assert [(row["hand"], row["articles"]) for row in found["days"]] == [(2, 1)]
    found = answer(run, "--annotator", "ling", "--day", "2026-03-03")
    assert (found["spans"]["total"], found["articles"]["done"], found["days"]) == (0, 0, [])
    assert run("stats", "--day", "yesterday")[0] == 2


def test_a_forecast_counts_what_is_left_for_everybody(root: Path) -> None:
    (root / "piyue.toml").write_text("[team]\noverlap = 2\n", encoding="utf-8")
    for name in ("ling", "wang"):
        work(root, name, "first", [], state="skipped" if name == "wang" else "done")
    *_, found = stats(Project(root), StatsOptions(("ling", "wang"), now=NOON + timedelta(days=1)))
    assert isinstance(found, TeamStats)
    assert (found.left, found.forecast) == (2, None)


class Parsed(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href")]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize(("language", "title"), [("en", "Agreement"), ("zh", "一致性")])
def test_the_report_is_one_file_that_loads_nothing(run: Run, team: Path, language: str, title: str) -> None:
    work(team, "李<b>青禾"[:1] + "青禾", "second", [Tag("李青禾", "PERSON")])
    target = team / "report.html"
    assert run("--lang", language, "report", "-o", str(target))[0] == 0
    found = Parsed(target.read_text("utf-8"))
    assert "script" not in found.tags
    assert found.links == []
    assert found.tags.count("svg") == 3
    text = " ".join(found.text)
    assert title in found.text
    assert "0.500" in text
    assert "李青禾" in text


def test_names_in_a_report_are_no_markup(run: Run, team: Path) -> None:
    (team / "piyue.toml").write_text('[project]\nname = "<script>alert(1)</script>"\n', encoding="utf-8")
    target = team / "report.html"
    run("report", "-o", str(target))
    assert "script" not in Parsed(target.read_text("utf-8")).tags


def test_chinese_labels_have_the_room_that_they_need() -> None:
    name = "望津市总工会标注组"
    assert missing([name, "ling"]) >= len(name) * FONT - len(name) * FONT * 0.6 - 1
    assert missing(["a-long-latin-name"]) == 0
    svg = side_bars([name], {"ORG": [3]}).svg
    at = svg.index(name)
    label = svg[svg.rindex("<text", 0, at) : at]
    place = float(label.split('x="')[1].split('"')[0])
    moved = float(svg[: svg.index('class="plot"')].rsplit("translate(", 1)[1].split(",")[0])
    assert moved + place >= len(name) * FONT  # a label ends where it says, so it begins in the picture


def test_the_report_of_who_says_who_they_are_is_still_everybody_s(run: Run, team: Path) -> None:
    target = team / "report.html"
    run("--annotator", "ling", "report", "-o", str(target))
    assert "wang" in " ".join(Parsed(target.read_text("utf-8")).text)
    run("report", "--annotator", "ling", "-o", str(target))
    assert "wang" not in " ".join(Parsed(target.read_text("utf-8")).text)
