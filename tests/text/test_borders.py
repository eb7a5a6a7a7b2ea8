"""Where articles begin that no report's opening tells, each kind on an invented page of its own."""

import pytest

from tests.text.showing import page_of
from tui.model import Division, surface
from tui.text.divide import divide
from tui.text.titles import headline_of
from tui.text.votes import SWITCH, choose, probability

BRIDGE = (
    "青石河上的老桥昨天封闭大修，桥面将加宽到九米，两侧各设人行道。施工队先拆除了旧栏杆，再用千斤顶托起桥身，更换已经锈蚀的支座。"
    "据管理处介绍，老桥每天通行车辆八千辆，封闭期间车辆须绕行下游的新桥，工期预计七十天。桥头立了绕行示意图，志愿者整天守在路口。"
)
BRIDGE_MORE = (
    "老桥建于六十年前，曾三次加固。管理处说，这次大修更换支座四十八个，加宽桥面的钢梁在工厂预制，夜间吊装，尽量少占用白天的时间。"
    "大修完成后，老桥的限载将由十吨提高到三十吨，公交车也能从桥上通过。"
)
PEARS = (
    "万家坡的秋梨今年丰收，果农却发愁卖不出去。合作社请来电商讲师，教大家拍照片、写标题、打包装，一个月卖出三万箱。"
    "讲师说，果子甜不甜，镜头里看不见，要把切开的果肉和滴下来的汁水拍给人看。冷库也连夜腾出了位置，错过采摘期的梨不再烂在树上。"
)


def heads(text: str) -> list[str | None]:
    """Return the headline of each article of a page."""
    page = page_of(text)
    return [headline_of(page, article) for article in divide(page).articles]


def blocks(text: str) -> list[list[tuple[str, str]]]:
    page = page_of(text)
    return [
        [(block.role, surface(text, block.segments)) for block in article.blocks]
        for article in divide(page).articles
    ]


def set_(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


def test_a_headline_over_a_text_that_shares_no_word_with_the_one_above_begins_an_article() -> None:
    text = set_("老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}", BRIDGE_MORE, "果农学拍照", PEARS)
    assert heads(text) == ["老桥封闭大修", "果农学拍照"]


def test_a_heading_over_more_of_the_same_stays_in_its_article() -> None:
    text = set_("老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}", "管理处的打算", BRIDGE_MORE)
    assert heads(text) == ["老桥封闭大修"]


def test_words_never_speak_against_numbers() -> None:
    text = set_("老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}", "二、果农学拍照", PEARS)
    assert heads(text) == ["老桥封闭大修"]


def test_nor_against_the_levels_of_mark_up() -> None:
    text = set_("# 老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}", "## 果农学拍照", PEARS)
    assert heads(text) == ["老桥封闭大修"]


def test_a_second_dispatch_stays_with_the_headline_above_it() -> None:
    second = (
        "据新华社南浦5月12日电（记者 丁一舟）老桥大修的设计者说，桥面加宽后老桥的支座要多承受一倍的重量。"
    )
    text = set_("老桥封闭大修", f"新华社望津5月11日电（记者 沈一鸣）{BRIDGE}", second)
    assert heads(text) == ["老桥封闭大修"]


def test_a_dispatch_on_something_else_does_not() -> None:
    text = set_("老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}", f"本报讯（记者 丁一舟）{PEARS}")
    assert heads(text) == ["老桥封闭大修", None]


def test_briefs_that_the_paper_signs_are_articles_without_a_headline() -> None:
    briefs = ("两国元首2日互致贺电。（本报专电）", "邻国南部发生山洪，三座桥梁被毁。（本报专电）")
    text = set_("机场通航", "本报云台4月2日电（记者 路遥知）云台机场今天通航，首航班机平稳降落。", *briefs)
    assert heads(text) == ["机场通航", None, None]


@pytest.mark.parametrize(
    "line",
    [
        "寻呼：64360000呼8283",
        "来信请寄：望津市解放路12号群众工作部",
        "本栏编辑电话：6436000转302",
        "<PAGE_DIV>",
        "- 12 -",
        "上一页 1 2 3 下一页",
        "第3页",
    ],
)
def test_what_stands_between_two_articles_is_no_kicker(line: str) -> None:
    text = set_(
        "老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}", line, "小店为何关门", "宗平", "街角的小店关了。"
    )
    assert heads(text) == ["老桥封闭大修", "小店为何关门"]
    assert (line,) not in [tuple(text for _, text in article) for article in blocks(text)]
    assert line in _furniture(text)


def _furniture(text: str) -> list[str]:
    division: Division = divide(page_of(text))
    return [text[start:end] for start, end in division.furniture]


def test_the_mark_of_a_converter_ends_no_sentence_and_is_no_text() -> None:
    text = set_("# 县里开会", "会议通报了去年的损失，部署今年工作。<PAGE_DIV> ", "会议指出，雨季来得早。")
    assert blocks(text) == [
        [
            ("title", "县里开会"),
            ("paragraph", "会议通报了去年的损失，部署今年工作。"),
            ("paragraph", "会议指出，雨季来得早。"),
        ]
    ]


def test_a_caption_with_a_comma_is_taken_out_of_the_sentence() -> None:
    text = set_(
        "大棚里结出致富果",
        "本报讯（记者 沈一鸣）入夏以来，每天有二十多吨西红柿由冷链车",
        "村民在分拣西红柿，准备装车外运",
        "送往邻近的三座城市。",
    )
    assert ("caption", "村民在分拣西红柿，准备装车外运") in blocks(text)[0]
    assert ("paragraph", "入夏以来，每天有二十多吨西红柿由冷链车送往邻近的三座城市。") in blocks(text)[0]


def test_a_caption_right_below_the_byline_does_not_close_the_article() -> None:
    text = set_("咖啡园里的早晨", "本报特派记者 沈一鸣", "压题照片为河湾咖啡园。（本报河湾电）", BRIDGE)
    assert heads(text) == ["咖啡园里的早晨"]


def test_a_signature_in_brackets_is_not_the_next_kicker() -> None:
    text = set_("灯坏了", f"{BRIDGE}", "（柳湾小区 一居民）", "椅子太少", f"{PEARS}", "（退休教师 田玉成）")
    assert [article[0] for article in blocks(text)] == [("title", "灯坏了"), ("title", "椅子太少")]
    assert [article[-1][0] for article in blocks(text)] == ["byline", "byline"]


def test_a_wide_gap_is_a_vote_for_a_border() -> None:
    above = f"文化站落成\n\n{BRIDGE[:60]}。\n\n{BRIDGE_MORE[:40]}。"
    near = f"{above}\n\n冷库帮了忙\n\n镇上新建的冷库可存梨三千吨。\n"
    assert heads(near.replace("\n\n冷库帮", "\n\n\n\n冷库帮")) == ["文化站落成", "冷库帮了忙"]


def test_an_article_without_a_headline_has_none() -> None:
    assert heads(f"本报讯（记者 沈一鸣）{BRIDGE}\n") == [None]


def test_neighbours_of_a_run_tend_to_be_alike() -> None:
    alone, among = choose([-0.2])[0], choose([3.0, -0.2, 3.0])[1]
    assert alone == pytest.approx(probability(-0.2))
    assert among > 0.5 > alone
    assert choose([3.0, -0.2, 3.0], switch=0.0)[1] == pytest.approx(alone)
    assert SWITCH > 0
