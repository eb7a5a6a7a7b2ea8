"""Which proposals are gone through, in which order, and what taking or refusing them does."""

from pathlib import Path

import pytest

from tests.app.conftest import workspace_on
from tui.app.workspace import proposals as made
from tui.app.workspace.asking import put_answer
from tui.app.workspace.editing import Editor
from tui.app.workspace.proposals import Review, begin_review
from tui.app.workspace.workspace import Workspace
from tui.edit import AddRelation, AddSpan
from tui.errors import OffsetError
from tui.suggest.candidate import Candidate
from tui.suggest.proposal import Proposal

ROWS = (
    ("两新组织", "ORG", 0.8),
    ("王路曼", "PERSON", 0.95),
    ("近日", "TIME", 0.6),
    ("顺义区", "LOC", 0.97),
    ("69家", "METRIC", 0.7),
    ("新建", "EVENT", 0.3),
)


@pytest.fixture
def workspace(folder: Path) -> Workspace:
    """The page p with proposals; of the sure ones none is looked at all the same."""
    workspace = workspace_on(folder)
    workspace.proposals.is_check = lambda *_: False  # type: ignore[method-assign]
    workspace.proposals.shown, workspace.proposals.sure = 0.5, 0.9
    propose(workspace, *ROWS)
    return workspace


def place(workspace: Workspace, text: str) -> int:
    assert workspace.shown is not None
    return workspace.shown.view.reading.text.index(text)


def propose(workspace: Workspace, *rows: tuple[str, str, float]) -> None:
    found = [
        Candidate(at := place(workspace, text), at + len(text), label, score, "learned")
        for text, label, score in rows
    ]
    put_answer(workspace, "p#1", found)


def texts(rows: tuple[Proposal, ...]) -> list[str]:
    return [row.surface for row in rows]


# Which


def test_doubtful_ones_are_gone_through_in_the_order_that_is_wanted(workspace: Workspace) -> None:
    assert texts(made.proposals(workspace)) == ["两新组织", "王路曼", "近日", "顺义区", "69家"]
    assert texts(made.doubtful(workspace)) == ["两新组织", "近日", "69家"]
    workspace.proposals.order = "doubtful"
    assert texts(made.doubtful(workspace)) == ["近日", "69家", "两新组织"]
    workspace.proposals.order = "surest"
    assert texts(made.doubtful(workspace)) == ["两新组织", "69家", "近日"]


def test_sure_ones_are_taken_together_once_they_were_on_the_screen(workspace: Workspace) -> None:
    assert made.sure_ones(workspace) == ()
    at = place(workspace, "王路曼")
    workspace.proposals.see((at, at + 3))
    assert texts(made.sure_ones(workspace)) == ["王路曼"]
    workspace.proposals.see((0, place(workspace, "69家")))
    assert texts(made.sure_ones(workspace)) == ["王路曼", "顺义区"]


def test_until_the_makers_were_heard_it_is_what_the_rules_propose(folder: Path) -> None:
    workspace = workspace_on(folder)
    found = made.proposals(workspace)
    assert {row.origin for row in found} == {"rule"}
    assert {"8447人", "69家", "2022年"} <= set(texts(found))
    Editor(workspace).tag((place(workspace, "69家"), place(workspace, "69家") + 3), "METRIC")
    assert "69家" not in texts(made.proposals(workspace))
    workspace.proposals.off = True
    assert made.proposals(workspace) == ()
    workspace.proposals.off, workspace.shown = False, None
    assert made.proposals(workspace) == ()


# In which order


def test_a_review_begins_at_the_cursor_or_at_the_first(workspace: Workspace) -> None:
    def first(text: str, *, all_of_them: bool = False) -> str:
        begun = begin_review(workspace, place(workspace, text), all_of_them=all_of_them)
        assert begun is not None
        return begun.shown.surface

    assert [first(text) for text in ("两新组织", "王路曼", "近日", "69家", "会员总数")] == [
        "两新组织",
        "近日",
        "近日",
        "69家",
        "两新组织",
    ]
    assert first("王路曼", all_of_them=True) == "王路曼"
    workspace.proposals.order = "doubtful"
    assert first("69家") == "近日"
    propose(workspace, ROWS[1])
    assert begin_review(workspace, 0) is None
    assert begin_review(workspace, 0, all_of_them=True) is not None


def review(workspace: Workspace, at: int = 0, *, all_of_them: bool = False) -> Review:
    rows = made.proposals(workspace) if all_of_them else made.doubtful(workspace)
    return Review(rows, at, all_of_them=all_of_them)


def test_the_next_and_the_one_before_go_round_the_end(workspace: Workspace) -> None:
    begun = review(workspace)
    assert [begun.moved(step).shown.surface for step in (1, 2, 3, -1)] == ["近日", "69家", "两新组织", "69家"]


def after(workspace: Workspace, begun: Review, *, past: bool = False) -> str | None:
    following = begun.after_decision(workspace, past=past)
    return following and following.shown.surface


def test_after_a_decision_comes_what_stands_behind_it(workspace: Workspace) -> None:
    begun, editor = review(workspace, 1), Editor(workspace)
    assert after(workspace, begun) == "近日", "it is open still"
    assert after(workspace, begun, past=True) == "69家"
    editor.do(made.refusal(workspace, begun.shown))
    assert after(workspace, begun) == "69家"
    assert after(workspace, review(workspace, 1), past=True) is None, "nothing stands behind the last one"
    whole = review(workspace, 1, all_of_them=True)
    assert (whole.shown.surface, after(workspace, whole, past=True)) == ("王路曼", "顺义区")


