"""Narrow columns as text recognition gives them: a line a box, without indentation."""

import pytest

from tests.text.showing import page_of
from tui.model import surface
from tui.text.divide import divide
from tui.text.titles import headline_of

PAGE = """青石晚报
2031年6月3日星期二要闻A02版责编白晓版式江月
秋梨卖到了东
南亚
本报讯（通讯员田
野记者石中玉）9月15
日，二十四吨青石秋梨装
车发往港口，将经海运销
往东南亚。这是我县水果
首次走出国门，每公斤售
价九元六角，比内销高出
三元二角。
沙柳镇梨农田大壮今
年种梨十八亩，预计收入
二十一万元。他掰着指头
算账，套袋、贴标、冷藏
一样都不能省，少一样价
钱就差一截。
县里的冷库也连夜腾
出了位置，错过采摘期的
梨不再烂在树上，果农说
心里踏实。
供暖期提前5
天
本报记者沈一鸣
受冷空气影响，区政
府决定今冬供暖提前到十
一月十日，比往年早五天
全区供暖面积有两千八百
万平方米。
供热公司说，锅炉已
经点火试运行，管网的压
力正常，居民家里不热可
以拨打值班电话。
"""


def shown(text: str) -> list[list[tuple[str, str]]]:
    return [
        [(block.role, surface(text, block.segments)) for block in article.blocks]
        for article in divide(page_of(text)).articles
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["a line a box", "a blank line between boxes"])
def test_headlines_of_two_lines_and_paragraphs_are_found(between: str) -> None:
    text = PAGE.replace("\n", between)
    articles = divide(page_of(text)).articles
    assert [headline_of(page_of(text), article) for article in articles] == [
        "秋梨卖到了东南亚",
        "供暖期提前5天",
    ]
    told = [[text for role, text in article if role == "paragraph"] for article in shown(text)]
    assert [[text[:4] for text in article] for article in told] == [
        ["9月15", "沙柳镇梨", "县里的冷"],
        ["受冷空气", "供热公司"],
    ]


def test_a_folio_and_a_byline_without_blanks_are_what_they_are() -> None:
    furniture = [PAGE[start:end] for start, end in divide(page_of(PAGE)).furniture]
    assert "2031年6月3日星期二要闻A02版责编白晓版式江月" in furniture
    assert shown(PAGE)[1][1] == ("byline", "本报记者沈一鸣")


def test_a_column_whose_paragraphs_begin_flush_is_not_indented() -> None:
    flush = PAGE.replace(
        "沙柳镇梨农田大壮今\n年种梨十八亩，预计收入\n二十一万元。他掰着指头\n算账，套袋、贴标、冷藏\n一样都不能省，少一样价\n钱就差一截。",
        "沙柳镇梨农田大壮今年种\n梨十八亩，预计收入二十\n一万元。他掰着指头算账\n套袋、贴标、冷藏一样都\n不能省，少一样价钱就差\n一截。",
    ).replace(
        "县里的冷库也连夜腾\n出了位置，错过采摘期的\n梨不再",
        "县里的冷库也连夜腾出了\n位置，错过采摘期的梨不\n再",
    )
    told = [text[:4] for role, text in shown(flush)[0] if role == "paragraph"]
    assert told == ["9月15", "沙柳镇梨", "县里的冷"]


def test_a_lost_closing_quote_costs_no_headline() -> None:
    text = "铁路工人的“夜天窗\n\n本报记者 沈一鸣\n\n凌晨一点，线路上亮起一排头灯。\n"
    assert shown(text)[0][0] == ("title", "铁路工人的“夜天窗")


def test_brackets_that_recognition_takes_for_others_open_a_report_too() -> None:
    text = "扶梯停了三天\n\n本报讯〈记者 丁一舟)地铁站的扶梯昨天修好了。\n"
    assert [role for role, _ in shown(text)[0]] == ["title", "byline", "paragraph"]
