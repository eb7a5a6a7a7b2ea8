"""What is painted of a line of the text: characters, their marks, rails, hints, what is said beside it."""

from collections.abc import Iterable
from typing import Any

import pytest
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from tests.app.test_reader_model import shown
from tui.app.text_view.geometry.caret import Caret
from tui.app.text_view.geometry.hints import Hint
from tui.app.text_view.geometry.layout import Row
from tui.app.text_view.geometry.rails import Rail
from tui.app.text_view.geometry.scene import Scene, compose_scene, with_contents
from tui.app.text_view.paint import Bar, Overlay, paint_rail, paint_row
from tui.app.text_view.painter import Painter
from tui.app.text_view.palette import Palette
from tui.app.widgets.styles import PartName
from tui.app.workspace.view import Contents, ProposedPlace, ShownTag, View
from tui.model import Segment
from tui.model.labels import DEFAULT_LABELS
from tui.text.offsets import Reading
from tui.text.readings import Misread


def called(name: str) -> Style:
    """A style that is found again by its name."""
    return Style.from_meta({name: True})


BASE = called("base")


def texts(strip: Strip, name: str) -> list[str]:
    """The pieces of a line that have a style."""
    found: list[str] = []
    before = False
    for text, style, _ in strip:
        here = style is not None and name in style.meta
        if here and before:
            found[-1] += text
        elif here:
            found.append(text)
        before = here
    return found


# One row


def row(text: str, *overlays: Overlay, start: int = 0, x: int = 0, left: int = 0, width: int = 20) -> Strip:
    return paint_row(text, Row(start, len(text), x, 0), BASE, overlays, left, width)


def test_a_row_stands_behind_its_margin_and_indent_and_fills_the_line() -> None:
    strip = row("甲乙丙", start=1, x=4, left=2, width=12)
    assert strip.text == "      乙丙  "
    assert texts(strip, "base") == [strip.text]


def test_a_style_lies_over_its_range_as_far_as_the_row_goes() -> None:
    strip = row(
        "甲乙丙丁",
        Overlay(0, 2, called("before")),
        Overlay(2, 9, called("behind")),
        Overlay(3, 3, called("empty")),
        Overlay(8, 9, called("outside")),
        start=1,
    )
    assert texts(strip, "before") == ["乙"]
    assert texts(strip, "behind") == ["丙丁"]
    assert texts(strip, "empty") == texts(strip, "outside") == []
    assert strip.text.strip() == "乙丙丁"


def test_of_two_styles_that_say_the_same_the_later_one_is_seen() -> None:
    strip = row("甲乙丙", Overlay(0, 2, Style(color="red")), Overlay(1, 3, Style(color="blue")))
    colours = [(text, style.color.name) for text, style, _ in strip if style and style.color]
    assert colours == [("甲", "red"), ("乙丙", "blue")]


def test_a_character_of_several_code_points_is_painted_whole() -> None:
    text = "e\u0301甲"
    assert texts(row(text, Overlay(0, 1, called("on"))), "on") == ["e\u0301"]
    assert texts(row(text, Overlay(1, 2, called("on"))), "on") == [], "no style begins within a character"


def test_what_is_said_of_a_row_stands_beside_it() -> None:
    strip = paint_row("甲乙", Row(0, 2, 0, 0), BASE, (), 1, 14, ("→丙\x1b", called("bad")))
    assert strip.text == " 甲乙  →丙␛   "
    assert texts(strip, "bad") == ["  →丙␛"]
    assert paint_row("甲乙", Row(0, 2, 0, 0), BASE, (), 1, 7, ("→丙", BASE)).text == " 甲乙  "


