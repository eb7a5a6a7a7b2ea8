"""Habits of a page: where its texts are signed, how its headlines are marked."""

import pytest

from tests.text.unit_building import unit
from tui.text.cues import Cue
from tui.text.page_habits import (
    asked_heads,
    headlines_bullet,
    marks_headlines,
    numbered_heads,
    signs_at_end,
    title_levels,
)
from tui.text.reflow import finished
from tui.text.units import Unit

TOLD = "青石河上的老桥昨天封闭大修，桥面将加宽到九米。"


def headlike(one: Unit) -> bool:
    return one.cue is None and not finished(one.text) and len(one.text) < 20


def page(*lines: str) -> list[Unit]:
    """Units: `@` before a byline, `>` before an opening, `#` before a line of Markdown."""
    cues = {"@": Cue.BYLINE, ">": Cue.OPENING}
    return [unit(line.lstrip("@>#"), cue=cues.get(line[0]), level=line.count("#")) for line in lines]


SIGNED_BELOW_THE_TEXT = ("老桥", TOLD, "@（沈一鸣）", "渡口", TOLD, "@（丁一舟）")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (SIGNED_BELOW_THE_TEXT, True),
        (("老桥", TOLD, "丁一舟", "渡口", TOLD, "沈一鸣"), True),
        (("老桥", TOLD, "@（沈一鸣）", "渡口", TOLD), False),
        (("老桥", "@沈一鸣", TOLD, "渡口", "@丁一舟", TOLD), False),
        ((*SIGNED_BELOW_THE_TEXT, "石磨", "@沈一鸣", TOLD), True),
        ((*SIGNED_BELOW_THE_TEXT, "石磨", "@沈一鸣", TOLD, "水井", "@沈一鸣", TOLD), False),
        (
            (
                *SIGNED_BELOW_THE_TEXT,
                *SIGNED_BELOW_THE_TEXT,
                "石磨",
                "@沈一鸣",
                TOLD,
                "水井",
                "@沈一鸣",
                TOLD,
            ),
            True,
        ),
        (("老桥", TOLD, "@（沈一鸣）", TOLD, TOLD, "@（丁一舟）", TOLD), False),
        (("老桥", "渡口", "@（沈一鸣）", "石磨", "水井", "@（丁一舟）"), False),
        (("老桥", TOLD, "老桥的人", "渡口", TOLD, "渡口的人"), False),
        (("老桥", ">" + TOLD, "@（沈一鸣）", "渡口", ">" + TOLD, "@（丁一舟）"), False),
        ((*SIGNED_BELOW_THE_TEXT, "石磨", "@沈一鸣", "水井", "茶亭", "@丁一舟", "渡口"), True),
        (("老桥", TOLD, ">沈一鸣", "渡口", TOLD, ">丁一舟"), False),
        (("@沈一鸣", TOLD), False),
        ((), False),
    ],
)
def test_a_page_signs_its_texts_where_they_end(lines: tuple[str, ...], expected: bool) -> None:
    assert signs_at_end(page(*lines), headlike) is expected


