"""Steps as users think of them; each is one change to undo."""

from collections.abc import Callable, Mapping, Sequence

from tui.edit.changes import (
    AddRelation,
    AddSpan,
    Change,
    RemoveRelation,
    RemoveSpan,
    ReplaceSpan,
    SetProgress,
    SetState,
    Step,
)
from tui.edit.session import Session
from tui.errors import ChangeError
from tui.model import (
    STATES,
    Attribute,
    Document,
    Progress,
    Relation,
    Segment,
    Span,
    Stage,
    State,
    surface,
)
from tui.model.span import CERTAINTY, Origin, Taken, is_unsure


def tag(
    session: Session,
    article: str,
    label: str,
    segments: tuple[Segment, ...],
    attributes: dict[str, Attribute] | None = None,
    *,
    origin: Origin = "manual",
    score: float | None = None,
    maker: str = "",
    taken: Taken = "",
) -> tuple[Step, str]:
    """Return the step that adds a tag, and the tag's id; an article not yet begun becomes one being done."""
    document, now = session.document, session.clock()
    span = Span(
        id=session.new_id(),
        label=label,
        segments=segments,
        text=surface(document.page.text, segments),
        attributes=attributes or {},
        origin=origin,
        score=score,
        maker=maker,
        taken=taken,
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


def tag_all(
    session: Session,
    like: Span,
    places: Sequence[tuple[str, tuple[Segment, ...]]],
    attributes_at: Callable[[tuple[Segment, ...]], Mapping[str, Attribute]],
) -> Step:
    """Return the step that tags places (article, segments) as `like` is.

    Args:
        attributes_at: what is said of the tag at a place; the same text may be another quantity there.
    """
    changes: list[Change] = []
    for article in dict.fromkeys(article for article, _ in places):
        changes += begin(session, article)
    now = session.clock()
    for _, segments in places:
        text = surface(session.document.page.text, segments)
        fields = {
            "id": session.new_id(),
            "segments": segments,
            "text": text,
            "note": "",
            "attributes": attributes_at(segments),
        }
        changes.append(AddSpan(span=like.replaced(**fields, origin="manual", created=now, updated=now)))
    return Step("spread", tuple(changes), like.text, places[0][1][0][0], like.label)


def relabel_all(session: Session, spans: Sequence[Span]) -> Step:
    """Return the step that puts spans in the places of those with their ids."""
    now = session.clock()
    changes = tuple(ReplaceSpan(span=span.replaced(updated=now)) for span in spans)
    return Step("relabel_all", changes, spans[0].text, spans[0].start, spans[0].label)


def remove_all(document: Document, spans: Sequence[Span]) -> Step:
    """Return the step that removes spans and the relations that they are ends of."""
    ids = {span.id for span in spans}
    loose = (r for r in document.relations if {r.head, r.tail} & ids)
    changes: list[Change] = [RemoveRelation(id=relation.id) for relation in loose]
    changes += [RemoveSpan(id=span.id) for span in spans]
    return Step("remove_all", tuple(changes), spans[0].text, spans[0].start, spans[0].label)


def remove(document: Document, span: Span) -> Step:
    """Return the step that removes a tag and the relations that it is an end of."""
    loose = [r for r in document.relations if span.id in (r.head, r.tail)]
    changes: list[Change] = [RemoveRelation(id=relation.id) for relation in loose]
    changes.append(RemoveSpan(id=span.id))
    return Step("remove", tuple(changes), span.text, span.start, span.label)


def relate(session: Session, article: str, label: str, head: Span, tail: Span) -> Step:
    """Return the step that joins two tags.

    Raises:
        ChangeError: they are joined so already.
    """
    for known in session.document.relations:
        if (known.label, known.head, known.tail) == (label, head.id, tail.id):
            raise ChangeError("relation.twice", head=head.text, tail=tail.text)
    relation = Relation(id=session.new_id(), label=label, head=head.id, tail=tail.id)
    changes = (*begin(session, article), AddRelation(relation=relation))
    return Step("relate", changes, f"{head.text} -> {tail.text}", head.start, label)


def unrelate(document: Document, relation: Relation) -> Step:
    """Return the step that removes a relation."""
    head, tail = document.spans_by_id[relation.head], document.spans_by_id[relation.tail]
    subject = f"{head.text} -> {tail.text}"
    return Step("unrelate", (RemoveRelation(id=relation.id),), subject, head.start, relation.label)


def doubt(session: Session, article: str, span: Span) -> Step:
    """Return the step that says that a tag is doubted, or no longer."""
    said = {key: value for key, value in span.attributes.items() if key != CERTAINTY}
    if not is_unsure(span):
        said[CERTAINTY] = "unsure"
    kind = "sure" if is_unsure(span) else "unsure"
    return replace(session, article, kind, span.replaced(attributes=said))


def note_article(session: Session, article: str, note: str, at: int) -> Step:
    """Return the step that writes a note on an article."""
    progress = session.document.progress_of(article).replaced(note=note, updated=session.clock())
    return Step("note", (SetProgress(article=article, progress=progress),), note, at)


def label_article(session: Session, article: str, label: str, values: tuple[str, ...], at: int) -> Step:
    """Return the step that labels an article; one that nobody touched is being done then."""
    before = session.document.progress_of(article)
    labels = {id_: said for id_, said in before.labels.items() if id_ != label}
    state: State = "doing" if before.state == "todo" else before.state
    labels |= {label: values} if values else {}
    progress = before.replaced(labels=labels, state=state, updated=session.clock())
    subject = "、".join(values) or "–"
    return Step("label_article", (SetProgress(article=article, progress=progress),), subject, at, label)


def set_state(session: Session, article: str, state: State, at: int, stage: str = "") -> Step:
    """Return the step that sets an article's state; `at` is where the article begins."""
    change = SetState(article=article, state=state, at=session.clock(), stage=stage)
    return Step(f"state.{state}", (change,), stage, at)


def next_state(progress: Progress, stages: Sequence[Stage] = ()) -> tuple[State, str]:
    """Return the state and stage that follow: todo, doing, done, skipped, each before its stages."""
    order = [
        (state, stage)
        for state in STATES
        for stage in ("", *(each.id for each in stages if each.counts_as == state))
    ]
    here = (progress.state, progress.stage)
    at = order.index(here) if here in order else order.index((progress.state, ""))
    return order[(at + 1) % len(order)]


def begin(session: Session, article: str) -> tuple[Change, ...]:
    """Return the change that makes an untouched article one being done; nothing where it is not untouched."""
    if session.document.progress_of(article).state != "todo":
        return ()
    return (SetState(article=article, state="doing", at=session.clock()),)
