"""Figures of a team: who has a page, how long articles took, what was made on which day."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple, cast

import pytest

from tests.store.building import NOON, division_of, document_of, page_of
from tui.measure.agreement.bootstrap import Interval
from tui.measure.agreement.corpus import Pair
from tui.measure.agreement.figures import Figure
from tui.measure.agreement.rows import figure_row, number
from tui.measure.progress import ArticleFigures, figures, together
from tui.measure.team.assignments import Assignment, Assignments
from tui.measure.team.queue import QueueRow, Work, holding_of, leased_row, may_see, next_page
from tui.measure.team.time_per_article import TimePerArticle, time_per_article
from tui.measure.team.work_days import WorkDays
from tui.model import STATES, Document, Progress, State


def article(state: State, seconds: int) -> ArticleFigures:
    return ArticleFigures("p#1", "p", None, state, 10, 0, seconds)


def test_only_finished_articles_whose_time_was_measured_tell_how_long_one_takes() -> None:
    told = [article("done", seconds) for seconds in (50, 10, 40, 20, 30)]
    others = [article("done", 0), *(article(state, 900) for state in STATES if state != "done")]
    assert time_per_article([*told, *others]) == TimePerArticle(20, 30, 40)
    assert time_per_article(others) is None


def row(*work: Work, overlap: int = 2) -> QueueRow:
    return leased_row("p", work, overlap)


@pytest.mark.parametrize(
    ("work", "states", "leases", "lapsed"),
    [
        (Work("p", "ling", True, "todo", 0), {"ling": "todo"}, {}, ()),
        (Work("p", "ling", False, "doing", 90.4), {"ling": "doing"}, {"ling": 90}, ()),
        (Work("p", "ling", False, "done", 90.4), {"ling": "done"}, {}, ()),
        (Work("p", "ling", False, "done", 0), {"ling": "done"}, {}, ()),
        (Work("p", "ling", False, "skipped", -5), {"ling": "skipped"}, {}, ()),
        (Work("p", "ling", False, "doing", 0), {}, {}, ("ling",)),
        (Work("p", "ling", False, "todo", 0), {}, {}, ()),
        (Work("p", "ling", True, "doing", 0), {"ling": "doing"}, {}, ()),
    ],
)
def test_a_server_s_page_is_with_whom_it_was_given_or_leased_to_or_who_finished_it(
    work: Work, states: dict[str, State], leases: dict[str, int], lapsed: tuple[str, ...]
) -> None:
    found = row(work)
    assert (found.states, found.leases, found.lapsed) == (states, leases, lapsed)
    assert found.assigned == (("ling",) if work.given else ())


def test_a_page_is_free_until_as_many_have_it_as_it_is_for() -> None:
    ling, wang = Work("p", "ling", True, "todo", 0), Work("p", "wang", False, "doing", 60)
    assert [row(*work).free for work in ((), (ling,), (ling, wang))] == [True, True, False]


def test_a_person_goes_on_with_what_is_begun_then_given_then_lapsed_or_free() -> None:
    def page(name: str, free: bool = True, lapsed: tuple[str, ...] = (), **states: State) -> QueueRow:
        return QueueRow(name, (), states, free, {}, lapsed)

    free, given, begun = page("free"), page("given", ling="todo"), page("begun", ling="doing")
    taken, over = page("taken", free=False, wang="doing"), page("over", ling="done")
    for turned in (1, -1):  # whatever stands first
        assert next_page([taken, over, free, given, begun][::turned], "ling") == "begun"
        assert next_page([taken, over, free, given][::turned], "ling") == "given"
        assert next_page([taken, over, free][::turned], "ling") == "free"
    assert next_page([free, page("later")], "ling") == "free"
    assert next_page([taken, over], "ling") is None
    assert next_page([given, page("lapsed", lapsed=("ling",))], "ling") == "lapsed"
    assert next_page([page("one", ling="doing"), page("two", ling="doing")], "ling") == "one"


def test_whose_a_page_is_follows_from_who_was_given_it() -> None:
    given = Assignments([Assignment("p", "ling")])
    assert holding_of("p", given, "ling", 1) == "mine"
    assert [holding_of("p", given, "wang", overlap) for overlap in (1, 2)] == ["others", "free"]
    assert holding_of("q", given, "wang", 1) == "free"


@pytest.mark.parametrize("state", STATES)
def test_where_work_is_blind_nobody_sees_others_before_they_have_finished(state: State) -> None:
    mine = QueueRow("p", (), {"ling": state}, False)
    assert may_see(mine, "ling", is_lead=False, blind=True) == (state in ("done", "skipped"))
    assert may_see(mine, "wang", is_lead=False, blind=True)
    assert may_see(mine, "ling", is_lead=True, blind=True)
    assert may_see(mine, "ling", is_lead=False, blind=False)


def say(key: str, **_: str) -> str:
    return key


class Resampled(NamedTuple):
    """A pair of annotators whose interval is known."""

    known: Interval

    def interval(self, name: str) -> Interval:
        return self.known


def test_a_figure_is_shown_with_its_interval_or_with_why_there_is_none() -> None:
    def shown(figure: Figure, interval: Interval | None = None) -> tuple[str, str]:
        pair = cast(Pair, Resampled(interval)) if interval else None
        return figure_row(say, "spans", figure, pair)[1:]

    assert shown(Figure(None, "nothing")) == ("-", "agree.reason.nothing")
    assert shown(Figure(0.5)) == ("0.500", "")
    assert shown(Figure(0.5), Interval(0.25, 0.75)) == ("0.500", "0.250–0.750")
    assert shown(Figure(0.5), Interval(None, None, "few")) == ("0.500", "agree.reason.few")
    assert [number(Figure(value)) for value in (None, 2 / 3)] == ["-", "0.667"]


PAGE = page_of()


def worked(**fields: object) -> Document:
    return document_of(PAGE, articles=division_of(PAGE, 0, 6, 12).articles, **fields)


def test_each_article_that_was_finished_counts_on_its_day() -> None:
    days = [NOON + timedelta(days=number) for number in (0, 0, 1)]
    progress = {f"p#{n}": Progress(state="done", updated=day) for n, day in enumerate(days, 1)}
    found = WorkDays(UTC)
    found.add(worked(progress=progress))
    assert [(each.day.isoformat(), each.articles) for each in found.rows()] == [
        ("2026-03-01", 2),
        ("2026-03-02", 1),
    ]
    unfinished = {"p#1": Progress(state="doing", updated=NOON), "p#2": Progress(state="done")}
    none = WorkDays(UTC)
    none.add(worked(progress=unfinished))
    assert list(none.rows()) == []


@pytest.mark.parametrize("year", [1, 9999])
def test_a_clock_that_is_far_off_is_no_error(year: int) -> None:
    last = datetime(year, 12, 31, 23, 59, 59, tzinfo=UTC)
    found = WorkDays(UTC)
    found.add(worked(progress={"p#1": Progress(state="done", updated=last)}))
    assert [(each.day, each.articles) for each in found.rows()] == [(last.date(), 1)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("todo", "doing", "doing"),
        ("doing", "skipped", "skipped"),
        ("skipped", "done", "done"),
        ("done", "todo", "done"),
        ("doing", "done", "done"),
        ("skipped", "todo", "skipped"),
    ],
)
def test_of_two_annotators_an_article_is_as_far_as_the_one_who_is_further(
    one: State, other: State, expected: State
) -> None:
    people = [worked(progress={"p#2": Progress(state=state, seconds=30)}) for state in (one, other)]
    whole = together(map(figures, people))
    assert [each.state for each in whole.articles] == ["todo", expected, "todo"]
    assert whole.articles[1].seconds == 60
    assert sum(whole.states.values()) == 3
