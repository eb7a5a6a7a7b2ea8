"""Lines of newspaper pages with what they are: one at least for each wording of the conventions."""

from pathlib import Path

import pytest

from tui.text.parts import parts

LINES = (Path(__file__).parent / "conventions.txt").read_text("utf-8").splitlines()
ROWS = [line for line in LINES if not line.startswith("# ")]


@pytest.mark.parametrize("row", ROWS)
def test_a_line_is_what_its_convention_says(row: str) -> None:
    expected = [part.partition(": ")[::2] for part in row.split(" | ")]
    found = parts(" ".join(text for _, text in expected))
    assert [(part.cue.name.lower() if part.cue else "-") for part in found] == [cue for cue, _ in expected]
