"""How a page sets its paragraphs: the width of its columns, its gaps, what recognition lost of them."""

from collections import Counter

import pytest

from tui.text.columns import _closed_up, _first_lines, _flush, _full, _is_first, _short, _usual, with_columns
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
        ("老" * 9 + "，", False, True),
        ("老" * 9 + "、", True, True),
        ("老" * 8 + "，", False, False),
        ("　" + "老" * 9 + "，", False, False),
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


def line(text: str, **given: object) -> Line:
    """A line of a column, right below another."""
    (found,) = read_lines(text)
    return found._replace(**given)  # type: ignore[arg-type]


W = 28
"""Cells of the column of the tests below."""
FULL, SHORT = "老" * 14, "桥" * 12


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        (SHORT, W, True),
        ("桥" * 10, W, True),
        ("桥" * 13, W, False),
        ("桥" * 9, W, False),
        (SHORT, 0, False),
        ("a" * 22, W, False),
        ("桥" * 10 + "ab", W, True),
    ],
)
def test_a_first_line_is_two_characters_short(text: str, width: int, expected: bool) -> None:
    assert _short(line(text), width) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FULL, True),
        ("老" * 13, True),
        ("老" * 12, False),
        ("老" * 20, True),
        ("a" * 26, True),
        ("a" * 25, True),
        ("a" * 13, False),
        ("老" * 13 + "abc", True),
    ],
)
def test_a_full_line_reaches_the_end_in_cells_or_in_characters(text: str, expected: bool) -> None:
    assert _full(text, W) is expected


def test_two_lines_begin_a_paragraph_where_the_second_is_full() -> None:
    assert _is_first([line(SHORT), line(FULL)], W)
    assert not _is_first([line(SHORT)], W)
    assert not _is_first([line(FULL), line(FULL)], W)
    assert not _is_first([line(SHORT), line(SHORT)], W)


@pytest.mark.parametrize(
    ("above", "below", "width", "count"),
    [
        (line("桥修好了。"), line(FULL), W, 1),
        (line("桥修好了"), line(FULL), W, 0),
        (line("老" * 13 + "。"), line(FULL), W, 0),
        (line("桥修好了。"), line(SHORT), W, 0),
        (line("桥修好了。"), line(FULL), 0, 0),
        (line("桥修好了。", level=1), line(FULL), W, 0),
        (line("桥修好了。"), line(FULL, level=1), W, 0),
    ],
)
def test_a_full_line_below_a_paragraph_s_end_is_set_flush(
    above: Line, below: Line, width: int, count: int
) -> None:
    assert _flush([above, below], [W, width]) == count


@pytest.mark.parametrize(
    ("sizes", "usual"),
    [
        ([28, 28, 28], 28),
        ([28, 27, 26], 28),
        ([28, 28], 0),
        ([28, 28, 25], 0),
        ([28, 28, 28, 20, 18, 16, 14, 12, 10, 22, 24], 0),
        ([28, 28, 28, 20, 18, 16, 14, 12, 10, 22], 28),
        ([28] * 3 + [20] * 6, 28),
        ([28] * 3 + [20] * 7, 20),
        ([64] * 3, 64),
        ([65] * 3, 0),
        ([14] * 3, 14),
        ([13] * 3, 0),
        ([], 0),
    ],
)
def test_the_column_is_as_wide_as_enough_lines_reach(sizes: list[int], usual: int) -> None:
    assert _usual(Counter(sizes)) == usual


@pytest.mark.parametrize(
    ("one", "other", "widths", "gap"),
    [
        (line(FULL), line(SHORT, gap=1), [W, W], 0),
        (line("老" * 10), line("桥了。", gap=1), [W, W], 0),
        (line("老" * 9), line(SHORT, gap=1), [W, W], 1),
        (line("老" * 15), line(SHORT, gap=1), [W, W], 1),
        (line(FULL), line("老" * 15, gap=1), [W, W], 1),
        (line("老" * 13 + "。"), line(SHORT, gap=1), [W, W], 1),
        (line(FULL), line(SHORT, gap=2), [W, W], 2),
        (line(FULL), line(SHORT, gap=1), [0, W], 1),
        (line(FULL), line(SHORT, gap=1), [W, 0], 1),
        (line(FULL, level=1), line(SHORT, gap=1), [W, W], 1),
        (line(FULL), line(SHORT, gap=1, level=1), [W, W], 1),
    ],
)
def test_a_blank_line_within_a_sentence_of_a_column_is_none(
    one: Line, other: Line, widths: list[int], gap: int
) -> None:
    assert [found.gap for found in _closed_up([one, other], widths)] == [0, gap]


@pytest.mark.parametrize(
    ("above", "text", "below", "is_first"),
    [
        ([], SHORT, [FULL], True),
        (["桥修好了。"], SHORT, [FULL], True),
        ([FULL], SHORT, [FULL], False),
        (["老" * 13 + "。"], SHORT, [FULL], True),
        (["老" * 11], SHORT, [FULL], True),
        (["本报讯（记者沈一鸣）老桥修好"], SHORT, [FULL], True),
        ([], FULL, [FULL], False),
        ([], "桥" * 11 + "。", [FULL], False),
        ([], "，" + "桥" * 11, [FULL], False),
        ([], SHORT, ["老" * 11], True),
        ([], SHORT, ["老" * 10], False),
        ([], SHORT, ["桥修好了。"], True),
        ([], SHORT, ["本报讯（记者沈一鸣）" + FULL], False),
        ([], SHORT, [SHORT, FULL], False),
        ([], "桥" * 10 + "，桥", [SHORT, FULL], True),
        ([], SHORT, [SHORT, SHORT], True),
    ],
)
def test_a_first_line_goes_on_in_a_full_one_and_stands_in_no_sentence(
    above: list[str], text: str, below: list[str], is_first: bool
) -> None:
    lines = [line(one) for one in (*above, text, *below)]
    assert (len(above) in _first_lines(lines, [W] * len(lines))) is is_first


@pytest.mark.parametrize("given", [{"level": 1}, {"gap": 1}])
def test_a_marked_line_or_one_with_a_gap_below_is_no_first_one(given: dict[str, int]) -> None:
    assert _first_lines([line(SHORT), line(FULL)], [W, W]) == {0}
    assert _first_lines([line(SHORT), line(FULL, **given)], [W, W]) == set()
    assert _first_lines([line(SHORT, level=1), line(FULL)], [W, W]) == set()
