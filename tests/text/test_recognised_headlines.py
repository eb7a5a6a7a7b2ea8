"""Headlines and bylines as recognition breaks and misreads them."""

import pytest

from tests.text.showing import page_of
from tests.text.test_recognised import MORE, THREE, TOLD, marked, roles, titles
from tui.text.divide import divide


@pytest.mark.parametrize("break_", ["\n", "\n\n"], ids=["below", "a blank line between"])
def test_a_reporters_name_on_a_line_of_its_own_is_part_of_the_byline(break_: str) -> None:
    (article,) = divide(page_of(f"老站长的日记\n\n本报记者{break_}石榴\n\n{TOLD}\n\n{MORE}")).articles
    assert roles(article) == ["title", "byline", "paragraph", "paragraph"]


def test_below_a_reporter_without_a_name_a_headline_stays_one() -> None:
    (article,) = divide(page_of(f"老站长的日记\n\n本报记者\n\n三十二本\n\n{TOLD}")).articles
    assert "三十二本" not in titles(f"老站长的日记\n\n本报记者\n\n三十二本\n\n{TOLD}")
    assert roles(article).count("byline") <= 1


@pytest.mark.parametrize("opened", ["〈(", "《", "（", "《 "])
def test_a_misread_bracket_opens_a_reporters_name(opened: str) -> None:
    (article,) = divide(page_of(f"新桥通车\n\n本报讯{opened}记者 车千里 ) {TOLD}")).articles
    assert roles(article) == ["title", "byline", "paragraph"]


def test_a_question_above_the_reporter_is_the_headlines_second_line() -> None:
    text = f"{marked(*THREE)}\n\n一条路修了十四个月\n群众问：何时能通车？\n本报记者 南知秋\n{TOLD}"
    (*_, last) = divide(page_of(text)).articles
    assert titles(text)[-1] == "一条路修了十四个月"
    assert roles(last)[:3] == ["title", "subtitle", "byline"]


def test_a_dash_that_was_read_as_the_numeral_one_begins_a_subtitle() -> None:
    text = f"一碗放心的水\n一一砚池县饮水工程见闻\n本报记者 沈一鸣\n\n{TOLD}"
    assert titles(text) == ["一碗放心的水"]


def test_notices_for_everybody_are_an_article() -> None:
    notices = "停电：周四八时至十七时，望河路。\n\n招聘：河口菜市场招保安五名，包吃住。"
    assert titles(f"{marked(*THREE)}\n\n## 便民信息\n\n{notices}")[-1] == "便民信息"


CUT = (
    "渠水进了村\n\n本报讯（记者卢青）老渠长拧开水闸，渠水流进了北坡的\n\n"
    "夜市搬家\n\n本报讯（记者孟川）城南夜市昨晚搬进新大棚，首日迎客三\n\n"
    "广场换灯\n\n本报讯（记者韩石）广场上的路灯昨晚全部换新，比原来省电\n\n"
)


def test_on_a_page_of_cut_columns_a_headline_below_half_a_sentence_begins_an_article() -> None:
    told = "10月30日傍晚，我母亲在菜场门口晕倒，一位司机送她去了医院。"
    text = f"{CUT}谢谢那位不留名的司机\n\n{told}\n\n请帮我们找到他。"
    assert titles(text)[-1] == "谢谢那位不留名的司机"


def test_where_columns_are_whole_a_line_within_a_sentence_is_none() -> None:
    told = "老渠长拧开水闸，渠水流进了北坡的\n\n村民在渠边迎水\n\n田里，谁也没有说话。"
    text = f"渠水进了村\n\n本报讯（记者卢青）{TOLD}{told}"
    assert titles(text) == ["渠水进了村"]
