"""Many spans and relations at once: the same as one by one, and taken back as one."""

import pytest

from tests.store.building import document_of, page_of, span_of
from tui.edit import AddAll, AddRelation, AddSpan
from tui.errors import ChangeError
from tui.model import Relation

PAGE = page_of()
SPANS = (span_of(PAGE, "c", (3, 5)), span_of(PAGE, "a", (0, 5)), span_of(PAGE, "b", (0, 3)))
RELATION = Relation(id="r", label="subject", head="a", tail="b")


def test_all_at_once_is_one_by_one_and_is_taken_back() -> None:
    document = document_of(PAGE, span_of(PAGE, "d", (6, 8)))
    expected = document
    for span in SPANS:
        expected, _ = AddSpan(span=span).apply(expected)
    expected, _ = AddRelation(relation=RELATION).apply(expected)
    added, inverse = AddAll(SPANS, (RELATION,)).apply(document)
    assert (added.spans, added.relations) == (expected.spans, expected.relations)
    back, again = inverse.apply(added)
    assert (back.spans, back.relations) == (document.spans, document.relations)
    assert again.apply(back)[0].spans == added.spans


@pytest.mark.parametrize(
    "change",
    [
        AddAll((SPANS[0], SPANS[0])),
        AddAll((SPANS[0].replaced(text="不"),)),
        AddAll((SPANS[0],), (RELATION,)),
    ],
)
def test_what_does_not_fit_is_refused_whole(change: AddAll) -> None:
    with pytest.raises(ChangeError):
        change.apply(document_of(PAGE))
