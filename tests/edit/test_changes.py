"""Changes and sessions: whatever is done can be taken back, and a quote never lies."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tui.edit import AddRelation, AddSeconds, AddSpan, RemoveSpan, ReplaceSpan, Session, Step, steps
from tui.errors import ChangeError
from tui.model import Article, Block, Document, Page, Relation, Segment, Span, Stage, order, surface

TEXT = "本报讯 顺义区总工会新发展会员8447人。\r\n\r\n𠮷野家😀与“两新”组织。"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
STAGES = (Stage(id="review", counts_as="doing"), Stage(id="gold", counts_as="done"))


def document() -> Document:
    page = Page(id="p", path="seeds/p.txt", text=TEXT, encoding="utf-8", sha256="0" * 64)
    blocks = (
        Block(role="paragraph", segments=((0, 21),)),
        Block(role="paragraph", segments=((25, len(TEXT)),)),
    )
    return Document(
        page=page, annotator="ling", articles=(Article(id="p#1", page="p", kind="news", blocks=blocks),)
    )


def session() -> Session:
    ids, minutes = count(1), count()
    return Session(
        document(),
        clock=lambda: NOON + timedelta(minutes=next(minutes)),
        new_id=lambda: f"s{next(ids)}",
    )


def span(id_: str = "a", segments: tuple[Segment, ...] = ((4, 10),), label: str = "ORG") -> Span:
    return Span(
        id=id_, label=label, segments=segments, text=surface(TEXT, segments), created=NOON, updated=NOON
    )


segments = st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6, unique=True).map(
    lambda cuts: tuple(zip(*[iter(sorted(cuts))] * 2, strict=False))
)


class History(RuleBasedStateMachine):
    """Any acts in any order: undoing all of them gives the first document, redoing all the last one."""

    @initialize()
    def begin(self) -> None:
        self.session = session()
        self.states = [self.session.document]
        self.at = 0

    def did(self, step: Step) -> None:
        self.session.apply(step)
        self.states = [*self.states[: self.at + 1], self.session.document]
        self.at += 1

    def some(self, number: int) -> Span:
        return self.session.document.spans[number % len(self.session.document.spans)]

    @rule(where=segments, label=st.sampled_from(["ORG", "LOC"]))
    def tag(self, where: tuple[Segment, ...], label: str) -> None:
        step, id_ = steps.tag(self.session, "p#1", label, where)
        self.did(step)
        assert self.session.document.spans_by_id[id_].text == surface(TEXT, where)

    @precondition(lambda self: self.session.document.spans)
    @rule(number=st.integers(0), where=segments)
    def resize(self, number: int, where: tuple[Segment, ...]) -> None:
        changed = self.some(number).replaced(segments=where, text=surface(TEXT, where))
        self.did(steps.replace(self.session, "p#1", "edit", changed))

    @precondition(lambda self: len(self.session.document.spans) > 1)
    @rule(one=st.integers(0), other=st.integers(0))
    def relate(self, one: int, other: int) -> None:
        relation = Relation(
            id=self.session.new_id(), label="subject", head=self.some(one).id, tail=self.some(other).id
        )
        self.did(Step("relate", (AddRelation(relation=relation),)))

    @precondition(lambda self: self.session.document.spans)
    @rule(number=st.integers(0))
    def remove(self, number: int) -> None:
        gone = self.some(number)
        self.did(steps.remove(self.session.document, gone))
        assert all(gone.id not in (r.head, r.tail) for r in self.session.document.relations)

    @rule()
    def set_next_state(self) -> None:
        state, stage = steps.next_state(self.session.document.progress_of("p#1"), STAGES)
        self.did(steps.set_state(self.session, "p#1", state, 0, stage))

    @rule()
    def undo(self) -> None:
        assert (self.session.undo() is None) == (self.at == 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        last = len(self.states) - 1
        assert (self.session.redo() is None) == (self.at == last)
        self.at = min(last, self.at + 1)

    @invariant()
    def document_is_the_one_of_this_moment(self) -> None:
        now, then = self.session.document, self.states[self.at]
        assert now.spans == then.spans
        assert set(now.relations) == set(then.relations)
        assert now.progress_of("p#1") == then.progress_of("p#1")

    @invariant()
    def every_quote_stands_at_its_place_and_spans_are_in_order(self) -> None:
        spans = self.session.document.spans
        assert all(surface(TEXT, span.segments) == span.text for span in spans)
        assert list(spans) == sorted(spans, key=order)


TestHistory = History.TestCase


def test_a_span_whose_text_is_not_what_stands_there_is_refused() -> None:
    lie = span().replaced(text="顺义区总工")
    with pytest.raises(ChangeError, match=r"tag a differs from the page's text at \[\(4, 10\)\]"):
        AddSpan(span=lie).apply(document())


@pytest.mark.parametrize(
    "change",
    [
        RemoveSpan(id="nobody"),
        ReplaceSpan(span=span("nobody")),
        AddRelation(relation=Relation(id="r", label="subject", head="nobody", tail="nobody")),
        AddSeconds(article="p#9", seconds=1),
    ],
    ids=lambda change: type(change).__name__,
)
def test_a_change_of_what_is_not_there_is_refused(change: RemoveSpan) -> None:
    with pytest.raises(ChangeError, match="there is no"):
        change.apply(document())


def test_an_id_is_given_once() -> None:
    once, _ = AddSpan(span=span()).apply(document())
    with pytest.raises(ChangeError, match="there is already a span a"):
        AddSpan(span=span(segments=((0, 3),))).apply(once)


def test_a_step_that_fails_half_way_has_not_happened() -> None:
    working = session()
    with pytest.raises(ChangeError):
        working.apply(Step("tag", (AddSpan(span=span()), RemoveSpan(id="nobody"))))
    assert working.document == document()
    assert working.undo() is None


def test_the_first_tag_begins_an_article_and_undo_takes_both_back() -> None:
    working = session()
    step, _ = steps.tag(working, "p#1", "ORG", ((4, 10),))
    working.apply(step)
    assert working.document.progress_of("p#1").state == "doing"
    working.undo()
    assert working.document.progress_of("p#1").state == "todo"
    assert working.document.spans == ()


def test_time_spent_is_kept_when_a_step_is_undone() -> None:
    working = session()
    working.apply(steps.set_state(working, "p#1", "done", 0))
    working.note(AddSeconds(article="p#1", seconds=42))
    working.undo()
    assert working.document.progress_of("p#1").seconds == 42
    assert working.document.progress_of("p#1").state == "todo"


def test_what_is_done_after_an_undo_replaces_what_could_be_redone() -> None:
    working = session()
    working.apply(steps.tag(working, "p#1", "ORG", ((4, 10),))[0])
    working.undo()
    working.apply(steps.tag(working, "p#1", "LOC", ((4, 7),))[0])
    assert working.redo() is None
    assert [s.label for s in working.document.spans] == ["LOC"]


def test_listeners_hear_every_change_and_every_undo() -> None:
    working = session()
    heard: list[tuple[int, str]] = []
    working.listeners.append(lambda document, step: heard.append((len(document.spans), step.kind)))
    working.apply(steps.tag(working, "p#1", "ORG", ((4, 10),))[0])
    working.undo()
    working.redo()
    assert heard == [(1, "tag"), (0, "tag"), (1, "tag")]


@given(where=segments)
def test_fields_that_this_version_does_not_know_survive_a_change(where: tuple[Segment, ...]) -> None:
    known = span(segments=where).replaced(unknown={"certainty": "unsure"})
    working = session()
    working.apply(Step("tag", (AddSpan(span=known),)))
    working.apply(steps.replace(working, "p#1", "relabel", working.document.spans[0].replaced(label="LOC")))
    assert working.document.spans[0].unknown["certainty"] == "unsure"
