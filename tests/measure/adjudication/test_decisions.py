"""Whatever annotators did: what all have is taken at once, each difference is settled by one decision."""

import itertools
from collections.abc import Callable, Sequence
from itertools import count

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.measure.agreement.annotators import PAGE, TEXT, tags
from tests.shares import examples
from tests.store.building import NOON, document_of, span_of
from tui.edit import Session, Step
from tui.errors import ChangeError
from tui.measure.adjudication.article_labels import take_majority_labels
from tui.measure.adjudication.decisions import make_anew, merge_fields, take, take_agreed
from tui.measure.adjudication.differences import Difference, views
from tui.measure.adjudication.majority import majority
from tui.measure.adjudication.state import Adjudication
from tui.model import DEFAULT_SCHEMA, Document, Progress, Relation, Segments, Span

ARTICLE = document_of(PAGE).articles[0]
QUICK = settings(max_examples=examples(60))


@st.composite
def teams(draw: st.DrawFn, size: int = 3) -> tuple[Document, ...]:
    """Annotators who share some tags, say something of their quantities, and relate some tags."""
    common = draw(tags())
    found = []
    for name in ("ling", "wang", "zhou")[:size]:
        kept = draw(st.frozensets(st.sampled_from(sorted(common)))) if common else frozenset()
        own = sorted(kept | draw(tags()))
        spans = [
            span_of(
                PAGE,
                f"{name}{number}",
                *where,
                label=label,
                attributes={"value": draw(st.sampled_from(["3", "36"]))} if label == "METRIC" else {},
            )
            for number, (label, where) in enumerate(own)
        ]
        heads = [span for span in spans if span.label == "METRIC"]
        links = (
            draw(st.sets(st.tuples(st.sampled_from(heads), st.sampled_from(spans)).map(_ids), max_size=3))
            if heads
            else set()
        )
        relations = tuple(
            Relation(id=f"{name}-r{number}", label="subject", head=head, tail=tail)
            for number, (head, tail) in enumerate(sorted(links))
            if head != tail
        )
        found.append(annotator(name, spans, relations))
    return tuple(found)


def _ids(ends: tuple[Span, Span]) -> tuple[str, str]:
    return ends[0].id, ends[1].id


def annotator(name: str, spans: Sequence[Span], relations: Sequence[Relation] = ()) -> Document:
    progress = {ARTICLE.id: Progress(state="done")}
    document = document_of(PAGE, *spans, progress=progress, relations=tuple(relations))
    return document.replaced(annotator=name)


def opened(documents: Sequence[Document]) -> tuple[Session, Adjudication]:
    numbers = count(1)
    result = Session(
        document_of(PAGE).replaced(annotator="gold"), clock=lambda: NOON, new_id=lambda: f"g{next(numbers)}"
    )
    return result, Adjudication.of(views(ARTICLE, documents, DEFAULT_SCHEMA))


def settle(session: Session, adjudication: Adjudication, chosen: Sequence[int]) -> int:
    """Take all that is agreed, then the same annotators' work in every difference; return the decisions.

    Where what they have cannot stand together, the first one's is taken.
    """
    if step := take_agreed(session, adjudication):
        session.apply(step)
    for number in count():
        left = adjudication.left(session.document)
        if not left:
            return number
        who = chosen[:1] if has_two_values(adjudication, left[0]) else chosen
        session.apply(take(session, adjudication, left[0], who))
    raise AssertionError


def has_two_values(adjudication: Adjudication, difference: Difference) -> bool:
    """Whether tags at one place with one label say different things."""
    pairs = itertools.combinations(difference.spans, 2)
    same = ((a, b) for a, b in pairs if (a.segments, a.label) == (b.segments, b.label))
    return not all(adjudication.is_same(a, b) for a, b in same)


def said(document: Document) -> object:
    return sorted((s.label, s.segments, s.attributes.get("value", "")) for s in document.spans)


def state(document: Document) -> object:
    """All that a person decided; relations have no order."""
    by_id = sorted(document.relations, key=lambda relation: relation.id)
    return document.spans, by_id, document.progress_of(ARTICLE.id).replaced(updated=None)


def links(document: Document) -> list[tuple[str, tuple[str, Segments], tuple[str, Segments]]]:
    spans = document.spans_by_id
    return sorted(
        (
            r.label,
            (spans[r.head].label, spans[r.head].segments),
            (spans[r.tail].label, spans[r.tail].segments),
        )
        for r in document.relations
    )


@pytest.mark.slow
@given(teams(), st.integers(0, 2))
@QUICK
def test_who_takes_one_annotator_s_work_everywhere_has_all_of_it_and_nothing_else(
    team: tuple[Document, ...], number: int
) -> None:
    session, adjudication = opened(team)
    decisions = settle(session, adjudication, [number])
    assert said(session.document) == said(team[number])
    assert links(session.document) == links(team[number])
    assert decisions <= len(adjudication.differences)
    assert session.document.progress_of(ARTICLE.id).state == "done"


