"""The lines of a page: their gaps, indentation and mark-up, with each character where it stands."""

import pytest

from tests.text.unit_building import unit
from tui.text.cues import Cue
from tui.text.lines import BOLD, Line, joined, read_lines
from tui.text.tables import mark_rows
from tui.text.units import Unit
from tui.text.verse import mark_verse


def line(text: str) -> Line:
    """The only line of a text."""
    (found,) = read_lines(text)
    assert "".join(text[start:end] for start, end in found.source(0, len(found.text))) == found.text
    return found


@pytest.mark.parametrize("feed", ["\n", "\r\n", "\r"])
def test_gaps_are_counted_in_blank_lines(feed: str) -> None:
    text = feed.join(["", "老桥", "渡口", "", " 　", "石磨"])
    found = read_lines(text)
    assert [(one.text, one.gap) for one in found] == [("老桥", 1), ("渡口", 0), ("石磨", 2)]
    assert [text[one.stop : one.stop + len(feed)] for one in found] == [feed, feed, ""]


@pytest.mark.parametrize(
    ("blanks", "indent"),
    [("", False), (" ", False), ("  ", True), ("　", True), ("\t", True), (" 　", True), ("    ", True)],
)
def test_two_blanks_or_a_wide_one_indent_a_line(blanks: str, indent: bool) -> None:
    found = line(f"{blanks}老桥  ")
    assert (found.indent, found.inset, found.text) == (indent, len(blanks), "老桥")
    assert (found.left, found.right) == (len(blanks), len(blanks) + 2)


@pytest.mark.parametrize(
    ("marked", "text", "level"),
    [
        ("# 老桥", "老桥", 1),
        ("###### 老桥", "老桥", 6),
        ("####### 老桥", "####### 老桥", 0),
        ("##　老桥", "老桥", 2),
        ("##老桥", "老桥", 2),
        ("#1路车", "#1路车", 0),
        ("#老桥#", "#老桥#", 0),
        ("## 老桥 ##", "老桥", 2),
        ("## 老桥##", "老桥##", 2),
        ("# #", "#", 1),
        ("##", "##", 0),
        ("> 老桥", "老桥", 0),
        (">", ">", 0),
        ("> ## 老桥", "老桥", 2),
        ("**老桥**", "老桥", BOLD),
        ("** 老桥 **", "老桥", BOLD),
        ("## **老桥**", "老桥", 2),
        ("**老桥**大修", "老桥大修", 0),
        ("**老桥**和**渡口**", "老桥和渡口", 0),
        ("**老桥", "**老桥", 0),
        ("****", "****", 0),
        ("老桥**大修**", "老桥**大修**", 0),
        ("李**和**王", "李**和**王", 0),
        ("**老桥**和**渡口", "**老桥**和**渡口", 0),
    ],
)
def test_mark_up_is_no_text(marked: str, text: str, level: int) -> None:
    found = line(marked)
    assert (found.text, found.level) == (text, level)
    assert (found.left, found.right) == (0, len(marked))


def test_a_part_of_a_line_leaves_out_the_mark_up_within_it() -> None:
    text = "**老桥**和**渡口**大修"
    found = line(text)
    for start in range(len(found.text)):
        for end in range(start + 1, len(found.text) + 1):
            source = found.source(start, end)
            assert "".join(text[a:b] for a, b in source) == found.text[start:end]
            assert all(a < b for a, b in source)


def test_of_two_lines_that_are_one_the_break_is_left_out() -> None:
    text = "  老桥\n\n渡口 \n"
    both = joined(*read_lines(text))
    assert (both.text, both.gap, both.indent) == ("老桥渡口", 0, True)
    assert [text[a:b] for a, b in both.source(1, 3)] == ["桥", "渡"]
    assert text[both.left : both.right] == "老桥\n\n渡口"
    assert text[both.stop] == "\n"


# Lines that stay lines: verse, rows of tables


def verse(*lines: Unit | str) -> list[bool]:
    units = [one if isinstance(one, Unit) else unit(one, gap=0) for one in lines]
    mark_verse(units)
    return [one.verse for one in units]


def below(text: str, **given: object) -> Unit:
    return unit(text, **({"gap": 0} | given))


POEM = ("河水流过石桥", "灯火照着船篷", "谁在夜里摇橹")
TOLD = below("青石河上的老桥昨天封闭大修，桥面将加宽到九米，两侧各设人行道。")


