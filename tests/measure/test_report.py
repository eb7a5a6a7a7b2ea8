"""Progress as people read it: each table with its numbers, what is too long cut, what is empty left out."""

from collections import Counter
from datetime import date, timedelta

import pytest

from tui.measure.agreement.figures import Figure
from tui.measure.progress import ArticleFigures, Figures
from tui.measure.report import progress_bars, progress_lines, team_lines
from tui.measure.team.calendar import tags_by_day
from tui.measure.team.work_days import WorkDay
from tui.model import DEFAULT_SCHEMA
from tui.model.names import SchemaNames

NAMES = SchemaNames(DEFAULT_SCHEMA, "en")
MONDAY = date(2024, 5, 6)


def say(key: str, **values: object) -> str:
    return " ".join((key, *(f"{name}={values[name]}" for name in sorted(values))))


def article(page: str, number: int, state: str = "done", seconds: int = 0) -> ArticleFigures:
    return ArticleFigures(f"{page}#{number}", page, None, state, 100, 2, seconds)  # type: ignore[arg-type]


WORKED = Figures(
    states=Counter(done=2, skipped=1, doing=1),
    characters=Counter(done=300, todo=100),
    labels=Counter(ORG=3, METRIC=9),
    units=Counter({"家": 9}),
    made=Counter({"hand": 5, "accepted": 4, "bulk": 3}),
    article_labels=Counter(
        {("topic", "建会"): 1, ("topic", "劳动"): 2, ("mood", "好"): 3, ("topic", "会"): 1}
    ),
    metrics=9,
    linked=3,
    articles=[
        article("p", 1, seconds=1800),
        article("p", 2, "doing"),
        article("q", 1),
        article("q", 2, "skipped", 1800),
    ],
)
PAGES = [
    "cli.column.page",
    "p                1/2  ############............",
    "q                2/2  ########################",
]
LABELS = [
    "cli.column.label",
    "METRIC            9/12  ##################......",
    "ORG               3/12  ######..................",
]
OF_ARTICLES = [
    "cli.column.article_label",
    "mood: 好                  3/4  ##################......",
    "topic: 劳动               2/4  ############............",
    "topic: 会                 1/4  ######..................",
    "topic: 建会               1/4  ######..................",
]


def test_a_summary_stands_above_bars_by_page_and_by_label() -> None:
    summary, *lines = progress_lines(WORKED, "ling", say, NAMES, 80)
    assert lines == ["", *PAGES, "", *LABELS, "", *OF_ARTICLES]
    assert summary.split(" ") == [
        "cli.stats",
        "annotator=ling",
        "articles_doing=1",
        "articles_done=2",
        "articles_skipped=1",
        "articles_total=4",
        "characters_done=300",
        "characters_total=400",
        "metrics_linked=3",
        "metrics_total=9",
        "pace_active_seconds=3600",
        "pace_articles_per_hour=2.0",
        "pace_spans_per_hour=9.0",
        "spans_total=12",
    ]


def test_bars_show_what_is_done_of_how_much() -> None:
    head, *lines = progress_bars(WORKED, "ling", say, NAMES, 200)
    assert head == "ling"
    assert lines[:3] == [
        "progress.articles    ############............  2/4      50%",
        "progress.characters  ##################......  300/400  75%",
        "progress.metrics     ########................  3/9      33%",
    ]
    assert lines[3] == ""
    assert lines[4].startswith("progress.pace articles_doing=1")
    assert lines[5:] == ["", *PAGES, "", *LABELS, "", *OF_ARTICLES]
    assert all(len(line) <= 40 for line in progress_bars(WORKED, "ling", say, NAMES, 40))


def test_without_work_there_are_no_tables_and_no_shares() -> None:
    assert progress_lines(Figures(), "ling", say, NAMES, 80)[1:] == []
    lines = progress_bars(Figures(), "ling", say, NAMES, 80)
    assert [line.split()[-1] for line in lines[1:4]] == ["0/0"] * 3
    assert len(lines) == 6


def day(number: int, name: str, **made: int) -> WorkDay:
    return WorkDay(MONDAY + timedelta(days=number), name, made=Counter(made), articles=number, seconds=1800)  # type: ignore[arg-type]


def test_a_team_is_shown_by_person_and_by_day() -> None:
    days = [day(0, "ling", hand=2, bulk=7), day(1, "wang", accepted=3, **{"import": 4})]
    agreement = {MONDAY + timedelta(days=1): Figure(0.5), MONDAY: Figure(None, "nothing")}
    lines = team_lines({"ling": WORKED, "wang": Figures()}, days, agreement, say, 200)
    tables = "\n".join(lines).split("\n\n")
    rows = [[line.split() for line in table.splitlines()] for table in tables]
    ways = ["cli.column.hand", "cli.column.accepted", "cli.column.bulk", "cli.column.import"]
    assert lines[0] == ""
    assert rows[0][-3:] == [
        [
            "cli.column.annotator",
            "cli.column.articles",
            "cli.column.spans",
            *ways,
            "cli.column.hour",
            "cli.column.minutes",
        ],
        ["ling", "2", "12", "5", "4", "3", "0", "9.0", "30.0"],
        ["wang", "0", "0", "0", "0", "0", "0", "0.0", "-"],
    ]
    assert rows[1] == [
        ["cli.column.day", "cli.column.annotator", *ways, "cli.column.articles", "cli.column.hour"],
        ["2024-05-06", "ling", "2", "0", "7", "0", "0", "4.0"],
        ["2024-05-07", "wang", "0", "3", "0", "4", "1", "6.0"],
    ]
    assert rows[2] == [
        ["cli.column.day", "cli.column.agreement"],
        ["2024-05-06", "-"],
        ["2024-05-07", "F1", "0.500"],
    ]


def test_one_person_is_no_team_and_of_many_days_the_newest_are_shown() -> None:
    days = [day(number, "ling", hand=1) for number in range(20)]
    agreement = {row.day: Figure(1.0) for row in days}
    lines = team_lines({"ling": WORKED}, days, agreement, say, 200)
    assert [line[:10] for line in lines if line[:4] == "2024"] == [str(row.day) for row in days[-14:]] * 2
    assert team_lines({"ling": WORKED}, [], {}, say, 200) == []


def test_a_day_counts_what_all_made_one_by_one() -> None:
    days = [day(0, "ling", hand=2, bulk=7), day(0, "wang", accepted=3), day(1, "ling", hand=1)]
    assert tags_by_day(days) == {MONDAY: 5, MONDAY + timedelta(days=1): 1}


@pytest.mark.parametrize("width", [10, 30, 79])
def test_no_line_is_wider_than_it_may_be(width: int) -> None:
    from rich.cells import cell_len

    lines = [
        *progress_lines(WORKED, "ling", say, NAMES, width)[1:],
        *team_lines({"a": WORKED, "b": WORKED}, [], {}, say, width),
    ]
    assert max(map(cell_len, lines)) <= width
