"""Rows of the native export where text was misread, and where misread text of a row stands."""

import json
from typing import Any

import pytest

from tests.formats.carrying import PAIRS
from tests.formats.test_merging import COUNT, PAGE, UNION, document, misread, records
from tests.store.building import span_of
from tui.formats.common.adapting import Adapter
from tui.formats.common.entries import Wanted, entries
from tui.formats.common.flat_article import flat_article_of, put_right
from tui.formats.common.loss_report import ExportReport, Loss
from tui.formats.common.native_rows import place_of_reading
from tui.formats.common.native_schema import ReadingRecord
from tui.formats.interface import Options
from tui.formats.native import encode
from tui.formats.registry import format_named
from tui.model import Document, Progress, Relation
from tui.text.offsets import read

BROKEN = span_of(PAGE, "b", (0, 2), (8, 10))
"""A tag with a gap, which has no place in the row's text."""


def row(of: Document, *, applied: bool) -> dict[str, Any]:
    wanted = Wanted(unplaced=True)
    sheet, *_ = (flat_article_of(entry) for entry in entries([of], ExportReport(), wanted, PAIRS))
    found: dict[str, Any] = json.loads(encode(put_right(sheet) if applied else sheet))
    return found


def readings(found: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        tuple(one[key] for key in ("start", "end", "text", "reads", "other")) for one in found["readings"]
    ]


MISREAD = misread((2, 3, "省"), (6, 8, "新成立的")).replaced(spans=(UNION, BROKEN, COUNT))


def test_a_row_says_what_misread_text_should_read_there_and_in_the_tags_that_hold_it() -> None:
    found = row(MISREAD, applied=False)
    assert found["text"] == "临溪县总工会新建工会36家。\n"
    assert readings(found) == [(2, 3, "县", "省", [2, 3]), (6, 8, "新建", "新成立的", [6, 10])]
    assert [(one["start"], one["end"], one["text"], one.get("reads")) for one in found["spans"]] == [
        (0, 6, "临溪县总工会", "临溪省总工会"),
        (10, 13, "36家", None),
    ]
    assert [one["parts"] for one in found["unplaced"]["spans"]] == [[[0, 2], [8, 10]]]


def test_a_row_with_its_text_put_right_has_all_offsets_in_that() -> None:
    found = row(MISREAD, applied=True)
    assert found["text"] == "临溪省总工会新成立的工会36家。\n"
    assert readings(found) == [(2, 3, "县", "省", [2, 3]), (6, 10, "新建", "新成立的", [6, 8])]
    assert [(one["start"], one["end"], one["text"], one.get("reads")) for one in found["spans"]] == [
        (0, 6, "临溪县总工会", "临溪省总工会"),
        (12, 15, "36家", None),
    ]
    assert [(one["start"], one["end"]) for one in found["blocks"]] == [(0, len(found["text"]))]
    assert [one["parts"] for one in found["unplaced"]["spans"]] == [[[0, 2], [10, 12]]]
    words = [found["text"][start:end] for start, end in found["words"]]
    assert words == ["临溪", "省总", "工会", "新成立的", "工会", "36", "家。"]


@pytest.mark.parametrize(
    ("pin", "expected"),
    [
        ((2, 4, ""), "临溪 工会 新建 工会 36 家。"),
        ((2, 6, "总会"), "临溪 总会 新建 工会 36 家。"),
        ((3, 5, "工"), "临溪 县工 工会 新建 工会 36 家。"),
    ],
)
def test_words_of_which_nothing_is_left_or_that_are_one_now_stand_once(
    pin: tuple[int, int, str], expected: str
) -> None:
    found = row(misread(pin), applied=True)
    assert [found["text"][start:end] for start, end in found["words"]] == expected.split()


@pytest.mark.parametrize("applied", [False, True])
@pytest.mark.parametrize("name", ["jsonl", "json", "doccano", "conll"])
def test_where_a_format_has_no_place_beside_its_text_for_what_was_misread_that_is_said(
    name: str, applied: bool
) -> None:
    losses: list[Loss] = []
    adapter = Adapter(format_named(name), Options(), ExportReport(losses.append))
    sheet, *_ = (flat_article_of(entry) for entry in entries([MISREAD], ExportReport()))
    adapter.adapt(put_right(sheet) if applied else sheet)
    said = [(loss.id, loss.text, loss.reason, loss.fate) for loss in losses if loss.what == "article"]
    reason = "applied" if applied else "readings"
    expected = [("p#1", "县 → 省; 新建 → 新成立的", reason, "changed")]
    assert said == ([] if name in ("jsonl", "json") else expected)


def test_without_misread_text_a_row_has_no_readings() -> None:
    plain = row(document(UNION), applied=False)
    assert "readings" not in plain
    assert row(document(UNION), applied=True) == plain


def test_what_a_later_version_says_of_a_record_is_beside_what_this_one_does() -> None:
    later: dict[str, Any] = {"unknown": {"label": "LATER", "state": "later", "certainty": 3}}
    tags = (UNION.replaced(**later), COUNT, BROKEN.replaced(**later))
    link = Relation(id="r", label="subject", head="m", tail="a", **later)
    progress = {"p#1": Progress(state="done", note="看", **later)}
    found = row(document(*tags, relations=(link,), progress=progress), applied=False)
    union, count = found["spans"]
    (broken,) = found["unplaced"]["spans"]
    (relation,) = found["relations"]
    for record in (union, broken, relation, found["progress"]):
        assert (record["certainty"], record["state"]) == (3, "later")
    assert [one["label"] for one in (union, broken, relation)] == ["ORG", "ORG", "subject"]
    assert "certainty" not in count


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((2, 3, "县", (9, 9)), ((2, 3),)),
        ((9, 9, "县", (2, 3)), ((2, 3),)),
        ((0, 2, "临溪", (9, 9)), ((0, 2),)),
        ((13, 15, "。\n", (9, 9)), ((13, 15),)),
        ((0, 0, "", (0, 0)), None),
        ((3, 2, "", (0, 0)), None),
        ((9, 9, "县", (3, 4)), None),
        ((9, 9, "\n", (-1, 15)), None),
        ((9, 9, "。\n", (13, 16)), None),
    ],
)
def test_misread_text_of_a_record_stands_where_it_says_in_the_text_as_read_or_put_right(
    said: tuple[int, int, str, tuple[int, int]], expected: tuple[tuple[int, int], ...] | None
) -> None:
    start, end, text, other = said
    record = ReadingRecord(start=start, end=end, text=text, reads="", other=other)
    here = document()
    assert place_of_reading(record, records(here)[0], read(PAGE, here.articles[0])) == expected
