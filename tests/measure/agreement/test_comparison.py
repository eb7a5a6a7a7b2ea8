"""What two annotators are compared in, and what counts as the same there."""

from typing import Any

import pytest

from tests.measure.agreement.annotators import PAGE, TEXT
from tests.store.building import division_of, document_of, page_of, span_of
from tui.measure.agreement.alpha import Characters
from tui.measure.agreement.comparison import MEASURES, Comparison, compare, compare_states
from tui.measure.agreement.corpus import Corpus
from tui.measure.agreement.export_agreement import Agreement
from tui.measure.agreement.figures import f1, kappa, share
from tui.measure.agreement.matching import same_place
from tui.measure.agreement.rows import PLACES, figure_rows
from tui.measure.agreement.values import differing, normalised, says_anything
from tui.model import DEFAULT_SCHEMA, Attribute, Document, Progress, Relation, Span, State
from tui.model.names import SchemaNames

ORG, COUNT, TIME = "临溪县总工会", "36家", "三月"
NAMES = SchemaNames(DEFAULT_SCHEMA, "en")


def tag(text: str, label: str = "ORG", **attributes: Attribute) -> Span:
    at = TEXT.index(text)
    return span_of(PAGE, f"{text}-{label}", (at, at + len(text)), label=label, attributes=attributes)


def annotated(name: str, *spans: Span, **fields: Any) -> Document:
    made = document_of(PAGE, *spans, **({"progress": {"p#1": Progress(state="done")}} | fields))
    return made.replaced(annotator=name)


def compared(one: Document, other: Document, *labels: str) -> Comparison:
    return compare(one.articles[0], one, other, DEFAULT_SCHEMA, frozenset(labels))


def figures(one: Document, other: Document) -> dict[str, float | None]:
    counts = compared(one, other).counts | {"states": compare_states(one.articles[0], one, other)}
    return {name: measure(counts[name]).value for name, measure in MEASURES.items()}


LINK = Relation(id="r", label="indicator", head="36家-METRIC", tail="三月-TIME")
ALL = (tag(ORG), tag(COUNT, "METRIC", value="36", unit="家"), tag(TIME, "TIME"))


def test_what_is_compared_and_by_which_figure() -> None:
    measured = {name: measure.__name__ for name, measure in MEASURES.items()}
    assert measured == {
        "spans": "f1",
        "overlapping": "f1",
        "borders": "f1",
        "labels": "kappa",
        "values": "share",
        "relations": "f1",
        "article_labels": "f1",
        "states": "kappa",
    }


def test_each_figure_falls_by_what_it_is_about_only() -> None:
    one = annotated("a", *ALL, relations=(LINK,), progress={"p#1": Progress(labels={"topic": ("sport",)})})
    same = dict.fromkeys(MEASURES, 1.0) | {"states": None}
    assert figures(one, one.replaced(annotator="b")) == same
    without = figures(one, one.replaced(relations=()))
    assert without == same | {"relations": 0.0}
    value = tag(COUNT, "METRIC", value="37", unit="家")
    assert figures(one, one.replaced(spans=(ALL[0], ALL[2], value))) == same | {"values": 0.0}
    other = figures(one, one.replaced(progress={"p#1": Progress(labels={"topic": ("economy",)})}))
    assert other == same | {"article_labels": 0.0}
    label = tag(ORG, "LOC")
    relabelled = figures(one, one.replaced(spans=(label, ALL[2], ALL[1])))
    assert relabelled["borders"] == 1.0
    assert relabelled["spans"] == pytest.approx(2 / 3)
    assert relabelled["labels"] == pytest.approx(4 / 7)
    border = figures(one, one.replaced(spans=(tag("县总工会"), ALL[2], ALL[1])))
    assert border["overlapping"] == 1.0
    assert border["spans"] == pytest.approx(2 / 3)
    assert border["borders"] == pytest.approx(2 / 3)


def test_only_tags_of_the_labels_that_are_wanted_count() -> None:
    one, other = annotated("a", *ALL), annotated("b", tag(ORG), tag(TIME, "EVENT"))
    assert compared(one, other, "ORG").counts["spans"] == {"shared": 1, "one": 1, "other": 1}
    assert compared(one, other, "ORG", "TIME").counts["spans"] == {"shared": 1, "one": 2, "other": 1}
    assert set(compared(one, other).by_label) == {"ORG", "METRIC", "TIME", "EVENT"}
    assert compared(one, other).by_label["TIME"] == {"shared": 0, "one": 1, "other": 0}


def test_relations_count_whose_two_ends_have_labels_that_are_wanted() -> None:
    one, other = annotated("a", *ALL, relations=(LINK,)), annotated("b", *ALL, relations=(LINK,))
    assert compared(one, other).counts["relations"] == {"shared": 1, "one": 1, "other": 1}
    assert compared(one, other, "METRIC", "TIME").counts["relations"] == {"shared": 1, "one": 1, "other": 1}
    for labels in (("METRIC",), ("TIME",), ("ORG",)):
        assert compared(one, other, *labels).counts["relations"] == {"shared": 0, "one": 0, "other": 0}


