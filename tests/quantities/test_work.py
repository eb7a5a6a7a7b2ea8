"""The work that hostile texts make grows with their length and with nothing else."""

import sys
import time
from collections.abc import Callable, Iterable
from types import CodeType
from typing import Protocol

import pytest

from tests.shares import size
from tui.quantities import find
from tui.quantities.periods import base_of, find_periods

BASE = base_of("2023-09-15")

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
    "三、四",
    "-8～",
    "零下",
    "负",
    "1×",
    "1，234",
    "1 . ",
    "百分之五点",
    "产值（万元）",
    "产值（万元）\n1\n",
    "单位：万元\n",
    "PMI",
    "两",
    "C$",
    "1又2/",
]
HOSTILE_TIMES = [
    "1",
    "1月",
    "1日至",
    "2022年",
    "2022 年 ",
    "1 2月",
    "截至",
    "自1月",
    "去年同期",
    "正月",
    "闰",
    "农历八月",
    "上",
    "星期一",
    "1990年代",
    "近三",
    "前三",
    "将1月",
    "2022.1.",
    "春节",
    "一",
    " ",
    "年",
    "十",
]


class Found(Protocol):
    """A quantity or a time."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def surface(self) -> str: ...


def dated(text: str) -> Iterable[Found]:
    return find_periods(text, BASE)


def calls(text: str, read: Callable[[str], object]) -> int:
    """Count the calls of our functions that reading a text makes."""
    count = 0

    def profile(frame: object, event: str, _: object) -> None:
        nonlocal count
        code = getattr(frame, "f_code", None)
        if event == "call" and isinstance(code, CodeType) and "quantities" in code.co_filename:
            count += 1

    sys.setprofile(profile)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


def twice_makes_twice(piece: str, read: Callable[[str], object]) -> bool:
    small, large = (calls(piece * (size(length) // len(piece)), read) for length in (2000, 4000))
    return large <= 2.2 * small + size(50)


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_makes_twice_the_work(piece: str) -> None:
    assert twice_makes_twice(piece, find)


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE_TIMES)
def test_twice_the_times_make_twice_the_work(piece: str) -> None:
    assert twice_makes_twice(piece, find_periods)


def seconds(text: str, read: Callable[[str], Iterable[Found]]) -> float:
    """Processor time of reading a text, in seconds; what is found is as it stands there."""
    before = time.process_time()
    found = list(read(text))
    taken = time.process_time() - before
    assert all(text[each.start : each.end] == each.surface for each in found)
    return taken


def grows_with_its_share(piece: str, read: Callable[[str], Iterable[Found]]) -> bool:
    """Tell whether four times the text takes at most ten times as long, in one of three tries: what is
    quadratic takes sixteen times as long in each, a busy machine does so in one."""
    small, large = (piece * (size(length) // len(piece)) for length in (5_000, 20_000))
    slack = size(100) / 1000
    return any(seconds(large, read) < 10 * seconds(small, read) + slack for _ in range(3))


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE_TIMES)
def test_four_times_the_times_take_no_more_than_their_share(piece: str) -> None:
    assert grows_with_its_share(piece, dated)


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_four_times_the_text_takes_no_more_than_its_share(piece: str) -> None:
    assert grows_with_its_share(piece, find)
