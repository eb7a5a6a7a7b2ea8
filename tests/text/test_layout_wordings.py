"""Names of columns of briefs, how briefs begin, who signs, and what kind an article is, row by row."""

import pytest

from tests.text.showing import page_of, show
from tests.text.test_borders import BRIDGE, BRIDGE_MORE, PEARS, set_
from tests.text.test_votes import ABOVE, at_line, borders
from tui.text.divide import by_rules, divide
from tui.text.document_layout import undivided

REPORT = ("夜校开课", f"本报讯（记者 沈一鸣）{BRIDGE}")


def divided(*lines: str) -> list[str]:
    page = page_of(set_(*lines))
    return [line for line in show(page, divide(page)).split("\n") if line]


def kinds(*lines: str) -> list[str]:
    return [article.kind for article in divide(page_of(set_(*lines))).articles]


@pytest.mark.parametrize(
    "name",
    [
        "简讯", "快讯", "短讯", "要讯", "短波", "简报", "要闻", "动态", "集锦", "点滴", "速递", "播报",
        "一句话新闻", "新闻集纳", "新闻速览", "信息窗", "信息快递", "信息荟萃", "校园动态", "经济·简讯",
        "公告", "法院公告", "送达公告", "短讯三则", "简讯两条",
    ],
)  # fmt: skip
def test_below_each_name_of_a_column_every_brief_is_an_article(name: str) -> None:
    found = divided(*REPORT, name, "▲北门大桥恢复通车。", "▲图书馆延长开放。")
    assert f"furniture: {name}" in found
    assert sum(line.startswith("==") for line in found) == 3


@pytest.mark.parametrize("name", ["老桥旧事", "通讯", "信息台", "公告牌", "老桥三则"])
def test_below_another_line_they_are_not_for_the_rules(name: str) -> None:
    page = page_of(set_(*REPORT, name, "▲北门大桥恢复通车。", "▲图书馆延长开放。"))
    assert f"furniture: {name}" not in show(page, by_rules(page).division).split("\n")


@pytest.mark.parametrize(
    "begins",
    [
        "9月12日，", "12日，", "昨日", "今天", "前晚", "近日", "日前", "近期", "最近", "连日来", "本月",
        "上周", "【交通】", "[交通]",
    ],
)  # fmt: skip
def test_briefs_begin_alike(begins: str) -> None:
    found = divided(*REPORT, "简讯", f"{begins}北门大桥恢复通车。", f"{begins}图书馆延长开放。")
    assert sum(line.startswith("==") for line in found) == 3


@pytest.mark.parametrize("court", ["本院受理", "我院受理", "本庭受理"])
def test_a_court_addresses_whom_it_cannot_reach(court: str) -> None:
    notices = [f"{who}：{court}货款纠纷一案，请来领取判决书。" for who in ("冯守义", "望津市灯具厂")]
    assert kinds(*REPORT, "公告", *notices) == ["news", "other", "other"]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("老桥大修", f"本报讯（记者 沈一鸣）{BRIDGE}"), "news"),
        (("老桥大修", BRIDGE), "news"),
        (("老桥大修", "沈一鸣", BRIDGE), "other"),
        *(
            ((title, BRIDGE), "other")
            for title in (
                *("老桥更正", "读者来信", "老桥启事", "老桥声明", "老桥公告", "老桥致歉", "老桥招聘"),
                *("提示｜老桥大修", "老桥讣告", "老桥招领", "老桥鸣谢", "老桥感谢信", "老桥表扬", "老桥节目"),
                *("老桥灯谜", "老桥谜语", "老桥猜想", "老桥征稿", "社论：老桥", "老桥短评", "老桥的诗"),
                *("老桥献词", "老桥贺词", "老桥寄语"),
            )
        ),
    ],
)
def test_what_kind_an_article_is(lines: tuple[str, ...], kind: str) -> None:
    assert kinds(*lines)[0] == kind


@pytest.mark.parametrize("name", ["（包佳）", "贺大山", "一位家长", "柳湾小区居民 丁一舟"])
def test_who_signs_ends_the_text(name: str) -> None:
    found = divided("灯坏了", BRIDGE, name, "果农学拍照", f"本报讯（记者 丁一舟）{PEARS}")
    assert f"byline: {name}" in found
    assert found.index(f"byline: {name}") < found.index("title: 果农学拍照")


