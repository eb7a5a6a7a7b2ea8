"""Properties that hold for every page, whatever stands on it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.shares import examples
from tests.text.sheets import SHEETS, read_sheet
from tests.text.showing import MARKUP, covered, page_of
from tui.model import Division
from tui.text.divide import divide

LINES = st.sampled_from(
    [
        "",
        "　　",
        "临江晚报",
        "2023年9月12日 星期二 第3版",
        "# 一条河的三十年",
        "## 治水",
        "**小标题**",
        "——治理纪实",
        "本报讯（记者 张三）今天上午，大桥通车。",
        "**本报讯（记者 张三）**今天，**某公司**成立。",
        "新华社北京4月5日电（记者 李四）记者5日获悉，",
        "　　第一段的开头没有写完，后面还",
        "有很多字。",
        "这是一个完整的句子。（下转第6版）",
        "（上接第1版）会议强调，要抓好落实。",
        "图为活动现场。 李四 摄",
        "本报记者 边磊 摄影报道",
        "本报记者 彭程 摄",
        "□本报记者 王路曼",
        "一、提高认识",
        "extreme ultra-",
        "violet light",
        "John",
        "Smith 说。",
        "广告",
        "登报咨询电话:63522410",
        "渡口的风比去年轻",
        "一只白鹭从对岸",
        "！",
        "”。",
        "****",
        "#",
        "> 引文",
        ">　引文",
    ]
)
BREAKS = st.sampled_from(["\n", "\r\n", "\n\n", "\n\n\n\n", "  \n", "\r"])
SET_LINES = st.sampled_from(
    sorted({line for path in SHEETS for line in read_sheet(path).text.split("\n") if line.strip()})
)
"""Lines of the sheets, in any order: what stands around a line is then never what it was made for."""
PAGES = st.one_of(
    st.lists(st.tuples(SET_LINES, BREAKS), max_size=30).map(lambda rows: "".join(a + b for a, b in rows)),
    st.lists(st.tuples(LINES, BREAKS), max_size=30).map(lambda rows: "".join(a + b for a, b in rows)),
    st.text(alphabet="中文，。“”（）#* \n\r\u3000ab-1版记者摄", max_size=120),
    st.text(max_size=60),
)


@pytest.mark.slow
@settings(max_examples=examples(400))
@given(PAGES)
@example("0000000，\n\n、\n广告\n0000000，\n晚报\n。\n\n！")
@example("0\n0。(下转0版\n0\n1")
def test_no_source_text_is_lost_or_shown_twice(text: str) -> None:
    page = page_of(text)
    counts = covered(page, divide(page))
    assert not [at for at, count in counts.items() if count > 1]
    lost = {text[at] for at in range(len(text)) if not counts[at] and not text[at].isspace()}
    assert lost <= MARKUP


@pytest.mark.slow
@settings(max_examples=examples(200))
@given(PAGES)
@example("GUANGHUI RIBAO\n大山里的“全科先生”\n100日元 4.91 4.95\n![](https://example.org/a.jpg)\n")
def test_articles_are_numbered_in_order_and_stand_apart(text: str) -> None:
    page = page_of(text)
    division = divide(page)
    assert [article.id for article in division.articles] == [
        f"page#{number}" for number in range(1, len(division.articles) + 1)
    ]
    starts = [article.start for article in division.articles]
    assert starts == sorted(starts)
    assert all(0 < article.confidence <= 1 and 0 < article.border <= 1 for article in division.articles)


@pytest.mark.slow
@settings(max_examples=examples(200))
@given(PAGES)
def test_blocks_begin_and_end_with_text(text: str) -> None:
    page = page_of(text)
    for article in divide(page).articles:
        for block in article.blocks:
            shown = "".join(text[a:b] for a, b in block.segments)
            assert shown == shown.strip()


def test_an_empty_page_has_no_article() -> None:
    for text in ("", "\n\n", "　　\r\n"):
        assert divide(page_of(text)) == Division(articles=())


def test_numbered_pictures_stay_together_though_each_is_signed() -> None:
    text = (
        "金大中会见来访的客人\n\n新华社汉城１月５日电（记者高浩荣）金大中今天会见客人。\n\n双城过新年（附图片２张）\n\n"
        "１、今年新年夜，城里礼花争艳。\n\n（新华社发）\n\n２、１月２日，一条水管发生爆裂。\n\n（新华社发）\n\n"
        "美国烟民上公堂\n\n据新华社１月２日电（记者吴月）一家公司本周付款。\n"
    )
    division = divide(page_of(text))
    starts = [text[article.start :][:4] for article in division.articles]
    assert starts == ["金大中会", "双城过新", "美国烟民"]
