"""Round trips: what a format claims to hold comes back, what it cannot hold is said, for any document."""

from collections import Counter
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from tests.formats.building import documents
from tests.formats.carrying import adopted, around, read, sheets, written
from tests.shares import examples
from tui.edit.values import MetricReader, with_value
from tui.formats.common.loss_report import TALLIED
from tui.formats.format import EVERYTHING, Holds
from tui.formats.interface import Options
from tui.formats.registry import FORMATS, format_named
from tui.model import DEFAULT_LABELS, Article, Block, Document, Page, Span

FOREIGN = [
    name
    for name, row in FORMATS.items()
    if row.holds != EVERYTHING and Holds.SPANS in row.holds and row.reads
]
EVERY = pytest.mark.parametrize("name", FOREIGN)
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""A document is too large to be shrunk in good time."""
TOKENS = ("conll", "conllu", "spacy", "prodigy", "hf", "hf-tokens", "gliner", "w2ner")


@pytest.fixture(autouse=True)
def one_pipeline(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make spaCy's empty pipeline once for all documents of a test: that takes longer than a document."""
    if request.node.callspec.params["name"] == "spacy":
        monkeypatch.setattr("spacy.blank", cache(import_module("spacy").blank))


def place(span: Span) -> tuple[str, tuple[tuple[int, int], ...]]:
    return span.label, span.segments


def emptied(document: Document) -> Document:
    return document.replaced(spans=(), relations=(), orphans=(), progress={})


@pytest.mark.slow
@EVERY
@given(document=documents())
@settings(max_examples=examples(25), deadline=None, phases=PHASES)
def test_what_was_not_reported_comes_back_as_it_was(name: str, document: Document) -> None:
    holds = format_named(name).holds
    _, losses, _ = sheets(name, [document])
    lost = {loss.id for loss in losses if loss.what == "span"}
    _, found = around(name, document)
    back, _ = adopted(name, found, emptied(document))
    metrics = MetricReader(document)
    there = {place(span): span for span in back.spans}
    for span in document.spans:
        if span.id in lost:
            continue
        same = there[place(span)]
        assert same.text == span.text
        if Holds.ATTRIBUTES in holds:
            assert same.attributes == with_value(span, DEFAULT_LABELS, metrics).attributes
        if Holds.NOTES in holds:
            assert same.note == span.note
        if Holds.IDS in holds:
            assert same.id == span.id
    gone = {loss.id for loss in losses if loss.what == "relation"}
    ends = {span.id: place(span) for span in document.spans}
    back_ends = {span.id: place(span) for span in back.spans}
    kept = {
        (r.label, ends[r.head], ends[r.tail])
        for r in document.relations
        if r.id not in gone and not {r.head, r.tail} & lost
    }
    assert {(r.label, back_ends[r.head], back_ends[r.tail]) for r in back.relations} >= kept
    assert len(back.relations) == len(document.relations) - len(gone)
    if Holds.STATES in holds:
        done = {
            key: progress.state for key, progress in document.progress.items() if progress.state != "todo"
        }
        assert {key: progress.state for key, progress in back.progress.items()} == done


@pytest.mark.slow
@EVERY
@given(document=documents())
@settings(max_examples=examples(25), deadline=None, phases=PHASES)
def test_importing_twice_adds_nothing(name: str, document: Document) -> None:
    _, found = around(name, document)
    back, report = adopted(name, found, emptied(document))
    again, twice = adopted(name, found, back)
    assert again is back
    assert not twice.added
    assert twice.there["span"] == report.added["span"]
    unchanged, _ = adopted(name, found, document)
    lossless = {place(span) for span in document.spans} >= {place(span) for span in back.spans}
    assert not lossless or unchanged.spans == document.spans


@pytest.mark.slow
@EVERY
@given(document=documents())
@settings(max_examples=examples(25), deadline=None, phases=PHASES)
def test_the_tally_accounts_for_everything(name: str, document: Document) -> None:
    fitted, losses, report = sheets(name, [document])
    out: dict[str, Any] = {
        "span": sum(len(sheet.marks) for sheet in fitted),
        "relation": sum(len(sheet.links) for sheet in fitted),
        "attributes": sum(bool(mark.attributes) for sheet in fitted for mark in sheet.marks),
        "note": sum(bool(mark.note) for sheet in fitted for mark in sheet.marks),
        "segments": sum(len(mark.parts) > 1 for sheet in fitted for mark in sheet.marks),
        "article": len(fitted),
    }
    for what in TALLIED:
        tally = report.tally(what)
        # A gap that was closed is a span changed and no gap any more.
        closed = tally["changed"] if what == "segments" else 0
        assert out[what] <= tally["whole"] + tally["changed"] <= out[what] + closed, what
        assert min(tally.values()) >= 0
    assert (
        report.tally("span")["total"] == len(document.spans) + len(document.orphans) or not document.articles
    )
    assert max(Counter((loss.what, loss.id) for loss in losses).values(), default=1) == 1


@pytest.mark.slow
@EVERY
@given(document=documents())
@settings(max_examples=examples(15), deadline=None, phases=PHASES)
def test_a_text_comes_back_but_for_its_blanks(name: str, document: Document) -> None:
    fitted, found = around(name, document)
    seen = ["".join(sheet.text.split()) for sheet in found]
    if name == "hf-tokens":
        # Sentences of one article come back as one text.
        assert "".join(seen) == "".join("".join(sheet.text.split()) for sheet in fitted)
    elif name in ("brat", "yedda", "cas", "cas-json"):
        assert sorted(seen) == sorted("".join(sheet.text.split()) for sheet in fitted)
    else:
        assert [s for s in seen if s] == [s for sheet in fitted if (s := "".join(sheet.text.split()))]


@pytest.mark.slow
@pytest.mark.parametrize("name", TOKENS)
@pytest.mark.parametrize("unit", ["char", "word", "entity"])
@pytest.mark.parametrize("scheme", ["BIO2", "BIOES", "BMES"])
@given(document=documents())
@settings(max_examples=examples(4), deadline=None, phases=PHASES)
def test_tokens_of_any_unit_and_scheme_bring_back_what_they_were_given(
    name: str, unit: str, scheme: str, document: Document
) -> None:
    for limit in (0, 3):
        options = Options(scheme=scheme, unit=unit, max_length=limit)
        fitted, found = around(name, document, options)
        expected, _ = adopted(name, fitted, emptied(document))
        back, _ = adopted(name, found, emptied(document))
        assert {place(span) for span in back.spans} == {place(span) for span in expected.spans}


@pytest.mark.parametrize("name", TOKENS)
def test_a_tag_is_as_long_as_the_tokens_that_are_written(name: str) -> None:
    text = "\u2029”\u2029会6建]😀"
    page = Page(id="p", path="p.txt", text=text, encoding="utf-8", sha256="0" * 64)
    block = Block(role="paragraph", segments=((0, len(text)),))
    article = Article(id="p#1", page="p", kind="news", blocks=(block,))
    now = datetime(2026, 1, 1, tzinfo=UTC)
    span = Span(id="a", label="ORG", segments=((1, 8),), text=text[1:], created=now, updated=now)
    document = Document(page=page, annotator="ling", articles=(article,), spans=(span,))
    _, losses, _ = sheets(name, [document], Options(unit="word", max_length=3))
    assert [loss.reason for loss in losses if loss.id == "a"] == ["long"]


@EVERY
def test_an_empty_export_is_read_as_nothing(name: str, tmp_path: Path) -> None:
    assert read(name, written(name, [], tmp_path)) == []
