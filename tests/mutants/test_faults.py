"""Each kind of fault is found where it is, and only there."""

import pytest

from tests.conftest import ROOT
from tests.mutants.__main__ import EQUIVALENT
from tests.mutants.faults import faults

SOURCE = '''
"""A module: with a few words."""
TABLE = {"甲": 1, "乙": 2, "丙": 3}
WORDS = tuple("米 里 尺".split())
PATTERN = re.compile(r"(?:年|月)初")
PAIR = ("一", "二")


def first(rows: list[int]) -> None:
    """Say which is first."""
    if not rows:
        return
    for row in rows:
        if row and row < 9:
            print(row)
    print([row for row in rows if row])
'''


def found(kind: str, source: str = SOURCE) -> list[list[str]]:
    """The lines of each fault of a kind that come and go."""
    return [
        [line[0] + line[2:].strip() for line in fault.diff if line[0] != " "]
        for fault in faults("a.py", source.encode())
        if fault.kind == kind
    ]


def test_a_guard_never_holds() -> None:
    assert found("guard") == [["-if not rows:", "+if False:"]]


def test_a_term_or_the_condition_of_a_comprehension_is_dropped() -> None:
    assert found("term") == [
        ["-if row and row < 9:", "+if ((row < 9)):"],
        ["-if row and row < 9:", "+if ((row)):"],
        ["-print([row for row in rows if row])", "+print([row for row in rows if True])"],
    ]


def test_a_comparison_is_turned() -> None:
    assert found("comparison") == [["-if row and row < 9:", "+if row and (not (row < 9)):"]]


def test_a_function_and_a_loop_end_early() -> None:
    assert found("exit") == [["-print([row for row in rows if row])", "+return"], ["+break"]]


def test_a_table_loses_a_row_and_a_pair_is_no_table() -> None:
    lost = [line.removeprefix("+") for change in found("row") for line in change if line[0] == "+"]
    assert lost == [
        'TABLE = {"乙": 2, "丙": 3}',
        'TABLE = {"甲": 1, "丙": 3}',
        'TABLE = {"甲": 1, "乙": 2}',
        'WORDS = tuple(" 里 尺".split())',
        'WORDS = tuple("米  尺".split())',
        'WORDS = tuple("米 里 ".split())',
        'PATTERN = re.compile(r"(?:月)初")',
        'PATTERN = re.compile(r"(?:年)初")',
    ]


@pytest.mark.parametrize("line_ends", ["\n", "\r\n"])
def test_positions_hold_behind_characters_of_several_bytes(line_ends: str) -> None:
    source = f'x = "😀批阅"; y = x == "甲"{line_ends}z = 1'
    (fault,) = faults("a.py", source.encode())
    assert fault.changed.decode() == f'x = "😀批阅"; y = (not (x == "甲")){line_ends}z = 1'
    assert (fault.line, fault.last_line) == (1, 1)


def test_each_fault_that_was_read_as_equivalent_names_a_file_and_a_reason() -> None:
    for line in EQUIVALENT.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            assert (ROOT / line.split(" | ")[0]).is_file(), line
            assert line.rpartition(" | ")[2].strip(), line
