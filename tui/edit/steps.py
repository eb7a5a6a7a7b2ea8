"""Steps as the user thinks of them, made from a session: each is one change to undo."""

from typing import get_args

from tui.edit.changes import AddSpan, Change, RemoveRelation, RemoveSpan, ReplaceSpan, SetState
from tui.edit.session import Session, Step
from tui.model import Attribute, Document, Segment, Span, State, surface


def tag(
    session: Session,
    article: str,
    label: str,
    segments: tuple[Segment, ...],
    attributes: dict[str, Attribute] | None = None,
) -> tuple[Step, str]:
    """Return the step that adds a tag, and the tag's id; an article not yet begun becomes one being done."""
    document, now = session.document, session.clock()
    span = Span.trusted(
        id=session.new_id(),
        label=label,
        segments=segments,
        text=surface(document.page.text, segments),
        attributes=attributes or {},
        created=now,
        updated=now,
    )
    changes = (*begin(session, article), AddSpan(span=span))
    return Step("tag", changes, span.text, span.start, label), span.id


def replace(session: Session, article: str, kind: str, span: Span) -> Step:
    """Return the step that puts `span` in the place of the one with its id, and says so in its date."""
    changed = span.replaced(updated=session.clock())
    changes = (*begin(session, article), ReplaceSpan(span=changed))
    return Step(kind, changes, span.text, span.start, span.label)


def remove(document: Document, span: Span) -> Step:
    """Return the step that removes a tag and the relations that it is an end of."""
    loose = [r for r in document.relations if span.id in (r.head, r.tail)]
    changes: list[Change] = [RemoveRelation(id=relation.id) for relation in loose]
    changes.append(RemoveSpan(id=span.id))
    return Step("remove", tuple(changes), span.text, span.start, span.label)


def set_state(session: Session, article: str, state: State, at: int) -> Step:
    """Return the step that sets an article's state; `at` is where the article begins."""
    return Step(f"state.{state}", (SetState(article=article, state=state, at=session.clock()),), "", at)


def next_state(state: State) -> State:
    """Return the state that follows in the order todo, doing, done, skipped."""
    states: tuple[State, ...] = get_args(State)
    return states[(states.index(state) + 1) % len(states)]


def begin(session: Session, article: str) -> tuple[Change, ...]:
    """Return the change that makes an untouched article one being done; nothing where it is not untouched."""
    if session.document.progress_of(article).state != "todo":
        return ()
    return (SetState(article=article, state="doing", at=session.clock()),)
