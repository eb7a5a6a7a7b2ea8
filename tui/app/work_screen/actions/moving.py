"""Moving the cursor and the selection."""

from typing import Literal

from tui.app.text_view.geometry.caret import Side, TextUnit, Unit
from tui.app.work_screen.actions import action_of
from tui.app.work_screen.controller import Controller


def move(controller: Controller, motion: str) -> None:
    """Move the cursor."""
    controller.reader.move(motion)
    controller.moved()


def move_rows(controller: Controller, rows: int) -> None:
    """Move the cursor by rows."""
    controller.reader.move_rows(rows)
    controller.moved()


def move_page(controller: Controller, pages: int) -> None:
    """Move the cursor by about a screenful."""
    controller.reader.move_pages(pages)
    controller.moved()


def extend(controller: Controller, unit: Unit, step: Literal[-1, 1]) -> None:
    """Move the active end of the selection."""
    controller.reader.extend(unit, step)
    controller.moved()


def extend_rows(controller: Controller, rows: int) -> None:
    """Move the active end of the selection by rows."""
    controller.reader.extend_rows(rows)
    controller.moved()


def move_edge(controller: Controller, side: Side, step: Literal[-1, 1]) -> None:
    """Move one end of the selection by a word, whichever end was moved before."""
    controller.reader.move_edge(side, step)
    controller.moved()


def swap_ends(controller: Controller) -> None:
    """Make the other end of the selection the active one."""
    controller.reader.swap_ends()
    controller.moved()


def select_unit(controller: Controller, unit: TextUnit) -> None:
    """Select the sentence, the paragraph or what stands between marks; again: more of it."""
    controller.reader.select_unit(unit)
    controller.moved()


def grow_unit(controller: Controller) -> None:
    """Select the next larger unit around the cursor."""
    controller.reader.grow_unit()
    controller.moved()


def shrink_unit(controller: Controller) -> None:
    """Select what was selected before it grew."""
    controller.reader.shrink_unit()
    controller.moved()


def cycle_tags(controller: Controller, step: int) -> None:
    """Select the enclosing tag under the cursor, or the enclosed one."""
    controller.reader.cycle_tags(step)
    controller.moved()


async def cancel(controller: Controller) -> None:
    """Clear the selection and the number typed, else close the guidelines; the mode was left."""
    reader = controller.reader
    if controller.display.follow is not None and reader.caret.selection is None and not reader.count:
        closing = action_of("panes.close_guide")(controller)
        if closing is not None:
            await closing
    reader.clear()
    controller.moved()
