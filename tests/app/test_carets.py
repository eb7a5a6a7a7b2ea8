"""Cursor and selection at the edges: blanks, empty lines, ends that meet."""

from typing import get_args

import pytest

from tests.app.test_geometry import text_field
from tests.app.test_reader_model import field, selected
from tui.app.text_view.geometry import caret as carets
from tui.app.text_view.geometry.caret import Caret, Field, Side, TextUnit
from tui.app.text_view.geometry.layout import lay_out
from tui.app.workspace.view import View, ViewRole
from tui.model import Segment
from tui.text.offsets import Reading

SOURCE: ViewRole = "source"


def walked(where: Field, at: int, motion: str) -> list[int]:
    """Where a motion leads, until it leads nowhere."""
    found = [at]
    while (there := carets.move(where, Caret(found[-1]), motion).at) != found[-1]:
        found.append(there)
    return found


def test_words_are_walked_over_blanks_and_not_over_those_at_the_edges() -> None:
    where = text_field("  甲乙  丙\u3000丁戊 ", "甲乙", "丁戊")
    assert walked(where, 0, "word_right") == [0, 2, 6, 8]
    assert walked(where, 9, "word_left") == [9, 8, 6, 2]
    assert walked(where, 10, "word_left") == [10, 8, 6, 2]
    assert walked(where, 5, "word_left") == [5, 2]
    assert walked(where, 1, "word_left") == [1], "there is no word before"


def lines_field(*lines: str) -> Field:
    """Lines of a source, some of them empty; each character is a word."""
    blocks = list[Segment]()
    for line in lines:
        start = blocks[-1][1] + 1 if blocks else 0
        blocks.append((start, start + len(line)))
    text = "\n".join(lines)
    reading = Reading(text, tuple(blocks), ((0, 0, len(text)),))
    return Field(lay_out(View(reading, (SOURCE,) * len(lines)), 40), ())


def test_the_cursor_may_stand_on_an_empty_line_where_nothing_is_selected() -> None:
    where = lines_field("", "甲乙", "", "丙")
    assert [where.snap(at) for at in range(6)] == [0, 1, 2, 2, 4, 5]
    assert carets.select(where, (0, 1), "end", within=0) == Caret(0)
    assert carets.select(where, (1, 9), "end", within=4) == Caret(4)
    assert carets.select(where, (0, 9), "end", within=2) == Caret(2, (1, 3), "end")
    for unit in get_args(TextUnit):
        assert carets.select_unit(where, Caret(4), unit).selection is None, unit


def test_of_blanks_alone_nothing_is_meant() -> None:
    where = text_field(" 甲 ")
    assert carets.target(where, Caret(0, (0, 1))) == (0, 0)
    assert carets.target(where, Caret(2, (2, 3))) == (2, 2)


@pytest.mark.parametrize(
    ("side", "step", "text"),
    [("end", 1, "总工会新发展"), ("end", -1, "总工会"), ("start", -1, "顺义区总工会新"), ("start", 1, "新")],
)
def test_an_end_of_a_selection_is_moved_by_a_word(side: str, step: int, text: str) -> None:
    moved = carets.move_edge(field(), Caret(11, (8, 12), "end"), side, step)  # type: ignore[arg-type]
    assert selected(moved) == text


@pytest.mark.parametrize("side", ["start", "end"])
def test_what_is_selected_first_does_not_depend_on_what_was_moved_before(side: Side) -> None:
    where, here = field(), Caret(9, None, side)
    assert selected(carets.extend(where, here, "word", 1)) == "总工会新"
    assert selected(carets.extend(where, here, "word", -1)) == "顺义区总工会"
    assert selected(carets.extend(where, here, "char", 1)) == "工会"
    assert selected(carets.extend(where, here, "char", -1)) == "总工"
    assert carets.extend_rows(where, here, 0).selection == (8, 10)
