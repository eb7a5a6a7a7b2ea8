"""The fast writer of JSON has the bytes of the careful one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.formats.common.json_lines import dumps, is_plain, loads, plain_dumps, plain_lines
from tui.formats.common.loss_report import Loss, loss_lines

TEXTS = st.text(st.characters(exclude_categories=())) | st.sampled_from(
    ["\ud800", "\x85", "\u2028", "“新”\n\x7f\x00"]
)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(0.001, 1_000_000, exclude_max=True) | TEXTS
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(TEXTS, inner)
)


@given(VALUES)
def test_plain_values_are_written_alike(value: object) -> None:
    assert plain_dumps(value) == dumps(value)


@given(st.lists(st.dictionaries(TEXTS, TEXTS)))
def test_lines_are_the_same_whatever_stands_beside_them(rows: list[dict[str, str]]) -> None:
    lines = plain_lines(rows)
    assert lines == b"".join(plain_lines([row]) for row in rows)
    assert [loads(line.encode()) for line in lines.decode().splitlines()] == rows


@given(st.lists(st.tuples(TEXTS, TEXTS)))
def test_losses_are_written_whatever_stands_in_them(said: list[tuple[str, str]]) -> None:
    lines = loss_lines(Loss("span", id_, text, "p", "furniture") for id_, text in said)
    rest = {"page": "p", "reason": "furniture", "fate": "lost"}
    expected = [{"what": "span", "id": id_, "text": text, **rest} for id_, text in said]
    assert [loads(line.encode()) for line in lines.decode().splitlines()] == expected


@given(st.floats())
def test_a_plain_float_has_no_exponent(number: float) -> None:
    if is_plain(number):
        assert "e" not in json.dumps(number)
        assert plain_dumps(number) == dumps(number)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -0.5, 1e-5, 1e16])
def test_a_float_that_is_written_in_several_ways_is_not_plain(number: float) -> None:
    assert not is_plain(number)
