"""What a line is by what stands around it: a headline, a caption, a signature, the text of a picture."""

import pytest

from tests.text.test_borders import BRIDGE, BRIDGE_MORE, PEARS, set_
from tui.text.cues import Cue
from tui.text.lookahead import Lookahead
from tui.text.page_units import page_units

REPORT = f"本报讯（记者 沈一鸣）{BRIDGE}"
SHOT = "沈一鸣摄"


def at(line: str, *page: str) -> tuple[Lookahead, int]:
    """The units of a page, and where a line is among them."""
    lookahead = page_units(set_(*page))
    return lookahead, next(number for number, unit in enumerate(lookahead.units) if unit.text == line)


def is_headline(line: str, *below: str, above: str = BRIDGE) -> bool:
    lookahead, number = at(line.lstrip("# "), "老桥封闭大修", REPORT, above, line, *(below or (PEARS,)))
    return lookahead.headlike(lookahead.units[number])


@pytest.mark.parametrize(
    "line",
    [
        "果农学拍照",
        "12",
        "“梨能卖了”",
        "梨能卖了！",
        "梨能卖了吗？",
        "谁来买梨……",
        "果农：学拍照",
        "果农：学拍照，学切梨",
        "请来讲师的果农：学拍照，学切梨，学卖梨",
        "长" * 45,
        "## " + "长" * 70,
        "## 果农学拍照，一个月卖出三万箱，",
        "## 梨。能卖了",
        "“梨能卖了",
    ],
)
def test_a_line_that_ends_as_no_sentence_is_like_a_headline(line: str) -> None:
    assert is_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        "果农学拍照。",
        "果农学拍照，",
        "果农学拍照：",
        "果农学拍照；",
        "果农学拍照、",
        "果农学拍照，”",
        "果农。学拍照",
        "红方：帅五平五，马三进四，兵三平四",
        "果农学拍照，卖梨……",
        "（果农学拍照",
        "果农学拍照》",
        "长" * 46,
        "## " + "长" * 71,
        "## 果农学拍照。",
        "19:30 新闻",
        "丁一舟 沈一鸣 贺大山",
        "……",
    ],
)
def test_other_lines_are_not(line: str) -> None:
    assert not is_headline(line)


def test_a_quotation_that_is_closed_in_the_line_below_is_no_headline() -> None:
    assert not is_headline("他说“梨能卖了", f"都会来的”，{PEARS}")
    assert is_headline("他说“梨能卖了", f"“都会来的”，{PEARS}")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("梨，都卖了，", True),
        ("长" * 44 + "，", True),
        ("长" * 45 + "，", False),
        ("梨都卖了：", False),
        ("梨都卖了。", False),
    ],
)
def test_above_a_report_s_opening_a_short_line_is_a_headline_with_a_misread_stop(
    line: str, expected: bool
) -> None:
    lookahead, number = at(line, "老桥封闭大修", REPORT, line, f"本报讯（记者 丁一舟）{PEARS}")
    assert lookahead.headlike(lookahead.units[number]) is expected
    assert not is_headline(line, PEARS) or line.endswith("长")


def test_a_line_that_goes_on_with_the_one_above_is_no_headline_above_an_opening() -> None:
    page = ("老桥封闭大修", REPORT, "合作社请来讲师", "教大家拍照，", f"本报讯（记者 丁一舟）{PEARS}")
    lookahead, number = at("教大家拍照，", *page)
    assert not lookahead.headlike(lookahead.units[number])


def test_every_such_line_of_a_page_is_a_headline() -> None:
    page = ("梨，都卖了，", REPORT, "桥，封闭了，", f"本报讯（记者 丁一舟）{PEARS}")
    for line in page[::2]:
        lookahead, number = at(line, *page)
        assert lookahead.headlike(lookahead.units[number])


def test_what_a_speaker_says_again_and_again_is_no_headline() -> None:
    said = ("讲师：怎么拍照", "果农：不会拍", "讲师：先切开", "果农：不会切")
    for line in said:
        lookahead, number = at(line, "老桥封闭大修", REPORT, *said, PEARS)
        assert not lookahead.headlike(lookahead.units[number])
    assert is_headline("讲师：怎么拍照")
    for line in (
        "问：怎么拍照",
        "答：先切开",
        "果农贺大山问：怎么拍照",
        "Q：怎么拍照",
        "A1：先切开",
        "[讲师]：先切开",
    ):
        assert not is_headline(line)


