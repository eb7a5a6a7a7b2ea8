"""Tables as files: CSV, XLSX, Parquet and JSON Lines, with exact values.

A CSV cell that begins with one of `= + - @`, a tab or a carriage return is a formula to a spreadsheet,
unless it is a number, and one like 2/3 is a date; it gets an apostrophe before it.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from typing import Any, BinaryIO, NamedTuple, Protocol

from tui.errors import FormatError
from tui.formats.common.json_lines import dumps

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_FRACTION = re.compile(r"-?[0-9]+/[0-9]+")
_FORMULA = frozenset("=+-@\t\r")
_BETWEEN = "\0"
_DOUBTFUL = ("/", *(_BETWEEN + sign for sign in sorted(_FORMULA)))
"""What rows have, their cells joined, if any of them may be a formula or a date: one of these."""
_SHEET_DIGITS = 15
"""Digits of a number that a spreadsheet program keeps; longer ones go in as text."""
_DECIMAL = (38, 10)
"""Digits of a Parquet number, and those of them behind the point."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CELL = 32767


class Table(NamedTuple):
    """A table to be written.

    Attributes:
        columns: the names.
        rows: by column a text, or a list of texts or of ranges.
        numbers: the columns whose texts are numbers where they can be.
    """

    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, Any]]
    numbers: frozenset[str] = frozenset()


class Writer(Protocol):
    """Writes a table to a stream."""

    def __call__(self, table: Table, stream: BinaryIO) -> None:
        """Write it."""
        ...


def flat(value: object) -> str:
    """Return a cell's text; lists are joined by blanks, ranges and references are ``3-8``."""
    if isinstance(value, list | tuple):
        return " ".join("-".join(map(str, v)) if isinstance(v, list | tuple) else str(v) for v in value)
    return "" if value is None else str(value)


def protected(text: str) -> str:
    """Return a CSV cell that no spreadsheet program takes for a formula or a date; numbers stay."""
    formula = text[:1] in _FORMULA and not _NUMBER.fullmatch(text)
    return f"'{text}" if formula or ("/" in text and _FRACTION.fullmatch(text)) else text


def write_csv(table: Table, stream: BinaryIO) -> None:
    """Write CSV: UTF-8 with a byte order mark, by which spreadsheet programs know it, and CR LF."""
    lines = CsvLines()
    for row in table.rows:
        lines.add([[flat(row[name]) for name in table.columns]])
    stream.write(lines.render(table.columns))


class CsvLines:
    """Rows of a CSV file as they are found; those of two parts of a table can be joined."""

    def __init__(self) -> None:
        self.__setstate__((0, ""))

    def add(self, rows: Sequence[Sequence[str]]) -> None:
        """Take rows."""
        cells = _BETWEEN + _BETWEEN.join(map(_BETWEEN.join, rows))
        is_doubtful = any(map(cells.__contains__, _DOUBTFUL))
        self._writer.writerows([[*map(protected, row)] for row in rows] if is_doubtful else rows)
        self.count += len(rows)

    def join(self, other: "CsvLines") -> None:
        """Take the rows of a part that comes behind."""
        self._text.write(other._text.getvalue())
        self.count += other.count

    def render(self, columns: Iterable[str]) -> bytes:
        """Return the file, with the names of its columns."""
        head = io.StringIO(newline="")
        csv.writer(head).writerow(columns)
        return (head.getvalue() + self._text.getvalue()).encode("utf-8-sig", "backslashreplace")

    def __getstate__(self) -> tuple[int, str]:
        """Go to another process as text."""
        return self.count, self._text.getvalue()

    def __setstate__(self, state: tuple[int, str]) -> None:
        """Come from another process."""
        self.count, text = state
        self._text = io.StringIO(newline="")
        self._text.write(text)
        self._writer: Any = csv.writer(self._text)


def write_lines(table: Table, stream: BinaryIO) -> None:
    """Write JSON Lines."""
    for row in table.rows:
        stream.write(dumps(dict(row)) + b"\n")


def write_xlsx(table: Table, stream: BinaryIO) -> None:
    """Write a workbook with one sheet; what is no exact number of a spreadsheet program goes in as text.

    Raises:
        FormatError: the extra is not installed.
    """
    openpyxl = _extra("openpyxl", "xlsx")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("ledger")
    sheet.freeze_panes = "A2"

    def cell(text: str, *, number: bool) -> Any:
        if number and _NUMBER.fullmatch(text) and sum(map(str.isdigit, text)) <= _SHEET_DIGITS:
            return openpyxl.cell.WriteOnlyCell(sheet, Decimal(text))
        made = openpyxl.cell.WriteOnlyCell(sheet, _CONTROL.sub("", text)[:_CELL])
        made.data_type = "s"  # a text that begins with = is no formula
        return made

    sheet.append([cell(name, number=False) for name in table.columns])
    for row in table.rows:
        sheet.append([cell(flat(row[name]), number=name in table.numbers) for name in table.columns])
    book.save(stream)


def write_parquet(table: Table, stream: BinaryIO) -> None:
    """Write Parquet: each column as text, numbers once more as decimals (``value_number``) where they fit.

    Raises:
        FormatError: the extra is not installed.
    """
    arrow, parquet = _extra("pyarrow", "parquet"), _extra("pyarrow.parquet", "parquet")
    columns = {
        name: arrow.array([flat(row[name]) for row in table.rows], arrow.string()) for name in table.columns
    }
    for name in table.columns:
        if name in table.numbers:
            numbers = [_decimal(flat(row[name])) for row in table.rows]
            columns[f"{name}_number"] = arrow.array(numbers, arrow.decimal128(*_DECIMAL))
    parquet.write_table(arrow.table(columns), stream)


def _decimal(text: str) -> Decimal | None:
    """Return a number if a Parquet column holds it exactly."""
    whole, _, places = text.lstrip("-").partition(".")
    fits = len(whole) <= _DECIMAL[0] - _DECIMAL[1] and len(places) <= _DECIMAL[1]
    return Decimal(text) if _NUMBER.fullmatch(text) and fits else None


def _extra(module: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise FormatError("format.extra", extra=extra, module=module) from error


SHEETS: dict[str, Writer] = {
    "csv": write_csv,
    "jsonl": write_lines,
    "xlsx": write_xlsx,
    "parquet": write_parquet,
}
"""By the name of a format: what writes it."""


def sheet_named(name: str) -> Writer:
    """Return what writes a format.

    Raises:
        FormatError: there is no such format; names those that there are.
    """
    if name not in SHEETS:
        raise FormatError("format.unknown", name=name, known=", ".join(SHEETS))
    return SHEETS[name]
