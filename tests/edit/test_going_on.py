"""What can be taken back after another program changed the page."""

import pytest

from tests.edit.test_changes import NOON, document, span
from tests.edit.test_steps import relation
from tui.edit import AddRelation, AddSpan, RemoveSpan, ReplaceSpan, Session, SetState, Step
from tui.edit.bulk import AddAll
from tui.edit.correct import SetWords
from tui.model import Document, Span

MINE, OTHERS = span("mine", ((4, 7),), "LOC"), span("others", ((11, 13),))
THIRD = span("third", ((14, 16),))


def changed(base: Document, *changes: object) -> Document:
    for change in changes:
        base, _ = change.apply(base)  # type: ignore[attr-defined]
    return base


def ids(session: Session) -> list[str]:
    return [each.id for each in session.document.spans]


def working(*steps: Step) -> Session:
    session = Session(document())
    for step in steps:
        session.apply(step)
    return session


def tagged(*spans: Span) -> list[Step]:
    return [Step("tag", (AddSpan(each), SetState("p#1", "doing", NOON)), each.text) for each in spans]


def test_a_tag_can_be_taken_back_after_others_were_merged_in_and_done_again() -> None:
    session = working(*tagged(MINE))
    session.go_on_with(changed(session.document, AddSpan(OTHERS)))
    assert session.undo() is not None
    assert ids(session) == ["others"]
    assert session.redo() is not None
    assert ids(session) == ["mine", "others"]


def test_what_was_undone_can_be_done_again_after_a_merge() -> None:
    session = working(*tagged(MINE))
    session.undo()
    session.go_on_with(changed(session.document, AddSpan(OTHERS)))
    session.redo()
    assert ids(session) == ["mine", "others"]


NOTED = MINE.replaced(note="theirs")


@pytest.mark.parametrize(
    "theirs",
    [
        (ReplaceSpan(NOTED),),
        (RemoveSpan("mine"),),
        (AddSpan(OTHERS), AddRelation(relation("r", "mine", "others"))),
        (SetState("p#1", "done", NOON),),
    ],
    ids=["changed", "removed", "related", "finished"],
)
def test_a_step_is_not_taken_back_where_another_program_changed_what_it_touched(
    theirs: tuple[object, ...],
) -> None:
    session = working(*tagged(MINE))
    session.go_on_with(changed(session.document, *theirs))
    assert session.done is None


def test_steps_behind_one_that_another_program_touched_can_be_taken_back_and_those_before_cannot() -> None:
    session = working(*tagged(MINE), Step("tag", (AddSpan(OTHERS),)), Step("tag", (AddSpan(THIRD),)))
    session.go_on_with(changed(session.document, ReplaceSpan(OTHERS.replaced(note="theirs"))))
    assert session.undo() is not None
    assert ids(session) == ["mine", "others"]
    assert session.undo() is None


def test_corrections_are_not_taken_back_after_a_merge() -> None:
    session = working(Step("word", (SetWords((((4, 7),),)),)))
    session.go_on_with(changed(session.document, AddSpan(OTHERS)))
    assert session.done is None


def test_relations_and_tags_made_at_once_are_taken_back_together() -> None:
    session = working(Step("import", (AddAll((MINE, OTHERS), (relation("r", "mine", "others"),)),)))
    session.go_on_with(changed(session.document, AddSpan(THIRD)))
    assert session.undo() is not None
    assert (ids(session), session.document.relations) == (["third"], ())
    session.go_on_with(changed(session.document, RemoveSpan("third")))
    assert session.redo() is not None
    assert [each.id for each in session.document.relations] == ["r"]