def test_a_short_text_before_a_photographer_is_a_caption_and_a_long_one_is_none() -> None:
    assert "caption: 老桥昨天封闭。" in divided(*REPORT, "老桥昨天封闭。 何远 摄")
    assert not any(line.startswith("caption: ") for line in divided(*REPORT, f"{BRIDGE}{PEARS} 何远 摄"))


@pytest.mark.parametrize("below", ["▲老桥昨天封闭。何远 摄", "（下转第3版）"])
def test_a_heading_is_no_broken_sentence_where_a_picture_or_a_turn_stands_below(below: str) -> None:
    found = divided(*REPORT, BRIDGE_MORE, "管理处的打算", below, PEARS)
    assert "管理处的打算" in "\n".join(found)
    assert not any("管理处的打算¦" in line or "管理处的打算▲" in line for line in found)


def test_a_document_is_one_article_with_all_its_text() -> None:
    page = page_of("甲桥\n\n乙桥\n")
    division = undivided(page)
    (article,) = division.articles
    assert (article.id, article.kind, [block.role for block in article.blocks]) == (
        "page#1",
        "other",
        ["paragraph"],
    )
    assert article.blocks[0].segments == ((0, len(page.text)),)
    assert division.furniture == ()
    assert undivided(page_of("")).articles == ()


OWN = [
    *(f"本{organ}将检修水管。" for organ in (
        "院", "公司", "单位", "局", "校", "厂", "所", "站", "馆", "会", "中心", "处", "店", "社", "报",
        "村", "厅",
    )),
    "我局将检修水管。", "水管检修，特此告知。", "水管检修，敬请留意。", "水管检修，恕不远送。",
    *(f"各{whom}：水管将要检修。" for whom in ("位居民", "单位", "乡镇", "部门", "科室", "用户")),
    "水管检修，谨此告知。", "水管检修，谨致歉意。", "水管检修，谨向大家致歉。", "水管检修，深表歉意。",
    *(f"水管检修，请到物业{what}。" for what in ("联系", "报名", "领取", "参加", "谅解", "认领", "周知")),
    "答复：水管将要检修。",
]  # fmt: skip
"""How an organ speaks of itself, or to whom."""


def signed_by(*above: str) -> bool:
    """Whether the name of an organ below a text, above another one, signs it."""
    found = divided("检修水管", *above, "河湾县水利局", "老桥旧事", BRIDGE)
    return "byline: 河湾县水利局" in found


@pytest.mark.parametrize("own", OWN)
def test_an_organ_signs_the_notice_in_which_it_speaks(own: str) -> None:
    assert signed_by(own)


@pytest.mark.parametrize("other", ["水管将要检修。", "大家都说水管该检修了。", "请局长讲话。"])
def test_it_does_not_sign_what_is_said_by_others(other: str) -> None:
    assert not signed_by(other)


@pytest.mark.parametrize("credit", ["何远 摄", "新华社发（何远摄）"])
def test_a_sentence_above_a_credit_is_its_caption(credit: str) -> None:
    assert "caption: 桥面加宽到九米。" in divided(*REPORT, "桥面加宽到九米。", credit, "老桥旧事", PEARS)


@pytest.mark.parametrize(
    "credit", ["本版照片 何远 摄", "本文照片 何远 摄", "本组照片 何远 摄", "（何远 摄）", "(何远 摄)"]
)
def test_a_credit_of_all_pictures_makes_no_caption(credit: str) -> None:
    found = divided(*REPORT, "桥面加宽到九米。", credit, "老桥旧事", PEARS)
    assert "caption: 桥面加宽到九米。" not in found


@pytest.mark.parametrize(
    "line",
    [
        *(f"{kind}链接：老桥" for kind in ("新闻", "相关", "知识", "背景", "延伸")),
        *("知识阅读：老桥", "背景阅读：老桥", "个人名片", "个人档案"),
    ],
)
def test_a_line_heads_a_box_of_facts(line: str) -> None:
    assert "box of facts" in at_line(borders((*ABOVE, line, PEARS)), line)[0]
