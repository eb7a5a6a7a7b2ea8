"""Keys that go through what the machine proposes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.text_view.geometry.caret import Caret, select
from tui.app.work_screen.actions.tagging import Tagging
from tui.app.work_screen.bar_pieces import offer_pieces
from tui.app.work_screen.panes.bars import Bars
from tui.edit import AddSpan
from tui.errors import PiyueError

if TYPE_CHECKING:
    from tui.app.dialogs.edit_tag import Edited
    from tui.app.workspace.proposals import Offer


class Proposing(Tagging):
    """Shows proposals one after the other as the selection; keys take, correct, refuse and skip them."""

    offer: "Offer | None" = None

    def action_suggest(self) -> None:
        """Propose what comes next in the text; of what is proposed, open the fields."""
        if self.offer is not None:
            self._correct_fields(self.offer)
            return
        if self.work.shown is None or self.work.shown.opened.mode == "source":
            self.tell("status.no_source")
            return
        from tui.app.workspace.proposals import Offer, proposals, start_of

        rows, here = proposals(self.work), self.reader.target[0]
        at = next((i for i, row in enumerate(rows) if start_of(self.work, row) >= here), 0)
        if rows:
            self._offer(Offer(rows, at))
        else:
            self.tell("status.no_proposals")

    def _offer(self, offer: "Offer | None") -> None:
        """Show a proposal as the selection; without one, say what was done."""
        from tui.app.workspace.proposals import range_of

        before, self.offer = self.offer, offer
        range_ = range_of(self.work, offer.shown) if offer else None
        if offer is None or range_ is None:
            self._end(before)
            return
        self.reader.put(select(self.reader.scene.field, range_, "end", within=range_[0]))
        self.show_bars()

    def _end(self, offer: "Offer | None") -> None:
        from tui.app.workspace.proposals import proposals

        self.offer = None
        self.reader.put(Caret(self.reader.caret.at))
        if offer is not None:
            left = len(proposals(self.work))
            said = self.work.say("status.proposed", taken=offer.taken, refused=offer.refused, left=left)
            self.work.tell(said)
        self.show_bars()

    def leave_offer(self) -> None:
        """Leave the proposals where they are."""
        if self.offer is not None:
            self._end(self.offer)

    # What is done with the one that is shown

    def _take(self, offer: "Offer", edited: "Edited | None" = None) -> None:
        """Tag what is selected as it is proposed, with other fields where they were corrected."""
        from tui.app.workspace.proposals import draft

        try:
            step, span = draft(self.work, self.reader.target, offer.shown)
        except PiyueError as error:
            self.work.tell(error.render(self.work.language), alarm=True)
            self.show_bars()
            return
        if edited is not None:
            kept = span.replaced(attributes=edited.attributes, note=edited.note)
            step = step._replace(changes=(*step.changes[:-1], AddSpan(kept)))
        self.work.do(step)
        self._go_on(offer._replace(taken=offer.taken + 1))

    def _go_on(self, offer: "Offer", *, past: bool = False) -> None:
        self.show_changes()
        self.offer = offer
        self._offer(offer.behind(self.work, past=past))

    def action_edit(self) -> None:
        """Take the proposal; else open the fields of the tag."""
        if self.offer is not None:
            self._take(self.offer)
        else:
            super().action_edit()

    def action_remove(self) -> None:
        """Refuse the proposal; else remove the tag."""
        if self.offer is None:
            super().action_remove()
            return
        from tui.app.workspace.proposals import refuse

        refuse(self.work, self.offer.shown)
        self._go_on(self.offer._replace(refused=self.offer.refused + 1))

    def action_step_tag(self, step: int) -> None:
        """Show the next proposal, this one left open; else go to the next tag."""
        if self.offer is not None:
            self._offer(self.offer.moved(step))
        else:
            super().action_step_tag(step)

    def label(self, label: str) -> None:
        """Take the proposal, with another label if it is another; else tag what is meant."""
        offer = self.offer
        if offer is None or self.relabelling is not None:
            super().label(label)
        elif label == offer.shown.label:
            self._take(offer)
        else:
            super().label(label)
            self._go_on(offer, past=True)

    def action_undo(self) -> None:
        """Take the last step back; while proposals are gone through, propose from there."""
        self._travel_offered(super().action_undo)

    def action_redo(self) -> None:
        """Do the step last taken back again; while proposals are gone through, propose from there."""
        self._travel_offered(super().action_redo)

    def _travel_offered(self, travel: Callable[[], None]) -> None:
        offer, self.offer = self.offer, None
        travel()
        if offer is not None:
            self.action_suggest()

    def show_article(self, at: int = 0) -> None:
        """Show the open article; what was proposed of another one is left."""
        self.offer = None
        super().show_article(at)

    def _correct_fields(self, offer: "Offer") -> None:
        """Open the fields of the proposal; with what is kept, it is taken."""
        from tui.app.workspace.proposals import draft

        def keep(edited: "Edited | None") -> None:
            if edited is not None:
                self._take(offer, edited)

        try:
            _, span = draft(self.work, self.reader.target, offer.shown)
        except PiyueError as error:
            self.work.tell(error.render(self.work.language), alarm=True)
            self.show_bars()
        else:
            self.ask_fields(span, keep)

    def fill_bars(self) -> None:
        """Show the proposal in place of the labels."""
        super().fill_bars()
        if self.offer is not None:
            from tui.app.workspace.proposals import said

            pieces = offer_pieces(said(self.work, self.reader.target, self.offer), self.keys, self.work.say)
            self.query_one(Bars).say("labels", pieces)
