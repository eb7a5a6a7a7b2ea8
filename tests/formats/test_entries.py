"""What of a page goes into an export: what is wanted of it, and what is said of the rest."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.formats.carrying import written
from tests.measure.test_series import YEARS, row
from tests.store.building import division_of, document_of, page_of, span_of
from tui.errors import FormatError, PiyueError
from tui.formats.common.chart_svg import COLOURS, svg
from tui.formats.common.entries import ALL, Entry, Wanted, entries
from tui.formats.common.flat_article import FlatArticle, Mark
from tui.formats.common.json_fields import annotator_of, attributes_of, field, span
from tui.formats.common.loss_report import ExportReport, Loss, What
from tui.formats.common.splits import date_of
from tui.formats.common.token_joining import joined
from tui.formats.registry import format_named
from tui.measure.series import series_of
from tui.model import Document, Progress, Relation

PAGE = page_of("甲桥今天通车\n乙市昨天开张\n")
ARTICLES = division_of(PAGE, 0, 7).articles


def document() -> Document:
    """Two articles, the first of them done; relations within the first, to the second, and back."""
    return document_of(
        PAGE,
        span_of(PAGE, "a", (0, 2), label="LOC", note="桥"),
        span_of(PAGE, "b", (2, 4), label="TIME", attributes={"interval": "2033"}),
        span_of(PAGE, "c", (4, 6), label="EVENT"),
        span_of(PAGE, "d", (7, 9), label="LOC"),
        articles=ARTICLES,
        relations=(
            Relation(id="r1", label="period", head="c", tail="b"),
            Relation(id="r2", label="subject", head="c", tail="a"),
            Relation(id="r3", label="subject", head="c", tail="d"),
            Relation(id="r4", label="subject", head="d", tail="c"),
        ),
        progress={"p#1": Progress(state="done")},
    )


def exported(wanted: Wanted = ALL) -> tuple[list[Entry], list[Loss], ExportReport]:
    losses: list[Loss] = []
    report = ExportReport(losses.append)
    return list(entries([document()], report, wanted)), losses, report


def said(found: list[Entry]) -> list[tuple[str, list[str], list[str], list[str]]]:
    """Of each article: its tags, its relations, and those that lead out of it."""
    return [
        (
            entry.article.id,
            [placed.span.id for placed in entry.spans],
            [relation.id for relation in entry.relations],
            [relation.id for relation in entry.far],
        )
        for entry in found
    ]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ALL, [("p#1", ["a", "b", "c"], ["r1", "r2"], ["r3"]), ("p#2", ["d"], [], ["r4"])]),
        (Wanted(states=frozenset(("done",))), [("p#1", ["a", "b", "c"], ["r1", "r2"], [])]),
        (Wanted(states=frozenset(("todo",))), [("p#2", ["d"], [], [])]),
        (Wanted(states=frozenset(("skipped",))), []),
        (
            Wanted(labels=frozenset(("LOC", "EVENT"))),
            [("p#1", ["a", "c"], ["r2"], ["r3"]), ("p#2", ["d"], [], ["r4"])],
        ),
        (Wanted(labels=frozenset(("TIME",))), [("p#1", ["b"], [], []), ("p#2", [], [], [])]),
        (Wanted(unplaced=False), [("p#1", ["a", "b", "c"], ["r1", "r2"], []), ("p#2", ["d"], [], [])]),
    ],
)
def test_what_is_wanted_goes_out(wanted: Wanted, expected: list[Any]) -> None:
    assert said(exported(wanted)[0]) == expected


TALLIES: list[tuple[Wanted, dict[What, tuple[int, int]]]] = [
    (ALL, {"article": (2, 2), "span": (4, 4), "relation": (4, 2), "attributes": (1, 1), "note": (1, 1)}),
    (Wanted(states=frozenset(("done",))), {"article": (1, 1), "span": (3, 3), "relation": (3, 2)}),
    (Wanted(labels=frozenset(("TIME",))), {"span": (1, 1), "relation": (0, 0), "note": (0, 0)}),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "expected"), TALLIES)
def test_a_report_counts_what_there_was_and_what_went_out_whole(
    wanted: Wanted, expected: dict[What, tuple[int, int]]
) -> None:
    report = exported(wanted)[2]
    tallies = {what: report.tally(what) for what in expected}
    assert {what: (tally["total"], tally["whole"]) for what, tally in tallies.items()} == expected


def test_what_does_not_go_out_is_named() -> None:
    assert [(loss.what, loss.id, loss.fate) for loss in exported()[1]] == [
        ("relation", "r3", "aside"),
        ("relation", "r4", "aside"),
    ]
    losses = exported(Wanted(unplaced=False))[1]
    assert {(loss.id, loss.fate) for loss in losses} == {("r3", "lost"), ("r4", "lost")}
    losses = exported(Wanted(states=frozenset(("done",))))[1]
    assert [(loss.id, loss.fate) for loss in losses] == [("r3", "lost")]


@pytest.mark.parametrize(
    ("value", "default", "expected"),
    [({"a": 1}, ..., 1), ({"a": 1}, 2, 1), ({}, 2, 2), ({"a": None}, 2, 2), (None, 2, 2), ([7], 2, 2)],
)
def test_a_field_that_is_not_there_or_empty_is_its_default(value: Any, default: Any, expected: int) -> None:
    assert field(value, "a", int, "x", 1, default) == expected


@pytest.mark.parametrize("value", [{}, {"a": None}, {"a": "1"}, {"a": True}, {"a": 1.0}, [], None])
def test_a_field_that_must_be_there_is_refused_where_it_is_not(value: Any) -> None:
    with pytest.raises(FormatError, match="a"):
        field(value, "a", int, "x", 1)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 5)])
def test_a_range_lies_in_its_text(start: int, end: int) -> None:
    assert span(0, 4, "甲桥通车", "x", 1) == ((0, 4),)
    with pytest.raises(FormatError, match="no range within"):
        span(start, end, "甲桥通车", "x", 1)


def test_attributes_are_plain_values_by_name() -> None:
    plain = {"a": None, "b": True, "c": 3, "d": "x"}
    assert attributes_of({**plain, "e": [1], "f": {"g": 1}}) == plain
    assert attributes_of({1: "x"}) == {"1": "x"}
    assert attributes_of(["a"]) == attributes_of(None) == {}


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, ""), (True, ""), ([1], ""), (7, "user-7"), ("ling", "ling"), ("li ng/x", "li-ng-x"),
        ("..ling.", "ling"), ({"email": "a@b.cn", "id": 3}, "a@b.cn"),
        ({"email": "", "username": "zhou"}, "zhou"),
        ({"id": 3}, "user-3"), ({}, ""), ("x" * 70, "x" * 64),
    ],
)  # fmt: skip
def test_a_user_of_another_program_becomes_a_folder_s_name(value: Any, name: str) -> None:
    assert annotator_of(value) == name


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("rb_19991231", "1999-12-31"), ("rb-2033_05_01", "2033-05-01"), ("20330930x", "2033-09-30"),
        ("20331010", "2033-10-10"), ("20330501-20330502", "2033-05-01"), ("18991231", ""), ("21000101", ""),
        ("20331301", ""), ("20330532", ""), ("20330500", ""), ("120330501", ""), ("203305011", ""),
    ],
)  # fmt: skip
def test_a_day_in_the_name_of_a_page(page: str, day: str) -> None:
    assert date_of(page) == day


@pytest.mark.parametrize(
    ("tokens_", "text", "ranges"),
    [
        (["老桥", "通车"], "老桥通车", [(0, 2), (2, 4)]),
        (["GDP", "up", "增长"], "GDP up增长", [(0, 3), (4, 6), (6, 8)]),
        (["A", "B"], "AB", [(0, 1), (1, 2)]),
        (["A", "B", "桥梁"], "A B桥梁", [(0, 1), (2, 3), (3, 5)]),
        (["3", "5", "桥梁"], "35桥梁", [(0, 1), (1, 2), (2, 4)]),
        (["35", "6", "桥"], "35 6桥", [(0, 2), (3, 4), (4, 5)]),
        (["ab", "", "cd"], "abcd", [(0, 2), (2, 2), (2, 4)]),
        (["", "ab"], "ab", [(0, 0), (0, 2)]),
        ([], "", []),
    ],
)
def test_a_blank_parts_latin_words_only(tokens_: list[str], text: str, ranges: list[tuple[int, int]]) -> None:
    assert joined(tokens_) == (text, ranges)


def test_the_picture_has_a_line_of_its_colour_for_each_subject_and_a_circle_for_each_point() -> None:
    other = row("20", "2023-01-01/2023-12-31", subject="密云区")
    picture = svg(series_of([*YEARS, other], other), other)
    strokes = re.findall(r'<polyline points="([^"]+)" fill="none" stroke="(#\w+)"', picture)
    assert [(len(points.split()), colour) for points, colour in strokes] == [(1, COLOURS[0]), (2, COLOURS[1])]
    assert picture.count("<circle") == 3
    assert [
        picture.count(f">{name}<") for name in ("密云区", "顺义区", "2022-12-31", "2023-12-31", "92", "0")
    ] == [
        *(1, 1, 1, 1),
        *(2, 1),
    ]
    assert len(set(COLOURS)) == 7
    years = [row("1", "2023-01-01/2023-12-31", subject=f"s{n}") for n in range(8)]
    assert re.findall(r'stroke="(#\w+)" stroke-width', svg(series_of(years, years[0]), years[0])) == [
        *COLOURS,
        COLOURS[0],
    ]
    with pytest.raises(PiyueError):
        svg([], other)


@pytest.mark.slow
def test_each_tag_is_an_entity_of_spacy_the_outermost_of_nested_ones(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    marks = [("a", "LOC", (0, 2)), ("b", "TIME", (2, 4)), ("c", "EVENT", (4, 6)), ("d", "LOC", (4, 5))]
    sheet = FlatArticle("p#1", "甲桥今天通车", tuple(Mark(id_, label, (part,)) for id_, label, part in marks))
    path = written("spacy", [sheet, sheet._replace(id="p#2")], tmp_path)
    docs = list(DocBin().from_disk(path).get_docs(spacy.blank("zh").vocab))
    assert len(docs) == 2
    for doc in docs:
        assert [(ent.text, ent.label_) for ent in doc.ents] == [
            *(("甲桥", "LOC"), ("今天", "TIME"), ("通车", "EVENT"))
        ]
        assert [(span.text, span.label_) for span in doc.spans["sc"]] == [
            *(("甲桥", "LOC"), ("今天", "TIME"), ("通车", "EVENT"), ("通", "LOC"))
        ]


@pytest.mark.parametrize(
    ("missing", "needs", "error"),
    [
        ("spacy", "spacy", FormatError),
        ("tui.formats.gone", "spacy", ModuleNotFoundError),
        ("spacy", "", ModuleNotFoundError),
    ],
)
def test_a_library_that_is_not_installed_is_named_with_its_extra(
    missing: str, needs: str, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {missing}", name=missing)

    monkeypatch.setattr("tui.formats.format.import_module", fail)
    with pytest.raises(error):
        format_named("spacy")._replace(needs=needs).load()
