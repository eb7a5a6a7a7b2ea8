"""Tables as files: exact values, no formulas, and an error that names the extra."""

import csv
import io
import json
import sys
from decimal import Decimal
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import FormatError
from tui.formats.common.table_files import SHEETS, Table, sheet_named

EVIL = ["=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "新建69家"]


def table(*rows: dict[str, Any]) -> Table:
    return Table(tuple(rows[0]), rows, frozenset(("value",)))


def written(name: str, given: Table) -> io.BytesIO:
    stream = io.BytesIO()
    sheet_named(name)(given, stream)
    assert not stream.closed
    return io.BytesIO(stream.getvalue())


def csv_rows(given: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written("csv", given).getvalue().decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", EVIL)
def test_no_csv_cell_is_a_formula(text: str) -> None:
    cell = csv_rows(table({"text": text}))[1][0]
    assert cell[0] not in "=+-@\t\r"
    assert cell.removeprefix("'") == text


@pytest.mark.parametrize("value", ["-0.99", "1193500", "134908400000000"])
def test_a_value_stays_as_it_is_in_csv(value: str) -> None:
    assert csv_rows(table({"value": value}))[1] == [value]


def test_a_fraction_is_no_date_in_csv() -> None:
    assert csv_rows(table({"value": "2/3"}))[1] == ["'2/3"]


def sheet(given: Table) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(written("xlsx", given))
    assert all(cell.data_type != "f" for row in book["ledger"].iter_rows() for cell in row)
    return list(book["ledger"].iter_rows(values_only=True))


@pytest.mark.parametrize("text", EVIL)
def test_no_cell_of_a_workbook_is_a_formula(text: str) -> None:
    assert str(sheet(table({"text": text}))[1][0]).strip() == text.strip()


def test_a_workbook_holds_numbers_as_numbers_and_what_it_would_round_as_text() -> None:
    given = table(*({"value": value} for value in ("69", "-0.5", "1234567890123456789", "2/3", "")))
    assert [row[0] for row in sheet(given)[1:]] == [69, -0.5, "1234567890123456789", "2/3", None]


def test_a_control_character_does_not_spoil_a_workbook() -> None:
    assert sheet(table({"text": "新\x00建\x1b[31m"}))[1] == ("新建[31m",)


def test_parquet_holds_the_text_and_an_exact_decimal_where_one_fits() -> None:
    given = table(*({"value": value} for value in ("0.1", "2/3", "1" * 30, "")))
    columns = pyarrow.parquet.read_table(written("parquet", given)).to_pydict()
    assert columns["value"] == ["0.1", "2/3", "1" * 30, ""]
    assert columns["value_number"] == [Decimal("0.1000000000"), None, None, None]


def test_json_lines_keep_lists_and_readable_chinese() -> None:
    data = written("jsonl", table({"text": "工会", "segments": ((1, 2), (5, 7))})).getvalue()
    assert "工会" in data.decode()
    assert json.loads(data) == {"text": "工会", "segments": [[1, 2], [5, 7]]}


@given(st.lists(st.text(max_size=8), min_size=1, max_size=4))
def test_every_text_comes_back_from_csv(texts: list[str]) -> None:
    given = table(*({"text": text} for text in texts))
    cells = [row[0] if row else "" for row in csv_rows(given)[1:]]
    assert [
        cell if cell == text else cell.removeprefix("'") for cell, text in zip(cells, texts, strict=True)
    ] == texts


@pytest.mark.parametrize(("name", "module"), [("xlsx", "openpyxl"), ("parquet", "pyarrow")])
def test_without_its_extra_a_format_says_which_one(
    name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(FormatError, match=rf"piyue\[{name}\]"):
        written(name, table({"value": "1"}))


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(FormatError, match=", ".join(SHEETS)):
        sheet_named("ods")
