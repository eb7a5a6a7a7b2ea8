"""Ranges kept in little memory."""

from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from tui.text.ranges import Ranges

OFFSETS = st.integers(0, 2**32 - 1)
PAIRS = st.lists(st.tuples(OFFSETS, OFFSETS))


@given(PAIRS, PAIRS, OFFSETS)
def test_they_are_what_a_list_of_them_is(
    one: list[tuple[int, int]], other: list[tuple[int, int]], at: int
) -> None:
    whole, expected = Ranges.joined((Ranges(sorted(one)), Ranges(other))), sorted(one) + other
    assert [*whole] == expected
    assert [whole[n] for n in range(-len(whole), len(whole))] == expected * 2
    assert whole[at % 7 : -2] == expected[at % 7 : -2]
    assert bool(whole) == bool(expected)
    assert bisect_right(Ranges(sorted(one)), (at, at)) == bisect_right(sorted(one), (at, at))
