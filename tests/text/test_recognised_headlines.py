"""Headlines and bylines as recognition breaks and misreads them."""

import pytest

from tests.text.showing import page_of
from tests.text.test_recognised import MORE, THREE, TOLD, marked, roles, titles
from tui.model import surface
from tui.text.divide import divide
from tui.text.page_units import page_units


@pytest.mark.parametrize("break_", ["\n", "\n\n"], ids=["below", "a blank line between"])
def test_a_reporters_name_on_a_line_of_its_own_is_part_of_the_byline(break_: str) -> None:
    (article,) = divide(page_of(f"老站长的日记\n\n本报记者{break_}石榴\n\n{TOLD}\n\n{MORE}")).articles
    assert roles(article) == ["title", "byline", "paragraph", "paragraph"]


def test_a_reporter_without_a_name_is_a_byline() -> None:
    (article,) = divide(page_of(f"最后一间凉茶铺\n\n本报记者\n\n{TOLD}\n\n{MORE}")).articles
    assert roles(article) == ["title", "byline", "paragraph", "paragraph"]


def test_an_address_below_the_word_that_announces_it_is_furniture() -> None:
    page = page_of(f"征稿启事\n{TOLD}\n投稿信箱：\nwanxia@fukan.example")
    division = divide(page)
    assert [page.text[start:end] for start, end in division.furniture] == ["投稿信箱：\nwanxia@fukan.example"]


@pytest.mark.parametrize("opened", ["〈(", "《", "（", "《 "])
def test_a_misread_bracket_opens_a_reporters_name(opened: str) -> None:
    page = page_of(f"新桥通车\n\n本报讯{opened}记者 车千里 ) {TOLD}")
    (article,) = divide(page).articles
    assert roles(article) == ["title", "byline", "paragraph"]
    assert surface(page.text, article.blocks[-1].segments) == TOLD


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


def test_text_that_was_cut_above_a_headline_is_not_its_kicker() -> None:
    text = f"{CUT}市总工会党组成员、副主席叶\n\n小发明省下大电费\n\n本报记者 于飞\n\n{TOLD}"
    (*_, last) = divide(page_of(text)).articles
    assert titles(text)[-1] == "小发明省下大电费"
    assert "kicker" not in roles(last)


def test_two_clauses_of_one_length_above_a_headline_are_its_kicker() -> None:
    text = f"{CUT}关爱小哥，情暖驿站\n\n新桥两端添了驿站\n\n本报记者 于飞\n\n{TOLD}"
    (*_, last) = divide(page_of(text)).articles
    assert roles(last)[:2] == ["kicker", "title"]


def test_a_headline_behind_a_photographer_with_a_rare_name_is_parted() -> None:
    glued = "工人在检修换热站设备。寒江雪摄蓝马甲巡河九年"
    text = f"河湾区开展清扫\n\n本报讯（记者孟川）{TOLD}\n\n{glued}\n\n本报记者卢青\n\n{MORE}"
    assert titles(text)[-1] == "蓝马甲巡河九年"


@pytest.mark.parametrize("name", ["本报记者”申报", "南街”柳青", "□水生", "口 水生", "城东 纺织女工 郁小兰"])
def test_a_quotation_mark_for_a_blank_and_a_square_do_not_hide_a_name(name: str) -> None:
    text = f"老戏台要塌了\n\n{TOLD}\n\n{name}\n\n新桥通车\n\n本报讯（记者韩石）{MORE}"
    first, _ = divide(page_of(text)).articles
    assert roles(first)[-1] == "byline"


def test_a_bracket_of_two_widths_is_closed() -> None:
    text = f"一碗炒米\n\n本报讯（记者孟川）{TOLD}\n\n大河湾（27)\n\n宗平\n\n{TOLD}{MORE}"
    assert titles(text)[-1] == "大河湾（27)"


def test_narrow_lines_in_which_a_sentence_begins_are_no_verse() -> None:
    prose = "没有智能手机，坐了半天才走\n店家省了人工，丢了人情。留一本\n纸菜单，花不了几个钱\n南街小店"
    page = page_of(f"城南夜市搬家\n{TOLD}\n{prose}")
    assert not any(unit.verse for unit in page_units(page.text).units)


def test_a_headline_on_codes_that_are_paid_with_is_no_button() -> None:
    assert titles(f"扫码点菜别忘了老人\n\n{TOLD}\n\n{MORE}") == ["扫码点菜别忘了老人"]


def test_on_a_page_that_marks_headlines_one_without_a_mark_below_a_signed_text_is_one_too() -> None:
    signed = f"## 站牌少了末班时间\n\n{TOLD}\n\n城东 纺织女工 郁小兰\n\n公交公司：月底前补齐\n\n{MORE}"
    assert titles(f"{marked(*THREE)}\n\n{signed}")[-2:] == ["站牌少了末班时间", "公交公司：月底前补齐"]


def test_an_advertisement_glued_to_its_label_is_furniture() -> None:
    advert = "广告云榆市公共资源交易中心迁\n\n址公告本中心迁至望河\n\n联系电话：0000-6123456"
    assert len(titles(f"{marked(*THREE)}\n\n{advert}")) == len(THREE)


COLUMN = (
    "首趟班列抵达\n\n本报讯（记者冯石）满载五十二个集装\n箱亚麻籽的班列昨天驶入陆港，用时\n"
    "十一天，比海运缩短了二十天以上，\n货运公司的总经理阿力说，今年打算\n\n"
)


def test_a_short_line_between_blank_lines_is_no_line_of_the_column_above() -> None:
    weather = "今日天气\n\n多云转阵雨，东南风三到四级，最高\n气温二十九度，最低气温二十一度，\n湿度六成半。"
    assert titles(COLUMN + weather) == ["首趟班列抵达", "今日天气"]


def narrow(paragraph: str) -> str:
    """Return a paragraph as recognition gives it in a column of 16 characters: its indentation is lost."""
    rest = [paragraph[at : at + 16] for at in range(14, len(paragraph), 16)]
    return "\n".join([paragraph[:14], *rest])


LOGISTICS = (
    "去年以来沙柳县快递进出港量两千三百多万件，其中发往乡村的八百零四万件，占了三成还多。",
    "变化来自县里的一张共享的网：五家快递公司的下乡线路合成九条，货车由三十一辆减为十四辆。",
    "在白杨镇的分拣中心里，传送带每小时处理包裹四千多件，返程的车不再空驶，装的是红枣和小米。",
    "网点要活下去靠的不只是派费，全县一百七十三个村级站点叠加了电商和代缴费，收入多了三成。",
)


def test_a_reporters_name_inside_a_sentence_of_a_column_ends_no_article() -> None:
    lines = "\n".join(map(narrow, LOGISTICS)).split("\n")
    told = "\n".join([*lines[:5], "本刊记者洪小满", *lines[5:]])
    text = f"县域物流怎样跑通\n{told}\n老粮仓变身书房\n本刊讯（记者石榴红）{narrow(TOLD)}"
    assert titles(text) == ["县域物流怎样跑通", "老粮仓变身书房"]
