"""Briefs and notices without headlines, below the name that they have in common."""

import pytest

from tests.text.showing import page_of, show
from tui.text.divide import divide

REPORT = (
    "夜校秋季开课",
    "本报讯（记者 沈一鸣）青年夜校昨晚开课，共设二十六门课程，报名的有一千二百人。",
)


def divided(*lines: str) -> list[str]:
    page = page_of("\n\n".join(lines) + "\n")
    return [line for line in show(page, divide(page)).split("\n") if line]


@pytest.mark.parametrize("name", ["简讯", "简　讯", "校园快讯", "今日短波", "一句话新闻"])
@pytest.mark.parametrize("begins", ["▲", "◎", "9月12日，", "【交通】"])
def test_below_the_name_of_a_column_of_briefs_each_that_begins_alike_is_an_article(
    name: str, begins: str
) -> None:
    briefs = [f"{begins}北门大桥恢复通车。", f"{begins}图书馆延长开放。", f"{begins}两条公交线路改道。"]
    found = divided(*REPORT, name, *briefs)
    assert [line for line in found if line.startswith(("==", "paragraph: " + begins[0]))][1:] == [
        line for brief in briefs for line in ("== news", f"paragraph: {brief}")
    ]
    assert f"furniture: {name}" in found


def test_briefs_of_which_each_says_who_sent_it_are_articles_with_their_bylines() -> None:
    found = divided(*REPORT, "简讯", "▲青山乡检修拖拉机一百台。（耿顺）", "▲敬老院搬进新房。（学　文）")
    assert found[-7:-1] == [
        "== news",
        "paragraph: ▲青山乡检修拖拉机一百台。",
        "byline: （耿顺）",
        "== news",
        "paragraph: ▲敬老院搬进新房。",
        "byline: （学　文）",
    ]


def test_items_with_one_source_below_the_last_are_one_article_whose_title_is_the_name() -> None:
    found = divided(*REPORT, "国内简讯", "▲高铁完成铺轨。", "▲三省遭遇沙尘。", "（据新华社）")
    assert found.count("== news") == 2
    assert "title: 国内简讯" in found


def test_a_single_paragraph_below_such_a_name_is_no_brief() -> None:
    assert "title: 校园快讯" in divided(*REPORT, "校园快讯", "9月12日，合唱团在艺术节上获得一等奖。")


def test_each_notice_of_a_court_is_an_article_that_the_court_signs() -> None:
    found = divided(
        *REPORT,
        "公　告",
        "冯守义：本院受理原告严桂芝诉你离婚一案，现依法公告送达起诉状副本，逾期将依法缺席判决。",
        "石桥县人民法院",
        "望津市红旗灯具厂：本院受理货款纠纷一案，已审理终结，请来本院领取判决书。",
        "南浦市中级人民法院",
    )
    assert [line.split(":")[0] for line in found][3:] == [
        "paragraph",
        *("== other", "paragraph", "byline", "== other", "paragraph", "byline", "furniture"),
    ]


def test_short_sayings_that_are_signed_one_by_one_stay_one_article() -> None:
    found = divided(*REPORT, "一句话建议", "在少年宫门口装一面钟。（柏松）", "把盲道修一修。（纪小楼）")
    assert found.count("== news") == 2
    assert found[-4:] == [
        *("paragraph: 在少年宫门口装一面钟。", "byline: （柏松）"),
        *("paragraph: 把盲道修一修。", "byline: （纪小楼）"),
    ]
