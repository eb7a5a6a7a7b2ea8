"""What a row of the ledger shows, what is looked through, and which sentence a metric stands in."""

from fractions import Fraction

import pytest

from tests.measure.test_ledger import BLANK, FOUNDED, compare
from tests.store.building import division_of, document_of, page_of, span_of
from tui.errors import PiyueError
from tui.measure.aliases import Aliases
from tui.measure.cells import cell, standing, value_cell
from tui.measure.facts import measure_of
from tui.measure.ledger import Row, rows, sentence
from tui.measure.ledger_groups import said_sum, summary_of
from tui.measure.views import FIELDS, Where, holding, indicators, measuring, view
from tui.model import Document, Relation
from tui.quantities.periods import base_of
from tui.text.offsets import read

TEXT = "上月办班3期。12人结业！“18人获奖。”他说。\n另有9人"
PAGE = page_of(TEXT)


def document(*metrics: str, **fields: object) -> Document:
    spans = [
        span_of(PAGE, text, (TEXT.index(text), TEXT.index(text) + len(text)), label="METRIC")
        for text in metrics
    ]
    return document_of(PAGE, *spans, **fields)


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("3期", "上月办班3期。"),
        ("12人", "12人结业！"),
        ("18人", "“18人获奖。”"),
        ("9人", "另有9人"),
    ],
)
def test_a_metric_shows_the_sentence_it_stands_in_also_at_its_start(metric: str, expected: str) -> None:
    made = document(metric)
    assert sentence(read(PAGE, made.articles[0]), made.spans[0]) == expected
    assert next(rows(made, Aliases(()), None)).sentence == expected


def test_every_article_has_its_rows() -> None:
    made = document("3期", "9人", articles=division_of(PAGE, 0, TEXT.index("另有")).articles)
    assert [(row.article, row.text) for row in rows(made, Aliases(()), None)] == [
        ("p#1", "3期"),
        ("p#2", "9人"),
    ]


COMPARED = "2022年上半年产量3吨，比上年同期高5%，比上年高8%。"


@pytest.mark.parametrize(
    ("period", "interval"),
    [("上年同期", "2021-01-01/2021-06-30"), ("上年", "2021-01-01/2021-12-31")],
)
def test_a_period_tagged_by_hand_is_read_by_what_stands_around_it(period: str, interval: str) -> None:
    page = page_of(COMPARED)
    at = COMPARED.rindex(period)
    time = span_of(page, "t", (at, at + len(period)), label="TIME")
    metric = span_of(page, "m", (COMPARED.index("5%"), COMPARED.index("5%") + 2), label="METRIC")
    links = (Relation(id="r", label="period", head="m", tail="t"),)
    (row,) = rows(document_of(page, time, metric, relations=links), Aliases(()), base_of("2023-03-01"))
    assert row.interval == interval


def test_a_duration_is_a_row_only_where_it_measures_something() -> None:
    made = document("3期", "9人")
    lasting = tuple(s.replaced(attributes={"kind": "duration"}) for s in made.spans)
    made = made.replaced(spans=lasting)
    assert list(rows(made, Aliases(()), None)) == []
    linked = made.replaced(relations=(Relation(id="r", label="indicator", head="9人", tail="3期"),))
    assert [(row.text, row.indicator) for row in rows(linked, Aliases(()), None)] == [("9人", "3期")]


