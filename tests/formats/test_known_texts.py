"""Which article of the project an imported text is, and where its offsets are in it."""

import pytest

from tests.store.building import division_of, page_of
from tui.formats.common.article_matching import Difference, Map, mapped, reading_of, shown
from tui.formats.common.known_texts import Known, Texts, bare, is_changed
from tui.model import Article, Block, Page, Segment
from tui.text.offsets import Reading, read

FIRST, SECOND = "临溪县总工会新建工会36家。", "东河县总工会慰问职工。"
REPORT = (
    "临溪县总工会昨天召开大会，通报今年以来全县新建工会的情况，并对下一步的工作作出安排，要求各乡镇抓紧。"
)


def texts_of(*pages: Page) -> Texts:
    texts = Texts()
    for page in pages:
        texts.add(page, division_of(page).articles)
    return texts


def test_a_text_is_known_exactly_or_but_for_blanks() -> None:
    texts = texts_of(page_of(FIRST, "a"), page_of(SECOND, "b"))
    for text in (FIRST, FIRST.replace("新", " \n新"), FIRST + "\r\n"):
        texts.begin()
        assert texts.find("", text) == Known("a", "a#1")
    assert texts.find("", FIRST[:-1]) is None
    assert texts.find("b#1", "全是别的") == Known("b", "b#1")
    assert texts.find("c#1", "全是别的") is None


def test_equal_texts_are_equal_articles_in_turn_for_each_annotator_and_each_file() -> None:
    texts = texts_of(page_of(FIRST, "a"), page_of(FIRST, "b"), page_of(FIRST.replace("新", " 新"), "c"))
    for _ in range(2):
        texts.begin()
        for annotator in ("", "wang"):
            found = [texts.find("", FIRST, annotator) for _ in range(4)]
            assert found == [Known("a", "a#1"), Known("b", "b#1"), Known("c", "c#1"), None]


def test_of_equal_texts_that_one_is_taken_that_is_named() -> None:
    texts = texts_of(page_of(FIRST, "a"), page_of(FIRST, "b"))
    assert texts.find("b#1", FIRST) == Known("b", "b#1")
    assert texts.find("", FIRST) == Known("a", "a#1")
    assert texts.find("", FIRST) is None


@pytest.mark.parametrize("name", ["b 版-1", "b-1.wang", "b-1.wang.2", "b-12", "c-1.wang"])
def test_a_file_of_each_annotator_is_of_the_same_article(name: str) -> None:
    texts = texts_of(page_of(FIRST, "a"), page_of(FIRST, "b"))
    assert [texts.find("b-1", FIRST) for _ in range(2)] == [Known("a", "a#1"), Known("b", "b#1")]
    expected = Known("b", "b#1") if name.startswith("b-1.") else None
    assert texts.find(name, FIRST) == expected
    assert texts.find("b-1", FIRST) == Known("b", "b#1")


def test_a_name_in_a_corpus_names_the_text_that_came_with_it() -> None:
    page = page_of(FIRST, "b").replaced(external_id="7")
    texts = texts_of(page_of(FIRST, "a"), page)
    assert texts.find("7", FIRST) == Known("b", "b#1")
    assert texts.named("7") is None
    assert texts.named("b#1") == Known("b", "b#1")


def test_pages_whose_equal_texts_are_no_article_s_are_taken_in_turn() -> None:
    texts = Texts()
    for name in ("a", "b"):
        page = page_of(f"{FIRST}\n{SECOND}", name)
        articles = division_of(page).articles
        texts.add(
            page, [articles[0].replaced(blocks=(Block(role="paragraph", segments=((0, len(FIRST)),)),))]
        )
    assert [texts.find("", f"{FIRST}\n{SECOND}") for _ in range(3)] == [Known("a"), Known("b"), None]
    texts.begin()
    assert [texts.find("", FIRST) for _ in range(3)] == [Known("a", "a#1"), Known("b", "b#1"), None]


def test_a_page_stands_in_for_its_articles_where_none_has_its_text() -> None:
    page = page_of(f"{FIRST}\n{SECOND}", "a")
    texts = Texts()
    texts.add(page, division_of(page, 0, len(FIRST) + 1).articles)
    assert texts.find("", page.text) == Known("a")
    assert texts.find("", SECOND) is None
    assert texts.has(Known("a", "a#2"), f" {SECOND}")
    assert not texts.has(Known("a", "a#2"), FIRST)
    assert not texts.has(Known("x", "x#1"), FIRST)
    texts.begin()
    assert texts.find("", SECOND) == Known("a", "a#2")


