"""The geometry of the text, row by row: motions, units, breaks of rows, rails, proposals, hints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.test_reader_model import BLOCKS, BODY, TEXT, field, selected, shown, view
from tui.app.text_view.geometry import caret as carets
from tui.app.text_view.geometry import syntax
from tui.app.text_view.geometry.caret import Caret, Field
from tui.app.text_view.geometry.hints import hint_places, hints_in, narrowed
from tui.app.text_view.geometry.layout import BLANK, Line, lay_out, line_up, measure
from tui.app.text_view.geometry.proposed_rows import change_proposed, lay_proposed
from tui.app.text_view.geometry.rails import lay_rails
from tui.app.text_view.geometry.wrap import IN_LATIN, NO_END, NO_START, may_break, wrap
from tui.app.workspace.view import ProposedPlace, View
from tui.text.offsets import Reading

LAST = BLOCKS[2][0]
END = len(TEXT) - 2  # the last cluster has two code points


@pytest.mark.parametrize(
    ("motion", "at", "there"),
    [
        ("char_right", 0, 1), ("char_right", 3, 5), ("char_right", END, END),
        ("char_left", 1, 0), ("char_left", 5, 3), ("char_left", 0, 0),
        ("word_right", 0, 2), ("word_right", 1, 2), ("word_right", 2, 5), ("word_right", 5, 8),
        ("word_left", 8, 5), ("word_left", 9, 8), ("word_left", 5, 2), ("word_left", 0, 0),
        ("row_start", 3, 0), ("row_start", 6, 5), ("row_end", 0, 3), ("row_end", END, END),
        ("block_down", 0, 5), ("block_down", 4, 5), ("block_down", 5, LAST), ("block_down", LAST, END),
        ("block_up", LAST, 5), ("block_up", 9, 5), ("block_up", 5, 0), ("block_up", 3, 0), ("block_up", 0, 0),
        ("text_start", 9, 0), ("text_end", 0, END),
    ],
)  # fmt: skip
def test_each_motion_goes_where_it_says(motion: str, at: int, there: int) -> None:
    assert carets.move(field(), Caret(at, (at, at + 1)), motion) == Caret(there)


def test_a_row_ends_before_the_next_begins() -> None:
    where = field()
    first, second = [row for row in where.layout.rows if row.block == 1][:2]
    assert carets.move(where, Caret(first.start + 3), "row_end").at == second.start - 1
    assert carets.move(where, Caret(second.start + 3), "row_start").at == second.start


def text_field(text: str, *words: str) -> Field:
    """One paragraph with the words that are given; all else is single characters."""
    ranges = sorted((text.index(word), text.index(word) + len(word)) for word in words)
    reading = Reading(text, ((0, len(text)),), ((0, 0, len(text)),))
    return Field(lay_out(View(reading, ("paragraph",)), 40), ranges)


def test_blanks_at_the_ends_of_a_selection_are_not_tagged() -> None:
    where = text_field("甲  乙\u3000丙")
    assert carets.target(where, Caret(1, (1, 5))) == (3, 4)
    assert carets.target(where, Caret(1, (1, 3))) == (1, 1)
    assert carets.target(where, Caret(0, (0, 6))) == (0, 6)
    assert carets.target(where, Caret(3)) == (3, 4)


def test_sentences_are_added_one_by_one() -> None:
    where, caret = text_field("甲去了。乙来了！丙没有。"), Caret(5)
    found = []
    for _ in range(3):
        caret = carets.select_unit(where, caret, "sentence")
        assert caret.selection is not None
        found.append(where.text[slice(*caret.selection)])
    assert found == ["乙来了！", "乙来了！丙没有。", "乙来了！丙没有。"]
    across = carets.select_unit(where, Caret(3, (2, 6)), "sentence")
    assert across.selection == (0, 8)


def test_what_stands_between_marks_then_the_marks_too() -> None:
    where = text_field("他说（“好”吗）就走")
    caret, found = Caret(4), []
    for _ in range(4):
        caret = carets.select_unit(where, caret, "pair")
        assert caret.selection is not None
        found.append(where.text[slice(*caret.selection)])
    assert found == ["“好”", "“好”吗", "（“好”吗）", "（“好”吗）"]
    assert carets.select_unit(where, Caret(0), "pair") == Caret(0)


def test_a_selection_grows_by_word_phrase_quotation_clause_sentence_and_paragraph() -> None:
    text = "昨天晴。李四说：“城南的老桥、渡口都好，桥上人多。”大家笑了。"
    where, caret, found = text_field(text, "老桥", "城南"), Caret(text.index("老桥")), []
    while True:
        grown = syntax.grow(where, caret)
        if grown == caret:
            break
        caret = grown
        assert caret.selection is not None
        found.append(text[slice(*caret.selection)])
    assert found == [
        "老桥",
        "城南的老桥",
        "“城南的老桥、渡口都好",
        "“城南的老桥、渡口都好，桥上人多。”",
        "“城南的老桥、渡口都好，桥上人多。”大家笑了",
        "李四说：“城南的老桥、渡口都好，桥上人多。”大家笑了。",
        text,
    ]


@pytest.mark.parametrize("mark", sorted(NO_START))
def test_no_row_begins_with_a_closing_mark(mark: str) -> None:
    assert not may_break("甲", mark)


@pytest.mark.parametrize("mark", sorted(NO_END))
def test_no_row_ends_with_an_opening_mark(mark: str) -> None:
    assert not may_break(mark, "甲")


@pytest.mark.parametrize("mark", sorted(IN_LATIN))
def test_a_mark_within_latin_words_and_numbers_is_not_torn_off(mark: str) -> None:
    assert not may_break("a", mark)
    assert not may_break(mark, "1")


@pytest.mark.parametrize(
    ("before", "after"),
    [("甲", "乙"), ("甲", "a"), ("a", "甲"), ("。", "甲"), ("甲", "（"), ("-", "甲"), ("甲", "-")],
)
def test_elsewhere_a_row_may_end(before: str, after: str) -> None:
    assert may_break(before, after)


@pytest.mark.parametrize(
    ("text", "cells", "rows"),
    [
        ("一二三a四五", 7, ["一二三a", "四五"]),
        ("一二三四五", 7, ["一二三", "四五"]),
        ("一二ab三四", 5, ["一二", "ab三", "四"]),
        ("a一二三四", 8, ["a一二三", "四"]),
        ("一二三，四", 6, ["一二", "三，四"]),
        ("一二（三四", 6, ["一二", "（三四"]),
        ("一二……三", 5, ["一", "二……", "三"]),
        ("一二3.5亿", 6, ["一二", "3.5亿"]),
        ("一二abcdefgh三", 6, ["一二", "abcdef", "gh三"]),
        ("，，，，，", 4, ["，，", "，，", "，"]),
        ("一二  三", 4, ["一二  ", "三"]),
        ("一👩‍👩‍👧二三", 6, ["一👩‍👩‍👧二", "三"]),
        ("", 4, [""]),
    ],
)
def test_a_text_is_broken_into_rows(text: str, cells: int, rows: list[str]) -> None:
    assert [text[a:b] for a, b in wrap(text, 0, len(text), cells, 0)] == rows


def test_the_first_row_is_indented() -> None:
    assert [b for _, b in wrap("一二三四五六七", 0, 7, 8, 4)] == [2, 6, 7]
    layout = lay_out(view(), 30)
    indents = [(row.block, row.x) for row in layout.rows]
    assert indents[0] == (0, 11), "a title is centred"
    assert indents[1:3] == [(1, 4), (1, 0)]
    assert [row for row in indents if row[0] == 2] == [(2, 4)]


@pytest.mark.parametrize(("room", "cells"), [(0, 8), (8, 8), (40, 40), (76, 76), (200, 76)])
def test_rows_are_as_wide_as_is_easy_to_read(room: int, cells: int) -> None:
    assert measure(room) == cells


def test_rows_with_rails_push_those_below_down() -> None:
    layout = lay_out(view(), 30)
    plain = line_up(layout, [0] * len(layout.rows))
    assert list(plain.tops) == list(layout.tops)
    assert plain.tops[1] == plain.tops[0] + 2, "a blank line below the headline"
    railed = line_up(layout, [2, *[0] * (len(layout.rows) - 1)])
    assert [a - b for a, b in zip(railed.tops, plain.tops, strict=True)] == [0, *[2] * (len(layout.rows) - 1)]
    assert [railed.at(n) for n in range(4)] == [Line(0, 0), Line(0, 1), Line(0, 2), BLANK]
    assert railed.height == plain.height + 2


def test_the_parts_of_a_tag_lie_in_one_lane_where_there_is_room() -> None:
    layout = lay_out(view(), 60)
    rails = lay_rails(
        layout, [shown("parts", (5, 8), (12, 14)), shown("between", (9, 11)), shown("over", (6, 13))]
    )
    row = next(row for row in rails.rows if row)
    assert {(rail.shown.span.id, rail.start, rail.end, rail.lane, rail.first) for rail in row} == {
        ("between", 9, 11, 1, True),
        ("parts", 5, 8, 1, True),
        ("parts", 12, 14, 1, False),
        ("over", 6, 13, 2, True),
    }


def test_each_annotator_has_lanes_below_those_of_the_others() -> None:
    layout = lay_out(view(), 60)
    mine, theirs = shown("mine", (5, 8)), shown("theirs", (9, 11)).replaced(owner=1)
    (row,) = (row for row in lay_rails(layout, [theirs, mine]).rows if row)
    assert [(rail.shown.span.id, rail.lane) for rail in row] == [("mine", 1), ("theirs", 2)]


PLACES = st.lists(
    st.tuples(st.integers(5, 60), st.integers(1, 30)).map(
        lambda pair: ProposedPlace(pair[0], min(sum(pair), BLOCKS[1][1]), "ORG", True)
    ),
    max_size=6,
)


@given(places=PLACES, data=st.data())
def test_rows_of_proposals_after_a_change_are_those_of_the_proposals_that_are_left(
    places: list[ProposedPlace], data: st.DataObject
) -> None:
    layout = lay_out(view(), 20)
    keep = data.draw(st.lists(st.booleans(), min_size=len(places), max_size=len(places)))
    left = [place for place, kept in zip(places, keep, strict=True) if kept]
    before = lay_proposed(layout, places)
    now, rows = change_proposed(before, layout, places, left)
    assert now == lay_proposed(layout, left)
    assert {row for row in before if before.get(row) != now.get(row)} <= set(rows)
    again, _ = change_proposed(now, layout, left, places)
    assert again == before


@given(PLACES)
def test_a_row_shows_each_proposal_that_has_a_part_in_it(places: list[ProposedPlace]) -> None:
    layout = lay_out(view(), 20)
    for number, row in enumerate(layout.rows):
        reached = [place for place in places if place.start < row.end and row.start < place.end]
        assert list(lay_proposed(layout, places).get(number, ())) == reached


def test_the_shortest_hints_are_ahead_and_near() -> None:
    found = hint_places([(0, 1), (5, 6), (9, 10), (16, 17)], 5)
    assert [(hint.start, hint.letters) for hint in found] == [(0, "d"), (5, "a"), (9, "s"), (16, "f")]
    assert narrowed(found, "s") == (found[2]._replace(letters=""),)
    assert narrowed(found, "x") == ()
    assert [hint.start for hint in hints_in(found, 5, 16)] == [5, 9]


@pytest.mark.parametrize(
    ("side", "step", "text"),
    [
        ("end", 1, "总工会新"), ("end", -1, "总工会"), ("start", -1, "顺义区总工会"), ("start", 1, "总工会"),
    ],
)  # fmt: skip
def test_an_end_is_moved_by_a_word_and_never_past_the_other(side: str, step: int, text: str) -> None:
    assert selected(carets.move_edge(field(), Caret(8), side, step)) == text  # type: ignore[arg-type]


def test_a_selection_by_rows_and_by_mouse_holds_both_ends() -> None:
    where = field()
    assert carets.sweep(where, 8, 5).selection == (5, 8)
    assert carets.sweep(where, 8, 8).selection == (8, 9)
    assert carets.sweep(where, 5, 8).selection == (5, 9)
    down = carets.extend_rows(where, Caret(8), 1)
    assert down.selection is not None
    assert down.selection[0] == 8
    back = carets.extend_rows(where, down, -1)
    assert back.selection == (8, 9)
    assert carets.extend_rows(where, Caret(12, (8, 13), "start"), 0).selection == (12, 13)


@pytest.mark.parametrize(
    ("count", "text"), [(1, "顺义区"), (2, "顺义区总工会"), (3, "顺义区总工会新"), (99, BODY)]
)
def test_so_many_words_from_here_within_the_paragraph(count: int, text: str) -> None:
    assert TEXT[slice(*carets.words_from(field(), 6, count))] == text
