"""Steps: what one act of a user changes, and what it is called."""

from collections.abc import Callable

import pytest

from tests.edit.test_changes import NOON, TEXT, document, session, span
from tui.edit import AddAll, AddRelation, AddSeconds, Session, SetProgress, Step, orphans, sharing, steps
from tui.edit.values import MetricReader, with_value
from tui.errors import ChangeError, PiyueError
from tui.model import DEFAULT_LABELS, Attribute, Progress, Relation, Segment, Span, Stage, State
from tui.texts import say


def with_tags(*tags: Span, relations: tuple[Relation, ...] = ()) -> Session:
    working = session()
    working.restart(AddAll(tags, relations).apply(document())[0])
    return working


def relation(id_: str, head: str, tail: str, label: str = "subject") -> Relation:
    return Relation(id=id_, label=label, head=head, tail=tail)


def said_at(segments: tuple[Segment, ...]) -> dict[str, Attribute]:
    return {"at": segments[0][0]}


ONE, TWO, THREE = span("one", ((4, 10),)), span("two", ((4, 7),), "LOC"), span("three", ((11, 13),))
LINKS = (relation("r1", "one", "two"), relation("r2", "two", "three"), relation("r3", "three", "one"))


def test_removing_a_tag_removes_its_relations_and_no_others() -> None:
    working = with_tags(ONE, TWO, THREE, relations=LINKS)
    step = steps.remove(working.document, TWO)
    working.apply(step)
    assert [s.id for s in working.document.spans] == ["one", "three"]
    assert working.document.relations == (LINKS[2],)
    assert (step.kind, step.subject, step.at, step.label) == ("remove", "顺义区", 4, "LOC")
    working.undo()
    assert set(working.document.relations) == set(LINKS)


def test_removing_tags_everywhere_removes_their_relations_and_no_others() -> None:
    other = (span("four", ((0, 3),)), span("five", ((14, 16),)))
    links = (*LINKS, relation("r4", "four", "five"))
    working = with_tags(ONE, TWO, THREE, *other, relations=links)
    step = steps.remove_all(working.document, [ONE, TWO])
    working.apply(step)
    assert [s.id for s in working.document.spans] == ["four", "three", "five"]
    assert working.document.relations == (links[3],)
    assert (step.kind, step.subject, step.at, step.label) == ("remove_all", "顺义区总工会", 4, "ORG")


def test_two_tags_are_joined_once_by_one_label_in_one_direction() -> None:
    working = with_tags(ONE, TWO)
    working.apply(steps.relate(working, "p#1", "subject", ONE, TWO))
    with pytest.raises(ChangeError, match="顺义区"):
        steps.relate(working, "p#1", "subject", ONE, TWO)
    working.apply(steps.relate(working, "p#1", "subject", TWO, ONE))
    with pytest.raises(ChangeError, match="顺义区"):
        steps.relate(working, "p#1", "subject", TWO, ONE)
    working.apply(steps.relate(working, "p#1", "period", ONE, TWO))
    assert [(r.label, r.head, r.tail) for r in working.document.relations] == [
        ("subject", "one", "two"),
        ("subject", "two", "one"),
        ("period", "one", "two"),
    ]
    step = steps.unrelate(working.document, working.document.relations[0])
    working.apply(step)
    assert [r.label for r in working.document.relations] == ["subject", "period"]
    assert (step.kind, step.subject, step.at) == ("unrelate", "顺义区总工会 -> 顺义区", 4)


@pytest.mark.parametrize(
    ("before", "after"), [("todo", "doing"), ("doing", "doing"), ("done", "done"), ("skipped", "skipped")]
)
@pytest.mark.parametrize(
    "act",
    [
        lambda s: steps.tag(s, "p#1", "LOC", ((4, 7),))[0],
        lambda s: steps.replace(s, "p#1", "relabel", ONE.replaced(label="LOC")),
        lambda s: steps.tag_all(s, ONE, [("p#1", ((11, 13),))], said_at),
        lambda s: steps.relate(s, "p#1", "subject", ONE, THREE),
        lambda s: steps.doubt(s, "p#1", ONE),
        lambda s: steps.label_article(s, "p#1", "topic", ("economy",), 0),
    ],
    ids=["tag", "replace", "tag_all", "relate", "doubt", "label_article"],
)
def test_work_begins_an_article_that_nobody_began_and_leaves_other_states(
    act: Callable[[Session], Step], before: State, after: State
) -> None:
    working = with_tags(ONE, THREE)
    working.apply(steps.set_state(working, "p#1", before, 0))
    working.apply(act(working))
    assert working.document.progress_of("p#1").state == after
    working.undo()
    assert working.document.progress_of("p#1").state == before


