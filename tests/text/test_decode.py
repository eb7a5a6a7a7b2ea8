"""Bytes are decoded exactly or refused with the place; nothing is replaced."""

import codecs
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.conftest import SEEDS
from tests.shares import examples
from tui.errors import SourceError
from tui.text.decode import decode

NEWS = "本报讯（记者 张三）昨日，市气象台发布高温预警。\r\n最高气温将达到37摄氏度，请市民注意。\n" * 3
CHINESE = st.text(
    alphabet=st.sampled_from("今天市民在江边散步看花的了是人我有和大小中国，。“”、：\r\n 12ab"), min_size=1
)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_sample_pages_are_utf8(path: Path) -> None:
    data = path.read_bytes()
    assert decode(data, "page.txt") == (data.decode("utf-8"), "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_each_encoding_is_recognised(encoding: str) -> None:
    assert decode(NEWS.encode(encoding), "page.txt") == (NEWS, encoding)


@pytest.mark.parametrize("encoding", ["gbk", "gb2312"])
def test_older_chinese_encodings_are_read_as_gb18030(encoding: str) -> None:
    assert decode(NEWS.encode(encoding), "page.txt") == (NEWS, "gb18030")


def test_utf16_in_the_other_byte_order_has_a_codec_that_writes_it_back() -> None:
    data = codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be")
    decoded = decode(data, "page.txt")
    assert decoded.text == NEWS
    assert NEWS.encode(decoded.encoding) == data
    assert data.decode(decoded.encoding) == NEWS


@given(st.binary(max_size=200))
def test_whatever_is_accepted_encodes_to_the_same_bytes(data: bytes) -> None:
    try:
        decoded = decode(data, "page.txt")
    except SourceError:
        return
    assert decoded.text.encode(decoded.encoding) == data


@given(CHINESE, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_text_comes_back_as_it_was(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "page.txt").text == text


def test_line_breaks_and_nulls_are_kept() -> None:
    text = "一\r\n二\n三\r四\0五"
    assert decode(text.encode(), "page.txt").text == text


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"", "page.txt") == ("", "utf-8")


@settings(max_examples=examples(60))
@given(st.integers(0, len(NEWS.encode()) - 1), st.sampled_from([b"\xff", b"\x80", b"\xc3\x28", b"\xe4"]))
def test_utf8_with_one_torn_byte_is_refused_as_utf8(at: int, torn: bytes) -> None:
    data = NEWS.encode()
    data = data[:at] + torn + data[at + 1 :]
    first = _first_wrong(data)
    assume(first is not None)
    with pytest.raises(SourceError) as refused:
        decode(data, "page.txt")
    assert refused.value.key == "source.torn"
    assert refused.value.offset == first
    assert "utf-8" in str(refused.value)
    assert str(refused.value).startswith(f"page.txt: byte {first}: ")


def _first_wrong(data: bytes) -> int | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None


def test_a_torn_byte_in_gb18030_is_refused_with_its_offset() -> None:
    data = NEWS.encode("gb18030")
    at = len(NEWS[:60].encode("gb18030"))
    torn = data[:at] + b"\xff\xff" + data[at:]
    with pytest.raises(SourceError) as refused:
        decode(torn, "page.txt")
    assert refused.value.offset == at
    assert "gb18030" in str(refused.value)


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (codecs.BOM_UTF16_LE + "甲乙".encode("utf-16-le")[:-1], 4),
        (codecs.BOM_UTF16_BE + "甲乙".encode("utf-16-be")[:-1], 4),
        (codecs.BOM_UTF16_LE + "甲".encode("utf-16-le") + b"\x00\xd8a\x00", 4),
        (codecs.BOM_UTF8 + "甲".encode() + b"\xff", 6),
    ],
    ids=["odd length", "odd length, other order", "lone surrogate", "torn behind the mark"],
)
def test_what_is_wrong_behind_a_byte_order_mark_is_refused_there(data: bytes, offset: int) -> None:
    with pytest.raises(SourceError) as refused:
        decode(data, "page.txt")
    assert refused.value.offset == offset


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("size", [40, 400, 4000])
def test_random_bytes_are_refused(seed: int, size: int) -> None:
    with pytest.raises(SourceError):
        decode(Random(seed).randbytes(size), "picture.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xdf\xa4\xd2l",
        "é à ü ñ déjà vu".encode("latin-1"),
        "Привет, как дела? Всё хорошо".encode("cp1251"),
        "天気予報は晴れです。今日はいい日ですね".encode("shift-jis"),
    ],
    ids=["picture", "archive", "Latin 1", "Cyrillic", "Shift JIS"],
)
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        decode(data, "page.txt")


@pytest.mark.parametrize("text", ["北京", "荣退", "𠀀字", "Hello, 世界", "①—…·", "今天。"])
def test_a_short_text_in_gb18030_is_read(text: str) -> None:
    data = text.encode("gb18030")
    assert decode(data, "page.txt").text.encode("gb18030") == data


def test_a_page_that_is_no_text_is_refused_by_its_name_and_markup_is_a_text() -> None:
    with pytest.raises(SourceError, match=r"^page\.txt: this is a PDF file, not plain text"):
        decode(b"%PDF-1.7\n" + bytes(range(256)), "page.txt")
    page = f"<html><p>{NEWS}</p></html>"
    assert decode(page.encode("gb18030"), "page.txt") == (page, "gb18030")
