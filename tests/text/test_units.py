"""Which lines are one paragraph: hard wraps within a column, what continues a paragraph from above."""

import pytest

from tests.text.unit_building import on_page, unit
from tui.text.cues import Cue
from tui.text.layout import Layout, layout_of
from tui.text.lines import read_lines
from tui.text.units import Unit, continues, join
from tui.text.wrapped_lines import _heads_report, _stands_alone, _wraps, units_of

FLUSH, INDENTED = Layout(indents=False, gap=1), Layout(indents=True, gap=0)
OPEN, DONE = "青石河上的老桥昨天封闭大修，桥面将", "青石河上的老桥昨天封闭大修。"
REST = "加宽到九米。"


def line(text: str, **given: object) -> Unit:
    """A line right below another in a hard-wrapped column."""
    return unit(text, **({"gap": 0, "columns": True} | given))


# What continues a paragraph


@pytest.mark.parametrize(
    ("last", "below", "layout", "expected"),
    [
        (unit(OPEN), unit(REST), FLUSH, True),
        (unit(OPEN), unit(REST), INDENTED, True),
        (unit(OPEN), unit(REST, indent=True), INDENTED, False),
        (unit(OPEN), unit(REST, indent=True), FLUSH, True),
        (unit(OPEN), line(REST), FLUSH, False),
        (unit(OPEN), line(REST, gap=1), FLUSH, True),
        (unit(OPEN), unit(REST, gap=0), FLUSH, True),
        (unit(OPEN, ends=False), unit(REST), FLUSH, False),
        (unit(OPEN), unit(REST, begins=False), FLUSH, False),
        (unit(OPEN, verse=True), unit(REST), FLUSH, False),
        (unit(OPEN), unit(REST, verse=True), FLUSH, False),
        (unit(DONE), unit(REST), FLUSH, False),
        (unit(DONE), unit("，" + REST), FLUSH, True),
        (unit(DONE), unit("，" + REST, indent=True), INDENTED, True),
        (unit(DONE, ends=False), unit("，" + REST), FLUSH, False),
        (unit(OPEN), unit("●" + REST), FLUSH, False),
        (unit("19:30 新闻"), unit(REST), FLUSH, False),
        (unit(OPEN), unit("19:30 新闻"), FLUSH, False),
        (unit(OPEN + "；"), unit(REST), FLUSH, False),
        (unit(OPEN + ";"), unit(REST), FLUSH, False),
        (unit(OPEN + "；"), line(REST, gap=1), FLUSH, True),
        (unit(OPEN + "；"), line("二、" + REST, gap=1), FLUSH, False),
        (unit(OPEN + "；"), line("支座：" + REST, gap=1), FLUSH, False),
        (unit(OPEN + ";"), line("支座:" + REST, gap=1), FLUSH, False),
        (unit(OPEN + "："), unit(REST), FLUSH, True),
        (unit(OPEN + "："), unit("一、" + REST), FLUSH, False),
        (unit(OPEN + "："), unit("支座：" + REST), FLUSH, False),
        (unit(OPEN + "："), unit("支座：“" + REST), FLUSH, True),
        (unit(OPEN), unit("一、" + REST), FLUSH, True),
        (unit(OPEN), unit("支座：" + REST), FLUSH, True),
        (unit("各位乡亲们你们好呀："), unit(REST), FLUSH, False),
        (unit("老" * 11 + "："), unit(REST), FLUSH, False),
        (unit("老" * 11 + ":"), unit(REST), FLUSH, False),
        (unit("老" * 12 + "："), unit(REST), FLUSH, True),
        (unit("老" * 11), unit(REST), FLUSH, True),
        (unit("各区人民政府，市政府各部门，各直属单位："), unit(REST), FLUSH, False),
        (unit("全体会员和各位来宾朋友们大家好："), unit(REST), FLUSH, False),
        (unit("尊敬的各位家长和各位老师朋友:"), unit(REST), FLUSH, False),
        (unit("亲爱的各位家长和各位老师朋友："), unit(REST), FLUSH, False),
        (unit("各区人民政府，市政府各部门，各直属单位"), unit(REST), FLUSH, True),
    ],
)
def test_a_paragraph_goes_on_where_its_sentence_does(
    last: Unit, below: Unit, layout: Layout, expected: bool
) -> None:
    assert bool(continues(last, below, layout)) is expected


@pytest.mark.parametrize(
    ("last", "wrapped", "layout", "expected"),
    [
        (True, 2, INDENTED, True),
        (True, 1, INDENTED, False),
        (False, 2, INDENTED, False),
        (True, 2, FLUSH, False),
    ],
)
def test_below_a_full_stop_only_a_flush_paragraph_goes_on_where_all_are_indented(
    last: bool, wrapped: int, layout: Layout, expected: bool
) -> None:
    assert bool(continues(unit(DONE, indent=last), unit(REST, wrapped=wrapped), layout)) is expected


# Hard wraps


