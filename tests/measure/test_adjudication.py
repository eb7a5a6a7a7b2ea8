"""Votes of several annotators on tags, relations and labels of articles; what they have in lines and rows."""

from typing import Any

import pytest

from tests.store.building import document_of, page_of, span_of
from tui.edit.session import Session
from tui.measure.adjudication.article_labels import label_differences, labels_left, take_agreed_labels
from tui.measure.adjudication.decisions import SetRejected, take, take_agreed
from tui.measure.adjudication.differences import views
from tui.measure.adjudication.groups import grouped
from tui.measure.adjudication.majority import majority, majority_step
from tui.measure.adjudication.rows import VersionTexts, difference_row
from tui.measure.adjudication.state import Adjudication
from tui.model import DEFAULT_SCHEMA, Document, Progress, Relation
from tui.model.names import SchemaNames

PAGE = page_of("临溪县总工会三月新建工会36家，职工说好。\n")
WHERE = {"ORG": (0, 6), "LOC": (0, 3), "TIME": (6, 8), "INDICATOR": (8, 12), "METRIC": (12, 15)}
Said = tuple[str, ...]
TEXTS = VersionTexts(SchemaNames(DEFAULT_SCHEMA, "en"))


def work(
    name: str, *labels: str, links: Said = (), said: dict[str, Said] | None = None, **values: Any
) -> Document:
    """What an annotator did: tags by their labels, relations of the metric by the labels of their tails."""
    spans = [span_of(PAGE, f"{name}-{label}", WHERE[label], label=label) for label in labels]
    spans = [s.replaced(attributes=values) if s.label == "METRIC" else s for s in spans]
    relations = tuple(
        Relation(id=f"{name}-r{n}", label="indicator", head=f"{name}-METRIC", tail=f"{name}-{tail}")
        for n, tail in enumerate(links)
    )
    made = document_of(PAGE, *spans, relations=relations)
    progress = Progress(state="done", labels=said or {})
    return made.replaced(annotator=name, progress={made.articles[0].id: progress})


def adjudication(*documents: Document) -> Adjudication:
    return Adjudication.of(views(documents[0].articles[0], documents, DEFAULT_SCHEMA))


def gold() -> Session:
    return Session(document_of(PAGE, progress={"p#1": Progress()}).replaced(annotator="gold"))


def settled(*documents: Document, threshold: float = 0.5) -> tuple[Document, int]:
    """The result of the majority rule, and how many differences it settled."""
    session, on = gold(), adjudication(*documents)
    found = majority_step(session, on, threshold)
    if found is None:
        return session.document, 0
    before = session.document
    session.apply(found[0])
    after = session.document
    session.undo()
    assert session.document == before
    return after, found[1]


def tags(document: Document) -> list[str]:
    return [span.label for span in document.spans]


def test_what_more_than_half_have_is_taken_and_what_more_than_half_lack_is_not() -> None:
    both, one, none = work("ling", "ORG", "TIME"), work("wang", "ORG"), work("zhou", "ORG", "LOC")
    document, count = settled(both, one, none)
    assert (tags(document), count) == ([], 2)
    assert document.progress[document.articles[0].id].rejected == ("ling/ling-TIME", "zhou/zhou-LOC")


def test_half_is_no_majority() -> None:
    for documents in (
        (work("a", "ORG"), work("b")),
        (work("a", "ORG"), work("b", "ORG"), work("c"), work("d")),
        (work("a", "ORG"), work("b", "LOC")),
    ):
        assert settled(*documents)[1] == 0
        on = adjudication(*documents)
        assert [majority(on, each) for each in on.differences] == [None]


@pytest.mark.parametrize(("threshold", "count"), [(0, 1), (0.5, 1), (0.6, 1), (2 / 3, 1), (0.67, 0), (1, 0)])
def test_a_majority_has_to_reach_the_threshold_too(threshold: float, count: int) -> None:
    annotators = work("a", "ORG"), work("b", "ORG"), work("c")
    assert settled(*annotators, threshold=threshold)[1] == count


def test_values_are_voted_on_too() -> None:
    documents = [
        work(name, "METRIC", value=value) for name, value in (("a", "36"), ("b", "35"), ("c", "35.0"))
    ]
    document, count = settled(*documents)
    (span,) = document.spans
    assert (span.attributes["value"], span.decision, span.sources, count) == (
        "35",
        "majority",
        ("b/b-METRIC", "c/c-METRIC"),
        1,
    )