def test_alpha_is_of_the_labels_that_are_wanted() -> None:
    documents = annotated("a", *ALL), annotated("b", tag(ORG), tag(TIME, "EVENT"))

    def alpha(*labels: str) -> float:
        characters = Characters(frozenset(labels))
        characters.add(documents[0].articles[0], documents)
        value = characters.alpha().value
        assert value is not None
        return value

    assert alpha("ORG") == 1
    assert alpha("METRIC") < alpha("METRIC", "TIME", "EVENT") < alpha() < 1


def test_agreement_by_page_and_by_label_counts_all_articles() -> None:
    def on(page_id: str, name: str, *spans: Span) -> Document:
        made = document_of(page_of(TEXT, page_id), *spans)
        return made.replaced(annotator=name, progress={f"{page_id}#1": Progress(state="done")})

    corpus = Corpus(["a", "b"], DEFAULT_SCHEMA)
    for page_id, theirs in (("p", ALL), ("q", ALL[:1]), ("r", ())):
        corpus.add([on(page_id, "a", *ALL), on(page_id, "b", *theirs)])
    (pair,) = corpus.pairs.values()
    assert {page: score.f1.value for page, score in pair.by_page().items()} == {"p": 1.0, "q": 0.5, "r": 0.0}
    recalls = {label: score.recall.value for label, score in pair.by_label().items()}
    assert recalls == pytest.approx({"ORG": 2 / 3, "METRIC": 1 / 3, "TIME": 1 / 3})
    assert {score.precision.value for score in pair.by_label().values()} == {1.0}


def test_of_two_tags_at_a_place_those_of_one_label_are_a_pair() -> None:
    ours, theirs = [tag(ORG), tag(ORG, "LOC")], [tag(ORG, "LOC"), tag(ORG)]
    assert [(a.label, b.label) for a, b in same_place(ours, theirs)] == [("ORG", "ORG"), ("LOC", "LOC")]
    assert [(a.label, b.label) for a, b in same_place(ours, [tag(ORG, "EVENT")])] == [("ORG", "EVENT")]


def test_values_are_compared_of_every_pair_that_says_something() -> None:
    one = annotated("a", tag(ORG), *ALL[1:], tag("一千二百人", "METRIC", value="1200", unit="人"))
    other = annotated(
        "b", tag(ORG), tag(COUNT, "METRIC"), tag("一千二百人", "METRIC", value="1200.0", unit="人")
    )
    assert compared(one, other).counts["values"] == {"equal": 1, "compared": 2}
    empty = annotated("a", tag(ORG, value=""), tag(COUNT, "METRIC", comparator="exact"))
    assert share(compared(empty, empty).counts["values"]).value is None


def test_a_number_is_compared_as_a_number_and_the_rest_as_it_is_written() -> None:
    def said(**attributes: Attribute) -> Any:
        return normalised(tag(COUNT, "METRIC", **attributes), DEFAULT_SCHEMA)

    assert differing(said(value="36"), said(value="36.0", comparator="exact", direction="none")) == ()
    assert differing(said(value="1/2"), said(value="0.5")) == ()
    assert differing(said(value="36", unit="1"), said(value="36", unit="1.0")) == ("unit",)
    assert differing(said(value="36"), said(value="三十六")) == ("value",)
    assert differing(said(value_max="8"), said(value_max="9")) == ("value_max",)
    assert differing(said(comparator="ge"), said()) == ("comparator",)
    assert differing(said(certainty="unsure"), said()) == ()
    assert not says_anything(said(comparator="exact", direction="none", unit=""))
    for name, value in {"value": "0", "unit": "家", "comparator": "ge", "direction": "up"}.items():
        assert says_anything(said(**{name: value})), name


def test_of_a_time_its_interval_is_compared() -> None:
    def said(**attributes: Attribute) -> Any:
        return normalised(tag(TIME, "TIME", **attributes), DEFAULT_SCHEMA)

    march = "2023-03-01/2023-03-31"
    assert differing(said(interval=march), said(interval=march)) == ()
    assert differing(said(interval=march), said()) == ("interval",)
    assert differing(said(interval=march, calendar="lunar"), said(interval=march)) == ()
    assert not says_anything(said())


def test_kappa_counts_agreement_beyond_chance() -> None:
    assert kappa({("A", "A"): 20, ("A", "B"): 5, ("B", "A"): 10, ("B", "B"): 15}).value == pytest.approx(0.4)
    assert kappa({("A", "A"): 3}).reason == "one_label"
    assert kappa({}).reason == "nothing"
    assert f1({"shared": 0, "one": 0, "other": 2}).value == 0
    assert f1({}).reason == "nothing"