@pytest.mark.parametrize(
    ("one", "other", "layout", "expected"),
    [
        (line(OPEN, full=True), line(REST), FLUSH, True),
        (line(DONE, full=True), line(REST), FLUSH, True),
        (line(OPEN, full=True), line(REST, gap=1), FLUSH, False),
        (line(OPEN, full=True), line(REST, begins=False), FLUSH, False),
        (line(OPEN, full=True, cue=Cue.CAPTION), line(REST), FLUSH, True),
        (line(OPEN, full=True, cue=Cue.LEAD), line(REST), FLUSH, True),
        (line(OPEN, full=True, cue=Cue.BYLINE), line(REST), FLUSH, False),
        (line(OPEN, full=True), line(REST, cue=Cue.CAPTION), FLUSH, False),
        (line(OPEN, full=True, level=1), line(REST), FLUSH, False),
        (line(OPEN, full=True), line(REST, level=1), FLUSH, False),
        (line("秋梨　　九元六角", full=True), line(REST), FLUSH, False),
        (line("6日　修伞、磨刀　和平里", full=True), line(REST), FLUSH, False),
        (line(OPEN, full=True), line("A．能　　B．不能"), FLUSH, False),
        (line("A．能　　B．不能", full=True), line(REST), FLUSH, False),
        (line(DONE, full=True), line("获奖名单"), FLUSH, False),
        (line(OPEN, full=True), line("获奖名单"), FLUSH, True),
        (line("投票率：七成", full=True), line("政党：十四个"), FLUSH, False),
        (line("投票率：七成，", full=True), line("政党：十四个"), FLUSH, True),
        (line("投票率：七成", full=True), line(REST), FLUSH, True),
        (line("6日，修伞　磨刀　和平里", full=True), line(REST), FLUSH, True),
        (line(OPEN, full=True), line(REST, indent=True), INDENTED, False),
        (line(OPEN, full=True), line(REST, indent=True), FLUSH, True),
        (line(OPEN, full=True), line("，" + REST, indent=True), INDENTED, True),
        (line(OPEN), line("，" + REST), FLUSH, True),
        (line(DONE, full=True), line("二、" + REST), FLUSH, False),
        (line(OPEN, full=True), line("二、" + REST), FLUSH, True),
        (line("老桥封闭大修", full=True), line("沈一鸣"), FLUSH, False),
        (line("老桥，封闭大修", full=True), line("沈一鸣"), FLUSH, True),
        (line("老桥封闭大修", full=True, wrapped=2), line("沈一鸣"), FLUSH, True),
        (line(OPEN), line(REST), FLUSH, False),
        (line(OPEN, wrapped=2), line(REST), FLUSH, True),
        (line(DONE, wrapped=2), line(REST), FLUSH, False),
        (line(OPEN, indent=True), line(REST), INDENTED, True),
        (line(OPEN, indent=True), line(REST), FLUSH, False),
        (line(OPEN, begins=False), line(REST), INDENTED, True),
        (line(OPEN, begins=False), line(REST), FLUSH, True),
        (line(DONE, begins=False), line(REST), FLUSH, False),
        (line(OPEN), line(REST), INDENTED, False),
        (line(DONE, indent=True), line(REST), INDENTED, False),
        (line(OPEN, columns=False, indent=True), line(REST), INDENTED, True),
        (line(OPEN, columns=False, indent=True), line(OPEN), INDENTED, True),
        (line(DONE, columns=False, indent=True), line(REST), INDENTED, True),
        (line(DONE, columns=False, indent=True), line(OPEN), INDENTED, False),
        (line(OPEN, columns=False), line(REST), INDENTED, False),
        (line(OPEN, columns=False, wrapped=2), line(REST), FLUSH, False),
        (line(OPEN, columns=False, wrapped=2), line(REST), INDENTED, True),
    ],
)  # fmt: skip
def test_a_line_goes_on_in_the_next_of_its_column(
    one: Unit, other: Unit, layout: Layout, expected: bool
) -> None:
    assert _wraps(one, other, layout) is expected


NEXT = line("桥头的小店", indent=True)


@pytest.mark.parametrize(
    ("one", "ahead", "layout", "expected"),
    [
        (line(DONE), [line(OPEN), NEXT], INDENTED, True),
        (line(DONE), [line(OPEN), line("桥头的小店")], INDENTED, True),
        (line(DONE), [line(OPEN), line("桥头的小店", gap=1)], INDENTED, False),
        (line(DONE), [line(OPEN, columns=False), line("桥头的小店")], INDENTED, False),
        (line(DONE), [line(OPEN, columns=False), line("小店", gap=1, indent=True)], INDENTED, True),
        (line(DONE), [line(OPEN, columns=False), line("店", indent=True, begins=False)], INDENTED, False),
        (line(DONE), [line(OPEN)], INDENTED, False),
        (line(DONE), [line(OPEN), NEXT], FLUSH, False),
        (line(DONE), [line(OPEN, indent=True), NEXT], INDENTED, False),
        (line(DONE), [line(OPEN, full=True), NEXT], INDENTED, False),
        (line(DONE), [line(DONE), NEXT], INDENTED, False),
        (line(OPEN), [line(OPEN), NEXT], INDENTED, False),
    ],
)  # fmt: skip
def test_a_line_between_two_paragraphs_stands_alone(
    one: Unit, ahead: list[Unit], layout: Layout, expected: bool
) -> None:
    assert _stands_alone(one, ahead, layout) is expected


