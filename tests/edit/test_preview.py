"""What a repair would make of a line is shown before it is made; doubtful places are listed."""

import pytest

from tests.edit.test_correct import PAGE, after, at, opened, shown
from tests.edit.test_repair import FUSED
from tui.edit.correct import JoinArticles, MarkFurniture, SplitArticle
from tui.edit.doubtful import doubtful_places
from tui.edit.repair import BeginArticle, ConfirmDivision, MarkLine, SetReads, is_confirmed
from tui.edit.repair_preview import Repair, preview, role_at
from tui.errors import ChangeError
from tui.model import Role
from tui.text.doubts import Doubt


@pytest.mark.parametrize(
    ("repair", "before", "role", "begins"),
    [
        (BeginArticle(at("市民夹道")), "paragraph", "title", 1),
        (BeginArticle(at("本报讯（记者 张三）"), "lead"), "byline", "lead", 3),
        (BeginArticle(at("市民夹道"), "paragraph"), "paragraph", "paragraph", 1),
        (BeginArticle(at("夜市重新"), "title"), "title", "title", 0),
        (BeginArticle(at("夜市重新"), "kicker"), "title", "kicker", 0),
        (MarkLine(at("市民夹道"), "caption"), "paragraph", "caption", 0),
        (MarkLine(at("市民夹道"), None), "paragraph", None, 0),
        (MarkLine(at("市民夹道"), "paragraph"), "paragraph", "paragraph", 0),
        (MarkLine(at("登报"), "paragraph"), None, "paragraph", 0),
    ],
)
def test_the_preview_says_what_the_repair_does(
    repair: Repair, before: Role | None, role: Role | None, begins: int
) -> None:
    document = opened()
    shown_before = preview(document, repair)
    assert (shown_before.before, shown_before.after, shown_before.begins) == (before, role, begins)
    assert shown_before.changes == (before != role or begins > 0)
    changed = after(document, repair)
    assert role_at(changed, repair.at) == role
    assert PAGE[repair.at :].startswith(shown_before.text)
    if begins:
        (article,) = [a for a in changed.articles if a.start == repair.at]
        assert len(article.blocks) == begins


def test_the_preview_of_a_joined_article_names_the_one_above() -> None:
    found = preview(opened(), JoinArticles(at("夜市重新")))
    assert (found.joins, found.begins, found.changes) == ("大桥昨日通车", 0, True)
    assert (found.before, found.after) == ("title", "title")
    split = after(opened(), SplitArticle(at("市民夹道")))
    assert preview(split, JoinArticles(at("夜市重新"))).joins == "市民夹道欢迎。"


def test_the_preview_shows_the_sentence_that_closes_over_a_caption() -> None:
    document = opened(FUSED)
    line = FUSED.index("村民")
    found = preview(document, MarkLine(line, "caption"))
    assert found.closes == ("入夏以来，西红柿由冷链车", "送往邻近的城市。")
    assert preview(document, MarkLine(FUSED.index("本报讯"), "lead")).closes == ("", "")
    assert preview(document, BeginArticle(line)).closes == ("", "")


@pytest.mark.parametrize("role", ["caption", "credit", None])
def test_what_stands_beside_a_sentence_lets_it_close(role: Role | None) -> None:
    changed = after(opened(FUSED), MarkLine(FUSED.index("村民"), role))
    assert "paragraph 入夏以来，西红柿由冷链车送往邻近的城市。" in shown(changed)[0]


@pytest.mark.parametrize("role", ["heading", "paragraph"])
def test_what_parts_a_text_does_not_let_a_sentence_close(role: Role) -> None:
    changed = after(opened(FUSED), MarkLine(FUSED.index("村民"), role))
    assert "paragraph 送往邻近的城市。" in shown(changed)[0]


def test_finished_sentences_around_a_caption_stay_apart() -> None:
    document = opened(FUSED.replace("由冷链车", "由冷链车运走。"))
    changed = after(document, MarkLine(document.page.text.index("村民"), "caption"))
    assert "paragraph 送往邻近的城市。" in shown(changed)[0]


