"""Decisions on differences, as steps of a session on the result: each is one change to undo.

A decision brings along the relations that nobody disputes as soon as both their ends are in the result, and
the last one of an article makes it one that is done.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.edit.changes import (
    AddRelation,
    AddSpan,
    Change,
    RemoveRelation,
    RemoveSpan,
    SetProgress,
    SetState,
    Step,
)
from tui.edit.session import Session
from tui.errors import ChangeError
from tui.measure.adjudication.article_labels import LabelDifference, SetLabels, take_agreed_labels
from tui.measure.adjudication.differences import Difference, keys_of
from tui.measure.adjudication.state import Adjudication
from tui.model import Decision, Document, Relation, Span


class SetRejected(NamedTuple):
    """Say what of annotators' work the result of an article does not take."""

    article: str
    rejected: tuple[str, ...]

    def apply(self, document: Document) -> tuple[Document, Change]:
        """See `Change.apply`."""
        old = document.progress_of(self.article)
        change = SetProgress(article=self.article, progress=old.replaced(rejected=self.rejected))
        return change.apply(document)[0], SetRejected(self.article, old.rejected)


def take_agreed(session: Session, adjudication: Adjudication) -> Step | None:
    """Return the step that takes all tags and labels that everybody agrees on; None: there are none."""
    settled = adjudication.settled(session.document)
    keys = [(group[0], adjudication.keys(group)) for group in adjudication.agreed]
    changes: list[Change] = [
        AddSpan(_made(session, span, sources, "agreed"))
        for span, sources in keys
        if span is not None and not settled.issuperset(sources)
    ]
    count = len(changes)
    if (labels := take_agreed_labels(adjudication.seen, session.document)) is not None:
        changes.append(labels)
    kind = "agreed" if count else "agreed_labels" if labels else "completed"
    step = _completed(session, adjudication, f"adjudicate.{kind}", changes)
    return step.replaced(subject=str(count) if count else "") if step.changes else None


def take_labels(session: Session, adjudication: Adjudication, labels: SetLabels) -> Step:
    """Return the step that gives the result labels of the article."""
    return _completed(session, adjudication, "adjudicate.taken", [labels])


def take_label(
    session: Session, adjudication: Adjudication, difference: LabelDifference, chosen: Sequence[int]
) -> Step:
    """Return the step that labels the article as some annotators did, by number; none chosen: not at all."""
    article = adjudication.article.id
    values = tuple(dict.fromkeys(value for number in chosen for value in difference.values[number]))
    before = session.document.progress_of(article)
    labels = {id_: said for id_, said in before.labels.items() if id_ != difference.label}
    rejected = frozenset(before.rejected) - difference.keys
    changes: list[Change] = [
        SetLabels(article, labels | ({difference.label: values} if values else {})),
        SetRejected(article, tuple(sorted(rejected if values else rejected | difference.keys))),
    ]
    kind = "adjudicate.labelled" if values else "adjudicate.unlabelled"
    step = _completed(session, adjudication, kind, changes)
    return step.replaced(subject="、".join(values), label=difference.label)


def take(
    session: Session,
    adjudication: Adjudication,
    difference: Difference,
    chosen: Sequence[int],
    how: Decision = "taken",
) -> Step:
    """Return the step that takes what some annotators have, by number, and rejects what the others have.

    None chosen takes nothing. What was decided on the difference before gives way.

    Raises:
        ChangeError: tags at one place with one label say different things.
    """
    if difference.head is not None:
        return _take_relations(session, adjudication, difference, chosen)
    changes = _reopened(session, adjudication, difference)
    taken = _versions(adjudication, difference, chosen)
    if len({(span.label, span.segments) for span, _ in taken}) < len(taken):
        raise ChangeError("adjudicate.only_one", name=taken[0][0].text)
    by = adjudication.by if how == "taken" else ""
    changes += [AddSpan(_made(session, span, keys, how, by)) for span, keys in taken]
    kept = frozenset(key for _, keys in taken for key in keys)
    changes.append(_rejecting(session, adjudication, difference, difference.keys - kept))
    kind = "adjudicate.taken" if taken else "adjudicate.rejected"
    step = _completed(
        session, adjudication, kind, changes, taken[0][0] if len(taken) == 1 else difference.place
    )
    if len(taken) > 1:
        step = step.replaced(subject=" + ".join(dict.fromkeys(span.text for span, _ in taken)), label="")
    return step


def merge_fields(
    session: Session, adjudication: Adjudication, difference: Difference, base: int, fields: Mapping[str, int]
) -> Step:
    """Return the step that takes an annotator's tag, with fields of its value from others.

    Args:
        base: the number of the annotator whose tag is taken.
        fields: by the name of a field, the number of the annotator whose value of it is taken.
    """
    span = difference.versions[base]
    assert isinstance(span, Span)
    said = dict(span.attributes)
    for field, number in fields.items():
        other = difference.versions[number]
        said.pop(field, None)
        if isinstance(other, Span) and field in other.attributes:
            said[field] = other.attributes[field]
    return make_anew(session, adjudication, difference, span.replaced(attributes=said), "taken")


def make_anew(
    session: Session, adjudication: Adjudication, difference: Difference, span: Span, how: Decision
) -> Step:
    """Return the step that settles a difference by one tag that stands for all of its tags."""
    made = _made(session, span, sorted(difference.keys), how, adjudication.by)
    changes = [
        *_reopened(session, adjudication, difference),
        AddSpan(made),
        _rejecting(session, adjudication, difference, frozenset()),
    ]
    return _completed(session, adjudication, "adjudicate.anew", changes, made)