def test_an_export_of_three_people_compares_each_pair_and_parts_add_up() -> None:
    people = [annotated(name, tag(ORG), *extra) for name, extra in (("a", ()), ("b", ()), ("c", ALL[1:]))]
    together, first, second = Agreement(), Agreement(), Agreement()
    together.add(people)
    first.add(people)
    second.add(people)
    first.join(second)
    assert together.articles == 1
    assert together.f1 == first.f1 == pytest.approx(f1({"shared": 3, "one": 3, "other": 7}).value)


def test_parts_of_an_export_are_counted_together_as_one() -> None:
    def agreement(*found: list[Document]) -> Agreement:
        made = Agreement()
        for documents in found:
            made.add(documents)
        return made

    same = [annotated(name, tag(ORG)) for name in ("a", "b")]
    other = [annotated("a", *ALL), annotated("c", tag(TIME, "EVENT"))]
    joined, whole = agreement(same), agreement(same, other)
    joined.join(agreement(other))
    assert (joined.articles, joined.annotators, joined.f1) == (2, {"a", "b", "c"}, whole.f1)
    assert whole.f1 == pytest.approx(f1({"shared": 1, "one": 4, "other": 2}).value)


def test_each_figure_of_tags_and_relations_is_lowered_by_some_kind_of_difference() -> None:
    assert list(PLACES) == [name for name in MEASURES if name not in ("article_labels", "states")]


def test_an_export_compares_all_articles_that_two_have_finished() -> None:
    def on(name: str, *states: State) -> Document:
        articles = division_of(PAGE, 0, TEXT.index(COUNT)).articles
        progress = {
            article.id: Progress(state=state) for article, state in zip(articles, states, strict=True)
        }
        return document_of(
            PAGE, tag(ORG), tag(COUNT, "METRIC"), articles=articles, progress=progress
        ).replaced(
            annotator=name,
        )

    agreement = Agreement()
    agreement.add([on("a", "doing", "done"), on("b", "done", "done")])
    assert (agreement.articles, agreement.f1, agreement.annotators) == (1, 1, {"a", "b"})
    agreement.add([on("a", "done", "done"), on("b", "done", "done")])
    assert agreement.articles == 3


def test_each_two_annotators_of_a_page_are_compared_and_articles_of_one_left_out() -> None:
    people = [annotated(name, tag(ORG)) for name in ("a", "b", "c")]
    corpus = Corpus(["a", "b", "c"], DEFAULT_SCHEMA)
    corpus.add(people)
    assert {names: len(pair.comparisons) for names, pair in corpus.pairs.items()} == {
        ("a", "b"): 1,
        ("a", "c"): 1,
        ("b", "c"): 1,
    }
    assert (corpus.left_out, len(corpus.continua)) == (0, 1)
    alone = annotated("a", tag(ORG)), annotated("b", progress={"p#1": Progress(state="doing")})
    corpus.add(alone)
    assert (corpus.left_out, len(corpus.continua)) == (1, 1)


def test_articles_that_not_both_have_finished_are_left_out_where_one_has_begun_them() -> None:
    def left(*states: State) -> tuple[int, int, int]:
        corpus = Corpus(("ling", "wang"), DEFAULT_SCHEMA)
        corpus.add(
            [
                annotated(name, progress={"p#1": Progress(state=state)})
                for name, state in zip(("ling", "wang"), states, strict=True)
            ]
        )
        pair = corpus.pairs["ling", "wang"]
        assert corpus.together.left_out == corpus.left_out
        return pair.left_out, corpus.left_out, pair.articles

    assert left("todo", "todo") == (0, 0, 0)
    assert left("doing", "todo") == left("todo", "done") == left("done", "doing") == (1, 1, 0)
    assert left("done", "skipped") == left("skipped", "skipped") == (1, 1, 0)
    assert left("done", "done") == (0, 0, 1)


def test_each_label_of_articles_has_an_alpha_of_its_own() -> None:
    said = [{"topic": ("a",), "mood": ("x",)}, {"topic": ("b",), "mood": ("y",)}]
    corpus = Corpus(("ling", "wang"), DEFAULT_SCHEMA)
    corpus.add(
        [
            annotated(name, progress={"p#1": Progress(state="done", labels=labels)})  # type: ignore[arg-type]
            for name, labels in zip(("ling", "wang"), said, strict=True)
        ]
    )
    names = [row.name for row in figure_rows(corpus, lambda key, **_: key.rpartition(".")[2], NAMES)]
    assert names[-3:] == ["alpha", "mood: article_alpha", "topic: article_alpha"]
    assert "article_labels" in names
    none = Corpus(("ling", "wang"), DEFAULT_SCHEMA)
    none.add([annotated(name) for name in ("ling", "wang")])
    names = [row.name for row in figure_rows(none, lambda key, **_: key.rpartition(".")[2], NAMES)]
    assert names == [*(name for name in MEASURES if name != "article_labels"), "alpha"]
