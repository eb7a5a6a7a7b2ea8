"""Columns of recognised pages: their width, headlines as wide, verse and tables between them."""

import pytest

from tests.text.showing import page_of
from tests.text.test_recognised import MORE, THREE, TOLD, marked, roles, titles
from tui.model import surface
from tui.text.divide import divide

WIDE = 13


def column(*paragraphs: str, indent: int = 2, width: int = WIDE) -> str:
    """Return paragraphs as recognition gives a column: a line each, without the blanks of first lines."""
    lines: list[str] = []
    for text in paragraphs:
        lines.append(text[: width - indent])
        lines += [text[at : at + width] for at in range(width - indent, len(text), width)]
    return "\n".join(lines)


BATHS = (
    "入夏以来市疾控中心抽检了二十二家泳池，合格的有十九家，三家的余氯偏低，已经责令整改。",
    "池水不是天天更换，而是靠循环过滤，去游泳的市民可以看公示牌上写的水质数据再下水。",
)
ORCHARD = (
    "一斤桃子超市卖七块九，小区门口的三轮车上只卖三块五，记者跟着果农蔡大姐走了一趟路。",
    "摘果分拣装筐，蔡大姐家六口人忙到凌晨四点半，车开了五十分钟进城，油钱只花了三十元。",
    "城管部门回应说，今年已在三十六个小区外划出了自产自销区，早晨五点到九点免费使用着。",
)


def paragraphs(text: str) -> list[list[str]]:
    """Return the paragraphs of each article."""
    page = page_of(text)
    return [
        [surface(page.text, block.segments) for block in article.blocks if block.role == "paragraph"]
        for article in divide(page).articles
    ]


@pytest.mark.parametrize(
    "headline", ["小区门口桃子为何便宜一半呢", "门口的桃子，为何便宜一半", "桃子为何便宜"]
)
def test_a_headline_as_wide_as_its_column_stands_alone_below_who_wrote_the_text_above(headline: str) -> None:
    text = f"泳池多久换水\n{column(*BATHS)}\n（纪小舟）\n{headline}\n{column(*ORCHARD)}\n本报记者 丁香"
    assert titles(text) == ["泳池多久换水", headline]
    assert paragraphs(text) == [list(BATHS), list(ORCHARD)]


def test_whom_a_letter_addresses_parts_it_from_its_headline() -> None:
    letter = f"家门口的早市能不能晚撤一会\n方编辑：\n{column(*BATHS)}\n江南新苑 甘露"
    text = f"桃子为何便宜\n{column(*ORCHARD)}\n本报记者 丁香\n{letter}"
    assert titles(text) == ["桃子为何便宜", "家门口的早市能不能晚撤一会"]


def flush(width: int, *texts: str) -> str:
    return column(*texts, indent=0, width=width)


def test_columns_of_several_widths_that_do_not_indent_are_read_as_columns() -> None:
    text = (
        f"泳池多久换水\n{flush(10, *BATHS)}\n通讯员 卢青\n桃子为何便宜一半\n{flush(14, *ORCHARD)}\n迟墨\n"
        f"渠水进村\n{flush(11, *BATHS, *ORCHARD)}\n（魏小海）"
    )
    assert titles(text) == ["泳池多久换水", "桃子为何便宜一半", "渠水进村"]
    assert paragraphs(text)[1][: len(ORCHARD)] == list(ORCHARD)


def test_verse_between_columns_stays_lines() -> None:
    verse = "船还没有来\n芦花已经白了\n我数着水上的光\n像数一个人的年岁\n风把对岸吹近\n又轻轻推远"
    text = f"桃子为何便宜\n{column(*ORCHARD)}\n在渡口\n杭苇\n{verse}\n半碟咸菜\n庄小栗\n{column(*BATHS)}"
    assert [len(told) for told in paragraphs(text)][1:] == [6, 2]


def test_three_lines_of_a_sentence_are_no_verse() -> None:
    maxim = "法谚一则\n迟来的正义，是打了折的正\n义。"
    text = f"桃子为何便宜\n{column(*ORCHARD)}\n{maxim}\n法官的年夜饭\n本报记者 丁香\n{column(*BATHS)}"
    assert "迟来的正义，是打了折的正义。" in [told for one in paragraphs(text) for told in one]


def test_the_name_of_a_column_of_briefs_without_bullets_begins_an_article() -> None:
    text = f"{marked(*THREE)}\n\n地方短波\n\n港东小学举行校庆。\n\n图书馆募集童书。"
    assert titles(text)[-1] == "地方短波"


def test_who_wrote_and_photographed_stands_below_a_headline_of_its_own() -> None:
    text = f"{marked(*THREE)}\n\n## 老街上的修表匠\n\n辛迪 文/图\n\n{TOLD}\n\n{MORE}"
    assert titles(text)[-1] == "老街上的修表匠"


CELLS = "名次\n队名\n积分\n1\n南浦\n15\n2\n临江\n14\n3\n海州\n13"


def test_cells_of_a_table_that_stand_a_line_each_are_rows_below_its_title() -> None:
    text = f"{marked(*THREE)}\n\n## 积分榜\n\n{CELLS}\n\n## 赛道改了四处\n\n{TOLD}"
    assert titles(text)[-2:] == ["积分榜", "赛道改了四处"]
    assert [len(told) for told in paragraphs(text)][-2:] == [12, 1]


def test_the_first_line_of_cells_without_a_marked_title_is_their_title() -> None:
    text = f"桃子为何便宜\n{column(*ORCHARD)}\n本报记者 丁香\n积分榜\n{CELLS}"
    assert titles(text) == ["桃子为何便宜", "积分榜"]


