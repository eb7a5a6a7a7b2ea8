"""Bytes to text, exactly: `text.encode(encoding) == data` holds, or the file is refused with the offset."""

import codecs
import re
import sys
from collections.abc import Callable
from typing import NamedTuple

from tui.errors import SourceError


class Decoded(NamedTuple):
    """A file's text, a BOM left out, and the Python codec with which it encodes to the very same bytes."""

    text: str
    encoding: str


class Bom(NamedTuple):
    """A byte order mark, the codec of what follows it, and the codec of both together."""

    mark: bytes
    inner: str
    outer: str


BOMS = (
    Bom(codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    Bom(codecs.BOM_UTF16_LE, "utf-16-le", "utf-16" if sys.byteorder == "little" else "utf-16-le-sig"),
    Bom(codecs.BOM_UTF16_BE, "utf-16-be", "utf-16" if sys.byteorder == "big" else "utf-16-be-sig"),
)
"""Python's `utf-16` writes this machine's byte order only; the other one is registered here as `…-sig`."""

MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
ODD = re.compile(
    "[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\U00010000-\U0001ffff\U00033480-\U0010ffff\ufffd]"
)
"""Code points that text in GB 18030 hardly ever has, and other bytes read as GB 18030 are full of."""
PLAUSIBLE = re.compile("[\u4e00-\u9fa5\u3000-\u3017\uff01-\uff5e\u2014\u2018-\u201d\u2026\u00b7]")
HIGH = bytes(int(byte >= 0x80) for byte in range(256))


def decode(data: bytes, path: str) -> Decoded:
    """Return the text of a file in UTF-8, UTF-16 with a BOM, or GB 18030 (with GBK and GB 2312).

    Args:
        data: the whole file.
        path: its name, for messages.

    Raises:
        SourceError: the bytes are no text in any of them; with the offset of the first byte that is wrong.
    """
    for bom in BOMS:
        if data.startswith(bom.mark):
            return _marked(data, bom, path)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _unmarked(data, error, path)


def _marked(data: bytes, bom: Bom, path: str) -> Decoded:
    try:
        return Decoded(data[len(bom.mark) :].decode(bom.inner), bom.outer)
    except UnicodeDecodeError as error:
        offset = len(bom.mark) + error.start
        raise SourceError("source.torn", path=path, offset=offset, encoding=bom.inner) from error


def _unmarked(data: bytes, wrong: UnicodeDecodeError, path: str) -> Decoded:
    """Return the text in GB 18030, unless the bytes are rather UTF-8 with an accident, or no text at all."""
    if _mostly_utf8(data):
        raise SourceError("source.torn", path=path, offset=wrong.start, encoding="utf-8") from wrong
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        offset = max(wrong.start, error.start)
        encoding = "utf-8" if wrong.start >= error.start else "gb18030"
        raise SourceError("source.torn", path=path, offset=offset, encoding=encoding) from error
    if not _readable(text) or text.encode("gb18030") != data:
        raise SourceError("source.binary", path=path, offset=wrong.start)
    return Decoded(text, "gb18030")


def _mostly_utf8(data: bytes) -> bool:
    """Tell whether most bytes above ASCII stand in sequences of UTF-8; in GB 18030 about a tenth do."""
    high = sum(data.translate(HIGH))
    return high > 0 and sum(map(len, MULTIBYTE.findall(data))) >= 0.6 * high


def _readable(text: str) -> bool:
    """Tell whether a text in GB 18030 looks like Chinese rather than like bytes of something else."""
    high = sum(1 for _ in re.finditer("[^\0-\x7f]", text))
    odd = sum(1 for _ in ODD.finditer(text))
    usual = sum(1 for _ in PLAUSIBLE.finditer(text))
    return "\0" not in text and odd <= 0.02 * len(text) and usual >= 0.7 * high


def _with_bom(name: str) -> codecs.CodecInfo | None:
    """Return the codec for one of our own names: UTF-16 in a fixed byte order behind its mark."""
    for mark, inner, outer in BOMS:
        if name == outer.replace("-", "_") and inner.startswith("utf-16"):
            return codecs.CodecInfo(_encoder(mark, inner), _decoder(mark, inner), name=outer)
    return None


def _encoder(mark: bytes, inner: str) -> Callable[[str, str], tuple[bytes, int]]:
    return lambda text, errors="strict": (mark + text.encode(inner, errors), len(text))


def _decoder(mark: bytes, inner: str) -> Callable[[bytes, str], tuple[str, int]]:
    return lambda data, errors="strict": (bytes(data).removeprefix(mark).decode(inner, errors), len(data))


codecs.register(_with_bom)