def test_three_short_lines_one_right_below_the_other_are_verse() -> None:
    assert verse(*POEM) == [True] * 3
    assert verse(*POEM, TOLD) == [True, True, True, False]
    assert verse(TOLD, *POEM[:2], TOLD) == [False] * 4
    assert verse(TOLD, *POEM) == [False, True, True, True]


def test_two_lines_below_a_verse_are_another() -> None:
    assert verse(*POEM, unit(POEM[0]), POEM[1], TOLD) == [True] * 5 + [False]
    assert verse(*POEM, TOLD, unit(POEM[0]), POEM[1], TOLD)[4:] == [False] * 3
    assert verse(*POEM, unit(POEM[0]), TOLD) == [True, True, True, False, False]


@pytest.mark.parametrize(
    "other",
    [
        below(POEM[1], cue=Cue.CAPTION),
        below(POEM[1], level=1),
        below(POEM[1], full=True),
        below(POEM[1], wrapped=2),
        below(POEM[1], indent=True),
        below("河" * 21),
        below("渔夫：灯火照着"),
        below("灯火照着："),
        below("一、灯火照着"),
        below("19:30 灯火"),
        below("（灯火照着）"),
        below("【灯火照着】"),
        below("果乡信箱"),
        below("编后"),
        below("望津市水务公司"),
        below("望津市水務公司"),
    ],
)
def test_a_line_that_is_something_else_ends_a_verse(other: Unit) -> None:
    assert verse(POEM[0], POEM[1], below("河" * 20)) == [True] * 3
    assert verse(*POEM[:2], other, *POEM[:2]) == [False] * 5


def test_a_blank_line_ends_a_verse() -> None:
    assert verse(*POEM[:2], unit(POEM[2]), TOLD) == [False] * 4


def test_where_all_lines_stand_apart_more_than_five_or_those_below_a_name_are_verse() -> None:
    def apart(*lines: str) -> list[Unit]:
        return [unit(one) for one in lines]

    assert verse(*apart(*POEM, *POEM)) == [True] * 6
    assert verse(*apart(*POEM, *POEM[:2])) == [False] * 5
    assert verse(*apart("老桥", "沈一鸣", *POEM)) == [False, False, True, True, True]
    assert verse(*apart(*POEM, "夏天凉。", *POEM)) == [False] * 7
    assert verse(*POEM, *apart(*POEM, *POEM)) == [True] * 3 + [False] * 6


def test_what_heads_the_text_or_the_rows_right_below_a_verse_is_none_of_its_lines() -> None:
    assert verse(*POEM, "老桥封闭大修", TOLD) == [True] * 3 + [False] * 2
    assert verse(*POEM, "老桥封闭大修", "19:30 新闻") == [True] * 3 + [False] * 2
    assert verse(POEM[0], "夏天凉。", POEM[1], TOLD) == [False] * 4
    assert verse(POEM[0], "夏天凉。", POEM[1]) == [True] * 3
    assert verse(*POEM, "老桥封闭大修，", TOLD) == [True] * 4 + [False]
    assert verse(*POEM, "老桥封闭大修", "夏天凉。") == [True] * 5
    assert verse(*POEM, "老桥封闭大修", below(TOLD.text, gap=1)) == [True] * 4 + [False]


def test_the_title_of_a_verse_or_a_list_is_the_one_line_without_a_stop_or_a_wide_blank() -> None:
    stopped = [f"{one}，" for one in POEM]
    assert verse("打油诗", *stopped) == [False] + [True] * 3
    assert verse("打油诗，", *stopped) == [True] * 4
    assert verse("打油诗", *stopped, POEM[0]) == [True] * 5
    names = ("罗有田　望津人　二十二岁", "何长生　东屏人", "无名氏　三人")
    assert verse("烈士名录", *names) == [False] + [True] * 3
    assert verse("烈士名录", names[0], "无名氏三人", names[1]) == [True] * 4


def test_a_column_s_name_a_title_and_a_pen_name_above_a_text_are_no_verse() -> None:
    assert verse("闲笔集", "墙上的猫", "阿榕", TOLD) == [False] * 4
    assert verse("闲笔集", "墙上的猫", "阿榕") == [True] * 3
    assert verse("闲笔集", "墙上", "阿榕", TOLD) == [True] * 3 + [False]