@pytest.mark.parametrize(
    "source", ["《东屏晚报》", "据东屏台", "摘自东屏台", "来源：东屏台", "综合消息", "新华社"]
)
def test_who_a_text_is_from_is_nobody_who_signs_it(source: str) -> None:
    assert not signs_at_end(page("老桥", TOLD, f"@（{source}）", "渡口", TOLD, f"@（{source}）"), headlike)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("#老桥", TOLD, "#渡口", TOLD, "#石磨", TOLD), True),
        (("#老桥", TOLD, "#渡口", TOLD), False),
        (("#老桥", "渡口", TOLD, "#渡口", TOLD, "石磨", "#水井", TOLD), True),
        (("#老桥", "#旧事", TOLD, "#渡口", TOLD), False),
        (("#老桥", TOLD, "#渡口", TOLD, "#石磨", TOLD, "茶亭", ">" + TOLD), True),
        (("#老桥", TOLD, "#渡口", TOLD, "#石磨", TOLD, "茶亭", ">" + TOLD, "水井", "@沈一鸣"), False),
        (("#老桥", TOLD, "#渡口", TOLD, "#石磨", TOLD, "茶亭", TOLD, "水井", TOLD), True),
        (("#老桥", TOLD, "#渡口", TOLD, "#石磨", TOLD, ">" + TOLD, ">" + TOLD), True),
        (("#老桥", TOLD, "渡口", TOLD, TOLD), False),
    ],
)
def test_a_page_marks_its_headlines(lines: tuple[str, ...], expected: bool) -> None:
    assert marks_headlines(page(*lines), headlike) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("◆老桥", TOLD), "◆"),
        (("老桥", TOLD, "◆渡口", TOLD), ""),
        (("◆老桥", "渡口", TOLD), ""),
        ((TOLD, "◆老桥", TOLD), "◆"),
        (("◆沈一鸣", TOLD), ""),
        (("◆老桥",), ""),
        (("◆" + TOLD, TOLD, "老桥", TOLD), ""),
        ((), ""),
    ],
)
def test_the_bullet_before_the_first_headline_is_that_of_headlines(
    lines: tuple[str, ...], expected: str
) -> None:
    assert headlines_bullet(page(*lines), headlike) == expected


ROW = "19:30 新闻"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("望津一套", ROW, "望津二套", ROW), {"望津一套", "望津二套"}),
        (("频道1", ROW, "频道12", ROW, "老桥", ROW), {"频道1", "频道12"}),
        (("望津一套", ROW, "河湾二套", ROW), set()),
        (("望津一套", ROW, "望津一套", ROW), set()),
        (("望津一套", TOLD, "望津二套", TOLD), set()),
        (("一看证照", TOLD, "二看合同", TOLD, "三看金额", TOLD), {"一看证照", "二看合同", "三看金额"}),
        (("一看证照", TOLD, "二看合同", TOLD, "三查金额", TOLD), set()),
        (("一看证照", TOLD, "二看合同", TOLD, "三看金额" + "长" * 9, TOLD), set()),
        (("望津一套节目，" + "长" * 6, ROW, "望津二套节目，" + "长" * 6, ROW), set()),
    ],
)
def test_lines_above_rows_that_differ_in_a_number_head_the_parts_of_a_list(
    lines: tuple[str, ...], expected: set[str]
) -> None:
    assert numbered_heads(page(*lines), headlike) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("买房人的两个问题", "何时通车？", TOLD, "学校在哪？", TOLD), {"何时通车？", "学校在哪？"}),
        (("兩問新城", "何時通車？", TOLD), {"何時通車？"}),
        (("买房人的两个问题", TOLD, "何时通车？", TOLD), set()),
        (("新城一年", "何时通车？", TOLD, "学校在哪？", TOLD), set()),
        (("两问新城", "何时通车？", TOLD, "老桥旧事", TOLD, "学校在哪？", TOLD), {"何时通车？"}),
        (("买房人的问题有几个？", "何时通车？", TOLD), set()),
    ],
)
def test_questions_below_a_headline_that_announces_them_head_its_parts(
    lines: tuple[str, ...], expected: set[str]
) -> None:
    assert asked_heads(page(*lines), lambda one: one.text != TOLD) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("##老桥", ">" + TOLD, "##渡口", ">" + TOLD, "#石磨", ">" + TOLD), {2: 2, 1: 1}),
        (("##老桥", "副题", ">" + TOLD), {2: 1}),
        (("##老桥", TOLD, ">" + TOLD), {}),
        (("##老桥", "#旧事", ">" + TOLD), {1: 1}),
        (("老桥", ">" + TOLD), {}),
        (("##老桥", "@沈一鸣"), {}),
    ],
)
def test_the_levels_of_titles_are_those_right_above_reports(
    lines: tuple[str, ...], expected: dict[int, int]
) -> None:
    assert title_levels(page(*lines), headlike) == expected
