"""What is saved is what is loaded, and nothing that was once in a file is lost."""

import difflib
import json
import re
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from tinydb import TinyDB

from tests.shares import examples
from tests.store.building import NOON, TEXT, division_of, document_of, documents, page_of, span_of
from tui.errors import StoreError
from tui.model import Division, Document, Page, Progress, Relation
from tui.store.files import storage
from tui.store.files.annotations import AnnotationFile
from tui.store.files.atomic import replace
from tui.store.record_keys import number_of
from tui.store.records.encode import plain

ANCHOR = {"anchor": {"before": "", "after": "\n三月新建工会组织36家"}}
FIRST = {"id": "a", "label": "ORG", "segments": [[0, 5]], "text": "临溪县工会"}
TIMES = {"created": "2026-03-01T12:00:00Z", "updated": "2026-03-01T12:00:00Z"}
META = {"version": 1, "page": "p", "sha256": page_of().sha256, "annotator": "ling", "tool": "piyue 0"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "ling"
    folder.mkdir()
    return folder / "p.json"


def opened(
    path: Path, page: Page | None = None, division: Division | None = None
) -> tuple[AnnotationFile, Document]:
    page = page or page_of()
    file = AnnotationFile(path)
    return file, file.load(page, division or division_of(page), "ling")


def saved(path: Path, document: Document) -> AnnotationFile:
    file = AnnotationFile(path)
    file.save(document)
    return file


def tables(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return found


def written(path: Path, **changes: Any) -> bytes:
    """Write a file by hand: one with a span, changed as said."""
    whole = {"meta": {"1": META}, "spans": {"1": FIRST | TIMES}, "relations": {}, "articles": {}}
    path.write_text(json.dumps(whole | changes, ensure_ascii=False), "utf-8")
    return path.read_bytes()


@pytest.mark.slow
@given(documents())
@settings(max_examples=examples(150))
def test_any_document_comes_back_as_it_was_saved(document: Document) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "p.json")
        saved(path, document)
        division = Division(articles=document.articles)
        file, back = opened(path, document.page, division)
        assert in_order(back) == in_order(document)

        before = path.read_bytes()
        file.save(back)
        assert path.read_bytes() == before


def in_order(document: Document) -> Document:
    """The document with relations and orphans by their ids: in a file they stand by what they are."""
    return document.replaced(
        relations=tuple(sorted(document.relations, key=lambda relation: relation.id)),
        orphans=tuple(sorted(document.orphans, key=lambda span: span.id)),
    )


def test_plain_tinydb_reads_the_tables(path: Path) -> None:
    page = page_of()
    saved(path, document_of(page, span_of(page, "a", (0, 5)), progress={"p#1": Progress(state="done")}))
    with TinyDB(path, encoding="utf-8") as db:
        assert db.table("spans").all() == [FIRST | TIMES | ANCHOR]
        assert db.table("articles").all() == [{"article": "p#1", "start": 0, "state": "done"}]
        assert db.table("meta").get(doc_id=1)["sha256"] == page.sha256


def test_times_are_utc_and_what_says_nothing_is_left_out(path: Path, in_shanghai: None) -> None:
    page = page_of()
    evening = NOON.astimezone(timezone(timedelta(hours=8)))
    saved(
        path,
        document_of(page, span_of(page, "a", (0, 5), created=evening, updated=NOON.replace(tzinfo=None))),
    )
    assert list(tables(path)["spans"].values()) == [FIRST | TIMES | ANCHOR]


def test_one_changed_tag_is_one_changed_line(path: Path) -> None:
    page = page_of()
    spans = [span_of(page, f"s{at}", (at, at + 2)) for at in range(6)]
    file = saved(path, document_of(page, *spans))
    before = path.read_text("utf-8").splitlines()
    spans[3] = spans[3].replaced(label="LOC", note="改")
    file.save(document_of(page, *spans))
    diff = list(difflib.unified_diff(before, path.read_text("utf-8").splitlines(), n=0))[3:]
    assert [line[0] for line in diff] == ["-", "+"]
    assert "s3" in diff[0]


def test_a_tag_keeps_its_number_and_a_new_one_gets_that_of_its_id(path: Path) -> None:
    page = page_of()
    one, two, three = (span_of(page, name, (at, at + 2)) for name, at in (("a", 4), ("b", 6), ("c", 8)))
    numbered = {str(n): FIRST | TIMES | {"id": name} for n, name in enumerate("abc", 1)}
    written(path, spans=numbered)  # as earlier versions did
    file, _ = opened(path)
    file.save(document_of(page, one, three, span_of(page, "new", (0, 1))))
    fresh = str(number_of('["new"]'))
    assert {n: row["id"] for n, row in tables(path)["spans"].items()} == {"1": "a", "3": "c", fresh: "new"}
    file.save(document_of(page, one, two, three))  # taken back
    assert {n: row["id"] for n, row in tables(path)["spans"].items()} == {"1": "a", "2": "b", "3": "c"}


def test_tags_stand_in_the_order_of_the_text_whatever_their_numbers(path: Path) -> None:
    later = {"id": "b", "segments": [[6, 8]], "text": "三月"}
    written(path, spans={"1": FIRST | TIMES | later, "2": FIRST | TIMES})
    assert [span.id for span in opened(path)[1].spans] == ["a", "b"]


def test_a_tag_whose_text_is_another_is_an_orphan_and_stays_in_the_file(path: Path) -> None:
    page = page_of()
    saved(path, document_of(page, span_of(page, "a", (0, 5)), span_of(page, "b", (2, 3))))
    before = tables(path)["spans"]
    file, document = opened(path, page_of("又" + TEXT.replace("县", "州")))
    assert sorted(span.id for span in document.orphans) == ["a", "b"]
    assert document.spans == ()
    file.save(document.replaced(spans=(span_of(document.page, "c", (0, 1)),)))
    after = {key: {k: v for k, v in row.items() if k != "lost"} for key, row in tables(path)["spans"].items()}
    assert after.items() >= before.items()
    back = opened(path)[1]
    assert [span.id for span in back.spans] == ["a", "b"]
    assert [span.segments for span in back.spans] == [((0, 5),), ((2, 3),)]


def test_a_tag_beyond_the_end_of_a_page_that_became_shorter_is_an_orphan(path: Path) -> None:
    page = page_of()
    saved(path, document_of(page, span_of(page, "a", (20, 22))))
    _, document = opened(path, page_of(TEXT[:21]))
    assert [span.id for span in document.orphans] == ["a"]
    written(path, spans={"1": FIRST | TIMES | {"segments": [[90, 95]], "text": ""}})
    assert [span.id for span in opened(path)[1].orphans] == ["a"]


def test_a_relation_of_an_orphan_waits_in_the_file_until_its_ends_stand_again(path: Path) -> None:
    page = page_of()
    link = Relation(id="r", label="x", head="a", tail="b")
    spans = span_of(page, "a", (0, 5)), span_of(page, "b", (6, 8))
    saved(path, document_of(page, *spans, relations=(link,)))
    file, document = opened(path, page_of(TEXT.replace("三月", "四月")))
    assert document.relations == ()
    file.save(document)
    assert opened(path)[1].relations == (link,)


def test_a_second_record_with_an_id_is_carried_along(path: Path) -> None:
    twin = FIRST | TIMES | {"label": "LOC"}
    written(path, spans={"1": FIRST | TIMES, "2": twin})
    file, document = opened(path)
    assert [span.label for span in document.spans] == ["ORG"]
    file.save(document.replaced(spans=()))
    assert tables(path)["spans"] == {"2": twin}


def test_an_imported_tag_with_the_id_of_an_orphan_does_not_replace_it(path: Path) -> None:
    written(path, spans={"1": FIRST | TIMES | {"text": "别的"}})
    file, document = opened(path)
    file.save(document.replaced(spans=(span_of(document.page, "a", (0, 5)),)))
    assert sorted(row["text"] for row in tables(path)["spans"].values()) == ["临溪县工会", "别的"]


def test_what_this_version_does_not_know_is_carried_along(path: Path) -> None:
    extra = {"1": {"whatever": [1, {"深": None}]}}
    later = {"id": "a", "later": {"x": 1.5}}
    written(path, words=extra, meta={"7": META | {"later": 1}}, spans={"3": FIRST | TIMES | later})
    file, document = opened(path)
    file.save(document.replaced(progress={"p#1": Progress(state="doing")}))
    after = tables(path)
    assert after["words"] == extra
    assert after["meta"]["7"]["later"] == 1
    assert after["spans"] == {"3": FIRST | TIMES | later | ANCHOR}


def test_progress_goes_with_the_article_that_begins_where_it_began(path: Path) -> None:
    page = page_of()
    progress = {"p#2": Progress(state="done"), "p#1": Progress(note="一")}
    articles = division_of(page, 0, 6).articles
    saved(path, document_of(page, articles=articles, progress=progress))
    _, document = opened(path, page, division_of(page, 0, 3, 6))
    assert document.progress == {"p#3": Progress(state="done"), "p#1": Progress(note="一")}


def test_progress_of_an_article_that_is_gone_stays(path: Path) -> None:
    page = page_of()
    progress = {"p#2": Progress(state="done")}
    saved(path, document_of(page, articles=division_of(page, 0, 6).articles, progress=progress))
    file, document = opened(path)
    assert document.progress == progress
    file.save(document)
    assert list(tables(path)["articles"].values()) == [{"article": "p#2", "start": 6, "state": "done"}]


def test_two_records_for_one_article_are_both_kept(path: Path) -> None:
    rows = {
        "1": {"article": "p#1", "start": 3, "state": "doing"},
        "2": {"article": "p#9", "start": 0, "state": "done"},
    }
    written(path, articles=rows)
    file, document = opened(path)
    assert document.progress == {"p#1": Progress(state="done")}
    file.save(document)
    assert tables(path)["articles"]["1"] == rows["1"]
    assert tables(path)["articles"]["2"]["state"] == "done"


DAMAGED = {
    "empty": (b"", ":1: the annotations are damaged"),
    "cut": (b'{"meta": {"1": {"ver', ":1: the annotations are damaged"),
    "merge": (b'{\n"meta": {},\n<<<<<<< ours\n', ":3: the annotations are damaged"),
    "bytes": (b'{"meta": "\xff"}', "the annotations are damaged"),
    "twice": (b'{"meta": {"1": {"version": 1}, "1": {"version": 1}}}', "the key '1' stands there twice"),
    "list": (b"[]", "not an annotation file"),
    "flat": (b'{"meta": 1}', "not an annotation file"),
    "rows": (b'{"meta": {"1": 1}}', "not an annotation file"),
    "nothing": (b"{}", "not an annotation file"),
    "nan": (b'{"spans": {"1": {"score": NaN}}}', "NaN is no number of JSON"),
    "deep": (b'{"a":' * 100_000, "the annotations are damaged"),
}
HEADLESS: dict[str, tuple[dict[str, Any], str]] = {
    "version": ({"meta": {"1": META | {"version": "1"}}}, "record meta 1.version"),
    "nought": ({"meta": {"1": META | {"version": 0}}}, "record meta 1.version"),
    "below": ({"meta": {"1": META | {"version": -1}}}, "record meta 1.version"),
    "truth": ({"meta": {"1": META | {"version": True}}}, "record meta 1.version"),
    "metas": ({"meta": {"1": META, "2": META}}, "not an annotation file"),
}
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "field": ({"spans": {"4": FIRST}}, "record spans 4.created"),
    "segments": ({"spans": {"4": FIRST | TIMES | {"segments": [[3, 1]]}}}, "record spans 4.segments"),
    "relation": ({"relations": {"1": {"id": "r"}}}, "record relations 1.label"),
    "article": ({"articles": {"1": {"article": "p#1", "state": "perhaps"}}}, "record articles 1.state"),
    "start": ({"articles": {"1": {"article": "p#1", "start": []}}}, "record articles 1.start"),
}


