"""A misread place reads as people say, and offsets lead from either text to the other."""

from hypothesis import given
from hypothesis import strategies as st

from tests.text.showing import page_of
from tui.model import ReadsPin
from tui.text.offsets import source_view
from tui.text.readings import right_reading


def pin(text: str, start: int, end: int, reads: str) -> ReadsPin:
    return ReadsPin(segments=((start, end),), text=text[start:end], reads=reads)


def test_a_misread_place_reads_rightly() -> None:
    text = "出生率为6.8%0，上升0.4%0。"
    reading = source_view(page_of(text), 0, len(text))
    right = right_reading(reading, [pin(text, 4, 9, "6.8‰"), pin(text, 12, 17, "0.4‰")])
    assert right.text == "出生率为6.8‰，上升0.4‰。"
    start, end = right.to_right(12, 17)
    assert right.text[start:end] == "0.4‰"
    assert right.to_reading(start, end) == (12, 17)
    assert right.text[slice(*right.to_right(9, 12))] == "，上升"


@given(
    st.text(alphabet="中文字", min_size=10, max_size=10),
    st.lists(
        st.tuples(st.integers(0, 4), st.text(alphabet="ab", max_size=3)), max_size=3, unique_by=lambda x: x[0]
    ),
    st.integers(0, 9),
)
def test_a_character_that_was_read_rightly_is_the_same_in_both_texts(
    text: str, edits: list[tuple[int, str]], at: int
) -> None:
    pins = [pin(text, 2 * place, 2 * place + 1, reads) for place, reads in edits]
    right = right_reading(source_view(page_of(text), 0, len(text)), pins)
    if at not in {2 * place for place, _ in edits}:
        start, end = right.to_right(at, at + 1)
        assert right.text[start:end] == text[at]
        assert right.to_reading(start, end) == (at, at + 1)
