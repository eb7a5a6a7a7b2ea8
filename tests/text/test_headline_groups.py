"""Headline-like lines by the rules alone: headline, heading, caption, lead, part of a sentence, furniture."""

import pytest

from tests.text.showing import page_of
from tests.text.test_borders import BRIDGE, BRIDGE_MORE, PEARS, set_
from tui.model import Division, surface
from tui.text.divide import by_rules

TITLE, REPORT = "老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}"
OTHER = f"本报讯（记者 丁一舟）{PEARS}"
SIGNED = "本报记者 沈一鸣"
LEAD = "青石河上的老桥昨天封闭大修，七十天后通车。"
NOTE = "编者按：老桥的故事很多。"
PICTURE = "![](a.jpg)"
BRIDGES = "title byline paragraph"
"""What TITLE and REPORT are."""


def ruled(*lines: str) -> tuple[str, Division]:
    text = set_(*lines)
    return text, by_rules(page_of(text)).division


def roles(*lines: str) -> list[str]:
    """The roles of each article's blocks."""
    _, division = ruled(*lines)
    return [" ".join(block.role for block in article.blocks) for article in division.articles]


def furniture(*lines: str) -> list[str]:
    text, division = ruled(*lines)
    return [text[start:end] for start, end in division.furniture]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((LEAD, TITLE, SIGNED, BRIDGE), ["lead title byline paragraph"]),
        ((LEAD, PICTURE, "桥上的工人", TITLE, SIGNED, BRIDGE), ["lead caption title byline paragraph"]),
        ((LEAD, PICTURE, TITLE, SIGNED, BRIDGE), ["lead title byline paragraph"]),
        ((LEAD, "桥上的工人", TITLE, SIGNED, BRIDGE), ["lead kicker title byline paragraph"]),
        ((LEAD, TITLE, BRIDGE), ["paragraph", "title paragraph"]),
        ((LEAD, PEARS, TITLE, SIGNED, BRIDGE), ["paragraph paragraph", "title byline paragraph"]),
        (("渡口", OTHER, LEAD, TITLE, SIGNED, BRIDGE), [f"{BRIDGES} paragraph", BRIDGES]),
        ((NOTE, TITLE, REPORT), [f"lead {BRIDGES}"]),
        (("桥上的工人", "沈一鸣摄", TITLE, REPORT), ["title credit", BRIDGES]),
        ((PICTURE, "图为桥上的工人。沈一鸣摄", TITLE, REPORT), [f"caption credit {BRIDGES}"]),
    ],
)
def test_a_lead_or_a_picture_above_the_first_headline_belongs_to_its_article(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    assert roles(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("# 东屏", f"## {TITLE}", REPORT, "## 果农学拍照", OTHER), ["# 东屏"]),
        (("# 东屏", f"## {TITLE}", REPORT), []),
        (("# 东屏", REPORT, "## 果农学拍照", OTHER, "## 渡口", OTHER), []),
        (("东屏工会报", "2033年5月1日 第120期", TITLE, REPORT), ["东屏工会报", "2033年5月1日 第120期"]),
        ((TITLE, REPORT, "东屏工会报", "2033年5月1日 第120期", "渡口", PEARS), ["2033年5月1日 第120期"]),
        (("河湾随笔", NOTE, TITLE, REPORT), ["河湾随笔"]),
        ((TITLE, REPORT, "河湾随笔", NOTE, "果农学拍照", OTHER), ["河湾随笔"]),
        (("河湾的事", NOTE, TITLE, REPORT), []),
        (("河湾随笔", NOTE, REPORT), []),
        (("河湾随笔", TITLE, REPORT), ["河湾随笔"]),
    ],
)
def test_the_name_of_a_page_or_a_paper_or_of_a_column_with_a_note_belongs_to_no_article(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    assert furniture(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("编者按", "梨的故事很多", OTHER), [f"{BRIDGES} lead", BRIDGES]),
        (("编者按", "梨的故事很多", "果农学拍照", PEARS), [f"{BRIDGES} lead lead lead lead"]),
        (("果农学拍照", OTHER), [BRIDGES, BRIDGES]),
        (("河湾随笔", "果农学拍照", PEARS), [BRIDGES, "title paragraph"]),
        (("桥上的工人", "沈一鸣摄", BRIDGE_MORE), [f"{BRIDGES} caption credit paragraph"]),
        (("果农学拍照", PEARS, "本报记者 丁一舟 摄影报道"), [BRIDGES, "title paragraph credit"]),
        (("一、桥上", "新桥面。", "果农学拍照", PEARS, "丁一舟摄", "渡口", BRIDGE_MORE),
         [f"{BRIDGES} heading paragraph heading paragraph credit heading paragraph"]),
        (("更正", PEARS), [BRIDGES, "title paragraph"]),
        (("更正", BRIDGE_MORE), [BRIDGES, "title paragraph"]),
        (("老桥公告", BRIDGE_MORE), [BRIDGES, "title paragraph"]),
        (("桥的旧事", BRIDGE_MORE), [f"{BRIDGES} heading paragraph"]),
        (("### 桥的旧事", BRIDGE_MORE), [f"{BRIDGES} heading paragraph"]),
        (("果农学拍照", "丁一舟", PEARS), [BRIDGES, "title byline paragraph"]),
        (("一、桥上", BRIDGE_MORE, "二、桥下", PEARS), [f"{BRIDGES} heading paragraph heading paragraph"]),
        (("1、修好老桥", "2、卖掉秋梨", BRIDGE_MORE), [f"{BRIDGES} paragraph paragraph"]),
        (("1、修好老桥", BRIDGE_MORE), [f"{BRIDGES} heading paragraph"]),
        ((PICTURE, "桥上的工人", BRIDGE_MORE), [f"{BRIDGES} caption paragraph"]),
        ((PICTURE, "## 桥上的工人", BRIDGE_MORE), [f"{BRIDGES} heading paragraph"]),
        (("渡口旧事",), [f"{BRIDGES} paragraph"]),
    ],
)  # fmt: skip
def test_below_a_report_lines_are_what_stands_around_them(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    assert roles(TITLE, REPORT, *lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("桥上的工人", "说，桥会修好。"), ["caption"]),
        (("都说了", "桥会修好。"), []),
        (("更正", PEARS), ["title paragraph"]),
    ],
)
def test_within_a_sentence_lines_are_captions_or_pieces_of_it(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    first, *rest = roles(TITLE, f"{REPORT}昨天，管理处的人", *lines)
    assert [*first.split()[3:], *rest] == expected


def test_a_line_that_is_cut_within_a_phrase_is_the_beginning_of_the_paragraph_below() -> None:
    cut = ("此次大修，还要在桥上把路灯以", f"及栏杆都换新。{BRIDGE_MORE}")
    text, division = ruled(TITLE, REPORT, "管理处的打算", *cut)
    (article,) = division.articles
    assert [block.role for block in article.blocks][3:] == ["heading", "paragraph"]
    assert surface(text, article.blocks[-1].segments) == "".join(cut)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("##", [BRIDGES, "title paragraph"]),
        ("#", [BRIDGES, "title paragraph"]),
        ("###", [f"{BRIDGES} heading paragraph"]),
    ],
)
def test_mark_up_tells_titles_by_their_level(level: str, expected: list[str]) -> None:
    assert roles(f"## {TITLE}", REPORT, f"{level} 果农学拍照", PEARS) == expected


