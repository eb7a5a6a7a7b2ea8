"""Choosing field by field whose value a difference is settled by."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.app.work_screen.controller import Act, Controller, Mode
from tui.app.work_screen.panes.bars import Piece
from tui.measure.adjudication.differences import Difference
from tui.measure.adjudication.rows import VersionTexts
from tui.model import Span


@dataclass(frozen=True, eq=False)
class ChoosingFields(Mode):
    """Waits for a digit for each field of a value: whose it is.

    Attributes:
        before: the mode that goes on when all fields are chosen.
        difference: the difference.
        merge: settles it by the numbers of those whose its fields are.
        chosen: whose the first fields are.
    """

    before: Mode
    difference: Difference
    merge: Callable[[Controller, tuple[int, ...]], None]
    chosen: tuple[int, ...] = ()

    @property
    def keys(self) -> Mapping[str, Act]:
        """Esc goes back to the difference."""
        return {"clear": self.go_back}

    def go_back(self, controller: Controller) -> None:
        """Go back to the difference; nothing is settled."""
        controller.go_on_in(self.before)
        controller.show_bars()

    def digit(self, controller: Controller, digit: int) -> None:
        """Take a field from an annotator; with the last one the difference is settled."""
        whose = digit - 1
        if not 0 <= whose < len(self.difference.versions) or self.difference.versions[whose] is None:
            controller.tell("status.no_version", alarm=True, digit=digit)
            return
        chosen = (*self.chosen, whose)
        if len(chosen) < len(self.difference.fields):
            controller.go_on_in(replace(self, chosen=chosen))
            return
        controller.go_on_in(self.before)
        self.merge(controller, chosen)

    def left(self, controller: Controller) -> None:
        """Leave the mode that waits, too."""
        self.before.left(controller)

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Show what each annotator says of the field."""
        field = self.difference.fields[len(self.chosen)]
        workspace = controller.workspace
        name, texts = workspace.names.attribute(field), VersionTexts(workspace.names)
        pieces = [Piece(f" {workspace.say('status.field', field=name)}  ", "strong")]
        for number, version in enumerate(self.difference.versions):
            if isinstance(version, Span):
                pieces.append(Piece(str(number + 1), "key"))
                pieces.append(Piece(f" {texts.value(version.attributes.get(field))}  "))
        return pieces