def test_an_article_goes_before_a_page_of_its_text_whichever_comes_first() -> None:
    alone, within = page_of(FIRST, "a"), page_of(FIRST, "b")
    for order in (
        ((alone, ()), (within, division_of(within).articles)),
        ((within, division_of(within).articles), (alone, ())),
    ):
        texts = Texts()
        for page, articles in order:
            texts.add(page, articles)
        assert texts.find("", FIRST) == Known("b", "b#1")
        assert texts.find("", FIRST) is None


def test_what_an_import_brings_is_known_from_then_on() -> None:
    texts = Texts()
    texts.add_new(Known("new", "new#1"), FIRST, "7")
    assert texts.find("7", FIRST) == Known("new", "new#1")
    assert texts.alike("", FIRST) == []


def test_a_changed_text_is_looked_for_by_its_beginning_and_end() -> None:
    other_end = REPORT[:45] + "另外的结尾，内容完全不同，谈的是别的事情，也没有提到上面的情况和要求。"
    texts = texts_of(page_of(REPORT, "a"), page_of(other_end, "b"))
    changed = REPORT.replace("大家先后", "各人依次")
    assert texts.alike("", changed) == [Known("a", "a#1")]
    third = REPORT[:44] + "第三种结尾，谈的又是别的事情，而且没有提到上面的那些情况，也不提要求了。"
    assert texts.alike("", third) == [Known("a", "a#1"), Known("b", "b#1")]
    assert texts.alike("", f" {third}") == texts.alike("", third)
    assert texts.alike("", "别" + third) == []
    assert texts.alike("", REPORT[:20]) == []
    assert texts.alike("c", third) == texts.alike("", third)


def test_texts_that_many_begin_with_are_no_changed_ones() -> None:
    def text(number: int) -> str:
        return REPORT + f"结尾{number}" * 9

    for count, found in ((8, 8), (9, 0)):
        texts = texts_of(*(page_of(text(number), f"p{number}") for number in range(count)))
        assert len(texts.alike("", REPORT)) == found
        assert texts.alike("", text(3)) == [Known("p3", "p3#1")]


def test_a_changed_text_of_a_corpus_is_that_of_its_name() -> None:
    texts = texts_of(page_of(REPORT, "a").replaced(external_id="7"))
    changed = REPORT.replace("大家先后", "各人依次")
    assert texts.alike("7", changed) == [Known("a", "a#1")]
    assert texts.alike("8", changed) == []


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (REPORT.replace("大会", "会议"), True),
        (REPORT.replace("昨天", ""), True),
        ("新" + REPORT, True),
        (REPORT + "完", True),
        (REPORT[1:], True),
        (REPORT[:-1], True),
        (REPORT.replace("昨天", "").replace("抓紧", "放松"), False),
        (REPORT[: len(REPORT) // 2], False),
        (REPORT.replace("昨天", "3日"), True),
    ],
)
def test_one_place_that_differs_makes_a_changed_text(there: str, expected: bool) -> None:
    assert is_changed(REPORT, there) == is_changed(there, REPORT) == expected
    assert is_changed(f"{REPORT}\n", f" {there}") == expected


def test_two_bulletins_that_differ_in_their_numbers_are_two() -> None:
    assert not is_changed(REPORT.replace("昨天", "3日"), REPORT.replace("昨天", "14日"))
    assert bare(" 临\u3000溪\r\n县\t") == "临溪县"


# Offsets

TEXT = "标题 一\n临溪县总工会，\n东河县。"


def article(*blocks: tuple[tuple[int, int], ...]) -> tuple[Page, Article, Reading]:
    page = page_of(TEXT)
    made = tuple(Block(role="paragraph", segments=segments) for segments in blocks)
    one = Article(id="p#1", page="p", kind="news", blocks=made)
    return page, one, read(page, one)


PAGE, ARTICLE, READING = article(((0, 4),), ((5, 12), (13, 17)))
KNOWN = Known("p", "p#1")
"""A title, and a paragraph over a wrap: the line's end in it is left out."""


def map_of(text: str, *, across: bool = True, part: int = 0, offset: int = 0) -> Map:
    found = mapped(text, READING, KNOWN, across=across, part=part, offset=offset)
    assert isinstance(found, Map)
    return found


