"""What the machine made of a page can be put right, taken back, and moves no tag."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.shares import examples
from tests.text.sheets import SHEETS, read_sheet
from tests.text.showing import page_of
from tui.edit import Change, Session, Step
from tui.edit.correct import (
    JoinArticles,
    JoinParagraphs,
    MarkFurniture,
    MarkText,
    MoveBorder,
    SetCorrections,
    SetRole,
    SplitArticle,
    SplitParagraph,
    join_words,
    joined,
    split_word,
)
from tui.errors import ChangeError
from tui.model import ROLES, Block, Corrections, Document, Span, WordPin, surface
from tui.text.correct import corrected, corrected_words
from tui.text.divide import divide
from tui.text.offsets import read

PAGE = """大桥昨日通车

本报讯（记者 张三）昨天上午，横跨青弋河的新大桥通车。

市民夹道欢迎。

夜市重新开张

本报讯（记者 李四）昨晚，停业三月的夜市重新开张。

广告

登报热线：0571-88887777
"""


def opened(text: str = PAGE) -> Document:
    page = page_of(text)
    division = divide(page)
    return Document(page=page, annotator="ling", articles=division.articles, furniture=division.furniture)


def shown(document: Document) -> list[list[str]]:
    """Return the blocks of each article, the role before the text."""
    return [
        [f"{block.role} {surface(document.page.text, block.segments)}" for block in article.blocks]
        for article in document.articles
    ]


def after(document: Document, *changes: Change) -> Document:
    for change in changes:
        document, _ = change.apply(document)
    return document


def at(text: str) -> int:
    return PAGE.index(text)


def test_a_border_moves_to_another_block_and_the_article_keeps_its_id() -> None:
    document = opened()
    moved = after(document, MoveBorder(at("夜市"), at("市民夹道")))
    assert [blocks[0] for blocks in shown(moved)] == ["title 大桥昨日通车", "paragraph 市民夹道欢迎。"]
    assert [article.id for article in moved.articles] == [article.id for article in document.articles]


def test_an_article_is_split_in_the_middle_of_a_paragraph_and_joined_again() -> None:
    split = after(opened(), SplitArticle(at("停业")))
    assert [article.id for article in split.articles] == ["page#1", "page#2", "page#2.1"]
    assert shown(split)[2] == ["paragraph 停业三月的夜市重新开张。"]
    joined = after(split, JoinArticles(at("停业")))
    assert [len(blocks) for blocks in shown(joined)] == [4, 3]


def test_two_articles_become_one() -> None:
    (only,) = shown(after(opened(), JoinArticles(at("夜市"))))
    assert [block.split()[0] for block in only] == [
        "title",
        "byline",
        "paragraph",
        "paragraph",
        "title",
        "byline",
        "paragraph",
    ]


def test_a_block_gets_another_role_and_its_article_is_sure() -> None:
    document = opened("跨河出行更方便\n\n新大桥昨日通车\n\n本报讯 今天，大桥通车。\n")
    assert document.articles[0].confidence < 1
    changed = after(document, SetRole(0, "title"), SetRole(document.page.text.index("新大桥"), "subtitle"))
    assert [block.split()[0] for block in shown(changed)[0]] == ["title", "subtitle", "byline", "paragraph"]
    assert changed.articles[0].confidence == 1


def test_a_line_becomes_furniture_and_text_again() -> None:
    document = opened()
    marked = after(document, MarkFurniture(at("市民夹道")))
    assert "paragraph 市民夹道欢迎。" not in shown(marked)[0]
    assert (at("市民夹道"), at("市民夹道") + 7) in marked.furniture
    back = after(marked, MarkText(at("市民夹道")))
    assert (shown(back), back.furniture) == (shown(document), document.furniture)


def test_an_article_whose_first_block_becomes_furniture_begins_with_the_next() -> None:
    split = after(opened(), SplitArticle(at("市民夹道")), MarkFurniture(at("夜市")))
    assert shown(split)[2][0].startswith("byline 本报讯（记者 李四）")


def test_paragraphs_are_joined_and_split() -> None:
    joined = after(opened(), JoinParagraphs(at("市民夹道")))
    assert shown(joined)[0][-1].endswith("新大桥通车。市民夹道欢迎。")
    split = after(joined, SplitParagraph(at("夹道")))
    assert shown(split)[0][-1] == "paragraph 夹道欢迎。"


def test_latin_words_are_not_fused_where_paragraphs_are_joined() -> None:
    told = "本报讯 两家公司昨天一同发布新品，售价一千二百元。负责人说，名字叫 Blue River."
    document = opened(f"新品\n\n{told}\n\nPro 版本下月上市，包装换成了纸盒，颜色也多了两种。\n")
    joined = after(document, JoinParagraphs(document.page.text.index("Pro")))
    assert "River.\nPro" in shown(joined)[0][-1]


@pytest.mark.parametrize(
    "change",
    [
        JoinArticles(0),
        SplitArticle(0),
        JoinParagraphs(0),
        SplitParagraph(0),
        MoveBorder(0, 0),
        SetRole(PAGE.index("登报"), "title"),
        MarkText(0),
        MoveBorder(PAGE.index("登报"), 0),
    ],
)
def test_what_cannot_be_done_is_refused(change: Change) -> None:
    with pytest.raises(ChangeError):
        change.apply(opened())


def test_corrections_hold_for_what_another_splitter_makes() -> None:
    document = after(opened(), SplitArticle(at("市民夹道")), SetRole(at("市民夹道"), "lead"))
    page = document.page
    whole = document.division.replaced(articles=document.division.articles[:1])
    one = after(opened(), JoinArticles(at("夜市")), JoinParagraphs(at("市民夹道")))
    for base in (document.division, whole, one.replaced(divided=None).division):
        division = corrected(page, base, document.corrections)
        (begun,) = [a for a in division.articles if a.start == at("市民夹道")]
        assert begun.blocks[0].role == "lead"
        assert surface(page.text, begun.blocks[0].segments) == "市民夹道欢迎。"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (join_words([(0, 2)], [(2, 4)]), ["大桥昨日", "通", "车"]),
        (split_word(((0, 2),), 1), ["大", "桥", "昨日", "通", "车"]),
        (split_word(((0, 4),), 3), ["大桥昨", "日", "通", "车"]),
        (join_words([(1, 2)], [(2, 3)]), ["大", "桥昨", "日", "通", "车"]),
    ],
)
def test_words_are_joined_and_parted_here_only(change: Change, expected: list[str]) -> None:
    document = after(opened(), change)
    reading = read(document.page, document.articles[0])
    words = corrected_words(reading, [(0, 2), (2, 4), (4, 5), (5, 6)], document.corrections.words)
    assert [reading.text[a:b] for a, b in words] == expected


OPERATIONS = st.tuples(st.integers(0, 8), st.integers(0, 10**6), st.integers(0, 10**6))


def change_of(document: Document, kind: int, one: int, other: int) -> Change:
    """Return a change of some kind at some place."""
    blocks = [block for article in document.articles for block in article.blocks]
    begin, end = blocks[one % len(blocks)].segments[0]
    inside = begin + other % (end - begin)
    furniture = document.furniture or ((0, 1),)
    changes: list[Change] = [
        SplitArticle(inside),
        JoinArticles(inside),
        MoveBorder(inside, blocks[(one + other % 3 - 1) % len(blocks)].segments[0][0]),
        SetRole(inside, ROLES[other % len(ROLES)]),
        MarkFurniture(inside),
        MarkText(furniture[one % len(furniture)][0]),
        JoinParagraphs(inside),
        SplitParagraph(inside),
        split_word(((begin, end),), inside) if inside > begin else join_words([(begin, end)], []),
    ]
    return changes[kind]


def read_points(document: Document) -> Counter[int]:
    """Return how often each code point that is not blank is shown."""
    blocks = [s for article in document.articles for block in article.blocks for s in block.segments]
    text = document.page.text
    return Counter(i for a, b in [*blocks, *document.furniture] for i in range(a, b) if not text[i].isspace())


@pytest.mark.slow
@settings(max_examples=examples(120))
@given(sheet=st.sampled_from(SHEETS), operations=st.lists(OPERATIONS, max_size=8))
def test_corrections_lose_nothing_move_no_tag_and_are_undone(
    sheet: object, operations: list[tuple[int, int, int]]
) -> None:
    document = opened(read_sheet(sheet).text)  # type: ignore[arg-type]
    assume(document.articles)  # a page of classified advertisements has none
    start, end = document.articles[-1].blocks[-1].segments[0]
    moment = datetime(2024, 4, 5, tzinfo=UTC)
    text = document.page.text[start:end]
    span = Span(id="a", label="ORG", segments=((start, end),), text=text, created=moment, updated=moment)
    document = document.replaced(spans=(span,))
    session = Session(document)
    points = read_points(document)
    states = [document]
    for operation in operations:
        try:
            session.apply(Step("correct", (change_of(session.document, *operation),)))
        except ChangeError:
            continue
        now = session.document
        states.append(now)
        assert now.spans == (span,)
        assert read_points(now) == points
        assert len({article.id for article in now.articles}) == len(now.articles)
        blocks = [surface(now.page.text, b.segments) for a in now.articles for b in a.blocks]
        assert all(block == block.strip() for block in blocks)
    while session.undo():
        states.pop()
        assert shown(session.document) == shown(states[-1])
        assert session.document.furniture == states[-1].furniture
        assert session.document.corrections == states[-1].corrections
        assert [a.id for a in session.document.articles] == [a.id for a in states[-1].articles]


def test_a_border_moves_no_further_than_the_article_before() -> None:
    document = after(opened(), SplitArticle(at("市民夹道")))
    with pytest.raises(ChangeError, match="only within its article or the previous one"):
        MoveBorder(at("夜市重新"), 0).apply(document)
    with pytest.raises(ChangeError, match="first article"):
        MoveBorder(0, at("昨天上午")).apply(document)
    assert shown(after(document, MoveBorder(at("市民夹道"), at("昨天上午"))))[1][0].startswith(
        "paragraph 昨天上午"
    )


def test_any_line_of_furniture_becomes_text() -> None:
    for written in ("广告", "登报热线"):
        changed = after(opened(), MarkText(at(written), "caption"))
        assert any(block.startswith(f"caption {written}") for block in shown(changed)[-1])


def test_corrections_quote_what_stands_there() -> None:
    for pin in (WordPin(segments=((0, 2),), text="大桥"), WordPin(segments=((0, 2),), text="小桥")):
        change = SetCorrections(Corrections(words=(pin,)))
        if pin.text == "大桥":
            assert after(opened(), change).corrections.words == (pin,)
        else:
            with pytest.raises(ChangeError, match="quotes text that is not there"):
                change.apply(opened())


def test_words_elsewhere_stay_corrected_and_words_here_give_way() -> None:
    document = after(opened(), join_words([(0, 2)], [(2, 4)]), join_words([(8, 10)], [(10, 11)]))
    assert [pin.segments for pin in document.corrections.words] == [((0, 4),), ((8, 11),)]
    document = after(document, join_words([(3, 4)], [(4, 5)]))
    assert [pin.segments for pin in document.corrections.words] == [((3, 5),), ((8, 11),)]
    document = after(document, join_words([(5, 6)], [(6, 8)]))
    assert [pin.segments for pin in document.corrections.words] == [((3, 5),), ((5, 8),), ((8, 11),)]


def test_blocks_that_are_read_against_the_order_of_the_page_are_joined_in_the_pages_order() -> None:
    above, below = (Block(role="paragraph", segments=(range_,)) for range_ in ((10, 15), (0, 5)))
    assert joined(PAGE, above, below) == ((0, 5), (10, 15))


def test_both_halves_of_a_paragraph_are_held() -> None:
    changed = after(opened(), SplitParagraph(at("夹道")))
    assert {(pin.role, pin.text) for pin in changed.corrections.blocks} == {
        ("paragraph", "市民"),
        ("paragraph", "夹道欢迎。"),
    }
