"""Rows of JSON as Parquet and back: the same rows, whatever keys their objects have."""

import io
import json
from datetime import date
from typing import Any, BinaryIO

import pyarrow
import pyarrow.parquet
import pytest

from tests.formats.carrying import ABOUT, sheets
from tests.formats.corpus import plain
from tui.errors import FormatError
from tui.formats.common.flat_article import FlatArticle
from tui.formats.common.parquet_files import ParquetRows, json_lines_of
from tui.formats.interface import Options
from tui.formats.registry import FORMATS


class Given:
    """A sink that writes what it was given, whatever is added."""

    def __init__(self, out: BinaryIO, data: bytes) -> None:
        self._out, self._data = out, data

    def add(self, sheet: FlatArticle) -> None:
        self._out.write(self._data)

    def close(self) -> dict[str, bytes]:
        return {".labels": b"1"}


def table_of(data: bytes) -> bytes:
    out = io.BytesIO()
    sink = ParquetRows(out, lambda stream: Given(stream, data))
    sink.add(FlatArticle("p#1", "甲"))
    assert sink.close() == {".labels": b"1"}
    return out.getvalue()


def read(table: bytes) -> list[Any]:
    return [json.loads(line) for line in json_lines_of(io.BytesIO(table), "x.parquet").splitlines()]


def around(rows: list[Any]) -> list[Any]:
    """Rows, written as lines and as one list, and read; both are the same."""
    lines = "".join(f"{json.dumps(row)}\n\n" for row in rows).encode()
    found = read(table_of(lines))
    assert read(table_of(b" " + json.dumps(rows).encode())) == found
    return found


@pytest.mark.parametrize(
    "rows",
    [
        [{"text": "甲", "n": 1, "share": 0.5, "is": True, "none": None}],
        [{"text": "甲", "n": 1}, {"text": None, "n": None}],
        [{"tokens": ["甲", "乙"]}, {"tokens": []}],
        [{"spans": [{"start": 0, "end": 1}]}, {"spans": []}],
        [{"attributes": {"value": "36"}}, {"attributes": {"unit": "家", "is": True}}],
        [{"spans": [{"attributes": {"value": "36"}}]}, {"spans": [{"attributes": {"unit": "家"}}]}],
        [{"spans": [{"attributes": {}}]}],
        [{"about": {"attributes": {"a": [1, "b"]}}}],
        [{"label": [[0, 3, "ORG"], [4, 5, "LOC"]]}],
        [{"ner": [[0, 3, "ORG"]]}, {"ner": []}],
        [{"ner": []}, {"ner": [[0, 3, "ORG"]]}],
        [{"ner": [{"index": [0, 1], "type": "ORG"}]}, {"ner": []}],
        [{"ner": []}, {"ner": [{"index": [0, 1], "type": "ORG"}]}],
        [{"label": ["ORG", "LOC"]}],
        [{"label": "ORG"}],
        [{"label": "[甲"}, {"label": "{}"[:1]}],
        [{"text": "[1]"}, {"text": '{"a": 1}'}],
    ],
)  # fmt: skip
def test_rows_come_back_as_they_were(rows: list[Any]) -> None:
    assert around(rows) == rows


@pytest.mark.parametrize("name", [name for name, row in FORMATS.items() if row.rows and row.reads])
@pytest.mark.parametrize("first", [0, 1])
def test_an_article_without_tags_stands_beside_one_that_has_some(name: str, first: int) -> None:
    documents = [plain(1), plain(2).replaced(spans=())]
    fitted, _, _ = sheets(name, [documents[first], documents[1 - first]])
    row, out = FORMATS[name], io.BytesIO()
    sink = row.sink(out, ABOUT, row.chosen(Options(parquet=True)))
    for sheet in fitted:
        sink.add(sheet)
    sink.close()
    lines = io.BytesIO(json_lines_of(io.BytesIO(out.getvalue()), "x.parquet"))
    found = list(row.load().parse(lines, "x", print))
    assert sorted(len(sheet.marks) for sheet in found) == [0, 2]


def test_a_row_has_the_columns_of_all_others() -> None:
    assert around([{"a": 1}, {"b": "乙"}]) == [{"a": 1, "b": None}, {"a": None, "b": "乙"}]


def test_columns_have_the_types_of_their_values_and_objects_with_free_keys_are_text() -> None:
    def types(row: dict[str, Any]) -> dict[str, str]:
        schema = pyarrow.parquet.read_schema(io.BytesIO(table_of(json.dumps([row]).encode())))
        return {name: str(schema.field(name).type) for name in schema.names}

    assert types({"n": 1, "text": "甲", "tokens": ["甲"]}) == {
        "n": "int64",
        "text": "string",
        "tokens": "list<element: string>",
    }
    for value in ({"a": 1}, [[0, 1, "ORG"]], [], ["ORG"], "ORG"):
        assert types({"label": value}) == {"label": "string"}
    of_objects = "list<element: struct<index: list<element: int64>>>"
    assert types({"ner": [{"index": [0, 1]}]}) == {"ner": of_objects}
    assert types({"of": {"ner": [[0, 1, "ORG"]]}}) == {"of": "struct<ner: string>"}


def test_values_that_json_has_not_are_read_as_text() -> None:
    out = io.BytesIO()
    table = pyarrow.Table.from_pylist(
        [{"day": date(2026, 3, 1), "attributes": date(2026, 3, 2), "none": None}]
    )
    pyarrow.parquet.write_table(table, out)
    assert read(out.getvalue()) == [{"day": "2026-03-01", "attributes": "2026-03-02", "none": None}]


@pytest.mark.parametrize("data", [b"", b"{}", b"PAR1 and no more PAR1"])
def test_what_is_no_parquet_is_named(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"x\.parquet"):
        json_lines_of(io.BytesIO(data), "x.parquet")


def test_without_the_library_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(FormatError, match="parquet"):
        json_lines_of(io.BytesIO(), "x.parquet")
