"""Accepting all sure proposals that have been on the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.app.keys.display import display
from tui.app.work_screen.controller import Act, Controller, Mode
from tui.app.work_screen.panes.bars import Piece
from tui.app.workspace.proposals import sure_ones, take_together
from tui.suggest.proposal import Proposal

KEYS = ("take_sure", "suggest", "clear")


@dataclass(frozen=True, eq=False)
class TakingSure(Mode):
    """Asks whether all of the sure proposals are taken.

    Attributes:
        rows: the proposals.
        one_by_one: goes through all proposals, the sure ones too.
    """

    rows: tuple[Proposal, ...]
    one_by_one: Act

    @property
    def keys(self) -> Mapping[str, Act]:
        """Their own key takes them; enter does not, which took the doubtful ones before, one by one."""
        return {
            "take_sure": take_sure,
            "edit": self.name_key,
            "suggest": self.one_by_one,
            "clear": self.end,
        }

    def name_key(self, controller: Controller) -> None:
        """Say which key takes them."""
        controller.tell("status.sure_key", count=len(self.rows))

    def end(self, controller: Controller) -> None:
        """Leave them open."""
        controller.leave()
        controller.reader.clear()

    def line(self, controller: Controller) -> Sequence[Piece]:
        """Say how many there are, and what the keys do."""
        say = controller.workspace.say
        pieces = [Piece(f" {say('proposals.sure', count=len(self.rows))}  ", "strong")]
        for id_ in KEYS:
            key = display(controller.rows[id_].keys[0])
            pieces += [Piece(key, "key"), Piece(f" {say('sure.' + id_)}  ", "dim")]
        return pieces


def take_sure(controller: Controller) -> None:
    """Take the sure proposals that have been on the screen together: one step to undo."""
    controller.leave()
    workspace = controller.workspace
    rows = sure_ones(workspace) if workspace.shown else ()
    step = take_together(workspace, rows) if rows else None
    if step is None:
        controller.tell("status.no_sure")
        return
    controller.editor.do(step)
    controller.reader.clear()
    controller.show_changes(controller.reader.span)


def ask_sure(controller: Controller, one_by_one: Act) -> bool:
    """Ask about the sure proposals; tell whether there are any.

    Args:
        one_by_one: goes through all proposals, the sure ones too.
    """
    rows = sure_ones(controller.workspace)
    if rows:
        controller.enter(TakingSure(rows, one_by_one))
    return bool(rows)
