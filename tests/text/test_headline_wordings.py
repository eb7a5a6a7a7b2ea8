"""Wordings of titles, columns, authors and answers, row by row."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.text.test_borders import BRIDGE, PEARS, blocks, heads, set_
from tests.text.test_votes import ABOVE, at_line, borders
from tests.text.unit_building import unit
from tui.text.closed_articles import answers, collects, counts_on
from tui.text.headline_words import is_standing
from tui.text.headlines import reads_as_name, seems_cut
from tui.text.vocabulary import is_author

ROWS = (Path(__file__).parent / "titles.txt").read_text("utf-8").splitlines()[1:]
TELLS: dict[str, Callable[[str], bool]] = {
    "standing": is_standing,
    "name": reads_as_name,
    "author": is_author,
}
"""What a line can be told to be, or not to be: the words before the colon of a row."""


@pytest.mark.parametrize("row", ROWS)
def test_a_line_is_what_its_row_says(row: str) -> None:
    said, text = row.split(": ", 1)
    assert TELLS[said.removeprefix("not ")](text) != said.startswith("not ")


@pytest.mark.parametrize(
    "text",
    [
        "本次会议", "此次会议", "据了解", "近日会议", "此外会议", "同时会议", "随后会议", "目前会议",
        "其中会议", "采访活动中的人", "会上大家", "截至五月", "今年会议", "去年会议", "这会议", "该会议",
        "在会议上", "为会议", "“会议", "5月会议", "2033年会议",
    ],
)  # fmt: skip
def test_what_opens_as_a_paragraph_is_rather_the_beginning_of_one_than_a_heading(text: str) -> None:
    assert seems_cut(text, "老桥", "") == 1
    assert seems_cut("老桥旧事", text, "") == -1
    assert seems_cut("老桥旧事", "老桥", "") == 0


@pytest.mark.parametrize("end", "以和与及在对将把被从向并而且是")
def test_no_heading_ends_within_a_phrase(end: str) -> None:
    assert seems_cut(f"河湾{end}", "老桥", "") >= 3


@pytest.mark.parametrize("start", "向并及等和或与而也还都就被把使之则所得地")
def test_what_stands_within_a_sentence_seldom_begins_one(start: str) -> None:
    assert seems_cut("河湾老桥", f"{start}老桥", "") == 2


@pytest.mark.parametrize(
    ("text", "after", "around", "said"),
    [
        ("河湾的桥。老桥", "老桥", "", 4),
        ("河湾，老桥", "老桥", "", 2),
        ("河湾，老桥，渡口", "老桥", "", 4),
        ("河湾：老桥", "老桥", "", 0),
        ("河湾老桥" * 7, "老桥", "", 1),
        ("河湾老桥", "，老桥", "", 3),
        ("河湾老桥", "桥，老桥", "", 2),
        ("河湾老桥", "大修。老桥", "", 2),
        ("河湾老", "桥昨天", "老桥", 1),
        ("“河湾老桥”", "老桥", "", -2),
        ("河湾 老桥", "老桥", "", -2),
        ("一、老桥", "渡口", "", -3),
    ],
)
def test_evidence_that_a_short_line_is_a_sentence_s_beginning(
    text: str, after: str, around: str, said: int
) -> None:
    assert seems_cut(text, after, around) == said


@pytest.mark.parametrize(
    "what",
    ["留言", "语录", "心声", "感言", "心愿", "祝福", "短信", "建议", "微语", "声音", "金句"],
)  # fmt: skip
def test_a_title_says_that_sayings_are_collected(what: str) -> None:
    assert collects(f"春天{what}")
    assert not collects(f"春天{what}集")
    assert collects("一句话点评")


@pytest.mark.parametrize(
    ("above", "below", "said"),
    [
        ("1、桥", "2、渡口", True),
        ("1．桥", "2．渡口", True),
        ("（1）桥", "（2）渡口", True),
        ("(9)桥", "(10)渡口", True),
        ("3.桥", "4.渡口", True),
        ("一、桥", "二、渡口", True),
        ("九）桥", "十）渡口", True),
        ("1、桥", "3、渡口", False),
        ("2、桥", "1、渡口", False),
        ("1.5倍", "2.5倍", False),
        ("1桥", "2渡口", False),
        ("桥", "2、渡口", False),
        ("1、桥", "渡口", False),
    ],
)
def test_a_point_goes_on_counting(above: str, below: str, said: bool) -> None:
    assert counts_on(above, below) == said


@pytest.mark.parametrize(
    "answer",
    [
        *(f"【{who}点评】" for who in ("教师", "老师", "编", "编者", "专家", "名家")),
        *(f"【编者{what}】" for what in ("点评", "评点", "简评", "评语", "寄语", "编后")),
        "点评：", "〔老师评语〕", "教师评语:", "答复：", "答:",
        *(f"{who}答：" for who in ("编", "编者", "医生", "律师", "专家")),
        *(f"专家{what}：" for what in ("答复", "点评", "回复")),
        "城南附记：",
    ],
)  # fmt: skip
def test_what_answers_a_letter_belongs_to_it(answer: str) -> None:
    text = set_("灯坏了", BRIDGE, "观众 贺大山", f"{answer}{PEARS}")
    assert heads(text) == ["灯坏了"]
    assert [text for _, text in blocks(text)[0]][-1] == f"{answer}{PEARS}"


@pytest.mark.parametrize(
    "text",
    [
        *(f"{said}：明天修好。" for said in ("答复", "回复", "水务局答复如下", "答", "编者附记", "附记")),
        *(f"【{said}】明天修好。" for said in ("答复", "水务局回复", "回应", "水务局回音")),
        *(
            f"{who}{what}：" for who in ("【教师", "[老师", "〔编者", "编", "专家", "名家", "")
            for what in ("点评", "评点", "简评", "评语", "寄语", "编后")
        ),
        *(f"{who}{what}：" for who in ("编", "编者", "医生", "律师", "专家") for what in ("答", "点评")),
        "丁一舟：", "丁一舟老师:",
    ],
)  # fmt: skip
def test_a_line_answers(text: str) -> None:
    assert answers(unit(text))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("编辑同志：", True),
        ("丁一舟：", False),
        ("丁一舟", True),
        ("万家坡合作社的全体果农同志：", True),
        ("有人说点评：好。", True),
        ("桥修好了，答复：好。", True),
    ],
)
def test_another_line_does_not(text: str, begins: bool) -> None:
    assert not answers(unit(text, begins=begins))


@pytest.mark.parametrize("courtesy", ["同志", "读者", "先生", "女士", "同学", "朋友"])
def test_what_addresses_who_signed_is_the_answer(courtesy: str) -> None:
    text = set_("灯坏了", BRIDGE, "观众 贺大山", f"贺大山{courtesy}：{PEARS}")
    assert heads(text) == ["灯坏了"]


@pytest.mark.parametrize("pen_name", ["阿土", "小石头", "老根"])
def test_a_pen_name_below_a_title_signs_it(pen_name: str) -> None:
    found = at_line(borders((*ABOVE, "果农学着拍照片", pen_name, PEARS)), "果农学着拍照片")[0]
    assert "name below" in found


@pytest.mark.parametrize(
    "word",
    ["引子", "引言", "前言", "序言", "楔子", "背景", "概述", "摘要", "结语", "后记", "尾声", "附记",
     "上篇", "下篇", "中篇", "红榜", "价目表", "首篇", "一章", "小节", "旧版", "各类"],
)  # fmt: skip
def test_a_word_that_heads_a_part_is_no_pen_name(word: str) -> None:
    found = at_line(borders((*ABOVE, "果农学着拍照片", word, PEARS)), "果农学着拍照片")[0]
    assert "name below" not in found
