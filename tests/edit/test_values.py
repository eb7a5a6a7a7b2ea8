"""The value of a metric is read where its text stands, else by the characters alone."""

from itertools import pairwise

import pytest

from tests.store.building import document_of, page_of
from tui.edit.values import MetricReader
from tui.model import Article, Attribute, Block, Document, Segment

TABLE = "地区　产值（万元）　面积（亩）\n河湾县　12　7\n"
TEXT = f"一版\n会员增长5.2%，新建工会36家。\n{TABLE}会员下降5.2%。\n另有3人\n"


def document(text: str = TEXT) -> Document:
    """Two articles, whose lines are their paragraphs; the first line and the last belong to none."""
    page = page_of(text)
    ends = [at for at, character in enumerate(text) if character == "\n"]
    lines = [Block(role="paragraph", segments=((start + 1, end),)) for start, end in pairwise(ends)]
    articles = tuple(
        Article(id=f"p#{number}", page="p", kind="news", blocks=tuple(blocks))
        for number, blocks in enumerate((lines[:3], lines[3:4]), 1)
    )
    return document_of(page, articles=articles)


def said(reader: MetricReader, *texts: str, behind: str = "") -> dict[str, Attribute]:
    """What is read at a tag of these pieces of the text, of which the first stands behind something."""
    at, segments = TEXT.index(behind), list[Segment]()
    for text in texts:
        at = TEXT.index(text, at)
        segments.append((at, at := at + len(text)))
    found = reader.fields(tuple(segments))
    return {name: value for name, value in found.items() if value and name in ("value", "unit", "direction")}


@pytest.fixture
def reader() -> MetricReader:
    return MetricReader(document())


def test_what_stands_before_a_quantity_says_how_it_changed(reader: MetricReader) -> None:
    assert said(reader, "5.2%") == {"value": "5.2", "unit": "%", "direction": "up"}
    assert said(reader, "5.2%", behind="下降") == {"value": "5.2", "unit": "%", "direction": "down"}
    assert said(reader, "36家") == {"value": "36", "unit": "家", "direction": "none"}


def test_the_head_of_a_table_is_the_unit_of_its_cells(reader: MetricReader) -> None:
    assert said(reader, "12") == {"value": "120000", "unit": "元", "direction": "none"}


def test_what_is_no_quantity_there_is_read_by_itself(reader: MetricReader) -> None:
    assert said(reader, "36") == {"value": "36", "direction": "none"}
    assert said(reader, "增长5.2%") == {"value": "5.2", "unit": "%", "direction": "up"}
    assert said(reader, "3", "人") == {"value": "3", "unit": "人", "direction": "none"}
    assert said(reader, "会员") == {}


def test_outside_of_all_articles_a_text_is_read_by_itself(reader: MetricReader) -> None:
    assert said(reader, "3人") == {"value": "3", "unit": "人", "direction": "none"}
    assert said(reader, "一版") == {}
    assert said(MetricReader(document().replaced(articles=())), "5.2%")["direction"] == "none"


def test_units_of_one_s_own_are_read_too() -> None:
    of = page_of("新建32驿。")
    block = Block(role="paragraph", segments=((0, len(of.text)),))
    made = document_of(of, articles=(Article(id="p#1", page="p", kind="news", blocks=(block,)),))
    assert MetricReader(made, {"驿": "count"}).fields(((2, 5),))["unit"] == "驿"
    assert MetricReader(made).fields(((2, 5),))["unit"] == ""
