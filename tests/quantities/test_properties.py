"""What holds for every text and every number."""

import ast
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import tui.quantities
from tests.quantities.writer import CAPITAL, LOWER, chinese
from tests.shares import examples
from tui.quantities import Quantity, find, parse

SIGNS = "0123456789.,:%-—~/ “”《》\n，。"
WORDS = "一二三两半几数十百千万亿余多上下近约超第至到比成折倍番年月日时分点个名家人次元"
PIECES = st.sampled_from([*SIGNS, *WORDS, "百分之", "增长", "不低于"])
TEXTS = st.lists(PIECES, max_size=40).map("".join)
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F) if chr(code) not in ",;?!"})


def content(quantity: Quantity) -> tuple[object, ...]:
    return tuple(value for name, value in quantity.as_dict().items() if name != "surface")


@given(TEXTS)
@example("3成百%")
@example("四又百分之")
@example("三成零")
@settings(max_examples=examples(300))
def test_quantities_stand_at_their_offsets_in_order_without_overlap(text: str) -> None:
    end = 0
    for quantity in find(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.surface
        end = quantity.end


@given(TEXTS)
@settings(max_examples=examples(300))
def test_a_range_ascends_and_only_a_range_has_two_ends(text: str) -> None:
    for quantity in find(text):
        assert (quantity.comparator == "range") == (quantity.value_max is not None)
        if quantity.value_max is not None:
            assert Fraction(quantity.value) < Fraction(quantity.value_max)


@given(TEXTS)
@settings(max_examples=examples(300))
def test_full_width_is_read_as_half_width(text: str) -> None:
    assert [content(q) for q in find(text.translate(WIDE))] == [content(q) for q in find(text)]


@given(TEXTS)
@settings(max_examples=examples(200))
def test_what_is_found_can_be_parsed_by_itself(text: str) -> None:
    for quantity in find(text):
        if quantity.surface[-1] not in "多余" and "\n" not in quantity.surface and quantity.unit:
            assert parse(quantity.surface) is not None


@given(st.integers(0, 10**12 - 1))
def test_a_number_written_in_chinese_is_read_back(number: int) -> None:
    quantity = parse(chinese(number, LOWER) + "吨")
    assert quantity is not None
    assert quantity.value == str(number)


@given(st.integers(1, 10**12 - 1))
def test_a_number_written_in_capitals_is_read_back(number: int) -> None:
    quantity = parse(chinese(number, CAPITAL) + "元")
    assert quantity is not None
    assert quantity.value == str(number)


@given(st.integers(0, 10**9), st.integers(0, 6), st.sampled_from(["", "万", "亿", "万亿"]))
def test_a_decimal_with_a_scale_is_exact(number: int, places: int, scale: str) -> None:
    written = f"{number // 10**places}.{number % 10**places:0{places}d}" if places else str(number)
    quantity = parse(f"{written}{scale}吨")
    assert quantity is not None
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    assert Fraction(quantity.value) == Fraction(number * factor, 10**places)


@pytest.mark.parametrize(
    "path", sorted(Path(tui.quantities.__file__).parent.glob("*.py")), ids=lambda p: p.name
)
def test_no_float_is_written_anywhere(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), node.lineno
        assert not (isinstance(node, ast.Name) and node.id == "float"), node.lineno
