"""Reviewing: selects the proposals one by one for acceptance or rejection."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from tui.app.text_view.geometry.caret import select
from tui.app.work_screen.actions import tagging
from tui.app.work_screen.actions.fields import ask_fields
from tui.app.work_screen.bar_pieces import review_pieces
from tui.app.work_screen.controller import Act, Controller
from tui.app.work_screen.modes.labelling import LabellingMode
from tui.app.work_screen.modes.taking_sure import ask_sure
from tui.app.work_screen.panes.bars import Piece
from tui.app.workspace.asking import note_check
from tui.app.workspace.proposals import (
    Review,
    begin_review,
    decided,
    describe,
    draft,
    proposals,
    range_of,
    refusal,
    tails_of,
    with_relations,
)
from tui.edit import AddSpan
from tui.errors import PiyueError
from tui.suggest.relations import Linked

if TYPE_CHECKING:
    from tui.app.dialogs.edit_tag import Edited

LIKELY = 0.5
"""A tail that is less likely is offered, but not taken of itself."""


@dataclass(frozen=True, eq=False)
class Reviewing(LabellingMode):
    """Shows proposals; keys take, correct, refuse and skip them.

    Attributes:
        review: the proposals, and the one that is shown.
        tails: of a metric, what each relation may lead to.
        chosen: by relation, the place of the tail that is taken along; its number of tails: none is.
    """

    review: Review
    tails: Mapping[str, Sequence[Linked]] = field(default_factory=dict)
    chosen: Mapping[str, int] = field(default_factory=dict)

    @property
    def keys(self) -> Mapping[str, Act]:
        """What is done with the proposal that is shown."""
        return {
            "edit": self.take,
            "remove": self.refuse,
            "remove_same": partial(self.refuse, everywhere=True),
            "suggest": self.correct,
            "next_tag": partial(self.step, 1),
            "previous_tag": partial(self.step, -1),
            "undo": partial(self.travel, tagging.undo),
            "redo": partial(self.travel, tagging.redo),
            "proposal_order": self.next_order,
            "clear": self.end,
        }

    def entered(self, controller: Controller) -> None:
        """Show the proposal as the selection, and of a metric what it is related to."""
        range_ = range_of(controller.workspace, self.review.shown)
        if range_ is None:
            self.end(controller)
            return
        tails = tails_of(controller.workspace, self.review.shown)
        chosen = {id_: 0 if found[0].score >= LIKELY else len(found) for id_, found in tails.items()}
        controller.go_on_in(replace(self, tails=tails, chosen=chosen))
        reader = controller.reader
        reader.put(select(reader.scene.field, range_, "end", within=range_[0]))
        controller.show_bars()

    # What is done with the proposal that is shown

    def take(self, controller: Controller, edited: "Edited | None" = None) -> None:
        """Tag what is selected as it is proposed, with other fields where they were corrected."""
        workspace = controller.workspace
        try:
            step, span = draft(workspace, controller.reader.target, self.review.shown)
        except PiyueError as error:
            controller.tell_error(error)
            return
        if edited is not None:
            kept = span.replaced(attributes=edited.attributes, note=edited.note, taken="changed")
            step = step.replaced(changes=(*step.changes[:-1], AddSpan(kept)))
        step = with_relations(workspace, step, span, self._tails_taken())
        done = controller.editor.do(step)
        self._note_check(controller, right=done)
        self._go_on(controller, self.review._replace(taken=self.review.taken + done))

    def _tails_taken(self) -> list[Linked]:
        return [found[self.chosen[id_]] for id_, found in self.tails.items() if self.chosen[id_] < len(found)]

    def refuse(self, controller: Controller, *, everywhere: bool = False) -> None:
        """Remember that the proposal is none, here or wherever the text stands."""
        step = refusal(controller.workspace, self.review.shown, everywhere=everywhere)
        done = controller.editor.do(step)
        self._note_check(controller, right=False)
        self._go_on(controller, self.review._replace(refused=self.review.refused + done))

    def _note_check(self, controller: Controller, *, right: bool) -> None:
        """Note whether a sure proposal that was shown among the doubtful ones was right."""
        standing = controller.workspace.proposals
        if not self.review.all_of_them and self.review.shown.score >= standing.sure:
            note_check(controller.workspace, right=right)

    def correct(self, controller: Controller) -> None:
        """Open the fields of the proposal; with what is kept, it is taken."""
        try:
            _, span = draft(controller.workspace, controller.reader.target, self.review.shown)
        except PiyueError as error:
            controller.tell_error(error)
        else:
            ask_fields(controller, span, partial(self.take, controller))

    def label(self, controller: Controller, label: str) -> None:
        """Take the proposal; with another label than it has, tag by hand and go on."""
        if label == self.review.shown.label:
            self.take(controller)
        else:
            controller.editor.tag(controller.reader.target, label)
            self._note_check(controller, right=False)
            self._go_on(controller, self.review, past=True)

    def digit(self, controller: Controller, digit: int) -> None:
        """Step through the tails of a metric's relation, the first, second or third one; at last none."""
        ids = list(self.tails)
        if not 1 <= digit <= len(ids):
            super().digit(controller, digit)
            return
        id_ = ids[digit - 1]
        following = (self.chosen[id_] + 1) % (len(self.tails[id_]) + 1)
        controller.go_on_in(replace(self, chosen={**self.chosen, id_: following}))

    def step(self, step: int, controller: Controller) -> None:
        """Show the next proposal, or the one before; this one stays open."""
        mode = Reviewing(self.review.moved(step * controller.reader.take_count()))
        controller.go_on_in(mode)
        mode.entered(controller)

    def travel(self, move: Callable[[Controller], None], controller: Controller) -> None:
        """Undo or redo, and review from there; what was decided is counted with it."""
        before = decided(controller.workspace)
        controller.leave()
        move(controller)
        counted = self.review.counted(before, decided(controller.workspace))
        review_from_cursor(controller, all_of_them=self.review.all_of_them)
        if isinstance(mode := controller.mode, Reviewing):
            review = mode.review._replace(taken=counted.taken, refused=counted.refused)
            controller.go_on_in(replace(mode, review=review))

    def next_order(self, controller: Controller) -> None:
        """Go through the doubtful ones in the next order."""
        controller.leave()
        next_order(controller)
        review_from_cursor(controller)

    def end(self, controller: Controller) -> None:
        """Leave, and say what was decided."""
        controller.leave()
        controller.reader.clear()
        left = len(proposals(controller.workspace))
        taken, refused = self.review.taken, self.review.refused
        controller.tell("status.proposed", taken=taken, refused=refused, left=left)

    def _go_on(self, controller: Controller, review: Review, *, past: bool = False) -> None:
        """Show the proposal that comes after a decision; behind the last one, ask for the sure ones."""
        controller.show_changes()
        following = review.after_decision(controller.workspace, past=past)
        if following is not None:
            mode = Reviewing(following)
            controller.go_on_in(mode)
            mode.entered(controller)
            return
        Reviewing(review).end(controller)
        if not review.all_of_them:
            ask_sure(controller, review_all)

    # What becomes of the mode

    def moved(self, controller: Controller) -> bool:
        """Tell whether something is selected: the borders of a proposal may be moved."""
        return controller.reader.caret.selection is not None

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Show the proposal as it is selected, what it is related to, and the keys that decide on it."""
        workspace = controller.workspace
        said = describe(workspace, controller.reader.target, self.review)
        for number, (id_, found) in enumerate(self.tails.items(), 1):
            at = self.chosen[id_]
            tail = found[at].surface if at < len(found) else "–"
            said += f"  {number} {workspace.names.relation(id_)}: {tail}"
        return review_pieces(said, controller.rows.values(), workspace.say)


def review(controller: Controller) -> None:
    """Go through what is proposed and doubtful, from the cursor on; then ask for what is sure."""
    shown = controller.workspace.shown
    if controller.workspace.sources is not None:
        controller.tell("status.no_review")
    elif shown is None or shown.opened.kind == "source":
        controller.tell("status.no_source")
    else:
        review_from_cursor(controller)


def review_from_cursor(
    controller: Controller, *, all_of_them: bool = False, start: int | None = None
) -> None:
    """Review what is proposed from the cursor on; where nothing is doubtful, ask for the sure ones.

    Args:
        all_of_them: whether the sure ones are gone through too.
        start: the reading offset to begin at; None: the cursor's.
    """
    at = controller.reader.target[0] if start is None else start
    begun = begin_review(controller.workspace, at, all_of_them=all_of_them)
    if begun is not None:
        controller.enter(Reviewing(begun))
    elif not ask_sure(controller, review_all):
        row = "status.no_proposals" if not proposals(controller.workspace) else "status.sure_below"
        controller.tell(row)


def review_all(controller: Controller) -> None:
    """Go through all that is proposed, from the beginning."""
    review_from_cursor(controller, all_of_them=True, start=0)


def next_order(controller: Controller) -> None:
    """Go through doubtful proposals in the next order, and say so."""
    order = controller.workspace.proposals.next_order()
    controller.tell("status.order", order=controller.workspace.say(f"order.{order}"))
