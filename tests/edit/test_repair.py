"""A page's division is repaired line by line; nothing is lost, and one step takes it back."""

import pytest

from tests.edit.test_correct import PAGE, opened, shown
from tui.edit.repair import BeginArticle, ConfirmDivision, MarkLine, SetReads, is_confirmed, same_misreadings
from tui.errors import ChangeError

FUSED = """大棚丰收

本报讯（记者 张三）入夏以来，西红柿由冷链车

村民在分拣西红柿，准备外运。

送往邻近的城市。
"""


def test_an_article_begins_here_and_the_line_is_its_title() -> None:
    document = opened()
    at = PAGE.index("市民夹道")
    changed, inverse = BeginArticle(at).apply(document)
    assert [article[0] for article in shown(changed)][:2] == ["title 大桥昨日通车", "title 市民夹道欢迎。"]
    assert inverse.apply(changed)[0].articles == document.articles


def test_at_an_articles_own_beginning_only_the_role_changes() -> None:
    document = opened()
    changed, _ = BeginArticle(PAGE.index("夜市重新"), "kicker").apply(document)
    assert shown(changed)[1][0] == "kicker 夜市重新开张"
    assert len(changed.articles) == len(document.articles)


@pytest.mark.parametrize("role", ["title", "caption", "byline"])
def test_a_line_is_what_one_says_that_it_is(role: str) -> None:
    changed, _ = MarkLine(PAGE.index("市民夹道"), role).apply(opened())  # type: ignore[arg-type]
    assert f"{role} 市民夹道欢迎。" in shown(changed)[0]


def test_a_line_belongs_to_no_article() -> None:
    at = PAGE.index("市民夹道")
    changed, _ = MarkLine(at, None).apply(opened())
    assert (at, at + len("市民夹道欢迎。")) in changed.furniture


def test_a_caption_is_taken_out_of_a_sentence_which_closes_again() -> None:
    document = opened(FUSED)
    at = FUSED.index("村民")
    changed, inverse = MarkLine(at, "caption").apply(document)
    assert "caption 村民在分拣西红柿，准备外运。" in shown(changed)[0]
    assert "paragraph 入夏以来，西红柿由冷链车送往邻近的城市。" in shown(changed)[0]
    assert inverse.apply(changed)[0].articles == document.articles


def test_a_page_is_confirmed_at_once() -> None:
    document = opened()
    assert not is_confirmed(document)
    changed, _ = ConfirmDivision().apply(document)
    assert is_confirmed(changed)
    assert [article.border for article in changed.articles] == [1.0] * len(changed.articles)


def test_misread_text_is_marked_here_and_where_it_is_misread_alike() -> None:
    text = "出生率\n\n本报讯（记者 张三）为6.8%0，去年也是6.8%0。\n"
    document = opened(text)
    place = ((text.index("6.8%0"), text.index("6.8%0") + 5),)
    others = tuple(same_misreadings(document, place))
    assert [text[start:end] for ((start, end),) in others] == ["6.8%0"]
    changed, inverse = SetReads((place, *others), "6.8‰").apply(document)
    assert [(pin.text, pin.reads) for pin in changed.corrections.reads] == [("6.8%0", "6.8‰")] * 2
    assert inverse.apply(changed)[0].corrections.reads == ()
    assert SetReads((place,), None).apply(changed)[0].corrections.reads == changed.corrections.reads[1:]


def test_where_nothing_stands_nothing_is_repaired() -> None:
    with pytest.raises(ChangeError):
        MarkLine(PAGE.index("\n\n") + 1, "title").apply(opened())
