"""A page's division is repaired line by line; nothing is lost, and one step takes it back."""

import pytest

from tests.edit.test_correct import PAGE, opened, shown
from tui.edit.correct import JoinArticles, JoinParagraphs, MarkFurniture, SetRole, SplitParagraph
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


def test_an_article_that_begins_already_needs_no_border() -> None:
    for at in (0, PAGE.index("夜市重新")):
        changed, _ = BeginArticle(at, "kicker").apply(opened())
        assert changed.corrections.borders == ()


def test_a_line_within_an_article_that_becomes_furniture_moves_no_border() -> None:
    for change in (MarkLine(PAGE.index("市民夹道"), None), MarkFurniture(PAGE.index("市民夹道"))):
        assert change.apply(opened())[0].corrections.borders == ()
    for change in (MarkLine(0, None), MarkFurniture(0)):
        assert change.apply(opened())[0].corrections.borders == ()


def test_an_article_whose_title_becomes_furniture_is_said_to_begin_behind_it() -> None:
    for change in (MarkLine(PAGE.index("夜市重新"), None), MarkFurniture(PAGE.index("夜市重新"))):
        (pin,) = change.apply(opened())[0].corrections.borders
        assert (pin.at, pin.begins) == (PAGE.index("本报讯（记者 李四）"), True)


def test_a_sentence_closes_over_a_caption_in_a_later_article() -> None:
    text = PAGE.split("广告")[0] + FUSED
    at = text.index("村民")
    changed, _ = MarkLine(at, "caption").apply(opened(text))
    assert "paragraph 入夏以来，西红柿由冷链车送往邻近的城市。" in shown(changed)[2]


def test_only_paragraphs_are_one_sentence() -> None:
    heading, _ = SetRole(FUSED.index("送往"), "heading").apply(opened(FUSED))
    changed, _ = MarkLine(FUSED.index("村民"), "caption").apply(heading)
    assert "heading 送往邻近的城市。" in shown(changed)[0]


def test_of_a_block_its_line_is_marked_or_the_whole() -> None:
    at = FUSED.index("村民")
    line, _ = MarkLine(at, "lead").apply(opened(FUSED))
    assert "lead 村民在分拣西红柿，准备外运。" in shown(line)[0]
    whole, _ = MarkLine(at, "lead", whole=True).apply(opened(FUSED))
    assert "lead 入夏以来，西红柿由冷链车村民在分拣西红柿，准备外运。" in shown(whole)[0]


def test_what_was_said_of_a_block_holds_for_what_a_line_leaves_of_it() -> None:
    said, _ = SetRole(FUSED.index("村民"), "lead").apply(opened(FUSED))
    changed, _ = MarkLine(FUSED.index("村民"), "caption").apply(said)
    assert {(pin.role, pin.text) for pin in changed.corrections.blocks} == {
        ("lead", "入夏以来，西红柿由冷链车"),
        ("caption", "村民在分拣西红柿，准备外运。"),
    }
    assert {"lead 入夏以来，西红柿由冷链车", "caption 村民在分拣西红柿，准备外运。"} <= set(shown(changed)[0])


def test_an_article_that_begins_though_somebody_said_that_it_does_not_is_not_confirmed() -> None:
    document, _ = JoinArticles(PAGE.index("夜市重新")).apply(opened())
    for written in ("大桥昨日", "本报讯（记者 张三）", "昨天上午", "市民夹道"):
        document, _ = MarkLine(PAGE.index(written), None).apply(document)
    assert shown(document)[0][0] == "title 夜市重新开张"
    assert not is_confirmed(document)


def test_latin_words_that_were_parted_on_one_line_are_joined_as_they_stood() -> None:
    text = "新品上市\n\n本报讯（记者 张三）hello Blue River and the Sea，昨日上市。\n"
    document = opened(text)
    split, _ = SplitParagraph(text.index("River")).apply(document)
    assert shown(split)[0][-1].startswith("paragraph River")
    joined, _ = JoinParagraphs(text.index("River")).apply(split)
    assert shown(joined)[0][-1] == shown(document)[0][-1]
