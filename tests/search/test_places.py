"""Where a text stands in an article, and what is tagged there."""

from tests.store.building import document_of, page_of, span_of
from tui.model import Article, Block, Corrections, Document, ReadsPin
from tui.search.places import CONTEXT, occurrences, tagged
from tui.search.query import hits, parse_query

TEXT = "工会办班\n工会和工会\n会员"


def document(*tags: tuple[str, int, int], text: str = TEXT, reads: tuple[ReadsPin, ...] = ()) -> Document:
    """Return a document whose lines are the paragraphs of its one article."""
    page = page_of(text)
    spans = [span_of(page, f"s{n}", (a, b), label=label) for n, (label, a, b) in enumerate(tags)]
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    blocks = tuple(Block(role="paragraph", segments=(range_,)) for range_ in zip(starts, ends, strict=True))
    article = Article(id="p#1", page="p", kind="news", blocks=blocks)
    return document_of(page, *spans, articles=(article,), corrections=Corrections(reads=reads))


def found(made: Document, query: str) -> list[tuple[int, int]]:
    return [(place.start, place.end) for place in hits(made, made.articles[0], parse_query(query))]


def same_text(made: Document, text: str, label: str = "ORG") -> list[tuple[int, str]]:
    return [(place.start, place.standing) for place in occurrences(made, made.articles[0], text, label)]


def test_a_text_is_found_everywhere_it_stands() -> None:
    assert same_text(document(), "工会") == [(0, "free"), (5, "free"), (8, "free")]
    assert same_text(document(text="啊啊啊啊啊"), "啊啊") == [(0, "free"), (2, "free")]
    assert same_text(document(), "") == []
    assert same_text(document(), "银行") == []


def test_a_text_is_not_found_across_paragraphs() -> None:
    made = document(text="新会\n会员和会员会\n会")
    assert same_text(made, "会\n会") == []
    assert same_text(made, "\n会") == []
    assert same_text(made, "会员") == [(3, "free"), (6, "free")]


def test_a_place_is_labelled_by_a_tag_of_just_this_label_and_text() -> None:
    made = document(("ORG", 0, 2), ("LOC", 5, 7), ("ORG", 8, 9))
    assert same_text(made, "工会") == [(0, "labelled"), (5, "crossed"), (8, "crossed")]
    places = list(occurrences(made, made.articles[0], "工会", "ORG"))
    assert [place.span.id if place.span else None for place in places] == ["s0", "s1", "s2"]


def test_of_several_tags_over_a_place_the_one_of_the_label_counts() -> None:
    made = document(("LOC", 0, 2), ("ORG", 0, 2), ("ORG", 0, 4))
    (place, *_) = occurrences(made, made.articles[0], "工会", "ORG")
    assert place.standing == "labelled"
    assert place.span is not None
    assert (place.span.label, place.span.text) == ("ORG", "工会")


def test_a_tag_beside_a_place_does_not_cross_it() -> None:
    made = document(("ORG", 2, 4), ("ORG", 7, 8))
    assert same_text(made, "工会") == [(0, "free"), (5, "free"), (8, "free")]


def test_a_place_shows_what_stands_around_it_in_its_paragraph() -> None:
    (_, second, third) = occurrences(document(), document().articles[0], "工会", "ORG")
    assert (second.before, second.text, second.after) == ("", "工会", "和工会")
    assert (third.before, third.after) == ("工会和", "")
    long = document(text="甲" * 100 + "工会" + "乙" * 100)
    (only,) = occurrences(long, long.articles[0], "工会", "ORG")
    assert (only.before, only.after) == ("甲" * CONTEXT, "乙" * CONTEXT)


def test_the_tags_that_are_wanted_are_given_in_their_order() -> None:
    made = document(("ORG", 5, 7), ("LOC", 0, 2), ("ORG", 8, 10))
    places = list(tagged(made, made.articles[0], lambda span: span.label == "ORG"))
    assert [(place.start, place.text, place.standing) for place in places] == [
        (5, "工会", "labelled"),
        (8, "工会", "labelled"),
    ]
    assert [place.span for place in places] == [span for span in made.spans if span.label == "ORG"]
    assert [place.segments for place in places] == [((5, 7),), ((8, 10),)]


def test_a_hit_beside_a_tag_is_not_tagged() -> None:
    made = document(("LOC", 2, 4))
    assert found(made, "label:LOC 工会") == []
    assert found(made, "nolabel:LOC 工会") == [(0, 2), (5, 7), (8, 10)]
    assert found(document(("LOC", 7, 8)), "label:LOC 工会") == []
    assert found(document(("LOC", 6, 8)), "label:LOC 工会") == [(5, 7)]


def test_a_tag_beside_another_is_not_found_by_its_label() -> None:
    made = document(("ORG", 0, 2), ("LOC", 2, 4), ("LOC", 5, 7), ("ORG", 7, 8))
    assert found(made, "label:LOC") == [(2, 4), (5, 7)]


def test_a_long_tag_is_found_from_any_place_in_it() -> None:
    text = "甲" * 600 + "工会" + "乙" * 600 + "工会"
    made = document(("ORG", 0, 610), ("LOC", 1202, 1204), text=text)
    assert found(made, "label:ORG 工会") == [(600, 602)]
    assert found(made, "label:ORG 甲") == [(at, at + 1) for at in range(600)]


def test_a_tag_in_two_pieces_is_found_at_each() -> None:
    text = "工会" + "甲" * 600 + "工会"
    page = page_of(text)
    made = document_of(page, span_of(page, "s", (0, 2), (602, 604)))
    assert found(made, "label:ORG 工会") == [(0, 2), (602, 604)]
    assert found(made, "label:ORG 甲") == []


def test_a_label_without_a_name_is_plain_text() -> None:
    made = document(text="写着label: 和nolabel:")
    assert found(made, "label:") == [(2, 8), (12, 18)]
    assert found(made, "nolabel:") == [(10, 18)]


def test_several_labels_are_alternatives() -> None:
    made = document(("ORG", 0, 2), ("LOC", 5, 7))
    assert found(made, "label:ORG label:LOC 工会") == [(0, 2), (5, 7)]
    assert found(made, "nolabel:ORG nolabel:LOC 工会") == [(8, 10)]
    assert found(made, "label:* nolabel:LOC 工会") == [(0, 2)]


def test_misread_text_is_found_by_what_it_should_read_and_as_it_stands() -> None:
    text = "工合办班，工会开会\n还有工会和工合"
    reads = tuple(
        ReadsPin(segments=((at, at + 2),), text="工合", reads="工会") for at in (0, text.rindex("工合"))
    )
    made = document(text=text, reads=reads)
    assert found(made, "工会") == [(0, 2), (5, 7), (12, 14), (15, 17)]
    assert found(made, "工合") == [(0, 2), (15, 17)]


def test_an_empty_match_is_no_hit() -> None:
    assert found(document(text="甲乙甲"), "re:甲*") == [(0, 1), (2, 3)]
