"""Decodes bytes exactly: `text.encode(encoding) == data` holds, or the file is refused with the offset."""

import codecs
import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from tui.errors import SourceError
from tui.texts import Message

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer


class Decoded(NamedTuple):
    """A file's text, a BOM left out, and the Python codec with which it encodes to the very same bytes."""

    text: str
    encoding: str


class Bom(Struct, frozen=True):
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

BEGINNINGS = {
    rb"%PDF-": "kind.pdf",
    rb"PK\x03\x04": "kind.zip",
    rb"\xd0\xcf\x11\xe0": "kind.office",
    rb"\{\\rtf": "kind.rtf",
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*": "kind.image",
    rb"(?:\xef\xbb\xbf)?\s*(?i:<!doctype html|<html\b)": "kind.html",
}
"""What files begin with that are no plain text, and the catalogue's row for their kind."""

THREE_BYTES = rb"[\xe2-\xef][\x80-\xbf]{2}"
"""How UTF-8 writes Chinese; text in GB 18030 hardly ever has it."""
ODD = "[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\U00010000-\U0001ffff\U00033480-\U0010ffff\ufffd]"
"""Code points that text in GB 18030 hardly ever has, and other bytes read as GB 18030 are full of."""
USUAL = rb"([\xa1-\xa9\xb0-\xd7][\xa1-\xfe])|[\x80-\xff]{2}"
"""In GB 2312: a stop, a sign or one of the 3755 common characters; else one of the rare ones."""
COMMON = "[的一是在不了有和人中大上我以要他用，。、]"
"""What stands everywhere in Chinese, simplified or not."""
HIGH = bytes(int(byte >= 0x80) for byte in range(256))


def decode(data: bytes, path: str) -> Decoded:
    """Return the text of a file in UTF-8, UTF-16 with a BOM, or GB 18030 (with GBK and GB 2312).

    Args:
        data: the whole file.
        path: its name, for messages.

    Raises:
        SourceError: the bytes are no text in any of them; with the offset of the first byte that is wrong.
    """
    try:
        return _decoded(data, path)
    except SourceError:
        refuse_other_kinds(data, path)
        raise


def refuse_other_kinds(data: bytes, path: str) -> None:
    """Refuse a file that holds a text in another way than as plain text, or none.

    Raises:
        SourceError: it is one.
    """
    for beginning, kind in BEGINNINGS.items():
        if re.match(beginning, data):
            raise SourceError("source.kind", path=path, kind=Message(kind))


def _decoded(data: bytes, path: str) -> Decoded:
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
    """Tell whether most bytes above ASCII stand in Chinese characters of UTF-8."""
    high = sum(data.translate(HIGH))
    return high > 0 and sum(map(len, re.findall(THREE_BYTES, data))) >= 0.6 * high


def _readable(text: str) -> bool:
    """Tell whether a text in GB 18030 looks like Chinese rather than like bytes of something else."""
    high = len(text) - len(text.encode("ascii", "ignore"))
    usual = sum(bool(match[1]) for match in re.finditer(USUAL, text.encode("gb2312", "ignore")))
    common = sum(1 for _ in re.finditer(COMMON, text))
    odd = sum(1 for _ in re.finditer(ODD, text))
    chinese = usual >= 0.5 * high or common >= 0.06 * high
    return "\0" not in text and odd <= 0.02 * len(text) and chinese


def _with_bom(name: str) -> codecs.CodecInfo | None:
    """Return the codec for one of our own names: UTF-16 in a fixed byte order behind its mark."""
    for bom in BOMS:
        if bom.outer.endswith("e-sig") and name == bom.outer.replace("-", "_"):
            return _codec(bom)
    return None


def _codec(bom: Bom) -> codecs.CodecInfo:
    def encode(text: str, errors: str = "strict") -> tuple[bytes, int]:
        return bom.mark + text.encode(bom.inner, errors), len(text)

    def decode(data: "Buffer", errors: str = "strict") -> tuple[str, int]:
        given = bytes(data)
        return given.removeprefix(bom.mark).decode(bom.inner, errors), len(given)

    return codecs.CodecInfo(encode, decode, name=bom.outer)


codecs.register(_with_bom)
