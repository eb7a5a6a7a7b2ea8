"""Pages as text recognition and converters give them: each rule on invented text of its kind."""

import pytest

from tests.text.showing import page_of
from tui.model import Article, surface
from tui.text.divide import divide

TOLD = "昨天上午，河湾区的三百名志愿者走上街头，清扫落叶，擦洗护栏，忙到中午才散去。"
MORE = "下周起，这项活动每月举行一次，报名在各社区服务站办理。"


def titles(text: str) -> list[str | None]:
    """Return each article's title, None where it has none."""
    page = page_of(text)
    return [
        next((surface(page.text, block.segments) for block in article.blocks if block.role == "title"), None)
        for article in divide(page).articles
    ]


def roles(article: Article) -> list[str]:
    return [block.role for block in article.blocks]


def marked(*articles: tuple[str, str]) -> str:
    """Return a page with a marked title above each text."""
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in articles)


THREE = (
    ("河湾区开展清扫", f"本报讯（记者孟川）{TOLD}"),
    ("图书馆夜间开放", f"本报讯（记者卢青）{MORE}"),
    ("新桥通车", f"本报讯（记者韩石）{TOLD}"),
)


def test_on_a_page_that_marks_its_headlines_half_a_line_of_text_is_none() -> None:
    text = marked(*THREE) + "\n\n祖母坐在灶前添柴\n\n火，火光一闪一闪。" + MORE
    assert titles(text) == ["河湾区开展清扫", "图书馆夜间开放", "新桥通车"]


def test_a_line_of_who_wrote_and_photographed_is_a_byline_without_blanks_too() -> None:
    text = f"{marked(*THREE)}\n\n## 山里的放映员\n\n本报记者秦一鸣文/图\n\n{TOLD}"
    (*_, last) = divide(page_of(text)).articles
    assert roles(last) == ["title", "byline", "paragraph"]


@pytest.mark.parametrize(
    "folio",
    [
        "星期三要闻B03版责编程果版式安宁",
        "文化·体育A07",
        "2033年7月20日国际·体育A06",
        "2033年6月3日 星期二 要闻 AO2版 责编安宁 ”版式程果",
        "2033年11月5日 ”第4版 民生",
    ],
)
def test_the_words_of_a_folio_are_furniture_with_strays_and_without_blanks(folio: str) -> None:
    (article,) = divide(page_of(f"{folio}\n\n河湾区开展清扫\n\n本报讯（记者孟川）{TOLD}")).articles
    assert roles(article) == ["title", "byline", "paragraph"]


def test_a_headline_glued_to_the_paragraph_above_a_report_is_parted() -> None:
    text = f"河湾区开展清扫\n\n本报讯（记者孟川）{TOLD}{MORE}城南夜市搬进新大棚\n\n据新华社电{TOLD}"
    assert titles(text) == ["河湾区开展清扫", "城南夜市搬进新大棚"]


def test_a_headline_glued_to_a_photographers_name_is_parted_above_a_byline() -> None:
    glued = "志愿者在擦洗护栏，准备迎接秋天。韩小川摄夜市搬进大棚"
    text = f"河湾区开展清扫\n\n本报讯（记者孟川）{TOLD}\n\n{glued}\n\n本报记者卢青\n\n{MORE}"
    assert titles(text)[-1] == "夜市搬进大棚"


def test_a_paragraph_that_ends_above_a_report_is_not_cut() -> None:
    text = f"河湾区开展清扫\n\n本报讯（记者孟川）{TOLD}{MORE}\n\n据新华社电{TOLD}"
    assert None not in titles(text)[:1]
    assert "".join(titles(text)[0] or "") == "河湾区开展清扫"


def test_a_headline_with_a_misread_stop_is_one_where_a_report_opens_below() -> None:
    assert titles(f"五百人领到“就业卡，\n\n本报讯（记者孟川）{TOLD}") == ["五百人领到“就业卡，"]


def test_the_name_of_a_column_of_briefs_heads_what_stands_below() -> None:
    text = f"{marked(*THREE)}\n\n## 一句话新闻\n\n河湾区新添公交线路两条。\n\n城南菜场昨天重新开张。"
    assert titles(text)[-1] == "一句话新闻"


def test_a_piece_of_the_opening_does_not_begin_another_report() -> None:
    text = f"首趟班列抵达\n\n新华社河湾6月1日电上。\n\n（记者冯石）{TOLD}"
    assert len(divide(page_of(text)).articles) == 1


def test_a_boxed_hint_with_points_is_an_article() -> None:
    box = "小贴士：垃圾怎样分类\n\n一、厨余要沥干水分。\n\n二、电池单独投放。"
    text = f"河湾区开展清扫\n\n本报讯（记者孟川）{TOLD}\n\n{box}"
    assert titles(text)[-1] == "小贴士：垃圾怎样分类"


def test_lost_papers_are_furniture() -> None:
    text = f"河湾区开展清扫\n\n本报讯（记者孟川）{TOLD}\n\n遗失声明河湾区望月面馆遗失营业执照副本，声明作废。"
    assert len(divide(page_of(text)).furniture) == 1


SIGNED = (
    "秋声\n\n{0}\n\n（田禾）\n\n旧伞\n\n{1}\n\n（林晓）\n\n石桥\n\n{0}\n\n戈一刀\n\n水井\n\n{1}\n\n（何苇）"
)


def test_where_texts_are_signed_at_their_end_a_pen_name_closes_its_text() -> None:
    assert titles(SIGNED.format(TOLD, MORE)) == ["秋声", "旧伞", "石桥", "水井"]


def test_an_answer_that_names_who_signed_the_letter_goes_on_with_it() -> None:
    text = f"读者信箱\n\n孩子不肯吃饭\n\n{TOLD}\n\n着急的妈妈\n\n着急的妈妈：{MORE}"
    (article,) = divide(page_of(text)).articles
    assert roles(article)[-3:] == ["paragraph", "byline", "paragraph"]


def test_an_article_that_breaks_off_is_not_certain() -> None:
    whole = divide(page_of(marked(*THREE))).articles
    broken = divide(page_of(marked(*THREE).replace("才散去。", "才", 1))).articles
    assert whole[0].confidence >= 0.9 > broken[0].confidence
    assert broken[1].confidence >= 0.9


def test_pieces_of_sentences_make_the_whole_page_doubtful() -> None:
    text = marked(*THREE).replace("才散去。", "才", 1).replace("服务站办理。", "服务", 1)
    assert all(article.confidence < 0.9 for article in divide(page_of(text)).articles)


def test_a_report_without_a_headline_is_not_certain() -> None:
    text = f"{marked(*THREE)}\n\n本报讯（记者齐真）{MORE}"
    (*_, last) = divide(page_of(text)).articles
    assert last.confidence < 0.9
