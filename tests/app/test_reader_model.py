"""Caret, rails and scene: what is selected, what lies over what."""

from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.app.text_view.geometry import caret as carets
from tui.app.text_view.geometry import syntax
from tui.app.text_view.geometry.caret import MOTIONS, Caret, Field
from tui.app.text_view.geometry.layout import lay_out
from tui.app.text_view.geometry.rails import lay_rails
from tui.app.text_view.geometry.scene import compose_scene, with_contents
from tui.app.workspace.view import Contents, ShownTag, View
from tui.model import Segment, Span
from tui.text.offsets import Reading

TITLE, BODY, LAST = "两新组织", "顺义区总工会新发展会员8447人。" * 4, "👩‍👩‍👧好e\u0301"
TEXT = f"{TITLE}\n{BODY}\n{LAST}"
BLOCKS = ((0, 4), (5, 5 + len(BODY)), (6 + len(BODY), len(TEXT)))
WORDS = [(0, 2), (2, 4)] + [
    (5 + 17 * n + a, 5 + 17 * n + b) for n in range(4) for a, b in pairwise((0, 3, 6, 7, 9, 11, 15, 16, 17))
]


def view() -> View:
    return View(Reading(TEXT, BLOCKS, ((0, 0, len(TEXT)),)), ("title", "paragraph", "paragraph"))


def field(cells: int = 30) -> Field:
    return Field(lay_out(view(), cells), WORDS)


def shown(id_: str, *ranges: Segment, label: str = "ORG") -> ShownTag:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return ShownTag(Span(id=id_, label=label, segments=ranges, text="", created=now, updated=now), ranges)


def selected(caret: Caret) -> str:
    assert caret.selection is not None
    return TEXT[slice(*caret.selection)]


@given(
    keys=st.lists(
        st.sampled_from([*MOTIONS, "up", "down", "+w", "-w", "+c", "-c", "unit", "swap", "row+", "row-"]),
        max_size=40,
    )
)
def test_wherever_keys_lead_the_cursor_is_on_a_cluster_and_the_selection_in_one_block(
    keys: list[str],
) -> None:
    where, caret = field(), Caret()
    for key in keys:
        match key:
            case "up" | "down":
                caret = carets.move_rows(where, caret, 1 if key == "down" else -1)
            case "+w" | "-w" | "+c" | "-c":
                caret = carets.extend(
                    where, caret, "word" if key[1] == "w" else "char", 1 if key[0] == "+" else -1
                )
            case "row+" | "row-":
                caret = carets.extend_rows(where, caret, 1 if key == "row+" else -1)
            case "unit":
                before, caret = caret, syntax.grow(where, caret)
                _holds_more(before, caret)
            case "swap":
                caret = carets.swap(where, caret)
            case _:
                caret = carets.move(where, caret, key)
        assert where.cluster_at(caret.at)[0] == caret.at
        assert TEXT[caret.at] != "\n"
        if caret.selection is not None:
            a, b = caret.selection
            assert any(start <= a < b <= end for start, end in BLOCKS)
            assert a <= caret.at < b


def _holds_more(before: Caret, after: Caret) -> None:
    """What a unit selects holds what was selected, and more, until the whole block is."""
    assert after.selection is not None
    if before.selection is None:
        assert after.selection[0] <= before.at < after.selection[1]
    elif after == before:
        assert before.selection in BLOCKS
    else:
        assert after.selection[0] <= before.selection[0] < before.selection[1] <= after.selection[1]
        assert after.selection != before.selection


def test_moving_by_word_visits_every_word_and_comes_back() -> None:
    where, caret, visited = field(), Caret(), [0]
    while (moved := carets.move(where, caret, "word_right")).at != caret.at:
        caret = moved
        visited.append(caret.at)
    assert visited[: len(WORDS)] == [start for start, _ in WORDS]
    while (moved := carets.move(where, caret, "word_left")).at != caret.at:
        caret = moved
        visited.pop()
    assert visited == [0]


def test_the_word_under_the_cursor_is_the_target_until_something_is_selected() -> None:
    assert TEXT[slice(*carets.target(field(), Caret(6)))] == "顺义区"


def test_extending_starts_from_the_word_and_goes_on_at_either_end() -> None:
    where = field()
    grown = carets.extend(where, Caret(8), "word", 1)
    assert selected(grown) == "总工会新"
    assert selected(carets.extend(where, grown, "char", -1)) == "总工会"
    other = carets.swap(where, grown)
    assert selected(carets.extend(where, other, "word", -1)) == "顺义区总工会新"
    assert selected(carets.extend(where, other, "char", 1)) == "工会新"


def test_an_end_moved_over_the_other_becomes_the_other() -> None:
    where = field()
    one = carets.extend(where, carets.extend(where, Caret(8), "word", 1), "word", -1)
    assert selected(one) == "总工会"
    assert selected(carets.extend(where, one, "word", -1)) == "顺义区总工会"


def test_a_selection_ends_with_its_paragraph() -> None:
    where = field()
    caret = Caret(0)
    for _ in range(20):
        caret = carets.extend(where, caret, "word", 1)
    assert selected(caret) == TITLE


