"""A long text: its first painting takes no longer than that of a short one."""

from functools import cache
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.geometry import Size

from tests.app.test_reader_model import shown
from tests.app.test_text_pane import Alone
from tui.app.text_view.geometry.caret import Caret
from tui.app.text_view.geometry.scene import ENOUGH, Scene, compose_beginning, compose_scene
from tui.app.workspace.view import Contents, ProposedPlace, View, ViewRole
from tui.model import Segment
from tui.text.offsets import Reading

COUNT = 4_000
LINES = [f"第{number:04}行" + "顺义区总工会新发展会员" * (number % 3) for number in range(COUNT)]
TEXT = "\n".join(LINES)
BEGINNINGS = [*accumulate((len(line) + 1 for line in LINES), initial=0)]
STARTS = BEGINNINGS[:COUNT:10]
ONE_BLOCK: tuple[Segment, ...] = ((0, len(TEXT)),)
MANY_BLOCKS = tuple((start, start + len(line)) for start, line in zip(BEGINNINGS, LINES, strict=False))
TAGS = tuple(shown(f"t{start}", (start, start + 3)) for start in STARTS)
PROPOSED = tuple(ProposedPlace(start + 3, start + 5, "ORG", sure=True) for start in STARTS)


def contents(blocks: tuple[Segment, ...]) -> Contents:
    roles: list[ViewRole] = ["paragraph"] * len(blocks)
    view = View(Reading(TEXT, blocks, ((0, 0, len(TEXT)),)), tuple(roles))
    return Contents(view, (), TAGS, proposed=PROPOSED)


@cache
def whole_of(blocks: tuple[Segment, ...]) -> Scene:
    return compose_scene(contents(blocks), 30)


@pytest.mark.parametrize("blocks", [ONE_BLOCK, MANY_BLOCKS], ids=["lines of a document", "paragraphs"])
@settings(max_examples=25)
@given(offset=st.integers(0, len(TEXT) - 1))
def test_its_beginning_looks_like_that_part_of_the_whole(blocks: tuple[Segment, ...], offset: int) -> None:
    all_of_it = contents(blocks)
    part, whole = compose_beginning(all_of_it, 30, offset), whole_of(blocks)
    first = whole.layout.rows.index(part.layout.rows[0])
    assert part.layout.rows[0].start <= offset < part.layout.rows[-1].end
    assert [*part.layout.rows] == [*whole.layout.rows[first : first + len(part.layout.rows)]]
    for row in range(len(part.layout.rows)):
        assert part.looks(row) == whole.looks(first + row)
    assert len(part.layout.rows) < 2 * ENOUGH


def test_it_is_painted_where_the_cursor_is_and_stays_there_when_all_is_laid_out() -> None:
    made = Alone(width=0)
    made.show(contents(MANY_BLOCKS), Caret(TEXT.index("第2001行")))
    made.room = Size(30, 12)
    before = made.paint()
    assert before[:2] == ["第2001行", "第2002行顺义区总工会新发"]
    assert len(made.scene.layout.rows) < COUNT
    made.next.pop()()
    assert made.scene.layout.is_whole
    after = made.paint()
    assert after[2:4] == before[:2], "two lines above the cursor are shown, too"


def test_keys_reach_all_of_it_before_it_is_laid_out() -> None:
    made = Alone(width=0)
    made.show(contents(MANY_BLOCKS), Caret())
    made.room = Size(30, 12)
    made.paint()
    made.put(Caret(TEXT.index("第3999行")))
    made.next.pop()()
    assert "第3999行" in made.paint()
    assert made.caret.at == TEXT.index("第3999行")
