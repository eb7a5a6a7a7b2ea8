"""Resizing: selects the range of a tag and moves its ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.app.text_view.geometry.caret import Caret
from tui.app.work_screen.controller import Act, Controller, Mode
from tui.app.work_screen.panes.bars import Piece
from tui.model import Span


@dataclass(frozen=True, eq=False)
class Resizing(Mode):
    """What is selected becomes the range of a tag.

    Attributes:
        span: the tag.
    """

    span: Span

    @property
    def keys(self) -> Mapping[str, Act]:
        """Enter, or the key that began it, sets the range."""
        return {"edit": self.finish, "resize": self.finish}

    def entered(self, controller: Controller) -> None:
        """Select what the tag covers."""
        ranges = controller.reader.scene.contents.view.reading.project(self.span.segments)
        controller.reader.put(Caret(ranges[-1][1] - 1, (ranges[0][0], ranges[-1][1])), self.span.id)

    def finish(self, controller: Controller) -> None:
        """Give the tag what is selected."""
        reader, target = controller.reader, controller.reader.target
        controller.leave()
        if controller.editor.shape(lambda shapes: shapes.reshape(self.span, shapes.source(target))):
            reader.put(Caret(reader.caret.at))
        controller.show_changes(self.span.id)

    def moved(self, controller: Controller) -> bool:
        """Tell whether something is still selected."""
        return controller.reader.caret.selection is not None

    def holds(self, controller: Controller) -> bool:
        """Tell whether the tag is there, and as it was."""
        return controller.workspace.span(self.span.id) == self.span

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Say which tag's range is selected, and what the keys do."""
        return [Piece(f" {controller.workspace.say('status.resize', text=self.span.text)}", "strong")]


def resize(controller: Controller) -> None:
    """Select what the tag under the cursor covers, to be given what is selected then."""
    if (span := controller.span_here()) is not None:
        controller.enter(Resizing(span))
