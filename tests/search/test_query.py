"""What a query finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.building import document_of, page_of, span_of
from tui.errors import QueryError
from tui.model import Article, Block, Document
from tui.search.query import hits, parse_query


def document(text: str, *tags: tuple[str, int, int]) -> Document:
    page = page_of(text)
    spans = [span_of(page, f"s{n}", (a, b), label=label) for n, (label, a, b) in enumerate(tags)]
    block = Block(role="paragraph", segments=((0, len(text)),))
    article = Article(id="p#1", page="p", kind="news", blocks=(block,))
    return document_of(page, *spans, articles=(article,))


def found(made: Document, query: str) -> list[tuple[int, int]]:
    return [(place.start, place.end) for place in hits(made, made.articles[0], parse_query(query))]


@given(
    st.text(alphabet="甲乙a.*[", min_size=1, max_size=20),
    st.text(alphabet="甲乙a.*[", min_size=1, max_size=3),
)
def test_plain_text_is_found_as_it_stands(text: str, wanted: str) -> None:
    expected = [match.span() for match in re.finditer(re.escape(wanted), text)]
    assert found(document(text), wanted) == expected


def test_a_pattern_is_found_and_case_counts_only_there() -> None:
    made = document("第12届ABC和abc，35人")
    assert found(made, "re:[0-9]+") == [(1, 3), (12, 14)]
    assert found(made, "abc") == [(4, 7), (8, 11)]
    assert found(made, "re:abc") == [(8, 11)]


def test_hits_are_wanted_with_or_without_a_tag() -> None:
    made = document("工会和工会和工会", ("ORG", 0, 2), ("LOC", 3, 5))
    assert found(made, "label:ORG 工会") == [(0, 2)]
    assert found(made, "nolabel:ORG 工会") == [(3, 5), (6, 8)]
    assert found(made, "nolabel:* 工会") == [(6, 8)]
    assert found(made, "label:* 工会") == [(0, 2), (3, 5)]
    assert found(made, "label:LOC") == [(3, 5)]


@pytest.mark.parametrize(
    ("line", "tagged", "untagged"),
    [
        ("label:ORG 工会", ("ORG",), ()),
        ("nolabel:ORG 工会", (), ("ORG",)),
        ("标签:ORG 工会", ("ORG",), ()),
        ("非标签:ORG 工会", (), ("ORG",)),
        ("标签：ORG 非标签：LOC  label:* 工会", ("ORG", "*"), ("LOC",)),
        ("工会 标签:ORG", (), ()),
        ("label: 工会", (), ()),
        ("other:ORG 工会", (), ()),
    ],
)
def test_labels_that_are_wanted_stand_before_the_text_in_either_language(
    line: str, tagged: tuple[str, ...], untagged: tuple[str, ...]
) -> None:
    query = parse_query(line)
    assert (query.tagged, query.untagged) == (tagged, untagged)
    assert query.pattern is not None
    assert query.pattern.search("在工会里") is not None or (tagged, untagged) == ((), ())


def test_a_label_is_wanted_by_the_id_of_what_somebody_calls_it() -> None:
    assert parse_query("标签:机构 非标签:地点 工会", {"机构": "ORG", "地点": "LOC"}.__getitem__)[1:] == (
        ("ORG",),
        ("LOC",),
    )


def test_a_hit_knows_its_tag_and_its_context() -> None:
    made = document("甲工会乙", ("ORG", 1, 3))
    (place,) = hits(made, made.articles[0], parse_query("工会"))
    assert (place.before, place.text, place.after) == ("甲", "工会", "乙")
    assert place.span is not None


@pytest.mark.parametrize("query", ["", "  ", "nolabel:ORG", "re:(", "re:[a"])
def test_a_query_that_cannot_be_is_refused_in_words(query: str) -> None:
    with pytest.raises(QueryError):
        parse_query(query)


def test_a_pattern_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.search.query.SECONDS", 0.05)
    made = document("a" * 5000 + "b")
    with pytest.raises(QueryError, match="takes more than"):
        found(made, "re:(a|aa)+$")
