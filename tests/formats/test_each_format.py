"""Each format of the registry, with what it is and what it holds, as its own documentation has it."""

from pathlib import Path

import pytest

from tests.formats.carrying import around, sheets
from tests.store.building import document_of, page_of, span_of
from tui.errors import NotFoundError
from tui.formats.common.flat_article import FlatArticle
from tui.formats.format import EVERYTHING
from tui.formats.interface import Options
from tui.formats.registry import FORMATS, format_named
from tui.model import Attribute, Document, Progress, Relation, Span

LINES = (Path(__file__).parent / "each_format.txt").read_text("utf-8").splitlines()
ROWS = dict(line.split(" | ", 1) for line in LINES if not line.startswith("#"))
EVERY = pytest.mark.parametrize("name", FORMATS)
TEXT = "临溪县总工会新建工会36家，\n职工 说好[@真#好。\n"
PAGE = page_of(TEXT)


def tag(text: str, label: str = "ORG", *, note: str = "", **attributes: Attribute) -> Span:
    at = TEXT.index(text)
    place = (at, at + len(text))
    return span_of(PAGE, f"{label}{at}", place, label=label, note=note, attributes=attributes)


def document(*spans: Span, **relations: tuple[Span, Span]) -> Document:
    links = tuple(
        Relation(id=f"r-{label}", label=label, head=head.id, tail=tail.id)
        for label, (head, tail) in relations.items()
    )
    progress = {"p#1": Progress(state="done")}
    return document_of(PAGE, *spans, relations=links, progress=progress)


UNION, COUNT = tag("临溪县总工会"), tag("36家", "METRIC")
CASES = {
    "tag": document(UNION),
    "nested": document(UNION, tag("临溪县", "LOC")),
    "overlapping": document(UNION, tag("总工会新建", "EVENT")),
    "gap": document(span_of(PAGE, "a", (0, 3), (6, 8))),
    "attribute": document(tag("临溪县总工会", level="县")),
    "note": document(tag("临溪县总工会", note="再看")),
    "relation": document(UNION, COUNT, subject=(COUNT, UNION)),
    "loop": document(UNION, subject=(UNION, UNION)),
    "blank": document(tag(" ")),
    "blank-at-end": document(tag("职工 ")),
    "line-end-inside": document(tag("家，\n职工")),
    "line-end-at-end": document(tag("，\n")),
    "mark-up": document(tag("[@真#好")),
    "inside-of-word": document(tag("溪县")),
}


def losses(name: str, case: str, options: Options = Options()) -> str:  # noqa: B008
    _, lost, _ = sheets(name, [CASES[case]], options)
    of_tags = sorted({loss.reason for loss in lost if loss.what != "article"})
    return ",".join(of_tags)


def facts(name: str) -> str:
    row = FORMATS[name]
    flags = ("shards", "rolls", "rows", "has_sentences", "has_numbers", "has_config", "cuts", "reads")
    said = [row.suffix, row.layout, row.unit or "-", str(row.length), row.needs or "-"]
    return " ".join([*said, *(flag for flag in flags if getattr(row, flag))])


def told(name: str) -> str:
    lost = (f"{case}: {why}" for case in CASES if (why := losses(name, case)))
    return f"{facts(name)} | {'; '.join(lost) or '-'}"


def test_each_format_has_its_row_and_no_row_is_of_no_format() -> None:
    assert list(ROWS) == list(FORMATS)


def test_a_format_that_is_none_is_said_with_those_that_are() -> None:
    with pytest.raises(NotFoundError, match="conllu, spacy"):
        format_named("nonsense")


@EVERY
def test_a_format_is_what_its_row_says_and_loses_what_that_says(name: str) -> None:
    assert told(name) == ROWS[name]


@EVERY
def test_what_a_format_loses_nothing_of_is_in_its_files(name: str) -> None:
    if not FORMATS[name].reads or FORMATS[name].needs or FORMATS[name].holds == EVERYTHING:
        pytest.skip("its files are written only, or records of piyue, or take another library")
    for case, made in CASES.items():
        if losses(name, case):
            continue
        sheets_written, sheets_read = around(name, made)
        for written, found in zip(sheets_written, sheets_read, strict=True):
            assert said(found) == said(written), case
            assert len(found.links) == len(written.links) == len(made.relations), case


def said(sheet: FlatArticle) -> list[tuple[str, str, str]]:
    """The tags of an article, their texts without blanks, which some formats leave to the reader."""
    return [(m.label, "".join(m.text_in(sheet.text).split()) or " ", m.note) for m in sheet.marks]


@pytest.mark.parametrize("name", ["conll", "conllu", "hf-tokens", "prodigy", "gliner", "w2ner"])
def test_tags_inside_of_words_are_widened_where_tokens_are_words(name: str) -> None:
    assert losses(name, "inside-of-word", Options(unit="word")) == "snapped"