@pytest.mark.parametrize("case", [*DAMAGED, *HEADLESS])
def test_a_file_that_cannot_be_used_is_named_and_never_overwritten(case: str, path: Path) -> None:
    if case in DAMAGED:
        before, message = DAMAGED[case]
        path.write_bytes(before)
    else:
        changes, message = HEADLESS[case]
        before = written(path, **changes)
    page, file = page_of(), AnnotationFile(path)
    with pytest.raises(StoreError, match=re.escape(message)) as caught:
        file.load(page, division_of(page), "ling")
    assert str(caught.value).startswith(str(path))
    with pytest.raises(StoreError, match="not overwritten"):
        file.save(document_of(page, span_of(page, "a", (0, 5))))
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["p.json"]


@pytest.mark.parametrize("case", WRONG)
def test_a_record_that_cannot_be_used_is_named_and_kept_and_the_rest_opens(case: str, path: Path) -> None:
    changes, message = WRONG[case]
    ((table, bad),) = changes.items()
    written(path, **{table: {"77": FIRST | TIMES | {"id": "good"}} | bad if table == "spans" else bad})
    file, document = opened(path)
    [problem] = file.kept.problems
    assert message in str(problem)
    assert str(problem).startswith(f"{path}: ")
    assert [span.id for span in document.spans] == (["good"] if table == "spans" else ["a"])
    file.save(document.replaced(spans=()))
    assert list(tables(path)[table].values()) == list(bad.values())


