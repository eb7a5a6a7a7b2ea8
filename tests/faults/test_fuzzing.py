"""A little of every fuzzer; `python -m tests.faults.fuzzing 600` runs them for longer."""

import pytest

from tests.faults.fuzzing import TARGETS, fuzz


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", TARGETS)
def test_whatever_comes_in_there_is_an_answer_or_one_line(name: str) -> None:
    fuzz(name, 8 if name.startswith("import") else 60)