def test_the_same_tag_is_put_on_many_places_without_the_note_and_the_origin_of_the_first() -> None:
    like = ONE.replaced(note="只此一处", origin="model", attributes={"kind": "union"})
    working = with_tags(like)
    places = [("p#1", ((11, 13),)), ("p#1", ((14, 16),))]
    working.apply(steps.tag_all(working, like, places, said_at))
    made = [s for s in working.document.spans if s.id != "one"]
    assert [(s.text, s.label, s.note, s.origin, s.attributes) for s in made] == [
        (TEXT[11:13], "ORG", "", "manual", {"at": 11}),
        (TEXT[14:16], "ORG", "", "manual", {"at": 14}),
    ]
    assert all(s.created > NOON or s.created == NOON for s in made)
    working.undo()
    assert working.document.spans == (like,)


def test_places_in_several_articles_are_tagged_and_each_article_is_begun() -> None:
    whole = document().articles[0]
    first, second = (whole.replaced(id=f"p#{n + 1}", blocks=(whole.blocks[n],)) for n in (0, 1))
    working = session()
    working.restart(document().replaced(articles=(first, second)))
    places = [("p#1", ((11, 13),)), ("p#2", ((25, 28),))]
    working.apply(steps.tag_all(working, ONE, places, said_at))
    assert [s.text for s in working.document.spans] == [TEXT[11:13], TEXT[25:28]]
    assert [working.document.progress_of(f"p#{n}").state for n in (1, 2)] == ["doing", "doing"]


@pytest.mark.parametrize("attributes", [None, {}, {"kind": "union"}])
def test_a_tag_says_what_it_was_given(attributes: dict[str, Attribute] | None) -> None:
    working = session()
    working.apply(steps.tag(working, "p#1", "ORG", ((4, 10),), attributes)[0])
    assert working.document.spans[0].attributes == (attributes or {})


def test_an_article_can_be_as_if_nobody_had_touched_it() -> None:
    working = session()
    working.apply(steps.set_state(working, "p#1", "done", 0))
    changed, inverse = SetProgress("p#1", None).apply(working.document)
    assert changed.progress == {}
    assert inverse.apply(changed)[0] == working.document


def test_many_tags_get_another_label_as_one_step() -> None:
    working = with_tags(ONE, TWO, THREE)
    step = steps.relabel_all(working, [ONE.replaced(label="EVENT"), THREE.replaced(label="EVENT")])
    working.apply(step)
    labels = {s.id: s.label for s in working.document.spans}
    assert labels == {"one": "EVENT", "two": "LOC", "three": "EVENT"}
    assert (step.kind, step.subject, step.label) == ("relabel_all", "顺义区总工会", "EVENT")


def test_a_doubt_is_said_and_taken_back_and_other_attributes_stay() -> None:
    working = with_tags(ONE.replaced(attributes={"kind": "union"}))
    working.apply(steps.doubt(working, "p#1", working.document.spans[0]))
    assert working.document.spans[0].attributes == {"kind": "union", "certainty": "unsure"}
    step = steps.doubt(working, "p#1", working.document.spans[0])
    working.apply(step)
    assert (step.kind, working.document.spans[0].attributes) == ("sure", {"kind": "union"})


def test_an_article_is_labelled_anew_and_its_other_labels_stay() -> None:
    working = session()
    working.apply(steps.label_article(working, "p#1", "topic", ("economy", "labour"), 0))
    working.apply(steps.label_article(working, "p#1", "genre", ("brief",), 0))
    step = steps.label_article(working, "p#1", "topic", ("sport",), 0)
    working.apply(step)
    assert (step.label, step.subject) == ("topic", "sport")
    assert working.document.progress_of("p#1").labels == {"topic": ("sport",), "genre": ("brief",)}
    step = steps.label_article(working, "p#1", "topic", (), 0)
    working.apply(step)
    assert (step.label, step.subject) == ("topic", "–")
    assert working.document.progress_of("p#1").labels == {"genre": ("brief",)}