@pytest.mark.parametrize("number", ["x", "01", "9" * 5000])
def test_a_record_without_a_whole_number_gets_one(number: str, path: Path) -> None:
    written(path, spans={number: FIRST | TIMES, "7": FIRST | TIMES | {"id": "b"}})
    file, document = opened(path)
    assert f"record spans {number[:20]} is not a whole number; it was changed to 8" in str(
        file.kept.problems[0]
    )
    file.save(document)
    assert {key: row["id"] for key, row in tables(path)["spans"].items()} == {"7": "b", "8": "a"}


def test_each_of_several_records_without_a_whole_number_gets_one(path: Path) -> None:
    rows = {name: FIRST | TIMES | {"id": name} for name in ("x", "01", "-3", "5")}
    written(path, spans=rows)
    file, document = opened(path)
    assert len(file.kept.problems) == 3
    assert sorted(span.id for span in document.spans) == sorted(rows)
    file.save(document)
    found = {row["id"]: int(key) for key, row in tables(path)["spans"].items()}
    assert (found["5"], {found[name] for name in rows if name != "5"}) == (5, {6, 7, 8})


def test_a_file_of_a_newer_version_opens_as_far_as_it_is_understood_and_is_never_written(path: Path) -> None:
    strange = {"id": "b", "where": "somewhere"}
    before = written(path, meta={"1": META | {"version": 3}}, spans={"1": FIRST | TIMES, "2": strange})
    file, document = opened(path)
    assert [span.id for span in document.spans] == ["a"]
    with pytest.raises(StoreError, match="have version 3, this piyue reads up to 2; they are read only"):
        file.save(document.replaced(spans=()))
    assert path.read_bytes() == before


