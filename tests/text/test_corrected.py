"""A division with a person's corrections: what stands in which block of which article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.showing import page_of
from tui.model import Article, Block, BlockPin, BorderPin, Corrections, Division, Role, WordPin, surface
from tui.text.correct import corrected, corrected_words
from tui.text.offsets import Reading
from tui.text.titles import headline_of, title_of

TEXT = "甲桥\n\n乙桥今天通车。\n\n丙市\n\n丁市昨天开张了。\n\n尾注\n"
PAGE = page_of(TEXT)


def place(text: str) -> tuple[int, int]:
    start = TEXT.index(text)
    return start, start + len(text)


def block(role: Role, text: str) -> Block:
    return Block(role=role, segments=(place(text),), confidence=0.5)


def article(number: int, *blocks: Block) -> Article:
    return Article(id=f"p#{number}", page="p", kind="news", blocks=blocks, confidence=0.5, border=0.5)


DIVISION = Division(
    articles=(
        article(1, block("title", "甲桥"), block("paragraph", "乙桥今天通车。")),
        article(2, block("title", "丙市"), block("paragraph", "丁市昨天开张了。")),
    ),
    furniture=(place("尾注"),),
)


def is_(role: Role | None, text: str) -> Corrections:
    """A text is one block."""
    return Corrections(blocks=(BlockPin(segments=(place(text),), text=text, role=role),))


def begins(text: str, *, does: bool = True) -> Corrections:
    """An article begins with a text, or does not."""
    return Corrections(borders=(BorderPin(at=TEXT.index(text), text=text, begins=does),))


def shown(corrections: Corrections) -> dict[str, list[str]]:
    """The blocks of each article by its id, each with the first letter of its role; what is in none."""
    division = corrected(PAGE, DIVISION, corrections)
    found = {
        one.id: [f"{b.role[0]} {surface(TEXT, b.segments)}" for b in one.blocks] for one in division.articles
    }
    return found | {"": [TEXT[slice(*segment)] for segment in division.furniture]}


FIRST, SECOND = ["t 甲桥", "p 乙桥今天通车。"], ["t 丙市", "p 丁市昨天开张了。"]


def test_what_nobody_corrected_stays_as_it_is() -> None:
    assert corrected(PAGE, DIVISION, Corrections(date="2033")) is DIVISION
    assert shown(Corrections()) == {"p#1": FIRST, "p#2": SECOND, "": ["尾注"]}


@pytest.mark.parametrize(
    ("corrections", "first", "second", "furniture"),
    [
        (is_("lead", "乙桥今天通车。"), ["t 甲桥", "l 乙桥今天通车。"], SECOND, ["尾注"]),
        (is_(None, "丙市"), FIRST, ["p 丁市昨天开张了。"], ["丙市", "尾注"]),
        (is_("byline", "尾注"), FIRST, [*SECOND, "b 尾注"], []),
        (is_("heading", "乙桥"), ["t 甲桥", "h 乙桥", "p 今天通车。"], SECOND, ["尾注"]),
        (is_("heading", "通车。"), ["t 甲桥", "p 乙桥今天", "h 通车。"], SECOND, ["尾注"]),
        (is_("heading", "今天"), ["t 甲桥", "p 乙桥通车。", "h 今天"], SECOND, ["尾注"]),
        (is_(None, "今天"), ["t 甲桥", "p 乙桥通车。"], SECOND, ["今天", "尾注"]),
    ],
)
def test_a_text_is_what_a_person_said(
    corrections: Corrections, first: list[str], second: list[str], furniture: list[str]
) -> None:
    assert shown(corrections) == {"p#1": first, "p#2": second, "": furniture}


def test_a_text_over_two_articles_is_one_block_of_the_first() -> None:
    text = "乙桥今天通车。\n\n丙市"
    pin = BlockPin(segments=(place("乙桥今天通车。"), place("丙市")), text="", role="paragraph")
    assert text in TEXT
    assert shown(Corrections(blocks=(pin,))) == {
        "p#1": ["t 甲桥", "p 乙桥今天通车。丙市"],
        "p#2": ["p 丁市昨天开张了。"],
        "": ["尾注"],
    }


@pytest.mark.parametrize(
    ("corrections", "expected"),
    [
        (begins("丙市", does=False), {"p#2": FIRST + SECOND}),
        (begins("乙桥"), {"p#1.1": FIRST[:1], "p#1": FIRST[1:], "p#2": SECOND}),
        (begins("通车"), {"p#1": ["t 甲桥", "p 乙桥今天"], "p#1.1": ["p 通车。"], "p#2": SECOND}),
        (begins("昨天"), {"p#1": FIRST, "p#2.1": ["t 丙市", "p 丁市"], "p#2": ["p 昨天开张了。"]}),
        (begins("甲桥", does=False), {"p#1": FIRST, "p#2": SECOND}),
        (begins("丙市"), {"p#1": FIRST, "p#2": SECOND}),
    ],
)
def test_an_article_begins_where_a_person_said_and_keeps_the_id_of_most_of_its_text(
    corrections: Corrections, expected: dict[str, list[str]]
) -> None:
    assert shown(corrections) == {**expected, "": ["尾注"]}


def test_what_a_person_said_is_not_doubted() -> None:
    def sure(corrections: Corrections) -> list[tuple[float, float]]:
        return [(one.confidence, one.border) for one in corrected(PAGE, DIVISION, corrections).articles]

    assert sure(begins("丙市")) == [(0.5, 0.5), (1.0, 1.0)]
    assert sure(is_("lead", "丁市昨天开张了。")) == [(0.5, 0.5), (1.0, 0.5)]
    assert {one.kind for one in corrected(PAGE, DIVISION, begins("丙市")).articles} == {"news"}


@given(st.data())
def test_every_character_stays_once(data: st.DataObject) -> None:
    ends = sorted(data.draw(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6, unique=True)))
    ranges = list(zip(ends[::2], ends[1::2], strict=False))
    roles: st.SearchStrategy[Role | None] = st.sampled_from(["title", "paragraph", None])
    pins = tuple(
        BlockPin(segments=(range_,), text=TEXT[slice(*range_)], role=data.draw(roles))
        for range_ in ranges
        if TEXT[slice(*range_)].strip() == TEXT[slice(*range_)]
    )
    at = data.draw(st.sampled_from([i for i, c in enumerate(TEXT) if not c.isspace()]))
    border = BorderPin(at=at, text=TEXT[at], begins=data.draw(st.booleans()))
    division = corrected(PAGE, DIVISION, Corrections(blocks=pins, borders=(border,)))
    segments = [s for one in division.articles for b in one.blocks for s in b.segments]
    places = sorted(i for s in (*segments, *division.furniture) for i in range(*s))
    assert [i for i in places if not TEXT[i].isspace()] == [i for i, c in enumerate(TEXT) if not c.isspace()]
    assert len({one.id for one in division.articles}) == len(division.articles)


def test_words_are_as_a_person_cut_them() -> None:
    text = "甲桥今天通车"
    reading = Reading(text, ((0, 6),), ((0, 0, 6),))
    words = [(0, 2), (2, 4), (4, 6)]

    def pinned(start: int, end: int, said: str = "") -> WordPin:
        return WordPin(segments=((start, end),), text=said or text[start:end])

    assert corrected_words(reading, words, []) == words
    assert corrected_words(reading, words, [pinned(1, 3)]) == [(0, 1), (1, 3), (3, 4), (4, 6)]
    assert corrected_words(reading, words, [pinned(2, 6)]) == [(0, 2), (2, 6)]
    assert corrected_words(reading, words, [pinned(4, 5), pinned(5, 6)]) == [(0, 2), (2, 4), (4, 5), (5, 6)]
    assert corrected_words(reading, words, [pinned(1, 3, "别的")]) == words
    assert corrected_words(reading, words, [pinned(7, 9, "别的")]) == words


def test_an_article_is_called_by_its_title_else_by_its_first_words() -> None:
    first = DIVISION.articles[0]
    assert (headline_of(PAGE, first), title_of(PAGE, first)) == ("甲桥", "甲桥")
    below = article(3, block("kicker", "丙市"), block("title", "乙桥今天通车。"))
    assert (headline_of(PAGE, below), title_of(PAGE, below)) == ("乙桥今天通车。", "乙桥今天通车。")
    body = article(3, block("paragraph", "乙桥今天通车。"))
    assert (headline_of(PAGE, body), title_of(PAGE, body)) == (None, "[乙桥今天通车。]")
    signed = article(
        3, block("byline", "丙市"), block("credit", "尾注"), block("paragraph", "乙桥今天通车。")
    )
    assert title_of(PAGE, signed) == "[乙桥今天通车。]"
    assert title_of(PAGE, article(3, block("byline", "丙市"))) == "[丙市]"
    long = page_of("长" * 31)
    whole = article(4, Block(role="paragraph", segments=((0, 31),)))
    assert title_of(long, whole) == f"[{'长' * 30}…]"
    assert title_of(long, article(4, Block(role="paragraph", segments=((0, 30),)))) == f"[{'长' * 30}]"


def test_an_article_that_begins_between_two_parts_of_another_one_s_paragraph_leaves_that_whole() -> None:
    parted = Block(role="paragraph", segments=(place("乙桥今天通车。"), place("尾注")), confidence=0.5)
    division = Division(
        articles=(
            article(1, block("title", "甲桥"), parted),
            article(2, block("title", "丙市"), block("paragraph", "丁市昨天开张了。")),
        )
    )
    found = corrected(PAGE, division, begins("丁市昨天开张了。"))
    assert [[surface(TEXT, b.segments) for b in one.blocks] for one in found.articles] == [
        ["甲桥", "乙桥今天通车。尾注"],
        ["丙市"],
        ["丁市昨天开张了。"],
    ]
    inside = corrected(PAGE, division, begins("尾注"))
    assert [surface(TEXT, b.segments) for b in inside.articles[1].blocks] == ["尾注"]
