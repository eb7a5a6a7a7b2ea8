"""JSON that survives its readers: UTF-8, readable Chinese, nothing that one takes for a line's end."""

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from tui.errors import FormatError, PiyueError

LINE_ENDS = {end: f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
"""What `str.splitlines` splits at and JSON does not escape by itself, with what stands for it."""

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(", ", ": ")).encode


def dumps(value: Any) -> bytes:
    """Return `value` as JSON on one line, without a line feed at its end.

    Line separators inside strings and half surrogate pairs, which UTF-8 cannot hold, are written as escapes.
    """
    text = _encode(value)
    for end, escaped in LINE_ENDS.items():
        text = text.replace(end, escaped)
    return text.encode("utf-8", "backslashreplace")


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

    Lines end at a line feed and nothing else; empty ones are passed over.
    """
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            yield number, loads(line)
        except ValueError as error:
            refuse(FormatError("import.json", path=path, line=number, reason=error))


def text_lines(source: BinaryIO, path: str) -> Iterator[tuple[int, str]]:
    """Yield each line's number and text, without its end; lines end at a line feed and nothing else.

    Raises:
        FormatError: it is not UTF-8.
    """
    for number, line in enumerate(source, 1):
        try:
            yield number, line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\n")
        except UnicodeDecodeError as error:
            raise FormatError("import.utf8", path=path, line=number) from error
