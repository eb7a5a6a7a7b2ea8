"""The ledger of the tagged sample pages, and which rows agree and which contradict each other."""

import pytest

from tests.measure.tagged import tagged_project
from tui.errors import PiyueError
from tui.measure.aliases import Alias, Aliases
from tui.measure.facts import bounds_of, compared
from tui.measure.ledger import Row, interval_of, rows
from tui.measure.views import Where, view, where
from tui.store.dates import base_for
from tui.store.files.aliases import load_aliases
from tui.store.project import Project

BLANK = Row._make([*[""] * 20, (), (), ()])
FOUNDED = BLANK._replace(
    indicator="新建工会组织",
    subject="顺义区总工会",
    interval="2022-01-01/2022-12-31",
    value="69",
    unit="家",
    comparator="exact",
    direction="none",
    kind="level",
    status="actual",
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return tagged_project(tmp_path_factory.mktemp("tagged"))


@pytest.fixture(scope="module")
def ledger(project: Project) -> list[Row]:
    aliases = load_aliases(project)
    documents = [project.document(page) for page in project.page_ids()]
    return compared(row for d in documents for row in rows(d, aliases, base_for(project, d)))


def test_the_five_pages_say_what_shunyi_founded_and_who_joined(ledger: list[Row]) -> None:
    asked = [
        Where("subject", "顺义区总工会"),
        Where("indicator", "新建工会组织"),
        Where("indicator", "新发展工会会员"),
    ]
    found = {(row.interval, row.indicator, row.value, row.unit) for row in view(ledger, asked)}
    assert found == {
        ("2022-01-01/2022-12-31", "新建工会组织", "69", "家"),
        ("2022-01-01/2022-12-31", "新发展工会会员", "8447", "人"),
        ("2023-01-01/2023-06-30", "新建工会组织", "34", "家"),
        ("2023-01-01/2023-06-30", "新发展工会会员", "6566", "人"),
        ("2023-01-01/2023-12-31", "新建工会组织", "92", "家"),
        ("2023-01-01/2023-12-31", "新发展工会会员", "14708", "人"),
    }


def test_a_fact_that_is_reported_twice_names_the_other_place(ledger: list[Row]) -> None:
    one, two = (row for row in ledger if row.value == "6566")
    assert (one.same, two.same) == ((two.ref,), (one.ref,))
    assert one.conflicts == two.conflicts == ()


def test_a_row_leads_back_to_its_place_and_its_sentence(project: Project, ledger: list[Row]) -> None:
    row = next(row for row in ledger if row.value == "14708")
    text = project.page(row.page).text
    assert "".join(text[start:end] for start, end in row.segments) == row.text == "14708人"
    assert row.sentence.startswith("去年全区新建工会组织92家")
    assert row.article == "004_bdfee85d2e472dd3#1"


def test_what_is_not_known_of_a_period_is_said(ledger: list[Row]) -> None:
    row = next(row for row in ledger if row.value == "1193500")
    assert (row.period, row.interval, row.open) == ("5年来", "", "base")


def test_a_metric_that_nobody_linked_is_a_row_as_well(ledger: list[Row]) -> None:
    row = next(row for row in ledger if row.text == "超万名")
    assert (row.indicator, row.subject, row.period, row.interval, row.open) == ("", "", "", "", "")


def test_every_tagged_metric_is_one_row_but_durations_that_measure_nothing(
    project: Project, ledger: list[Row]
) -> None:
    documents = (project.document(page) for page in project.page_ids())
    spans = [(d.page.id, span) for d in documents for span in d.spans if span.label == "METRIC"]
    lasting = {(page, span.id) for page, span in spans if span.attributes["kind"] == "duration"}
    tagged = {(page, span.id) for page, span in spans} - lasting
    assert lasting
    assert {row.ref for row in ledger} == tagged
    assert len(ledger) == len(tagged)


def compare(*changes: dict[str, str]) -> list[Row]:
    return compared(FOUNDED._replace(id=str(n), **fields) for n, fields in enumerate(changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ({}, {}, "same"),
        ({}, {"unit": "个"}, "same"),
        ({"value": "1", "unit": "公里"}, {"value": "1000", "unit": "米"}, "same"),
        (
            {"value": "50", "unit": "%", "kind": "ratio"},
            {"value": "1/2", "unit": "", "kind": "ratio"},
            "same",
        ),
        ({"value": "5", "unit": "%", "kind": "ratio"}, {"value": "50", "unit": "‰", "kind": "ratio"}, "same"),
        ({}, {"value": "70"}, "conflicts"),
        ({}, {"value": "60", "comparator": "gt"}, ""),
        ({}, {"value": "70", "comparator": "gt"}, "conflicts"),
        ({}, {"value": "70", "comparator": "le"}, ""),
        ({}, {"value": "70", "comparator": "approx"}, ""),
        ({}, {"value": "90", "comparator": "approx"}, "conflicts"),
        ({}, {"value": "60", "value_max": "80", "comparator": "range"}, ""),
        ({"direction": "up", "kind": "change"}, {"direction": "down", "kind": "change"}, "conflicts"),
        ({}, {"value": "70", "direction": "up", "kind": "change"}, ""),
        ({}, {"value": "70", "unit": "元"}, ""),
        ({}, {"value": "70", "status": "target"}, ""),
        ({}, {"value": "70", "interval": "2023-01-01/2023-12-31"}, ""),
        ({"interval": ""}, {"interval": "", "value": "70"}, ""),
        ({"open": "base"}, {"open": "base", "value": "70"}, ""),
        ({"subject": ""}, {"subject": "", "value": "70"}, ""),
        ({"value": ""}, {"value": "70"}, ""),
    ],
)
def test_two_rows_agree_contradict_or_neither(
    one: dict[str, str], two: dict[str, str], relation: str
) -> None:
    first, second = compare(one, two)
    assert bool(first.same) == bool(second.same) == (relation == "same")
    assert bool(first.conflicts) == bool(second.conflicts) == (relation == "conflicts")


def test_a_fall_of_at_least_three_is_bounded_from_above() -> None:
    row = FOUNDED._replace(value="3", comparator="ge", direction="down", kind="change")
    bounds = bounds_of(row)
    assert bounds is not None
    assert bounds.low is None
    assert bounds.high == -3


def test_an_alias_for_a_page_comes_before_one_for_all_and_circles_end() -> None:
    aliases = Aliases(
        [
            Alias("subject", "该区总工会", "密云区总工会"),
            Alias("subject", "该区总工会", "顺义区总工会", "000"),
            Alias("subject", "顺义区总工会", "顺义工会"),
            Alias("indicator", "甲", "乙"),
            Alias("indicator", "乙", "甲"),
        ]
    )
    assert aliases.name("subject", "该区总工会") == "密云区总工会"
    assert aliases.name("subject", "该区总工会", "000") == "顺义工会"
    assert aliases.name("indicator", "甲") == "乙"
    assert aliases.name("indicator", "该区总工会") == "该区总工会"


def test_a_later_alias_of_the_same_words_replaces_the_earlier() -> None:
    aliases = Aliases([Alias("subject", "甲", "乙")]).with_alias(Alias("subject", "甲", "丙"))
    assert aliases.all == (Alias("subject", "甲", "丙"),)


def test_rows_sort_by_size_and_by_time_and_empty_ones_last() -> None:
    given = [FOUNDED._replace(value=value) for value in ("10", "", "9", "1/2")]
    assert [row.value for row in view(given, order=["value"])] == ["1/2", "9", "10", ""]
    times = [
        FOUNDED._replace(period=p, interval=i) for p, i in (("去年", "2023-01-01/"), ("今年", "2022-01-01/"))
    ]
    assert [row.period for row in view(times, order=["period"])] == ["今年", "去年"]


def test_conditions_of_one_field_are_any_and_of_several_all() -> None:
    given = [FOUNDED._replace(subject=s, unit=u) for s in "甲乙丙" for u in "家人"]
    found = view(given, [where("subject=甲"), where("subject=乙"), where("unit=家")])
    assert [(row.subject, row.unit) for row in found] == [("甲", "家"), ("乙", "家")]


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(PiyueError, match="no field colour"):
        where("colour=red")


@pytest.mark.parametrize("text", ["2023-01-01/2023-06-30", "../2023-06-30", "2023-01-01/.."])
def test_an_interval_that_a_person_wrote_is_read(text: str) -> None:
    interval = interval_of(text)
    assert interval is not None
    assert interval.iso == text


@pytest.mark.parametrize("text", ["", "2023", "../..", "2023-02-30/2023-03-01", "去年"])
def test_what_is_no_interval_is_none(text: str) -> None:
    assert interval_of(text) is None
