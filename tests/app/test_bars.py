"""The lines at the bottom: what there is room for, what a long message takes, what a click does."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from rich.style import Style
from textual.geometry import Region, Size
from textual.message import Message

from tui.app.widgets.styles import PartName
from tui.app.work_screen.messages import BarClicked
from tui.app.work_screen.panes.bars import Bars, Piece


class Alone(Bars):
    """The lines without a screen."""

    def __init__(self, cells: int) -> None:
        super().__init__()
        self.cells = cells
        self.refreshed: list[tuple[Region, ...]] = []
        self.posted: list[Message] = []

    @property
    def size(self) -> Size:
        return Size(self.cells, 3)

    def part(self, name: PartName) -> Style:
        return Style.from_meta({name: True})

    def refresh(self, *regions: Region, **how: Any) -> "Alone":
        del how
        if hasattr(self, "refreshed"):
            self.refreshed.append(regions)
        return self

    def post_message(self, message: Message) -> bool:
        self.posted.append(message)
        return True


def rows(bars: Alone) -> list[str]:
    return [bars.render_line(y).text for y in range(3)]


def styled(bars: Alone, y: int, part: str) -> str:
    """What of a line has a part's style."""
    strip = bars.render_line(y)
    return "".join(text for text, style, _ in strip if style and part in style.meta)


KEYS = (
    Piece(" "),
    *(Piece("f", "key", action="press('finish')"), Piece(" done  ", "dim", action="press('finish')")),
    *(Piece("u", "key", action="press('undo')"), Piece(" undo  ", "dim", action="press('undo')")),
)


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (30, " f done  u undo               "),
        (17, " f done  u undo  "),
        (16, " f done u undo  "),
        (15, " f done u undo "),
        (14, " f done       "),
        (8, " f done "),
        (7, "       "),
        (2, "  "),
    ],
)
def test_keys_move_closer_and_one_whose_word_has_no_room_is_left_out(cells: int, shown: str) -> None:
    bars = Alone(cells)
    bars.say("keys", KEYS)
    assert rows(bars)[2] == shown


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (20, " saved         1/2  "),
        (13, " saved  1/2  "),
        (12, " sav.. 1/2  "),
        (8, " .. 1/2 "),
        (5, "1/2  "),
        (4, "1/2 "),
        (3, "1.."),
    ],
)
def test_what_stands_at_the_right_wins_where_there_is_no_room_for_both(cells: int, shown: str) -> None:
    bars = Alone(cells)
    bars.say(
        "status", [Piece(" saved ", "good")], [Piece("1/2  " if cells in (5, 12, 13, 20) else "1/2 ", "dim")]
    )
    assert rows(bars)[0] == shown
    assert styled(bars, 0, "dim").strip() == shown.split()[-1]


def message(text: str, *, wraps: bool = True) -> list[Piece]:
    return [Piece("saved ", "good"), Piece(text, "strong", wraps=wraps)]


def test_a_message_that_fits_stays_in_its_line() -> None:
    bars = Alone(30)
    bars.say("status", message("one two"), [Piece("place", "dim")])
    bars.say("labels", [Piece("labels")])
    assert [row.rstrip() for row in rows(bars)] == ["saved one two            place", "labels", ""]
    assert styled(bars, 0, "strong") == "one two"
    assert styled(bars, 1, "status") == ""


def test_a_long_message_takes_the_lines_below_beside_what_stands_at_the_right() -> None:
    bars = Alone(30)
    bars.say("status", message("one two three four five six seven"), [Piece("place", "dim")])
    bars.say("labels", [Piece("labels")])
    bars.say("keys", KEYS)
    assert [row.rstrip() for row in rows(bars)] == [
        "saved one two three four place",
        "five six seven",
        " f done  u undo",
    ]
    assert styled(bars, 1, "strong") == "five six seven"
    assert [styled(bars, y, "status") == rows(bars)[y] for y in range(3)] == [True, True, False]


def test_where_that_is_too_narrow_it_has_the_whole_width() -> None:
    bars = Alone(24)
    bars.say("status", message("one two three four five six"), [Piece("the place", "dim")])
    assert [row.rstrip() for row in rows(bars)][:2] == ["saved one two three", "four five six"]
    longer = " ".join(["word"] * 40)
    bars.say("status", message(longer), [Piece("the place", "dim")])
    assert [len(row.split()) for row in rows(bars)] == [4, 4, 4], "as many as there are lines"


def test_a_message_is_not_broken_where_it_may_not_or_where_there_is_no_room_at_all() -> None:
    for cells, wraps in ((30, False), (19, True)):
        bars = Alone(cells)
        bars.say("status", message("one two three four five six seven", wraps=wraps))
        bars.say("labels", [Piece("labels")])
        assert rows(bars)[0].endswith("..")
        assert rows(bars)[1].rstrip() == "labels"


def test_what_a_mode_says_goes_on_in_the_line_of_keys_with_each_key_beside_its_words() -> None:
    bars = Alone(24)
    bars.say("keys", KEYS)
    said = [Piece(" 1/9  "), Piece("1", "key"), Piece(" a name  "), Piece("x", "key"), Piece(" neither  ")]
    bars.say("labels", said)
    assert [row.rstrip() for row in rows(bars)[1:]] == [" 1/9 1 a name x neither", " f done  u undo"]
    long = [piece.replaced(wraps=True) for piece in [*said, Piece("Z", "key"), Piece(" names; list  again")]]
    bars.say("labels", long)
    assert [row.rstrip() for row in rows(bars)[1:]] == [" 1/9 1 a name x neither", " Z names; list  again"]
    bars.say("labels", [piece.replaced(wraps=False) for piece in long])
    assert rows(bars)[2].startswith(" f done")


def clicked(bars: Alone, x: int, y: int) -> str:
    bars.posted.clear()
    bars.on_click(cast("Any", SimpleNamespace(x=x, y=y)))
    return "".join(message.action for message in bars.posted if isinstance(message, BarClicked))


def test_a_click_does_what_the_piece_stands_for() -> None:
    bars = Alone(30)
    bars.say("keys", KEYS)
    found = [clicked(bars, x, 2) for x in (0, 1, 8, 9, 16, 17, 29)]
    assert found == ["", *["press('finish')"] * 2, *["press('undo')"] * 2, "", ""]
    assert clicked(bars, 1, 1) == ""
    bars.say("status", message("one two three four five six seven"))
    assert clicked(bars, 1, 2) == "", "a message lies over the keys"


def test_a_line_is_painted_anew_alone_and_all_where_a_message_takes_or_leaves_them() -> None:
    bars = Alone(30)
    bars.refreshed.clear()
    bars.say("labels", [Piece("labels")])
    bars.say("labels", [Piece("labels")])
    assert bars.refreshed == [(Region(0, 1, 30, 1),)]
    bars.say("status", message("one two three four five six seven"))
    bars.say("keys", KEYS)
    bars.say("status", message("one"))
    assert bars.refreshed[1:] == [(), (), ()]
    bars.say("status", message("two"))
    assert bars.refreshed[4:] == [(Region(0, 0, 30, 1),)]