COMPARATORS = {"exact": "", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈", "range": ""}
DIRECTIONS = {"none": "", "up": "↑", "down": "↓"}


@pytest.mark.parametrize("comparator", COMPARATORS)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_value_shows_its_direction_and_its_comparator(comparator: str, direction: str) -> None:
    row = FOUNDED._replace(comparator=comparator, direction=direction)
    assert value_cell(row) == f"{DIRECTIONS[direction]}{COMPARATORS[comparator]}69"
    assert cell(row, "value", "en") == value_cell(row)


def test_a_value_that_is_a_range_or_unread_is_shown_so() -> None:
    assert value_cell(FOUNDED._replace(value_max="80", comparator="range")) == "69–80"
    assert value_cell(BLANK) == "?"


def test_a_cell_shows_the_interval_or_why_there_is_none() -> None:
    assert cell(FOUNDED, "interval", "en") == FOUNDED.interval
    for reason in ("base", "context", "vague", "unread"):
        assert cell(FOUNDED._replace(interval="", open=reason), "interval", "en")
    assert cell(BLANK, "interval", "en") == ""


def test_a_cell_counts_the_rows_that_say_the_same_and_that_contradict() -> None:
    same, other = (("p", "a"), ("p", "b")), (("p", "c"),)
    told = FOUNDED, FOUNDED._replace(same=same), FOUNDED._replace(same=same, conflicts=other)
    assert [cell(row, "marks", "en") for row in told] == ["", "=2", "=2 ≠1"]
    assert [standing(row) for row in told] == ["", "same", "conflict"]
    assert cell(FOUNDED._replace(title=None), "title", "en") == ""


def test_rows_are_found_by_every_word_that_was_typed() -> None:
    told = [FOUNDED, FOUNDED._replace(subject="密云区总工会"), FOUNDED._replace(indicator="", title=None)]
    assert holding(told, "顺义 新建") == [told[0]]
    assert holding(told, "总工会") == told
    assert holding(told, "") == told
    assert holding(told, "怀柔") == []
    assert holding([FOUNDED._replace(unit="GB")], "gb") == [FOUNDED._replace(unit="GB")]


def test_what_is_looked_through_holds_what_people_read() -> None:
    rows_of = {name: Row(**{**BLANK.as_dict(), name: "怀柔"}) for name in FIELDS}
    found = {name for name, row in rows_of.items() if holding([row], "怀柔")}
    left_out = {"id", "page", "sentence", "comparator", "direction", "kind"}
    assert found == set(FIELDS) - left_out
    assert left_out < set(FIELDS)


def test_rows_measure_an_indicator_by_either_name() -> None:
    told = [FOUNDED._replace(indicator_text="新建工会"), FOUNDED._replace(indicator="会员")]
    assert measuring(told, "新建工会组织") == measuring(told, "新建工会") == told[:1]
    assert measuring(told, "会员") == told[1:]
    with pytest.raises(PiyueError, match="会员, 新建工会组织"):
        measuring(told, "企业")
    assert indicators([*told, BLANK]) == ["会员", "新建工会组织"]
    for none in ([], [BLANK]):
        with pytest.raises(PiyueError) as caught:
            measuring(none, "企业")
        assert caught.value.key == "ledger.no_indicators"


def test_rows_are_ordered_by_size_and_what_is_empty_comes_last() -> None:
    values = ["", "10", "9", "1/2", "0.25"]
    told = [BLANK._replace(id=str(n), value=value) for n, value in enumerate(values)]
    assert [row.value for row in view(told, order=["value"])] == ["0.25", "1/2", "9", "10", ""]
    times = [BLANK._replace(period="今年", interval="2023"), BLANK._replace(period="去年", interval="2022")]
    assert [row.period for row in view(times, order=["period"])] == ["去年", "今年"]


def test_conditions_on_one_field_are_alternatives_and_all_fields_have_to_hold() -> None:
    told = [FOUNDED, FOUNDED._replace(unit="人"), FOUNDED._replace(subject="密云区总工会")]
    asked = [Where("unit", "家"), Where("unit", "人"), Where("subject", "顺义")]
    assert view(told, asked) == told[:2]


@pytest.mark.parametrize(
    ("unit", "kind", "dimension", "factor"),
    [
        ("%", "ratio", "ratio", Fraction(1, 100)),
        ("‰", "ratio", "ratio", Fraction(1, 1000)),
        ("‱", "ratio", "ratio", Fraction(1, 10000)),
        ("", "ratio", "ratio", Fraction(1)),
        ("", "level", "count", Fraction(1)),
        ("家", "level", "count", Fraction(1)),
        ("公里", "level", "length", Fraction(1000)),
        ("某某", "level", "某某", Fraction(1)),
    ],
)
def test_a_unit_is_measured_in_its_base_unit(unit: str, kind: str, dimension: str, factor: Fraction) -> None:
    found, by = measure_of(FOUNDED._replace(unit=unit, kind=kind))
    assert by == factor
    assert found == dimension or (unit == "" and kind == "level")


def test_shares_in_every_unit_say_the_same() -> None:
    shares = (("5", "%"), ("50", "‰"), ("500", "‱"), ("1/20", ""))
    found = compare(*({"value": value, "unit": unit, "kind": "ratio"} for value, unit in shares))
    assert [len(row.same) for row in found] == [3, 3, 3, 3]


def test_a_plain_number_is_no_share() -> None:
    one, other = compare({"value": "1", "unit": ""}, {"value": "100", "unit": "%", "kind": "ratio"})
    assert (one.same, other.same) == ((), ())


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (Fraction(1234567890), "Σ 1234567890"),
        (Fraction(-3), "Σ -3"),
        (Fraction(5, 2), "Σ 2.5"),
        (Fraction(1, 3), "Σ 0.333333"),
    ],
)
def test_a_sum_is_exact_where_it_is_whole_and_short_elsewhere(total: Fraction, said: str) -> None:
    assert said_sum(total) == said


