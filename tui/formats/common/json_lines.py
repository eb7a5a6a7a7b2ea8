"""JSON that other programs read: UTF-8, readable Chinese, no characters that count as line ends."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO

import msgspec

from tui.errors import FormatError, PiyueError

LINE_ENDS = {end: f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
"""What `str.splitlines` splits at and JSON does not escape by itself, with what stands for it."""
BYTES_OF_ENDS = {end.encode(): escaped.encode() for end, escaped in LINE_ENDS.items()}

BOM = b"\xef\xbb\xbf"
AT_ONCE = 1 << 16
"""So many bytes of lines are decoded at once."""

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(", ", ": ")).encode
_encode_close = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_encode_plain = msgspec.json.Encoder().encode
_encode_lines = msgspec.json.Encoder().encode_lines


def dumps(value: Any) -> bytes:
    """Return `value` as JSON on one line, without a line feed at its end.

    Line separators inside strings and half surrogate pairs, which UTF-8 cannot hold, are written as escapes.
    """
    return _escaped(_encode(value))


def _escaped(text: str) -> bytes:
    for end, escaped in LINE_ENDS.items():
        text = text.replace(end, escaped)
    return text.encode("utf-8", "backslashreplace")


def plain_dumps(value: Any) -> bytes:
    """Return what `dumps` does, in a fifth of the time, of a value whose floats are `is_plain`."""
    try:
        data = msgspec.json.format(_encode_plain(value), indent=0)
    except (msgspec.MsgspecError, TypeError, OverflowError, UnicodeEncodeError):
        return dumps(value)
    return _without_ends(data)


def plain_lines(values: Sequence[Any]) -> bytes:
    """Return tables or structs without floats as JSON Lines, without blanks between what a line holds."""
    try:
        return _without_ends(_encode_lines(values))
    except (msgspec.MsgspecError, TypeError, OverflowError, UnicodeEncodeError):
        return b"".join(_escaped(_encode_close(msgspec.to_builtins(value))) + b"\n" for value in values)


def _without_ends(data: bytes) -> bytes:
    for end, escaped in BYTES_OF_ENDS.items():
        if end[:1] in data:  # one byte, which most texts have not, is found in a tenth of the time
            data = data.replace(end, escaped)
    return data


def is_plain(number: float | None) -> bool:
    """Tell whether all writers of JSON write a float alike: without an exponent."""
    return number is None or 0.001 <= number < 1_000_000


def loads(data: bytes) -> Any:
    """Return the value in `data`, which may begin with a byte order mark.

    Raises:
        ValueError: it is not UTF-8 or not JSON.
    """
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def json_lines(
    source: BinaryIO, path: str, refuse: Callable[[PiyueError], None]
) -> Iterator[tuple[int, Any]]:
    """Yield each line's number and value; one that is not JSON is refused and the next one read.

    Lines end at a line feed and nothing else; empty ones are passed over. A file that is one list, or one
    object on several lines, is read as well, whatever it is called: then an item's number is yielded.
    """
    whole = _whole(source)
    if whole is not None:
        yield from enumerate(whole, 1)
        return
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            yield number, loads(line)
        except ValueError as error:
            refuse(FormatError("import.json", path=path, line=number, reason=error))


def _whole(source: BinaryIO) -> list[Any] | None:
    """Return the items of a file that is no JSON Lines but one list of objects or one object."""
    begun = source.tell()
    first = next((line for line in source if line.strip()), b"").strip().removeprefix(BOM)
    try:
        if first.startswith(b"{") and not _is_json(first):
            source.seek(begun)
            return [loads(source.read())]
        if first.startswith(b"["):
            source.seek(begun)
            found = loads(source.read())
            if isinstance(found, list) and all(isinstance(item, dict) for item in found):
                return found
    except ValueError:
        pass
    source.seek(begun)
    return None


def _is_json(data: bytes) -> bool:
    try:
        loads(data)
    except ValueError:
        return False
    return True


def text_lines(
    source: BinaryIO, path: str, refuse: Callable[[PiyueError], None] | None = None
) -> Iterator[tuple[int, str]]:
    """Yield each line's number and text, without its end; lines end at a line feed and nothing else.

    Args:
        refuse: gets a line that is no UTF-8 in a file that is; none: such lines are passed over.

    Raises:
        FormatError: the file is not UTF-8: no line before was that is no ASCII.
    """
    number, is_utf8 = 0, False
    while piece := source.readlines(AT_ONCE):
        for line in _decoded(piece):
            number += 1
            if isinstance(line, bytes):
                wrong = FormatError("import.utf8", path=path, line=number, what="word")
                if not is_utf8:
                    raise wrong
                if refuse is not None:
                    refuse(wrong)
                continue
            is_utf8 = is_utf8 or not line.isascii()
            yield number, line.removeprefix("\ufeff") if number == 1 else line


def _decoded(piece: list[bytes]) -> Iterator[str | bytes]:
    """Yield lines without their ends; those that are no UTF-8 as they are."""
    data = b"".join(piece)
    try:
        yield from data.removesuffix(b"\n").decode().split("\n")
    except UnicodeDecodeError:
        for line in piece:
            try:
                yield line.removesuffix(b"\n").decode()
            except UnicodeDecodeError:
                yield line
