"""Ranges that overlap another are found without looking at all of them."""

from hypothesis import example, given
from hypothesis import strategies as st

from tui.suggest.candidate import Candidate, overlapping

CANDIDATES = st.builds(
    lambda start, length: Candidate(start, start + length, "ORG"), st.integers(0, 40), st.integers(1, 12)
)


@given(st.lists(CANDIDATES, max_size=12), CANDIDATES)
@example([Candidate(0, 10, "ORG"), Candidate(2, 3, "ORG")], Candidate(5, 6, "ORG"))
@example([Candidate(0, 3, "ORG"), Candidate(3, 5, "ORG")], Candidate(3, 4, "ORG"))
def test_each_that_shares_a_character_is_found_and_no_other(ranges: list[Candidate], one: Candidate) -> None:
    shared = [r for r in ranges if set(range(r.start, r.end)) & set(range(one.start, one.end))]
    assert sorted(overlapping(ranges)(one), key=lambda r: r.range) == sorted(shared, key=lambda r: r.range)
