"""Rows of JSON as Parquet, and back; typed columns, so that nothing is guessed."""

import json
from collections.abc import Callable, Iterator, Set
from typing import Any, BinaryIO

from tui.errors import FormatError
from tui.formats.common.json_lines import dumps, loads
from tui.formats.interface import Sink

ROWS = 10_000
"""Rows of a group."""


class ParquetRows:
    """A sink that writes as Parquet what another one writes as JSON Lines, or as one JSON list.

    Args:
        sink_on: returns that other one for a stream.
    """

    def __init__(self, out: BinaryIO, sink_on: Callable[[BinaryIO], Sink]) -> None:
        from io import BytesIO

        self._out, self._lines = out, BytesIO()
        self._sink = sink_on(self._lines)
        self.add = self._sink.add

    def close(self) -> dict[str, bytes]:
        """See `Sink.close`."""
        pyarrow, parquet = libraries()
        beside = self._sink.close()
        values = list(_values(self._lines.getvalue()))
        typed = {name for value in values for name in FREE & value.keys() if _holds_objects(value[name])}
        rows = [_row(value, FREE - typed) for value in values]
        # The library takes the columns of the first row for all there are.
        names = dict.fromkeys(name for row in rows for name in row)
        table = pyarrow.Table.from_pylist([{name: row.get(name) for name in names} for row in rows])
        parquet.write_table(table, self._out, row_group_size=ROWS)
        return beside


def libraries() -> tuple[Any, Any]:
    """Return `pyarrow` and its `parquet`.

    Raises:
        FormatError: they are not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise FormatError("format.extra", extra="parquet", module="pyarrow") from error
    return pyarrow, parquet


def _values(data: bytes) -> Iterator[Any]:
    if data.lstrip().startswith(b"["):
        yield from loads(data)
        return
    for line in data.split(b"\n"):
        if line.strip():
            yield loads(line)


FREE = frozenset({"attributes", "label", "ner"})
"""Fields with objects that have keys of their own, or lists of numbers and texts: no column's type.

They are written as JSON; but lists of objects, whose keys are the same, in all rows or in none.
"""


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _row(value: Any, free: Set[str]) -> Any:
    """Return a value in which these fields, if they are more than one value, are JSON."""
    if isinstance(value, list):
        return [_row(item, free) for item in value]
    if isinstance(value, dict):
        return {key: _json(item) if key in free else _row(item, free) for key, item in value.items()}
    return value


def _json(value: Any) -> Any:
    return dumps(value).decode() if isinstance(value, list | dict) else value


def json_lines_of(stream: BinaryIO, path: str) -> bytes:
    """Return the rows of a table as JSON Lines.

    Raises:
        FormatError: it is no Parquet, or the library is not installed.
    """
    pyarrow, parquet = libraries()
    try:
        rows = parquet.read_table(stream).to_pylist()
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise FormatError("import.parquet", path=path, reason=error) from error
    return b"".join(dumps(_read(row)) + b"\n" for row in rows)


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return [_read(item) for item in value]
    if isinstance(value, dict):
        return {key: _free(item) if key in FREE else _read(item) for key, item in value.items()}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)


def _free(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(("{", "[")):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return _read(value)
