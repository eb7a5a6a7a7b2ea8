"""Reviewing: what is proposed is shown as the selection, one after the other, and decided on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tui.app.text_view.geometry.caret import select
from tui.app.work_screen.actions import tagging
from tui.app.work_screen.actions.fields import ask_fields
from tui.app.work_screen.bar_pieces import review_pieces
from tui.app.work_screen.controller import Act, Controller
from tui.app.work_screen.modes.labelling import LabellingMode
from tui.app.work_screen.panes.bars import Piece
from tui.app.workspace.proposals import Review, begin_review, describe, draft, proposals, range_of, refusal
from tui.edit import AddSpan
from tui.errors import PiyueError

if TYPE_CHECKING:
    from tui.app.dialogs.edit_tag import Edited


@dataclass(frozen=True, eq=False)
class Reviewing(LabellingMode):
    """Shows proposals; keys take, correct, refuse and skip them.

    Attributes:
        review: the proposals, and the one that is shown.
    """

    review: Review

    @property
    def keys(self) -> Mapping[str, Act]:
        """What is done with the proposal that is shown."""
        return {
            "edit": self.take,
            "remove": self.refuse,
            "suggest": self.correct,
            "next_tag": partial(self.step, 1),
            "previous_tag": partial(self.step, -1),
            "undo": partial(self.travel, tagging.undo),
            "redo": partial(self.travel, tagging.redo),
            "clear": self.end,
        }

    def entered(self, controller: Controller) -> None:
        """Show the proposal as the selection."""
        range_ = range_of(controller.workspace, self.review.shown)
        if range_ is None:
            self.end(controller)
            return
        reader = controller.reader
        reader.put(select(reader.scene.field, range_, "end", within=range_[0]))
        controller.show_bars()

    # What is done with the proposal that is shown

    def take(self, controller: Controller, edited: "Edited | None" = None) -> None:
        """Tag what is selected as it is proposed, with other fields where they were corrected."""
        try:
            step, span = draft(controller.workspace, controller.reader.target, self.review.shown)
        except PiyueError as error:
            controller.tell_error(error)
            return
        if edited is not None:
            kept = span.replaced(attributes=edited.attributes, note=edited.note)
            step = step._replace(changes=(*step.changes[:-1], AddSpan(kept)))
        done = controller.editor.do(step)
        self._go_on(controller, self.review._replace(taken=self.review.taken + done))

    def refuse(self, controller: Controller) -> None:
        """Remember that the proposal is none."""
        done = controller.editor.do(refusal(controller.workspace, self.review.shown))
        self._go_on(controller, self.review._replace(refused=self.review.refused + done))

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
            self._go_on(controller, self.review, past=True)

    def step(self, step: int, controller: Controller) -> None:
        """Show the next proposal, or the one before; this one stays open."""
        mode = Reviewing(self.review.moved(step * controller.reader.take_count()))
        controller.go_on_in(mode)
        mode.entered(controller)

    def travel(self, move: Callable[[Controller], None], controller: Controller) -> None:
        """Undo or redo, and review from there."""
        controller.leave()
        move(controller)
        review_from_cursor(controller)

    def end(self, controller: Controller) -> None:
        """Leave, and say what was decided."""
        controller.leave()
        controller.reader.clear()
        left = len(proposals(controller.workspace))
        taken, refused = self.review.taken, self.review.refused
        controller.tell("status.proposed", taken=taken, refused=refused, left=left)

    def _go_on(self, controller: Controller, review: Review, *, past: bool = False) -> None:
        """Show the proposal that comes after a decision."""
        controller.show_changes()
        following = review.after_decision(controller.workspace, past=past)
        if following is None:
            Reviewing(review).end(controller)
        else:
            mode = Reviewing(following)
            controller.go_on_in(mode)
            mode.entered(controller)

    # What becomes of the mode

    def moved(self, controller: Controller) -> bool:
        """Tell whether something is selected: the borders of a proposal may be moved."""
        return controller.reader.caret.selection is not None

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Show the proposal as it is selected, and the keys that decide on it."""
        said = describe(controller.workspace, controller.reader.target, self.review)
        return review_pieces(said, controller.rows.values(), controller.workspace.say)


def review(controller: Controller) -> None:
    """Go through what is proposed, from the cursor on."""
    shown = controller.workspace.shown
    if shown is None or shown.opened.kind == "source":
        controller.tell("status.no_source")
    else:
        review_from_cursor(controller)


def review_from_cursor(controller: Controller) -> None:
    """Review what is proposed from the cursor on; where nothing is, say so."""
    begun = begin_review(controller.workspace, controller.reader.target[0])
    if begun is None:
        controller.tell("status.no_proposals")
    else:
        controller.enter(Reviewing(begun))
