"""Which rows are points of one picture, and the picture."""

from fractions import Fraction
from xml.etree import ElementTree

import pytest

from tui.errors import PiyueError
from tui.formats.common.chart_svg import svg
from tui.measure.ledger import Row
from tui.measure.series import series_of

EMPTY = Row._make([*[""] * (len(Row._fields) - 3), (), (), ()])


def row(value: str, interval: str, **fields: str) -> Row:
    said = {"indicator": "新建工会", "subject": "顺义区", "unit": "家", "kind": "level", "status": "actual"}
    return EMPTY._replace(**said | {"value": value, "interval": interval} | fields)  # type: ignore[arg-type]


YEARS = [row("92", "2023-01-01/2023-12-31"), row("69", "2022-01-01/2022-12-31")]


def test_points_are_in_the_order_of_time_by_subject() -> None:
    rows = [*YEARS, row("20", "2023-01-01/2023-12-31", subject="密云区")]
    found = series_of(rows, rows[0])
    assert [(s.name, [(p.when, str(p.value)) for p in s.points]) for s in found] == [
        ("密云区", [("2023-12-31", "20")]),
        ("顺义区", [("2022-12-31", "69"), ("2023-12-31", "92")]),
    ]


@pytest.mark.parametrize(
    "other",
    [
        row("5", "2023-01-01/2023-06-30", unit="人", indicator="新会员"),
        row("5", "2023-01-01/2023-06-30", unit="公里"),
        row("5", "2023-01-01/2023-06-30", status="target"),
        row("5", "2023-01-01/2023-06-30", kind="change", direction="up"),
        row("5", "2023-01-01/.."),
        row("5", ""),
        row("", "2023-01-01/2023-06-30"),
    ],
)
def test_what_is_measured_otherwise_or_not_known_is_no_point(other: Row) -> None:
    assert series_of([*YEARS, other], YEARS[0]) == series_of(YEARS, YEARS[0])


def test_a_fact_reported_twice_is_one_point_and_a_fall_lies_below_nought() -> None:
    assert len(series_of([*YEARS, YEARS[0]], YEARS[0])[0].points) == 2
    fall = row("3", "2023-01-01/2023-12-31", kind="change", direction="down")
    assert series_of([fall], fall)[0].points[0].value == Fraction(-3)


def test_the_picture_is_xml_whatever_the_names_are() -> None:
    odd = row("1/3", "2023-01-01/2023-12-31", indicator="<a&\x00b>", subject='"\ud800')
    root = ElementTree.fromstring(svg(series_of([odd], odd), odd).encode())
    assert "<a&b> (家)" in "".join(root.itertext())


def test_nothing_to_draw_is_said() -> None:
    with pytest.raises(PiyueError):
        svg([], YEARS[0])
