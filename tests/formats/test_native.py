"""What goes out comes back; what cannot be shown is said."""

import io
import json
from collections.abc import Iterable

import pytest
from hypothesis import given, settings

from tests.conftest import ROOT
from tests.formats.building import documents
from tests.shares import examples
from tests.store.building import document_of, page_of, span_of
from tui.errors import FormatError, PiyueError
from tui.formats.common import json_schema as schema
from tui.formats.common.entries import Wanted, entries
from tui.formats.common.flat_article import flat_article_of
from tui.formats.common.loss_report import ExportReport, ImportReport, Loss, Refusal
from tui.formats.common.merging import DocumentMerger
from tui.formats.common.native_schema import About, ArticleRecord, utc
from tui.formats.common.not_read import NotReadError
from tui.formats.common.record_merging import merge_records
from tui.formats.format import EVERYTHING
from tui.formats.interface import PLAIN
from tui.formats.registry import FORMATS, format_named
from tui.model import DEFAULT_LABELS, Block, Document, Progress, Relation, State, surface
from tui.model.validation import valid
from tui.model.values import written

ABOUT = About(name="试", tool="piyue", labels=DEFAULT_LABELS.labels)
WHOLE = [name for name, row in FORMATS.items() if row.holds == EVERYTHING]
EVERY = pytest.mark.parametrize("name", WHOLE)


def exported(name: str, found: Iterable[Document], wanted: Wanted = Wanted()) -> tuple[bytes, list[Loss]]:  # noqa: B008
    out, losses = io.BytesIO(), list[Loss]()
    report = ExportReport(losses.append)
    sink = format_named(name).load().sink(out, ABOUT, PLAIN)
    for entry in entries(found, report, wanted):
        sink.add(flat_article_of(entry))
    sink.close()
    assert report.losses == len(losses)
    return out.getvalue(), losses


def articles_in(name: str, data: bytes) -> list[dict[str, object]]:
    """Read as a stranger would."""
    if name == "json":
        found: list[dict[str, object]] = json.loads(data)["articles"]
        return found
    return [json.loads(line) for line in data.decode().splitlines()]


def parsed(name: str, data: bytes) -> tuple[list[ArticleRecord], list[PiyueError]]:
    refused: list[PiyueError] = []
    sheets = list(format_named(name).load().parse(io.BytesIO(data), "x", refused.append))
    return [sheet.record for sheet in sheets if sheet.record is not None], refused


def taken(name: str, data: bytes, into: Document) -> tuple[Document, ImportReport, list[Refusal]]:
    refusals: list[Refusal] = []
    report = ImportReport(refusals.append)
    found, refused = parsed(name, data)
    assert refused == []
    document, waiting = merge_records(DocumentMerger(into, DEFAULT_LABELS, report), found)
    assert waiting == ()
    return document, report, refusals


def emptied(document: Document) -> Document:
    return document.replaced(spans=(), relations=(), orphans=(), progress={})


@pytest.mark.slow
@EVERY
@given(document=documents())
@settings(max_examples=examples(60))
def test_a_native_export_brings_everything_back_into_an_empty_project(name: str, document: Document) -> None:
    if not document.articles:
        return
    data, _ = exported(name, [document])
    back, report, refusals = taken(name, data, emptied(document))
    assert refusals == []
    assert back.spans == document.spans
    assert sorted(back.orphans, key=lambda s: s.id) == sorted(document.orphans, key=lambda s: s.id)
    assert sorted(back.relations, key=lambda r: r.id) == sorted(document.relations, key=lambda r: r.id)
    assert back.progress == document.progress
    again, twice, refusals = taken(name, data, back)
    assert again is back
    assert not twice.added
    assert not refusals
    assert twice.there == report.added


