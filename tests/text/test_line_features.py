"""What a line looks like to the model of lines: each feature of form, and what holds on its page."""

import pytest

from tui.text.line_features import AROUND, Row, features

NUMBERS = (
    *("一、", "十二是", "（三）", "(4)", "5.", "6．", "12、", "⑦"),
    *("第二章", "第3节", "第九条", "第十回"),
)
TOLD = "青石河上的老桥昨天封闭大修，桥面将加宽到九米。"


def row(text: str, gap: int = 1, indent: bool = False, level: int = 0, ruled: str = "par") -> Row:
    return Row(text, gap, indent, level, ruled)


def of(text: str) -> set[str]:
    """The features that a line has by itself."""
    return {feature[1:] for feature in features([row(text)])[0] if feature[0] == "0"}


def on_page(at: int, *rows: Row | str) -> set[str]:
    """The features that a line has among others."""
    return set(features([one if isinstance(one, Row) else row(one) for one in rows])[at])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (TOLD, "P"),
        ("老" * 45, "line"),
        ("老" * 46, "P"),
        ("老桥昨天封闭大修。", "p"),
        ("老" * 15 + "。", "p"),
        ("老" * 16 + "。", "P"),
        ("老桥昨天封闭。（沈一鸣）", "p"),
        ("老桥大修（沈一鸣）", "line"),
        ("老桥大修，", "comma"),
        ("老桥、", "comma"),
        ("老桥；", "comma"),
        ("老桥  九米", "row"),
        ("老桥　　九米", "row"),
        ("老桥\t九米", "row"),
        ("老桥。大修", "stops"),
        ("老桥；大修", "stops"),
        ("老" * 11 + "，" + "桥" * 11, "clause"),
        ("老" * 11 + "，" + "桥" * 10, "line"),
        ("老" * 23, "line"),
        ("●老桥", "bullet"),
        ("“老桥", "word"),
        ("《老桥", "word"),
        ("3老桥", "word"),
        ("A老桥", "word"),
        ("①老桥", "word"),
        ("老桥大修通车", "word"),
        ("老桥大修通车了", "line"),
    ],
)
def test_a_line_has_a_form(text: str, kind: str) -> None:
    assert {f"k{kind}"} == {one for one in of(text) if one[0] == "k"}


@pytest.mark.parametrize(
    ("text", "end"),
    [
        *((f"老桥{sign}", "stop") for sign in "。！？…"),
        *((f"老桥{sign}", "comma") for sign in "，、；"),
        *((f"老桥{sign}", "colon") for sign in "：:"),
        *((f"老桥{sign}", "quote") for sign in "”’」』"),
        *((f"老桥{sign}", "bracket") for sign in "）)〕】"),
        *((f"老桥。{sign}", "stop") for sign in "”’」』）)〕】"),
        *((f"老桥。（沈一鸣{sign}", "bracketed") for sign in "）)〕】"),
        *((f"老桥{sign}（沈一鸣）", "bracketed") for sign in ("！", "？", "…", "。”", "。’")),
        ("老桥。大修（沈一鸣）", "bracket"),
        ("老桥。（沈一鸣”", "quote"),
        ("》", "title"),
        ("”", "quote"),
        ("老桥", "han"),
        ("老桥9", "digit"),
        ("老桥Ａ", "latin"),
        ("老桥%", "%"),
    ],
)
def test_a_line_ends_with_a_sign_of_a_sort(text: str, end: str) -> None:
    assert {f"e{end}"} == {one for one in of(text) if one[0] == "e"}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        *((f"{number}老桥", "number") for number in NUMBERS),
        ("1.5米", "digit"),
        ("老桥", "han"),
        ("abc", "latin"),
        ("“老桥", "“"),
    ],
)  # fmt: skip
def test_a_line_begins_with_a_number_or_a_sign(text: str, start: str) -> None:
    assert {f"s{start}"} == {one for one in of(text) if one[0] == "s"}