def _take_relations(
    session: Session, adjudication: Adjudication, difference: Difference, chosen: Sequence[int]
) -> Step:
    wanted = (
        key
        for number in chosen
        for key in keys_of(difference.annotators[number], difference.versions[number])
    )
    relations = adjudication.relations_of(wanted)
    kept = frozenset(key for relation in relations for key in adjudication.keys(relation.versions))
    changes = _reopened(session, adjudication, difference)
    changes.append(_rejecting(session, adjudication, difference, difference.keys - kept))
    kind = "adjudicate.taken" if kept else "adjudicate.rejected"
    step = _completed(session, adjudication, kind, changes, difference.place, kept)
    return _named_by_relation(step, difference, chosen or range(len(difference.versions)))


def _named_by_relation(step: Step, difference: Difference, numbers: Iterable[int]) -> Step:
    """Return a step that says the first relation that one of some annotators, by number, has."""
    head = difference.head.text if difference.head else ""
    versions = ((difference.versions[number], difference.tails[number]) for number in numbers)
    found = ((version[0], tails[0]) for version, tails in versions if isinstance(version, tuple) and version)
    relation, tail = next(found, (None, None))
    if relation is None or tail is None:
        return step
    return step.replaced(label=relation.label, subject=f"{head} -> {tail.text}")


def _versions(
    adjudication: Adjudication, difference: Difference, chosen: Sequence[int]
) -> list[tuple[Span, list[str]]]:
    """Return the tags that are chosen, each once, with the keys of all that say the same."""
    taken: list[tuple[Span, list[str]]] = []
    for number in chosen:
        version = difference.versions[number]
        if isinstance(version, Span) and not any(adjudication.is_same(span, version) for span, _ in taken):
            taken.append((version, []))
    for name, version in zip(difference.annotators, difference.versions, strict=True):
        for span, keys in taken:
            if isinstance(version, Span) and adjudication.is_same(span, version):
                keys += keys_of(name, version)
    return taken


def _reopened(session: Session, adjudication: Adjudication, difference: Difference) -> list[Change]:
    """Return the changes that take what was decided on a difference out of the result."""
    document = session.document
    if difference.head is not None:
        relations = _own_relations(adjudication, difference, document)
        return [RemoveRelation(id=relation) for relation in relations]
    spans = document.spans_in(adjudication.article)
    ids = {span.id for span in spans if difference.keys.intersection(span.sources)}
    loose = (relation.id for relation in document.relations if ids & {relation.head, relation.tail})
    return [*(RemoveRelation(id=each) for each in loose), *(RemoveSpan(id=each) for each in sorted(ids))]


def _own_relations(adjudication: Adjudication, difference: Difference, document: Document) -> list[str]:
    """Return the relations of the result that stand for those of a difference."""
    standing = adjudication.standing(document)
    ends = {
        (relation.label, standing.get(relation.head), standing.get(relation.tail))
        for relation in adjudication.relations_of(difference.keys)
    }
    return [each.id for each in document.relations if (each.label, each.head, each.tail) in ends]


def _rejecting(
    session: Session, adjudication: Adjudication, difference: Difference, keys: frozenset[str]
) -> Change:
    """Return the change that says what of a difference is not taken."""
    before = session.document.progress_of(adjudication.article.id).rejected
    kept = frozenset(before) - difference.keys
    return SetRejected(adjudication.article.id, tuple(sorted(kept | keys)))


def _made(session: Session, span: Span, sources: Iterable[str], how: Decision, by: str = "") -> Span:
    """Return a tag of the result that stands for others."""
    keys, now = tuple(sources), session.clock()
    names = dict.fromkeys(key.partition("/")[0] for key in keys)
    return span.replaced(
        id=session.new_id(),
        annotator="" if how == "anew" else ", ".join(names),
        sources=keys,
        decision=how,
        decided_by=by,
        created=now,
        updated=now,
    )


def _completed(
    session: Session,
    adjudication: Adjudication,
    kind: str,
    changes: Sequence[Change],
    subject: Span | None = None,
    wanted: frozenset[str] = frozenset(),
) -> Step:
    """Return a step of changes, the relations that come with them, and the state of the article after them.

    Args:
        wanted: the keys of disputed relations that are taken.
    """
    article = adjudication.article.id
    found = list(changes)
    document = _applied(session.document, found)
    relations = _relations(session, adjudication, document, wanted)
    document = _applied(document, relations)
    state = document.progress_of(article).state
    after = "done" if adjudication.is_settled(document) else "doing" if found else state
    if state != after:
        relations.append(SetState(article=article, state=after, at=session.clock()))
    at = adjudication.article.start if subject is None else subject.start
    text, label = (subject.text, subject.label) if subject else ("", "")
    return Step(kind, (*found, *relations), text, at, label)


def _relations(
    session: Session, adjudication: Adjudication, document: Document, wanted: frozenset[str]
) -> list[Change]:
    """Return the changes that add undisputed and wanted relations whose ends are in the result."""
    standing = adjudication.standing(document)
    there = {(relation.label, relation.head, relation.tail) for relation in document.relations}
    found: list[Change] = []
    for relation in adjudication.seen.relations:
        head, tail = standing.get(relation.head), standing.get(relation.tail)
        if head is None or tail is None or head == tail or (relation.label, head, tail) in there:
            continue
        if adjudication.seen.is_undisputed(relation) or wanted.intersection(
            adjudication.keys(relation.versions)
        ):
            made = Relation(id=session.new_id(), label=relation.label, head=head, tail=tail)
            found.append(AddRelation(relation=made))
    return found


def _applied(document: Document, changes: Iterable[Change]) -> Document:
    for change in changes:
        document, _ = change.apply(document)
    return document