@pytest.mark.slow
@given(teams())
@QUICK
def test_every_decision_can_be_taken_back_and_done_again(team: tuple[Document, ...]) -> None:
    session, adjudication = opened(team)
    before = state(session.document)
    settle(session, adjudication, [0, 2])
    after = state(session.document)
    while session.undo():
        pass
    assert state(session.document) == before
    while session.redo():
        pass
    assert state(session.document) == after


@pytest.mark.slow
@given(teams())
@QUICK
def test_who_decides_otherwise_later_has_what_was_decided_last(team: tuple[Document, ...]) -> None:
    session, adjudication = opened(team)
    settle(session, adjudication, [0])
    for difference in adjudication.differences:
        if difference.head is None:
            session.apply(take(session, adjudication, difference, [1]))
    settle(session, adjudication, [1])
    for difference in adjudication.differences:
        if difference.head is not None:
            session.apply(take(session, adjudication, difference, [1]))
    assert said(session.document) == said(team[1])
    assert set(links(session.document)) == set(links(team[1]))


@pytest.mark.slow
@given(teams())
@QUICK
def test_of_tags_that_say_different_things_at_one_place_only_one_is_taken(team: tuple[Document, ...]) -> None:
    session, adjudication = opened(team)
    for difference in adjudication.differences:
        if has_two_values(adjudication, difference):
            with pytest.raises(ChangeError):
                take(session, adjudication, difference, [0, 1, 2])
            assert session.document.spans == ()


@pytest.mark.slow
@given(teams())
@QUICK
def test_each_tag_of_the_result_names_the_tags_it_stands_for(team: tuple[Document, ...]) -> None:
    session, adjudication = opened(team)
    assume(not any(has_two_values(adjudication, each) for each in adjudication.differences))
    settle(session, adjudication, [0, 1, 2])
    known = {f"{d.annotator}/{s.id}": s for d in team for s in d.spans}
    for span in session.document.spans:
        assert span.sources
        for source in span.sources:
            theirs = known[source]
            assert (theirs.label, theirs.segments) == (span.label, span.segments)
        assert set(span.annotator.split(", ")) == {source.split("/")[0] for source in span.sources}
    every = {source for span in session.document.spans for source in span.sources}
    assert every == known.keys()  # who takes all of all loses nobody's tag


@pytest.mark.slow
@given(teams())
@QUICK
def test_the_majority_rule_keeps_what_two_of_three_have(team: tuple[Document, ...]) -> None:
    session, adjudication = opened(team)
    if step := take_agreed(session, adjudication):
        session.apply(step)
    for difference in adjudication.left(session.document):
        chosen = majority(adjudication, difference)
        if chosen is not None:
            session.apply(take(session, adjudication, difference, chosen, "majority"))
    for span in session.document.spans:
        assert len(span.sources) >= 2
        assert span.decision == ("agreed" if len(span.sources) == 3 else "majority")
    for difference in adjudication.differences:
        holders = [len(keys) for _, keys in _versions(adjudication, difference)]
        if difference.head is None and max(holders) >= 2:
            assert difference not in adjudication.left(session.document)


def _versions(adjudication: Adjudication, difference: Difference) -> list[tuple[Span, list[str]]]:
    from tui.measure.adjudication.decisions import _versions as versions

    return versions(adjudication, difference, range(3))


def one_difference(*spans: Span | None) -> tuple[Session, Adjudication, Difference]:
    names = ("ling", "wang", "zhou")
    team = [annotator(n, [s] if s else []) for n, s in zip(names, spans, strict=False)]
    session, adjudication = opened(team)
    (difference,) = adjudication.differences
    return session, adjudication, difference


def metric(start: int, end: int, label: str = "METRIC", **said: str) -> Span:
    return span_of(PAGE, f"s{start}{end}{label}", (start, end), label=label, attributes=dict(said))


def test_a_value_is_settled_by_fields() -> None:
    session, adjudication, difference = one_difference(
        metric(14, 17, value="36", unit="家"), metric(14, 17, value="36", unit="个", comparator="ge")
    )
    assert (difference.kinds, difference.fields) == (("value",), ("unit", "comparator"))
    session.apply(merge_fields(session, adjudication, difference, 0, {"comparator": 1}))
    (made,) = session.document.spans
    assert made.attributes == {"value": "36", "unit": "家", "comparator": "ge"}
    assert made.annotator == "ling, wang"
    assert adjudication.left(session.document) == []


def test_numbers_that_are_written_differently_are_no_difference() -> None:
    one, other = metric(14, 17, value="36"), metric(14, 17, value="36.0", comparator="exact")
    _, adjudication = opened([annotator("ling", [one]), annotator("wang", [other])])
    assert adjudication.differences == ()


def test_a_difference_is_listed_by_all_that_it_is_in() -> None:
    assert one_difference(metric(0, 3), None)[2].kinds == ("missing",)
    assert one_difference(metric(0, 3), metric(0, 6))[2].kinds == ("border",)
    assert one_difference(metric(0, 3), metric(0, 3, "LOC"))[2].kinds == ("label",)
    assert one_difference(metric(0, 5), metric(0, 6, "LOC"), None)[2].kinds == ("missing", "border", "label")


