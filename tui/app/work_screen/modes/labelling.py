"""Choosing a label by its key: at once, or letter by letter."""

from collections.abc import Sequence

from tui.app.keys.key_map import Key
from tui.app.keys.resolve import LEADING
from tui.app.work_screen.bar_pieces import label_pieces
from tui.app.work_screen.controller import Controller, Mode
from tui.app.work_screen.panes.bars import Piece

CHOOSING = frozenset(("repeat_label", "pick_label", "label_leader"))
"""Keys that choose a label for the mode."""


class LabellingMode(Mode):
    """A mode that does something with the label whose key is pressed."""

    def lasts(self, row: Key) -> bool:
        """Choosing a label is what the mode waits for."""
        return row.id in CHOOSING or super().lasts(row)

    def takes(self, controller: Controller, letter: str) -> bool:
        """Tell whether a label's key begins with a letter, and is enough without another one before it."""
        preset = controller.workspace.documents.project.settings.preset
        return preset not in LEADING and letter in controller.labels.first_letters

    def letter(self, controller: Controller, letter: str) -> None:
        """Choose the label, or go on with the next letter."""
        take_letters(controller, self, letter)

    def lead(self, controller: Controller) -> str:
        """Return what stands before the labels."""
        return str(controller.reader.count or "")

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Show the labels with their keys."""
        return labels_line(controller, self.lead(controller))


class ChoosingLabel(Mode):
    """The next letter is one of a label's key; the label goes to the mode that waits for it.

    Attributes:
        waiting: the mode that this one goes back to.
        typed: the letters so far.
    """

    def __init__(self, waiting: LabellingMode, typed: str = "") -> None:
        self.waiting, self.typed = waiting, typed

    def takes(self, controller: Controller, letter: str) -> bool:
        """Take every letter."""
        del controller, letter
        return True

    def letter(self, controller: Controller, letter: str) -> None:
        """Go on with the next letter."""
        take_letters(controller, self.waiting, self.typed + letter)

    def label(self, controller: Controller, label: str) -> None:
        """Give a label that was clicked to the mode that waits."""
        controller.go_on_in(self.waiting)
        self.waiting.label(controller, label)

    def moved(self, controller: Controller) -> bool:
        """What was typed is for the place where it was begun."""
        del controller
        return False

    def holds(self, controller: Controller) -> bool:
        """Tell whether the mode that waits would last."""
        return self.waiting.holds(controller)

    def left(self, controller: Controller) -> None:
        """Leave the mode that waits, too."""
        self.waiting.left(controller)

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Show what was typed before the labels."""
        lead = f"{self.waiting.lead(controller)} {self.typed or '_'}".strip()
        return labels_line(controller, lead)


def take_letters(controller: Controller, waiting: LabellingMode, typed: str) -> None:
    """Give the label with a key to the mode that waits for it, or wait for more letters of a longer key."""
    if (label := controller.labels.by_key.get(typed)) is not None:
        controller.go_on_in(waiting)
        choose(controller, label.id)
    elif any(label.key.startswith(typed) for label in controller.labels.labels):
        controller.go_on_in(ChoosingLabel(waiting, typed))
    else:
        controller.go_on_in(waiting)
        controller.tell("status.no_label", alarm=True, letters=typed)


def choose(controller: Controller, label: str) -> None:
    """Give a label to the mode."""
    controller.last_label = label
    controller.mode.label(controller, label)


def labels_line(controller: Controller, lead: str) -> list[Piece]:
    """Return the labels with their keys, something said before them."""
    language, palette = controller.workspace.language, controller.reader.palette()
    return label_pieces(controller.labels, palette, language, lead)
