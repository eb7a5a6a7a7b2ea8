"""What is proposed of the open article, one after the other."""

from typing import NamedTuple

from tui.app.workspace import tag_steps as acts
from tui.app.workspace.editing import Work
from tui.edit import AddSpan, Step, sharing
from tui.errors import OffsetError, PiyueError
from tui.model import Segment, Span
from tui.suggest.proposal import Proposal, open_proposals
from tui.suggest.rules import by_rule
from tui.text.offsets import read


def proposals(work: Work) -> tuple[Proposal, ...]:
    """Return what the rules propose in the open article and nobody has decided on, in reading order."""
    if work.shown is None:
        return ()
    document, article, schema = work.shown.opened.document, work.shown.opened.article, work.desk.schema
    reading = read(document.page, article)
    made = by_rule(article, reading, units=schema.units, base=work.base(), labels=schema.labels)
    return tuple(p for p in open_proposals(made, document) if p.label in schema.labels.by_id)


def draft(work: Work, target: Segment, proposal: Proposal) -> tuple[Step, Span]:
    """Return the step that tags a range of the view as it is proposed, its last change, and the tag.

    Raises:
        OffsetError: the range crosses a paragraph's border.
        ChangeError: it has this label already.
    """
    assert work.shown is not None
    step, _ = acts.tag(work.shown.opened, work.shown.view, target, proposal.label, work.desk.schema, proposal)
    added = step.changes[-1]
    assert isinstance(added, AddSpan)
    return step, added.span


def said(work: Work, target: Segment, offer: "Offer") -> str:
    """Return what is said of the proposal that is shown, its borders as they are selected."""
    try:
        _, span = draft(work, target, offer.shown)
    except PiyueError as error:
        return error.render(work.language)
    name = work.desk.schema.labels.name_of(span.label, work.language)
    value = work.value_of(span) or "?"
    number, total = offer.at + 1, len(offer.rows)
    return work.say("status.proposal", number=number, total=total, label=name, text=span.text, value=value)


def refuse(work: Work, proposal: Proposal) -> None:
    """Remember that a proposal is none."""
    if work.shown is not None:
        work.do(sharing.refuse(work.shown.opened.document, proposal.label, proposal.segments))


class Offer(NamedTuple):
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

    def moved(self, step: int) -> "Offer":
        """Return the offer with the next proposal, round the end; this one stays open."""
        return self._replace(at=(self.at + step) % len(self.rows))

    def behind(self, work: Work, *, past: bool = False) -> "Offer | None":
        """Return the offer as it is after a decision, with the proposal that comes then; None: no more.

        Args:
            past: whether the one that is shown is passed over, though it may be open still.
        """
        rows, here = proposals(work), (start_of(work, self.shown), past)
        at = next((i for i, row in enumerate(rows) if (start_of(work, row), False) >= here), None)
        return None if at is None else self._replace(rows=rows, at=at)


def start_of(work: Work, proposal: Proposal) -> int:
    """Return where a proposal begins in what is shown."""
    ranges = work.shown.view.reading.project(proposal.segments) if work.shown else ()
    return ranges[0][0] if ranges else -1


def range_of(work: Work, proposal: Proposal) -> Segment | None:
    """Return the range of a proposal in what is shown; None: it is not one range there."""
    if work.shown is None:
        return None
    try:
        return work.shown.view.reading.to_reading(proposal.segments)
    except OffsetError:
        return None