def test_the_length_of_a_line_counts_in_steps_of_wide_characters() -> None:
    lengths = [
        next(one for one in of("老" * size) if one[0] == "l" and one[1:].isdigit())
        for size in (1, 3, 4, 5, 17, 300)
    ]
    assert lengths == ["l0", "l1", "l2", "l3", "l8", "l15"]
    assert "l1" in of("abcdef")


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("老桥", {"ah2", "zh2"}),
        ("老桥大修", {"ah4", "zh4"}),
        ("老桥昨天大修", {"aH", "zH"}),
        ("3月ab 老桥。", {"a9h1a_h2。", "z9h1a_h2。"}),
    ],
)  # fmt: skip
def test_the_signs_at_either_end_give_its_shape(text: str, shapes: set[str]) -> None:
    assert {one for one in of(text) if one[0] in "az"} == shapes


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("沈一鸣", {"name", "d0"}),
        ("沈　鸣", {"name", "blanks", "d0"}),
        ("作者 沈一鸣", {"name", "blanks", "d0"}),
        ("老桥大修了", {"d0"}),
        ("老 桥", {"name", "blanks", "d0"}),
        ("2031年大修", {"date", "d2"}),
        ("5月3日大修", {"date", "d1"}),
        ("三月十二日大修", {"date", "d0"}),
        ("2031-05大修", {"date", "d3"}),
        ("十年：大修记", {"date", "colon", "d0"}),
        ("老" * 60, set()),
        ("2031年 " + "老" * 59, set()),
        ("老" * 13 + "：" + "老" * 50, {"colon"}),
        ("老" * 14 + "：" + "老" * 50, set()),
    ],
)
def test_a_line_has_marks(text: str, marks: set[str]) -> None:
    found = of(text)
    kept = {
        one
        for one in found
        if one in ("name", "date", "blanks", "colon") or (one[0] == "d" and one[1:].isdigit())
    }
    assert kept == marks


def test_the_words_at_the_ends_of_a_line_count_and_all_of_a_short_one() -> None:
    assert {"<老", "<老桥", "<老桥昨", ">天", ">昨天", "w老桥", "w桥昨", "w昨天"} <= of("老桥昨天")
    long = "老桥" + "九" * 31 + "大修"
    assert {"W老桥", "V大修"} <= of(long)
    assert not any(one[0] == "w" for one in of(long))
    assert not {"V老桥", "W大修"} & of(long)
    assert "w大修" in of(long[1:])


def test_what_stands_beside_a_line_counts_by_how_far_away_it_is() -> None:
    found = on_page(2, "一", "二", "三", "四", "五")
    assert {"-2kword", "-1kword", "1kword", "2kword", "-1<二", "1<四"} <= found
    assert not {"-2<一", "2<五"} & found
    assert {"-1no line", "-2no line"} <= on_page(0, "一", "二", "三")
    assert {"1no line", "2no line"} <= on_page(2, "一", "二", "三")
    assert "-2no line" not in on_page(2, "一", "二", "三")


def test_the_forms_and_what_the_rules_said_count_together() -> None:
    found = on_page(1, "老桥", row(TOLD, ruled="tit!"), "渡口，")
    assert {"krP|tit!", "kkword|P", "knP|comma", "kkkword|P|comma", "0rtit!"} <= found
    assert {"kkno|word", "kkkno|word|P"} <= on_page(0, "老桥", TOLD)
    assert {"knword|no"} <= on_page(1, TOLD, "老桥")


def test_the_place_on_the_page_counts() -> None:
    page = ["老桥"] * 3 + [TOLD] + ["渡口"] * 4
    assert {"top0|word", "foot3|word", "seenFalse|word"} <= on_page(0, *page)
    assert {"top3|P", "foot3|P", "seenFalse|P"} <= on_page(3, *page)
    assert {"top4|word", "foot2|word", "seenTrue|word"} <= on_page(5, *page)
    assert {"top4|word", "foot0|word"} <= on_page(7, *page)
    assert "seenFalse|word" in on_page(1, "老桥", "渡口")