def test_a_note_on_an_article_leaves_its_state() -> None:
    working = session()
    working.apply(steps.note_article(working, "p#1", "再看一遍", 0))
    assert working.document.progress_of("p#1").note == "再看一遍"
    assert working.document.progress_of("p#1").state == "todo"


STAGES = (Stage(id="review", counts_as="doing"), Stage(id="gold", counts_as="done"))


def test_states_follow_one_another_each_before_its_stages() -> None:
    seen: list[tuple[State, str]] = []
    progress = Progress()
    for _ in range(6):
        state, stage = steps.next_state(progress, STAGES)
        progress = progress.replaced(state=state, stage=stage)
        seen.append((state, stage))
    assert seen == [
        ("doing", ""),
        ("doing", "review"),
        ("done", ""),
        ("done", "gold"),
        ("skipped", ""),
        ("todo", ""),
    ]
    assert steps.next_state(Progress(state="done", stage="of another project"), STAGES) == ("done", "gold")


def test_progress_of_one_article_leaves_the_others() -> None:
    first = document().articles[0]
    working = session()
    working.restart(document().replaced(articles=(first, first.replaced(id="p#2"))))
    working.apply(steps.set_state(working, "p#1", "done", 0))
    working.apply(steps.set_state(working, "p#2", "skipped", 0, "later"))
    working.note(AddSeconds("p#2", 5))
    working.apply(steps.set_state(working, "p#1", "doing", 0))
    states = {id_: (p.state, p.stage, p.seconds) for id_, p in working.document.progress.items()}
    assert states == {"p#1": ("doing", "", 0), "p#2": ("skipped", "later", 5)}


def test_a_refused_session_changes_nothing_and_says_why() -> None:
    working = session()
    working.refusal = PiyueError("change.first")
    with pytest.raises(PiyueError, match="first article"):
        working.apply(steps.set_state(working, "p#1", "done", 0))
    working.note(AddSeconds("p#1", 5))
    assert working.document == document()
    assert working.undo() is None


def test_what_was_done_to_another_document_is_not_taken_back() -> None:
    working = session()
    working.apply(steps.set_state(working, "p#1", "doing", 0))
    working.apply(steps.set_state(working, "p#1", "done", 0))
    working.undo()
    working.restart(document())
    assert working.undo() is None
    assert working.redo() is None
    assert working.document == document()


def test_the_last_step_done_and_undone_is_known_by_name() -> None:
    working = session()
    working.apply(steps.set_state(working, "p#1", "doing", 0))
    working.apply(steps.set_state(working, "p#1", "done", 0))
    working.undo()
    assert working.done is not None
    assert working.undone is not None
    assert (working.done.kind, working.undone.kind) == ("state.doing", "state.done")


def test_everybody_who_listens_hears_of_a_step() -> None:
    working = session()
    heard: list[str] = []
    working.listeners += [lambda *_: heard.append("one"), lambda *_: heard.append("two")]
    working.apply(steps.set_state(working, "p#1", "doing", 0))
    assert heard == ["one", "two"]


@pytest.mark.parametrize(
    "made",
    [
        AddRelation(relation("r", "one", "nobody")),
        AddRelation(relation("r", "nobody", "one")),
        AddAll((), (relation("r", "one", "nobody"),)),
        AddAll((), (relation("r", "nobody", "one"),)),
        AddAll((), (relation("r", "one", "two"), relation("r", "two", "one"))),
        AddAll((), (relation("r", "one", "two"), relation("q", "two", "nobody"))),
        AddAll((span("four"), span("three").replaced(text="不"))),
    ],
)
def test_relations_and_tags_that_do_not_fit_are_refused(made: AddRelation | AddAll) -> None:
    with pytest.raises(ChangeError):
        made.apply(with_tags(ONE, TWO).document)


def test_a_relation_id_is_given_once() -> None:
    once, _ = AddRelation(relation("r", "one", "two")).apply(with_tags(ONE, TWO).document)
    with pytest.raises(ChangeError, match="there is already a relation r"):
        AddRelation(relation("r", "two", "one")).apply(once)
    with pytest.raises(ChangeError, match="there is already a relation r"):
        AddAll((), (relation("r", "two", "one"),)).apply(once)


