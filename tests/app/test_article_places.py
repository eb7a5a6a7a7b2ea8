"""The list of articles: which are shown, in which order, and under which heads."""

import pytest

from tui.app.workspace.article_list import ArticleList, Filter, FilterTerm, Order, terms
from tui.model import State
from tui.store.index.listing import Row


def row(article: str, title: str, state: State = "todo", labels: str = "", tags: int = 0) -> Row:
    page = article.partition("#")[0]
    return Row(page, article[0], article, title, state, tags=tags, labels=labels)


ROWS = [
    row("a1#1", "Bridge closed", "done", " ORG LOC ", 3),
    row("a1#2", "Pears", "doing", " LOC ", 1),
    row("a2#1", "老桥大修"),
    row("b1#1", "Bridge open", "skipped", " ORGAN ", 2),
]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", []),
        ("Bridge", [FilterTerm("", "bridge")]),
        ("-bridge", [FilterTerm("", "bridge", without=True)]),
        ("-", [FilterTerm("", "-")]),
        ("state:todo", [FilterTerm("state", "todo")]),
        ("state：todo", [FilterTerm("state", "todo")]),
        ("状态:待读", [FilterTerm("state", "todo")]),
        ("状态:进行中", [FilterTerm("state", "doing")]),
        ("状态:已完成", [FilterTerm("state", "done")]),
        ("状态:已跳过", [FilterTerm("state", "skipped")]),
        ("标签:org", [FilterTerm("label", "org")]),
        ("版:a1", [FilterTerm("page", "a1")]),
        ("正文:工会", [FilterTerm("text", "工会")]),
        ("-label:ORG page:a", [FilterTerm("label", "org", without=True), FilterTerm("page", "a")]),
        ("text:", []),
        ("other:x", [FilterTerm("", "other:x")]),
    ],
)
def test_words_and_fields_are_asked_for(typed: str, expected: list[FilterTerm]) -> None:
    assert terms(typed) == expected


@pytest.mark.parametrize(
    ("typed", "order", "expected"),
    [
        ("", "page", ["a", "a1#1", "a1#2", "a2#1", "b", "b1#1"]),
        ("bridge", "page", ["a", "a1#1", "b", "b1#1"]),
        ("-bridge", "page", ["a", "a1#2", "a2#1"]),
        ("a1", "page", ["a", "a1#1", "a1#2"]),
        ("-a1", "page", ["a", "a2#1", "b", "b1#1"]),
        ("bridge -b1", "page", ["a", "a1#1"]),
        ("state:do", "page", ["a", "a1#1", "a1#2"]),
        ("-state:do", "page", ["a", "a2#1", "b", "b1#1"]),
        ("label:org", "page", ["a", "a1#1"]),
        ("-label:org", "page", ["a", "a1#2", "a2#1", "b", "b1#1"]),
        ("page:A2", "page", ["a", "a2#1"]),
        ("-page:a", "page", ["b", "b1#1"]),
        ("text:河", "page", ["a", "a2#1"]),
        ("-text:河", "page", ["a", "a1#1", "a1#2", "b", "b1#1"]),
        ("nothing", "page", []),
        ("", "title", ["a1#1", "b1#1", "a1#2", "a2#1"]),
        ("", "state", ["a1#2", "a2#1", "a1#1", "b1#1"]),
        ("", "tags", ["a1#1", "b1#1", "a1#2", "a2#1"]),
        ("bridge", "tags", ["a1#1", "b1#1"]),
    ],
)
def test_articles_are_filtered_and_sorted(typed: str, order: Order, expected: list[str]) -> None:
    shown = ArticleList(ROWS).shown(Filter(typed, order), lambda text: ["a2#1"] if text == "河" else [])
    assert [one.article or one.group for one in shown] == expected
    assert shown.articles == sum("#" in name for name in expected)
    assert [one.article for one in shown[:2]] == [one.article for one in shown][:2]


def test_the_place_of_an_article_is_found_where_it_is_shown() -> None:
    listing = ArticleList(ROWS)
    shown = listing.shown(Filter("-pears"), lambda _: [])
    assert [listing.index(one.article) for one in ROWS] == [0, 1, 2, 3]
    assert [listing.index(id_) for id_ in ("a1#3", "c#1")] == [-1, -1]
    assert [shown.find(place) for place in range(4)] == [1, -1, 2, 4]


@pytest.mark.parametrize(
    ("page", "rows", "after", "expected"),
    [
        ("a1", [row("a1#1", "x")], (), ["a1#1", "a2#1", "b1#1"]),
        ("a2", [row("a2#1", "x"), row("a2#2", "y")], (), ["a1#1", "a1#2", "a2#1", "a2#2", "b1#1"]),
        ("b1", [], (), ["a1#1", "a1#2", "a2#1"]),
        ("a3", [row("a3#1", "x")], ("a1", "a2"), ["a1#1", "a1#2", "a2#1", "a3#1", "b1#1"]),
        ("a3", [row("a3#1", "x")], ("a1", "unread"), ["a1#1", "a1#2", "a3#1", "a2#1", "b1#1"]),
        ("a0", [row("a0#1", "x")], (), ["a0#1", "a1#1", "a1#2", "a2#1", "b1#1"]),
    ],
)
def test_a_page_s_articles_come_in_the_place_of_those_it_had(
    page: str, rows: list[Row], after: tuple[str, ...], expected: list[str]
) -> None:
    listing = ArticleList(ROWS)
    before = listing.shown(Filter(), lambda _: [])
    listing.put(page, rows, after)
    assert [one.article for one in listing.rows] == expected
    assert [listing.index(id_) for id_ in expected] == list(range(len(expected)))
    assert listing.version == 1
    assert [one.article for one in before if one.article] == [one.article for one in ROWS]


def test_what_only_changes_is_no_new_list() -> None:
    listing = ArticleList(ROWS)
    listing.put("a2", [row("a2#1", "老桥大修", "doing")])
    assert listing.version == 0
    assert listing.is_begun("a2")
    assert [listing.is_begun(page) for page in ("a1", "b1", "c1")] == [True, True, False]
    assert list(listing.pages) == ["a1", "a2", "b1"]
