"""The hash over an export's content tells exports apart that say something else, and no others."""

from typing import Any

import pytest

from tui.formats.common.dataset_card import Card
from tui.formats.common.flat_article import FlatArticle, Link, Mark
from tui.formats.common.native_schema import About
from tui.formats.interface import Options
from tui.formats.registry import format_named

TEXT = "临溪县总工会新建工会36家。"
MARKS = (Mark("a", "ORG", ((0, 6),)), Mark("b", "METRIC", ((10, 13),), {"value": "36"}))
FIRST = FlatArticle("p#1", TEXT, MARKS, (Link("r", "indicator", "b", "a"),))
SECOND = FlatArticle("p#2", "另一篇", ())


def content(*sheets: FlatArticle) -> str:
    card = Card(format_named("jsonl"), Options(), About())
    for sheet in sheets:
        card.add(sheet, "train")
    return card.content


def changed(**fields: Any) -> tuple[FlatArticle, ...]:
    """The export in which the first mark differs."""
    return FIRST._replace(marks=(MARKS[0]._replace(**fields), MARKS[1])), SECOND


@pytest.mark.parametrize(
    "other",
    [
        changed(parts=((1, 6),)),
        changed(parts=((0, 5),)),
        changed(parts=((7, 13),)),
        changed(label="LOC"),
        changed(id="c"),
        changed(note="再看"),
        changed(attributes={"kind": "union"}),
        (FIRST._replace(marks=MARKS[:1]), SECOND),
        (FIRST._replace(text=TEXT + "。"), SECOND),
        (FIRST._replace(id="p#3"), SECOND),
        (FIRST._replace(links=()), SECOND),
        (FIRST._replace(links=(Link("r", "subject", "b", "a"),)), SECOND),
        (FIRST,),
        (FIRST, SECOND, SECOND),
    ],
)
def test_exports_that_differ_have_different_hashes(other: tuple[FlatArticle, ...]) -> None:
    assert content(*other) != content(FIRST, SECOND)


def test_the_order_of_articles_marks_and_splits_does_not_matter() -> None:
    turned = FIRST._replace(marks=MARKS[::-1])
    assert content(SECOND, turned) == content(FIRST, SECOND)


def test_parts_of_an_export_add_up_to_the_whole() -> None:
    whole, part, other = (Card(format_named("jsonl"), Options(), About()) for _ in range(3))
    for sheet, split, into in ((FIRST, "train", part), (SECOND, "test", other)):
        whole.add(sheet, split)
        into.add(sheet, split)
    part.join(other)
    for name in ("articles", "characters", "links", "annotators", "labels", "content"):
        assert getattr(part, name) == getattr(whole, name), name
    assert whole.articles == {"train": 1, "test": 1}
    assert whole.characters == {"train": len(TEXT), "test": 3}
    assert whole.links == {"indicator": 1}
    assert {split: dict(counts) for split, counts in whole.labels.items() if counts} == {
        "train": {"ORG": 1, "METRIC": 1}
    }