def test_a_question_right_above_the_answers_to_choose_from_is_no_headline() -> None:
    assert not is_headline("梨能卖了吗？", "A．能　　B．不能", PEARS)
    assert is_headline("梨能卖了", "A．能　　B．不能", PEARS)
    assert is_headline("梨能卖了吗？", PEARS, "A．能　　B．不能")


def test_a_group_of_headlines_ends_at_the_first_text() -> None:
    page = (
        "老桥封闭大修",
        REPORT,
        "果农学拍照",
        "- 3 -",
        "合作社请来讲师",
        "![](a.jpg)",
        PEARS,
        "渡口",
        BRIDGE_MORE,
    )
    lookahead, number = at("果农学拍照", *page)
    end = lookahead.end_of_group(number)
    assert lookahead.units[end - 1].text == "合作社请来讲师"
    assert lookahead.end_of_group(end + 1) == end + 1
    after = lookahead.after(end)
    assert after is not None
    assert after.text == PEARS
    assert lookahead.after(len(lookahead.units)) is None
    assert lookahead.end_of_group(len(lookahead.units)) == len(lookahead.units)


def test_a_report_opens_with_its_place_or_its_reporter_whatever_stands_between() -> None:
    for opening, expected in ((REPORT, True), ("本报记者 沈一鸣", True), (PEARS, False)):
        lookahead, number = at("渡口", "渡口", "- 3 -", opening, BRIDGE_MORE)
        assert lookahead.opens(number + 1) is expected
    assert not page_units(set_("渡口")).opens(1)


# Captions, credits


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("果农在果园里拍照。", True),
        ("长" * 24 + "。", True),
        ("长" * 25 + "。", False),
        ("果农，在果园里拍照。", False),
        ("昨天，果农在果园里拍照，讲师在旁边看。", True),
        ("5月2日，果农在果园里拍照，讲师在旁边看。", True),
        ("▲果农在果园里拍照，讲师在旁边看。", True),
        ("昨天，" + "长" * 46 + "。", True),
        ("昨天，" + "长" * 47 + "。", False),
    ],
)
def test_a_short_sentence_above_its_photographer_is_a_caption(line: str, expected: bool) -> None:
    lookahead, number = at(line, "老桥封闭大修", REPORT, line, SHOT, "渡口", PEARS)
    assert lookahead.units[number + 1].cue is Cue.CREDIT
    assert lookahead.is_caption(number) is expected


@pytest.mark.parametrize("below", ["本版照片由沈一鸣摄", "本文图片由沈一鸣摄", "本组图片由沈一鸣摄", PEARS])
def test_a_credit_of_more_than_one_picture_makes_no_caption(below: str) -> None:
    line = "果农在果园里拍照。"
    lookahead, number = at(line, "老桥封闭大修", REPORT, line, below, "渡口", PEARS)
    assert not lookahead.is_caption(number)
    lookahead, number = at(line, "老桥封闭大修", REPORT, line)
    assert not lookahead.is_caption(number)


@pytest.mark.parametrize(
    ("below", "plain", "expected"),
    [
        ((PEARS, SHOT), True, True),
        ((PEARS, SHOT), False, False),
        ((PEARS, SHOT, BRIDGE), True, False),
        ((PEARS, SHOT, "渡口", BRIDGE), True, True),
        ((PEARS, BRIDGE_MORE, SHOT), True, False),
        ((SHOT,), True, False),
        ((PEARS, "本报记者 沈一鸣 摄影报道"), False, True),
        ((PEARS, BRIDGE_MORE, "本报记者 沈一鸣 摄影报道"), False, True),
        (("本报记者 沈一鸣 摄影报道", PEARS), False, False),
        ((PEARS, "渡口", "本报记者 沈一鸣 摄影报道"), False, False),
        ((PEARS, BRIDGE, BRIDGE_MORE, "本报记者 沈一鸣 摄影报道"), False, True),
        ((PEARS, BRIDGE, BRIDGE_MORE, PEARS, "本报记者 沈一鸣 摄影报道"), False, False),
    ],
)
def test_the_text_of_a_picture_ends_with_its_credit(
    below: tuple[str, ...], plain: bool, expected: bool
) -> None:
    lookahead, number = at("果农学拍照", "果农学拍照", *below)
    assert lookahead.is_story(number + 1, plain) is expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ((PEARS, "（丁一舟）"), True),
        ((PEARS, "（本报记者 丁一舟）"), True),
        (("（本报记者 丁一舟）", PEARS), False),
        (("本报记者 丁一舟", "渡口", BRIDGE), False),
        (("本报记者 丁一舟",), False),
        ((PEARS, "渡口", "（本报记者 丁一舟）"), False),
        ((f"据《东屏日报》4月2日报道，{PEARS}",), True),
        ((PEARS, "（本报记者 丁一舟）", "二、渡口", BRIDGE), False),
        ((PEARS, "本报记者 丁一舟", "渡口", BRIDGE), True),
        ((PEARS, "本报记者 丁一舟", BRIDGE), False),
        ((PEARS,), False),
    ],
)
def test_a_text_is_signed_where_it_begins_or_ends(below: tuple[str, ...], expected: bool) -> None:
    lookahead, number = at("果农学拍照", "果农学拍照", *below)
    assert lookahead.is_signed(number + 1) is expected


