"""The fields of a METRIC tag: made, corrected by hand, shown."""

import pytest

from tui.errors import PiyueError
from tui.quantities import FIELDS, attributes, display, normalise


def test_a_tagged_quantity_has_every_field() -> None:
    assert attributes("不低于15%") == {
        "value": "15",
        "value_max": None,
        "unit": "%",
        "comparator": "ge",
        "direction": "none",
        "kind": "ratio",
        "status": "actual",
    }


def test_what_is_no_quantity_has_no_fields() -> None:
    assert attributes("顺义区总工会") == {}


def test_a_unit_of_the_caller_is_taken() -> None:
    assert attributes("32驿", {"驿": "count"})["unit"] == "驿"


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("119.35万", "1193500", ""),
        ("1193500", "1193500", ""),
        ("1,193,500", "1193500", ""),
        ("１２．５", "12.5", ""),
        ("三百二十一", "321", ""),
        ("3万5千", "35000", ""),
        ("2/3", "2/3", ""),
        ("3/4", "3/4", ""),
        ("三分之二", "2/3", ""),
        ("-3.50", "-3.5", ""),
        ("007", "7", ""),
        ("15%", "15", "%"),
        ("119.35万人", "1193500", "人"),
        ("八成", "80", "%"),
        ("三点五", "3.5", ""),
        ("十二点零五", "12.05", ""),
        ("十万零三十", "100030", ""),
        ("廿五", "25", ""),
    ],
)
def test_a_value_may_be_typed_as_one_writes_it(typed: str, value: str, unit: str) -> None:
    fields = normalise({"value": typed})
    assert (fields["value"], fields["unit"]) == (value, unit)


@pytest.mark.parametrize(
    "typed",
    [
        "很多",
        "1e5",
        "0.1.2",
        "nan",
        "inf",
        "3家5家",
        "1/0",
        "约5",
        "几十",
        "7八百",
        "5人",
        "三千百",
        "三万百",
        "一百百",
    ],
)
def test_a_value_that_is_not_exact_is_refused(typed: str) -> None:
    with pytest.raises(PiyueError) as caught:
        normalise({"value": typed, "unit": "家"})
    assert typed in caught.value.render("en")
    assert typed in caught.value.render("zh")


def test_nothing_filled_in_is_the_default_of_each() -> None:
    assert normalise({}) == {
        "value": None,
        "value_max": None,
        "unit": "",
        "comparator": "exact",
        "direction": "none",
        "kind": "level",
        "status": "actual",
    }


def test_what_was_made_stays_as_it_is() -> None:
    for text in (
        "增长5.2%",
        "10.5万—12万人",
        "三分之二以上",
        "近4000个",
        "2/3以上",
        "1:3",
        "零下5℃",
        "四分之三",
    ):
        made = attributes(text)
        assert made
        assert normalise(made) == made


def test_two_ends_make_a_range() -> None:
    fields = normalise({"value": "10.5万", "value_max": "12万", "unit": "人"})
    assert (fields["value"], fields["value_max"], fields["comparator"]) == ("105000", "120000", "range")


def test_a_direction_makes_a_change_and_its_end_unmakes_it() -> None:
    assert normalise({"value": "5", "unit": "%", "direction": "up"})["kind"] == "change"
    assert normalise({"value": "5", "unit": "%", "direction": "none", "kind": "change"})["kind"] == "ratio"
    assert normalise({"value": "5", "unit": "家", "direction": "none", "kind": "change"})["kind"] == "level"


@pytest.mark.parametrize(
    "fields",
    [
        {"value": "5", "comparator": "range"},
        {"value": "5", "value_max": "5"},
        {"value": "5", "value_max": "3"},
        {"value_max": "3"},
        {"value": "5", "value_max": "9", "comparator": "ge"},
        {"value": "5", "comparator": "about"},
        {"value": "5", "direction": "sideways"},
        {"value": "5", "status": "maybe"},
        {"values": "5"},
        {"value": "5", "values": "5"},
        {"value": "3到5家"},
        {"value": "共3家"},
    ],
)
def test_fields_that_do_not_fit_are_refused(fields: dict[str, str]) -> None:
    with pytest.raises(PiyueError):
        normalise(fields)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("119.35万人", "1193500 人"),
        ("不低于15%", "≥ 15 %"),
        ("增长5.2%", "↑ 5.2 %"),
        ("下降近三成", "↓ ≈ 30 %"),
        ("10.5万—12万人", "105000–120000 人"),
        ("三分之二", "2/3"),
        ("超万名", "> 10000 名"),
        ("不足5人", "< 5 人"),
        ("最高10万元", "≤ 100000 元"),
    ],
)
def test_a_list_shows_it_in_a_few_characters(text: str, shown: str) -> None:
    assert display(attributes(text)) == shown


def test_a_target_is_called_one_in_the_language_of_the_reader() -> None:
    target = {**attributes("不低于15%"), "status": "target"}
    assert display(target, "en") == "≥ 15 % (target)"
    assert display(target, "zh") == "≥ 15 %（目标）"


def test_nothing_is_shown_where_there_is_no_value() -> None:
    assert display({}) == display({"value": None, "unit": "人"}) == ""


def test_the_default_of_each_choice_stands_first() -> None:
    made = normalise({})
    assert all(made[name] == choices[0] for name, choices in FIELDS.items() if choices)
