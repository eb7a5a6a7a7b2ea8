"""Data that means harm, for the fuzzers: what is valid with something done to it, and what never was."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

EVIL = "\x1b[2J\x1b]0;owned\x07[red]\u202e反\u2066\u009b31m\x00"
"""What a terminal obeys, Textual's markup, marks that turn the reading round, a NUL."""

TOKENS = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b[2J", b"\r", b"\n", b"\t", b'"', b"'", b"\\", b",", b":"),
    *(b"[", b"]", b"{", b"}", b"[" * 5000, b'{"a":' * 5000, b"null", b"true", b"-1", b"1e999", b"NaN"),
    *(b"9" * 5000, b"99999999999999999999", b'"\\ud800"', b"../x", b"/etc/x", b"%00", b"&#0;", b"&a;", b"<"),
    *(b"<!DOCTYPE a>", b"]]>", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xe4\xb8", b"=", b"#", b"@", b"*]", b"|"),
)
NAMES = ("../x", "/etc/x", "..", ".", "a/../../x", "x\x00y", "~", "", EVIL, "\ud800", "长" * 300)
HARMFUL: tuple[Any, ...] = (
    *(None, True, 0, -1, 1 << 31, 1 << 63, 1 << 70, 10**4000, 0.5, 1e308, "", "2026-03-01T12:00:00Z"),
    *(*NAMES, [], {}, [[0, 1]], [[1, 0]], [[-1, 5]], [None], [[[]]], {"": ""}, {"id": []}),
)

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
anything = st.characters(exclude_categories=())
"""Any code point, half surrogate pairs among them."""
texts = st.text(anything, max_size=8)
values = st.sampled_from(HARMFUL) | st.recursive(
    scalars | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)

CHINESE = (
    "一二三四五六七八九十百千万亿半几多余近约超不低于至共增长下降%‰，。：；、（）“”"
    ".0123456789年月日个家元倍成"
)
PRESS = (
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\u3000",
        " ",
        "\t",
        "##",
        "**",
        "——",
        "●",
        "记者 张三",
        "本报讯",
        "（记者",
        "摄",
    ),
    *("2023年7月5日", "第3版", "责编：", "上接第1版", "星期三", "通讯员", "新建工会组织36家", "增长5.2%"),
    *("百分之", "三分之二", "1:1", "万千瓦时", "今年上半年", "去年同期", "9月10日至11日", "[", "]", EVIL),
)
prose = st.lists(st.sampled_from(PRESS) | st.text(CHINESE, max_size=6) | texts, max_size=25).map("".join)
"""Text that looks like a page here and there."""


def dumped(value: Any) -> bytes:
    """JSON as other programs write it, all numbers and half surrogate pairs included."""
    return json.dumps(value).encode("ascii")


@st.composite
def spliced(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes with pieces cut out, put in or doubled."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.sampled_from((0, 0, 1, 2, 8, 64, 1 << 20))))
        new = draw(st.sampled_from(TOKENS) | st.binary(max_size=4) | st.just(data[at:end] * 2))
        data = data[:at] + new + data[end:]
    return data


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value within a value of JSON, its own first."""
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from places(inner, (*path, key))


def put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """Return a value of JSON with another one at a place; a place that is gone meanwhile stays so."""
    if not path:
        return new
    key, *rest = path
    if isinstance(value, dict) and key in value:
        return value | {key: put(value[key], tuple(rest), new)}
    if isinstance(value, list) and isinstance(key, int) and key < len(value):
        return [*value[:key], put(value[key], tuple(rest), new), *value[key + 1 :]]
    return value


@st.composite
def altered(draw: st.DrawFn, value: Any) -> Any:
    """A value of JSON in which some values are others."""
    for path in draw(st.lists(st.sampled_from(list(places(value))), min_size=1, max_size=3)):
        value = put(value, path, draw(values))
    return value


def mutants(data: bytes) -> st.SearchStrategy[bytes]:
    """A file with something done to it: to its bytes, or, where they are JSON, to its values."""
    found = spliced(data)
    try:
        whole = json.loads(data)
    except ValueError:
        pass
    else:
        return found | altered(whole).map(dumped)
    try:
        lines = [json.loads(line) for line in data.splitlines()]
    except ValueError:
        return found
    return found | altered(lines).map(
        lambda rows: b"\n".join(map(dumped, rows if isinstance(rows, list) else [rows]))
    )
