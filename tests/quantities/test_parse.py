"""What a selected text is, and the units that a caller brings."""

import pytest

from tui.quantities import UNITS, Quantity, find, parse
from tui.quantities.words import names


def fields(quantity: Quantity | None) -> tuple[str, str | None, str, str, str, str] | None:
    if quantity is None:
        return None
    q = quantity
    return q.value, q.value_max, q.unit, q.comparator, q.direction, q.kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("119.35万人", ("1193500", None, "人", "exact", "none", "level")),
        ("　119.35万人 ", ("1193500", None, "人", "exact", "none", "level")),
        ("近4000个家庭", ("4000", None, "个", "approx", "none", "level")),
        ("近4000个", ("4000", None, "个", "approx", "none", "level")),
        ("不低于15%", ("15", None, "%", "ge", "none", "ratio")),
        ("增长5.2%", ("5.2", None, "%", "exact", "up", "change")),
        ("同比下降0.3个百分点", ("0.3", None, "个百分点", "exact", "down", "change")),
        ("提高到15%", ("15", None, "%", "exact", "none", "ratio")),
        ("达到1.2万亿元", ("1200000000000", None, "元", "exact", "none", "level")),
        ("2小时6分钟", ("126", None, "分钟", "exact", "none", "duration")),
        ("三分之二", ("2/3", None, "", "exact", "none", "ratio")),
        ("1:1", ("1", None, "比", "exact", "none", "ratio")),
        ("翻一番", ("2", None, "倍", "exact", "up", "change")),
        ("10.5万—12万人", ("105000", "120000", "人", "range", "none", "level")),
        ("一张", ("1", None, "张", "exact", "none", "level")),
        ("一名职工", ("1", None, "名", "exact", "none", "level")),
        ("百人", ("100", None, "人", "exact", "none", "level")),
        ("1193500", ("1193500", None, "", "exact", "none", "level")),
        ("四百二十", ("420", None, "", "exact", "none", "level")),
    ],
)
def test_a_selected_quantity_is_read(text: str, expected: tuple[str, ...]) -> None:
    assert fields(parse(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "北京",
        "第38个",
        "2022年",
        "9月10日",
        "3家和5家",
        "工会组织69家",
        "9:30",
        "，",
        "1" * 5000,
        "万" * 500,
    ],
)
def test_a_text_that_is_no_single_quantity_is_none(text: str) -> None:
    assert parse(text) is None


def test_the_offsets_are_those_of_the_text_that_was_given() -> None:
    quantity = parse("  增长5.2% ")
    assert quantity is not None
    assert (quantity.start, quantity.end, quantity.surface) == (4, 8, "5.2%")


def test_a_unit_of_the_caller_is_found() -> None:
    assert find("投放3套桌椅和12间房源") != []
    assert [q.unit for q in find("建成32驿", {"驿": "count"})] == ["驿"]
    assert find("建成32驿") == []


def test_a_longer_unit_of_the_caller_comes_before_a_known_one() -> None:
    assert [(q.value, q.unit) for q in find("服务2万人机组日", {"人机组日": "count"})] == [
        ("20000", "人机组日")
    ]


def test_a_classifier_of_the_caller_makes_one_an_article() -> None:
    assert find("一驿", {"驿": "count"}) == []
    assert [q.value for q in find("一驿", {"驿": "length"})] == ["1"]


def test_units_convert_exactly_where_they_do() -> None:
    assert str(UNITS["亩"].factor) == "2000/3"
    assert (UNITS["公里"].base, str(UNITS["公里"].factor)) == ("米", "1000")
    assert UNITS["个月"].factor is None


def test_a_range_of_tenths_takes_no_half_behind() -> None:
    found = [(quantity.surface, quantity.value, quantity.value_max) for quantity in find("七八成五，八成五")]
    assert found == [("七八成", "70", "80"), ("八成五", "85", None)]


LEADS = names(
    """
达到 达 高达 多达 共 共计 合计 总计 累计 总共 仅 只 仅为 只有 已 已达 已有 为 是 有 约 同比 环比 较上年 比上年
比去年 较去年 同比上年 分别 实现 完成 平均 年均 人均 占 占比 占到 到 至 了 从 由 每 各 其中 还 将 再 又 新增
新建 净 均 都 全年 全国 全市 全省 全区 提前 长达 历时 连续 为期 预计 升至 降至 增至 减至 一共
    """
)


def test_what_leads_to_a_selected_quantity_is_no_part_of_it() -> None:
    found = {lead: parse(f"{lead}300元") for lead in LEADS}
    assert [
        lead for lead, one in found.items() if one is None or (one.value, one.unit) != ("300", "元")
    ] == []
    assert [lead for lead in LEADS if parse(f"全国各地{lead}300元")] == []
