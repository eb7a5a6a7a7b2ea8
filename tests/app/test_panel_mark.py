"""The list of tags follows the cursor of the text, without a terminal."""

from typing import Any

import pytest

from tests.app.test_reader_model import shown
from tui.app.work_screen.panes.panel import Panel
from tui.app.workspace.tag_rows import TagRow

A, B, C = (shown(id_, (at, at + 1)).span for at, id_ in enumerate("abc"))
ROWS = [TagRow(A), TagRow(B, "subject"), TagRow(B), TagRow(C), TagRow(A, "subject")]


class Alone(Panel):
    """The list without a screen."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[int] = []
        self.value_of = lambda span: span.id

    def set_height(self, lines: int) -> None:
        del lines

    def scroll_to_line(self, line: int) -> None:
        del line

    def refresh_lines_of(self, first: int, count: int) -> None:
        self.painted += range(first, first + count)

    def part(self, name: Any) -> Any:
        return name


@pytest.mark.parametrize(("here", "row"), [("a", 0), ("b", 2), ("c", 3), ("elsewhere", 0), (None, 0)])
def test_the_row_of_the_tag_under_the_cursor_is_gone_to_and_not_one_that_leads_to_it(
    here: str | None, row: int
) -> None:
    panel = Alone()
    panel.set_rows(ROWS, here)
    assert panel.cursor == row
    assert row in panel.painted or here not in ("a", "b", "c")


def test_without_a_tag_under_the_cursor_the_row_stays() -> None:
    panel = Alone()
    panel.set_rows(ROWS, "c")
    panel.painted.clear()
    panel.mark("c")
    panel.mark(None)
    assert (panel.cursor, 3 in panel.painted) == (3, True)
