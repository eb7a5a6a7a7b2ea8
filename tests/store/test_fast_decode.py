"""The usual file is read in one go, and every other one with the same care as before."""

import gc
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Division, Document, Page
from tui.store.files import annotations
from tui.store.files.annotations import AnnotationFile
from tui.store.records.fast_decode import usual_fields
from tui.store.records.kept import Kept
from tui.text.document_layout import undivided

TEXT = "远山县总工会新建基层组织36家。\n　　青禾镇走访职工8户。"
PAGE = Page(id="p", path="p.txt", text=TEXT, encoding="utf-8", sha256="0" * 64, layout="document")
DIVISION: Division = undivided(PAGE)
WHEN = "2026-03-01T08:00:00Z"


def span(id_: str, start: int, end: int, **more: Any) -> dict[str, Any]:
    said = {"id": id_, "label": "ORG", "segments": [[start, end]], "text": TEXT[start:end]}
    return said | {"created": WHEN, "updated": WHEN} | more


def usual() -> dict[str, dict[str, Any]]:
    """A file as the program writes it."""
    meta = {"version": 2, "page": "p", "sha256": PAGE.sha256, "annotator": "ling", "tool": "piyue"}
    return {
        "meta": {"1": meta},
        "spans": {
            "3": span("b", 12, 15, label="METRIC", attributes={"value": "36", "exact": True, "of": None}),
            "7": span("a", 0, 6, score=0.5, sources=["wang/x"], anchor={"before": "", "after": "新"}),
            "8": span("c", 6, 8, text="新建", origin="model", maker="crf", note="“一”"),
        },
        "relations": {"4": {"id": "r", "label": "subject", "from": "b", "to": "a"}},
        "articles": {"2": {"article": DIVISION.articles[0].id, "start": 0, "state": "done", "seconds": 9}},
    }


def laid_out(tables: dict[str, dict[str, Any]]) -> bytes:
    return json.dumps(tables, ensure_ascii=False).encode("utf-8", "backslashreplace")


