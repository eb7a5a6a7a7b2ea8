"""The hash over an export's content tells exports apart that say something else, and no others."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from tests.store.building import document_of, page_of
from tui.formats.common.dataset_card import Card, files_in
from tui.formats.common.entries import Entry
from tui.formats.common.flat_article import FlatArticle, Link, Mark
from tui.formats.common.loss_report import ExportReport, Loss
from tui.formats.common.native_schema import About
from tui.formats.interface import Options
from tui.formats.registry import format_named
from tui.model import DEFAULT_LABELS, Article, Block, Progress
from tui.text.offsets import read

TEXT = "临溪县总工会新建工会36家。"
MARKS = (Mark("a", "ORG", ((0, 6),)), Mark("b", "METRIC", ((10, 13),), {"value": "36"}))
FIRST = FlatArticle("p#1", TEXT, MARKS, (Link("r", "indicator", "b", "a"),))
SECOND = FlatArticle("p#2", "另一篇", ())


def labelled(topic: str) -> Entry:
    """An article that is labelled with a topic."""
    page = page_of(TEXT)
    article = Article(id="p#1", page="p", kind="news", blocks=(Block(role="title", segments=((0, 13),)),))
    progress = {"p#1": Progress(state="done", labels={"topic": (topic,)})}
    return Entry(document_of(page, articles=(article,), progress=progress), article, read(page, article))


def content(*sheets: FlatArticle) -> str:
    card = Card(format_named("jsonl"), Options(), About())
    for sheet in sheets:
        card.add(sheet, "train")
    return card.content


def changed(**fields: Any) -> tuple[FlatArticle, ...]:
    """The export in which the first mark differs."""
    return FIRST._replace(marks=(MARKS[0].replaced(**fields), MARKS[1])), SECOND


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
    third = FIRST._replace(id="p#3", annotator="ling", entry=labelled("劳动"))
    for sheet, split, into in ((FIRST, "train", part), (SECOND, "test", other), (third, "dev", other)):
        whole.add(sheet, split)
        into.add(sheet, split)
    part.left_out, other.left_out = 2, 3
    part.join(other)
    for name in ("articles", "characters", "links", "annotators", "labels", "article_labels", "content"):
        assert getattr(part, name) == getattr(whole, name), name
    assert part.left_out == 5
    assert filled(whole.article_labels) == {"dev": {("topic", "劳动"): 1}}
    assert whole.articles == {"train": 1, "test": 1, "dev": 1}
    assert whole.characters == {"train": len(TEXT), "test": 3, "dev": len(TEXT)}
    assert filled(whole.links) == {"train": {"indicator": 1}, "dev": {"indicator": 1}}
    assert filled(whole.labels) == {"train": {"ORG": 1, "METRIC": 1}, "dev": {"ORG": 1, "METRIC": 1}}


def filled(by_split: Mapping[str, Counter[Any]]) -> dict[str, dict[Any, int]]:
    """The counts of the splits that have any."""
    return {split: dict(counts) for split, counts in by_split.items() if counts}


def test_the_card_has_a_count_of_everything_for_each_split() -> None:
    found = Card(format_named("jsonl"), Options(), About())
    for split, topic in (("a", "劳动"), ("b", "文体"), ("b", "劳动")):
        found.add(FIRST._replace(entry=labelled(topic)), split)
    found.add(SECOND, "a")
    found.rename({"a": "train", "b": "test"})
    said = found.render(ExportReport(), "2033-05-01", ["train", "test"], []).decode().splitlines()
    assert {"|  | train | test |", "| articles | 2 | 2 |", "| METRIC | 1 | 2 |"} <= set(said)
    assert {"| relation indicator | 1 | 2 |", "| topic: 劳动 | 1 | 1 |", "| topic: 文体 | 0 | 1 |"} <= set(
        said
    )


def card(*split: str, name: str = "jsonl", licence: str = "", report: ExportReport | None = None) -> str:
    """A card of an export of one article to each split."""
    found = Card(format_named(name), Options(), About(name="试", licence=licence))
    for one in split:
        found.add(FIRST._replace(annotator="ling"), one)
    return found.render(report or ExportReport(), "2033-05-01", split, ["a.jsonl"]).decode()


@pytest.mark.parametrize(
    ("licence", "said"),
    [
        ("", ['license: "other"']),
        ("cc-by-4.0", ['license: "cc-by-4.0"']),
        ("只供研究", ['license: "other"', 'license_name: "只供研究"']),
    ],
)
def test_a_licence_without_a_short_name_is_another_one(licence: str, said: list[str]) -> None:
    head = card("train", licence=licence).split("---")[1].splitlines()
    assert [line for line in head if line.startswith("license")] == said


def test_the_table_has_a_column_for_each_split_and_a_row_for_each_thing() -> None:
    table = [line for line in card("train", "test").splitlines() if line.startswith("|")]
    assert table[:6] == [
        "|  | train | test |",
        "|---|---|---|",
        "| articles | 1 | 1 |",
        f"| characters | {len(TEXT)} | {len(TEXT)} |",
        "| METRIC | 1 | 1 |",
        "| ORG | 1 | 1 |",
    ]
    assert "| relation indicator | 1 | 1 |" in table


def test_labels_that_the_project_has_come_first_and_used_ones_after() -> None:
    found = Card(format_named("jsonl"), Options(), About(labels=DEFAULT_LABELS.labels))
    found.add(
        FIRST._replace(marks=(Mark("a", "乙", ((0, 1),)), Mark("b", "甲", ((1, 2),)), MARKS[0])), "train"
    )
    assert found.used() == [*(label.id for label in DEFAULT_LABELS.labels), "乙", "甲"]


def test_what_went_out_whole_changed_aside_or_not_is_told_on_the_card() -> None:
    report = ExportReport()
    report.seen.update({"span": 9})
    for fate, count in (("changed", 3), ("aside", 2), ("lost", 1)):
        for number in range(count):
            report.lose(Loss("span", f"{number}", "", "", "overlap", fate), "note")  # type: ignore[arg-type]
    assert "| span | 9 | 3 | 3 | 2 | 1 |" in card("train", report=report).splitlines()
    assert (report.losses, report.fates["note", "lost"]) == (6, 1)
    whole = ExportReport()
    whole.join(report)
    whole.join(report)
    assert whole.tally("span") == {"total": 18, "whole": 6, "changed": 6, "aside": 4, "lost": 2}
    assert whole.losses == 12


def test_a_card_names_its_files_and_another_readme_names_none() -> None:
    assert files_in(card("train").encode()) == ["a.jsonl"]
    assert files_in(b"# README") is None
    assert files_in(card("train").replace('"files"', '"others"').encode()) is None
    assert files_in(card("train").replace('["a.jsonl"]', '"a.jsonl"').encode()) is None
    assert files_in(card("train").replace('["a.jsonl"]', "[").encode()) is None
