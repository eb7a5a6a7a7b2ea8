"""Values of tags that the app's fields would refuse are told, each with its reason."""

import pytest

from tests.store.building import page_of, span_of
from tui.measure.value_faults import value_faults
from tui.model import Attribute, AttributeType, Label, LabelSet
from tui.model.labels import DEFAULT_LABELS, INTERVAL

PAGE = page_of("临溪县总工会新建工会36家。")
LEVEL = AttributeType(id="level", kind="enum", choices=("县", "市"))
SINCE = AttributeType(id="since", kind="date")
UNION = Label(id="UNION", key="n", color="#112233", en="Union", zh="工会", attributes=(LEVEL, SINCE))
LABELS = LabelSet(labels=(*DEFAULT_LABELS.labels, UNION))


def told(label: str, **attributes: Attribute) -> list[str]:
    span = span_of(PAGE, "a", (0, 6), label=label, attributes=attributes)
    return [fault.render("en") for fault in value_faults(span, LABELS)]


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ({"value": "36", "unit": "家", "kind": "level"}, ""),
        ({"value": "-8", "value_max": "12", "unit": "℃", "comparator": "range"}, ""),
        ({"value": "2/3"}, ""),
        ({"unit": "家"}, ""),
        ({"value": "36", "other": "abc"}, ""),
        ({"value": "abc"}, "value: abc is not an exact number"),
        ({"value": "1/0"}, "value: 1/0 is not an exact number"),
        ({"value": "36", "value_max": "35"}, "upper value"),
        ({"value": "36", "kind": "xx"}, "kind: xx is not allowed"),
    ],
)
def test_a_quantity_is_one_that_could_be_filled_in(attributes: dict[str, Attribute], said: str) -> None:
    assert [said in line for line in told("METRIC", **attributes)] == [True] * bool(said)
    assert told("ORG", **attributes) == []


@pytest.mark.parametrize(
    ("interval", "is_told"),
    [
        ("2023-01-01/2023-06-30", False),
        ("../2023-06-30", False),
        ("2023-06-30/2023-01-01", False),  # a question of its own
        ("", False),
        ("2023", True),
        ("2023-02-30/2023-03-01", True),
        ("../..", True),
    ],
)
def test_a_time_has_two_ends(interval: str, is_told: bool) -> None:
    assert bool(told("TIME", **{INTERVAL: interval})) is is_told
    assert told("ORG", **{INTERVAL: interval}) == []


def test_an_attribute_of_a_label_is_of_its_kind() -> None:
    assert told("UNION", level="县", since="2023-05-01", note="再看") == []
    assert told("UNION", level="", since=None) == []
    assert told("UNION", level="省", since="五月") == [
        "level: 省 is not one of the choices",
        "since: 五月 is not a date, such as 2026-05-01",
    ]
    assert told("ORG", level="省") == []
