"""What is proposed in the open article, and the proposal that is reviewed."""

from typing import NamedTuple

from tui.app.workspace import tag_steps
from tui.app.workspace.workspace import Workspace
from tui.edit import AddSpan, Step, sharing
from tui.errors import OffsetError, PiyueError
from tui.model import Segment, Span
from tui.suggest.proposal import Proposal, open_proposals
from tui.suggest.rules import by_rule
from tui.text.offsets import read


def proposals(workspace: Workspace) -> tuple[Proposal, ...]:
    """Return what the rules propose in the open article and nobody has decided on, in reading order."""
    if workspace.shown is None:
        return ()
    opened, schema = workspace.shown.opened, workspace.documents.schema
    reading = read(opened.document.page, opened.article)
    made = by_rule(opened.article, reading, units=schema.units, base=workspace.base(), labels=schema.labels)
    return tuple(p for p in open_proposals(made, opened.document) if p.label in schema.labels.by_id)


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


def refusal(workspace: Workspace, proposal: Proposal) -> Step:
    """Return the step that remembers that a proposal is none."""
    assert workspace.shown is not None
    return sharing.refuse(workspace.shown.opened.document, proposal.label, proposal.segments)


class Review(NamedTuple):
    """Proposals that are gone through, and the one that is shown.

    Attributes:
        taken, refused: how many were, since one began.
    """

    rows: tuple[Proposal, ...]
    at: int
    taken: int = 0
    refused: int = 0

    @property
    def shown(self) -> Proposal:
        """The proposal that is shown."""
        return self.rows[self.at]

    def moved(self, step: int) -> "Review":
        """Return the review with the next proposal, round the end; this one stays open."""
        return self._replace(at=(self.at + step) % len(self.rows))

    def after_decision(self, workspace: Workspace, *, past: bool = False) -> "Review | None":
        """Return the review after a decision, with the proposal that comes then; None: no more.

        Args:
            past: whether the one that is shown is passed over, though it may be open still.
        """
        rows, here = proposals(workspace), (start_of(workspace, self.shown), past)
        at = next((i for i, row in enumerate(rows) if (start_of(workspace, row), False) >= here), None)
        return None if at is None else self._replace(rows=rows, at=at)


def begin_review(workspace: Workspace, at: int) -> Review | None:
    """Return a review that begins with the proposal at or behind a reading offset; None: no proposal."""
    rows = proposals(workspace)
    first = next((i for i, row in enumerate(rows) if start_of(workspace, row) >= at), 0)
    return Review(rows, first) if rows else None


def describe(workspace: Workspace, target: Segment, review: Review) -> str:
    """Return what is said of the proposal that is shown, its borders as they are selected."""
    try:
        _, span = draft(workspace, target, review.shown)
    except PiyueError as error:
        return error.render(workspace.language)
    name = workspace.documents.schema.labels.name_of(span.label, workspace.language)
    value = workspace.value_of(span) or "?"
    number, total = review.at + 1, len(review.rows)
    return workspace.say(
        "status.proposal", number=number, total=total, label=name, text=span.text, value=value
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