REPORT = line("本报讯", cue=Cue.OPENING)


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ([line("老桥封闭"), REPORT], True),
        ([line("老桥封闭"), line("桥面加宽"), line("沈一鸣", cue=Cue.BYLINE)], True),
        ([REPORT], False),
        ([line("老桥封闭"), line(REPORT.text, cue=Cue.OPENING, begins=False)], False),
        ([line("老桥封闭"), line("桥面加宽")], False),
        ([line("老桥封闭"), line("第3版", cue=Cue.FURNITURE), REPORT], False),
        ([line("老桥封闭。"), REPORT], False),
        ([line("，老桥封闭"), REPORT], False),
        *(([line(f"老桥封闭{sign}"), REPORT], False) for sign in "，、；："),
        ([], False),
    ],
)
def test_lines_that_have_not_ended_above_an_opening_head_a_report(units: list[Unit], expected: bool) -> None:
    assert _heads_report(units) is expected


# Joining


def test_what_is_joined_is_one_text_from_both_lines() -> None:
    page, (one, other) = on_page(unit(OPEN, full=True), unit(REST, full=False, ends=False, wrapped=2))
    join(page, one, other)
    assert one.text == OPEN + REST
    assert [page[start:end] for start, end in one.segments] == [OPEN, REST]
    assert page[slice(*one.whole)] == f"{OPEN}\n{REST}"
    assert (one.full, one.ends, one.stop, one.wrapped) == (False, False, other.stop, 3)


def test_between_latin_words_a_blank_is_shown_and_a_hyphen_is_left_out() -> None:
    page, (one, other) = on_page(unit("the old"), unit("bridge"))
    join(page, one, other)
    assert (one.text, "".join(page[a:b] for a, b in one.segments)) == ("the old bridge", "the old\nbridge")
    page, (one, other) = on_page(unit("the old bri-"), unit("dge"))
    join(page, one, other)
    assert (one.text, "".join(page[a:b] for a, b in one.segments)) == ("the old bridge", "the old bridge")


# Lines with more than one part


def of(text: str) -> list[Unit]:
    lines = read_lines(text)
    return units_of(text, lines, layout_of(lines))


def test_a_line_s_parts_are_units_of_which_the_first_begins_it_and_the_last_ends_it() -> None:
    text = f"　　本报讯（记者 沈一鸣）{DONE}（丁一舟）\n\n\n　　{DONE}\n"
    opening, told, name, other = of("\n\n" + text)
    assert [one.begins for one in (opening, told, name, other)] == [True, False, False, True]
    assert [one.ends for one in (opening, told, name, other)] == [False, False, True, True]
    assert [one.indent for one in (opening, told, name, other)] == [True, False, False, True]
    assert [one.gap for one in (told, name, other)] == [0, 0, 2]
    assert [one.level for one in of("## 本报讯（记者 沈一鸣）" + DONE)] == [0, 0]
    assert [one.level for one in of("## 老桥封闭大修")] == [2]


def test_every_character_of_a_line_is_in_one_of_its_parts_mark_up_included() -> None:
    text = f"**本报讯（记者 沈一鸣） {DONE}** \n"
    units = of(text)
    assert units[0].whole[0] == 0
    assert units[-1].whole[1] == len(text.rstrip())
    assert ["".join(text[a:b] for a, b in one.segments) for one in units] == [one.text for one in units]


def test_behind_a_turn_a_line_begins_anew() -> None:
    turn, told = of("（上接第一版）" + OPEN + REST)
    assert (turn.cue, turn.begins, told.begins, told.indent) == (Cue.TURN, True, True, False)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("果农在果园里拍照。沈一鸣摄", Cue.CAPTION),
        ("果" * 39 + "。沈一鸣摄", Cue.CAPTION),
        ("果" * 40 + "。沈一鸣摄", None),
        ("果农在果园里拍照。（丁一舟）", None),
    ],
)
def test_a_short_text_before_its_photographer_is_a_caption(text: str, cue: Cue | None) -> None:
    told, _ = of(text)
    assert told.cue is cue


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("本报讯（记者 沈\n一鸣）" + DONE, 2),
        ("本报讯\n（记者 沈一鸣）" + DONE, 2),
        ("本报讯（记者 沈\n\n一鸣）" + DONE, 3),
        ("本报讯（记者 沈\n## 一鸣）" + DONE, 3),
    ],
)
def test_an_opening_goes_on_in_the_next_line_where_its_bracket_ends(text: str, parts: int) -> None:
    units = of(text)
    assert len(units) == parts or (parts == 3 and units[0].text != "本报讯（记者 沈一鸣）")
    assert (units[0].text == "本报讯（记者 沈一鸣）") is (parts == 2)


def test_what_stands_right_below_a_picture_knows_it() -> None:
    assert [one.pictured for one in of("老桥\n\n![](a.jpg)\n\n渡口\n\n石磨\n")] == [False, False, True, False]
