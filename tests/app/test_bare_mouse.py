"""What the mouse does in the text, and what keys do so often as is typed; without a terminal."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.app.bare import Bare
from tui.app.text_view.messages import CaretMoved, PlaceClicked, TagClicked


@pytest.fixture
def bare(folder: Path) -> Bare:
    made = Bare(folder)
    made.reader.render_line(0)
    return made


def event(bare: Bare, text: str, *, below: int = 0, **how: int) -> Any:
    """The mouse on the first character of a text, or so many lines below it."""
    reader = bare.reader
    at = bare.text.index(text)
    reader.render_line(0)
    left = reader._painter.left if reader._painter else 0
    x, y = left + reader.scene.layout.x_of(at), reader.scene.line_of(at) + below
    return cast("Any", SimpleNamespace(x=x, y=y, **{"button": 1, "chain": 1, **how}))


def told(bare: Bare) -> list[str]:
    found, bare.reader.posted = bare.reader.posted, []
    return [type(message).__name__ for message in found]


def test_a_click_puts_the_cursor_and_a_drag_selects(bare: Bare) -> None:
    reader = bare.reader
    reader.on_mouse_down(event(bare, "近日"))
    assert (bare.meant, told(bare)) == ("近", [CaretMoved.__name__])
    reader.on_mouse_move(event(bare, "近日"))
    assert reader.caret.selection is None
    reader.on_mouse_move(event(bare, "从"))
    assert bare.meant == "近日从"
    reader.on_mouse_move(event(bare, "近日"))
    assert bare.meant == "近"
    assert reader.caret.selection is not None, "the selection has begun"
    reader.on_mouse_up(cast("Any", None))
    told(bare)
    reader.on_mouse_move(event(bare, "获悉"))
    assert (bare.meant, told(bare)) == ("近", [])


def test_what_is_dragged_backwards_begins_where_the_mouse_is(bare: Bare) -> None:
    bare.reader.on_mouse_down(event(bare, "从"))
    bare.reader.on_mouse_move(event(bare, "记者近日"))
    assert (bare.meant, bare.reader.caret.side) == ("记者近日", "start")


@pytest.mark.parametrize("button", [2, 4])
def test_other_buttons_do_nothing(button: int, bare: Bare) -> None:
    bare.reader.on_mouse_down(event(bare, "近日", button=button))
    assert (bare.reader.caret.at, told(bare)) == (0, [])


def test_beside_the_text_is_its_row_and_below_it_nothing(bare: Bare) -> None:
    reader = bare.reader
    for y in (-1, reader.scene.lines.height, reader.scene.lines.height + 5):
        reader.on_mouse_down(cast("Any", SimpleNamespace(x=10, y=y, button=1, chain=1)))
        assert told(bare) == []
    blank = next(n for n in range(reader.scene.lines.height) if reader.scene.lines.at(n).row < 0)
    reader.on_mouse_down(cast("Any", SimpleNamespace(x=10, y=blank, button=1, chain=1)))
    assert told(bare) == []
    reader.on_mouse_down(cast("Any", SimpleNamespace(x=58, y=0, button=1, chain=1)))
    assert bare.meant == "展"
    reader.top = 3
    reader.on_mouse_down(cast("Any", SimpleNamespace(x=0, y=-3, button=1, chain=1)))
    assert reader.caret.at == 0, "counted from the line that is the first one"


async def test_a_rail_means_its_tag(bare: Bare) -> None:
    await bare.tag("顺义区总工会", "o")
    await bare.tag("顺义区", "l")
    bare.at("近日")
    for below, label in ((1, "LOC"), (2, "ORG")):
        bare.reader.on_mouse_down(event(bare, "顺义区", below=below))
        span = bare.workspace.span(bare.reader.span)
        assert span is not None
        assert span.label == label
        bare.reader.on_mouse_move(event(bare, "获悉"))
        assert bare.reader.caret.selection is None, "a rail begins no selection"
    told(bare)
    bare.reader.on_click(event(bare, "顺义区", below=2, chain=2))
    (message,) = bare.reader.posted
    assert isinstance(message, TagClicked)
    assert message.span == bare.reader.span
    told(bare)
    bare.reader.on_click(event(bare, "近日", below=2, chain=2))
    assert told(bare) == [CaretMoved.__name__], "beside the rail"


def test_a_double_click_selects_the_word_and_a_third_one_the_paragraph(bare: Bare) -> None:
    bare.workspace.learn_words(bare.text, [(bare.text.index("顺义区"), bare.text.index("顺义区") + 3)])
    bare.controller.show_changes()
    bare.reader.on_click(event(bare, "义区", chain=1))
    assert told(bare) == []
    bare.reader.on_click(event(bare, "义区", chain=2))
    assert (bare.meant, told(bare)) == ("顺义区", [CaretMoved.__name__])
    bare.reader.on_click(event(bare, "义区", chain=3))
    assert bare.meant.startswith("记者近日")
    assert bare.meant.endswith("8447人。")
    bare.reader.on_click(event(bare, "近日", chain=2, button=3))
    assert bare.meant.startswith("记者近日")


def test_the_right_button_asks_what_to_do_and_leaves_a_selection_around_it(bare: Bare) -> None:
    bare.reader.on_mouse_down(event(bare, "近日", button=3))
    assert (bare.meant, told(bare)) == ("近", [CaretMoved.__name__, PlaceClicked.__name__])
    bare.select("顺义区总工会")
    for text in ("顺义区总", "会获悉"):
        bare.reader.on_mouse_down(event(bare, text, button=3))
        assert (bare.meant, told(bare)) == ("顺义区总工会", [PlaceClicked.__name__])
    bare.reader.on_mouse_down(event(bare, "获悉", button=3))
    assert (bare.meant, told(bare)) == ("获", [CaretMoved.__name__, PlaceClicked.__name__])


async def test_the_right_button_on_a_rail_means_its_tag(bare: Bare) -> None:
    await bare.tag("顺义区", "l")
    bare.select("顺义区总工会")
    bare.reader.on_mouse_down(event(bare, "顺义区", below=1, button=3))
    assert bare.reader.caret.selection is None
    assert bare.reader.span is not None


# So often as is typed


async def test_a_key_is_done_so_often_and_no_further_than_it_leads(bare: Bare) -> None:
    bare.at("近日")
    await bare.press("3", "char_right")
    assert (bare.meant, bare.reader.count) == ("顺", 0)
    await bare.press("1", "2", "char_left")
    assert bare.reader.caret.at == bare.text.index("近日") - 10, "over a paragraph's end"
    await bare.press("9", "9", "9", "9", "char_right")
    assert bare.reader.caret.at == len(bare.text) - 1
    await bare.press("2", "paragraph_up", "3", "grow_right")
    assert len(bare.meant) == 4
    await bare.press("2", "clear")
    assert (bare.reader.count, bare.reader.caret.selection) == (0, None)


async def test_units_grow_and_shrink_again(bare: Bare) -> None:
    bare.at("总工会将", within=1)
    found = [bare.meant]
    for _ in range(3):
        await bare.press("grow_unit")
        found.append(bare.meant)
    assert [len(text) for text in found] == [1, 1, 11, 19]
    await bare.press("2", "shrink_unit")
    assert bare.meant == found[1]
    await bare.press("3", "grow_unit")
    grown = bare.meant
    await bare.press("grow_left", "grow_unit", "shrink_unit", "shrink_unit")
    assert bare.meant != grown
    bare.select("近日从")
    await bare.press("shrink_unit")
    assert bare.meant == "从", "of what did not grow, the word under the cursor"
    await bare.press("clear", "shrink_unit")
    assert bare.reader.caret.selection is None


async def test_tags_around_the_cursor_are_gone_through(bare: Bare) -> None:
    for text, letter in (("区", "d"), ("顺义区", "l"), ("顺义区总工会", "o")):
        await bare.tag(text, letter)
    bare.at("区总")

    def label() -> str:
        span = bare.workspace.span(bare.reader.span)
        return span.label if span else ""

    found = [label()]
    for keys in (("outer_tag",), ("outer_tag",), ("outer_tag",), ("inner_tag",), ("2", "inner_tag")):
        await bare.press(*keys)
        found.append(label())
    assert found == ["DOC", "LOC", "ORG", "DOC", "ORG", "DOC"]
    bare.at("近日")
    await bare.press("outer_tag")
    assert label() == ""


async def test_a_page_down_is_a_screenful_less_the_margin_and_at_least_a_row(bare: Bare) -> None:
    row = bare.reader.scene.layout.row_at
    await bare.press("page_down")
    assert row(bare.reader.caret.at) == len(bare.reader.scene.layout.rows) - 1
    await bare.press("page_up")
    assert row(bare.reader.caret.at) == 0
    await bare.press("page_up")
    assert row(bare.reader.caret.at) == 0
