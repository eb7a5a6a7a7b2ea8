"""The majority rule: what more than half of the annotators have, if enough of them do."""

import itertools
from collections.abc import Hashable
from fractions import Fraction

from tui.edit.changes import Change, Step
from tui.edit.session import Session
from tui.measure.adjudication.article_labels import take_majority_labels
from tui.measure.adjudication.decisions import take, take_labels
from tui.measure.adjudication.differences import Difference, keys_of
from tui.measure.adjudication.state import Adjudication
from tui.model import Span

HALF = Fraction(1, 2)


def majority(
    adjudication: Adjudication, difference: Difference, threshold: float = 0.5
) -> tuple[int, ...] | None:
    """Return whom to take a difference from; nobody where most have nothing; None where there is no majority.

    Annotators who could not have made a relation, having no tag to lead from, have no vote on it.

    Args:
        threshold: the part of the votes that is needed; more than half of them is needed in any case.
    """
    votes = {
        number: _vote(adjudication, difference, number)
        for number, version in enumerate(difference.versions)
        if difference.head is None or version is not None
    }
    for number, vote in votes.items():
        part = Fraction(sum(other == vote for other in votes.values()), len(votes))
        if part > HALF and part >= threshold:
            return (number,) if difference.versions[number] else ()
    return None


def majority_step(
    session: Session, adjudication: Adjudication, threshold: float = 0.5
) -> tuple[Step, int] | None:
    """Return the step that settles what the majority rule can, and how many differences; None: none."""
    draft = Session(session.document, clock=session.clock, new_id=session.new_id)
    changes: list[Change] = []
    labels = take_majority_labels(adjudication.seen, session.document, threshold)
    if labels is not None:
        step = take_labels(draft, adjudication, labels)
        draft.apply(step)
        changes += step.changes
    for count in itertools.count(labels is not None):
        decided = (
            (each, majority(adjudication, each, threshold)) for each in adjudication.left(draft.document)
        )
        found = next(((each, chosen) for each, chosen in decided if chosen is not None), None)
        if found is None:
            step = Step("adjudicate.majority", tuple(changes), str(count), adjudication.article.start)
            return (step, count) if count else None
        step = take(draft, adjudication, *found, "majority")
        draft.apply(step)
        changes += step.changes
    raise AssertionError


def _vote(adjudication: Adjudication, difference: Difference, number: int) -> Hashable:
    """Return what an annotator wants, equal for those who want the same."""
    version = difference.versions[number]
    if isinstance(version, tuple):
        relations = adjudication.relations_of(keys_of(difference.annotators[number], version))
        return frozenset((relation.label, relation.head, relation.tail) for relation in relations)
    if version is None:
        return None
    same = (
        other
        for other, span in enumerate(difference.versions)
        if isinstance(span, Span) and adjudication.is_same(span, version)
    )
    return next(same)