def test_a_file_of_an_older_version_is_kept_when_the_new_one_is_written(path: Path) -> None:
    before = written(path)
    file, document = opened(path)
    for spans in ((), document.spans):
        file.save(document.replaced(spans=spans))
    assert tables(path)["meta"]["1"]["version"] == 2
    [kept] = path.parent.rglob("version-*.json")
    assert (kept.name, kept.read_bytes()) == ("version-1.json", before)
    assert opened(path)[1] == document


def test_a_file_that_somebody_else_changed_is_not_overwritten(path: Path) -> None:
    page = page_of()
    saved(path, document_of(page, span_of(page, "a", (0, 5))))
    (ours, mine), (theirs, other) = opened(path), opened(path)
    theirs.save(other.replaced(spans=()))
    after = path.read_bytes()
    with pytest.raises(StoreError, match="another program changed this file"):
        ours.save(mine)
    assert path.read_bytes() == after


def test_a_file_that_is_being_saved_is_not_taken_for_one_that_somebody_else_changed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of()
    file, document = opened(path)
    asked: list[Future[bool]] = []

    def replaced(*args: Any) -> Any:
        there = replace(*args)
        asked.append(threads.submit(lambda: file.is_current))
        wait(asked, timeout=0.1)  # an answer that comes now is wrong
        return there

    monkeypatch.setattr(storage, "replace", replaced)
    with ThreadPoolExecutor() as threads:
        file.save(document.replaced(spans=(span_of(page, "a", (0, 5)),)))
        assert [answer.result() for answer in asked] == [True]


def test_a_file_that_somebody_else_removed_is_not_made_again(path: Path) -> None:
    page = page_of()
    file = saved(path, document_of(page, span_of(page, "a", (0, 5))))
    path.unlink()
    with pytest.raises(StoreError, match="another program changed this file"):
        file.save(document_of(page))
    assert not path.exists()


def test_nothing_is_saved_of_a_page_without_tags_unless_there_is_a_file(path: Path) -> None:
    file, document = opened(path)
    assert not file.needs(document)
    tagged = document.replaced(spans=(span_of(document.page, "a", (0, 5)),))
    for decided in (
        tagged,
        document.replaced(orphans=tagged.spans),
        document.replaced(progress={"p#1": Progress(state="doing")}),
        document.replaced(relations=(Relation(id="r", label="x", head="a", tail="a"),)),
    ):
        assert file.needs(decided)
    AnnotationFile(path).save(tagged)  # another program's
    assert file.needs(document)
    again, _ = opened(path)
    assert again.needs(document)


def test_what_a_journal_says_is_done_unless_it_was_undone_since(path: Path) -> None:
    file, document = opened(path)
    page = document.page
    kept, gone = span_of(page, "kept", (0, 5)), span_of(page, "gone", (6, 8))
    file.save(document.replaced(spans=(kept,)))
    records = {span.id: plain(span) for span in (kept, gone)}
    changes = [
        {"spans": {"gone": records["gone"] | {"note": "x"}}},
        {"spans": {"new": records["gone"] | {"id": "new"}}},
    ]
    cases: list[tuple[Any, list[str]]] = [
        ([{"spans": {"gone": records["gone"]}}, {"spans": {}}], ["kept", "new"]),
        ([None, None], ["gone", "kept", "new"]),
        (None, ["gone", "kept", "new"]),
    ]
    for was, found in cases:
        changed = file.changed(document.replaced(spans=(kept,)), division_of(page), changes, was)
        assert sorted(span.id for span in changed.spans) == found
