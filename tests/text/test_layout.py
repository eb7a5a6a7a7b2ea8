"""How a page sets its paragraphs: the width of its columns, its gaps, what recognition lost of them."""

import pytest

from tui.text.columns import with_columns
from tui.text.layout import Column, Layout, cells, column_of, layout_of
from tui.text.lines import Line, read_lines

TEXT = (
    "青石河上的老桥昨天封闭大修，桥面将加宽到九米，两侧各设人行道。施工队先拆除了旧栏杆，再用千斤顶托起桥身，"
    "更换已经锈蚀的支座。据管理处介绍，老桥每天通行车辆八千辆，封闭期间车辆须绕行下游的新桥，工期预计七十天。"
)


def wrapped(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def column(*lines: str) -> Column:
    return column_of(read_lines("\n".join(lines)))


@pytest.mark.parametrize("width", [8, 12, 14, 20, 28, 40])
def test_lines_that_are_equally_long_and_stop_in_mid_sentence_are_a_column(width: int) -> None:
    found = column(*wrapped(TEXT, width))
    assert found.width == 2 * width if found.by_cells else found.width == width
    assert found.exact is (width < 40)


def test_lines_with_latin_words_are_measured_in_cells() -> None:
    text = (
        "老桥每天通行车辆8000辆，限载30吨，加固3次，用钢1200吨、水泥4500吨，工期70天，封闭期间绕行5公里。" * 3
    )
    lines, line = [], ""
    for character in text:
        if cells(line + character) > 28:
            lines.append(line)
            line = ""
        line += character
    found = column(*lines, line)
    assert (found.width, found.by_cells) == (28, True)


@pytest.mark.parametrize(
    "lines",
    [
        [TEXT],
        wrapped(TEXT, 14)[:2],
        wrapped(TEXT.replace("，", "").replace("。", "").replace("、", ""), 14),
        wrapped(TEXT, 6),
        [f"{line}。" for line in wrapped(TEXT.replace("。", "").replace("，", ""), 14)],
        [TEXT[: 10 + 4 * number] for number in range(9)],
    ],
    ids=["one line", "two lines", "no stops", "too narrow", "all end", "all differ"],
)
def test_other_lines_are_none(lines: list[str]) -> None:
    assert column(*lines).width == 0


def test_where_lines_are_few_the_page_s_column_holds() -> None:
    page = Column(14, by_cells=False, exact=True)
    few = read_lines("\n".join(wrapped(TEXT, 20)[:3]))
    assert column_of(few, page) == page
    assert column_of(read_lines("\n".join(wrapped(TEXT, 20)[:4])), page).width == 20
    assert column_of(read_lines("\n\n".join(wrapped(TEXT, 20))), page) == page
    assert column_of(read_lines("\n".join(f"# {one}" for one in wrapped(TEXT, 20))), page) == page


@pytest.mark.parametrize(
    ("text", "exact", "full"),
    [
        ("老" * 14, False, True),
        ("老" * 12, False, True),
        ("老" * 11, False, False),
        ("老" * 17, False, True),
        ("老" * 18, False, False),
        ("老" * 12 + "。", True, False),
        ("老" * 13 + "。", True, True),
        ("老" * 12 + "。", False, True),
        ("老" * 12, True, True),
    ],
)
def test_a_line_is_full_where_it_reaches_the_end_of_its_column(text: str, exact: bool, full: bool) -> None:
    (line,) = read_lines(text)
    assert Column(14, by_cells=False, exact=exact).full(line) is full
    assert not Column(0, by_cells=False, exact=exact).full(line)


def test_a_line_s_indentation_counts() -> None:
    (line,) = read_lines("　　" + "老" * 12)
    assert Column(14, by_cells=False, exact=True).full(line)
    assert Column(28, by_cells=True, exact=True).full(line)


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ("老桥\n\n渡口\n\n石磨\n\n\n水井\n", Layout(False, 1)),
        ("老桥\n\n\n渡口\n\n石磨\n", Layout(False, 1)),
        ("老桥\n\n\n渡口\n\n\n石磨\n\n水井\n", Layout(False, 2)),
        ("老桥\n渡口\n", Layout(False, 0)),
        (f"　　{TEXT}\n　　{TEXT}\n", Layout(False, 0)),
        (f"　　{TEXT}\n{TEXT}\n　　{TEXT}\n", Layout(True, 0)),
        (f"　　{TEXT}\n{TEXT}\n", Layout(False, 0)),
        (f"　　{TEXT}\n\n{TEXT}\n\n　　{TEXT}\n", Layout(False, 1)),
        (f"　　{TEXT}\n短\n　　{TEXT}\n", Layout(False, 0)),
        (f"　　短\n{TEXT}\n　　{TEXT}\n", Layout(False, 0)),
        (f"{TEXT}\n\n　　{TEXT}\n　　{TEXT}\n", Layout(False, 1)),
        (f"　　{TEXT}\n# {TEXT}\n　　{TEXT}\n", Layout(False, 0)),
    ],
)
def test_a_page_has_a_usual_gap_and_indents_where_other_lines_do_not(text: str, layout: Layout) -> None:
    assert layout_of(read_lines(text)) == layout


