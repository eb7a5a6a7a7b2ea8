"""Ranges that overlap another are found without looking at all of them."""

from hypothesis import example, given
from hypothesis import strategies as st

from tui.suggest.candidate import Candidate, outermost, overlapping, without_crossing, without_overlap

CANDIDATES = st.builds(
    lambda start, length: Candidate(start, start + length, "ORG"), st.integers(0, 40), st.integers(1, 12)
)
SCORED = st.lists(
    st.builds(
        lambda start, length, score: Candidate(start, start + length, "ORG", score),
        st.integers(0, 12),
        st.integers(1, 6),
        st.sampled_from([0.2, 0.5, 0.9]),
    ),
    max_size=6,
)


@given(st.lists(CANDIDATES, max_size=12), CANDIDATES)
@example([Candidate(0, 10, "ORG"), Candidate(2, 3, "ORG")], Candidate(5, 6, "ORG"))
@example([Candidate(0, 3, "ORG"), Candidate(3, 5, "ORG")], Candidate(3, 4, "ORG"))
def test_each_that_shares_a_character_is_found_and_no_other(ranges: list[Candidate], one: Candidate) -> None:
    shared = [r for r in ranges if set(range(r.start, r.end)) & set(range(one.start, one.end))]
    assert sorted(overlapping(ranges)(one), key=lambda r: r.range) == sorted(shared, key=lambda r: r.range)


def places(one: Candidate) -> set[int]:
    return set(range(one.start, one.end))


@given(SCORED)
def test_the_outermost_lie_in_no_other_and_all_others_lie_in_one_of_them(given_: list[Candidate]) -> None:
    found = outermost(given_)
    assert [one.range for one in found] == sorted({one.range for one in found})
    for one in given_:
        holding = [other for other in found if places(one) <= places(other)]
        assert holding
        assert one not in found or holding == [one]
        assert all(one.score <= other.score for other in holding if other.range == one.range)


@given(SCORED, SCORED)
def test_what_touches_nothing_is_kept_the_surest_and_longest_first(
    found: list[Candidate], others: list[Candidate]
) -> None:
    kept = without_overlap(found, others)
    taken = [places(one) for one in (*found, *kept)]
    for at, one in enumerate(kept, len(found)):
        assert all(places(one).isdisjoint(other) for number, other in enumerate(taken) if number != at)
    ranked = [(one.score, one.end - one.start) for one in kept]
    assert ranked == sorted(ranked, reverse=True)
    for one in others:
        surer = [
            *found,
            *(other for other in kept if (other.score, len(places(other))) >= (one.score, len(places(one)))),
        ]
        assert any(places(one) & places(other) for other in surer)


@given(SCORED, SCORED)
def test_what_crosses_nothing_is_kept_and_may_nest(found: list[Candidate], others: list[Candidate]) -> None:
    def fits(one: Candidate, other: Candidate) -> bool:
        mine, theirs = places(one), places(other)
        return mine != theirs and (mine < theirs or theirs < mine or mine.isdisjoint(theirs))

    assert without_crossing(found, others) == [
        one for one in others if all(fits(one, other) for other in found)
    ]
