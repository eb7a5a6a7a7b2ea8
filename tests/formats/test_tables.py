"""Cells of tables: their text, and what no spreadsheet program may take for a formula or a date."""

import io

import pytest

from tui.formats.common.table_files import CsvLines, Table, flat, protected, write_csv


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("甲", "甲"),
        (7, "7"),
        ([], ""),
        (["甲", "乙"], "甲 乙"),
        (("甲",), "甲"),
        ([(3, 8), (9, 12)], "3-8 9-12"),
        ([["p#1", "a"]], "p#1-a"),
    ],
)
def test_a_cell_is_a_text_and_a_list_its_texts_or_ranges(value: object, text: str) -> None:
    assert flat(value) == text


@pytest.mark.parametrize("text", ["", "甲", "-7", "-7.5", "7", "甲=1", "2/三", "甲/乙", "1/2/3"])
def test_plain_texts_and_numbers_stay(text: str) -> None:
    assert protected(text) == text


@pytest.mark.parametrize("text", ["=1+1", "+7", "-甲", "-7.", "@甲", "\t甲", "\r甲", "2/3", "-2/3"])
def test_a_formula_or_a_date_gets_an_apostrophe(text: str) -> None:
    assert protected(text) == f"'{text}"


def test_a_table_has_a_mark_for_spreadsheets_its_columns_and_its_rows() -> None:
    out = io.BytesIO()
    rows = ({"name": "甲", "at": [(3, 8)], "value": "2/3"}, {"name": "=乙", "at": None, "value": "-7"})
    write_csv(Table(("name", "at", "value"), rows), out)
    assert out.getvalue().decode("utf-8-sig") == "name,at,value\r\n甲,3-8,'2/3\r\n'=乙,,-7\r\n"
    assert out.getvalue().startswith("\ufeff".encode())


def test_parts_of_a_table_are_joined_behind_one_another() -> None:
    first, second = CsvLines(), CsvLines()
    first.add([["甲", "1"]])
    second.add([["乙", "2"], ["=丙", "3"]])
    first.join(second)
    first.add([["丁", "4"]])
    assert first.count == 4
    assert first.render(("name", "n")).decode("utf-8-sig") == "name,n\r\n甲,1\r\n乙,2\r\n'=丙,3\r\n丁,4\r\n"
