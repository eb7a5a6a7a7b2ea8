"""The times of sentences, against gold made by reading."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.quantities.periods import base_of, find_periods

GOLD = Path(__file__).parent / "periods.txt"


def rows() -> Iterator[tuple[str, str, str]]:
    """Yield the date, the sentence and what its times are of each line of the gold."""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            date, text, expected = (cell.strip() for cell in line.split("|"))
            yield date, text, expected


@pytest.mark.parametrize(("date", "text", "expected"), list(rows()))
def test_a_sentence_holds_the_times_of_the_gold(date: str, text: str, expected: str) -> None:
    found = find_periods(text, base_of(date))
    said = (f"{time.surface} = {time.interval.iso or '?' + time.interval.reason}" for time in found)
    assert "; ".join(said) == expected