@pytest.mark.parametrize(
    ("hints", "shown"),
    [
        ([Hint(0, 2, "as")], "as乙丙"),
        ([Hint(0, 2, "a")], "a 乙丙"),
        ([Hint(1, 3, "asd")], "甲asd "),
        ([Hint(1, 2, "asd")], "甲as丙"),
        ([Hint(0, 1, "a"), Hint(2, 3, "s")], "a 乙s "),
        ([Hint(7, 8, "a")], "甲乙丙"),
    ],
)
def test_hints_are_written_over_the_characters_of_their_place(hints: list[Hint], shown: str) -> None:
    strip = paint_row("甲乙丙", Row(0, 3, 0, 0), BASE, (), 0, 6, ("", BASE), (hints, called("hint")))
    assert strip.text == shown
    assert sum(map(len, texts(strip, "hint"))) == sum(c == " " or c.isascii() for c in shown)


# One lane of rails


def rails(text: str, width: int, *pieces: tuple[int, int, bool, str, str], left: int = 0) -> Strip:
    tags = [
        (Rail(start, end, 1, shown("a", (start, end)), first), Bar(key, name, called(key)))
        for start, end, first, key, name in pieces
    ]
    return paint_rail(text, Row(10, 10 + len(text), 0, 0), tags, BASE, left, width)


@pytest.mark.parametrize(
    ("end", "name", "drawn"),
    [
        (11, "ORG", "o-"),
        (12, "ORG", "o---"),
        (13, "ORG", "o-ORG-"),
        (13, "INDICATOR", "o-----"),
        (14, "INDICATOR", "o-IND..-"),
        (14, "机构", "o-机构--"),
        (13, "机构", "o-----"),
        (16, "INDICATOR", "o-INDICATOR-"),
    ],
)
def test_a_rail_is_as_wide_as_its_text_and_says_the_name_where_there_is_room(
    end: int, name: str, drawn: str
) -> None:
    assert rails("甲乙丙丁戊己", 14, (10, end, True, "o", name)).text.rstrip() == drawn


def test_rails_stand_below_their_texts_whatever_order_they_come_in() -> None:
    strip = rails("甲乙丙丁戊己", 20, (14, 16, False, "p", "PERSON"), (11, 12, True, "o", "ORG"), left=2)
    assert strip.text == "    o-    >---" + " " * 6
    assert (texts(strip, "o"), texts(strip, "p")) == (["o-"], [">---"])


# A line of a scene

TEXT = "标题\n望津区总工会主席李青禾来了"
VIEW = View(Reading(TEXT, ((0, 2), (3, len(TEXT))), ((0, 0, len(TEXT)),)), ("title", "paragraph"))
WORDS: tuple[Segment, ...] = ((0, 2), (3, 6), (6, 9), (9, 11), (11, 14), (14, 15), (15, 16))
TAGS = (shown("org", (3, 9)), shown("loc", (3, 6), label="LOC"))


def scene(
    *tags: ShownTag, misread: tuple[Misread, ...] = (), proposed: tuple[ProposedPlace, ...] = ()
) -> Scene:
    return compose_scene(Contents(VIEW.replaced(misread=misread), WORDS, tags, True, proposed), 40)


def part(name: PartName) -> Style:
    return called(name)


PALETTE = Palette(part, Color.parse("#101010"), DEFAULT_LABELS, "en")


def lines(where: Scene, caret: Caret, span: str | None = None, **how: Any) -> list[Strip]:
    painter = Painter(where, PALETTE, 1, 44, **how)
    return [painter.line(number, where.marks(caret, span)) for number in range(where.lines.height)]


def all_texts(strips: Iterable[Strip], name: str) -> list[str]:
    return [text for strip in strips for text in texts(strip, name)]


def test_the_cursor_the_word_under_it_and_every_second_word_are_marked() -> None:
    strips = lines(scene(), Caret(7))
    assert all_texts(strips, "cursor") == ["工"]
    assert all_texts(strips, "target") == ["总工会"]
    assert all_texts(strips, "word") == ["望津区", "主席", "来"]
    assert all_texts(strips, "selection") == []
    assert [texts(strip, "strong") != [] for strip in strips] == [True, False, False], "the title alone"


def test_a_selection_is_marked_in_the_place_of_a_word() -> None:
    strips = lines(scene(), Caret(9, (4, 10)))
    assert all_texts(strips, "selection") == ["津区总工会主"]
    assert all_texts(strips, "target") == []


