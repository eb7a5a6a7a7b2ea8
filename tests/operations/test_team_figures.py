"""Figures of a team: agreement day by day, what is left, and what was done on a day."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.team import conftest as team_conftest
from tests.team.conftest import COUNT, INDICATOR, NOON, ORG, TIME, work
from tui.edit.changes import SetProgress
from tui.errors import PiyueError
from tui.model import Progress, State
from tui.operations.events import Hidden
from tui.operations.events import Progress as Far
from tui.operations.stats import StatsOptions, TeamStats, stats
from tui.store.project import Project

root = team_conftest.root
DAY = date(2026, 3, 2)
TWO = (
    "望津县总工会新建工会\n\n　　本报讯　望津县总工会昨日开会，会员说好。\n\n\n"
    "北桥镇修桥\n\n　　本报讯　北桥镇的桥通了，大家说好。\n"
)


def figures(root: Path, *names: str, day: date | None = None, now: datetime = NOON) -> TeamStats:
    options = StatsOptions(names, day=day, zone=UTC, now=now)
    *_, found = stats(Project(root), options)
    assert isinstance(found, TeamStats)
    return found


def settle(root: Path, name: str, page: str, number: int, state: State, when: datetime | None) -> None:
    project = Project(root)
    progress = Progress(state=state, seconds=30, updated=when)
    project.save(SetProgress(f"{page}#{number}", progress).apply(project.document(page, name))[0])


def test_each_two_who_finished_an_article_are_compared(root: Path) -> None:
    for name, tags in (("ling", [ORG]), ("wang", [ORG]), ("zhou", [])):
        work(root, name, "first", tags)
    found = figures(root, "ling", "wang", "zhou").agreement
    # Of the pairs one has the tag in common, two have it on one side: 2 / (2 + 1 + 1).
    assert {day: figure.value for day, figure in found.items()} == {DAY: 0.5}
    assert figures(root, "ling").agreement == {}


def test_an_article_counts_on_the_day_on_which_the_second_finished_it(root: Path) -> None:
    for name in ("ling", "wang", "zhou"):
        work(root, name, "first", [ORG])
    for name, days in (("ling", 0), ("wang", 2), ("zhou", 5)):
        settle(root, name, "first", 1, "done", NOON + timedelta(days=days))
    found = figures(root, "ling", "wang", "zhou").agreement
    assert list(found) == [date(2026, 3, 4), date(2026, 3, 7)]


def test_all_articles_of_all_pages_are_compared(root: Path) -> None:
    (root / "seeds" / "two.txt").write_text(TWO, encoding="utf-8")
    assert len(Project(root).documents.division(Project(root).page("two")).articles) == 2
    for name in ("ling", "wang"):
        work(root, name, "first", [ORG] if name == "ling" else [])
        settle(root, name, "first", 1, "done", NOON)
        for number in (1, 2):
            settle(root, name, "two", number, "done", NOON + timedelta(days=number))
    found = figures(root, "ling", "wang")
    assert list(found.agreement) == [DAY, DAY + timedelta(days=1), DAY + timedelta(days=2)]
    assert found.agreement[DAY].value == 0


def test_who_has_not_finished_is_compared_with_nobody(root: Path) -> None:
    work(root, "ling", "first", [ORG])
    for state in ("doing", "skipped"):
        work(root, "wang", "first", [], state=state)
        assert figures(root, "ling", "wang").agreement == {}


def test_where_nobody_knows_when_it_was_finished_it_counts_on_no_day(root: Path) -> None:
    for name in ("ling", "wang"):
        settle(root, name, "first", 1, "done", None)
    assert figures(root, "ling", "wang").agreement == {}
    settle(root, "wang", "first", 1, "done", NOON)
    assert list(figures(root, "ling", "wang").agreement) == [DAY]


@pytest.mark.parametrize(
    ("overlap", "states", "left"),
    [
        (1, ("todo", "todo", "todo"), 2),
        (1, ("done", "todo", "todo"), 1),
        (2, ("done", "todo", "todo"), 3),
        (2, ("done", "skipped", "todo"), 2),
        (2, ("done", "done", "done"), 2),  # more than enough of one is nothing for the other
        (5, ("doing", "todo", "todo"), 6),  # of three nobody can ask for five
    ],
)
def test_what_is_left_is_for_as_many_as_the_project_wants(
    root: Path, overlap: int, states: tuple[State, ...], left: int
) -> None:
    (root / "piyue.toml").write_text(f"[team]\noverlap = {overlap}\n", encoding="utf-8")
    for name, state in zip(("ling", "wang", "zhou"), states, strict=True):
        settle(root, name, "first", 1, state, NOON)
    assert figures(root, "ling", "wang", "zhou").left == left


def test_of_one_alone_each_article_is_left_once(root: Path) -> None:
    (root / "piyue.toml").write_text("[team]\noverlap = 3\n", encoding="utf-8")
    settle(root, "ling", "first", 1, "skipped", NOON)
    assert figures(root, "ling").left == 1


def test_a_day_has_what_was_made_on_it(root: Path) -> None:
    work(root, "ling", "first", [COUNT, INDICATOR, TIME], [(COUNT, INDICATOR)])
    found = figures(root, "ling", day=DAY)
    assert (sum(found.whole.labels.values()), found.whole.states["done"]) == (3, 1)
    assert found.whole.linked == 1
    other = figures(root, "ling", day=DAY + timedelta(days=1))
    assert (sum(other.whole.labels.values()), other.whole.states["done"], other.days) == (0, 0, [])
    assert other.whole.linked == 0


def test_a_tag_of_another_day_does_not_count_nor_its_relation(root: Path) -> None:
    work(root, "ling", "first", [COUNT, INDICATOR], [(COUNT, INDICATOR)])
    project = Project(root)
    document = project.document("first", "ling")
    later = NOON + timedelta(days=1)
    spans = tuple(s.replaced(created=later) if s.label == "METRIC" else s for s in document.spans)
    project.save(document.replaced(spans=spans))
    found = figures(root, "ling", day=DAY)
    assert (dict(found.whole.labels), found.whole.linked) == ({"INDICATOR": 1}, 0)
    found = figures(root, "ling", day=later.date())
    assert (dict(found.whole.labels), found.whole.linked, found.whole.states["done"]) == ({"METRIC": 1}, 1, 0)


def test_what_cannot_be_read_comes_before_the_figures(root: Path) -> None:
    for page in ("first", "second"):
        work(root, "ling", page, [])
    file = root / "annotations" / "ling" / "first.json"
    file.write_text("{", encoding="utf-8")
    first, *_, last = stats(Project(root), StatsOptions(("ling",)))
    assert isinstance(first, PiyueError)
    assert isinstance(last, TeamStats)
    assert last.whole.states["done"] == 1


def test_it_is_told_how_far_it_is_and_what_was_hidden(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.operations.parallel.CHUNK", 1)
    (root / "piyue.toml").write_text(
        'annotator = "ling"\n[team]\nannotators = ["ling", "wang"]\n', encoding="utf-8"
    )
    for page in ("first", "second"):
        work(root, "ling", page, [], state="doing")
    work(root, "wang", "first", [ORG])
    work(root, "wang", "second", [])
    events = list(stats(Project(root), StatsOptions(("ling", "wang"))))
    assert [event for event in events if isinstance(event, Far)] == [Far(1, 2), Far(2, 2)]
    assert [event for event in events if isinstance(event, Hidden)] == [
        Hidden(1)
    ]  # where there is nothing, too
    found = events[-1]
    assert isinstance(found, TeamStats)
    assert (sum(found.figures["wang"].labels.values()), found.figures["wang"].states["done"]) == (0, 2)
    assert [
        event for event in stats(Project(root), StatsOptions(("ling",))) if isinstance(event, Hidden)
    ] == []
