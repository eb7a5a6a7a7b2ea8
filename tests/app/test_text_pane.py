"""The text on the screen: scrolled to the cursor, painted where it changed, kept in its place."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from rich.style import Style
from textual.color import Color
from textual.geometry import Offset, Region, Size

from tests.app.test_reader_model import shown
from tui.app.text_view.geometry.caret import Caret
from tui.app.text_view.geometry.hints import Hint
from tui.app.text_view.text_pane import MARGIN, TextPane
from tui.app.widgets.styles import PartName
from tui.app.workspace.view import EMPTY, Contents, View
from tui.model.labels import DEFAULT_LABELS
from tui.text.offsets import Reading

LINES = tuple(f"第{number:02}行" for number in range(40))
TEXT = "\n".join(LINES)
BLOCKS = tuple((5 * number, 5 * number + 4) for number in range(40))


class Alone(TextPane):
    """The text without a screen: 30 cells wide and 12 lines high."""

    def __init__(self, height: int = 12, width: int = 30) -> None:
        super().__init__(DEFAULT_LABELS, "en")
        self._parts = {}
        self.room, self.top = Size(width, height), 0
        self.painted: set[int] = set()
        self.times = 0
        self.next: list[Callable[[], Any]] = []

    @property
    def size(self) -> Size:
        return self.room

    @property
    def scroll_offset(self) -> Offset:
        return Offset(0, self.top)

    @property
    def scrollable_content_region(self) -> Region:
        return Region(0, 0, *self.room)

    @property
    def background_colors(self) -> tuple[Color, Color]:
        return Color.parse("#101010"), Color.parse("#101010")

    def part(self, name: PartName) -> Style:
        return Style.from_meta({name: True})

    def get_line_filters(self) -> list[Any]:
        return []

    def set_height(self, lines: int) -> None:
        del lines

    def scroll_to_line(self, line: int) -> None:
        self.top = line

    def refresh(self, *regions: Region, **how: Any) -> "Alone":
        del how, regions
        self.times = getattr(self, "times", 0) + 1
        return self

    def refresh_lines_of(self, first: int, count: int) -> None:
        self.painted |= {*range(first, first + count)}

    def call_next(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        self.next.append(partial(callback, *args, **kwargs))

    def paint(self) -> list[str]:
        """Return the lines of the screen."""
        return [strip.text.strip() for strip in self.render_lines(Region(0, 0, *self.room))]


def contents(*tags: tuple[str, int, int], words: Any = ()) -> Contents:
    view = View(Reading(TEXT, BLOCKS, ((0, 0, len(TEXT)),)), ("source",) * 40)
    return Contents(view, words, tuple(shown(id_, (a, b)) for id_, a, b in tags), bool(words))


def pane(*tags: tuple[str, int, int], at: int = 0) -> Alone:
    made = Alone()
    made.show(contents(*tags), Caret(at))
    made.painted.clear()
    made.times = 0
    return made


def on(line: int) -> Caret:
    """The cursor on the first character of a line."""
    return Caret(5 * line)


def test_it_is_scrolled_as_little_as_it_takes_to_see_the_cursor_and_two_lines_more() -> None:
    made = pane()
    tops = []
    for line in (9, 10, 20, 19, 12, 39, 0):
        made.put(on(line))
        tops.append(made.top)
    assert tops == [0, 1, 11, 11, 10, 30, 0]
    assert MARGIN == 2


def test_a_low_screen_has_no_margin() -> None:
    made = Alone(height=8)
    made.show(contents(), Caret())
    for line, top in ((7, 0), (8, 1), (3, 1), (0, 0)):
        made.put(on(line))
        assert made.top == top


def test_a_row_with_its_rails_is_seen_whole() -> None:
    made = pane(("a", 45, 49), ("b", 45, 47))
    made.put(on(9))
    assert made.top == 2, "two rails stand below it"


def test_a_move_paints_the_rows_that_were_marked_and_those_that_are() -> None:
    made = pane()
    made.put(on(3))
    assert made.painted == {0, 3}
    made.painted.clear()
    made.put(on(3))
    assert made.painted == set()
    made.put(Caret(16, (15, 22)))
    assert made.painted == {3, 4}


def test_the_innermost_tag_is_meant_unless_another_one_there_is() -> None:
    made = pane(("large", 5, 9), ("small", 5, 7))
    for asked, meant in ((None, "small"), ("large", "large"), ("elsewhere", "small")):
        made.put(on(1), asked)
        assert made.span == meant
    made.put(Caret(8))
    assert made.span == "large"
    made.put(on(0))
    assert made.span is None


def test_a_tag_is_painted_in_its_row_and_the_cursor_s_line_stays_where_it_is() -> None:
    made = pane(at=75)
    before = made.scene.line_of(75) - made.top
    made.update_contents(contents(("a", 5, 9)), None)
    assert made.scene.line_of(75) - made.top == before, "a rail came above"
    made.render_line(0)
    made.painted.clear()
    made.update_contents(contents(("b", 6, 9)), None)
    assert made.painted == {1, 2}
    made.update_contents(contents(("b", 6, 9)), "b")
    assert made.span is None


def test_where_more_words_are_known_only_rows_that_are_tinted_otherwise_are_painted() -> None:
    made = Alone()
    first = [(5 * line + a, 5 * line + b) for line in range(3) for a, b in ((0, 1), (1, 3), (3, 4), (4, 5))]
    made.show(contents(words=first), Caret())
    made.times = 0
    made.painted.clear()
    made.update_contents(contents(words=[*first, *[(at + 15, b + 15) for at, b in first[:4]]]), None)
    assert (made.painted, made.times) == ({3}, 0)
    made.painted.clear()
    made.update_contents(contents(words=[*first, *[(at + 15, b + 15) for at, b in first[:4]]]), None)
    assert (made.painted, made.times) == (set(), 0)


def test_what_was_painted_is_kept_with_the_words_and_not_with_others() -> None:
    words = [(0, 2), (2, 4)]
    made = Alone()
    made.show(contents(words=words), Caret())
    first = made.render_line(0)
    made.update_contents(contents(("a", 50, 54), words=words), None)
    assert made.render_line(0) is first
    made.update_contents(contents(("a", 50, 54), words=[(0, 4)]), None)
    assert made.render_line(0) is not first


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda made: made.light(("a",)), lambda made: made.light(["a"])),
        (lambda made: made.show_hints((Hint(0, 1, "a"),)), lambda made: made.show_hints((Hint(0, 1, "a"),))),
        (lambda made: made.mark_read((0, 4)), lambda made: made.mark_read((0, 4))),
    ],
)
def test_all_is_painted_anew_where_something_else_stands_out_and_only_then(change: Any, again: Any) -> None:
    made = pane(("a", 0, 2), at=25)
    first = made.render_line(0), made.render_line(1)
    change(made)
    assert made.times == 1
    assert (made.render_line(0), made.render_line(1)) != first
    second = made.render_line(0)
    again(made)
    assert (made.times, made.render_line(0)) == (1, second)


def test_what_is_visible_is_a_range_of_the_text() -> None:
    made = pane()
    assert made.visible_range == (0, 5 * 11 + 4)
    made.put(on(39))
    assert made.visible_range == (5 * 30, len(TEXT)), "two lines below the last"
    assert Alone().visible_range is None
    assert pane_of_no_height().visible_range is None


def pane_of_no_height() -> Alone:
    made = pane()
    made.room = Size(30, 0)
    return made


def test_before_there_is_room_nothing_is_laid_out_and_the_last_contents_count() -> None:
    made = Alone(width=0)
    made.show(contents(), on(3))
    made.update_contents(contents(("a", 15, 19)), None)
    assert (made.scene.text, made.visible_range) == ("", None)
    made.room = Size(30, 12)
    made.paint()
    assert (made.scene.text, made.caret.at, made.span) == (TEXT, 15, "a")
    made.show(EMPTY, Caret())
    made.put(on(3))
    assert made.caret.at == 15, "there is no text to stand in"


def test_another_width_breaks_the_rows_anew_and_the_same_does_not() -> None:
    made = pane(at=75)
    scene = made.scene
    made.paint()
    assert made.scene is scene
    made.room = Size(14, 12)
    made.paint()
    assert made.scene.layout.width != scene.layout.width
    assert made.caret.at == 75
    made.room = Size(30, 12)
    made.times = 0
    assert len(made.render_lines(Region(0, 0, 30, 3))) == 3
    assert made.scene.layout.width == scene.layout.width
    assert made.times == 1, "the other nine lines are painted next"


def test_in_another_width_what_was_marked_is_marked_where_it_stands_now() -> None:
    made = Alone(height=4, width=60)
    text = "顺义区新建工会组织" * 10
    view = View(Reading(text, ((0, len(text)),), ((0, 0, len(text)),)), ("paragraph",))
    made.show(Contents(view, [(0, 3), (86, 90)], (), segmented=True), Caret(87))
    made.paint()
    for wide in (30, 60):
        made.room = Size(wide, 4)
        made.paint()
        marked = {
            "".join(piece.text for piece in strip if piece.style and "target" in piece.style.meta)
            for strip in made.render_lines(Region(0, 0, wide, 4))
        }
        assert marked == {"", text[86:90]}


def test_on_a_lower_screen_the_cursor_stays_in_sight() -> None:
    made = pane(at=5 * 9)
    made.paint()
    made.room = Size(30, 6)
    assert LINES[9] in made.paint()


def test_what_a_label_would_be_given_to_is_the_selection_else_the_word() -> None:
    made = Alone()
    made.show(contents(words=[(0, 3), (3, 4)]), Caret(1))
    assert made.target == (0, 3)
    made.put(Caret(1, (1, 4)))
    assert made.target == (1, 4)