@pytest.mark.parametrize("corner", ["责任编辑", "图片编辑 康宁", "影像12", "第4版 县乡"])
def test_who_made_a_page_and_its_number_are_furniture_at_its_head(corner: str) -> None:
    text = f"汶河日报\n\n2027年3月16日\n\n{corner}\n\n## 新桥通车\n\n本报讯（记者孟川）{TOLD}"
    assert roles(divide(page_of(text)).articles[0]) == ["title", "byline", "paragraph"]


@pytest.mark.parametrize("names", ["本报记者单一鸣通讯\n员马向荣", "本报通讯员\n路平"])
def test_names_of_reporters_that_a_column_breaks_are_one_byline(names: str) -> None:
    text = f"桃子为何便宜\n{column(*ORCHARD)}\n（纪小舟）\n新桥通车\n{names}\n{column(*BATHS)}"
    (*_, article) = divide(page_of(text)).articles
    assert roles(article) == ["title", "byline", "paragraph", "paragraph"]


def test_columns_with_a_blank_line_between_all_their_lines_are_columns_too() -> None:
    text = (
        f"泳池多久换水\n{flush(10, *BATHS)}\n通讯员 卢青\n桃子为何便宜一半\n{flush(14, *ORCHARD)}\n迟墨\n"
        f"渠水进村\n{flush(11, *BATHS, *ORCHARD)}\n（魏小海）"
    )
    assert titles(text.replace("\n", "\n\n")) == ["泳池多久换水", "桃子为何便宜一半", "渠水进村"]


def test_a_headline_with_a_comma_above_whom_a_letter_addresses_is_none_of_its_text() -> None:
    letter = f"自习座位，占了不坐怎么办\n方编辑：\n{column(*BATHS)}\n考生 易安"
    text = f"桃子为何便宜\n{column(*ORCHARD)}\n本报记者 丁香\n{letter}"
    assert titles(text)[-1] == "自习座位，占了不坐怎么办"


def test_one_character_above_a_text_is_the_heading_of_its_part() -> None:
    text = f"读书札记三则\n本报记者 丁香\n{column(*ORCHARD)}\n空\n{column(*BATHS)}"
    assert titles(text) == ["读书札记三则"]


def test_verse_glued_to_one_line_between_two_marked_headlines_belongs_to_the_first() -> None:
    verse = "杭苇船还没有来芦花已经白了我数着水上的光像数一个人的年岁风把对岸吹近"
    text = f"{marked(*THREE)}\n\n## 在渡口\n\n{verse}\n\n## 半碟咸菜\n\n{TOLD}"
    assert titles(text)[-2:] == ["在渡口", "半碟咸菜"]


@pytest.mark.parametrize(
    "lines", [("电单车失事青年伤重", "不治"), ("今年高考报名人数", "16842人"), ("旅客发送量比去年", "增一成")]
)
def test_a_few_characters_marked_as_the_line_above_are_the_rest_of_its_headline(
    lines: tuple[str, str],
) -> None:
    one, other = lines
    assert (
        titles(f"{marked(*THREE)}\n\n## {one}\n\n## {other}\n\n本报讯（记者孟川）{TOLD}")[-1] == one + other
    )


@pytest.mark.parametrize("lines", [("# 物业费降了", "## 0.11元"), ("小学门口装上“智慧斑", "## 马线”")])
def test_a_number_or_the_rest_of_a_quotation_goes_on_though_it_is_marked_otherwise(
    lines: tuple[str, str],
) -> None:
    one, other = lines
    text = f"{marked(*THREE)}\n\n{one}\n\n{other}\n\n本报讯（记者孟川）{TOLD}"
    assert titles(text)[-1] == one.strip("# ") + other.strip("# ")


def test_a_title_that_stands_for_itself_is_not_the_rest_of_the_one_above() -> None:
    text = f"{marked(*THREE)}\n\n## 夜市搬进新大棚\n\n## 更正\n\n{TOLD}"
    assert titles(text)[-1] == "更正"


def test_the_name_of_a_paper_with_that_of_its_page_is_furniture() -> None:
    text = f"# 西陵日报·周末副刊\n\n2027年9月18日\n\n## 屋檐下的秋天\n\n□田垄\n\n{TOLD}"
    assert titles(text) == ["屋檐下的秋天"]


def test_the_broken_lines_of_an_index_are_furniture() -> None:
    index = "导读\n春节期间公园免\n费开放2版\n今夜看灯何处去\n7版"
    page = page_of(f"新桥通车\n\n本报讯（记者孟川）{TOLD}\n\n{index}\n\n夜市搬家\n\n本报讯（记者韩石）{MORE}")
    division = divide(page)
    assert "".join(page.text[start:end] for start, end in division.furniture) == index.replace("\n", "")
    assert len(division.articles) == 2


def test_an_advertisement_that_was_read_with_its_address_is_furniture() -> None:
    page = page_of(f"{marked(*THREE)}\n\n福满楼酒店承办婚宴订座电话8765432地址：解放路18号")
    assert len(divide(page).furniture) == 1


def test_lines_of_who_says_what_are_no_headlines() -> None:
    said = "幸福路孔先生：灯太短，走到一半就变\n\n网友“大麦茶”：盲道占满了，谁来挪"
    text = f"{marked(*THREE)}\n\n## 三言两语\n\n{said}\n\n## 夜市搬家\n\n{TOLD}"
    assert titles(text)[-2:] == ["三言两语", "夜市搬家"]
