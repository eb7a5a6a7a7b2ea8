"""What stands in the text: which proposals, which are sure, and what of an article has been on the screen."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.workspace.standing import CHECKED, ORDERS, Answer, StandingProposals
from tui.store.settings.model import SuggestSettings
from tui.suggest.candidate import Candidate

TEXT = "望津区总工会主席李青禾来了。"
FOUND = (
    Candidate(0, 6, "ORG", 0.95, "learned"),
    Candidate(8, 11, "PERSON", 0.6, "learned"),
    Candidate(0, 3, "LOC", 0.1, "learned"),
)


def standing(annotator: str = "ling", article: str = "p#1", kind: str = "segmented") -> StandingProposals:
    made = StandingProposals(SuggestSettings(shown=0.5, sure=0.9, off_for=("mo",)), annotator)
    made.is_check = lambda *_: False  # type: ignore[method-assign]
    opened = SimpleNamespace(article=SimpleNamespace(id=article), kind=kind, document="document")
    made.follow(cast("Any", opened), cast("Any", SimpleNamespace(reading=SimpleNamespace(text=TEXT))))
    return made


def rows(proposals: StandingProposals) -> list[tuple[str, str, bool]]:
    return [(TEXT[p.start : p.end], p.label, p.sure) for p in proposals.places()]


def answer(*found: Candidate) -> Answer:
    return Answer(found, lambda _: found)


def test_what_is_likely_enough_stands_there_and_what_is_surer_is_sure() -> None:
    made = standing()
    assert (made.is_answered, made.places()) == (False, ())
    made.put("p#1", answer(*FOUND))
    assert made.is_answered
    assert rows(made) == [("望津区总工会", "ORG", True), ("李青禾", "PERSON", False)]
    assert len(made.candidates()) == 3
    made.sure = 0.96
    assert rows(made) == [("望津区总工会", "ORG", False), ("李青禾", "PERSON", False)]
    made.shown = 0.05
    assert len(rows(made)) == 3
    made.hidden = True
    assert rows(made) == []


def test_an_edge_counts_as_reached() -> None:
    made = standing()
    made.put(
        "p#1", answer(Candidate(0, 6, "ORG", 0.9, "learned"), Candidate(8, 11, "PERSON", 0.5, "learned"))
    )
    assert rows(made) == [("望津区总工会", "ORG", True), ("李青禾", "PERSON", False)]


def test_nothing_stands_in_another_article_nor_for_whom_it_is_off_nor_in_source_lines() -> None:
    for made in (standing("mo"), standing(article="q#1"), standing(kind="source")):
        made.put("p#1", answer(*FOUND))
        assert (made.candidates(), made.places()) == ((), ())
    assert StandingProposals(SuggestSettings(), "ling").candidates() == ()


def test_a_new_answer_and_a_changed_page_are_looked_at_again() -> None:
    made, asked = standing(), list[object]()

    def still_open(document: object) -> tuple[Candidate, ...]:
        asked.append(document)
        return FOUND[:1]

    made.put("p#1", Answer(FOUND, still_open))
    for _ in range(3):
        made.candidates()
    assert asked == ["document"]
    opened = SimpleNamespace(article=SimpleNamespace(id="p#1"), kind="segmented", document="changed")
    made.follow(cast("Any", opened), cast("Any", SimpleNamespace(reading=SimpleNamespace(text=TEXT))))
    assert made.candidates() == FOUND[:1]
    assert asked == ["document", "changed"]
    made.put("p#1", answer(*FOUND[:2]))
    assert made.candidates() == FOUND[:2]
    assert len(rows(made)) == 2


def test_one_in_twenty_sure_ones_is_looked_at_the_same_in_each_session() -> None:
    made = StandingProposals(SuggestSettings(), "ling")
    again = StandingProposals(SuggestSettings(), "ling")
    checked = [made.is_check(start, start + 2) for start in range(4000)]
    assert checked == [again.is_check(start, start + 2) for start in range(4000)]
    assert 0.5 < sum(checked) * CHECKED / 4000 < 1.5
    at = checked.index(True)
    assert not made.is_sure(1.0, at, at + 2)
    assert made.is_sure(1.0, checked.index(False), checked.index(False) + 2)


RANGES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda r: (r[0], r[0] + r[1])), max_size=8
)


@given(seen=RANGES, asked=st.tuples(st.integers(0, 40), st.integers(1, 12)))
def test_what_was_on_the_screen_is_the_union_of_what_was_seen(
    seen: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    made = standing()
    for each in seen:
        made.see(each)
    start, end = asked[0], sum(asked)
    covered = set().union(*(range(a, b) for a, b in seen)) if seen else set()
    # What only touches is one piece: between two screens no character is missed.
    assert made.was_seen(start, end) == covered.issuperset(range(start, end))


def test_what_was_seen_of_one_article_was_not_seen_of_another() -> None:
    made = standing()
    made.see((0, 10))
    assert made.was_seen(2, 5)
    opened = SimpleNamespace(article=SimpleNamespace(id="q#1"), kind="segmented", document="document")
    made.follow(cast("Any", opened), cast("Any", SimpleNamespace(reading=SimpleNamespace(text=TEXT))))
    assert not made.was_seen(2, 5)


def test_the_orders_come_round() -> None:
    made = standing()
    assert made.order == SuggestSettings().order
    seen = [made.next_order() for _ in ORDERS]
    assert sorted(seen) == sorted(ORDERS)
    assert seen[-1] == SuggestSettings().order


@pytest.mark.parametrize("score", [0.49, 0.5])
def test_a_score_below_what_is_shown_does_not_stand_there(score: float) -> None:
    made = standing()
    made.put("p#1", answer(replace(FOUND[1], score=score)))
    assert bool(rows(made)) == (score >= 0.5)
