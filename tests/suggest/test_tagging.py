"""What the model is told of candidates, and the tags that its letters make."""

import pytest

from tui.suggest.candidate import Candidate
from tui.suggest.learned.features import _longest_of_kind
from tui.suggest.learned.tagger import spans_of


@pytest.mark.parametrize(
    ("row", "spans"),
    [
        ("", []),
        ("O O", []),
        ("B-X I-X O", [(0, 2, "X")]),
        ("O B-X I-X", [(1, 3, "X")]),
        ("B-X B-X", [(0, 1, "X"), (1, 2, "X")]),
        ("B-X I-Y I-Y", [(0, 1, "X"), (1, 3, "Y")]),
        ("I-X I-X O I-Y", [(0, 2, "X"), (3, 4, "Y")]),
        ("B-X I-X B-Y O I-X", [(0, 2, "X"), (2, 3, "Y"), (4, 5, "X")]),
    ],
)
def test_a_tag_goes_on_where_its_letters_do(row: str, spans: list[tuple[int, int, str]]) -> None:
    assert list(spans_of(row.split())) == spans


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("0-3X 1-2X", "0-3X"),
        ("0-3X 0-2X 2-5X", "0-3X 2-5X"),
        ("0-3X 1-2Y 2-3Y 4-6X", "0-3X 1-2Y 2-3Y 4-6X"),
        ("0-3X 1-3X 1-4X", "0-3X 1-4X"),
        ("0-9X 1-2X 3-4X 5-6Y", "0-9X 5-6Y"),
    ],
)
def test_of_candidates_of_a_kind_those_count_that_lie_in_no_other(given: str, kept: str) -> None:
    def candidates(line: str) -> list[Candidate]:
        pairs = ((one[:-1].split("-"), one[-1]) for one in line.split())
        return [Candidate(int(start), int(end), label) for (start, end), label in pairs]

    assert _longest_of_kind(candidates(given)) == candidates(kept)
