"""What an edit leaves as it was is not made anew."""

from hypothesis import given
from hypothesis import strategies as st

from tui.edit.incremental import Incremental, changed

ITEMS = tuple(f"item {number}" for number in range(3))
"""A few objects, so that the same one stands in several places."""
SEQUENCES = st.lists(st.sampled_from(ITEMS), max_size=8)


@given(SEQUENCES, SEQUENCES)
def test_outside_the_shortest_slices_both_are_the_same(old: list[str], new: list[str]) -> None:
    first, second = changed(old, new)
    assert old[: first.start] == new[: second.start]
    assert old[first.stop :] == new[second.stop :]
    inner, other = old[first], new[second]
    if inner and other:
        assert inner[0] is not other[0]
        assert inner[-1] is not other[-1]


@given(st.lists(SEQUENCES, max_size=5))
def test_what_was_made_of_items_that_stay_is_kept(versions: list[list[str]]) -> None:
    made = list[str]()

    def make(item: str) -> str:
        made.append(item)
        return item.upper()

    rows, before = Incremental(make), list[str]()
    for version in versions:
        made.clear()
        assert rows.of(version) == [item.upper() for item in version]
        assert made == version[changed(before, version)[1]]
        before = version


def test_an_edit_in_the_middle_makes_one_item() -> None:
    made = list[str]()
    rows = Incremental(made.append)
    rows.of(("甲", "乙", "丙", "丁"))
    made.clear()
    rows.of(("甲", "新", "丙", "丁"))
    assert made == ["新"]
