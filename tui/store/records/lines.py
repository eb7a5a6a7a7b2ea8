"""The layout of an annotation file: JSON with one record a line, so that a changed record is a changed line.

The lines of a table are kept in chunks of bytes, by ascending number: of a table of ten thousand records, a
save lays out anew only the chunks in which something changed.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

CHUNK = 128
"""So many lines are in a chunk."""

BETWEEN = b",\n"
"""Between two records; within one no line ends."""

ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode

Changes: TypeAlias = Mapping[int, bytes | None]
"""Lines by the numbers of their records; None: it is gone."""


class TableLines:
    """The lines of one table.

    Args:
        lines: by ascending number, without the ends of lines.
    """

    def __init__(self, lines: Sequence[bytes] = ()) -> None:
        self._chunks = _chunks(lines) or [b""]
        self._firsts = [_first(chunk) for chunk in self._chunks]

    def update(self, changes: Changes) -> None:
        """Put lines in their places, and take out those that are gone."""
        by_chunk: dict[int, dict[int, bytes | None]] = {}
        for number, line in changes.items():
            by_chunk.setdefault(max(0, bisect_right(self._firsts, number) - 1), {})[number] = line
        for place in sorted(by_chunk, reverse=True):
            lines: dict[int, bytes | None] = {_number(line): line for line in _split(self._chunks[place])}
            lines |= by_chunk[place]
            fresh = _chunks([line for number in sorted(lines) if (line := lines[number]) is not None])
            self._chunks[place : place + 1] = fresh
            self._firsts[place : place + 1] = map(_first, fresh)
        if not self._chunks:
            self._chunks, self._firsts = [b""], [0]

    @property
    def chunks(self) -> Iterator[bytes]:
        """The lines, in several pieces."""
        return filter(None, self._chunks)


def record_line(number: object, record: Any) -> bytes:
    """Return the line of a record.

    Half a surrogate pair, which UTF-8 cannot hold, is written as JSON's escape; all else as it is.

    Raises:
        TypeError, ValueError, RecursionError: something in it is not JSON's.
    """
    key = f'"{number}"' if type(number) is int else ENCODE(str(number))
    return f"{key}: {ENCODE(record)}".encode("utf-8", "backslashreplace")


def record_of(line: bytes) -> Any:
    """Return the record in a line."""
    return json.loads(line[line.index(b": ") + 2 :])


def table_pieces(tables: Iterable[tuple[str, Iterable[bytes]]]) -> list[bytes]:
    """Return what is in a file, in pieces, of the names of its tables and their lines or chunks of lines."""
    pieces: list[bytes] = []
    for name, chunks in tables:
        begin = ",\n" if pieces else "{\n"
        pieces.append(f"{begin}{ENCODE(name)}: {{".encode("utf-8", "backslashreplace"))
        size = len(pieces)
        for chunk in chunks:
            pieces += (b"\n" if len(pieces) == size else BETWEEN, chunk)
        pieces.append(b"}" if len(pieces) == size else b"\n}")
    return [*pieces, b"\n}\n"] if pieces else [b"{\n\n}\n"]


def lines_of(name: str, data: bytes) -> list[bytes] | None:
    """Return the lines of a table of a file; None where the file is not laid out so."""
    head, foot = b"\n" + ENCODE(name).encode() + b": {\n", b"\n}"
    start = data.find(head)
    end = data.find(foot, start)
    if start < 0 or end < 0:
        return None
    return _split(data[start + len(head) : end])


def _chunks(lines: Sequence[bytes]) -> list[bytes]:
    return [BETWEEN.join(lines[at : at + CHUNK]) for at in range(0, len(lines), CHUNK)]


def _split(chunk: bytes) -> list[bytes]:
    return chunk.split(BETWEEN) if chunk else []


def _number(line: bytes) -> int:
    return int(line[1 : line.index(b'"', 1)])


def _first(chunk: bytes) -> int:
    return _number(chunk) if chunk else 0