def test_who_has_no_tag_to_lead_from_has_no_vote_on_its_relations() -> None:
    linked = [work(name, "METRIC", "INDICATOR", links=("INDICATOR",)) for name in ("a", "b")]
    unlinked = work("c", "METRIC", "INDICATOR")
    lacking = [work(name, "INDICATOR") for name in ("d", "e")]
    on = adjudication(*linked, unlinked, *lacking)
    relation = next(each for each in on.differences if each.head is not None)
    assert relation.versions[3:] == (None, None)
    assert majority(on, relation) == (0,)
    assert majority(on, relation, 2 / 3) == (0,)
    assert majority(on, relation, 0.7) is None
    session = gold()
    assert settled(*linked, unlinked, *lacking)[0].relations == ()  # its tail is not in the result yet
    agreed = take_agreed(session, on)
    assert agreed is not None
    session.apply(agreed)
    step = majority_step(session, on)
    assert step is not None
    session.apply(step[0])
    (made,) = session.document.relations
    ends = [session.document.spans_by_id[end].label for end in (made.head, made.tail)]
    assert (made.label, ends, step[1]) == ("indicator", ["METRIC", "INDICATOR"], 2)


def test_a_relation_that_most_did_not_make_is_rejected() -> None:
    made = work("a", "METRIC", "INDICATOR", links=("INDICATOR",))
    others = [work(name, "METRIC", "INDICATOR") for name in ("b", "c")]
    on = adjudication(made, *others)
    (relation,) = on.differences
    assert (majority(on, relation), relation.kinds) == ((), ("relation",))
    session = gold()
    session.apply(take(session, on, relation, ()))
    assert session.document.progress_of(on.article.id).rejected == ("a/a-r0",)


TOPICS = [
    {"topic": ("a",)},
    {"topic": ("a",)},
    {"topic": ("b",)},
    {},
    {"topic": ("a", "b")},
    {"topic": ("b", "a")},
]


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ((0, 1, 2), {"topic": ("a",)}),
        ((2, 0, 1), {"topic": ("a",)}),
        ((0, 2, 3), {}),
        ((0, 2), {}),
        ((3, 3, 0), {}),
        ((4, 5, 0), {"topic": ("a", "b")}),
    ],
)
def test_labels_of_an_article_that_most_gave_are_taken(
    given: tuple[int, ...], taken: dict[str, Said]
) -> None:
    documents = [work(f"n{n}", said=TOPICS[which]) for n, which in enumerate(given)]  # type: ignore[arg-type]
    document, count = settled(*documents)
    labels = document.progress_of(document.articles[0].id).labels
    assert (labels, count) == (taken, 1 if taken else 0)


def test_labels_need_the_threshold_and_those_of_the_result_stay() -> None:
    documents = [work(f"n{n}", said=TOPICS[n]) for n in range(3)]  # type: ignore[arg-type]
    assert settled(*documents, threshold=0.7)[1] == 0
    on, session = adjudication(*documents), gold()
    decided = session.document.replaced(progress={on.article.id: Progress(labels={"topic": ("z",)})})
    assert labels_left(on.seen, decided) == []
    assert majority_step(Session(decided), on) is None


def test_labels_on_which_all_agree_are_taken_beside_those_that_are_there() -> None:
    documents = [
        work(name, said={"topic": said, "mood": ("x",), "stance": (name,)})
        for name, said in (("a", ("p", "q")), ("b", ("q", "p")))
    ]
    seen = adjudication(*documents).seen
    result = gold().document
    result = result.replaced(progress={seen.article.id: Progress(state="doing", labels={"mood": ("y",)})})
    change = take_agreed_labels(seen, result)
    assert change is not None
    after, back = change.apply(result)
    assert after.progress_of(seen.article.id).labels == {"mood": ("y",), "topic": ("p", "q")}
    assert after.progress_of(seen.article.id).state == "doing"
    assert back.apply(after)[0] == result
    assert take_agreed_labels(seen, after) is None


def test_a_difference_in_labels_is_a_line_and_a_row() -> None:
    documents = [work("ling", said={"topic": ("劳动", "建会")}), work("wang", said={"mood": ("好",)})]
    one, other = label_differences(adjudication(*documents).seen)
    assert TEXTS.article_labels(one) == "topic  ling: 劳动, 建会  wang: -"
    assert TEXTS.article_labels(other) == "mood  ling: -  wang: 好"
    assert one.row == {
        "article": "p#1",
        "page": "p",
        "kind": "article_label",
        "kinds": ("article_label",),
        "label": "topic",
        "annotators": ("ling", "wang"),
        "a": ("劳动", "建会"),
        "b": (),
        "versions": {"ling": ("劳动", "建会"), "wang": ()},
    }


def test_what_is_rejected_comes_back_by_undo() -> None:
    document = gold().document
    after, back = SetRejected("p#1", ("a/x",)).apply(document)
    assert after.progress_of("p#1").rejected == ("a/x",)
    assert back.apply(after)[0].progress_of("p#1") == document.progress_of("p#1")