@pytest.mark.slow
@EVERY
@given(document=documents())
@settings(max_examples=examples(60))
def test_every_span_and_relation_is_shown_exactly_or_reported(name: str, document: Document) -> None:
    data, losses = exported(name, [document])
    shown_spans: list[str] = []
    shown_relations: list[str] = []
    for article in articles_in(name, data):
        text, spans, relations = article["text"], article["spans"], article["relations"]
        assert isinstance(text, str)
        assert isinstance(spans, list)
        assert isinstance(relations, list)
        for span in spans:
            assert text[span["start"] : span["end"]] == span["text"]
            assert surface(document.page.text, span["segments"]) == span["text"]
        ids = {span["id"] for span in spans}
        assert all({relation["from"], relation["to"]} <= ids for relation in relations)
        shown_spans += [span["id"] for span in spans]
        unplaced = article["unplaced"]
        assert isinstance(unplaced, dict)
        for span in unplaced["spans"]:
            if span["parts"]:  # it has a gap, and nothing of it is lost
                assert "".join(text[a:b] for a, b in span["parts"]) == span["text"]
                shown_spans.append(span["id"])
                ids.add(span["id"])
        shown_relations += [r["id"] for r in unplaced["relations"] if {r["from"], r["to"]} <= ids]
        shown_relations += [relation["id"] for relation in relations]
    reported = {what: [loss.id for loss in losses if loss.what == what] for what in ("span", "relation")}
    every = [span.id for span in (*document.spans, *document.orphans)]
    assert sorted(shown_spans + reported["span"]) == sorted(every)
    assert sorted(shown_relations + reported["relation"]) == sorted(r.id for r in document.relations)


@given(document=documents())
@settings(max_examples=examples(30))
def test_json_lines_survive_a_reader_that_splits_at_every_line_end(document: Document) -> None:
    data, _ = exported("jsonl", [document])
    assert len(data.decode().splitlines()) == data.count(b"\n") == len(document.articles)


@pytest.mark.slow
@given(document=documents())
@settings(max_examples=examples(30))
def test_exports_fit_their_published_schemas(document: Document) -> None:
    from jsonschema import Draft202012Validator

    export, article = (
        Draft202012Validator(json.loads((ROOT / "docs" / "schema" / name).read_text(encoding="utf-8")))
        for name in ("piyue-export.schema.json", "piyue-article.schema.json")
    )
    export.validate(json.loads(exported("json", [document])[0]))
    for line in articles_in("jsonl", exported("jsonl", [document])[0]):
        article.validate(line)


@pytest.mark.slow
@given(document=documents())
@settings(max_examples=examples(60))
def test_what_is_written_field_by_field_is_what_the_models_would_write(document: Document) -> None:
    for row in articles_in("jsonl", exported("jsonl", [document])[0]):
        said = written(valid(ArticleRecord, row))
        assert said["source"].pop("about") == {}
        assert not said.get("readings")
        said.pop("readings", None)  # neither is written where nothing was misread
        for span in said["spans"]:
            assert span.pop("reads") == ""
        assert json.loads(json.dumps(said, default=utc)) == json.loads(json.dumps(row))


def test_the_published_schemas_are_those_of_the_models() -> None:
    published = {
        name: json.loads((ROOT / "docs" / "schema" / name).read_text(encoding="utf-8"))
        for name in schema.FILES
    }
    assert published == schema.schemas()


def test_chinese_stays_readable_in_the_bytes() -> None:
    page = page_of()
    data, _ = exported("json", [document_of(page, span_of(page, "a", (0, 5)))])
    assert "临溪县工会".encode() in data


def test_the_order_of_the_bytes_is_always_the_same() -> None:
    page = page_of()
    spans = span_of(page, "b", (0, 3)), span_of(page, "a", (0, 5)), span_of(page, "c", (0, 3))
    document = document_of(page, *spans)
    data, _ = exported("json", [document])
    assert data == exported("json", [document.replaced(spans=document.spans[::-1])])[0]
    spans_out = articles_in("json", data)[0]["spans"]
    assert isinstance(spans_out, list)
    assert [span["id"] for span in spans_out] == ["a", "b", "c"]


def test_only_wanted_states_and_labels_are_exported_and_nothing_else_counts_as_lost() -> None:
    page = page_of()
    document = document_of(
        page, span_of(page, "a", (0, 3), label="ORG"), span_of(page, "b", (3, 5), label="LOC")
    )
    data, losses = exported("jsonl", [document], Wanted(labels=frozenset({"LOC"})))
    assert b'"id": "b"' in data
    assert b'"id": "a"' not in data
    assert losses == []
    assert exported("jsonl", [document], Wanted(states=frozenset({"done"}))) == (b"", [])


def test_a_relation_across_articles_is_set_aside_and_said() -> None:
    page = page_of()
    half = len(page.text) // 2
    first = document_of(page).articles[0]
    articles = (
        first.replaced(blocks=(Block(role="paragraph", segments=((0, half),)),)),
        first.replaced(id="p#2", blocks=(Block(role="paragraph", segments=((half, len(page.text)),)),)),
    )
    relation = Relation(id="r", label="subject", head="a", tail="b")
    spans = span_of(page, "a", (0, 2)), span_of(page, "b", (half, half + 2))
    document = document_of(page, *spans, articles=articles, relations=(relation,))
    data, losses = exported("jsonl", [document])
    assert [(loss.id, loss.reason, loss.fate) for loss in losses] == [("r", "far", "aside")]
    assert taken("jsonl", data, emptied(document))[0] == document