def test_what_was_added_together_cannot_be_removed_when_a_part_is_gone() -> None:
    added, inverse = AddAll((ONE, TWO), (relation("r", "one", "two"),)).apply(document())
    without, _ = steps.remove(added, TWO).changes[0].apply(added)
    with pytest.raises(ChangeError):
        inverse.apply(without)


def test_what_was_added_together_is_removed_and_other_relations_stay() -> None:
    before = with_tags(ONE, THREE, relations=(relation("old", "one", "three"),)).document
    added, inverse = AddAll((TWO,), (relation("new", "one", "two"),)).apply(before)
    back, _ = inverse.apply(added)
    assert (back.spans, back.relations) == (before.spans, before.relations)


def test_an_orphan_is_placed_as_a_tag_and_taken_back() -> None:
    lost = ONE.replaced(id="lost", unknown={"was": "elsewhere"})
    working = session()
    working.apply(Step("keep", (orphans.AddOrphan(lost), orphans.AddOrphan(lost.replaced(id="other")))))
    working.apply(orphans.place(working, lost, ((4, 10),)))
    assert [s.id for s in working.document.orphans] == ["other"]
    assert [(s.id, s.text, dict(s.unknown)) for s in working.document.spans] == [("lost", "顺义区总工会", {})]
    working.undo()
    assert {s.id for s in working.document.orphans} == {"lost", "other"}
    assert working.document.spans == ()


def test_an_orphan_whose_id_is_taken_gets_another() -> None:
    working = with_tags(ONE)
    working.apply(Step("keep", (orphans.AddOrphan(ONE),)))
    working.apply(orphans.place(working, ONE, ((4, 10),)))
    assert [s.id for s in working.document.spans] == ["one", "s1"]


def test_an_orphan_is_dropped_once() -> None:
    working = session()
    working.apply(Step("keep", (orphans.AddOrphan(ONE),)))
    working.apply(orphans.drop(ONE))
    assert working.document.orphans == ()
    with pytest.raises(ChangeError, match="there is no orphan one"):
        working.apply(orphans.drop(ONE))


def test_a_refused_proposal_is_remembered_for_its_annotator_and_taken_back() -> None:
    working = session()
    working.apply(sharing.refuse(working.document, "ORG", ((4, 10),)))
    working.apply(sharing.refuse(working.document, "LOC", ((4, 7),), everywhere=True))
    refused = working.document.corrections.refused
    assert [(pin.label, pin.text, pin.annotator, pin.everywhere) for pin in refused] == [
        ("ORG", "顺义区总工会", "ling", False),
        ("LOC", "顺义区", "ling", True),
    ]
    working.undo()
    assert [pin.label for pin in working.document.corrections.refused] == ["ORG"]


@pytest.mark.parametrize(("date", "kind"), [("2026-03-01", "date"), ("", "undate")])
def test_the_day_of_a_page_is_set(date: str, kind: str) -> None:
    step = sharing.set_date(document(), date)
    assert step.kind == kind
    assert say(f"step.{kind}", "en", subject=date, label="")
    changed, _ = step.changes[0].apply(document())
    assert changed.corrections.date == date


@pytest.mark.parametrize(
    ("label", "said", "expected"),
    [
        ("METRIC", {}, {"value": "8447", "unit": "人"}),
        ("METRIC", {"value": "12"}, {"value": "12"}),
        ("METRIC", {"value": "", "unit": "户"}, {"value": "8447", "unit": "户"}),
        ("METRIC", {"value": None, "comparator": "ge"}, {"value": "8447", "unit": "人", "comparator": "ge"}),
        ("ORG", {}, {}),
        ("ORG", {"kind": "union"}, {"kind": "union"}),
    ],
)
def test_a_metric_gets_the_value_that_its_text_says(
    label: str, said: dict[str, Attribute], expected: dict[str, Attribute]
) -> None:
    at = TEXT.index("8447人")
    tag = span("m", ((at, at + 5),), label).replaced(attributes=said)
    found = with_value(tag, DEFAULT_LABELS, MetricReader(document())).attributes
    assert expected.items() <= found.items()
    assert found == said or (label == "METRIC" and not said.get("value"))