def both(data: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[tuple[Document, Kept], ...]:
    """The document as it is read, and as it is read without the fast way."""
    path = folder / "p.json"
    path.write_bytes(data)
    found = []
    for reading in (usual_fields, lambda *_: None):
        monkeypatch.setattr(annotations, "usual_fields", reading)
        file = AnnotationFile(path)
        found.append((file.load(PAGE, DIVISION, "ling"), file.kept))
    return tuple(found)


def test_the_usual_file_is_read_in_one_go_and_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = laid_out(usual())
    fields = usual_fields(data, PAGE, DIVISION, Kept())
    assert fields is not None
    assert [span.id for span in fields["spans"]] == ["a", "c", "b"]
    fast, careful = both(data, tmp_path, monkeypatch)
    assert fast == careful
    assert fast[0].spans == fields["spans"]


@pytest.mark.parametrize("collects", [True, False])
def test_no_garbage_is_looked_for_while_a_file_is_read(
    collects: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, seen, was = tmp_path / "p.json", list[bool](), gc.isenabled()
    path.write_bytes(laid_out(usual()))
    monkeypatch.setattr(annotations, "usual_fields", lambda *_: seen.append(gc.isenabled()))
    try:
        (gc.enable if collects else gc.disable)()
        AnnotationFile(path).load(PAGE, DIVISION, "ling")
        assert (seen, gc.isenabled()) == ([False], collects)
    finally:
        (gc.enable if was else gc.disable)()


def changed(table: str, number: str, **fields: Any) -> dict[str, dict[str, Any]]:
    tables = usual()
    tables[table][number] |= fields
    return tables


ALONE = usual() | {"relations": {}}
"""Tags that no relation needs."""
UNUSUAL = {
    "an unknown field": changed("spans", "7", colour="red"),
    "a field called unknown": changed("spans", "7", unknown={"colour": "red"}),
    "a lost tag": changed("spans", "7", lost=True),
    "an unknown field of an anchor": changed("spans", "7", anchor={"before": "", "after": "新", "page": 1}),
    "an unknown field of a relation": changed("relations", "4", note="?"),
    "a text that does not stand there": changed("spans", "7", text="青山"),
    "a place behind the end": changed("spans", "7", segments=[[0, 600]]),
    "no segments": changed("spans", "7", segments=[]),
    "a place before the beginning": changed("spans", "7", segments=[[-28, -22]]),
    "a place that ends before it begins": changed("spans", "7", segments=[[6, 0]], text=""),
    "segments in the wrong order": changed("spans", "7", segments=[[3, 6], [0, 3]]),
    "a value of another kind": changed("spans", "7", label=7),
    "an id twice": changed("spans", "7", id="c"),
    "a relation that hangs in the air": changed("relations", "4", to="nobody"),
    "another page": changed("meta", "1", sha256="1" * 64),
    "an older version": changed("meta", "1", version=1),
    "a newer version": changed("meta", "1", version=9),
    "another table": usual() | {"extra": {"1": {"a": 1}}},
    "a number that is none": ALONE | {"spans": {"x": span("a", 0, 6)}},
    "a number written otherwise": ALONE | {"spans": {"007": span("a", 0, 6)}},
    "a number below nought": ALONE | {"spans": {"-7": span("a", 0, 6)}},
    "a number that is too large": ALONE | {"spans": {f"{10**18}": span("a", 0, 6)}},
    "a number that is none, of the file": usual() | {"meta": {"x": usual()["meta"]["1"]}},
    "a number that is none, of an article": usual() | {"articles": {"x": {"article": "p#1", "start": 0}}},
    "a relation without a number": usual() | {"relations": {"x": usual()["relations"]["4"]}},
    "a relation's id twice": usual()
    | {"relations": {"4": usual()["relations"]["4"], "5": usual()["relations"]["4"]}},
    "a relation from nobody": changed("relations", "4", **{"from": "nobody"}),
    "numbers that do not ascend": usual() | {"spans": {"9": span("a", 0, 6), "8": span("b", 6, 8)}},
    "two records of one article": usual()
    | {"articles": {"2": {"article": "p#1", "start": 0}, "3": {"article": "p#9", "start": 0}}},
    "an escape": changed("spans", "7", note="\ud800"),
}


@pytest.mark.parametrize("kind", UNUSUAL)
def test_what_is_unusual_is_read_with_care(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = laid_out(UNUSUAL[kind])
    assert usual_fields(data, PAGE, DIVISION, Kept()) is None
    fast, careful = both(data, tmp_path, monkeypatch)
    assert fast[0] == careful[0]
    assert [str(each) for each in fast[1].problems] == [str(each) for each in careful[1].problems]


@pytest.mark.parametrize(
    ("once", "twice"),
    [
        ('"label": "ORG"', '"label": "PER", "label": "ORG"'),
        ('"label": "ORG"', '"label" : "PER", "label": "ORG"'),
        ('"label": "ORG"', '"label"\n:"PER", "label": "ORG"'),
        ('"before": ""', '"before": "新", "before": ""'),
        ('"value": "36"', '"value": "35", "value": "36"'),
        ('"version": 2', '"version": 2, "version": 2'),
        ('"state": "done"', '"state": "todo", "state": "done"'),
        ('"from": "b"', '"from": "a", "from": "b"'),
        ('"label": "ORG"', '"label": "PER", "label": "ORG", "note": "\\u0022\\u0022\\u0022\\u0022"'),
        ('"created": "2026-03-01T08:00:00Z"', '"id": "a", "created": "2026-03-01T08:00:00+0000"'),
    ],
)
def test_a_key_that_is_there_twice_is_never_read_in_one_go(once: str, twice: str) -> None:
    data = laid_out(usual()).decode()
    assert once in data
    assert usual_fields(data.replace(once, twice, 1).encode(), PAGE, DIVISION, Kept()) is None


@given(st.data())
def test_bytes_changed_anywhere_are_read_as_before_or_with_care(data: st.DataObject) -> None:
    whole = laid_out(usual())
    at = data.draw(st.integers(0, len(whole) - 1))
    new = data.draw(st.sampled_from([b"", b'"', b"\\", b":", b" ", b"0", b"\xff", b"{", b"}", b"\xe5"]))
    spoilt = whole[:at] + new + whole[at + 1 :]
    fields = usual_fields(spoilt, PAGE, DIVISION, Kept())
    if fields is not None:
        assert all(span.text == TEXT[span.start : span.end] for span in fields["spans"])
        json.loads(spoilt, object_pairs_hook=_each_once)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def test_a_file_that_says_nothing_or_two_things_of_itself_is_no_usual_one() -> None:
    (meta,) = usual()["meta"].values()
    for rows in ({}, {"1": meta, "2": meta}):
        assert usual_fields(laid_out(usual() | {"meta": rows}), PAGE, DIVISION, Kept()) is None


def test_what_a_file_has_nothing_of_is_no_hindrance() -> None:
    for empty in (
        ALONE,
        usual() | {"articles": {}},
        ALONE | {"spans": {}},
        ALONE | {"spans": {"1": span("a", 0, 6)}},
    ):
        assert usual_fields(laid_out(empty), PAGE, DIVISION, Kept()) is not None