def test_moving_by_rows_keeps_to_the_column_over_a_short_row() -> None:
    where = field()
    start = next(row for row in where.layout.rows if row.block == 1 and row.x == 0)
    caret = Caret(start.start + 10)
    down = carets.move_rows(where, carets.move_rows(where, caret, 99), -99)
    assert down.x == where.layout.x_of(caret.at)
    back = carets.move_rows(where, down, where.layout.row_at(caret.at))
    assert back.at == caret.at


@given(
    ranges=st.lists(st.tuples(st.integers(5, 70), st.integers(1, 30)), min_size=1, max_size=8),
    cells=st.integers(16, 60),
)
def test_every_tag_is_visible_whole_and_no_two_rails_overlap(
    ranges: list[tuple[int, int]], cells: int
) -> None:
    tags = [shown(f"t{n}", (a, min(a + length, BLOCKS[1][1]))) for n, (a, length) in enumerate(ranges)]
    layout = lay_out(view(), cells)
    rails = lay_rails(layout, tags)
    for tag in tags:
        pieces = sorted((r.start, r.end) for row in rails.rows for r in row if r.shown is tag)
        assert [at for a, b in pieces for at in range(a, b)] == list(range(*tag.ranges[0]))
    for row in rails.rows:
        for one in row:
            others = [o for o in row if o is not one and o.lane == one.lane]
            assert all(o.end <= one.start or one.end <= o.start for o in others)


@given(data=st.data(), cells=st.integers(16, 60))
def test_rails_after_a_change_are_those_of_the_tags_that_are_left(data: st.DataObject, cells: int) -> None:
    places = st.tuples(st.integers(5, 70), st.integers(1, 30))
    drawn = data.draw(st.lists(places, min_size=1, max_size=10))
    tags = [shown(f"t{n}", (a, min(a + length, BLOCKS[1][1]))) for n, (a, length) in enumerate(drawn)]
    choices = st.sets(st.integers(0, len(tags) - 1)).map(lambda chosen: [tags[n] for n in sorted(chosen)])
    before, after = data.draw(choices), data.draw(choices)
    scene = compose_scene(Contents(view(), WORDS, tuple(before)), cells)
    changed, rows = with_contents(scene, Contents(view(), WORDS, tuple(after)))
    anew = compose_scene(Contents(view(), WORDS, tuple(after)), cells)
    assert list(changed.rails.rows) == list(anew.rails.rows)
    assert (changed.lines.tops, changed.lines.lanes) == (anew.lines.tops, anew.lines.lanes)
    unchanged = set(range(len(scene.layout.rows))) - set(rows)
    assert all(scene.looks(row) == anew.looks(row) for row in unchanged)


def test_each_line_is_of_its_row_and_lane() -> None:
    scene = compose_scene(Contents(view(), WORDS, (shown("a", (5, 11)), shown("b", (5, 8)))), 40)
    for row in range(len(scene.layout.rows)):
        assert [scene.lines.at(n) for n in scene.lines_of_row(row)] == [
            (row, lane) for lane in range(scene.lines.lanes[row] + 1)
        ]
    seen = [scene.lines.at(n)[0] for n in range(scene.lines.height)]
    assert seen.count(-1) == 1
    assert scene.lines.at(scene.lines.height) == (-1, 0)


def test_the_inner_tag_lies_nearer_to_the_text_and_is_the_one_under_the_cursor() -> None:
    outer, inner = shown("outer", (5, 11)), shown("inner", (5, 8), label="LOC")
    scene = compose_scene(Contents(view(), WORDS, (outer, inner)), 40)
    lanes = {rail.shown.span.id: rail.lane for row in scene.rails.rows for rail in row}
    assert lanes == {"inner": 1, "outer": 2}
    assert [tag.span.id for tag in scene.tags_at(6)] == ["inner", "outer"]
    assert [tag.span.id for tag in scene.tags_at(9)] == ["outer"]


def test_neighbouring_words_differ_and_punctuation_is_left_plain() -> None:
    scene = compose_scene(Contents(view(), WORDS, segmented=True), 40)
    tinted = {TEXT[a:b] for a, b in scene.tinted(*BLOCKS[1])}
    assert "。" not in tinted
    assert {"总工会", "新"} & tinted != {"总工会", "新"}
    assert len(scene.tinted(*BLOCKS[1])) >= 12
    assert compose_scene(Contents(view(), WORDS), 40).tinted(0, len(TEXT)) == []


@given(st.lists(st.text("甲乙a，", max_size=9), min_size=1, max_size=6), st.integers(8, 20))
def test_the_lines_of_a_document_begin_rows_of_their_own(lines: list[str], cells: int) -> None:
    text = "\n".join([*lines, "完"])
    reading = Reading(text, ((0, len(text)),), ((0, 0, len(text)),))
    layout = lay_out(view().replaced(reading=reading, roles=("paragraph",)), cells)
    starts = {row.start for row in layout.rows}
    assert {0, *(at + 1 for at, character in enumerate(text) if character == "\n")} <= starts
    assert "".join(text[row.start : row.end] for row in layout.rows) == text
    assert all("\n" not in text[row.start : row.end - 1] for row in layout.rows)