@pytest.mark.parametrize(("order", "following"), [("doubtful", "69家"), ("surest", "69家")])
def test_in_another_order_the_first_that_is_left_comes_next(
    order: str, following: str, workspace: Workspace
) -> None:
    workspace.proposals.order = order  # type: ignore[assignment]
    begun = review(workspace)
    assert after(workspace, begun) == begun.shown.surface
    assert after(workspace, begun, past=True) == following
    Editor(workspace).do(made.refusal(workspace, begun.shown))
    assert after(workspace, begun) == following
    propose(workspace)
    assert after(workspace, begun) is None


# What is done with them


def test_a_draft_holds_what_was_proposed_where_the_range_is_the_same(workspace: Workspace) -> None:
    proposal = made.proposals(workspace)[4]
    at = place(workspace, "69家")
    _, span = made.draft(workspace, (at, at + 3), proposal)
    assert (span.label, span.text, span.maker, span.score, span.taken) == (
        *("METRIC", "69家", "learned", 0.7, "alone"),
    )
    _, other = made.draft(workspace, (at, at + 2), proposal)
    assert (other.text, other.taken) == ("69", "changed")


def test_sure_ones_are_taken_in_one_step(workspace: Workspace) -> None:
    rows, editor = made.proposals(workspace), Editor(workspace)
    step = made.take_together(workspace, rows)
    assert step is not None
    assert (step.kind, step.subject, step.at) == (
        "take",
        "5 proposals",
        rows[0].segments[0][0],
    )
    assert editor.do(step)
    assert [(span.label, span.text, span.taken) for span in workspace.tags()] == [
        (label, text, "together") for text, label, _ in ROWS[:5]
    ]
    assert workspace.progress.state == "doing"
    assert made.take_together(workspace, rows) is None, "all are tagged"
    assert made.take_together(workspace, ()) is None


def test_a_metric_is_taken_with_what_it_is_related_to(workspace: Workspace) -> None:
    proposal = made.proposals(workspace)[4]
    assert made.tails_of(workspace, made.proposals(workspace)[0]) == {}, "an organisation leads nowhere"
    tails = made.tails_of(workspace, proposal)
    assert set(tails) == {"subject", "period"}
    assert all(len(found) <= made.MOST for found in tails.values())
    at = place(workspace, "69家")
    step, head = made.draft(workspace, (at, at + 3), proposal)
    chosen = [found[0] for found in tails.values()]
    whole = made.with_relations(workspace, step, head, [*chosen, chosen[0]])
    spans = [change.span for change in whole.changes if isinstance(change, AddSpan)]
    relations = [change.relation for change in whole.changes if isinstance(change, AddRelation)]
    assert len(relations) == len(chosen) + 1
    assert len(spans) == 1 + len(chosen), "a tail that two relations lead to is made once"
    assert {relation.head for relation in relations} == {head.id}
    assert relations[0].tail == relations[-1].tail
    tail = spans[1]
    assert (tail.origin, tail.maker, tail.attributes, tail.note) == ("model", "relations", {}, "")
    workspace.shown = None
    assert made.tails_of(workspace, proposal) == {}


def test_a_tail_that_is_tagged_is_not_tagged_again(workspace: Workspace) -> None:
    editor = Editor(workspace)
    where = place(workspace, "新建工会组织")
    id_ = editor.tag((where, where + 6), "INDICATOR")
    proposal = next(row for row in made.proposals(workspace) if row.surface == "69家")
    (tail, *_) = made.tails_of(workspace, proposal)["indicator"]
    assert tail.span is not None
    step, head = made.draft(workspace, (place(workspace, "69家"), place(workspace, "69家") + 3), proposal)
    whole = made.with_relations(workspace, step, head, [tail])
    (relation,) = (change.relation for change in whole.changes if isinstance(change, AddRelation))
    assert relation.tail == id_


def test_what_is_shown_says_label_value_and_score_or_why_it_cannot_be_tagged(workspace: Workspace) -> None:
    begun = review(workspace, 2)
    at = place(workspace, "69家")
    assert made.describe(workspace, (at, at + 3), begun) == "3/3 METRIC 69家 = 69 家"
    name = begun._replace(at=0)
    at = place(workspace, "两新组织")
    assert made.describe(workspace, (at, at + 4), name) == "1/3 ORG 两新组织 80%"
    at = place(workspace, "王路曼")
    assert made.describe(workspace, (at, at + 3), begun) == "3/3 METRIC 王路曼 = ?"
    with pytest.raises(OffsetError) as error:
        made.draft(workspace, (at, at), name.shown)
    assert made.describe(workspace, (at, at), name) == error.value.render("en")


def test_what_is_not_in_one_piece_in_the_text_has_no_range(workspace: Workspace) -> None:
    row = made.proposals(workspace)[0]
    at = place(workspace, "两新组织")
    assert made.range_of(workspace, row) == (at, at + 4)
    assert made.start_of(workspace, row) == at
    assert made.is_sure(workspace, row) is False
    torn = row._replace(segments=((row.segments[0][0], row.segments[0][0] + 1), (70, 72)), score=1.0)
    assert made.range_of(workspace, torn) is None
    assert made.is_sure(workspace, torn) is False
    workspace.shown = None
    assert (made.range_of(workspace, row), made.start_of(workspace, row)) == (None, -1)
