"""The converter between source offsets and reading offsets is exact, or raises."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shares import examples
from tests.text.press import Press, Typography
from tests.text.showing import page_of
from tui.errors import OffsetError
from tui.model import Article, Block, Page, surface
from tui.text.divide import divide
from tui.text.offsets import read

TEXT = "标题\n\n甲乙丙\n\n丁戊。\n\n己庚。\n"
PAGE = page_of(TEXT)
ARTICLE = Article(
    id="page#1",
    page="page",
    kind="news",
    blocks=(
        Block(role="title", segments=((0, 2),)),
        Block(role="paragraph", segments=((4, 7), (9, 12))),
        Block(role="paragraph", segments=((14, 17),)),
    ),
)
READING = read(PAGE, ARTICLE)


def set_page(seed: int) -> Page:
    """Return a page whose paragraphs are cut and wrapped, so that blocks have several segments."""
    return page_of(Press(Random(seed), Typography(width=16, indent="　　", cuts=True)).page(2))


SETS = st.integers(0, 10**6).map(set_page)


def test_the_reading_text_is_the_blocks_joined_by_line_feeds() -> None:
    assert READING.text == "标题\n甲乙丙丁戊。\n己庚。"
    assert [READING.text[a:b] for a, b in READING.blocks] == ["标题", "甲乙丙丁戊。", "己庚。"]


@pytest.mark.parametrize(
    ("reading", "source"),
    [
        ((0, 2), ((0, 2),)),
        ((4, 6), ((5, 7),)),
        ((5, 7), ((6, 7), (9, 10))),
        ((3, 9), ((4, 7), (9, 12))),
        ((10, 13), ((14, 17),)),
    ],
)
def test_a_range_has_the_segments_where_it_stands(
    reading: tuple[int, int], source: tuple[tuple[int, int], ...]
) -> None:
    assert READING.to_source(*reading) == source
    assert READING.to_reading(source) == reading


@pytest.mark.slow
@settings(max_examples=examples(60))
@given(SETS, st.data())
def test_reading_to_source_and_back_is_the_same_range(page: Page, data: st.DataObject) -> None:
    for article in divide(page).articles:
        reading = read(page, article)
        left, right = data.draw(st.sampled_from(reading.blocks))
        start = data.draw(st.integers(left, right - 1))
        end = data.draw(st.integers(start + 1, right))
        segments = reading.to_source(start, end)
        assert surface(page.text, segments) == reading.text[start:end]
        assert reading.to_reading(segments) == (start, end)


@pytest.mark.slow
@settings(max_examples=examples(60))
@given(SETS)
def test_each_character_goes_to_its_place_and_comes_back(page: Page) -> None:
    for article in divide(page).articles:
        reading = read(page, article)
        inside = [at for start, end in reading.blocks for at in range(start, end)]
        places = [reading.source_at(at) for at in inside]
        assert [page.text[place] for place in places] == [reading.text[at] for at in inside]
        assert [reading.reading_at(place) for place in places] == inside


@settings(max_examples=examples(60))
@given(SETS)
def test_the_source_range_of_a_block_is_its_segments(page: Page) -> None:
    for article in divide(page).articles:
        reading = read(page, article)
        for (start, end), block in zip(reading.blocks, article.blocks, strict=True):
            assert reading.to_source(start, end) == block.segments


@pytest.mark.parametrize(
    ("start", "end", "key"),
    [
        (0, 0, "offsets.outside"),
        (2, 1, "offsets.outside"),
        (-1, 1, "offsets.outside"),
        (11, 14, "offsets.outside"),
        (0, 3, "offsets.blocks"),
        (2, 3, "offsets.blocks"),
        (1, 4, "offsets.blocks"),
        (3, 11, "offsets.blocks"),
    ],
)
def test_a_range_that_cannot_be_converted_raises(start: int, end: int, key: str) -> None:
    with pytest.raises(OffsetError) as refused:
        READING.to_source(start, end)
    assert refused.value.key == key


@pytest.mark.parametrize(
    "segments",
    [
        ((2, 3),),
        ((0, 3),),
        ((4, 5), (6, 7)),
        ((7, 9),),
        ((1, 2), (4, 5)),
        ((11, 12), (14, 15)),
        ((90, 91),),
    ],
    ids=["a line break", "into one", "a hole", "between columns", "two blocks", "two paragraphs", "nowhere"],
)
def test_segments_that_are_not_one_range_of_the_text_raise(segments: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(OffsetError):
        READING.to_reading(segments)


def test_what_is_shown_of_segments_is_their_part_in_the_article() -> None:
    assert READING.project(((0, 5), (16, 30))) == ((0, 2), (3, 4), (12, 13))
    assert READING.project(((2, 4),)) == ()


def test_a_joint_belongs_to_the_block_before_it() -> None:
    assert [READING.block_at(at) for at in (0, 2, 3, 9, 10, 13)] == [0, 0, 1, 1, 2, 2]
    assert READING.source_at(2) == 2


def test_a_place_that_is_not_read_goes_to_the_next_that_is() -> None:
    assert READING.reading_at(2) == 3
    assert READING.reading_at(8) == 6
    assert READING.reading_at(99) == len(READING.text) - 1
