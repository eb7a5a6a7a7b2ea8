"""What is typed to find articles, and which article's turn it is: by examples."""

from itertools import product

import pytest

from tui.app.workspace.article_list import LOWEST, NEVER, ArticleList, Filter, FilterTerm, terms
from tui.model import State
from tui.store.index.listing import Row

# What is typed


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("工会 Ab", [FilterTerm("", "工会"), FilterTerm("", "ab")]),
        ("-工会", [FilterTerm("", "工会", without=True)]),
        ("-", [FilterTerm("", "-")]),
        ("--工会", [FilterTerm("", "-工会", without=True)]),
        ("state:todo", [FilterTerm("state", "todo")]),
        ("-state:todo", [FilterTerm("state", "todo", without=True)]),
        ("label:ORG", [FilterTerm("label", "org")]),
        ("page:2018", [FilterTerm("page", "2018")]),
        ("text:工会", [FilterTerm("text", "工会")]),
        ("状态：待读", [FilterTerm("state", "todo")]),
        ("状态:进行中", [FilterTerm("state", "doing")]),
        ("状态:已完成", [FilterTerm("state", "done")]),
        ("状态:已跳过", [FilterTerm("state", "skipped")]),
        ("标签:机构", [FilterTerm("label", "机构")]),
        ("版:3", [FilterTerm("page", "3")]),
        ("正文:会", [FilterTerm("text", "会")]),
        ("state:", []),
        ("state", [FilterTerm("", "state")]),
        ("12:30", [FilterTerm("", "12:30")]),
        ("text:a:b", [FilterTerm("text", "a:b")]),
        ("", []),
    ],
)
def test_words_and_fields_are_told_apart(typed: str, found: list[FilterTerm]) -> None:
    assert terms(typed) == found


ROWS = (
    Row("a", "a", "a#1", "工会动态", "todo", 0, ""),
    Row("a", "a", "a#2", "夜市开张", "doing", 3, " ORG "),
    Row("b", "t.jsonl", "b#1", "工会建会", "done", 5, " ORG METRIC "),
    Row("c", "t.jsonl", "c#1", "大桥通车", "skipped", 1, " METRIC "),
)


def shown(typed: str, order: str = "title") -> str:
    found = ArticleList(ROWS).shown(
        Filter(typed, order),  # type: ignore[arg-type]
        lambda text: ["a#1", "c#1"] if text == "桥" else [],
        lambda name: {"机构": "ORG"}.get(name, name),
    )
    return " ".join(row.article for row in found)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("工会", "a#1 b#1"),
        ("工会 建", "b#1"),
        ("-工会", "c#1 a#2"),
        ("B", "b#1"),
        ("page:a", "a#1 a#2"),
        ("state:do", "b#1 a#2"),
        ("state:skipped", "c#1"),
        ("label:org", "b#1 a#2"),
        ("label:机构 -label:metric", "a#2"),
        ("label:or", ""),
        ("text:桥", "c#1 a#1"),
        ("text:无", ""),
        ("-text:无", "c#1 a#2 a#1 b#1"),
    ],
)
def test_what_is_typed_finds_articles(typed: str, ids: str) -> None:
    assert sorted(shown(typed).split()) == sorted(ids.split())


def test_articles_stand_in_the_order_that_is_wanted() -> None:
    assert shown("", "tags") == "b#1 a#2 c#1 a#1"
    assert shown("", "state") == "a#2 a#1 b#1 c#1"
    assert shown("", "title") == " ".join(row.article for row in sorted(ROWS, key=lambda row: row.title))
    found = ArticleList(ROWS).shown(Filter(), lambda _: ())
    assert [row.article or row.title for row in found] == ["a", "a#1", "a#2", "t.jsonl", "b#1", "c#1"]
    assert found.articles == 4
    listing = ArticleList(ROWS)
    assert [found.find(listing.index(id_)) for id_ in ("a#1", "c#1")] == [1, 5]
    assert listing.shown(Filter("state:todo"), lambda _: ()).find(listing.index("c#1")) == -1


# Whose turn it is


def listing(*states: State) -> ArticleList:
    """A page for each state, of one article."""
    return ArticleList(Row(f"p{n}", f"p{n}", f"p{n}#1", "", state, 0, "") for n, state in enumerate(states))


def next_of(rows: ArticleList, ranks: dict[str, int] | None, here: str = "p0#1") -> str | None:
    if ranks is None:
        return rows.next_open(here)
    return rows.next_open(here, lambda page, is_begun: 0 if is_begun else ranks.get(page, LOWEST))


def test_the_next_open_article_is_looked_for_round_the_end() -> None:
    rows = listing("todo", "done", "skipped", "doing")
    assert [next_of(rows, None, f"p{n}#1") for n in range(4)] == ["p3#1", "p3#1", "p3#1", "p0#1"]
    assert next_of(rows, None, "nowhere") == "p0#1"
    assert next_of(listing("done", "skipped"), None) is None


@pytest.mark.parametrize(
    ("states", "ranks", "found"),
    [
        (("done", "todo", "todo", "doing"), {}, "p3#1"),
        (("done", "todo", "todo", "todo"), {"p1": 2, "p2": 1}, "p2#1"),
        (("done", "todo", "todo", "todo"), {"p1": 3, "p2": 2, "p3": 1}, "p3#1"),
        (("done", "todo", "todo", "todo"), {"p1": 2, "p2": 2, "p3": 2}, "p1#1"),
        (("done", "todo", "todo", "todo"), {"p1": NEVER, "p2": NEVER, "p3": 2}, "p3#1"),
        (("done", "todo", "done"), {"p1": NEVER}, None),
        (("done", "doing", "todo"), {"p2": 1}, "p1#1"),
        (("doing", "todo", "doing"), {"p1": 1}, "p2#1"),
    ],
)
def test_of_pages_with_ranks_the_lowest_comes_first(
    states: tuple[State, ...], ranks: dict[str, int], found: str | None
) -> None:
    assert next_of(listing(*states), ranks) == found


def test_of_all_ranks_the_lowest_open_one_is_found() -> None:
    for ranks in product((LOWEST, 2, NEVER), repeat=3):
        known = dict(zip(("p1", "p2", "p3"), ranks, strict=True))
        best = min(known, key=lambda page: known[page])
        wanted = None if known[best] == NEVER else f"{best}#1"
        assert next_of(listing("done", "todo", "todo", "todo"), known) == wanted


def test_a_page_is_begun_where_one_of_its_articles_is() -> None:
    rows = ArticleList(ROWS)
    assert [rows.is_begun(page) for page in ("a", "b", "c", "d")] == [True, True, True, False]
    assert not listing("todo").is_begun("p0")


def test_the_next_page_with_lost_tags_is_looked_for_round_the_end() -> None:
    rows = ArticleList(
        Row(page, page, f"{page}#{n}", "", "todo", 0, "", lost=lost)
        for page, lost in (("a", 2), ("b", 0), ("c", 1), ("d", 3))
        for n in (1, 2)
    )
    assert rows.lost == {"a": 2, "c": 1, "d": 3}
    assert [rows.next_lost(page) for page in "abcd"] == ["c#1", "c#1", "d#1", "a#1"]
    for page in "cd":
        rows.put(page, [Row(page, page, f"{page}#{n}", "", "todo", 0, "") for n in (1, 2)])
    assert [rows.next_lost(page) for page in "ab"] == [None, "a#1"]
