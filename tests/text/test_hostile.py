"""Text that was made to be slow is divided in a time that grows with its length only."""

import time

import pytest

from tests.text.showing import page_of
from tui.text.divide import divide
from tui.text.parts import parts

LINES = [
    "记者张三、" * 18 + "x",
    "日报" * 40 + "x",
    "综合新闻" * 20 + "x",
    "编辑张三" * 21 + "x",
    "张 " * 40 + "x",
    "（记者" * 28,
    "2023年9月12日 " * 6 + "x",
    "（" * 88,
]
PAGES = {
    "one line": "中文，" * 300_000,
    "short lines": "短句\n" * 20_000,
    "open brackets": "（" * 300_000,
    "stars": "**" * 200_000,
    "unfinished paragraphs": ("没有完的句子里面有很多很多字" * 4 + "\n\n") * 5_000,
}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:6])
def test_no_convention_backtracks_without_end(line: str) -> None:
    parts(line)
    before = time.process_time()
    parts(line)
    assert time.process_time() - before < 0.1


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_a_huge_page_is_divided_soon(text: str) -> None:
    before = time.process_time()
    divide(page_of(text))
    assert time.process_time() - before < 5
