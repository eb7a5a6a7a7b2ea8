"""A list drawn row by row: where its cursor may stand, what is painted anew, what a click chooses."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region, Size

from tui.app.widgets.row_list import RIGHT, RowList, columns
from tui.app.widgets.styles import PartName


class Alone(RowList[str]):
    """A list of five rows without a screen; what begins with `#` is a head."""

    def __init__(self, *items: str) -> None:
        super().__init__()
        self.top, self.focused = 0, True
        self.painted: list[int] = []
        self.done: list[str] = []
        self.set_items(items)
        self.painted.clear()

    @property
    def size(self) -> Size:
        return Size(20, 5)

    @property
    def scroll_offset(self) -> Offset:
        return Offset(0, self.top)

    @property
    def scrollable_content_region(self) -> Region:
        return Region(0, 0, 19, 5)

    @property
    def has_focus(self) -> bool:  # type: ignore[override]
        return self.focused

    def set_height(self, lines: int) -> None:
        del lines

    def scroll_to_line(self, line: int) -> None:
        self.top = line

    def refresh_lines_of(self, first: int, count: int) -> None:
        self.painted += range(first, first + count)

    def part(self, name: PartName) -> Style:
        return Style.from_meta({name: True})

    def selectable(self, item: str) -> bool:
        return not item.startswith("#")

    def chosen(self, item: str) -> None:
        self.done.append(item)

    def asked(self) -> None:
        self.done.append("?")

    def paint(self, item: str, cells: int) -> list[Segment]:
        return [Segment(item[:cells])]


def moved(rows: Alone, *steps: int) -> list[int]:
    found = []
    for step in steps:
        rows.action_cursor(step)
        found.append(rows.cursor)
    return found


def test_the_cursor_passes_over_heads_and_stays_at_the_ends() -> None:
    rows = Alone("#", "a", "#", "b", "c", "#")
    rows.put_cursor(1)
    assert moved(rows, 1, 1, 1, -1, -1, -1) == [3, 4, 4, 3, 1, 1]
    assert moved(rows, 10, -10, 2, 1) == [4, 1, 3, 4]
    assert moved(Alone(), 1, -1) == [0, 0]
    assert moved(Alone("#", "#"), 1, -1) == [0, 0]


def test_from_a_head_at_the_end_one_gets_to_the_last_row_before_it() -> None:
    rows = Alone("a", "b", "#", "#")
    assert moved(rows, 1_000_000) == [1]
    rows = Alone("#", "#", "a", "b")
    rows.put_cursor(3)
    assert moved(rows, -1_000_000) == [2]


def test_the_cursor_stays_in_sight() -> None:
    rows = Alone(*"abcdefghij")
    rows.put_cursor(4)
    assert rows.top == 0
    rows.put_cursor(5)
    assert rows.top == 1
    rows.put_cursor(9)
    assert rows.top == 5
    rows.put_cursor(6)
    assert rows.top == 5
    rows.put_cursor(2)
    assert rows.top == 2
    rows.put_cursor(99)
    assert (rows.cursor, rows.top) == (9, 5)
    rows.put_cursor(-3)
    assert (rows.cursor, rows.top) == (0, 0)


def test_a_move_paints_the_row_that_was_marked_and_the_one_that_is() -> None:
    rows = Alone(*"abc")
    rows.put_cursor(2)
    assert rows.painted == [0, 2]
    rows.put_cursor(2)
    assert rows.painted == [0, 2]


def seen(rows: Alone) -> list[str]:
    return [rows.render_line(y).text.rstrip() for y in range(5)]


def test_of_other_rows_those_are_painted_that_differ() -> None:
    rows = Alone(*"abc")
    assert seen(rows) == ["a", "b", "c", "", ""]
    rows.set_items(["a", "x", "c", "d"])
    assert rows.painted == [1, 3]
    assert seen(rows) == ["a", "x", "c", "d", ""]
    rows.painted.clear()
    rows.set_items(["a"])
    assert rows.painted == [1, 2, 3]
    rows.painted.clear()
    rows.set_items([])
    assert 0 in rows.painted
    assert rows.cursor == 0


def test_the_row_that_becomes_the_chosen_one_is_painted_anew() -> None:
    rows = Alone(*"abc")
    rows.put_cursor(2)
    seen(rows)
    rows.painted.clear()
    rows.set_items(["a", "b"])
    assert (rows.cursor, rows.painted) == (1, [1, 2])


def marked(rows: Alone) -> list[bool]:
    strips = [rows.render_line(y) for y in range(3)]
    return [all(style is not None and "row" in style.meta for _, style, _ in strip) for strip in strips]


def test_the_row_under_the_cursor_is_marked_where_keys_go() -> None:
    rows = Alone(*"abc")
    rows.put_cursor(1)
    assert marked(rows) == [False, True, False]
    rows.focused = False
    assert marked(rows) == [False, False, False]
    assert rows.render_line(1).cell_length == 20


@pytest.mark.parametrize(
    ("y", "button", "done"),
    [(1, 1, ["b"]), (1, RIGHT, ["b", "?"]), (0, 1, []), (4, 1, ["e"]), (-1, 1, [])],
)
def test_a_click_chooses_a_row(y: int, button: int, done: list[str]) -> None:
    rows = Alone("#", "b", "c", "d", "e", "f")
    rows.on_click(cast("Any", SimpleNamespace(y=y, button=button)))
    assert rows.done == done
    assert rows.cursor == (y if done else 0)


def test_a_click_counts_from_the_first_row_that_is_seen_and_below_the_last_there_is_none() -> None:
    rows = Alone(*"abcdefg")
    rows.top = 2
    rows.on_click(cast("Any", SimpleNamespace(y=1, button=1)))
    assert rows.done == ["d"]
    rows.top = 5
    rows.on_click(cast("Any", SimpleNamespace(y=2, button=1)))
    assert rows.done == ["d"]


def test_a_key_chooses_the_row_under_the_cursor_unless_it_is_a_head() -> None:
    for items, done in ((("a",), ["a"]), (("#",), []), ((), [])):
        rows = Alone(*items)
        rows.action_choose()
        assert rows.done == done


@pytest.mark.parametrize(
    ("left", "right", "cells", "least", "shown"),
    [
        ("left", "r", 10, 0, "left     |r"),
        ("a long left", "right", 12, 0, "a lo.. |right"),
        ("甲乙", "右", 9, 0, "甲乙   |右"),
        ("left", "a long right", 10, 0, " |a long right"),
        ("left", "a long right", 10, 4, "left |a l.."),
        ("a long left", "right", 12, 6, "a lo.. |right"),
        ("a long left", "a long right", 12, 6, "a lo.. |a l.."),
        ("", "r", 4, 2, "   |r"),
    ],
)
def test_two_texts_share_a_row(left: str, right: str, cells: int, least: int, shown: str) -> None:
    assert "|".join(columns(left, right, cells, least)) == shown
