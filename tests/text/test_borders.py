"""Where articles begin that no report's opening tells, each kind on an invented page of its own."""

import pytest

from tests.text.showing import page_of
from tui.model import Division, surface
from tui.text.article_above import Article
from tui.text.borders import Borders
from tui.text.divide import divide
from tui.text.page_units import page_units
from tui.text.titles import headline_of
from tui.text.votes import VOTES, probability

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
    short = "据新华社南汀5月12日电　南汀国北部山区凌晨发生滑坡，埋没民房四十余间，救援人员正在搜寻失踪者。"
    told = "青石河上的老桥昨天封闭大修，桥面将加宽到九米，两侧各设人行道。"
    text = set_("老桥封闭大修", f"新华社望津5月12日电（记者 沈一鸣）{told}", short)
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


def test_below_a_heading_a_line_is_rather_another_heading() -> None:
    lines = ("管理处的打算", BRIDGE_MORE, "桥头的小店", "桥头有十一家小店，店主盼着通车。")
    assert heads(set_("老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}", *lines)) == ["老桥封闭大修"]
    alone = set_("老桥封闭大修", BRIDGE, "果农学拍照", PEARS, *lines[2:])
    assert heads(alone) == ["老桥封闭大修", "果农学拍照", "桥头的小店"]


def test_a_name_that_comes_again_keeps_a_line_in_the_article_above() -> None:
    told = "{}每天骑车去巡河，一走就是四十里，捡起的渔网堆满了半间屋子，谁劝也不听。"
    page = "护河的人\n\n本报记者 沈一鸣\n\n" + told.format("李长水") + "\n\n不怕麻烦\n\n{}把账本摊在桌上。\n"
    assert _begins(page.format("李长水"), "不怕麻烦") < _begins(page.format("贺兰山"), "不怕麻烦")


def test_a_page_of_short_pieces_goes_on_with_short_pieces() -> None:
    text = set_(
        "茶亭", "几位老人坐在村口。", "石磨", "豆腐坊搬走了。", "水井", "绳子断过三回。", "老树", "夏天凉。"
    )
    starts = {text.index(line) for line in ("茶亭", "石磨", "水井", "老树")}
    found = [evidence["pieces above"] for evidence, _ in Borders(page_units(text)).decided(starts)]
    assert found == pytest.approx([1 / 3, 2 / 3, 1])
    assert VOTES["pieces above"] > 0


def test_votes_alone_make_nothing_certain() -> None:
    assert probability(100.0) < 0.99 < probability(100.0) + 0.002
    assert probability(-100.0) == pytest.approx(1 - probability(100.0))


def test_what_is_learned_from_stands_below_the_articles_that_are_known() -> None:
    text = set_(
        "老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}", "管理处的打算", BRIDGE_MORE, "果农学拍照", PEARS
    )
    borders = Borders(page_units(text))
    known = [evidence["heading above"] for evidence, _ in borders.decided({0, text.index("果农学")})]
    other = [evidence["heading above"] for evidence, _ in borders.decided({0, text.index("管理处的")})]
    assert known == [0.0, 1.0]
    assert other == [0.0, 0.0]


def _begins(text: str, line: str) -> float:
    """Return the probability that an article begins at a line of a page."""
    lookahead = page_units(text)
    at = next(number for number, unit in enumerate(lookahead.units) if unit.text == line)
    return Borders(lookahead).begins[at]


@pytest.mark.parametrize(
    "signature",
    ["（宝华）", "观众 贺大山", "一位母亲", "城西居民 骆先生"],
    ids=["brackets", "viewer", "mother", "resident"],
)
def test_who_signs_ends_a_text_whatever_stands_below(signature: str) -> None:
    text = set_("灯坏了", BRIDGE, signature, "编者答复：" + BRIDGE_MORE[:60])
    assert ("byline", signature) in blocks(text)[0]


@pytest.mark.parametrize("line", ["＊＊＊", "夕阳红 第三版", "教育 本版编辑 江月"])
def test_rules_and_names_of_pages_are_furniture(line: str) -> None:
    assert line in _furniture(set_(line, "老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}"))


def test_two_reporters_whose_names_run_together_are_a_byline() -> None:
    text = set_("交警带头人", "本报记者王锦鹄毛磊", BRIDGE)
    assert ("byline", "本报记者王锦鹄毛磊") in blocks(text)[0]


def test_a_sentence_that_trails_off_is_no_headline() -> None:
    last = "生活在延续，他们仍在做着平凡的事……"
    text = set_(
        "老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}", last, "果农学拍照", f"本报讯（记者 丁一舟）{PEARS}"
    )
    assert heads(text) == ["老桥封闭大修", "果农学拍照"]


@pytest.mark.parametrize(
    ("above", "line", "expected"),
    [(2, 1, 1.0), (2, 2, 1.0), (1, 2, 1.0), (2, 3, 0.0), (1, 3, 0.0), (0, 3, 0.3), (2, 0, 0.3), (0, 0, 0.3)],
)
def test_a_line_of_the_level_of_titles_or_not_below_the_title_above_begins_an_article(
    above: int, line: int, expected: float
) -> None:
    page = page_units(set_("## 老桥封闭大修", f"本报讯（记者 沈一鸣）{BRIDGE}", "### 桥上", BRIDGE_MORE))
    borders = Borders(page, VOTES)
    assert borders._marked(Article(0, level=above), Article(2, level=line), 0.3) == expected
