"""Sentences and paired marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.sentences import pair_around, sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


def test_a_sentence_ends_behind_its_stop_and_the_marks_that_close_with_it() -> None:
    assert cut("他说：“来吧！”大家笑了。　再见？好") == ["他说：“来吧！”", "大家笑了。", "再见？", "好"]


def test_a_decimal_point_a_semicolon_and_dots_within_a_sentence_end_nothing() -> None:
    assert cut("增长3.5%；减少2……然后") == ["增长3.5%；减少2……然后"]


def test_a_line_feed_ends_a_sentence() -> None:
    assert cut("标题\n\n正文") == ["标题", "正文"]


@given(st.text(alphabet="甲乙。！”“ \n…", max_size=40))
def test_sentences_hold_every_character_that_is_not_blank_once(text: str) -> None:
    assert "".join(cut(text)).replace(" ", "").replace("\n", "") == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "range_", "expected"),
    [
        ("在《中国（新）法》里", (3, 4), "中国（新）法"),
        ("在《中国（新）法》里", (2, 8), "《中国（新）法》"),
        ("在《中国（新）法》里", (5, 6), "（新）"),
        ("在《中国（新）法》里", (4, 7), "中国（新）法"),
        ("没有括号", (0, 2), None),
        ("《没有关上", (2, 3), None),
        ("关错”了“对”", (5, 6), "“对”"),
        ("“《”外》", (3, 4), None),
    ],
)
def test_the_nearest_pair_outside_of_a_range_is_found(
    text: str, range_: tuple[int, int], expected: str | None
) -> None:
    found = pair_around(text, *range_, (0, len(text)))
    assert (found and text[slice(*found)]) == expected
