"""The list of articles answers as a plain list of rows would, which is the oracle here."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from tui.app.workspace import short_texts
from tui.app.workspace.article_list import NEVER, ORDERS, RANK, ArticleList, Filter, Order
from tui.app.workspace.article_rows import ArticleRows
from tui.app.workspace.short_texts import ShortTexts, TextsBuilder
from tui.model import STATES
from tui.store.index.listing import Row

TITLES = st.text("第篇工会Ab1İß\n ", max_size=6)
LABELS = st.sampled_from(("", " ORG ", " ORG METRIC ", " METRIC "))


@st.composite
def pages_of_rows(draw: st.DrawFn) -> list[list[Row]]:
    """Rows page by page; some pages are rows of a table."""
    names = draw(st.lists(st.text("页Ab-1", min_size=1, max_size=4), max_size=9, unique=True))
    return [draw(rows_of_page(name)) for name in names]


@st.composite
def rows_of_page(draw: st.DrawFn, name: str, least: int = 1) -> list[Row]:
    group = draw(st.sampled_from((name, "x.jsonl", "y.csv")))
    count = draw(st.integers(least, 3))
    return [
        Row(
            name,
            group,
            f"{name}#{number}",
            draw(TITLES),
            draw(st.sampled_from(STATES)),
            draw(st.integers(0, 3)),
            draw(LABELS),
            draw(st.booleans()),
        )
        for number in range(1, count + 1)
    ]


def flat(pages: Iterable[Sequence[Row]]) -> list[Row]:
    return [row for page in pages for row in page]


def has(row: Row, field: str, wanted: str) -> bool:
    match field:
        case "state":
            return row.state.startswith(wanted)
        case "label":
            return f" {wanted.upper()} " in row.labels.upper()
        case "page":
            return wanted in row.page.lower()
        case _:
            return wanted in row.title.lower() or wanted in row.page.lower()


def shown(rows: Sequence[Row], wanted: Sequence[tuple[str, str, bool]], order: Order) -> list[Row]:
    found = [row for row in rows if all(has(row, f, w) != without for f, w, without in wanted)]
    keys: dict[str, Callable[[Row], object]] = {
        "title": lambda row: row.title,
        "state": lambda row: RANK[row.state],
        "tags": lambda row: -row.tags,
    }
    if order != "page":
        return sorted(found, key=keys[order])  # type: ignore[arg-type]
    grouped = [(group, [*of_group]) for group, of_group in groupby(found, key=lambda row: row.group)]
    return [row for group, articles in grouped for row in (Row(group, group, "", group), *articles)]


TERMS = st.tuples(
    st.sampled_from(("", "state", "label", "page")),
    st.text("第工a1ßbdo-", min_size=1, max_size=2) | st.sampled_from(("todo", "do", "org")),
    st.booleans(),
).filter(lambda term: not term[1].startswith("-"))


@given(pages_of_rows(), st.lists(TERMS, max_size=3), st.sampled_from(ORDERS))
def test_what_is_shown_is_what_a_plain_list_has(
    pages: list[list[Row]], wanted: list[tuple[str, str, bool]], order: Order
) -> None:
    typed = " ".join(f"{'-' * without}{field}{':' * bool(field)}{word}" for field, word, without in wanted)
    lists = ArticleList(flat(pages)).shown(Filter(typed, order), lambda _: ())
    expected = shown(flat(pages), wanted, order)
    assert lists[:] == expected
    assert lists.articles == sum(bool(row.article) for row in expected)


@given(pages_of_rows(), st.data())
def test_texts_are_found_by_the_ids_that_the_search_gives(
    pages: list[list[Row]], data: st.DataObject
) -> None:
    rows = flat(pages)
    ids = data.draw(st.lists(st.sampled_from([row.article for row in rows] or ["x"]), unique=True))
    found = ArticleList(rows).shown(Filter("text:工会"), lambda text: ids if text == "工会" else ())
    assert [row for row in found if row.article] == [row for row in rows if row.article in ids]


@given(pages_of_rows(), st.data())
def test_pages_are_put_in_and_change_and_what_is_shown_stays_as_it_was(
    pages: list[list[Row]], data: st.DataObject
) -> None:
    articles = ArticleList(flat(pages))
    for _ in range(data.draw(st.integers(1, 4))):
        before, version = articles.shown(Filter(), lambda _: ()), articles.version
        as_shown = before[:]
        names = [page[0].page for page in pages]
        name = data.draw(st.sampled_from([*names, "新页"]))
        rows = data.draw(rows_of_page(name, least=0))
        if name in names:
            at = names.index(name)
            same_count = len(pages[at]) == len(rows)
            pages[at : at + 1] = [rows] if rows else []
        else:
            at = data.draw(st.integers(0, len(names)))
            pages[at:at] = [rows] if rows else []
            same_count = not rows
        articles.put(name, rows, names[:at])
        assert articles.version == version + (not same_count)
        if not same_count:
            assert before[:] == as_shown
        expected = [row._replace(group="") for row in flat(pages)]
        assert [row._replace(group="") for row in articles.rows] == expected
        assert [*articles.pages] == [page[0].page for page in pages]
        assert [articles.index(row.article) for row in flat(pages)] == [*range(len(flat(pages)))]


@given(pages_of_rows(), st.data())
def test_the_next_open_article_is_that_of_a_plain_list(pages: list[list[Row]], data: st.DataObject) -> None:
    rows = flat(pages)
    here = data.draw(st.sampled_from([*(row.article for row in rows), "不在#1"]))
    at = next((n for n, row in enumerate(rows) if row.article == here), -1)
    left = [row for row in rows[at + 1 :] + rows[: max(0, at)] if row.state in ("todo", "doing")]
    articles = ArticleList(rows)
    assert articles.next_open(here) == (left[0].article if left else None)

    ranks = {page[0].page: data.draw(st.sampled_from((1, 2, NEVER))) for page in pages}
    begun = {row.page for row in rows if row.state != "todo"}
    assert all(articles.is_begun(page) == (page in begun) for page in ranks)
    own = [row for row in left if row.page in begun or ranks[row.page] != NEVER]
    first = min(own, key=lambda row: 0 if row.page in begun else ranks[row.page], default=None)
    found = articles.next_open(here, lambda page, is_begun: 0 if is_begun else ranks[page])
    assert found == (first.article if first else None)


@given(st.lists(TITLES), st.integers(1, 3), st.text("第工a1ßi̇", min_size=1, max_size=2))
def test_short_texts_are_those_that_were_put_in(texts: list[str], size: int, part: str) -> None:
    builder = TextsBuilder()
    for at in range(0, len(texts), size):
        builder.add(texts[at : at + size])
    found = builder.texts()
    assert (len(found), found[:], [*found]) == (len(texts), texts, texts)
    assert all(found.find(text) == texts.index(text) for text in texts)
    assert (found.find("没有"), "没有" in found) == (-1, False)
    assert found.with_part(part) == bytes(part in text.lower() for text in texts)


@given(st.lists(TITLES, min_size=1), st.lists(TITLES), st.data())
def test_texts_are_put_in_the_place_of_others(old: list[str], new: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    builder = TextsBuilder()
    builder.add(old)
    expected = [*old[:start], *new, *old[end:]]
    found = builder.texts().replaced(start, end, new)
    assert [*found] == found[:] == expected
    assert all(found.find(text) == expected.index(text) for text in expected)


def test_a_title_with_a_nul_stays_one_title() -> None:
    rows = [Row("p", "p", "p#1", "一\0二"), Row("p", "p", "p#2", "三")]
    assert [row.title for row in ArticleRows(rows)] == ["一 二", "三"]


def test_texts_that_are_many_blocks_are_found() -> None:
    count = 2 * short_texts.BLOCK + 7
    rows = [Row(f"p{n}", "t.csv", f"p{n}#1", f"第{n}篇") for n in range(count)]
    articles = ArticleList(iter(rows))
    for typed in ("第8199篇", "第", "p4096"):
        expected = [row for row in rows if typed in row.title or typed in row.page]
        assert [row for row in articles.shown(Filter(typed), lambda _: ()) if row.article] == expected
    assert articles.index(f"p{count - 1}#1") == count - 1


def test_no_texts_are_none() -> None:
    assert ([*ShortTexts()], ShortTexts().find(""), ShortTexts().with_part("a")) == ([], -1, b"")
    assert ArticleList().shown(Filter("a state:todo"), lambda _: ())[:] == []
    assert ArticleList().next_open("p#1") is None
