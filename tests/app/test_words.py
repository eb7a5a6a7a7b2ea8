"""Words of a long text: those on the screen first, in the end as if all were asked for at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SEEDS
from tui.app.runtime.segmenter import PIECE, Words, pieces
from tui.text.segment import segmenter_for

LONG = "".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))

pytestmark = pytest.mark.usefixtures("own_segmenter")


@given(st.text(st.sampled_from("甲乙。\n"), max_size=3 * PIECE) | st.just(LONG))
def test_pieces_cover_the_text_and_end_with_a_sentence(text: str) -> None:
    found = pieces(text)
    assert "".join(text[a:b] for a, b in found) == text
    for start, end in found[:-1]:
        assert PIECE <= end - start <= 2 * PIECE + 1
        if end - start > PIECE:
            assert text[end - 1] in "。\n"


@pytest.mark.slow
@pytest.mark.parametrize("near", [0, len(LONG) // 2, len(LONG) - 1])
async def test_the_words_around_the_cursor_come_first_and_all_in_the_end(near: int, tmp_path: Path) -> None:
    words = Words(tmp_path, "jieba", tmp_path / "dictionary.txt")
    found = [known async for known in words.find(LONG, near)]
    await words.stop()
    assert len(pieces(LONG)) > 3
    assert any(start <= near < end for start, end in found[0]) or LONG[near] == "\n"
    assert len(found[0]) < len(found[1]) < len(found[-1])
    assert list(found[-1]) == segmenter_for("jieba", tmp_path, []).words(LONG)
    assert words.known(LONG) is found[-1]