def test_a_headline_is_less_sure_that_may_be_a_name_or_stands_unmarked_among_marked_ones() -> None:
    def border(*lines: str) -> list[float]:
        return [article.border for article in ruled(*lines)[1].articles]

    marked = (f"## {TITLE}", REPORT, "## 渡口", OTHER, "## 石磨", OTHER)
    assert border(TITLE, REPORT, "果农学拍照", OTHER) == [1.0, 1.0]
    assert border(TITLE, REPORT, "东屏水务局", OTHER) == [1.0, 0.85]
    assert border(*marked, "## 果农学拍照", OTHER) == [1.0] * 4
    assert border(*marked, "果农学拍照", OTHER) == [1.0, 1.0, 1.0, 0.8]
    assert border("今日东屏", TITLE, REPORT) == [0.85]
    assert border("今日东屏的九个桥梁", TITLE, REPORT) == [1.0]
    assert border("2033年5月1日 第120期", "今日东屏", TITLE, REPORT) == [1.0]


def test_below_a_marked_title_a_signed_line_of_a_deeper_level_is_a_title_too() -> None:
    marked = (f"# {TITLE}", REPORT)
    assert roles(*marked, "### 桥的旧事", "沈一鸣", BRIDGE_MORE) == [BRIDGES, BRIDGES]
    assert roles(*marked, "### 更正", BRIDGE_MORE) == [BRIDGES, "title paragraph"]
    assert roles(*marked, "### 桥的旧事", BRIDGE_MORE) == [f"{BRIDGES} heading paragraph"]
