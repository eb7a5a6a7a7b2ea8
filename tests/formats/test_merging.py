"""What an import adds to a page, what was there already, and what is refused and why."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.formats.test_native import exported, parsed
from tests.store.building import division_of, document_of, page_of, span_of
from tui.edit.repair import SetReads
from tui.formats.common import adopting
from tui.formats.common.adopting import Adopted, adopt_state
from tui.formats.common.entries import Wanted, entries
from tui.formats.common.flat_article import Link, Mark, flat_article_of, put_right
from tui.formats.common.loss_report import ExportReport, ImportReport, Refusal
from tui.formats.common.merging import DocumentMerger
from tui.formats.common.native_schema import ArticleRecord
from tui.formats.common.record_merging import merge_records
from tui.formats.native import encode
from tui.model import DEFAULT_LABELS, Document, Progress, Relation, Span
from tui.model.labels import DEFAULT_RELATIONS

TEXT = "临溪县总工会新建工会36家。\n东河县总工会慰问职工。\n"
PAGE = page_of(TEXT)
SECOND = TEXT.index("东")
ARTICLES = division_of(PAGE, 0, SECOND).articles
LATER = datetime(2026, 4, 1, tzinfo=UTC)


def document(*spans: Span, **fields: Any) -> Document:
    return document_of(PAGE, *spans, **{"articles": ARTICLES} | fields)


def records(of: Document) -> list[ArticleRecord]:
    return parsed("jsonl", exported("jsonl", [of])[0])[0]


def merged(found: list[ArticleRecord], into: Document) -> tuple[Document, ImportReport, list[Refusal]]:
    refusals: list[Refusal] = []
    report = ImportReport(refusals.append)
    merger = DocumentMerger(into, DEFAULT_LABELS, report, relations=DEFAULT_RELATIONS)
    back, waiting = merge_records(merger, found)
    assert waiting == ()
    return back, report, refusals


UNION, COUNT = span_of(PAGE, "a", (0, 6)), span_of(PAGE, "m", (10, 13), label="METRIC")


@pytest.mark.parametrize(
    "other",
    [
        {"label": "LOC"},
        {"note": "看"},
        {"attributes": {"level": "县"}},
        {"segments": ((0, 3),), "text": "临溪县"},
        {"text": "临河县总工会"},
    ],
)
def test_a_tag_under_a_known_id_that_says_something_else_is_refused(other: Mapping[str, Any]) -> None:
    back, report, refusals = merged(records(document(UNION.replaced(**other))), document(UNION))
    assert back.spans == (UNION,)
    assert [(one.what, one.id, one.reason) for one in refusals] == [("span", "a", "taken")]
    assert not report.added


@pytest.mark.parametrize(
    "other", [{"annotator": "wang"}, {"updated": LATER}, {"origin": "model", "score": 0.5}]
)
def test_who_and_when_make_no_other_tag(other: Mapping[str, Any]) -> None:
    back, report, refusals = merged(records(document(UNION.replaced(**other))), document(UNION))
    assert (back.spans, refusals, report.there["span"]) == ((UNION,), [], 1)


def test_a_relation_under_a_known_id_that_leads_elsewhere_is_refused() -> None:
    here, there = (Relation(id="r", label=label, head="m", tail="a") for label in ("subject", "indicator"))
    mine, theirs = document(UNION, COUNT, relations=(here,)), document(UNION, COUNT, relations=(there,))
    back, _, refusals = merged(records(theirs), mine)
    assert back.relations == (here,)
    assert [(one.what, one.id, one.reason) for one in refusals] == [("relation", "r", "taken")]
    _, report, refusals = merged(records(mine), mine)
    assert (report.there["relation"], refusals) == (1, [])


def test_a_tag_of_the_same_label_and_place_is_there_under_its_own_id_and_so_are_its_relations() -> None:
    def related(head: str, tail: str, key: str) -> Relation:
        return Relation(id=key, label="subject", head=head, tail=tail)

    union, count = UNION.replaced(id="x"), COUNT.replaced(id="y")
    theirs = document(union, count, relations=(related("y", "x", "s"),))
    mine = document(UNION, COUNT, relations=(related("m", "a", "r"),))
    back, report, refusals = merged(records(theirs), mine)
    assert (back, refusals) == (mine, [])
    assert (report.there["span"], report.there["relation"]) == (2, 1)
    back, report, refusals = merged(records(theirs), document(UNION, COUNT))
    assert back.relations == (related("m", "a", "s"),)
    back, _, refusals = merged(records(document(union.replaced(note="看"))), mine)
    assert [(one.what, one.id, one.reason) for one in refusals] == [("span", "x", "taken")]


def test_two_tags_of_one_label_and_place_come_back_as_two() -> None:
    twins = document(UNION, UNION.replaced(id="b"))
    for mine in (document(), document(UNION), twins):
        back, _, refusals = merged(records(twins), mine)
        assert ({span.id for span in back.spans}, refusals) == ({"a", "b"}, [])


def test_a_relation_waits_for_its_ends() -> None:
    relation = Relation(id="r", label="subject", head="m", tail="gone")
    merger = DocumentMerger(document(COUNT), DEFAULT_LABELS, ImportReport())
    assert merger.relate([relation]).waiting == (relation,)
    assert merger.relate([relation.replaced(tail="m")]).waiting == ()
    assert [one.tail for one in merger.document.relations] == ["m"]


def test_a_kind_of_relation_that_the_project_lacks_is_kept_and_counted() -> None:
    relations = tuple(Relation(id=key, label=key, head="m", tail="a") for key in ("subject", "beyond"))
    theirs = document(UNION, COUNT, relations=relations)
    back, report, _ = merged(records(theirs), document())
    assert len(back.relations) == 2
    assert report.unknown == {("relation", "beyond"): 1}
    merger = DocumentMerger(document(), DEFAULT_LABELS, report := ImportReport())
    merge_records(merger, records(theirs))
    assert report.unknown == {}


DONE = Progress(state="done", note="看", seconds=5, labels={"topic": ("工会", "职工")})


@pytest.mark.parametrize(
    ("known", "said", "expected"),
    [
        (None, Progress(state="done"), "added"),
        (None, Progress(note="看"), "added"),
        (DONE, DONE, "there"),
        (DONE, DONE.replaced(seconds=9), "there"),
        (DONE, DONE.replaced(labels={"topic": ("职工", "工会")}), "there"),
        (DONE, DONE.replaced(state="skipped"), "taken"),
        (DONE, DONE.replaced(note="别"), "taken"),
        (DONE, DONE.replaced(labels={"topic": ("工会",)}), "taken"),
        (DONE, DONE.replaced(labels={}), "taken"),
    ],
)
def test_how_far_an_article_is_is_taken_where_nobody_says_it(
    known: Progress | None, said: Progress, expected: str
) -> None:
    mine = document(progress={} if known is None else {"p#1": known})
    back, report, refusals = merged(records(document(progress={"p#1": said})), mine)
    assert back.progress == ({"p#1": said} if known is None else {"p#1": known})
    assert [one.reason for one in refusals] == ["taken"] * (expected == "taken")
    assert report.added["state"] == (expected == "added")
    assert report.there["state"] == (expected == "there")


def test_an_article_of_which_nothing_is_said_stays_as_it_is() -> None:
    mine = document(progress={"p#1": DONE})
    back, report, refusals = merged(records(document()), mine)
    assert (back.progress, report.there["state"], refusals) == (mine.progress, 0, [])


def test_the_state_of_an_article_with_other_borders_here_is_refused() -> None:
    theirs = document(progress={"p#2": DONE})
    mine = document(articles=division_of(PAGE, 0, SECOND - 3).articles)
    _, _, refusals = merged(records(theirs), mine)
    assert [(one.what, one.id, one.reason) for one in refusals] == [("state", "p#2", "article")]


def test_a_lost_tag_comes_back_as_one_or_stands_again() -> None:
    lost = UNION.replaced(text="临溪县工会甲")
    theirs = document().replaced(orphans=(lost, COUNT.replaced(label="NEW", text=COUNT.text)))
    back, report, refusals = merged(records(theirs), document())
    assert [span.id for span in back.orphans] == ["a"]
    assert [span.id for span in back.spans] == ["m"]
    assert (report.added["span"], refusals) == (2, [])
    assert report.unknown == {("span", "NEW"): 1}
    again, report, refusals = merged(records(theirs), back)
    assert again is back
    assert (report.there["span"], refusals) == (2, [])


def test_a_tag_of_the_same_file_that_does_not_stand_there_is_refused_by_its_quote() -> None:
    (record, *_) = records(document(UNION))
    wrong = record.spans[0].replaced(text="东河县总工会")
    _, _, refusals = merged([record.replaced(spans=(wrong,))], document())
    assert [(one.reason, one.detail) for one in refusals] == [("quote", "[(0, 6)]")]


def test_a_tag_without_a_place_in_its_text_is_lost_only_where_it_was_before() -> None:
    (record, *_) = records(document(span_of(PAGE, "b", (0, 2), (8, 10))))
    (broken,) = record.unplaced.spans
    wrong = broken.replaced(text="别的")
    for why, reasons, lost in (("broken", ["quote"], []), ("orphan", [], ["b"])):
        unplaced = record.unplaced.replaced(spans=(wrong.replaced(why=why),))
        back, _, refusals = merged([record.replaced(unplaced=unplaced)], document())
        assert [one.reason for one in refusals] == reasons
        assert ([span.id for span in back.spans], [span.id for span in back.orphans]) == ([], lost)
    back, _, refusals = merged([record], document())
    assert ([span.id for span in back.spans], refusals) == (["b"], [])


# Readings


def misread(*pins: tuple[int, int, str]) -> Document:
    found = document(COUNT)
    for start, end, reads in pins:
        found, _ = SetReads((((start, end),),), reads).apply(found)
    return found


@pytest.mark.parametrize("applied", [False, True])
def test_what_misread_text_should_read_is_taken_where_nobody_says_it(applied: bool) -> None:
    theirs = misread((2, 3, "省"), (6, 8, "新成立的"))
    if applied:
        found = [put_right(flat_article_of(entry)) for entry in entries([theirs], ExportReport())]
        rows = parsed("jsonl", b"\n".join(map(encode, found)))[0]
        assert rows[0].text.startswith("临溪省总工会新成立的工会36家")
    else:
        rows = records(theirs)
    back, report, refusals = merged(rows, document())
    assert back.corrections.reads == theirs.corrections.reads
    assert (report.added["reading"], refusals) == (2, [])
    _, report, refusals = merged(rows, back)
    assert (report.there["reading"], report.added["reading"], refusals) == (2, 0, [])


@pytest.mark.parametrize("pin", [(2, 3, "市"), (1, 3, "溪省"), (2, 4, "省总")])
def test_misread_text_that_should_read_something_else_here_is_refused(pin: tuple[int, int, str]) -> None:
    mine = misread(pin)
    back, _, refusals = merged(records(misread((2, 3, "省"))), mine)
    assert back.corrections == mine.corrections
    assert [(one.what, one.text, one.reason) for one in refusals] == [("reading", "县", "taken")]


def test_a_record_without_blocks_says_nothing() -> None:
    (record, *_) = records(document())
    empty = record.replaced(blocks=(), spans=(), state="todo", progress=None)
    assert merged([empty], document(UNION))[::2] == (document(UNION), [])


def test_misread_text_that_does_not_stand_here_is_refused() -> None:
    rows = records(misread((2, 3, "省")))
    other = TEXT.replace("县总工会新", "市总工会新")
    page = page_of(other)
    mine = document_of(page, articles=division_of(page, 0, SECOND).articles)
    _, _, refusals = merged(rows, mine)
    assert ("reading", "县", "blocks") in [(one.what, one.text, one.reason) for one in refusals]
    moved = document(articles=division_of(PAGE, 2, SECOND).articles)
    _, _, refusals = merged(rows, moved)
    assert ("reading", "县", "blocks") in [(one.what, one.text, one.reason) for one in refusals]


# What other programs tagged


def adopt(
    into: Document,
    *found: tuple[Mark, tuple[tuple[int, int], ...]],
    keeps: bool = False,
    links: tuple[Link, ...] = (),
) -> tuple[Document, ImportReport, list[Refusal]]:
    refusals: list[Refusal] = []
    report = ImportReport(refusals.append)
    merger = DocumentMerger(into, DEFAULT_LABELS, report)
    places = [Adopted(mark, segments, keeps) for mark, segments in found]
    adopting.adopt(merger, places, links, LATER)
    return merger.document, report, refusals


MARK = Mark("x", "ORG", ((0, 6),))


@pytest.mark.parametrize(
    ("known", "said", "same"),
    [
        ({}, {}, True),
        ({"note": "看"}, {}, True),
        ({"note": "看"}, {"note": "看"}, True),
        ({}, {"note": "看"}, False),
        ({"note": "看"}, {"note": "别"}, False),
        ({"attributes": {"level": "县"}}, {}, True),
        ({"attributes": {"level": "县"}}, {"attributes": {"level": "县"}}, True),
        ({"attributes": {"level": "县"}}, {"attributes": {"level": "省"}}, False),
        ({}, {"attributes": {"level": "县"}}, False),
    ],
)
def test_another_program_s_tag_is_there_if_it_says_no_more(
    known: dict[str, Any], said: dict[str, Any], same: bool
) -> None:
    mine = document(UNION.replaced(**known))
    back, report, refusals = adopt(mine, (MARK.replaced(**said), ((0, 6),)))
    assert back is mine
    assert (report.there["span"], [one.reason for one in refusals]) == (int(same), [] if same else ["taken"])


@pytest.mark.parametrize(("label", "place"), [("LOC", ((0, 6),)), ("ORG", ((0, 3),))])
def test_another_label_or_place_is_another_tag(label: str, place: tuple[tuple[int, int], ...]) -> None:
    back, report, _ = adopt(document(UNION), (MARK.replaced(label=label, score=0.5), place))
    (added,) = [span for span in back.spans if span.id != "a"]
    assert (added.label, added.segments, added.origin, added.score) == (label, place, "import", 0.5)
    assert (added.created, added.updated) == (LATER, LATER)
    assert report.added["span"] == 1


def test_an_id_is_kept_if_the_format_has_ours_and_it_is_free() -> None:
    for keeps, into, key, expected in (
        (True, document(), "x", True), (False, document(), "x", False), (True, document(), "", False),
        (True, document(span_of(PAGE, "x", (0, 3))), "x", False),
    ):  # fmt: skip
        back, _, _ = adopt(into, (MARK.replaced(id=key), ((0, 6),)), keeps=keeps)
        (added,) = [span for span in back.spans if span.segments == ((0, 6),)]
        assert (added.id == key) is expected
    one, two = (adopt(document(), (MARK, ((0, 6),)))[0].spans[0].id for _ in range(2))
    assert one == two


def test_a_metric_of_another_program_gets_its_value() -> None:
    back, _, _ = adopt(document(), (Mark("x", "METRIC", ((10, 13),)), ((10, 13),)))
    assert back.spans[0].attributes["value"] == "36"
    assert back.spans[0].attributes["unit"] == "家"


def test_relations_of_another_program_lead_to_what_its_tags_are_here() -> None:
    marks = ((MARK, ((0, 6),)), (Mark("y", "METRIC", ((10, 13),)), ((10, 13),)))
    links = (Link("l", "subject", "y", "x"), Link("", "subject", "y", "x"), Link("n", "subject", "y", "gone"))
    back, report, refusals = adopt(document(UNION), *marks, links=links)
    metric = next(span for span in back.spans if span.label == "METRIC")
    assert [(one.id, one.label, one.head, one.tail) for one in back.relations] == [
        ("l", "subject", metric.id, "a")
    ]
    assert (report.added["relation"], report.there["relation"]) == (1, 1)
    assert [(one.what, one.id, one.reason) for one in refusals] == [("relation", "n", "ends")]
    other = (Link("l", "indicator", "y", "x"), Link("", "period", "y", "x"))
    more, _, _ = adopt(back, *marks, links=other)
    assert len({one.id for one in more.relations}) == 3


@pytest.mark.parametrize(
    ("known", "said", "expected"),
    [
        (None, "done", "added"),
        (None, "todo", ""),
        ("done", "done", "there"),
        ("done", "skipped", "taken"),
        ("done", "todo", "taken"),
    ],
)
def test_a_state_of_another_program_is_taken_where_nobody_says_one(
    known: Any, said: Any, expected: str
) -> None:
    refusals: list[Refusal] = []
    report = ImportReport(refusals.append)
    mine = document(progress={"p#1": Progress(state=known)} if known else {})
    merger = DocumentMerger(mine, DEFAULT_LABELS, report)
    adopt_state(merger, "p#1", said)
    assert merger.document.progress_of("p#1").state == (known or said)
    assert (report.added["state"], report.there["state"]) == (expected == "added", expected == "there")
    assert [one.reason for one in refusals] == ["taken"] * (expected == "taken")


# What an export has of a page


def told(of: Document, wanted: Wanted = Wanted()) -> list[tuple[str, str, str, str]]:  # noqa: B008
    return [(loss.what, loss.id, loss.reason, loss.fate) for loss in exported("jsonl", [of], wanted)[1]]


def kept_out(start: int, end: int) -> Document:
    """The page without what stands in a range, which is furniture."""
    found = document(UNION, COUNT)
    first = found.articles[0]
    blocks = (first.blocks[0].replaced(segments=((0, start), (end, SECOND))),)
    return found.replaced(articles=(first.replaced(blocks=blocks), found.articles[1]))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (((6, 8),), []),
        (((6, 7),), [("span", "x", "furniture", "aside")]),
        (((5, 7),), [("span", "x", "broken", "aside")]),
        (((4, 6), (8, 9)), []),
        (((4, 6), (9, 10)), []),
        (((9, 10), (16, 18)), [("span", "x", "broken", "aside")]),
    ],
)
def test_a_tag_is_shown_by_the_article_in_which_it_is_whole(
    place: tuple[tuple[int, int], ...], expected: list[Any]
) -> None:
    base = kept_out(6, 8) if expected or len(place) > 1 else document()
    assert told(base.replaced(spans=(span_of(PAGE, "x", *place),))) == expected


def test_a_lost_tag_is_set_aside_with_the_first_article() -> None:
    lost = UNION.replaced(text="别的什么东西呢", note="看", attributes={"a": 1})
    assert told(document().replaced(orphans=(lost,))) == [("span", "a", "orphan", "aside")]
    assert told(document().replaced(orphans=(lost,)), Wanted(labels=frozenset({"LOC"}))) == []
    assert told(document().replaced(orphans=(lost,)), Wanted(unplaced=False)) == [
        ("span", "a", "orphan", "lost")
    ]
    assert told(document(articles=()).replaced(orphans=(lost,))) == [("span", "a", "orphan", "lost")]
    assert told(document().replaced(orphans=(lost,)), Wanted(states=frozenset({"done"}))) == []


@pytest.mark.parametrize(
    ("head", "tail", "wanted", "expected"),
    [
        ("m", "a", Wanted(), []),
        ("m", "s", Wanted(), [("relation", "r", "far", "aside")]),
        ("m", "s", Wanted(unplaced=False), [("relation", "r", "far", "lost")]),
        ("m", "f", Wanted(), [("relation", "r", "far", "aside")]),
        ("m", "s", Wanted(states=frozenset({"done"})), [("relation", "r", "far", "lost")]),
        ("s", "m", Wanted(states=frozenset({"done"})), []),
        ("m", "a", Wanted(labels=frozenset({"METRIC"})), []),
        ("m", "s", Wanted(labels=frozenset({"METRIC"})), []),
    ],
)
def test_a_relation_goes_with_the_article_of_its_ends(
    head: str, tail: str, wanted: Wanted, expected: list[Any]
) -> None:
    base = kept_out(6, 8)
    second, furniture = span_of(PAGE, "s", (SECOND, SECOND + 3)), span_of(PAGE, "f", (6, 8))
    relation = Relation(id="r", label="subject", head=head, tail=tail)
    progress = {"p#1": Progress(state="done")}
    every = base.replaced(spans=(UNION, furniture, COUNT, second), relations=(relation,), progress=progress)
    assert [loss for loss in told(every, wanted) if loss[0] == "relation"] == expected
    rows = parsed("jsonl", exported("jsonl", [every], wanted)[0])[0]
    shown = [one.id for row in rows for one in row.relations]
    assert shown == ["r"] * (head == "m" and tail == "a" and not wanted.labels)


def test_the_state_of_an_article_that_is_gone_is_said_unless_states_were_chosen() -> None:
    gone = document(progress={"p#9": DONE})
    assert told(gone) == [("state", "p#9", "gone", "lost")]
    assert told(gone, Wanted(states=frozenset({"todo"}))) == []
