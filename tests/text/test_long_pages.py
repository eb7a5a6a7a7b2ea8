"""Text with more lines than a page of a newspaper: divided by what surely begins an article, fast."""

import time

import pytest

from tests.shares import size
from tests.text.showing import page_of
from tui.text.divide import divide
from tui.text.doubts import doubts
from tui.text.lines import MOST_LINES

LIST = [f"王{number}　{number}号　{number * 7}元" for number in range(MOST_LINES + 2)]


def shown(lines: list[str]) -> list[list[tuple[str, str]]]:
    """The articles that begin with more than a plain list: their first blocks."""
    text = "\n".join(lines)
    division = divide(page_of(text))
    places = [s for article in division.articles for block in article.blocks for s in block.segments]
    said = "".join(text[a:b] for a, b in places)
    assert "".join(said.split()) == "".join(text.replace("## ", "").split()), "nothing is lost"
    return [
        [(block.role, text[slice(*block.segments[0])]) for block in article.blocks[:3]]
        for article in division.articles
    ]


def test_an_article_begins_with_the_line_above_what_opens_a_report() -> None:
    found = shown([*LIST, "大桥昨日通车", "本报讯（记者 张三）昨天，大桥通车。", "市民夹道欢迎。"])
    assert found[1] == [
        ("title", "大桥昨日通车"),
        ("byline", "本报讯（记者 张三）"),
        ("paragraph", "昨天，大桥通车。"),
    ]
    assert len(found) == 2


def test_an_article_begins_with_a_marked_headline() -> None:
    found = shown([*LIST, "## 大桥昨日通车", "## 一早有人来", "市民夹道欢迎。", "## 夜市", *LIST[:9]])
    assert found[1] == [
        ("title", "大桥昨日通车"),
        ("subtitle", "一早有人来"),
        ("paragraph", "市民夹道欢迎。"),
    ]
    assert found[2][0] == ("title", "夜市")


def test_a_sentence_above_an_opening_is_no_headline() -> None:
    found = shown([*LIST, "市民夹道欢迎。", "本报讯 昨天，大桥通车。"])
    assert found[1][0] == ("byline", "本报讯")


def test_a_list_alone_is_one_article_of_which_nothing_is_sure() -> None:
    division = divide(page_of("\n".join([*LIST, "完"])))
    assert [article.confidence for article in division.articles] == [0.3]


@pytest.mark.slow
def test_a_million_short_lines_are_divided_in_five_seconds() -> None:
    million = size(1_000_000)
    lines = (LIST * 50)[:million]
    lines[::1000] = ["本报讯 昨天，大桥通车。"] * len(lines[::1000])
    page = page_of("\n".join(lines))
    before = time.process_time()
    division = divide(page)
    spent = time.process_time() - before
    assert len(division.articles) == million // 1000
    assert spent < size(5000) / 1000
    before = time.process_time()
    doubts(page.text)
    assert time.process_time() - before < size(8000) / 1000