def test_where_nothing_stands_no_preview_is_shown() -> None:
    with pytest.raises(ChangeError):
        preview(opened(), MarkLine(PAGE.index("\n\n") + 1, "title"))


def test_a_paragraph_of_the_second_article_that_becomes_furniture_leaves_the_article_whole() -> None:
    document = opened()
    for change in (MarkFurniture(at("昨晚")), MarkLine(at("昨晚"), None)):
        changed = after(document, change)
        assert [article.id for article in changed.articles] == ["page#1", "page#2"]
        assert [block.split()[0] for block in shown(changed)[1]] == ["title", "byline"]


@pytest.mark.parametrize("change", [MarkFurniture(at("大桥昨日")), MarkLine(at("大桥昨日"), None)])
def test_the_first_article_begins_with_what_is_behind_its_title(change: MarkFurniture | MarkLine) -> None:
    changed = after(opened(), change)
    assert [article.id for article in changed.articles] == ["page#1", "page#2"]
    assert shown(changed)[0][0].startswith("byline 本报讯（记者 张三）")


def test_an_article_whose_title_is_none_begins_with_what_is_behind_it() -> None:
    changed = after(opened(), MarkLine(at("夜市重新"), None))
    assert shown(changed)[1][0].startswith("byline 本报讯（记者 李四）")
    assert len(changed.articles) == 2


def test_a_line_among_furniture_is_found_by_any_place_in_it() -> None:
    for place in (at("登报"), at("登报") + 3, at("广告")):
        assert role_at(after(opened(), MarkLine(place, "paragraph")), place) == "paragraph"


def test_a_page_keeps_its_last_block() -> None:
    document = opened("大桥昨日通车\n")
    for change in (MarkFurniture(0), MarkLine(0, None)):
        with pytest.raises(ChangeError, match="only block"):
            change.apply(document)


def test_a_page_of_which_one_border_was_said_to_be_none_is_not_confirmed() -> None:
    assert not is_confirmed(after(opened(), JoinArticles(at("夜市重新"))))
    split = after(opened(), ConfirmDivision(), SplitArticle(at("市民夹道")))
    assert is_confirmed(split)
    joined = after(opened(), ConfirmDivision(), JoinArticles(at("夜市重新")))
    assert is_confirmed(joined)


DOUBTFUL = "跨河出行更方便\n\n新大桥昨日通车\n\n本报讯 今天，出生率为6.8%0，去年也是6.8%0。\n"


def test_unsure_blocks_and_misread_text_are_doubtful_until_somebody_says_what_is_right() -> None:
    document = opened(DOUBTFUL)
    first, second = (found for found in range(len(DOUBTFUL)) if DOUBTFUL.startswith("6.8%0", found))
    unsure = [b.segments[0][0] for a in document.articles for b in a.blocks if b.confidence < 0.9]
    assert unsure
    assert doubtful_places(document) == sorted({*unsure, first, second})
    confirmed = after(document, ConfirmDivision())
    assert doubtful_places(confirmed) == [first, second]
    read = after(confirmed, SetReads((((first, first + 5),),), "6.8‰"))
    assert doubtful_places(read) == [second]


def test_columns_that_are_mixed_are_no_place_to_correct(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [Doubt("mixed columns", 0, 50, 0.5), Doubt("line over columns", 8, 20)]
    monkeypatch.setattr("tui.edit.doubtful.doubts", lambda text: found)
    assert doubtful_places(opened()) == []


def test_an_unsure_border_is_doubtful_and_a_sure_page_has_no_doubts() -> None:
    document = opened()
    assert doubtful_places(document) == []
    first, second = document.articles
    unsure = document.replaced(articles=(first, second.replaced(border=0.5)))
    assert doubtful_places(unsure) == [at("夜市重新")]
