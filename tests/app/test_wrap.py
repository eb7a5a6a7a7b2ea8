"""Wrapping: by cells, nothing lost, no punctuation where it may not stand."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.app.runtime.ambiguous_width import set_wide
from tui.app.text_view.geometry.wrap import NO_END, NO_START, may_break, wrap
from tui.app.widgets.glyphs import clusters, fit, visible, width

NEWS = "顺义区总工会靶向施策，交上“两新”组织建会“满意答卷”：会员8,447人，（较往年）均有提升……APP 12351-x。"
text = st.text(st.sampled_from(NEWS) | st.characters(codec="utf-8"), max_size=120)
widths = st.integers(8, 40)


def rows(source: str, cells: int, indent: int = 0) -> list[str]:
    return [source[a:b] for a, b in wrap(source, 0, len(source), cells, indent)]


@given(source=text, cells=widths, indent=st.sampled_from([0, 4]))
def test_rows_cover_the_text_without_a_gap(source: str, cells: int, indent: int) -> None:
    assert "".join(rows(source, cells, indent)) == source


@given(source=text, cells=widths, indent=st.sampled_from([0, 4]))
def test_no_row_is_wider_than_it_may_be_but_for_blanks_at_its_end(
    source: str, cells: int, indent: int
) -> None:
    for number, row in enumerate(rows(source, cells, indent)):
        assert width(visible(row).rstrip()) <= max(2, cells - (indent if number == 0 else 0))


@given(source=text, cells=widths)
def test_a_row_never_ends_within_a_cluster(source: str, cells: int) -> None:
    ends = {end for _, end, _ in clusters(source)} | {0}
    assert all(b in ends for _, b in wrap(source, 0, len(source), cells, 0))


@given(source=st.text(st.sampled_from(NEWS), min_size=1, max_size=200), cells=st.integers(20, 60))
@example("他说：“好。”" * 9, 22)
def test_punctuation_stands_neither_at_the_wrong_start_nor_at_the_wrong_end(source: str, cells: int) -> None:
    found = rows(source, cells)
    for before, after in pairwise(found):
        longest = max(len(run) for run in _unbreakable(source))
        if 2 * longest < cells:
            assert after[0] not in NO_START
            assert before[-1] not in NO_END


def _unbreakable(source: str) -> list[str]:
    runs = [source[:1]]
    for before, after in pairwise(source):
        if may_break(before, after):
            runs.append(after)
        else:
            runs[-1] += after
    return runs


PLAIN = "".join(c for c in NEWS if not c.isspace())


@given(source=st.text(st.sampled_from(PLAIN), max_size=200), cells=widths, wide=st.booleans())
def test_a_row_takes_all_that_fits(source: str, cells: int, wide: bool) -> None:
    set_wide(wide)
    try:
        found = wrap(source, 0, len(source), cells, 0)
        for (start, end), (_, later) in pairwise(found):
            longer = next(
                (at for at in range(end + 1, later) if may_break(source[at - 1], source[at])), later
            )
            assert width(source[start:longer]) > cells
    finally:
        set_wide(False)


def test_latin_words_and_numbers_stay_whole() -> None:
    assert rows("顺义区新发展会员119.35万人通过APP客户端", 20) == [
        "顺义区新发展会员",
        "119.35万人通过APP客",
        "户端",
    ]


@pytest.mark.parametrize(
    ("source", "cells", "shown"),
    [
        ("一二三a", 6, ["一二三", "a"]),
        ("一二三a", 7, ["一二三a"]),
        ("a一二三b", 7, ["a一二三", "b"]),
        ("甲乙", 1, ["甲", "乙"]),
        ("e\u0301甲乙", 1, ["e\u0301", "甲", "乙"]),
        ("e\u0301一二，三", 5, ["e\u0301一", "二，", "三"]),
        ("e\u0301一（二三", 5, ["e\u0301一", "（二", "三"]),
        ("e\u0301一二三", 5, ["e\u0301一二", "三"]),
        ("e\u0301，，，", 3, ["e\u0301，", "，", "，"]),
        ("e" + "\u0301" * 60 + "甲乙丙", 4, ["e" + "\u0301" * 60 + "甲", "乙丙"]),
    ],
)
def test_rows_with_characters_of_several_parts_follow_the_same_rules(
    source: str, cells: int, shown: list[str]
) -> None:
    assert rows(source, cells) == shown


def test_a_dash_or_an_ellipsis_of_two_is_not_torn() -> None:
    assert rows("一二三——四", 7) == ["一二", "三——四"]


def test_a_cut_title_says_so_and_fits() -> None:
    assert fit("顺义区总工会", 9) == "顺义区.."
    assert fit("顺义区", 6) == "顺义区"


@given(source=st.text(max_size=60))
def test_what_a_terminal_would_obey_is_shown_instead(source: str) -> None:
    shown = visible(source)
    assert len(shown) == len(source)
    assert not set(shown) & {*map(chr, range(32)), "\x7f", "\x9b", "\u202e", "\u2066", "\u2028"}
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x00", "␀"), ("\x1b", "␛"), ("\x1f", "␟"), ("\t", " "), ("\n", " "), ("\x7f", "␡"),
        ("\x9b", "␦"), ("\u202e", "␦"), ("\u2066", "␦"), ("\ufeff", "␦"), ("\ud800", "␦"),
        ("\u2028", "␦"), ("\u2029", "␦"), ("\u200d", "\u200d"),
        ("\u200c", "\u200c"), ("工", "工"), ("\u3000", "\u3000"), ("\xa0", "\xa0"), ("\ue000", "\ue000"),
    ],
)  # fmt: skip
def test_each_kind_of_character_that_a_terminal_obeys_has_a_sign(character: str, shown: str) -> None:
    assert visible(f"甲{character}乙") == f"甲{shown}乙"


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("", 0, ""), ("甲", 0, ""), ("甲", 1, "."), ("甲", 2, "甲"), ("甲乙", 2, ".."), ("甲乙", 3, ".."),
        ("甲乙丙", 4, "甲.."), ("甲乙丙", 5, "甲.."), ("ab", 1, "."), ("abc", 3, "abc"), ("abcd", 3, "a.."),
    ],
)  # fmt: skip
def test_a_text_is_cut_to_the_cells_that_there_are(text: str, cells: int, shown: str) -> None:
    assert fit(text, cells) == shown
