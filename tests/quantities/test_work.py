"""The work that hostile texts make grows with their length and with nothing else."""

import sys
from types import CodeType

import pytest

from tui.quantities import find

HOSTILE = [
    "1",
    "万",
    "第",
    "百分之",
    "1:",
    "一",
    "1-",
    "1,",
    "1.",
    "九万",
    "超",
    "1至",
    "5%、",
    "十点",
    "2023年",
    "“1",
    "《",
    "1小时",
    "零",
    "1/",
    "0.1和",
    "翻了近",
    "1 000",
    "十",
    "百",
    "千",
    "亿",
    ".",
    "1—",
    "—1",
    "0.",
    "１",
    "１．",
    "１，０００",
    "1 ",
    "1+",
    "1万 ",
    "块五",
    "一米八",
    "3斤2两",
    "元/人·",
    "1点",
    "8点至",
    "北纬1",
    "5个至",
    "去年多",
    "一个月零",
]


def calls(text: str) -> int:
    """Count the calls of our functions that reading a text makes."""
    count = 0

    def profile(frame: object, event: str, _: object) -> None:
        nonlocal count
        code = getattr(frame, "f_code", None)
        if event == "call" and isinstance(code, CodeType) and "quantities" in code.co_filename:
            count += 1

    sys.setprofile(profile)
    try:
        find(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_makes_twice_the_work(piece: str) -> None:
    small = calls(piece * (2000 // len(piece)))
    assert calls(piece * (4000 // len(piece))) <= 2.2 * small + 50


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hundred_thousand_characters_are_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(text[q.start : q.end] == q.surface for q in find(text))
