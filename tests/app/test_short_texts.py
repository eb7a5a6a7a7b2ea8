"""Many short texts and articles in columns: by examples of each way to get at them."""

import pytest

from tui.app.workspace import short_texts
from tui.app.workspace.article_rows import ArticleRows
from tui.app.workspace.short_texts import ShortTexts, TextsBuilder
from tui.store.index.listing import Row

TEXTS = ("工会", "", "Ab", "工会", "b", "会工")


def built(*texts: str) -> ShortTexts:
    builder = TextsBuilder()
    builder.add(texts)
    return builder.texts()


def test_texts_are_had_by_place_from_either_end() -> None:
    found = built(*TEXTS)
    assert [found[at] for at in (0, 1, 5, -1, -6)] == ["工会", "", "会工", "会工", "工会"]
    assert (found[1:3], found[::-2], found[9:]) == (["", "Ab"], ["会工", "工会", ""], [])
    for at in (6, -7):
        with pytest.raises(IndexError):
            found[at]


def test_a_text_is_found_whole_and_first() -> None:
    found = built(*TEXTS)
    assert [found.find(text) for text in ("工会", "", "b", "会", "A", "ab")] == [0, 1, 4, -1, -1, -1]
    assert [text in found for text in ("Ab", "会", 3)] == [True, False, False]
    assert (found.index("b"), found.index("b", 4), found.index("b", 0, 5)) == (4, 4, 4)
    for start, stop in ((5, None), (0, 4)):
        with pytest.raises(ValueError, match="b"):
            found.index("b", start, stop)


@pytest.mark.parametrize("many", [1, 8, 1000], ids=["by places", "as it is", "by blocks"])
@pytest.mark.parametrize("texts", [TEXTS, ("İab", "ab", "工", "Kb"), ("aa", "a", "ba", "c")])
@pytest.mark.parametrize("part", ["a", "b", "工", "会", "ab", "工会", "x", "aa"])
def test_texts_with_a_part_are_found_whichever_way_is_faster(
    part: str, texts: tuple[str, ...], many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(short_texts, "MANY", many)
    monkeypatch.setattr(short_texts, "BLOCK", 2)
    assert list(built(*texts).with_part(part)) == [part in text.lower() for text in texts]


@pytest.mark.parametrize(
    ("start", "end", "new", "whole"),
    [
        (1, 2, ["x", "yy"], ["a", "x", "yy", "ccc"]),
        (0, 0, ["x"], ["x", "a", "bb", "ccc"]),
        (3, 3, ["x"], ["a", "bb", "ccc", "x"]),
        (1, 3, [], ["a"]),
        (0, 3, ["", ""], ["", ""]),
    ],
)
def test_others_come_in_the_place_of_some(start: int, end: int, new: list[str], whole: list[str]) -> None:
    before = built("a", "bb", "ccc")
    found = before.replaced(start, end, new)
    assert [*found] == whole
    assert [found[at] for at in range(len(found))] == whole
    assert [*before] == ["a", "bb", "ccc"]


# Articles

ROWS = (
    Row("a", "a", "a#1", "一", "todo", 0, "", doubtful=True),
    Row("a", "a", "a#2", "二", "doing", 3, " ORG ", doubtful=False),
    Row("b", "t.csv", "b#1", "三", "done", 5, " ORG METRIC ", doubtful=False),
    Row("c", "t.csv", "c#1.1", "四", "skipped", 1, "", doubtful=True),
)


def test_rows_are_had_by_place_and_by_id() -> None:
    rows = ArticleRows(ROWS)
    assert (tuple(rows), rows[-1], rows[1:3]) == (ROWS, ROWS[3], list(ROWS[1:3]))
    for at in (4, -5):
        with pytest.raises(IndexError):
            rows[at]
    assert [rows.index_of(id_) for id_ in ("a#1", "a#2", "c#1.1", "a#3", "d#1", "a")] == [0, 1, 3, -1, -1, -1]
    assert [*rows.ids] == [row.article for row in ROWS]
    assert [list(rows.places(page)) for page in ("a", "b", "c", "d")] == [[0, 1], [2], [3], []]
    assert [rows.page_number(at) for at in range(4)] == [0, 0, 1, 2]


def test_articles_stand_in_groups_by_page_or_by_table() -> None:
    groups = list(ArticleRows(ROWS).groups)
    assert groups[0] == groups[1]
    assert groups[2] == groups[3]
    assert len(set(groups)) == 2
    assert list(ArticleRows(ROWS).of_pages(b"\1\0\1")) == [1, 1, 0, 1]
    assert list(ArticleRows(ROWS[2:]).of_pages(b"\1\0")) == [1, 0]


def test_rows_change_in_their_places() -> None:
    rows = ArticleRows(ROWS)
    fresh = [
        ROWS[0]._replace(title="新", state="done", tags=9, labels=" LOC ", doubtful=False),
        ROWS[1]._replace(article="a#2.1"),
    ]
    rows.change(rows.places("a"), fresh)
    assert tuple(rows) == (*fresh, *ROWS[2:])
    assert (rows.index_of("a#2"), rows.index_of("a#2.1")) == (-1, 1)


@pytest.mark.parametrize(
    ("page", "end", "new", "whole"),
    [
        (0, 1, ROWS[:1], (0, 2, 3)),
        (0, 1, (), (2, 3)),
        (1, 1, (Row("aa", "aa", "aa#1", "五"),), (0, 1, None, 2, 3)),
        (3, 3, (Row("d", "u.csv", "d#1", "五"),), (0, 1, 2, 3, None)),
        (1, 3, (), (0, 1)),
    ],
)
def test_pages_come_in_the_place_of_others(
    page: int, end: int, new: tuple[Row, ...], whole: tuple[int | None, ...]
) -> None:
    before = ArticleRows(ROWS)
    found = before.replaced(page, end, new)
    expected = tuple(new[0] if at is None else ROWS[at] for at in whole)
    assert tuple(found) == expected
    assert [*found.pages] == list(dict.fromkeys(row.page for row in expected))
    assert [found.index_of(row.article) for row in expected] == [*range(len(expected))]
    assert tuple(before) == ROWS
