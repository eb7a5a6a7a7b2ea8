"""The lines of a headline: which is the title, what stands around it, who is named, how sure that is."""

from typing import Any

import pytest

from tests.text.unit_building import unit
from tui.text.headlines import UNSURE, labels_of, names_author, reads_as_name, roles_of
from tui.text.units import Unit

Line = str | Unit


def lines(*given: Line) -> list[Unit]:
    return [unit(line) if isinstance(line, str) else line for line in given]


def marked(text: str, level: int = 1, **given: Any) -> Unit:
    return unit(text, level=level, **given)


def broken(text: str, *sizes: int) -> Unit:
    """A line that its column broke into pieces of so many characters."""
    starts = [sum(sizes[:at]) for at in range(len(sizes))]
    return unit(text, segments=[(start, start + size) for start, size in zip(starts, sizes, strict=True)])


LARGE = broken("老桥封闭大修", 3, 3)


@pytest.mark.parametrize(
    ("group", "roles", "sure"),
    [
        (("老桥封闭大修",), "title", 1.0),
        (("青石河上", "老桥封闭大修"), "kicker title", UNSURE),
        (("青石河上", "老桥封闭大修", "工期预计七十天"), "kicker title subtitle", UNSURE),
        (("老桥封闭大修", "——来自青石河的报告"), "title subtitle", UNSURE),
        (("老桥封闭大修", "本报记者走近青石河"), "title subtitle", UNSURE),
        (("老桥封闭大修", "（散文）"), "title subtitle", UNSURE),
        (("老桥封闭大修", "预计70天完工"), "title subtitle", UNSURE),
        (("老桥封闭大修", "加宽9米 加长20米"), "title subtitle", UNSURE),
        (("老桥加宽9米加长20米", "加高3米 限载30吨"), "kicker title", UNSURE),
        (("老桥封闭大修", "加宽十二米 加长百分之四"), "title subtitle", UNSURE),
        (("老桥封闭大修", "全县投工八万个"), "title subtitle", UNSURE),
        (("老桥封闭大修", "全县一片赞扬"), "kicker title", UNSURE),
        (("老桥封闭大修", "灯下夜话"), "title subtitle", UNSURE),
        (("老桥封闭大修", "Old Bridge Closed"), "title subtitle", 1.0),
        (("怎样防治猪瘟", "河湾公社兽医站"), "title byline", 1.0),
        (("停水公告", "河湾县水务办公室"), "title subtitle", UNSURE),
        (("老桥大修为民", "老人有了好去处"), "kicker title", UNSURE),
        (("Old Bridge", "老桥封闭大修"), "kicker title", 1.0),
        (("Old Bridge", "Closed for repair"), "kicker title", UNSURE),
        ((marked("老桥封闭大修"), "工期预计七十天"), "title subtitle", 1.0),
        (("青石河上", marked("老桥封闭大修")), "kicker title", 1.0),
        ((marked("青石河上", 2), marked("老桥封闭大修")), "kicker title", 1.0),
        ((marked("老桥封闭大修"), marked("工期七十天", 2)), "title subtitle", 1.0),
        ((marked("青石河上", 2), marked("老桥封闭大修", 2), "工期七十天"), "kicker title subtitle", UNSURE),
        (("关于停水的", "公告", "青石河水务局告市民"), "kicker title subtitle", UNSURE),
        (("公告", "关于青石河沿岸停水"), "title subtitle", UNSURE),
        (("青石河上", "老桥大修", "封桥公告"), "kicker kicker title", UNSURE),
        ((marked("青石河上的老桥"), "封桥公告"), "title subtitle", 1.0),
    ],
)
def test_the_title_is_the_line_of_the_highest_level_or_the_second_or_what_stands_for_itself(
    group: tuple[Line, ...], roles: str, sure: float
) -> None:
    assert roles_of(lines(*group)) == (roles.split(), sure)


@pytest.mark.parametrize(
    ("group", "roles"),
    [
        ((LARGE, "青石河上的老桥"), "title subtitle"),
        ((broken("青石河上的老桥", 4, 3), LARGE, "工期预计七十天"), "kicker title subtitle"),
        ((LARGE, broken("青石河上的老桥", 4, 3), "工期预计七十天"), "title subtitle subtitle"),
        ((broken("老桥今天封闭大修", 4, 4), "青石河上"), "kicker title"),
        ((LARGE, "青石河上"), "title subtitle"),
        ((broken("老桥今天封闭大修", 4, 4), "青石河上的老桥", "工期七十"), "kicker title subtitle"),
    ],
)  # fmt: skip
def test_the_title_is_what_fills_a_column_with_the_fewest_characters(
    group: tuple[Line, ...], roles: str
) -> None:
    assert roles_of(lines(*group))[0] == roles.split()


@pytest.mark.parametrize(
    ("group", "roles"),
    [
        (("老桥封闭大修", "沈一鸣"), "title byline"),
        (("青石河上", "老桥封闭大修", "沈一鸣"), "kicker title byline"),
        (("老桥封闭大修", "一、青石河"), "title heading"),
        (("老桥封闭大修", "沈一鸣", "一、青石河"), "title byline heading"),
        (("一、老桥封闭大修", "二、青石河"), "kicker title"),
        (("一、老桥封闭大修",), "title"),
        (("老桥（外二首）", "沈一鸣", "青石河"), "title byline heading"),
        (("老桥三题", "沈一鸣", "青石河上的石头"), "title byline heading"),
        (("老桥三题", "沈一鸣", "青石河上的老石头们"), "kicker title subtitle"),
        (("老桥旧事", "青石河中学初二三班 沈一鸣", "青石河"), "title byline heading"),
        (("老桥（外二首）", "青石河上", "沈一鸣"), "kicker title byline"),
    ],
)
def test_below_a_title_stand_its_author_and_the_heading_of_the_first_section(
    group: tuple[Line, ...], roles: str
) -> None:
    assert roles_of(lines(*group))[0] == roles.split()


