"""Headlines that a narrow column broke are joined; those that recognition glued to a text are parted."""

from typing import Any

import pytest

from tests.text.unit_building import on_page, unit
from tui.text.broken_headlines import join_headlines, part_headlines
from tui.text.cues import Cue
from tui.text.units import Unit

REPORT = unit("本报讯（记者 沈一鸣）", cue=Cue.OPENING)
TOLD = unit("青石河上的老桥昨天封闭大修，桥面将加宽到九米，两侧各设人行道。")


def joined(*units: Unit, around: str = "", recognised: bool = False) -> list[str]:
    page, found = on_page(*units)
    return [one.text for one in join_headlines(page + around, found, recognised)]


def is_joined(
    one: Unit, other: Unit, after: Unit = REPORT, around: str = "", recognised: bool = False
) -> bool:
    """Whether two lines above another become one."""
    found = joined(one, other, after, around=around, recognised=recognised)
    assert found in ([one.text, other.text, after.text], [one.text + other.text, after.text])
    return len(found) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("供暖期提前5", "天供热"),
        ("老桥限载30", "吨通车"),
        ("老桥限载3", "0吨通车"),
        ("果农学会拍照", "了卖梨"),
        ("他说“梨能", "卖了”"),
        ("县志（第三", "卷）出版"),
        ("读《老桥", "旧事》"),
    ],
)
def test_a_line_is_joined_to_what_cuts_a_number_a_quotation_or_a_word(one: str, other: str) -> None:
    assert is_joined(unit(one), unit(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("供暖期提前五", "天供热"),
        ("供暖期提前5", "热力足"),
        ("果农学会拍照", "卖梨去"),
        ("他说“梨能卖了”", "合作社”"),
        ("他说“梨能", "合作社"),
        ("他说“梨能", "“合作社”"),
    ],
)
def test_other_lines_are_not(one: str, other: str) -> None:
    assert not is_joined(unit(one), unit(other))


@pytest.mark.parametrize(
    "measure",
    "个天年月日时分秒元角人万亿千百吨斤克公米里倍岁次届户辆台件名位平亩家条项座所处架艘篇本张期号路届%％℃.,３",
)
def test_what_a_number_counts_goes_on_with_it(measure: str) -> None:
    assert is_joined(unit("县里共有老桥5"), unit(f"{measure}河湾"))


def test_a_word_that_stands_elsewhere_on_the_page_is_cut_where_the_rest_is_shorter() -> None:
    one, other = unit("秋梨卖到了东"), unit("南亚")
    assert is_joined(one, other, around="销往东南亚")
    assert not is_joined(one, other, around="销往西南亚")
    assert not is_joined(one, unit("南亚各国去"), around="销往东南亚")
    assert is_joined(one, unit("南亚各国去"), around="销往东南亚", recognised=True)
    assert not is_joined(unit("秋梨卖到了A"), unit("南亚"), around="销往A南亚")


@pytest.mark.parametrize(
    ("given", "also"),
    [
        ({"verse": True}, {}),
        ({}, {"verse": True}),
        ({"cue": Cue.CAPTION}, {}),
        ({}, {"cue": Cue.CAPTION}),
        ({"begins": False}, {}),
        ({}, {"begins": False}),
        ({}, {"ends": False}),
        ({"level": 1}, {}),
        ({}, {"level": 2}),
        ({}, {"gap": 2}),
        ({}, {"indent": True}),
        ({"wrapped": 2}, {}),
    ],
)
def test_only_two_plain_lines_that_are_set_alike_are_joined(
    given: dict[str, object], also: dict[str, object]
) -> None:
    assert is_joined(unit("供暖期提前5"), unit("天供热"))
    assert is_joined(unit("供暖期提前5", level=2), unit("天供热", level=2))
    assert not is_joined(unit("供暖期提前5", **given), unit("天供热", **also))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("供暖期提前5", "天" + "热" * 7, True),
        ("供暖期提前5", "天" + "热" * 8, False),
        ("热" * 29 + "5", "天" + "热" * 23, True),
        ("热" * 29 + "5", "天" + "热" * 24, False),
        ("热" * 47 + "5", "天供热", True),
        ("热" * 48 + "5", "天供热", False),
        ("供暖期提前5。", "了供热", False),
        ("供暖期提前5，", "了供热", False),
        ("供暖期提前。）", "了供热", False),
        ("供暖期提前5", "天供热。", False),
        ("沈一鸣 丁一舟5", "天19:30", True),
        ("供暖期提前5", "9:30 新闻", False),
        ("供暖期提前5", "1、供热", False),
        ("供暖期提前5", "百公里1、", True),
    ],
)
def test_a_line_is_joined_only_to_a_short_rest_that_no_stop_ends(
    one: str, other: str, expected: bool
) -> None:
    assert is_joined(unit(one), unit(other)) is expected


def test_the_last_lines_of_a_page_head_nothing() -> None:
    assert joined(unit("供暖期提前5"), unit("天供热")) == ["供暖期提前5", "天供热"]
    assert joined(unit("供暖期提前5"), unit("天供热了吗"), unit("吗好"), TOLD)[0] == "供暖期提前5天供热了吗"


def test_a_headline_of_three_lines_is_joined_and_a_later_one_too() -> None:
    found = joined(
        unit("供暖期提前5"), unit("天供热3"), unit("万户"), REPORT, TOLD, unit("限载3"), unit("0吨"), REPORT
    )
    assert found == ["供暖期提前5天供热3万户", REPORT.text, TOLD.text, "限载30吨", REPORT.text]


