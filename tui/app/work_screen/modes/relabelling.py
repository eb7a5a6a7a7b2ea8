"""Relabelling: the next label replaces that of a tag, or of all tags of the same text."""

from dataclasses import dataclass
from functools import partial

from tui.app.work_screen.actions.same_text import review_relabelling
from tui.app.work_screen.controller import Controller
from tui.app.work_screen.modes.answering import ask_required
from tui.app.work_screen.modes.labelling import LabellingMode
from tui.model import Span


@dataclass(frozen=True, eq=False)
class Relabelling(LabellingMode):
    """Waits for the label that a tag is to have.

    Attributes:
        span: the tag.
    """

    span: Span

    def takes(self, controller: Controller, letter: str) -> bool:
        """Take a label's letter, also where a key comes before it otherwise."""
        return letter in controller.labels.first_letters

    def label(self, controller: Controller, label: str) -> None:
        """Give the tag the label."""
        controller.leave()
        relabel_span(controller, self.span, label)

    def moved(self, controller: Controller) -> bool:
        """Moving away leaves the tag as it is."""
        del controller
        return False

    def holds(self, controller: Controller) -> bool:
        """Tell whether the tag is there, and as it was."""
        return controller.workspace.span(self.span.id) == self.span

    def lead(self, controller: Controller) -> str:
        """Say whose label is asked for."""
        return controller.workspace.say("status.relabel", text=self.span.text)


def relabel_span(controller: Controller, span: Span, label: str) -> None:
    """Give a tag a label."""
    if controller.editor.relabel(span, label):
        controller.last_change = partial(_relabel_again, label)
    controller.show_changes(span.id)
    if (changed := controller.workspace.span(span.id)) is not None:
        ask_required(controller, changed)


def _relabel_again(label: str, controller: Controller) -> None:
    if (span := controller.span_here()) is not None:
        relabel_span(controller, span, label)


class RelabellingSame(Relabelling):
    """Waits for the label that all tags of the same text are to have."""

    def label(self, controller: Controller, label: str) -> None:
        """Show the tags of the same text, to be relabelled."""
        controller.leave()
        review_relabelling(controller, self.span, label)

    def lead(self, controller: Controller) -> str:
        """Say whose labels are asked for."""
        return controller.workspace.say("status.relabel_same", text=self.span.text)


def relabel(controller: Controller) -> None:
    """Take the next label as the new one of the tag under the cursor."""
    if (span := controller.span_here()) is not None:
        controller.enter(Relabelling(span))


def relabel_same(controller: Controller) -> None:
    """Take the next label as the new one of all tags of the same text."""
    if (span := controller.span_here()) is not None:
        controller.enter(RelabellingSame(span))
