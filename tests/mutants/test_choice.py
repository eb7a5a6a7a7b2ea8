"""Which tests try a fault, and in which order."""

from collections import Counter
from itertools import chain

from tests.mutants.__main__ import _choose
from tests.mutants.faults import Fault, faults
from tests.mutants.trial import Covered

SOURCE = b"WORDS = (1, 2, 3)\n\n\ndef first(rows):\n    if not rows:\n        return 0\n    return rows[0]\n"
ROW, GUARD = (
    next(fault for fault in faults("a.py", SOURCE) if fault.kind == kind) for kind in ("row", "guard")
)


def chosen(
    fault: Fault, runs: dict[str, tuple[str, str]], seconds: dict[str, float], limit: float
) -> list[str]:
    """The tests that try a fault.

    Args:
        fault: in `a.py`.
        runs: the lines, a digit each, that a test runs of `a.py` and of another file.
        seconds: that tests take; others a second.
        limit: in seconds.
    """
    lines = {
        path: {line: frozenset(test for test in runs if str(line) in runs[test][at]) for line in range(1, 10)}
        for at, path in enumerate(("a.py", "b.py"))
    }
    ran = Counter(chain.from_iterable(tests for of_file in lines.values() for tests in of_file.values()))
    covered = Covered({test: seconds.get(test, 1.0) for test in runs}, lines, ())
    return list(_choose(fault, covered, ran, limit))


def test_a_fault_is_tried_by_those_that_run_it_until_the_time_is_up() -> None:
    runs = {"one": ("5", ""), "other": ("57", "1"), "elsewhere": ("7", ""), "third": ("5", "12")}
    assert chosen(GUARD, runs, {}, 9) == ["one", "other", "third"]
    assert chosen(GUARD, runs, {}, 2) == ["one", "other"]


def test_one_that_runs_little_else_and_one_that_runs_most_of_the_module_take_turns() -> None:
    runs = {"most": ("567", "12345"), "little": ("5", ""), "more": ("56", "1234"), "less": ("5", "1")}
    assert chosen(GUARD, runs, {}, 99) == ["little", "most", "less", "more"]


def test_the_quickest_come_first_and_those_that_take_the_time_of_many_last() -> None:
    runs = {"long": ("567", ""), "usual": ("56", "1"), "quick": ("5", "1234")}
    for seconds, expected in (
        ({"long": 3.1, "usual": 3.0, "quick": 0.1}, ["quick", "usual", "long"]),
        ({"long": 3.0, "usual": 3.0, "quick": 0.11}, ["long", "usual", "quick"]),
        ({"long": 0.1, "usual": 0.1, "quick": 0.1}, ["long", "usual", "quick"]),
    ):
        assert chosen(GUARD, runs, seconds, 60) == expected


def test_a_row_of_a_table_is_tried_by_all() -> None:
    runs = {"one": ("", ""), "other": ("7", "12")}
    assert set(chosen(ROW, runs, {}, 9)) == {"one", "other"}