@pytest.mark.parametrize("unit", ["%", "‰", "倍", "比", ""])
def test_of_proportions_nothing_is_summed(unit: str) -> None:
    made = document("3期", "9人")
    values = [{"value": value, "unit": unit, "kind": "level"} for value in ("3", "9")]
    made = made.replaced(
        spans=tuple(s.replaced(attributes=said) for s, said in zip(made.spans, values, strict=True))
    )
    assert summary_of(list(rows(made, Aliases(()), None))).sums == ()
    counted = tuple(s.replaced(attributes={**s.attributes, "unit": "家"}) for s in made.spans)
    found = summary_of(list(rows(made.replaced(spans=counted), Aliases(()), None)))
    assert found.sums == (("家", Fraction(12)),)


def test_a_value_that_is_no_number_stands_behind_numbers_and_an_empty_one_too() -> None:
    told = [BLANK._replace(id=str(n), value=value) for n, value in enumerate(["很多", "2", "", "1/0", "-1"])]
    assert [row.value for row in view(told, order=["value"])] == ["-1", "2", "", "1/0", "很多"]
    titles = [BLANK._replace(id=str(n), title=title) for n, title in enumerate([None, "b", "", "a"])]
    assert [row.title for row in view(titles, order=["title"])] == ["a", "b", None, ""]


def test_rows_are_ordered_by_one_field_then_by_the_next() -> None:
    told = [BLANK._replace(unit=unit, value=value) for unit, value in (("人", "2"), ("家", "1"), ("人", "1"))]
    assert [(row.unit, row.value) for row in view(told, order=["unit", "value"])] == [
        ("人", "1"),
        ("人", "2"),
        ("家", "1"),
    ]
    assert [(row.value, row.unit) for row in view(told, order=["value", "unit"])] == [
        ("1", "人"),
        ("1", "家"),
        ("2", "人"),
    ]
    titled = [BLANK._replace(title=None), BLANK._replace(title="工会")]
    assert view(titled, [Where("title", "工会")]) == titled[1:]


def test_a_fact_that_is_said_twice_is_summed_once() -> None:
    told = compare({"page": "p"}, {"page": "q"}, {"page": "q", "value": "70", "subject": "密云区总工会"})
    assert summary_of(told) == (3, (("家", Fraction(139)),), (69.0, 69.0, 70.0))


def test_a_group_s_series_is_of_its_most_frequent_unit_in_the_order_of_time() -> None:
    told = [
        FOUNDED._replace(value="3", unit="人", interval="2020-01-01/2020-12-31"),
        FOUNDED._replace(value="2", interval="2023-01-01/2023-12-31"),
        FOUNDED._replace(value="1", interval="2021-01-01/2021-12-31"),
        FOUNDED._replace(value="9", interval=""),
        FOUNDED._replace(value="很多"),
        FOUNDED._replace(value="5", kind="change"),
    ]
    found = summary_of(told)
    assert found.size == 6
    assert found.sums == (("家", Fraction(12)), ("人", Fraction(3)))
    assert found.series == (1.0, 5.0, 2.0)
    assert summary_of([]) == (0, (), ())


def test_a_period_that_a_person_said_comes_before_what_its_text_says() -> None:
    def period(text: str, said: object) -> tuple[str, str, str]:
        made = document("3期", "上月")
        spans = tuple(s.replaced(attributes={"interval": said}) if s.id == "上月" else s for s in made.spans)
        relation = Relation(id="r", label="period", head="3期", tail="上月")
        found = rows(made.replaced(spans=spans, relations=(relation,)), Aliases(()), None)
        row = next(row for row in found if row.id == "3期")
        return row.period, row.interval, row.open

    assert period("上月", "2023-04-01/2023-04-30") == ("上月", "2023-04-01/2023-04-30", "")
    for said in (None, True, "四月", "2023-05-01/2023-04-30", "2023-02-30/2023-03-01"):
        assert period("上月", said) == ("上月", "", "base")


def test_several_subjects_are_named_together_and_a_later_period_is_passed_over() -> None:
    made = document("3期", "12人", "18人", "9人")
    ends = [
        ("subject", "12人"),
        ("subject", "18人"),
        ("period", "9人"),
        ("period", "12人"),
        ("nothing", "9人"),
    ]
    relations = tuple(
        Relation(id=f"r{n}", label=label, head="3期", tail=tail) for n, (label, tail) in enumerate(ends)
    )
    (row, *_) = rows(made.replaced(relations=relations), Aliases(()), None)
    assert (row.subject, row.period, row.open) == ("12人、18人", "9人、12人", "unread")
    gone = Relation(id="r", label="subject", head="3期", tail="gone")
    (row, *_) = rows(made.replaced(relations=(gone,)), Aliases(()), None)
    assert (row.subject, row.period, row.interval, row.open) == ("", "", "", "")


def test_a_metric_outside_of_the_reading_text_is_its_own_sentence() -> None:
    made = document("9人")
    reading = read(PAGE, division_of(PAGE, 0, TEXT.index("另有")).articles[0])
    assert sentence(reading, made.spans[0]) == "9人"