def test_a_row_of_a_table_is_no_line_of_a_verse() -> None:
    assert verse(POEM[0], below(POEM[1], verse=True), POEM[2]) == [False, True, False]


REPORT = below("本报讯（记者 沈一鸣）", cue=Cue.OPENING)


def test_a_headline_of_up_to_five_lines_above_a_report_is_no_verse() -> None:
    for opening in (REPORT, below("沈一鸣", cue=Cue.BYLINE)):
        assert verse(*POEM, opening) == [False] * 4
        assert verse(*POEM, *POEM[:2], opening) == [False] * 6
        assert verse(*POEM, *POEM, opening) == [True] * 5 + [False] * 2
    assert verse(*POEM, below("沈一鸣摄", cue=Cue.CREDIT)) == [True] * 3 + [False]
    assert verse(*POEM, *POEM, below("沈一鸣摄", cue=Cue.CREDIT)) == [True] * 6 + [False]


def test_a_title_with_a_name_below_it_and_with_a_genre_is_no_verse() -> None:
    assert verse(*POEM, "老桥", "沈一鸣", *POEM) == [True] * 3 + [False] * 2 + [True] * 3
    assert verse(*POEM, "老桥", "（外一诗）", *POEM)[3] is False
    assert verse(*POEM, "老桥", "（河）", *POEM)[3] is True


def rows(*lines: Unit | str) -> list[bool]:
    units = [one if isinstance(one, Unit) else unit(one, gap=0) for one in lines]
    mark_rows(units)
    return [one.verse for one in units]


ROW, OTHER, THIRD = "秋梨　　九元六角", "冬枣　　八元二角", "鸭梨　　三元"


def test_three_lines_of_cells_are_a_table() -> None:
    assert rows(ROW, OTHER, THIRD) == [True] * 3
    assert rows(TOLD, ROW, OTHER, THIRD, TOLD) == [False, True, True, True, False]
    assert rows(ROW, OTHER) == [False] * 2
    assert rows(ROW, OTHER, TOLD, ROW, OTHER, THIRD) == [False] * 3 + [True] * 3
    assert rows("秋梨  9.6", "冬枣\t\t8.2", "鸭梨　3") == [True] * 3
    assert rows("秋梨 9.6", "冬枣 8.2", "鸭梨 3") == [False] * 3


def test_a_row_is_no_furniture() -> None:
    units = [below(one, cue=Cue.FURNITURE) for one in (ROW, OTHER, THIRD)]
    mark_rows(units)
    assert [one.cue for one in units] == [None] * 3


@pytest.mark.parametrize(
    "other",
    [
        below(OTHER, begins=False),
        below(OTHER, ends=False),
        below(OTHER, level=1),
        below(OTHER, wrapped=2),
        "秋梨　　" + "枣" * 57,
        "秋梨　　九元。",
        "秋梨，　　九元，",
        "秋　　九元",
        "　　九元",
        "秋梨　　一级　　大果　　散装　　九元",
        "秋梨　　丰收了",
    ],
)
def test_a_line_of_another_shape_is_no_row(other: Unit | str) -> None:
    assert rows(ROW, other, OTHER, ROW, OTHER)[:2] == [False] * 2


def test_rows_have_about_as_many_cells() -> None:
    assert rows(ROW, "秋梨　　九元　　一级　　散装", OTHER) == [True] * 3
    assert rows("秋梨　　" + "枣" * 56, "秋梨　　枣", "秋梨　　枣") == [True] * 3
    assert rows("秋梨　　丰收", "冬枣　　九元", "冬枣　　八元") == [False] * 3
    assert rows(ROW, "秋梨　　九元　　一级　　散装　　大果", OTHER, THIRD) == [False] * 4
    assert rows(ROW, OTHER, "秋梨　　枣" + "枣" * 56) == [False] * 3


@pytest.mark.parametrize(
    "figure", ["9.6", "９", "↑0.2", "-3", "+1", "— 5", "八元", "十斤", "三个", "五人", "两名", "十张"]
)
def test_a_cell_is_a_figure(figure: str) -> None:
    assert rows(ROW, f"冬枣　　{figure}", OTHER) == [True] * 3
    assert rows("秋梨　　丰收", f"冬枣　　{figure}", "冬枣　　少") == [False] * 3
    assert rows("秋梨　　丰收", "冬枣　　丰收", "鸭梨　　少") == [True] * 3