@pytest.mark.parametrize(
    "text", ["标题 一\n临溪县总工会，东河县。", "标题\u3000一\u2028临溪县总工会，东河县。"]
)
def test_offsets_of_the_same_text_are_its_source_places(text: str) -> None:
    found = map_of(text)
    assert found.segments([(0, 2)]) == ((0, 2),)
    assert found.segments([(5, 8)]) == ((5, 8),)
    assert found.segments([(11, 14)]) == ((11, 12), (13, 15))
    assert found.segments([(3, 6)]) == ((3, 4), (5, 6))
    assert found.segments([(0, 2), (5, 8)]) == ((0, 2), (5, 8))
    assert found.segments([(5, 8), (0, 2)]) == ()
    assert found.segments([(4, 5)]) == ()
    assert map_of(text, across=False).segments([(3, 6)]) == ()
    assert map_of(text, across=False).segments([(11, 14)]) == ((11, 12), (13, 15))


def test_offsets_of_a_text_with_other_blanks_are_counted_without_them() -> None:
    found = map_of("标题一 临 溪县总工会，\n东河县。\n")
    assert found.segments([(0, 2)]) == ((0, 2),)
    assert found.segments([(0, 3)]) == ((0, 4),)
    assert found.segments([(4, 8)]) == ((5, 8),)
    assert found.segments([(3, 9)]) == ((5, 9),)
    assert found.segments([(3, 4)]) == ()
    assert found.segments([(2, 5)]) == ((3, 4), (5, 6))


def test_a_part_stands_where_it_says_and_nowhere_else() -> None:
    assert map_of("总工会，", part=1, offset=8).segments([(0, 3)]) == ((8, 11),)
    assert map_of("一\u2028临", part=2, offset=3).segments([(2, 3)]) == ((5, 6),)
    for text, part, offset in (
        ("总工会，", 1, 7),
        ("总工会，", 0, 8),
        ("总工会，", 1, -8),
        ("东河县。了", 1, 12),
        ("一 临", 0, 3),
    ):
        assert isinstance(mapped(text, READING, KNOWN, across=True, part=part, offset=offset), Difference)


def test_the_first_difference_is_named_with_what_stands_there() -> None:
    found = mapped("标题 一\n临溪市总工会，东河县。", READING, KNOWN, across=True)
    assert found == Difference(KNOWN, 7, "市总工会，东河县。", "县总工会，东河县。")
    assert mapped("标题 一", READING, KNOWN, across=True) == Difference(KNOWN, 4, "", "临溪县总工会，东河县")
    longer = READING.text + " 完了"
    assert mapped(longer, READING, KNOWN, across=True) == Difference(KNOWN, len(longer) - 2, "完了", "")


def test_a_page_without_articles_is_read_as_it_stands() -> None:
    assert reading_of(PAGE, (ARTICLE,), KNOWN) == READING
    assert reading_of(PAGE, (ARTICLE,), Known("p")).text == TEXT
    assert reading_of(PAGE, (), KNOWN).to_source(0, 2) == ((0, 2),)


def test_a_tag_on_the_page_is_what_articles_show_of_it() -> None:
    page = page_of(TEXT)
    one, other = division_of(page, 0, 13).articles
    readings = [read(page, one), read(page, other)]
    assert shown(((0, 2),), [READING], across=True) == ((0, 2),)
    assert shown(((9, 15),), [READING], across=True) == ((9, 12), (13, 15))
    assert shown(((9, 15),), [READING], across=False) == ((9, 12), (13, 15))
    assert shown(((0, 2), (6, 8)), [READING], across=True) == ((0, 2), (6, 8))
    assert shown(((0, 2), (6, 8)), [READING], across=False) == ()
    assert shown(((9, 15),), readings, across=True) == ()
    assert shown(((12, 13),), [READING], across=True) == ((12, 13),)
    assert shown(((13, 15),), readings, across=False) == ((13, 15),)


@pytest.mark.parametrize(
    ("part", "across", "expected"),
    [
        ((3, 7), False, ((4, 7),)),
        ((0, 4), False, ((0, 3),)),
        ((0, 3), False, ((0, 3),)),
        ((2, 5), False, ()),
        ((2, 5), True, ((2, 3), (4, 5))),
        ((3, 4), False, ()),
    ],
)
def test_a_mark_stands_in_one_block_the_line_s_end_between_belongs_to_none(
    part: Segment, across: bool, expected: tuple[Segment, ...]
) -> None:
    page = page_of("临溪县\n总工会")
    blocks = tuple(Block(role="paragraph", segments=(place,)) for place in ((0, 3), (4, 7)))
    article = Article(id="p#1", page="p", kind="news", blocks=blocks)
    found = mapped(page.text, read(page, article), Known("p", "p#1"), across=across)
    assert isinstance(found, Map)
    assert found.segments([part]) == expected
