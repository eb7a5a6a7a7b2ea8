"""What recognition may have spoilt is said: mixed columns, lines over columns, readings."""

import time
from itertools import chain, zip_longest

import pytest

from tests.text.test_borders import BRIDGE, BRIDGE_MORE, PEARS
from tui.text.doubts import doubtful_readings, doubts


def column(text: str, width: int = 13) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


LEFT, RIGHT = BRIDGE + BRIDGE_MORE + BRIDGE[::2] + BRIDGE, PEARS + PEARS[5:] + PEARS[:80] + BRIDGE_MORE


def test_columns_that_an_engine_read_across_are_said_to_be_mixed() -> None:
    rows = zip_longest(column(LEFT), column(RIGHT), fillvalue="")
    text = "\n".join(line for line in chain.from_iterable(rows) if line)
    assert [doubt.kind for doubt in doubts(text)] == ["mixed columns"]


def test_columns_in_their_order_are_not() -> None:
    assert doubts("\n".join(column(LEFT) + column(RIGHT))) == []


def test_a_line_over_two_columns_is_said() -> None:
    lines = column(LEFT)
    over = lines[4] + "，" + lines[9]
    found = doubts("\n".join([*lines[:4], over, *lines[5:], *column(RIGHT)]))
    text = "\n".join([*lines[:4], over, *lines[5:], *column(RIGHT)])
    assert [text[doubt.start : doubt.end] for doubt in found if doubt.kind == "line over columns"] == [over]


@pytest.mark.parametrize(
    ("text", "spoilt"),
    [
        ("出生率为6.8%0，比去年上升", ["6.8%0"]),
        ("增长12.49%6，", ["12.49%6"]),
        ("营收1，286.4亿元", ["1，286.4"]),
        ("共119. 35万人", ["119. 35"]),
        ("气温18°℃", ["18°℃"]),
        ("增长12.4%，占30%。", []),
        ("营收1,286.4亿元，3，4月", []),
        ("第1. 2节", []),
    ],
)
def test_numbers_that_read_as_recognition_spoils_them_are_doubtful(text: str, spoilt: list[str]) -> None:
    assert [text[start:end] for start, end in doubtful_readings(text)] == spoilt


def test_doubts_take_time_that_grows_with_the_page_only() -> None:
    before = time.process_time()
    doubts("\n".join(column(LEFT * 200)))
    assert time.process_time() - before < 3