def test_blank_lines_count_against_what_is_usual_on_the_page() -> None:
    rows = [row("老桥"), row("渡口"), row("石磨", gap=3), row("水井"), row("茶亭", gap=0)]
    assert {"gapno", "gap below0"} <= on_page(0, *rows)
    assert {"gap0", "gap below1"} <= on_page(1, *rows)
    assert {"gap1", "gap below0", "wide gap"} <= on_page(2, *rows)
    assert {"gap-1", "gap belowno"} <= on_page(4, *rows)
    assert "wide gap" not in on_page(1, *rows)
    tight = [row("老桥", gap=0), row("渡口", gap=0), row("石磨", gap=0), row("水井", gap=1)]
    assert "gap1" in on_page(3, *tight)
    assert "wide gap" not in on_page(3, *tight)
    assert "wide gap" in on_page(0, row("老桥", gap=2))


def test_indentation_counts_where_some_lines_are_indented_and_others_not() -> None:
    some = [row("老桥"), row(TOLD, indent=True), row("渡口")]
    assert "indentFalseTrues" in on_page(0, *some)
    assert "indentTrueFalset" in on_page(1, *some)
    assert "indentFalsenos" in on_page(2, *some)
    for alike in (True, False):
        assert not any(one.startswith("indent") for one in on_page(0, *[row("老桥", indent=alike)] * 3))


def test_mark_up_counts_where_there_is_some() -> None:
    page = [row("老桥", level=2), row("渡口", level=3), row("石磨"), row(TOLD)]
    assert [next(one for one in on_page(at, *page) if one.startswith("mark")) for at in range(4)] == [
        "mark2s",
        "mark1s",
        "mark0s",
        "mark0t",
    ]
    assert not any(one.startswith("mark") for one in on_page(0, "老桥", "渡口"))


def test_how_many_lines_of_a_sort_stand_right_above_and_below_counts() -> None:
    page = ["老桥", TOLD, TOLD, "渡口", "石磨", TOLD]
    found = [{one for one in on_page(at, *page) if one[:5] in ("above", "below")} for at in range(6)]
    assert found == [
        {"above0s", "belowt2s"},
        {"aboves1t", "belowt1t"},
        {"abovet1t", "belows2t"},
        {"abovet2s", "belows1s"},
        {"aboves1s", "belowt1s"},
        {"aboves2t", "below0t"},
    ]
    assert "abovet4s" in on_page(6, *[TOLD] * 6, "老桥")


def test_of_a_short_line_it_counts_how_much_text_stands_below() -> None:
    sizes = [
        next(one for one in on_page(0, "老桥", *below) if one.startswith("size"))
        for below in ([], ["渡口", TOLD], ["老" * 46] * 2, ["老" * 46, "渡口", "老" * 500], ["老" * 9000])
    ]
    assert sizes == ["size0", "size0", "size2", "size1", "size6"]
    assert not any(one.startswith(("size", "taken", "known")) for one in on_page(0, TOLD, TOLD))


def test_of_a_short_line_it_counts_whether_it_is_spoken_of_above_or_below() -> None:
    headline = "老桥封闭"
    other = "万家坡的秋梨今年丰收，果农却发愁卖不出去。"
    told = {
        "below": (on_page(1, other, headline, "老桥封闭，" + other), {"taken3", "known0"}),
        "above": (on_page(1, "老桥封闭，" + other, headline, "老桥封闭，" + other), {"taken0", "known3"}),
        "partly": (on_page(1, other, headline, "老桥通车，" + other), {"taken1", "known0"}),
        "nowhere": (on_page(1, other, headline, other), {"taken0", "known0"}),
    }
    for where, (found, expected) in told.items():
        assert {one for one in found if one.startswith(("taken", "known"))} == expected, where
    assert not any(one.startswith("taken") for one in on_page(0, "老", TOLD))


def test_only_the_text_near_a_line_is_looked_at() -> None:
    far = "老桥封闭，"
    half = "渡" * (AROUND // 2)
    assert "taken3" in on_page(0, "老桥封闭", half, half, far)
    assert "taken0" in on_page(0, "老桥封闭", half, half + "口", far)
    assert "taken0" in on_page(0, "老桥封闭", "渡" * AROUND + far)
    assert "known3" in on_page(2, far, "渡口", "老桥封闭")
