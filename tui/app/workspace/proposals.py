"""The proposals of the open article, and the one under review."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.app.workspace import tag_steps
from tui.app.workspace.tag_values import value_of
from tui.app.workspace.time_values import page_base
from tui.app.workspace.workspace import Workspace
from tui.edit import AddRelation, AddSpan, Change, Step, sharing
from tui.errors import OffsetError, PiyueError
from tui.model import Relation, Segment, Span
from tui.operations.proposals.articles import as_proposals
from tui.suggest.proposal import Proposal, open_proposals
from tui.suggest.relation_history import relation_history
from tui.suggest.relations import Linked, linked, with_proposals
from tui.suggest.rules import by_rule
from tui.text.offsets import read

MOST = 4
"""Tails of a relation that are gone through; then none."""


def proposals(workspace: Workspace) -> tuple[Proposal, ...]:
    """Return what is proposed in the open article and nobody has decided on, in reading order.

    Until the makers were heard, it is what the rules propose.
    """
    if workspace.shown is None or workspace.proposals.off:
        return ()
    opened, schema = workspace.shown.opened, workspace.documents.schema
    reading = read(opened.document.page, opened.article)
    if workspace.proposals.is_answered:
        shown = [one for one in workspace.proposals.candidates() if one.score >= workspace.proposals.shown]
        return tuple(as_proposals(opened.article, reading, shown))
    made = by_rule(
        opened.article, reading, units=schema.units, base=page_base(workspace), labels=schema.labels
    )
    return tuple(p for p in open_proposals(made, opened.document) if p.label in schema.labels.by_id)


def doubtful(workspace: Workspace) -> tuple[Proposal, ...]:
    """Return the proposals that are gone through one by one, in the order that is wanted."""
    rows = [row for row in proposals(workspace) if not is_sure(workspace, row)]
    order = workspace.proposals.order
    if order != "reading":
        rows.sort(key=lambda row: row.score, reverse=order == "surest")
    return tuple(rows)


def sure_ones(workspace: Workspace) -> tuple[Proposal, ...]:
    """Return the sure proposals that have been on the screen."""
    found = []
    for row in proposals(workspace):
        range_ = range_of(workspace, row)
        if range_ and is_sure(workspace, row) and workspace.proposals.was_seen(*range_):
            found.append(row)
    return tuple(found)


def is_sure(workspace: Workspace, proposal: Proposal) -> bool:
    """Tell whether a proposal is taken together with others."""
    range_ = range_of(workspace, proposal)
    return range_ is not None and workspace.proposals.is_sure(proposal.score, *range_)


def draft(workspace: Workspace, target: Segment, proposal: Proposal) -> tuple[Step, Span]:
    """Return the step that tags a range of the view as it is proposed, its last change, and the tag.

    Raises:
        OffsetError: the range crosses a paragraph's border.
        ChangeError: it has this label already.
    """
    assert workspace.shown is not None
    opened, view = workspace.shown.opened, workspace.shown.view
    step, _ = tag_steps.tag(opened, view, target, proposal.label, workspace.documents.schema, proposal)
    added = step.changes[-1]
    assert isinstance(added, AddSpan)
    return step, added.span


def take_together(workspace: Workspace, rows: Sequence[Proposal]) -> Step | None:
    """Return the one step that tags all of some proposals; None: there is none that can be tagged."""
    assert workspace.shown is not None
    changes: list[Change] = []
    for row in rows:
        range_ = range_of(workspace, row)
        try:
            step, span = draft(workspace, range_ or (0, 0), row)
        except PiyueError:
            continue
        kept = [change for change in step.changes[:-1] if change not in changes]
        changes += [*kept, AddSpan(span.replaced(taken="together"))]
    added = [change.span for change in changes if isinstance(change, AddSpan)]
    if not added:
        return None
    subject = workspace.say("proposals.count", count=len(added))
    return Step("take", tuple(changes), subject, added[0].start)


# What a metric is related to


def tails_of(workspace: Workspace, proposal: Proposal) -> dict[str, list[Linked]]:
    """Return what a proposed metric may be related to, by relation; nothing of other proposals."""
    shown = workspace.shown
    if shown is None or proposal.label not in workspace.documents.schema.labels.metrics:
        return {}
    article = shown.opened.article
    reading = read(shown.opened.document.page, article)
    own = workspace.proposals.candidates()
    standing = with_proposals(shown.opened.document, reading, own, [proposal])
    head = next(s for s in standing.spans if (s.label, s.segments) == (proposal.label, proposal.segments))
    types = workspace.documents.project.settings.relations
    known = {type_.id: relation_history(workspace.documents.known(), type_.id) for type_ in types}
    rows = linked(standing, article, reading, head, types, known)
    labels = workspace.documents.schema.labels.by_id
    kept = {id_: [one for one in found if one.tail_label in labels][:MOST] for id_, found in rows.items()}
    return {id_: found for id_, found in kept.items() if found}


def with_relations(workspace: Workspace, step: Step, head: Span, tails: Sequence[Linked]) -> Step:
    """Return the step that tags a metric, with its relations; what they lead to is tagged where it is not."""
    assert workspace.shown is not None
    session = workspace.shown.opened.session
    changes: list[Change] = list(step.changes)
    made: dict[tuple[str, tuple[Segment, ...]], Span] = {}
    for tail in tails:
        span = tail.span or made.get((tail.tail_label, tail.segments))
        if span is None:
            span = head.replaced(
                id=session.new_id(),
                label=tail.tail_label,
                segments=tail.segments,
                text=tail.surface,
                attributes={},
                note="",
                origin="model",
                maker="relations",
                score=round(tail.score, 3),
            )
            made[tail.tail_label, tail.segments] = span
            changes.append(AddSpan(span))
        relation = Relation(id=session.new_id(), label=tail.label, head=head.id, tail=span.id)
        changes.append(AddRelation(relation))
    return step.replaced(changes=tuple(changes))


# What is refused


def refusal(workspace: Workspace, proposal: Proposal, *, everywhere: bool = False) -> Step:
    """Return the step that remembers that a proposal is none, for who works here."""
    assert workspace.shown is not None
    document = workspace.shown.opened.document
    return sharing.refuse(document, proposal.label, proposal.segments, everywhere=everywhere)


class Review(NamedTuple):
    """Proposals that are gone through, and the one that is shown.

    Attributes:
        taken, refused: how many were, since one began.
        all_of_them: whether sure ones are among them.
    """

    rows: tuple[Proposal, ...]
    at: int
    taken: int = 0
    refused: int = 0
    all_of_them: bool = False

    @property
    def shown(self) -> Proposal:
        """The proposal that is shown."""
        return self.rows[self.at]

    def moved(self, step: int) -> "Review":
        """Return the review with the next proposal, round the end; this one stays open."""
        return self._replace(at=(self.at + step) % len(self.rows))

    def counted(self, before: tuple[int, int], after: tuple[int, int]) -> "Review":
        """Return the review after undo or redo, which may have changed how much was `decided`."""
        taken, refused = ((now > was) - (now < was) for was, now in zip(before, after, strict=True))
        return self._replace(taken=max(0, self.taken + taken), refused=max(0, self.refused + refused))

    def after_decision(self, workspace: Workspace, *, past: bool = False) -> "Review | None":
        """Return the review after a decision, with the proposal that comes then; None: no more.

        Args:
            past: whether the one that is shown is passed over, though it may be open still.
        """
        rows = proposals(workspace) if self.all_of_them else doubtful(workspace)
        if workspace.proposals.order != "reading" and not self.all_of_them:
            left = [row for row in rows if not (past and row.segments == self.shown.segments)]
            return self._replace(rows=rows, at=rows.index(left[0])) if left else None
        here = start_of(workspace, self.shown), past
        at = next((i for i, row in enumerate(rows) if (start_of(workspace, row), False) >= here), None)
        return None if at is None else self._replace(rows=rows, at=at)


def decided(workspace: Workspace) -> tuple[int, int]:
    """Return how many tags the open article has, and how many proposals were refused on its page."""
    if workspace.shown is None:
        return 0, 0
    document = workspace.shown.opened.document
    return len(document.spans_in(workspace.shown.opened.article)), len(document.corrections.refused)


def begin_review(workspace: Workspace, at: int, *, all_of_them: bool = False) -> Review | None:
    """Return a review that begins with the proposal at or behind a reading offset; None: no proposal."""
    rows = proposals(workspace) if all_of_them else doubtful(workspace)
    first = next((i for i, row in enumerate(rows) if start_of(workspace, row) >= at), 0)
    if workspace.proposals.order != "reading":
        first = 0
    return Review(rows, first, all_of_them=all_of_them) if rows else None


def describe(workspace: Workspace, target: Segment, review: Review) -> str:
    """Return what is said of the proposal that is shown, its borders as they are selected."""
    try:
        _, span = draft(workspace, target, review.shown)
    except PiyueError as error:
        return error.render(workspace.language)
    name = workspace.documents.schema.labels.name_of(span.label, workspace.language)
    measured = span.label in (*workspace.documents.schema.labels.metrics, *workspace.documents.schema.times)
    value = value_of(workspace, span) or "?"
    return workspace.say(
        "status.proposal" if measured else "status.proposal_name",
        number=review.at + 1,
        total=len(review.rows),
        label=name,
        text=span.text,
        value=value,
        percent=round(100 * review.shown.score),
    )


def start_of(workspace: Workspace, proposal: Proposal) -> int:
    """Return where a proposal begins in what is shown."""
    ranges = workspace.shown.view.reading.project(proposal.segments) if workspace.shown else ()
    return ranges[0][0] if ranges else -1


def range_of(workspace: Workspace, proposal: Proposal) -> Segment | None:
    """Return the range of a proposal in what is shown; None: it is not one range there."""
    if workspace.shown is None:
        return None
    try:
        return workspace.shown.view.reading.to_reading(proposal.segments)
    except OffsetError:
        return None
