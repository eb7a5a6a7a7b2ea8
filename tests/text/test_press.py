"""A page that was built from known blocks is divided into these blocks, where the typography tells."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shares import examples
from tests.text.press import Press, Typography
from tests.text.showing import page_of
from tui.model import surface
from tui.text.divide import divide

SETTINGS = {
    "blank lines": Typography(),
    "two blank lines, cut": Typography(blank=2, cuts=True),
    "columns cut by blank lines": Typography(cuts=True),
    "Markdown titles": Typography(marks="## ", cuts=True),
    "two-character line breaks": Typography(newline="\r\n", cuts=True),
    "wrapped, indented": Typography(width=20, indent="　　", blank=0),
    "narrow, indented": Typography(width=13, indent="　　", blank=0),
    "wrapped, indented, cut by blank lines": Typography(width=18, indent="　　", cuts=True),
    "wrapped, blank lines": Typography(width=22),
    "wrapped, short last lines": Typography(width=22, blank=0),
    "a line is a paragraph": Typography(blank=0),
    "a line is an indented paragraph": Typography(indent="　　", blank=0),
    "an agency's dateline": Typography(opening="新华社北京4月5日电（记者 {}）", cuts=True),
    "a reporter without brackets": Typography(opening="本报讯 记者{}报道 "),
}


@pytest.mark.slow
@pytest.mark.parametrize("typography", SETTINGS.values(), ids=SETTINGS.keys())
@settings(max_examples=examples(40))
@given(seed=st.integers(0, 10**6), articles=st.integers(1, 5))
def test_what_was_set_is_found(typography: Typography, seed: int, articles: int) -> None:
    press = Press(Random(seed), typography)
    page = page_of(press.page(articles))
    found = [
        [(block.role, surface(page.text, block.segments)) for block in article.blocks]
        for article in divide(page).articles
    ]
    assert found == [[(role, text.strip()) for role, text in blocks] for blocks in press.set_blocks]