def test_where_texts_are_signed_at_their_end_no_line_of_a_headline_is_a_name() -> None:
    assert roles_of(lines("老桥封闭大修", "沈一鸣"), signed=False)[0] == ["kicker", "title"]


@pytest.mark.parametrize(
    ("below", "roles"),
    [
        (("●封闭七十天", "●限载三十吨"), ["lead", "lead"]),
        (("●封闭七十天",), ["subtitle"]),
        (("工期七十天", "●限载三十吨"), ["subtitle", "subtitle"]),
        (("工期七十天", "●限载三十吨", "●公交车可通行"), ["subtitle", "lead", "lead"]),
    ],
)
def test_points_below_a_title_are_a_lead_where_they_are_several(
    below: tuple[str, ...], roles: list[str]
) -> None:
    assert roles_of(lines(marked("老桥封闭大修"), *below))[0] == ["title", *roles]


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (("老桥封闭大修", "沈一鸣"), True),
        (("沈一鸣",), False),
        (("老桥封闭大修", "阿土"), True),
        (("老桥封闭大修", marked("阿土")), False),
        (("老桥封闭大修", marked("沈一鸣")), True),
        (("老", "阿土"), False),
        (("桥上", "阿土"), True),
        (("沈一鸣", "阿土"), False),
        (("河湾随笔", "阿土"), False),
        (("河湾漫笔", "阿土"), False),
        (("河湾一角", "阿土"), False),
        (("老桥封闭大修", "桥面加宽"), False),
        (("老桥封闭大修", "引子"), False),
    ],
)
def test_a_short_line_below_another_is_a_name(group: tuple[Line, ...], expected: bool) -> None:
    assert names_author(lines(*group)) is expected


@pytest.mark.parametrize(
    ("group", "top", "expected"),
    [
        (("老桥封闭大修",), True, (0, 1.0)),
        (("老桥封闭大修", "工期预计七十天"), True, (0, 1.0)),
        (("5", "老桥封闭大修"), True, (1, 1.0)),
        (("5", "7", "老桥封闭大修"), True, (2, 1.0)),
        (("5", "老桥封闭大修"), False, (0, 1.0)),
        (("5",), True, (0, 1.0)),
        (("●社区", "老桥封闭大修"), False, (1, 1.0)),
        (("●社区", "●老桥封闭大修"), False, (0, 1.0)),
        (("河湾随笔", "老桥封闭大修"), False, (1, 1.0)),
        (("【社区】", "老桥封闭大修"), False, (1, 1.0)),
        (("5", "河湾随笔", "老桥封闭大修"), True, (2, 1.0)),
        (("要闻", "老桥封闭大修"), True, (1, UNSURE)),
        (("要闻", "老桥封闭大修"), False, (0, UNSURE)),
        (("东屏晚报", "老桥封闭大修"), True, (1, UNSURE)),
        (("要闻", "——老桥封闭大修"), True, (0, 1.0)),
        (("要闻", marked("老桥封闭大修")), False, (1, UNSURE)),
        ((marked("要闻", 2), marked("老桥封闭大修")), False, (0, UNSURE)),
        ((marked("要闻"), marked("老桥封闭大修", 2)), True, (0, 1.0)),
        ((marked("要闻"), "老桥封闭大修"), True, (0, 1.0)),
        (("更正", "老桥封闭大修"), True, (0, 1.0)),
        (("要闻", "沈一鸣"), True, (0, 1.0)),
        (("河湾随笔", "沈一鸣"), False, (0, 1.0)),
        (("河湾随笔", "沈一鸣", "丁一舟"), False, (1, 1.0)),
    ],
)
def test_what_stands_above_a_headline_is_the_name_of_a_page_or_a_column(
    group: tuple[Line, ...], top: bool, expected: tuple[int, float]
) -> None:
    assert labels_of(lines(*group), top) == expected


@pytest.mark.parametrize(
    "word", ["链接", "背景", "资料", "档案", "名片", "简介", "相关", "延伸", "附"]
)  # fmt: skip
def test_a_bullet_before_what_stands_beside_an_article_names_no_column(word: str) -> None:
    assert labels_of(lines(f"●新闻{word}", "老桥封闭大修")) == (0, 1.0)


def test_where_texts_are_signed_at_their_end_a_column_may_stand_above_a_name() -> None:
    assert labels_of(lines("河湾随笔", "沈一鸣"), signed=False) == (1, 1.0)


def test_an_organ_and_a_column_may_as_well_be_a_name() -> None:
    assert [reads_as_name(text) for text in ("青石河水务局", "青石河水務局", "河湾随笔", "老桥旧事")] == [
        True,
        True,
        True,
        False,
    ]


def test_of_three_lines_the_second_is_the_title_where_the_third_says_more_of_it() -> None:
    lines = ("一季度开局有力", "全市工业增加值增长7.4%", "新设企业1.26万家 外贸进出口318.5亿元")
    assert roles_of([unit(text) for text in lines])[0] == ["kicker", "title", "subtitle"]


def test_a_number_and_its_unit_are_one_figure_of_a_headline() -> None:
    lines = ("联合国机构发布报告", "去年全球新增装机5.85亿千瓦")
    assert roles_of([unit(text) for text in lines])[0] == ["kicker", "title"]