def test_tags_have_rails_and_the_one_that_is_meant_and_those_that_are_lit_stand_out() -> None:
    where = scene(*TAGS)
    names = [strip.text.strip() for strip in lines(where, Caret(3))[3:]]
    assert names == ["l-LOC-", "o-ORG-------"]
    assert all_texts(lines(where, Caret(12)), "current") == []
    assert all_texts(lines(where, Caret(3), "org"), "current") == ["o-ORG-------"]
    assert all_texts(lines(where, Caret(3), "loc"), "current") == ["l-LOC-"]
    lit = lines(where, Caret(12), lit=frozenset(("org",)))
    assert all_texts(lit, "current") == ["o-ORG-------"]
    assert [strip.text for strip in lit] == [strip.text for strip in lines(where, Caret(12))]


def test_the_tint_of_the_inner_tag_lies_over_that_of_the_outer_one() -> None:
    (row,) = (strip for strip in lines(scene(*TAGS), Caret(12)) if "望津区" in strip.text)
    tinted = [(text, style) for text, style, _ in row if style and style.bgcolor]
    assert [text for text, _ in tinted] == ["望津区", "总工会"]
    assert [style.bgcolor for _, style in tinted] == [PALETTE.text(x).bgcolor for x in ("LOC", "ORG")]


def test_a_tag_of_somebody_else_says_whose_it_is() -> None:
    strips = lines(scene(TAGS[0].replaced(owner=2)), Caret(12))
    assert strips[3].text.strip() == "2-2 ORG-----"


def test_what_is_proposed_is_underlined_as_sure_as_it_is() -> None:
    proposed = (ProposedPlace(3, 9, "ORG", True), ProposedPlace(11, 14, "PERSON", False))
    (row,) = (strip for strip in lines(scene(proposed=proposed), Caret(0)) if "望津区" in strip.text)

    def drawn(name: str) -> str:
        return "".join(text for text, style, _ in row if style and getattr(style, name))

    assert (drawn("underline"), drawn("underline2")) == ("望津区总工会", "李青禾")


@pytest.mark.parametrize(
    ("misread", "said", "marked"),
    [
        ((Misread(4, 5, "京"),), "→京", ["津"]),
        ((Misread(4, 5, "京"), Misread(12, 14, "晴天")), "→京 →晴天", ["津", "青禾"]),
        ((Misread(0, 1, "话"),), "", []),
    ],
)
def test_beside_a_row_stands_what_its_misread_places_should_read(
    misread: tuple[Misread, ...], said: str, marked: list[str]
) -> None:
    (row,) = (strip for strip in lines(scene(misread=misread), Caret(0)) if "望津区" in strip.text)
    assert row.text.partition("来了")[2].strip() == said
    assert texts(row, "bad") == [*marked, *([f"  {said}"] if said else [])]


def test_hints_dim_the_text_that_they_stand_on() -> None:
    strips = lines(scene(), Caret(12), hints=(Hint(3, 6, "a"), Hint(11, 14, "sd")))
    assert all_texts(strips, "hint") == ["a ", "sd"]
    assert {name for strip in strips for name in ("strong", "text") if texts(strip, name)} == set()
    assert "sd青禾" in strips[2].text


def test_the_sentence_read_before_a_break_is_marked() -> None:
    assert all_texts(lines(scene(), Caret(0), read_last=(9, 16)), "row") == ["主席李青禾来了"]


def test_what_was_painted_is_kept_for_a_row_that_looks_the_same_and_for_no_other() -> None:
    where = scene(TAGS[0])
    painter = Painter(where, PALETTE, 1, 44)
    before = [painter.line(number, {}) for number in range(where.lines.height)]
    other, _ = with_contents(where, where.contents.replaced(tags=(shown("org", (6, 9)),)))
    painter.follow(other)
    after = [painter.line(number, {}) for number in range(other.lines.height)]
    assert [one is another for one, another in zip(before, after, strict=True)] == [True, True, False, False]
    assert after[3].text.strip() == "o-ORG-"