def test_a_difference_is_a_line_of_what_each_has() -> None:
    on = adjudication(
        work("ling", "ORG", "METRIC", value="36", unit=""),
        work("wang", "LOC", "METRIC", value="35"),
        work("zhou"),
    )
    lines = [TEXTS.line(each) for each in on.differences]
    assert lines == [
        "ling: ORG “临溪县总工会”  wang: LOC “临溪县”  zhou: -",
        "ling: METRIC “36家” (value=36)  wang: METRIC “36家” (value=35)  zhou: -",
    ]
    (same,) = adjudication(work("ling", "METRIC", value="36"), work("wang", value="36")).differences
    assert TEXTS.line(same) == "ling: METRIC “36家”  wang: -"


def test_relations_are_shown_with_their_ends() -> None:
    on = adjudication(
        work("ling", "METRIC", "INDICATOR", "ORG", links=("INDICATOR", "ORG")),
        work("wang", "METRIC", "INDICATOR", "ORG", links=("INDICATOR",)),
        work("zhou", "METRIC", "INDICATOR", "ORG"),
    )
    (relation,) = on.differences
    assert [TEXTS.text(relation, number) for number in range(3)] == [
        "“36家” indicator → “临溪县总工会”, “36家” indicator → “新建工会”",
        "“36家” indicator → “新建工会”",
        "-",
    ]
    row = difference_row(relation)
    assert row["b"] == [{"id": "wang-r0", "label": "indicator", "from": "36家", "to": "新建工会"}]
    assert (row["kind"], row["versions"]["zhou"], row["start"], row["end"]) == ("relation", [], 12, 15)


def test_a_long_tag_is_cut_in_a_line_but_not_in_a_row() -> None:
    page = page_of("长" * 30)
    long, short = span_of(page, "a", (0, 25)), span_of(page, "b", (0, 24))
    one, other = (
        document_of(page, span).replaced(annotator=n) for n, span in (("ling", long), ("wang", short))
    )
    (found,) = Adjudication.of(views(one.articles[0], [one, other], DEFAULT_SCHEMA)).differences
    assert TEXTS.line(found) == f"ling: ORG “{'长' * 23}…”  wang: ORG “{'长' * 24}”"
    assert difference_row(found)["a"]["text"] == "长" * 25


Placed = tuple[str, int, int]


def pairs(one: list[Placed], other: list[Placed]) -> list[tuple[Placed | None, ...]]:
    """How the tags of two annotators are put together."""
    page = page_of("甲乙丙丁戊己庚辛壬癸")
    sides = [
        [span_of(page, f"{at}", each[1:], label=each[0]) for at, each in enumerate(side)]
        for side in (one, other)
    ]
    return [tuple(None if s is None else (s.label, s.start, s.end) for s in g) for g in grouped(sides)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            [("ORG", 0, 6)],
            [("ORG", 0, 3), ("LOC", 0, 6)],
            [(None, ("ORG", 0, 3)), (("ORG", 0, 6), ("LOC", 0, 6))],
        ),
        (
            [("ORG", 0, 6)],
            [("LOC", 0, 6), ("ORG", 0, 6)],
            [(None, ("LOC", 0, 6)), (("ORG", 0, 6), ("ORG", 0, 6))],
        ),
        (
            [("ORG", 0, 6)],
            [("LOC", 0, 5), ("ORG", 5, 9)],
            [(None, ("LOC", 0, 5)), (("ORG", 0, 6), ("ORG", 5, 9))],
        ),
        (
            [("ORG", 0, 6)],
            [("ORG", 0, 2), ("ORG", 2, 6)],
            [(None, ("ORG", 0, 2)), (("ORG", 0, 6), ("ORG", 2, 6))],
        ),
        ([("ORG", 0, 4)], [("LOC", 0, 2)], [(("ORG", 0, 4), ("LOC", 0, 2))]),
        ([("ORG", 0, 5)], [("LOC", 0, 2)], [(("ORG", 0, 5), None), (None, ("LOC", 0, 2))]),
        ([("ORG", 0, 2)], [("ORG", 2, 4)], [(("ORG", 0, 2), None), (None, ("ORG", 2, 4))]),
    ],
)
def test_tags_that_go_together_best_are_one_thing(
    one: list[Placed], other: list[Placed], expected: list[tuple[Placed | None, ...]]
) -> None:
    assert sorted(map(str, pairs(one, other))) == sorted(map(str, expected))
    turned = [(b, a) for a, b in expected]
    assert sorted(map(str, pairs(other, one))) == sorted(map(str, turned))
