"""Column breaks and hard wraps are undone; what a reader sees has neither holes nor fused words."""

import pytest

from tests.text.showing import page_of
from tui.model import Article, surface
from tui.text.divide import divide


def only_article(text: str) -> tuple[Article, list[tuple[str, str]]]:
    """Return the one article of a page, and the roles and texts of its blocks."""
    page = page_of(text)
    (article,) = divide(page).articles
    return article, [(block.role, surface(text, block.segments)) for block in article.blocks]


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a page with one article."""
    return [shown for role, shown in only_article(text)[1] if role == "paragraph"]


BEGINNING = "大桥通车\n\n本报讯（记者 张三）昨天上午，横跨青弋河的新大桥在经过三年建设之后正式通车，"


@pytest.mark.parametrize("between", ["\n\n", "\n\n\n\n", "  \n\n", "\r\n\r\n", "\n\n　　"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("市民在第一时间分析研究本年度重", "点工作任务，并表示欢迎。"),
        ("车流量达到1.48", "万辆，超过预期。"),
        ("市民说，", "“回家的路近了。”"),
        ("市民说：", "“回家的路近了。”"),
        ("市民称它为“彩虹桥", "”，说它很美。"),
        ("桥长2000", "米，宽30米。"),
    ],
)
def test_a_sentence_that_is_cut_is_one_paragraph(before: str, after: str, between: str) -> None:
    found = paragraphs(BEGINNING + before + between + after + "\n")
    assert found == ["昨天上午，横跨青弋河的新大桥在经过三年建设之后正式通车，" + before + after]


@pytest.mark.parametrize("end", ["。", "！", "？", "。”", "……", "。）"])
def test_a_paragraph_that_ends_is_not_continued(end: str) -> None:
    assert len(paragraphs(BEGINNING + "市民夹道欢迎" + end + "\n\n桥长两千米，宽三十米，双向六车道。\n")) == 2


def test_captions_set_into_a_sentence_are_no_paragraphs() -> None:
    text = BEGINNING + "市民把它叫做“彩虹\n\n\n\n通车仪式现场\n\n\n\n新桥夜景\n\n桥”。今后过河只要三分钟。\n"
    _, blocks = only_article(text)
    assert [role for role, _ in blocks] == ["title", "byline", "paragraph", "caption", "caption"]
    assert blocks[2][1].endswith("市民把它叫做“彩虹桥”。今后过河只要三分钟。")
    assert [shown for _, shown in blocks[3:]] == ["通车仪式现场", "新桥夜景"]


@pytest.mark.parametrize(
    ("wrapped", "shown"),
    [
        ("Blue River\nPro", "Blue River\nPro"),
        ("Blue River \nPro", "Blue River Pro"),
        ("Blue River\r\nPro", "Blue River\nPro"),
        ("extreme ultra-\nviolet light", "extreme ultraviolet light"),
        ("a Franco-\nGerman plan", "a Franco-German plan"),
        ("名为 River\n的芯片", "名为 River的芯片"),
        ("主频3.\n2吉赫", "主频3.2吉赫"),
        ("他说 hello,\nworld", "他说 hello,\nworld"),
    ],
)
def test_latin_words_neither_fuse_nor_fall_apart(wrapped: str, shown: str) -> None:
    head = "本报讯（记者 丁一）某公司昨日发布一款新产品的相关情况说明，"
    text = (
        "新品发布\n\n"
        + head
        + wrapped.replace("\n", "\n\n", 1).replace("\r\n\n", "\r\n\r\n")
        + "，欢迎选购。\n"
    )
    assert paragraphs(text) == ["某公司昨日发布一款新产品的相关情况说明，" + shown + "，欢迎选购。"]


def test_masked_names_are_no_bold_type() -> None:
    assert paragraphs("本报讯 王**、李**因盗窃被拘留。\n") == ["王**、李**因盗窃被拘留。"]


def test_bold_marks_are_left_out() -> None:
    _, blocks = only_article("**本报讯**（记者 张三）今天，大桥通车。\n\n**桥有多长**\n\n桥长两千米。\n")
    assert blocks == [
        ("byline", "本报讯（记者 张三）"),
        ("paragraph", "今天，大桥通车。"),
        ("heading", "桥有多长"),
        ("paragraph", "桥长两千米。"),
    ]


def test_what_cannot_be_known_makes_the_division_less_sure() -> None:
    sure, _ = only_article("## 大桥通车\n\n本报讯 今天，大桥通车。\n")
    unsure, _ = only_article("跨河出行更方便\n\n新大桥昨日通车\n\n本报讯 今天，大桥通车。\n")
    assert sure.confidence == 1.0
    assert unsure.confidence < 1.0


def test_what_follows_a_table_is_not_read_within_it() -> None:
    table = "| 产品 | 单位 | 产量 | 增长（%） |\n|---|---|---|---|\n| 水泥 | 万吨 | 512.4 | -3.6 |\n"
    text = f"云泽市统计公报\n\n年末全市人口312.6万人。\n\n{table}\n全年粮食总产量98.7万吨，下降约0.4%。\n"
    blocks = [
        surface(text, block.segments) for each in divide(page_of(text)).articles for block in each.blocks
    ]
    assert "全年粮食总产量98.7万吨，下降约0.4%。" in blocks