def test_another_span_under_a_known_id_is_refused_and_the_old_one_stays() -> None:
    page = page_of()
    mine, theirs = (document_of(page, span_of(page, "a", (0, 3), label=name)) for name in ("ORG", "LOC"))
    back, _, refusals = taken("json", exported("json", [theirs])[0], mine)
    assert back == mine
    assert [(refusal.id, refusal.reason) for refusal in refusals] == [("a", "taken")]


def test_a_changed_page_takes_the_spans_that_still_stand_and_refuses_the_rest() -> None:
    page, changed = page_of("工会三十六家企业"), page_of("工会四十六家企业")
    export = exported("json", [document_of(page, span_of(page, "a", (0, 2)), span_of(page, "b", (2, 5)))])[0]
    back, _, refusals = taken("json", export, document_of(changed))
    assert [span.id for span in back.spans] == ["a"]
    assert [(refusal.id, refusal.reason) for refusal in refusals] == [("b", "source")]


@pytest.mark.parametrize("state", ["done", "skipped"])
def test_an_article_of_which_a_tag_is_refused_is_not_done(state: State) -> None:
    page, changed = page_of("工会三十六家企业"), page_of("工会四十六家企业")
    spans = span_of(page, "a", (0, 2)), span_of(page, "b", (2, 5))
    progress = {"p#1": Progress(state=state, labels={"topic": ("labour",)})}
    export = exported("json", [document_of(page, *spans, progress=progress)])[0]
    back, _, refusals = taken("json", export, document_of(changed))
    said = [(refusal.what, refusal.reason) for refusal in refusals]
    if state == "done":
        assert said == [("span", "source"), ("state", "incomplete")]
        assert back.progress["p#1"].state == "doing"
    else:
        assert said == [("span", "source")]
        assert back.progress["p#1"].state == "skipped"
    assert back.progress["p#1"].labels == {"topic": ("labour",)}


@EVERY
def test_fields_of_an_article_that_this_version_does_not_know_are_told(name: str) -> None:
    page = page_of()
    data, _ = exported(name, [document_of(page, span_of(page, "a", (0, 3)))])
    found, told = parsed(
        name, data.replace(b'"state":', b'"mood": "calm", "unknown": "x", "none": null, "state":')
    )
    assert [len(record.spans) for record in found] == [1]
    names = [(error.name, error.count) for error in told if isinstance(error, NotReadError)]
    assert names == [("mood", 1), ("unknown", 1)]
    assert len(told) == 2


def test_a_label_that_the_project_lacks_is_kept_and_counted() -> None:
    page = page_of()
    spans = span_of(page, "a", (0, 3), label="UNION"), span_of(page, "b", (3, 5), label="UNION")
    data, _ = exported("json", [document_of(page, *spans)])
    report = ImportReport()
    merger = DocumentMerger(document_of(page), DEFAULT_LABELS, report)
    document, _ = merge_records(merger, parsed("json", data)[0])
    assert [span.label for span in document.spans] == ["UNION", "UNION"]
    assert report.unknown == {("span", "UNION"): 2}


def test_a_bad_line_is_named_and_the_others_are_read() -> None:
    page = page_of()
    line, _ = exported("jsonl", [document_of(page, span_of(page, "a", (0, 3)))])
    wrong = line.replace(b'"label": "ORG"', b'"label": 7')
    found, refused = parsed("jsonl", b"\xef\xbb\xbf" + line + b"{\n\n" + wrong + b"\xff\n" + line)
    assert len(found) == 2
    assert [error.line for error in refused] == [2, 4, 5]
    assert "spans.0.label" in str(refused[1])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"[" * 9**5, "not JSON"),
        (b"[]", "not an export of piyue; name the format"),
        (b'{"format": "other", "version": 1}', "not an export of piyue; name the format"),
        (b'{"format": "piyue", "version": 2, "articles": []}', "by a later version of piyue (version 2"),
        (b'{"format": "piyue", "version": 0, "project": {}, "articles": []}', "version"),
        (b'{"format": "piyue", "version": "x", "project": {}, "articles": []}', "version"),
    ],
)
def test_a_file_that_is_no_export_is_refused_whole_and_says_what_it_is(data: bytes, said: str) -> None:
    with pytest.raises(FormatError) as refused:
        parsed("json", data)
    assert said in refused.value.render("en")