@pytest.mark.parametrize(
    ("line", "below", "expected"),
    [
        ("东屏工会报", "2033年5月1日 第120期", True),
        ("东屏周刊", "2033年5月1日 星期三", True),
        ("东屏的工作", "2033年5月1日 第120期", False),
        ("东屏工会报", PEARS, False),
    ],
)
def test_a_paper_s_name_stands_above_its_date(line: str, below: str, expected: bool) -> None:
    lookahead, number = at(line, line, below, "渡口", PEARS)
    assert lookahead.names_paper(number) is expected
    lookahead, number = at(line, PEARS, line)
    assert not lookahead.names_paper(number)


@pytest.mark.parametrize(
    ("line", "below", "expected"),
    [
        ("丁一舟", ("渡口", BRIDGE), True),
        ("丁一舟", (), True),
        ("丁一舟", (REPORT,), True),
        ("丁一舟", (BRIDGE,), False),
        ("丁一舟", ("沈一鸣", BRIDGE), False),
        ("（宝华）", (BRIDGE,), True),
        ("一位母亲", (BRIDGE,), True),
        ("卖梨的人", ("渡口", BRIDGE), False),
        ("## 丁一舟", ("渡口", BRIDGE), False),
        ("着急的妈妈", (f"着急的妈妈：{BRIDGE}",), True),
        ("着急的妈妈", (f"高兴的爸爸：{BRIDGE}",), False),
        ("東屏居民", ("渡口", BRIDGE), True),
        ("女生宿舍　305室", (f"回复：{BRIDGE}",), True),
        ("女生宿舍　305室", (BRIDGE,), False),
        ("女生宿舍的人", (f"回复：{BRIDGE}",), False),
        ("知心姐姐", ("渡口", f"知心姐姐：{BRIDGE}", f"知心姐姐：{BRIDGE}"), True),
        ("知心姐姐", ("渡口", f"知心姐姐：{BRIDGE}"), False),
    ],
)
def test_names_sign_a_text_where_no_text_follows(line: str, below: tuple[str, ...], expected: bool) -> None:
    lookahead, number = at(line.lstrip("# "), "果农学拍照", PEARS, line, *below)
    assert lookahead.is_signature(number) is expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (("小柏读者：", PEARS), True),
        (("小柏读者：", PEARS, BRIDGE), True),
        ((PEARS, BRIDGE), False),
        (("编辑同志：", PEARS), False),
        (("小柏读者：", PEARS, "渡口", BRIDGE), False),
        (("小柏读者：", *[PEARS] * 6), False),
    ],
)
def test_an_organ_signs_what_it_answered(above: tuple[str, ...], expected: bool) -> None:
    lookahead, number = at("县总工会法律服务中心", *above, "县总工会法律服务中心", "渡口", BRIDGE)
    assert lookahead.is_signature(number) is expected


def test_a_picture_or_a_wide_gap_stands_apart() -> None:
    lookahead, number = at("渡口", "老桥", BRIDGE, "![](a.jpg)", "渡口", PEARS)
    assert lookahead.apart(lookahead.units[number])
    lookahead, number = at("渡口", "老桥", BRIDGE, "渡口", PEARS)
    assert not lookahead.apart(lookahead.units[number])
    lookahead, number = at("渡口", "老桥", BRIDGE, BRIDGE_MORE, "\n\n渡口", PEARS)
    assert lookahead.apart(lookahead.units[number])
