"""Figures that a person can count after us."""

import pytest
from hypothesis import given, settings

from tests.formats.building import documents
from tests.shares import examples
from tests.store.building import division_of, document_of, page_of, span_of
from tui.measure.progress import Figures, figures, together, total
from tui.model import Block, Document, Progress, Relation, State
from tui.text.titles import title_of

TEXT = "标题一句\n工会36家。\n第二篇\n"
PAGE = page_of(TEXT)


def worked() -> Document:
    """Two articles: the first done in half an hour with three tags, the second untouched."""
    relations = ("indicator", "m", "a"), ("subject", "m", "a"), ("subject", "n", "a")
    return document_of(
        PAGE,
        span_of(PAGE, "a", (5, 7)),
        span_of(PAGE, "m", (7, 10), label="METRIC", attributes={"unit": "家"}, origin="rule"),
        span_of(PAGE, "n", (7, 9), label="METRIC"),
        articles=division_of(PAGE, 0, 12).articles,
        relations=tuple(
            Relation(id=str(number), label=label, head=head, tail=tail)
            for number, (label, head, tail) in enumerate(relations)
        ),
        progress={"p#1": Progress(state="done", seconds=1800)},
    )


def test_the_figures_of_a_page_are_those_that_one_counts_by_hand() -> None:
    answer = figures(worked()).as_json("ling")
    by_article = answer.pop("by_article")
    assert answer == {
        "annotator": "ling",
        "articles": {"total": 2, "todo": 1, "doing": 0, "done": 1, "skipped": 0},
        "characters": {"total": len(TEXT), "done": 12},
        "spans": {"total": 3, "by_label": {"METRIC": 2, "ORG": 1}, "by_origin": {"manual": 2, "rule": 1}},
        "metrics": {"total": 2, "linked": 1, "by_unit": {"": 1, "家": 1}},
        "pace": {
            "spans_per_hour": 6.0,
            "articles_per_hour": 2.0,
            "active_seconds": 1800,
            "made": {"hand": 2, "accepted": 1, "bulk": 0, "import": 0},
        },
    }
    assert [(row["id"], row["state"], row["spans"], row["seconds"]) for row in by_article] == [
        ("p#1", "done", 3, 1800),
        ("p#2", "todo", 0, 0),
    ]


def test_figures_of_two_sets_of_documents_add_up_to_those_of_both() -> None:
    done = Progress(state="done", seconds=60, labels={"topic": ("a", "b")})
    parts = [figures(worked()), figures(worked().replaced(progress={"p#1": done}))]
    whole = Figures()
    for part in parts:
        whole.add(part)
    assert whole.article_labels == {("topic", "a"): 1, ("topic", "b"): 1}
    for name in vars(whole):
        one, other = (getattr(part, name) for part in parts)
        assert getattr(whole, name) == one + other, name


def test_no_time_measured_is_no_pace() -> None:
    assert Figures().as_json("ling")["pace"]["spans_per_hour"] == 0


def test_a_title_is_one_line_even_where_it_was_broken() -> None:
    article = worked().articles[0].replaced(blocks=(Block(role="title", segments=((0, 7),)),))
    assert title_of(PAGE, article) == "标题一句 工会"


@pytest.mark.slow
@given(one=documents(), other=documents())
@settings(max_examples=examples(30))
def test_the_figures_of_two_sets_of_documents_add_up(one: Document, other: Document) -> None:
    added = figures(one)
    added.add(figures(other))
    assert added == total([one, other])
    assert sum(added.labels.values()) == len(one.spans) + len(other.spans)


def test_what_has_no_headline_has_no_title_but_lists_show_its_first_words() -> None:
    article = worked().articles[0].replaced(blocks=(Block(role="paragraph", segments=((0, 7),)),))
    document = worked().replaced(articles=(article,))
    assert figures(document).articles[0].title is None
    assert title_of(PAGE, article) == "[标题一句 工会]"


def test_what_articles_are_labelled_with_is_counted_by_label_the_most_frequent_value_first() -> None:
    labels = ({"topic": ("b", "a")}, {"topic": ("b",), "mood": ("x",)})
    progress = {f"p#{n}": Progress(labels=said) for n, said in enumerate(labels, 1)}  # type: ignore[arg-type]
    answer = figures(worked().replaced(progress=progress)).as_json("ling")
    assert answer["article_labels"] == {"mood": {"x": 1}, "topic": {"b": 2, "a": 1}}
    assert list(answer["article_labels"]["topic"]) == ["b", "a"]
    assert "article_labels" not in figures(worked()).as_json("ling")


def test_a_pace_can_be_told_from_other_seconds() -> None:
    answer = figures(worked()).as_json("ling", 900)
    assert (answer["pace"]["spans_per_hour"], answer["pace"]["active_seconds"]) == (12.0, 900)
    assert figures(worked()).as_json("ling", 0)["pace"]["spans_per_hour"] == 0


@pytest.mark.parametrize(("unit", "counted"), [("家", {"家": 1}), (None, {"": 1}), (3, {"": 1})])
def test_a_metric_without_a_unit_is_counted_as_one(unit: object, counted: dict[str, int]) -> None:
    span = span_of(PAGE, "m", (7, 10), label="METRIC", attributes={"unit": unit})
    assert figures(document_of(PAGE, span)).units == counted


def test_of_several_annotators_an_article_counts_once_as_far_as_anybody_is() -> None:
    def at(*states: State) -> Figures:
        progress = {f"p#{n}": Progress(state=state, seconds=60) for n, state in enumerate(states, 1)}
        return figures(worked().replaced(progress=progress))

    whole = together([at("doing", "todo"), at("skipped", "todo"), at("todo", "done")])
    assert [(row.id, row.state, row.spans, row.seconds) for row in whole.articles] == [
        ("p#1", "skipped", 9, 180),
        ("p#2", "done", 0, 180),
    ]
    assert (whole.states, whole.characters) == ({"skipped": 1, "done": 1}, {"skipped": 12, "done": 4})
    assert (whole.metrics, whole.linked, whole.labels["METRIC"]) == (6, 3, 6)