@pytest.mark.parametrize(
    ("one", "other", "after", "expected"),
    [
        ("秋梨卖到远方", "南", REPORT, True),
        ("秋梨卖到远方去", "南亚", REPORT, True),
        ("秋梨卖", "南方", REPORT, False),
        ("秋梨卖到", "南方", REPORT, True),
        ("秋梨卖到远方", "南亚各国", REPORT, True),
        ("秋梨卖到远方去了南边", "南亚各国", REPORT, False),
        ("今年的秋梨卖到远方去", "南", REPORT, True),
        ("今年的秋梨卖到远方去", "南亚", REPORT, True),
        ("今年的秋梨卖到远方去", "南亚国", REPORT, False),
        ("卖梨", "南", REPORT, True),
        ("卖梨", "南亚", REPORT, False),
        ("ABCDEFGH", "秋梨卖到远", REPORT, True),
        ("ABCDEFGH", "秋梨卖到远方", REPORT, False),
        ("秋梨卖到远方去", "南亚各国", TOLD, True),
        ("秋梨卖到远方去", "沈一鸣", unit("本报讯（记者 沈一鸣）" * 3, cue=Cue.OPENING), True),
        ("秋梨卖到远方去", "沈一鸣", REPORT, True),
        ("秋梨卖到远方去", "沈一鸣", TOLD, False),
        ("秋梨卖到远方去", "沈一鸣", unit("老桥大修了。"), True),
    ],
)
def test_in_recognised_columns_a_line_of_large_type_goes_on(
    one: str, other: str, after: Unit, expected: bool
) -> None:
    assert is_joined(unit(one), unit(other), after, recognised=True) is expected
    assert not is_joined(unit(one), unit(other), after)


def test_in_recognised_columns_the_rest_of_a_cut_word_may_be_longer_than_its_line() -> None:
    one, other = unit("今年的秋梨卖到了东"), unit("南亚各国的果农高兴")
    assert is_joined(one, other, around="东南", recognised=True)
    assert not is_joined(one, other, recognised=True)
    assert not is_joined(one, other, around="东南")


def test_a_line_that_is_joined_counts_as_one() -> None:
    page, units = on_page(unit("供暖期提前5"), unit("天供热"), REPORT)
    (one, _) = join_headlines(page, units, recognised=False)
    assert one.wrapped == 1
    assert [page[start:end] for start, end in one.segments] == ["供暖期提前5", "天供热"]


# Headlines that are glued to the text above

GLUED = "昨天上午，河湾区的志愿者走上街头，清扫落叶。城南夜市搬进新大棚"


def parted(text: str, after: Unit | None = REPORT, **given: Any) -> list[str]:
    _, units = on_page(unit(text, **given), *([after] if after else []))
    return [one.text for one in part_headlines(units)][: -1 if after else None]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (GLUED, "城南夜市搬进新大棚"),
        (GLUED.replace("。", "！"), "城南夜市搬进新大棚"),
        (GLUED.replace("。", "？"), "城南夜市搬进新大棚"),
        (GLUED.replace("。", "。”"), "城南夜市搬进新大棚"),
        (GLUED.replace("。", "。韩小川摄"), "城南夜市搬进新大棚"),
        (GLUED.replace("城南夜市搬进新大棚", "城南夜市"), None),
        (GLUED.replace("城南夜市搬进新大棚", "城南夜市，搬进新大棚"), None),
        (GLUED + "。", None),
        ("清扫落叶。城南夜市搬进新大棚了", None),
    ],
)
def test_what_stands_behind_the_last_stop_above_a_report_is_its_headline(
    text: str, headline: str | None
) -> None:
    found = parted(text)
    assert found == ([text.removesuffix(headline), headline] if headline else [text])


@pytest.mark.parametrize("given", [{"cue": Cue.CAPTION}, {"level": 1}, {"verse": True}, {"ends": False}])
def test_only_plain_text_that_ends_its_line_is_parted(given: dict[str, Any]) -> None:
    assert parted(GLUED, **given) == [GLUED]


def test_above_a_byline_only_what_follows_a_photographer_is_parted() -> None:
    byline = unit("本报记者 沈一鸣", cue=Cue.BYLINE)
    assert parted(GLUED, byline) == [GLUED]
    assert parted(GLUED.replace("。", "。韩小川摄"), byline)[1:] == ["城南夜市搬进新大棚"]


def test_nothing_is_parted_where_no_report_begins_a_line_below() -> None:
    assert parted(GLUED, TOLD) == [GLUED]
    assert parted(GLUED, None) == [GLUED]
    assert parted(GLUED, unit(REPORT.text, cue=Cue.OPENING, begins=False)) == [GLUED]


def test_both_parts_are_lines_of_their_own_with_the_source_that_they_have() -> None:
    page, units = on_page(unit(GLUED, gap=2, indent=True, wrapped=3, begins=False), REPORT)
    above, below, _ = part_headlines(units)
    assert [page[start:end] for start, end in above.segments + below.segments] == [above.text, below.text]
    assert [page[start:end] for start, end in (above.whole, below.whole)] == [above.text, below.text]
    assert (below.gap, below.indent, below.begins, below.wrapped) == (0, False, True, 1)
    assert (above.gap, above.indent, above.begins, above.wrapped) == (2, True, False, 3)
