"""Action that repeats the last change at the cursor."""

from tui.app.work_screen.controller import Controller


async def again(controller: Controller) -> None:
    """Do the last change again at the cursor."""
    if controller.last_change is None:
        controller.tell("status.no_last_change")
        return
    waiting = controller.last_change(controller)
    if waiting is not None:
        await waiting