def test_tags_with_other_labels_that_hardly_meet_are_two_differences() -> None:
    team = [annotator("ling", [metric(0, 9)]), annotator("wang", [metric(8, 12, "LOC")])]
    _, adjudication = opened(team)
    assert [difference.kinds for difference in adjudication.differences] == [("missing",), ("missing",)]


def test_a_tag_that_nobody_made_settles_a_difference() -> None:
    session, adjudication, difference = one_difference(metric(0, 3, "LOC"), metric(0, 5, "ORG"))
    session.apply(make_anew(session, adjudication, difference, metric(0, 6, "ORG"), "anew"))
    (made,) = session.document.spans
    assert (made.text, made.annotator, made.decision) == (TEXT[0:6], "", "anew")
    assert session.document.progress_of(ARTICLE.id).state == "done"


def test_a_tag_says_who_decided_on_it_unless_a_rule_did() -> None:
    team = [annotator(name, [metric(0, 3), metric(8, end)]) for name, end in (("ling", 10), ("wang", 11))]
    adjudication = Adjudication.of(views(ARTICLE, team, DEFAULT_SCHEMA), "mo")
    session, (difference,) = opened(team)[0], adjudication.differences
    step = take_agreed(session, adjudication)
    assert step is not None
    session.apply(step)
    assert [span.decided_by for span in session.document.spans] == [""]
    ways: Sequence[Callable[[], Step]] = (
        lambda: take(session, adjudication, difference, (1,)),
        lambda: make_anew(session, adjudication, difference, metric(8, 12), "anew"),
        lambda: merge_fields(session, adjudication, difference, 0, {}),
    )
    for decide in ways:
        session.apply(decide())
        assert [span.decided_by for span in session.document.spans] == ["", "mo"]
    session.apply(take(session, adjudication, difference, (1,), "majority"))
    assert [span.decided_by for span in session.document.spans] == ["", ""]


def test_what_an_annotator_adds_after_the_decision_is_a_difference_again() -> None:
    session, adjudication, difference = one_difference(metric(0, 3), None)
    session.apply(take(session, adjudication, difference, ()))
    assert adjudication.is_settled(session.document)
    later = [annotator("ling", [metric(0, 3), metric(8, 10)]), annotator("wang", [])]
    again = Adjudication.of(views(ARTICLE, later, DEFAULT_SCHEMA))
    assert [difference.place.start for difference in again.left(session.document)] == [8]


A, B, C = metric(0, 3), metric(0, 4), metric(0, 5)


@pytest.mark.parametrize(
    ("versions", "threshold", "taken"),
    [
        ((A, B, B), 0.5, (1,)),  # whoever was named first has no more to say than the others
        ((B, A, B), 0.5, (0,)),
        ((B, B, A), 0.5, (0,)),
        ((A, None, None), 0.5, ()),
        ((A, B, C), 0.5, None),
        ((A, B, B), 0.66, (1,)),
        ((A, B, B), 0.75, None),
    ],
)
def test_what_most_have_is_taken_whoever_they_are(
    versions: tuple[Span | None, ...], threshold: float, taken: tuple[int, ...] | None
) -> None:
    _, adjudication, difference = one_difference(*versions)
    assert majority(adjudication, difference, threshold) == taken


def test_each_article_label_is_taken_by_itself() -> None:
    given: tuple[dict[str, tuple[str, ...]], ...] = (
        {"topic": ("sport",), "genre": ("brief",)},
        {"topic": ("culture",), "genre": ("brief",)},
        {},
    )
    team = [
        annotator(name, ()).replaced(progress={ARTICLE.id: Progress(state="done", labels=labels)})
        for name, labels in zip(("ling", "wang", "zhou"), given, strict=True)
    ]
    change = take_majority_labels(views(ARTICLE, team, DEFAULT_SCHEMA), document_of(PAGE), 0.5)
    assert change is not None
    assert change.labels == {"genre": ("brief",)}


@pytest.mark.parametrize(
    ("given", "threshold", "taken"),
    [
        ((("sport",), ("economy",), ("economy",)), 0.5, ("economy",)),
        ((("economy",), ("sport",), ("economy",)), 0.5, ("economy",)),
        ((("a", "b"), ("c",), ("b", "a")), 0.5, ("a", "b")),  # their order says nothing
        ((("sport",), ("economy",), ("culture",)), 0.5, None),
        ((("sport",), ("economy",), ("economy",)), 0.7, None),
        (((), (), ("economy",)), 0.5, None),
    ],
)
def test_article_labels_that_most_gave_are_taken(
    given: tuple[tuple[str, ...], ...], threshold: float, taken: tuple[str, ...] | None
) -> None:
    team = []
    for name, values in zip(("ling", "wang", "zhou"), given, strict=True):
        progress = {ARTICLE.id: Progress(state="done", labels={"topic": values} if values else {})}
        team.append(annotator(name, ()).replaced(progress=progress))
    change = take_majority_labels(views(ARTICLE, team, DEFAULT_SCHEMA), document_of(PAGE), threshold)
    assert (change and change.labels) == (taken and {"topic": taken})
