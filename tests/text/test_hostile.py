"""Text that was made to be slow is divided in a time that grows with its length only."""

import time

import pytest

from tests.shares import size
from tests.text.showing import page_of
from tui.text.divide import divide
from tui.text.doubts import doubts
from tui.text.lines import MOST_LINES
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
    "A1 要闻 " * 14 + "x",
    "第123期 " * 14 + "。",
    "王 李 " * 20 + "（",
    "文/张 摄影/李 " * 8 + "。",
    "26℃ " * 20 + "x",
    "卡尔·" * 25 + "x",
    "公司公司 " * 16,
]
PAGES = {
    "one line": "中文，" * 300_000,
    "short lines": "短句\n" * 20_000,
    "no page": "短句\n" * 40 * MOST_LINES,  # also an eighth of a quarter of it is none
    "open brackets": "（" * 300_000,
    "signatures": "正文只有一句话。\n\n张三\n\n" * 6_000,
    "lists": "●要点一二三\n猪肉 26.80 27.20\n张三　李四　王五\n" * 5_000,
    "stars": "**" * 200_000,
    "digits": "9" * 300_000,
    "degrees": "9%9%" * 100_000,
    "unfinished paragraphs": ("没有完的句子里面有很多很多字" * 4 + "\n\n") * 5_000,
}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:6])
def test_no_convention_backtracks_without_end(line: str) -> None:
    parts(line)
    before = time.process_time()
    parts(line)
    assert time.process_time() - before < 0.1


def seconds(text: str) -> float:
    """Processor time of one division and one look for doubts, in seconds."""
    page = page_of(text)
    before = time.process_time()
    divide(page)
    doubts(text)
    return time.process_time() - before


@pytest.mark.slow
@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_a_page_four_times_as_long_takes_no_more_than_its_share(text: str) -> None:
    whole, slack = size(len(text)) // 2, size(300) / 1000
    quarter = seconds(text[: whole // 4])
    assert seconds(text[:whole]) < 10 * quarter + slack
