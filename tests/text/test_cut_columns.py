"""Pages whose columns recognition gives in pieces: the rest of a sentence goes where the sentence stopped."""

import pytest

from tests.text.showing import covered, page_of
from tui.model import Article, surface
from tui.text.divide import divide

OTHER = "本报讯（记者孟川）城南夜市昨晚搬进新大棚，首日迎客三千人，摊主们忙到半夜。"
THIRD = "本报讯（记者韩石）新桥昨天通车，桥长二百米。"


def told(text: str) -> list[str]:
    """Return the paragraphs of each article, joined."""
    page = page_of(text)
    return [
        "".join(surface(page.text, block.segments) for block in article.blocks if block.role == "paragraph")
        for article in divide(page).articles
    ]


def cut(first: str, rest: str, last: str = "开工那天，村里来了四十个帮") -> str:
    """Return a page on which the first report stops, another stands below, and then how the first goes on."""
    return (
        f"## 渠水进了村\n\n本报讯（记者卢青）{first}\n\n## 夜市搬家\n\n{OTHER}\n\n{rest}\n\n"
        f"## 新桥通车\n\n{THIRD}\n\n{last}\n\n## 广场换灯\n\n{THIRD}"
    )


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("水渠全长十一里，今年投资1860", "万元，年底完工。老渠长拧开水闸，笑了。"),
        ("老渠长拧开水闸。“水到了门口，人心也", "亮堂了。”他说。"),
        ("老渠长拧开水闸，开闸的时辰由六时提前到五时", "，比往年早了一个时辰。"),
    ],
    ids=["a number and its unit", "a quotation", "a comma"],
)
def test_the_rest_of_a_sentence_goes_to_the_article_that_it_was_cut_from(first: str, rest: str) -> None:
    articles = told(cut(first, rest))
    assert articles[0] == first + rest
    assert articles[1] == OTHER.removeprefix("本报讯（记者孟川）")


def test_what_stands_below_the_rest_goes_with_it() -> None:
    rest = "万元，年底完工。\n\n渠成之后，一千亩旱田变成水田。"
    assert told(cut("水渠全长十一里，今年投资1860", rest))[0].endswith("旱田变成水田。")


def test_a_paragraph_that_may_begin_anew_stays_where_it_stands() -> None:
    rest = "夜市旁边新添了公交站，末班车开到十一点。"
    assert told(cut("水渠全长十一里，今年投资1860", rest))[1].endswith(rest)


def test_a_rest_that_would_go_on_in_two_texts_stays_where_it_stands() -> None:
    text = cut("水渠全长十一里，今年投资1860", "万元。") + "\n\n".join(
        ["", "今年春天，全市各处一共种树1200", "## 河堤加高", THIRD, "万株，绿了三座山。"]
    )
    text = text.replace("万元。\n\n", "", 1)
    assert not told(text)[0].endswith("三座山。")


def test_a_rest_below_text_that_stopped_itself_goes_on_in_that() -> None:
    first, rest = "水渠全长十一里，今年投资1860", "万元。"
    text = cut(first, f"夜市开张以来，摊主们的收入比去年同期多了三成，合计超过了900\n\n{rest}")
    assert told(text)[1].endswith("900万元。")


def test_every_code_point_stays_in_one_block_or_in_the_furniture() -> None:
    page = page_of(cut("水渠全长十一里，今年投资1860", "万元，年底完工。老渠长拧开水闸，笑了。"))
    counts = covered(page, divide(page))
    assert {counts[at] for at, letter in enumerate(page.text) if letter not in "#\n "} == {1}


def _ascends(article: Article) -> bool:
    return all(list(block.segments) == sorted(block.segments) and block.segments for block in article.blocks)


def test_a_block_of_two_pieces_has_its_ranges_in_the_order_of_the_file() -> None:
    page = page_of(cut("水渠全长十一里，今年投资1860", "万元，年底完工。"))
    first = divide(page).articles[0]
    assert _ascends(first)
    assert first.end > divide(page).articles[1].start