# What recognition loses


PARAGRAPHS = (
    "沙柳镇梨农田大壮今年种梨十八亩，预计收入二十一万元。他掰着指头算账，套袋、贴标、冷藏一样都不能省。",
    "县里的冷库也连夜腾出了位置，错过采摘期的梨不再烂在树上，果农说心里踏实，来年还要多种几亩。",
    "青石河上的老桥昨天封闭大修，桥面将加宽到九米，两侧各设人行道，工期预计七十天，车辆须绕行。",
    "供热公司说，锅炉已经点火试运行，管网的压力正常，居民家里不热可以拨打值班电话，有人上门来看。",
)


def set_in(width: int, paragraphs: tuple[str, ...] = PARAGRAPHS, indent: int = 2) -> list[str]:
    """The lines of paragraphs whose first lines are so many characters shorter."""
    lines = []
    for text in paragraphs:
        lines += [text[: width - indent], *wrapped(text[width - indent :], width)]
    return lines


def read(*lines: str, between: str = "\n") -> list[Line]:
    return with_columns(read_lines(between.join(lines) + "\n"))


def first_lines(lines: list[Line]) -> list[str]:
    return [line.text[:4] for line in lines if line.indent]


@pytest.mark.parametrize("width", [11, 14, 20])
def test_first_lines_are_two_characters_short_of_their_column(width: int) -> None:
    assert first_lines(read(*set_in(width))) == [text[:4] for text in PARAGRAPHS]


def test_of_fewer_than_three_paragraphs_nothing_is_known() -> None:
    assert first_lines(read(*set_in(14, PARAGRAPHS[:2]))) == []
    assert len(first_lines(read(*set_in(14, PARAGRAPHS[:3])))) == 3


def test_lines_that_are_indented_already_stay_as_they_are() -> None:
    lines = read_lines("\n".join(["　　老桥", *set_in(14)]))
    assert with_columns(lines) == lines


def test_in_a_page_set_flush_no_line_is_a_first_one() -> None:
    assert first_lines(read(*set_in(14, indent=0))) == []


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_blank_line_between_all_lines_of_a_column_is_none(between: str) -> None:
    lines = read(*set_in(14), between=between)
    assert first_lines(lines) == [text[:4] for text in PARAGRAPHS]
    ends = [at for at, line in enumerate(lines) if line.text.endswith("。") and at + 1 < len(lines)]
    gaps = {at: line.gap for at, line in enumerate(lines) if line.gap}
    assert set(gaps) <= {at + 1 for at in ends}


def test_two_blank_lines_stay() -> None:
    assert {line.gap for line in read(*set_in(14), between="\n\n\n")[1:]} == {2}


def test_lines_wider_than_any_column_are_whole_paragraphs() -> None:
    assert first_lines(read(*set_in(40, tuple(text * 2 for text in PARAGRAPHS)))) == []
    assert first_lines(read(*set_in(6))) == []


def test_lines_without_stops_are_verse_and_no_column() -> None:
    bare = tuple(text.replace("，", "").replace("、", "").replace("。", "") for text in PARAGRAPHS)
    assert first_lines(read(*set_in(14, bare))) == []


def test_a_headline_of_two_lines_is_no_paragraph() -> None:
    lines = set_in(14)
    report = ["本报讯（记者沈一鸣）昨天上午", *wrapped(PARAGRAPHS[0], 14)]
    assert "秋梨卖到" not in first_lines(read(*lines, "秋梨卖到了东南亚和中", "东", *report))
    assert "秋梨卖到" not in first_lines(read(*lines, "秋梨卖到了东南亚和中东", *report))


def test_marked_lines_are_none_of_a_column() -> None:
    assert "秋梨卖到" not in first_lines(read(*set_in(14), "## 秋梨卖到了东南亚和中东去", *set_in(14)))
