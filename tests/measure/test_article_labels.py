"""Labels of articles that are not as the settings say."""

from typing import Any

import pytest

from tests.store.building import division_of, document_of, page_of
from tui.measure.article_labels import label_faults
from tui.model import DEFAULT_SCHEMA, AttributeType, Document, Progress

PAGE = page_of()
SCHEMA = DEFAULT_SCHEMA.replaced(
    article_labels=(
        AttributeType(id="topic", kind="enum", choices=("economy", "sport"), multiple=True, required=True),
        AttributeType(id="genre", kind="enum", choices=("brief", "report")),
    )
)


def document(*said: dict[str, Any]) -> Document:
    """An article of a page for each."""
    progress = {f"p#{n}": Progress(**fields) for n, fields in enumerate(said, 1)}
    return document_of(PAGE, articles=division_of(PAGE, 0, 6).articles, progress=progress)


def told(made: Document) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(f.article.id, f.label, f.values, f.fault) for f in label_faults(made, SCHEMA)]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ({"topic": ("economy",)}, []),
        ({"topic": ("economy", "sport"), "genre": ("brief",)}, []),
        ({"mood": ("merry",)}, [("mood", ("merry",), "unknown")]),
        ({"genre": ("poem",)}, [("genre", ("poem",), "value")]),
        ({"topic": ("economy", "poem")}, [("topic", ("economy", "poem"), "value")]),
        ({"genre": ("brief", "report")}, [("genre", ("brief", "report"), "several")]),
    ],
)
def test_each_label_that_is_not_right_is_said(labels: dict[str, Any], expected: list[Any]) -> None:
    assert [row[1:] for row in told(document({"labels": labels}))] == expected


@pytest.mark.parametrize("state", ["todo", "doing", "skipped"])
def test_a_required_label_may_be_missing_until_the_article_is_finished(state: str) -> None:
    assert told(document({"state": state})) == []


def test_a_finished_article_without_a_required_label_is_named_in_every_place() -> None:
    made = document({"state": "done", "labels": {"topic": ()}}, {"state": "done"})
    assert told(made) == [("p#1", "topic", (), "missing"), ("p#2", "topic", (), "missing")]
    assert told(document({"state": "done", "labels": {"topic": ("sport",)}})) == []
